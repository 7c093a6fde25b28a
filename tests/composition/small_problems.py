"""Small composition problems at random, and a plain reading of them that shares no code with ours."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hypothesis import strategies as st

from lerendwerk_core.model.composition import (
    GOALS,
    Apart,
    AtLeast,
    AtLeastShare,
    AtMost,
    AtMostShare,
    Balance,
    Candidate,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    GroupSpec,
    HandoverCover,
    LargestLoad,
    Seating,
    StepCover,
    Together,
    Variety,
    Weighted,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text

BECAUSE = Text("Zo is het gevraagd.", "So it was asked.")
STEPS = ("s1", "s2", "s3", "s4")
DIMENSIONS = ("discipline", "organisation")
TIERS: tuple[Any, ...] = (
    (HandoverCover(), Balance()),
    (StepCover(at_least=2), LargestLoad()),
    (Weighted(parts=((StepCover(), 2.0), (HandoverCover(), 1.0))), Variety(dimension="discipline")),
)
Members = Mapping[str, tuple[str, ...]]


def person(code: str, steps: str = "", *, area: str = "", **tags: str) -> Candidate:
    """Return a candidate whose tags are given as words with spaces between them."""
    given = {"step": steps, "discipline": "d1", "organisation": "o1", **tags}
    table = Table((dimension, tuple(words.split())) for dimension, words in given.items())
    return Candidate(code=code, tags=table, area=area)


def group(id_: str, size: tuple[int, int], steps: str = "s1 s2", **more: Any) -> GroupSpec:
    """Return a group that learns on *steps*."""
    return GroupSpec(id=id_, size=size, steps=tuple(steps.split()), **more)


def problem(
    people: Sequence[Candidate], *groups: GroupSpec, asked: Sequence[Any] = (), **more: Any
) -> CompositionProblem:
    """Return the problem of seating *people* in *groups* as *asked*."""
    return CompositionProblem(
        candidates=tuple(people), groups=groups, requirements=tuple(asked), **more
    )


def seating(**members: str) -> Seating:
    """Return a seating whose members are given as codes with spaces between them."""
    return Seating(members=seated(**members), stopped_by="effort", seed=0)


def seated(**members: str) -> Table[str, tuple[str, ...]]:
    """Return the members of groups, given as codes with spaces between them."""
    return Table((name, tuple(codes.split())) for name, codes in members.items())


# -- random ones -----------------------------------------------------------------------------------


@st.composite
def problems(draw: st.DrawFn, *, crowded: bool = False) -> CompositionProblem:
    """Draw a problem of at most seven people and two groups; *crowded* ones are larger."""
    numbers = draw(st.sampled_from([1, 2]))
    most = 7 if numbers == 1 or crowded else 5
    people = [draw(_people(f"c{one}")) for one in range(1, draw(st.integers(2, most)) + 1)]
    groups = [draw(_groups(f"g{one}")) for one in range(1, numbers + 1)]
    asked = draw(st.lists(_requirements([one.code for one in people]), max_size=4))
    load = draw(st.sampled_from([(0, 1), (0, 1), (1, 1), (0, 2), (1, 2)]))
    goals = draw(st.sampled_from([GOALS, GOALS, GOALS[::-1], *TIERS]))
    return problem(people, *groups, asked=asked, load=load, goals=goals)


def _some(values: Sequence[str], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=3, unique=True).map(tuple)


@st.composite
def _people(draw: st.DrawFn, code: str) -> Candidate:
    tags = {
        "step": draw(_some(STEPS)),
        "discipline": draw(_some(["d1", "d2", "d3"])),
        "organisation": (draw(st.sampled_from(["o1", "o2", "o3"])),),
    }
    return Candidate(
        code=code,
        tags=Table(tags),
        area=draw(st.sampled_from(["", "", "", "n"])),
        moments=draw(st.sampled_from([(), (), ("mo",), ("mo", "tu")])),
        load=draw(st.sampled_from([None, None, None, (0, 2)])),
        invited=draw(st.booleans()),
    )


@st.composite
def _groups(draw: st.DrawFn, id_: str) -> GroupSpec:
    pairs = [pair for pair in itertools.product(STEPS, STEPS) if pair[0] < pair[1]]
    handovers = draw(st.lists(st.sampled_from(pairs), max_size=3))
    low = draw(st.integers(0, 2))
    return GroupSpec(
        id=id_,
        size=(low, draw(st.integers(max(low, 1), 4))),
        steps=draw(_some(STEPS, 1)),
        handovers=tuple(handovers),
        weights=tuple(draw(st.integers(1, 3)) for _ in handovers),
        area=draw(st.sampled_from(["", "", "n", "z"])),
        moment=draw(st.sampled_from(["", "", "mo", "tu"])),
        performers_only=draw(st.sampled_from([False, False, True])),
    )


KINDS = (
    AtLeast,
    AtMost,
    AtLeastShare,
    AtMostShare,
    Distinct,
    Together,
    Apart,
    Fixed,
    Excluded,
)


@st.composite
def _requirements(draw: st.DrawFn, codes: list[str]) -> Any:
    kind = draw(st.sampled_from(KINDS))
    groups = draw(st.sampled_from([(), ("g1",), ("g2",), ("g1", "g2")]))
    dimension = draw(st.sampled_from(DIMENSIONS))
    value = draw(st.sampled_from(["1", "2"]))
    one_value = f"{dimension[0]}{value}"
    several = draw(st.lists(st.sampled_from([*codes, "stranger"]), min_size=2, max_size=3))
    fields = {
        AtLeast: {"dimension": dimension, "value": one_value, "minimum": draw(st.integers(1, 2))},
        AtMostShare: {
            "dimension": dimension,
            "value": draw(st.sampled_from(["", one_value])),
            "share": draw(st.sampled_from([0.34, 0.5, 0.75])),
        },
        AtMost: {"dimension": dimension, "value": one_value, "maximum": draw(st.integers(0, 2))},
        AtLeastShare: {
            "dimension": dimension,
            "value": one_value,
            "share": draw(st.sampled_from([0.34, 0.5, 0.75])),
        },
        Distinct: {"dimension": dimension, "minimum": draw(st.integers(1, 3))},
        Together: {"codes": tuple(several)},
        Apart: {"codes": tuple(several)},
        Fixed: {"code": several[0]},
        Excluded: {"code": several[0]},
    }[kind]
    hard = draw(st.booleans())
    named = {"name": kind.__name__, "because": BECAUSE, "cost": draw(st.sampled_from([1, 1, 3]))}
    return kind(groups=groups, hard=hard, **named, **fields)


# -- a plain reading of them -----------------------------------------------------------------------


def short(one: Any, members: Sequence[Candidate]) -> int:
    """Return by how much *members* fall short of *one*, counted in the plainest way."""
    codes = [member.code for member in members]
    if isinstance(one, AtLeast | AtMost | AtLeastShare | AtMostShare | Distinct):
        brought = [value for m in members for value in m.tags[one.dimension]]
        if isinstance(one, AtLeast):
            return max(0, one.minimum - brought.count(one.value))
        if isinstance(one, AtMost):
            return max(0, brought.count(one.value) - one.maximum)
        if isinstance(one, AtLeastShare):
            return max(0, -int(-one.share * len(members) // 1) - brought.count(one.value))
        if isinstance(one, Distinct):
            return max(0, one.minimum - len(set(brought)))
        over = [brought.count(v) - int(one.share * len(members)) for v in set(brought)]
        named = brought.count(one.value) - int(one.share * len(members))
        return max(0, named) if one.value else sum(max(0, excess) for excess in over)
    if isinstance(one, Fixed | Excluded):
        return int((one.code in codes) is isinstance(one, Excluded))
    here = set(one.codes) & set(codes)
    if isinstance(one, Together):
        return len(set(one.codes)) - len(here) if here else 0
    return max(0, len(here) - 1)


def demands_short(given: CompositionProblem, members: Members, *, hard: bool) -> int:
    """Return what missing the requirements of all groups costs, hard (by the seat) or soft."""
    people = {one.code: one for one in given.candidates}
    return sum(
        short(one, [people[code] for code in members[spec.id]]) * (1 if hard else one.cost)
        for spec in given.groups
        for one in given.requirements
        if one.hard is hard and (not one.groups or spec.id in one.groups)
    )


def values(given: CompositionProblem, members: Members) -> tuple[int, ...]:
    """Return the value of every goal of *given*, in its order, the parts of a tier one by one."""
    goals = [goal for tier in given.goals for goal, _ in parts(tier)]
    return tuple(_value(given, members, goal) for goal in goals)


def parts(tier: Any) -> tuple[tuple[Any, float], ...]:
    """Return the goals of *tier* with their weights."""
    return tier.parts if isinstance(tier, Weighted) else ((tier, 1.0),)


def _value(given: CompositionProblem, members: Members, goal: Any) -> int:
    people = {one.code: one for one in given.candidates}
    seats = [(spec, [people[code] for code in members[spec.id]]) for spec in given.groups]
    sizes = [len(seated) for _, seated in seats]
    if isinstance(goal, Balance):
        return max(sizes) - min(sizes)
    if isinstance(goal, LargestLoad):
        everybody = [code for codes in members.values() for code in codes]
        return max(map(everybody.count, everybody), default=0)
    return sum(_in_group(goal, spec, seated) for spec, seated in seats)


def _in_group(goal: Any, spec: GroupSpec, seated: Sequence[Candidate]) -> int:
    can = [step for one in seated for step in one.tags["step"]]
    if isinstance(goal, StepCover):
        return sum(can.count(step) >= goal.at_least for step in spec.steps)
    if isinstance(goal, HandoverCover):
        both = zip(spec.handovers, spec.weights, strict=True)
        return sum(weight for ends, weight in both if {*ends} <= {*can} & {*spec.steps})
    return len({value for one in seated for value in one.tags[goal.dimension]})


def rank(given: CompositionProblem, members: Members) -> tuple[float, ...]:
    """Return what a seating is compared by: fewest soft seats short, then the tiers in order."""
    tiers = (
        sum(_sign(goal) * weight * _value(given, members, goal) for goal, weight in parts(tier))
        for tier in given.goals
    )
    return (-demands_short(given, members, hard=False), *tiers)


def _sign(goal: Any) -> int:
    return -1 if isinstance(goal, Balance | LargestLoad) else 1


def seatings(given: CompositionProblem) -> Iterator[Members]:
    """Yield every seating that breaks nothing, by trying them all."""
    names = [spec.id for spec in given.groups]
    for chosen in itertools.product(*(_fillings(given, spec) for spec in given.groups)):
        members = dict(zip(names, chosen, strict=True))
        if _load_kept(given, members) and not demands_short(given, members, hard=True):
            yield members


def _fillings(given: CompositionProblem, spec: GroupSpec) -> list[tuple[str, ...]]:
    fit = [p.code for p in given.candidates if _fits(p, spec)]
    low, high = spec.size
    return [one for size in range(low, high + 1) for one in itertools.combinations(fit, size)]


def _fits(one: Candidate, spec: GroupSpec) -> bool:
    elsewhere = one.area != spec.area and "" not in (one.area, spec.area)
    away = bool(one.moments and spec.moment) and spec.moment not in one.moments
    idle = spec.performers_only and not one.invited and not {*one.tags["step"]} & {*spec.steps}
    return not (elsewhere or away or idle)


def _load_kept(given: CompositionProblem, members: Members) -> bool:
    for one in given.candidates:
        low, high = one.load or given.load
        if not low <= sum(one.code in codes for codes in members.values()) <= high:
            return False
    return True
