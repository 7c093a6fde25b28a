"""Change: someone left, joined or cannot come any more, and as little as possible has to move."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

import attrs

from lerendwerk_core.composition.closest import closest, moved_people, must_be_there
from lerendwerk_core.composition.result import Composition
from lerendwerk_core.model.composition import CompositionProblem, Fixed
from lerendwerk_core.model.wire import Wired

Members = Mapping[str, tuple[str, ...]]


@attrs.frozen(kw_only=True)
class Recomposition(Wired):
    """
    A composition after a change, and how it differs from the one before.

    ``moves`` counts the people who are still there and whose group changed (or the seats, for who
    may sit in several; seats in a group that is gone do not count). ``least`` is the fewest with
    which it can be done at all, whatever the wishes, ``least_proven`` whether that is proven.
    ``gone`` sat before and are no candidates any more.
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
    Return the best composition within so many *moves* of *earlier*, or as few more as can be.

    Without *moves* it has the fewest that can be. *problem* is the problem as it is now. *pinned* are
    seats (role code, group) that stay; *options* are those of ``solve``, for each of the two solves
    that this takes.

    Raises:
        CompositionError: The problem cannot be stated, or a pinned seat is of nobody or nowhere.
    """
    seats = tuple(pinned)
    must_be_there(problem, seats)
    now = attrs.evolve(problem, requirements=(*problem.requirements, *_pins(seats)))
    found = closest(now, earlier, moves, options)
    there = {one.code for one in problem.candidates}
    after = found.composition.members
    moved = moved_people(earlier, after) if after else ()
    sat = {code for codes in earlier.values() for code in codes}
    return Recomposition(
        composition=found.composition,
        moves=found.moves,
        least=found.least,
        least_proven=found.proven,
        moved=tuple(code for code in moved if code in there),
        gone=tuple(sorted(sat - there)),
    )


def _pins(pinned: tuple[tuple[str, str], ...]) -> list[Fixed]:
    return [
        Fixed(name=f"pinned:{code}@{group}", code=code, groups=(group,)) for code, group in pinned
    ]
