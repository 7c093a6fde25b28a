"""Conflicts that counting alone shows, before any search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lerendwerk_core.composition.bounds import reaches
from lerendwerk_core.model.composition import CompositionProblem, Excluded, Fixed, Together
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


def conflicts(problem: CompositionProblem) -> Iterator[Text]:
    """Yield in words why *problem* has no seating at all, as far as counting shows."""
    yield from _sizes(problem)
    yield from _areas(problem)
    yield from _load(problem)
    yield from _named(problem)
    yield from _together(problem)


def _sizes(problem: CompositionProblem) -> Iterator[Text]:
    asked = sum(group.size[0] for group in problem.groups)
    there = problem.load[1] * len(problem.candidates)
    if asked > there:
        yield reason("conflict-seats", asked=asked)


def _areas(problem: CompositionProblem) -> Iterator[Text]:
    for group in problem.groups:
        there = sum(reaches(one, group) for one in problem.candidates)
        if there < group.size[0]:
            yield reason("conflict-area", group=group.id, asked=group.size[0])


def _load(problem: CompositionProblem) -> Iterator[Text]:
    room = sum(group.size[1] for group in problem.groups)
    placed = problem.load[0] * len(problem.candidates)
    if placed > room:
        yield reason("conflict-room", placed=placed, room=room)


def _named(problem: CompositionProblem) -> Iterator[Text]:
    """Yield the fixed seats that are more than a person can have, or are also excluded."""
    fixed, barred = _seats(problem, Fixed), _seats(problem, Excluded)
    for code, group in fixed:
        if (code, group) in barred:
            yield reason("conflict-fixed-excluded", code=code, group=group)
    for code, count in sorted(Counter(code for code, _ in fixed).items()):
        if count > problem.load[1]:
            yield reason("conflict-fixed-load", code=code, count=count, most=problem.load[1])


def _seats(
    problem: CompositionProblem, kind: type[Fixed | Excluded]
) -> dict[tuple[str, str], None]:
    """Return the seats that the hard requirements of *kind* name, each once."""
    return {
        (one.code, group.id): None
        for group in problem.groups
        for one in problem.requirements_of(group.id)
        if isinstance(one, kind) and one.hard
    }


def _together(problem: CompositionProblem) -> Iterator[Text]:
    """Yield those who must be placed, and together in every group, but fit in none."""
    largest = max(group.size[1] for group in problem.groups)
    placed = {one.code for one in problem.candidates} if problem.load[0] else set()
    everywhere = set.intersection(*(set(problem.requirements_of(g.id)) for g in problem.groups))
    for one in problem.requirements:
        if isinstance(one, Together) and one.hard and one in everywhere:
            codes = tuple(dict.fromkeys(one.codes))
            if len(codes) > largest and placed & set(codes):
                yield reason("conflict-together", codes=codes, largest=largest)
