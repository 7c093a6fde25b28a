"""Change: someone left, joined or cannot come any more, and as little as possible has to move."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import attrs

from lerendwerk_core.composition.result import Composition
from lerendwerk_core.composition.solve import solve
from lerendwerk_core.composition.why_not import moved_people
from lerendwerk_core.model.composition import (
    CompositionProblem,
    Fixed,
    Floor,
    Kept,
    Seating,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired

Members = Mapping[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class Recomposition(Wired):
    """
    A composition after a change, and how it differs from the one before.

    ``moves`` counts the people who are still there and whose group changed (or the seats, for who
    may sit in several); ``least`` the fewest with which it can be done at all, ``least_proven``
    whether that is proven. ``gone`` sat before and are no candidates any more.
    """

    composition: Composition
    moves: int
    least: int | None
    least_proven: bool
    moved: tuple[str, ...]
    gone: tuple[str, ...]


def recompose(
    problem: CompositionProblem,
    earlier: Members,
    *,
    moves: int | None = None,
    pinned: Collection[tuple[str, str]] = (),
    **options: Any,
) -> Recomposition:
    """
    Return the best composition within so many *moves* of *earlier*; without, with as few as can be.

    *problem* is the problem as it is now. *pinned* are seats (role code, group) that stay; *options*
    are those of ``solve``.

    Raises:
        CompositionError: The problem cannot be stated.
    """
    kept = Kept(earlier=Table({group: tuple(codes) for group, codes in earlier.items()}))
    now = attrs.evolve(problem, requirements=(*problem.requirements, *_pins(pinned)))
    start = Seating(members=Table(earlier), stopped_by="", seed=0)
    closest = solve(attrs.evolve(now, goals=(kept, *now.goals)), start=start, **options)
    had = kept.had(problem)
    least = had - round(closest.tiers[0].value) if closest.members else None
    proven = bool(closest.members) and closest.tiers[0].proven
    best = closest
    if moves is not None and closest.members and least is not None and moves > least:
        floor = Floor(goal=kept, least=had - moves)
        begin = Seating(members=closest.members, stopped_by="", seed=0)
        within = attrs.evolve(now, floors=(*now.floors, floor))
        best = solve(within, start=begin, **options)
    return _answer(problem, earlier, kept, best, least, proven=proven)


def _pins(pinned: Collection[tuple[str, str]]) -> list[Fixed]:
    return [
        Fixed(name=f"pinned:{code}@{group}", code=code, groups=(group,)) for code, group in pinned
    ]


def _answer(
    problem: CompositionProblem,
    earlier: Members,
    kept: Kept,
    best: Composition,
    least: int | None,
    *,
    proven: bool,
) -> Recomposition:
    there = {one.code for one in problem.candidates}
    before = {code for codes in earlier.values() for code in codes}
    moved = tuple(c for c in moved_people(earlier, best.members) if c in there)
    people = {one.code: one for one in problem.candidates}
    seated = {name: [people[code] for code in codes] for name, codes in best.members.items()}
    moves = kept.had(problem) - round(kept.measure(problem, seated)) if best.members else 0
    return Recomposition(
        composition=best,
        moves=moves,
        least=least,
        least_proven=proven,
        moved=moved if best.members else (),
        gone=tuple(sorted(before - there)),
    )
