"""What cannot be stated, and conflicts that counting alone shows, before any search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import attrs
import numpy as np

from lerendwerk_core.composition.bounds import goals_of
from lerendwerk_core.composition.demands import asked_of, load_of, size_of
from lerendwerk_core.composition.result import Demanded
from lerendwerk_core.composition.tally import Ints, Tally, conditions, tallied, tier_parts
from lerendwerk_core.model.composition import (
    CompositionProblem,
    Count,
    Covered,
    Distances,
    Excluded,
    Fixed,
    GroupSpec,
    Loaded,
    SeatWorth,
    Sense,
    Term,
    Together,
)
from lerendwerk_core.model.contracts import CompositionGoal
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen
class Shown:
    """A conflict that counting shows: in words, and the demands that are part of it."""

    says: Text
    demands: tuple[Demanded, ...] = ()


# -- what cannot be stated ---------------------------------------------------------------------------


def faults(problem: CompositionProblem) -> Iterator[Text]:
    """Yield everything for which *problem* is no problem at all."""
    if not problem.groups:
        yield Text("Er is geen groep om te vullen.", "There is no group to fill.")
    for kind, names in (
        ("candidate", [one.code for one in problem.candidates]),
        ("group", [one.id for one in problem.groups]),
    ):
        for name, times in Counter(names).items():
            if times > 1:
                yield reason(f"fault-twice-{kind}", name=name)
    yield from _group_faults(problem)
    yield from _load_faults(problem)
    yield from _goal_faults(problem)


def _group_faults(problem: CompositionProblem) -> Iterator[Text]:
    for group in problem.groups:
        low, high = group.size
        if not 0 <= low <= high:
            yield reason("fault-size", group=group.id, low=low, high=high)
        if not _is_weighed(group):
            yield reason("fault-weights", group=group.id)


def _is_weighed(group: GroupSpec) -> bool:
    return len(group.weights) in (0, len(group.handovers))


def _load_faults(problem: CompositionProblem) -> Iterator[Text]:
    loads = {"*": problem.load} | {
        one.code: one.load for one in problem.candidates if one.load is not None
    }
    for code, (low, high) in loads.items():
        if not 0 <= low <= high:
            yield reason("fault-load", code=code, low=low, high=high)


def _goal_faults(problem: CompositionProblem) -> Iterator[Text]:
    if not problem.goals or not all(map(tier_parts, problem.goals)):
        yield Text("Er is geen doel om voor samen te stellen.", "There is no goal to compose for.")
    for requirement in problem.requirements:
        if requirement.cost < 0:
            yield reason("fault-cost", requirement=requirement.name)
    for floor in problem.floors:
        if problem.groups and not _is_of_seats(problem, floor.goal):
            yield reason("fault-floor", goal=floor.goal.key)
    keys: dict[str, CompositionGoal] = {}
    for _, goal, weight in goals_of(problem):
        if keys.setdefault(goal.key, goal) != goal:
            yield reason("fault-twice-goal", name=goal.key)
        if weight <= 0:
            yield reason("fault-weight", goal=goal.key)
        # A goal cannot say its terms for handovers of which it does not know the weight.
        sayable = problem.groups and all(map(_is_weighed, problem.groups))
        for term in goal.terms(problem) if sayable else ():
            yield from _term_faults(problem, goal, term)


def _is_of_seats(problem: CompositionProblem, goal: CompositionGoal) -> bool:
    if not all(map(_is_weighed, problem.groups)):
        return True
    terms = tuple(goal.terms(problem))
    return bool(terms) and all(isinstance(term, SeatWorth) for term in terms)


def _term_faults(problem: CompositionProblem, goal: CompositionGoal, term: Term) -> Iterator[Text]:
    match term:
        case Covered() if goal.sense is Sense.LEAST:
            yield reason("fault-cover-least", goal=goal.key)
        case Covered():
            names = {one.name: one.ends for one in reversed(term.elements)}
            for one in term.elements:
                if one.ends != names[one.name]:
                    yield reason("fault-twice-element", goal=goal.key, element=one.name)
                if one.weight < 0 or not one.ends or any(end.at_least < 1 for end in one.ends):
                    yield reason("fault-element", goal=goal.key, element=one.name)
        case Loaded() if term.least < 1:
            yield reason("fault-element", goal=goal.key, element=str(term.least))
        case Distances():
            people = len(problem.candidates)
            if {len(term.matrix), *map(len, term.matrix)} != {people} and people:
                yield reason("fault-distances", goal=goal.key, people=people)
            elif tuple(zip(*term.matrix, strict=True)) != term.matrix:
                yield reason("fault-one-way", goal=goal.key)


# -- conflicts that counting shows -------------------------------------------------------------------


def conflicts(problem: CompositionProblem) -> Iterator[Shown]:
    """Yield why *problem* has no seating at all, as far as counting shows."""
    yield from _sizes(problem)
    yield from _areas(problem)
    yield from _loads(problem)
    yield from _named(problem)
    yield from _together(problem)
    yield from _scarce(problem)


def _sizes(problem: CompositionProblem) -> Iterator[Shown]:
    asked = sum(group.size[0] for group in problem.groups)
    there = sum(problem.load_of(one)[1] for one in problem.candidates)
    if asked > there:
        yield Shown(reason("conflict-seats", asked=asked), _sizes_and_loads(problem))


def _sizes_and_loads(problem: CompositionProblem) -> tuple[Demanded, ...]:
    loads = (load_of(problem, one) for one in problem.candidates)
    return (*map(size_of, problem.groups), *loads)


def _areas(problem: CompositionProblem) -> Iterator[Shown]:
    first = {conditions(group): group for group in reversed(problem.groups)}
    room = {key: sum(map(one.admits, problem.candidates)) for key, one in first.items()}
    for group in problem.groups:
        if room[conditions(group)] < group.size[0]:
            said = reason("conflict-area", group=group.id, asked=group.size[0])
            yield Shown(said, (size_of(group),))


def _loads(problem: CompositionProblem) -> Iterator[Shown]:
    room = sum(group.size[1] for group in problem.groups)
    placed = sum(problem.load_of(one)[0] for one in problem.candidates)
    if placed > room:
        said = reason("conflict-room", placed=placed, room=room)
        yield Shown(said, _sizes_and_loads(problem))


def _named(problem: CompositionProblem) -> Iterator[Shown]:
    """Yield the fixed seats that are more than a person can have, or are also excluded."""
    fixed, barred = _seats(problem, Fixed), _seats(problem, Excluded)
    for code, group in fixed:
        if (code, group) in barred:
            both = (fixed[code, group], barred[code, group])
            yield Shown(reason("conflict-fixed-excluded", code=code, group=group), both)
    most = {one.code: problem.load_of(one)[1] for one in problem.candidates}
    for code, count in sorted(Counter(code for code, _ in fixed).items()):
        if code in most and count > most[code]:
            demands = tuple(one for (who, _), one in fixed.items() if who == code)
            said = reason("conflict-fixed-load", code=code, count=count, most=most[code])
            yield Shown(said, (*demands, _load(problem, code)))


def _load(problem: CompositionProblem, code: str) -> Demanded:
    return load_of(problem, next(one for one in problem.candidates if one.code == code))


def _seats(
    problem: CompositionProblem, kind: type[Fixed | Excluded]
) -> dict[tuple[str, str], Demanded]:
    """Return the seats that the hard requirements of *kind* name, each once."""
    return {
        (one.code, group.id): asked_of(group, one)
        for group in problem.groups
        for one in problem.requirements_of(group.id)
        if isinstance(one, kind) and one.hard
    }


def _together(problem: CompositionProblem) -> Iterator[Shown]:
    """Yield those who must be placed, and together in every group, but fit in none."""
    largest = max(group.size[1] for group in problem.groups)
    must = {one.code for one in problem.candidates if problem.load_of(one)[0]}
    for one in problem.requirements:
        everywhere = not one.groups or set(one.groups) >= {group.id for group in problem.groups}
        if isinstance(one, Together) and one.hard and everywhere:
            codes = tuple(dict.fromkeys(one.codes))
            placed = [code for code in codes if code in must]
            if len(codes) > largest and placed:
                said = reason("conflict-together", codes=codes, largest=largest)
                yield Shown(said, _together_demands(problem, one, placed[0]))


def _together_demands(
    problem: CompositionProblem, one: Together, placed: str
) -> tuple[Demanded, ...]:
    asked = (asked_of(group, one) for group in problem.groups)
    return (*asked, *map(size_of, problem.groups), _load(problem, placed))


def _scarce(problem: CompositionProblem) -> Iterator[Shown]:
    """Yield the demands for people of whom there are not enough, in one group or over all."""
    if not any(one.hard for one in problem.requirements):
        return
    tally = tallied(attrs.evolve(problem, goals=()))
    wanted: dict[int, list[tuple[int, int, Demanded]]] = {}
    for group, spec in enumerate(problem.groups):
        for requirement in problem.requirements_of(spec.id):
            for rule, column in tally.rules_of(requirement) if requirement.hard else ():
                if isinstance(rule, Count) and rule.low and set(rule.weights) <= {0, 1}:
                    asked = asked_of(spec, requirement)
                    wanted.setdefault(column, []).append((group, rule.low, asked))
    for column, demands in wanted.items():
        yield from _short(tally, column, demands)


def _short(tally: Tally, column: int, demands: list[tuple[int, int, Demanded]]) -> Iterator[Shown]:
    holders: Ints = np.flatnonzero(tally.columns[:-1, column])
    alone = False
    for group, low, asked in demands:
        if tally.allowed[holders, group].sum() < low:
            alone = True
            said = Text(asked.in_("nl"), asked.in_("en"))
            yield Shown(reason("conflict-scarce", demand=said), (asked,))
    seats = int(np.minimum(tally.load_high[holders], tally.groups).sum())
    most: dict[int, tuple[int, Demanded]] = {}
    for group, low, asked in demands:
        if low > most.get(group, (0, asked))[0]:
            most[group] = (low, asked)
    if not alone and sum(low for low, _ in most.values()) > seats:
        yield _over_all(tally, holders, seats, list(most.values()))


def _over_all(
    tally: Tally, holders: Ints, seats: int, demands: list[tuple[int, Demanded]]
) -> Shown:
    """Return the conflict of just enough demands, and the loads of those who would have to meet it."""
    chosen: list[Demanded] = []
    for low, asked in sorted(demands, key=lambda one: -one[0]):
        if seats >= 0:
            chosen.append(asked)
            seats -= low
    people = tally.problem.candidates
    loads = tuple(load_of(tally.problem, people[holder]) for holder in holders)
    groups = tuple(one.group for one in chosen)
    said = reason("conflict-shared", demand=chosen[0].asks, groups=groups)
    return Shown(said, (*chosen, *loads))
