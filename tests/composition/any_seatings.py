"""Seatings that may break every demand but who is admitted, and what each breaks, read plainly."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Collection, Iterator, Mapping

from small_problems import Members, _fits, short

from lerendwerk_core.model.composition import CompositionProblem

Key = tuple[str, str]
"""A demand: the name of a requirement and its group, ``size:`` and a group, ``load:`` and a code."""


def any_seatings(problem: CompositionProblem) -> Iterator[Members]:
    """Yield every way to put admitted people in groups, of whatever size and load."""
    fillings = []
    for spec in problem.groups:
        fit = [one.code for one in problem.candidates if _fits(one, spec)]
        sizes = range(len(fit) + 1)
        fillings.append([one for size in sizes for one in itertools.combinations(fit, size)])
    names = [spec.id for spec in problem.groups]
    for chosen in itertools.product(*fillings):
        yield dict(zip(names, chosen, strict=True))


@functools.lru_cache(maxsize=2)
def all_broken(problem: CompositionProblem) -> tuple[dict[Key, tuple[int, int]], ...]:
    """Return what every such seating breaks."""
    return tuple(broken(problem, members) for members in any_seatings(problem))


def broken(problem: CompositionProblem, members: Members) -> dict[Key, tuple[int, int]]:
    """Return by how many seats *members* break every hard demand, and what that costs."""
    people = {one.code: one for one in problem.candidates}
    found: dict[Key, tuple[int, int]] = {}
    for spec in problem.groups:
        seated = [people[code] for code in members[spec.id]]
        _add(found, (f"size:{spec.id}", spec.id), _outside(len(seated), spec.size), 1)
        for one in problem.requirements:
            if one.hard and (not one.groups or spec.id in one.groups):
                _add(found, (one.name, spec.id), short(one, seated), one.cost)
    for code, one in people.items():
        seats = sum(code in codes for codes in members.values())
        _add(found, (f"load:{code}", ""), _outside(seats, one.load or problem.load), 1)
    return found


def _add(found: dict[Key, tuple[int, int]], key: Key, seats: int, cost: int) -> None:
    before = found.get(key, (0, 0))
    if seats:
        found[key] = (before[0] + seats, before[1] + seats * cost)


def _outside(number: int, bounds: tuple[int, int]) -> int:
    return max(bounds[0] - number, number - bounds[1], 0)


def cost_of(breaks: Mapping[Key, tuple[int, int]]) -> int:
    """Return what *breaks* cost together."""
    return sum(cost for _, cost in breaks.values())


def possible(problem: CompositionProblem, demands: Collection[Key]) -> bool:
    """Whether some seating keeps to *demands*, whatever else it breaks."""
    return any(one.keys().isdisjoint(demands) for one in all_broken(problem))
