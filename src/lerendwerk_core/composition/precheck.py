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


def _sizes(problem: CompositionProblem) -> Iterator[Text]:
    asked = sum(group.size[0] for group in problem.groups)
    there = problem.load[1] * len(problem.candidates)
    if asked > there:
        yield reason("conflict-seats", asked=asked, there=there)


def _areas(problem: CompositionProblem) -> Iterator[Text]:
    for group in problem.groups:
        there = sum(reaches(one, group) for one in problem.candidates)
        if there < group.size[0]:
            yield reason("conflict-area", group=group.id, asked=group.size[0], there=there)


def _load(problem: CompositionProblem) -> Iterator[Text]:
    room = sum(group.size[1] for group in problem.groups)
    placed = problem.load[0] * len(problem.candidates)
    if placed > room:
        yield reason("conflict-room", placed=placed, room=room)


def _named(problem: CompositionProblem) -> Iterator[Text]:
    """Yield the fixed seats that are more than a person or a group can have, or are also excluded."""
    fixed = [one for one in problem.requirements if isinstance(one, Fixed) and one.hard]
    excluded = [one for one in problem.requirements if isinstance(one, Excluded) and one.hard]
    barred = {(one.code, group) for one in excluded for group in one.groups}
    for one in fixed:
        for group in one.groups:
            if (one.code, group) in barred:
                yield reason("conflict-fixed-excluded", code=one.code, group=group)
    seats = Counter(one.code for one in fixed for _ in one.groups)
    for code, count in sorted(seats.items()):
        if count > problem.load[1]:
            yield reason("conflict-fixed-load", code=code, count=count, most=problem.load[1])
    largest = max(group.size[1] for group in problem.groups)
    together = [one for one in problem.requirements if isinstance(one, Together) and one.hard]
    for pair in together:
        if problem.load[0] and len(pair.codes) > largest:
            yield reason("conflict-together", codes=pair.codes, largest=largest)
