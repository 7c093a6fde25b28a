"""
The seating that differs least from an earlier one, and the best that differs no more than allowed.

First only what must be counts, and as little as possible changes; then that little is a floor, and
wishes and goals have their say. In one go wishes would come first, and people would move for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from lerendwerk_core.composition.result import Composition
from lerendwerk_core.composition.solve import solve
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import CompositionProblem, Floor, Kept, Seating
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

Members = Mapping[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class Closest:
    """The best composition close to an earlier one; ``least`` moves are needed, if ``proven``."""

    composition: Composition
    moves: int
    least: int | None
    proven: bool


def closest(
    problem: CompositionProblem, earlier: Members, moves: int | None, options: Mapping[str, Any]
) -> Closest:
    """Return the best composition within *moves* of *earlier*, or with as few as can be."""
    kept = Kept(earlier=Table((group, tuple(codes)) for group, codes in earlier.items()))
    hard = tuple(one for one in problem.requirements if one.hard)
    must = attrs.evolve(problem, requirements=hard, goals=(kept,))
    near = solve(must, start=_start(Table(_that_can_be(problem, kept.earlier))), **options)
    if not near.members:
        return Closest(composition=near, moves=0, least=None, proven=False)
    had = kept.had(problem)
    least = had - round(near.tiers[0].value)
    floor = Floor(goal=kept, least=had - max(moves or 0, least))
    within = attrs.evolve(problem, floors=(*problem.floors, floor))
    best = solve(within, start=_start(near.members), **options)
    made = had - _value(problem, kept, best.members) if best.members else 0
    return Closest(composition=best, moves=made, least=least, proven=near.tiers[0].proven)


def _start(members: Table[str, tuple[str, ...]]) -> Seating:
    return Seating(members=members, stopped_by="", seed=0)


def _that_can_be(
    problem: CompositionProblem, earlier: Members
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield per group the earlier members who may still be there: a search begins from no others."""
    people = {one.code: one for one in problem.candidates}
    left = {code: problem.load_of(one)[1] for code, one in people.items()}
    for group in problem.groups:
        here = [code for code in dict.fromkeys(earlier.get(group.id, ())) if left.get(code)]
        here = [code for code in here if group.admits(people[code])][: group.size[1]]
        left |= {code: left[code] - 1 for code in here}
        yield group.id, tuple(here)


def _value(problem: CompositionProblem, kept: Kept, members: Members) -> int:
    people = {one.code: one for one in problem.candidates}
    seated = {name: [people[code] for code in codes] for name, codes in members.items()}
    return round(kept.measure(problem, seated))


def moved_people(before: Members, after: Members) -> tuple[str, ...]:
    """Return the role codes whose groups differ between two seatings."""
    seats = [
        {(code, group) for group, codes in one.items() for code in codes} for one in (before, after)
    ]
    return tuple(sorted({code for code, _ in seats[0] ^ seats[1]}))


def must_be_there(problem: CompositionProblem, seats: Iterable[tuple[str, str]]) -> None:
    """
    Return nothing where every seat (role code, group) of *seats* can be spoken of.

    Raises:
        CompositionError: There is no such candidate or group; it names all of them.
    """
    wrong = tuple(dict.fromkeys(_strangers(problem, seats)))
    if wrong:
        raise CompositionError(
            Text(" ".join(one.nl for one in wrong), " ".join(one.en for one in wrong))
        )


def _strangers(problem: CompositionProblem, seats: Iterable[tuple[str, str]]) -> Iterator[Text]:
    people = {one.code for one in problem.candidates}
    groups = {one.id for one in problem.groups}
    for code, group in seats:
        if code not in people:
            yield reason("fault-no-candidate", code=code)
        if group not in groups:
            yield reason("fault-no-group", group=group)
