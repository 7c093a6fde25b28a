"""Goals of every kind at random, arbitrary seatings, and what a goal's terms come to, read plainly."""

from __future__ import annotations

import itertools
from collections import Counter
from typing import Any

from hypothesis import strategies as st
from small_problems import (
    DIMENSIONS,
    STEPS,
    Members,
    _fits,
    _groups,
    _people,
    _requirements,
    problem,
)

from lerendwerk_core.model.composition import (
    Balance,
    Candidate,
    CompositionProblem,
    Cost,
    Cover,
    Covered,
    Distances,
    Diversity,
    Element,
    End,
    HandoverCover,
    HeavyLoad,
    Kept,
    LargestLoad,
    Loaded,
    SeatWorth,
    SizeSpread,
    Stability,
    StepCover,
    TopLoad,
    Variety,
    Weighted,
)
from lerendwerk_core.model.table import Table

KINDS = (
    StepCover,
    HandoverCover,
    Cover,
    Variety,
    Diversity,
    Balance,
    Stability,
    Kept,
    Cost,
    LargestLoad,
    HeavyLoad,
)
WHOLE = st.integers(0, 4)


@st.composite
def any_problems(draw: st.DrawFn, *, most_groups: int = 3) -> CompositionProblem:
    """Draw a problem of up to five people and three groups, with goals of any kind."""
    people = [draw(_people(f"c{one}")) for one in range(1, draw(st.integers(2, 5)) + 1)]
    groups = [draw(_groups(f"g{one}")) for one in range(1, draw(st.integers(1, most_groups)) + 1)]
    codes = [one.code for one in people]
    asked = draw(st.lists(_requirements(codes), max_size=3))
    goals = draw(st.lists(any_goals(codes), min_size=1, max_size=4, unique_by=lambda one: one.key))
    if draw(st.booleans()):
        weights = draw(st.lists(st.integers(1, 3), min_size=len(goals), max_size=len(goals)))
        goals = [Weighted(parts=tuple(zip(goals, map(float, weights), strict=True)))]
    load = draw(st.sampled_from([(0, 1), (0, 2), (0, 3), (1, 2)]))
    return problem(people, *groups, asked=asked, load=load, goals=tuple(goals))


@st.composite
def any_goals(draw: st.DrawFn, codes: list[str]) -> Any:
    """Draw a goal of any kind for the people of *codes*."""
    kind = draw(st.sampled_from(KINDS))
    some = st.lists(st.sampled_from([*codes, "left"]), unique=True, max_size=3).map(tuple)
    earlier = Table({name: draw(some) for name in ("g1", "g2", "away")})
    costs = Table({code: draw(WHOLE) for code in codes[1:]})
    fields: dict[type, dict[str, Any]] = {
        StepCover: {"at_least": draw(st.integers(1, 2)), "share": draw(st.booleans())},
        Cover: {"elements": tuple(draw(ELEMENTS))},
        Variety: {"dimension": draw(st.sampled_from([*DIMENSIONS, "step"]))},
        Diversity: draw(st.sampled_from([{}, {"distances": draw(_distances(len(codes)))}])),
        Stability: {"earlier": earlier},
        Kept: {"earlier": earlier},
        Cost: {"costs": costs},
        HeavyLoad: {"groups": draw(st.integers(1, 3))},
    }
    return kind(**fields.get(kind, {}))


@st.composite
def _elements(draw: st.DrawFn) -> Element:
    tags = st.sampled_from([("step", one) for one in STEPS] + [("discipline", "d1")])
    ends = draw(st.lists(tags, min_size=1, max_size=2, unique=True))
    at_least = draw(st.integers(1, 2))
    name = " + ".join(value for _, value in ends)
    weight = draw(st.sampled_from([0, 1, 2, 0.5]))
    return Element(name=name, ends=tuple(End(*one, at_least) for one in ends), weight=weight)


ELEMENTS = st.lists(_elements(), max_size=3, unique_by=lambda one: one.name)


@st.composite
def _distances(draw: st.DrawFn, size: int) -> tuple[tuple[int, ...], ...]:
    half = {pair: draw(WHOLE) for pair in itertools.combinations(range(size), 2)}
    return tuple(
        tuple(half.get((min(a, b), max(a, b)), 0) for b in range(size)) for a in range(size)
    )


@st.composite
def some_seating(draw: st.DrawFn, given: CompositionProblem) -> Members:
    """Draw members who are admitted, no more than the groups and their own load allow."""
    left = {one.code: (one.load or given.load)[1] for one in given.candidates}
    members = {}
    for spec in given.groups:
        fit = [one.code for one in given.candidates if _fits(one, spec) and left[one.code]]
        chosen = draw(st.lists(st.sampled_from(fit), unique=True)) if fit else []
        members[spec.id] = tuple(chosen[: spec.size[1]])
        for code in members[spec.id]:
            left[code] -= 1
    return members


def measured(given: CompositionProblem, members: Members, goal: Any) -> float:
    """Return what *goal* itself says of *members*."""
    people = {one.code: one for one in given.candidates}
    return float(
        goal.measure(given, {name: [people[c] for c in codes] for name, codes in members.items()})
    )


def worth_of(given: CompositionProblem, members: Members, term: Any) -> float:
    """Return what *term* comes to for *members*."""
    place = {one.code: number for number, one in enumerate(given.candidates)}
    people = {one.code: one for one in given.candidates}
    seats = Counter(code for codes in members.values() for code in codes)
    match term:
        case Covered():
            here = [people[code] for code in members[term.group]]
            return sum(one.weight for one in term.elements if _covered(one, here))
        case SeatWorth():
            return sum(term.worth[place[code]] for code in members[term.group])
        case Distances():
            pairs = (p for codes in members.values() for p in itertools.combinations(codes, 2))
            return sum(term.matrix[place[a]][place[b]] for a, b in pairs)
        case SizeSpread():
            sizes = [len(codes) for codes in members.values()]
            return max(sizes) - min(sizes)
        case TopLoad():
            return max(seats.values(), default=0)
        case Loaded():
            return sum(number >= term.least for number in seats.values())
    raise AssertionError(term)


def _covered(element: Element, here: list[Candidate]) -> bool:
    return all(
        sum(end.value in one.tags[end.dimension] for one in here) >= end.at_least
        for end in element.ends
    )
