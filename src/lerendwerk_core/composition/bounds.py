"""
What no composition can pass, by counting (design, 4.5).

Something that n people carry can be there in at most n times their load of the groups; what needs
two ends in no more groups than either of its ends. And the seats of a group hold no more than its
busiest people bring. Each bound holds by itself, whatever the other goals do.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.tally import (
    Floats,
    Ints,
    Profile,
    Tally,
    signed,
    tier_parts,
)
from lerendwerk_core.model.composition import CompositionProblem, CountingLine, Element, Sense
from lerendwerk_core.model.contracts import CompositionGoal


@attrs.frozen(kw_only=True)
class Counted:
    """A goal's bound by counting, and the lines of the count."""

    goal: CompositionGoal
    bound: float
    lines: tuple[CountingLine, ...] = ()


def goals_of(problem: CompositionProblem) -> tuple[tuple[int, CompositionGoal, float], ...]:
    """Return every goal of *problem* with its tier and weight."""
    return tuple(
        (tier, goal, weight)
        for tier, one in enumerate(problem.goals)
        for goal, weight in tier_parts(one)
    )


def counted(tally: Tally) -> tuple[Counted, ...]:
    """Return for every goal of *tally*, in order, a bound that no composition passes."""
    goals = (goal for _, goal, _ in goals_of(tally.problem))
    return tuple(_counted(tally.by_goal, goal, place) for place, goal in enumerate(goals))


def tier_bounds(problem: CompositionProblem, counts: tuple[Counted, ...]) -> tuple[float, ...]:
    """Return the bound of every tier, in the tier's own sense."""
    bounds = [0.0] * len(problem.goals)
    for (tier, goal, weight), one in zip(goals_of(problem), counts, strict=True):
        single = problem.goals[tier] is goal
        bounds[tier] += one.bound if single else signed(goal, weight) * one.bound
    return tuple(bounds)


def _counted(tally: Tally, goal: CompositionGoal, tier: int) -> Counted:
    lines: list[CountingLine] = []
    best = _covered(tally, goal, tier, lines) + _seated(tally, tier)
    best += _distant(tally, tier) - _overhead(tally, tier)
    bound = best if goal.sense is Sense.MOST else -best
    whole = round(bound)
    return Counted(
        goal=goal,
        bound=whole if math.isclose(bound, whole, abs_tol=1e-9) else bound,
        lines=tuple(lines),
    )


# -- what groups cover -------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class _Listed:
    """An element, the groups that list it, and what it is worth in each."""

    element: Element
    groups: Ints
    weights: Floats


def _covered(tally: Tally, goal: CompositionGoal, tier: int, lines: list[CountingLine]) -> float:
    single = joint = 0.0
    for listed in _elements(tally, tier):
        most = _most(tally, listed)
        lines.append(CountingLine(goal=goal.key, element=listed.element.name, groups=most))
        worth = float(np.sort(listed.weights)[::-1][:most].sum())
        if _is_plain(listed.element):
            single += worth
        else:
            joint += worth
    return min(single, _rooms(tally, tier)) + joint


def _is_plain(element: Element) -> bool:
    ends = set(element.ends)
    return len(ends) == 1 and next(iter(ends)).at_least == 1


def _elements(tally: Tally, tier: int) -> Iterator[_Listed]:
    """Yield every element of *tier* once, with all groups that list it."""
    found: dict[Any, tuple[Element, dict[int, float]]] = {}
    for number, profile in enumerate(tally.profiles):
        for element, own, weight in profile.elements:
            if own == tier:
                _, weights = found.setdefault(frozenset(element.ends), (element, {}))
                weights[number] = weights.get(number, 0.0) + weight
    for element, weights in found.values():
        groups = np.flatnonzero(np.isin(tally.profile_of, list(weights)))
        each = np.array([weights[number] for number in tally.profile_of[groups]])
        yield _Listed(element, groups, each)


def _most(tally: Tally, listed: _Listed) -> int:
    """Return in how many groups *listed* can be covered at the most."""
    ends = dict.fromkeys(listed.element.ends)
    holders = [_holders(tally, end) for end in ends]
    # Groups with the same door are open to the same people.
    _, first, many = np.unique(tally.doors[listed.groups], return_index=True, return_counts=True)
    some = listed.groups[first]
    for end, people in zip(ends, holders, strict=True):
        enough = tally.allowed[np.ix_(people, some)].sum(axis=0) >= end.at_least
        some, many = some[enough], many[enough]
    most = int(many.sum())
    for end, people in zip(ends, holders, strict=True):
        open_to = tally.allowed[np.ix_(people, some)] @ many
        seats = int(np.minimum(open_to, tally.load_high[people]).sum())
        most = min(most, seats // end.at_least)
    return most


def _holders(tally: Tally, end: Any) -> Ints:
    return np.flatnonzero(tally.columns[:-1, tally.column_of[end.dimension, end.value]])


def _rooms(tally: Tally, tier: int) -> float:
    """Return what the seats of all groups can hold: each its busiest people, and no more than all."""
    known: dict[Any, float] = {}
    total = 0.0
    for group in range(tally.groups):
        key = (tally.profile_of[group], tally.size_high[group], tally.doors[group])
        if key not in known:
            known[key] = _room(tally, tally.profiles[tally.profile_of[group]], group, tier)
        total += known[key]
    return total


def _room(tally: Tally, profile: Profile, group: int, tier: int) -> float:
    plain = profile.single[:, tier] * (profile.least == 1)
    brought = (tally.columns[:-1, profile.columns] > 0)[tally.allowed[:, group]] @ plain
    busiest = np.sort(brought)[::-1][: tally.size_high[group]]
    return float(min(busiest.sum(), plain.sum()))


# -- everything else ---------------------------------------------------------------------------------


def _seated(tally: Tally, tier: int) -> float:
    total = 0.0
    for value in tally.seat_values:
        if value.tier == tier:
            for group in range(tally.groups):
                column = group if value.worth.shape[1] > 1 else 0
                worth = np.sort(value.worth[:-1, column][tally.allowed[:, group]])[::-1]
                must, may = worth[: tally.size_low[group]], worth[: tally.size_high[group]]
                total += float(must.sum() + np.maximum(may[len(must) :], 0).sum())
    return total


def _distant(tally: Tally, tier: int) -> float:
    total = 0.0
    for own, matrix in tally.distances:
        if own == tier:
            total += _pairs_bound(tally, matrix[:-1, :-1])
    return total


def _pairs_bound(tally: Tally, matrix: Floats) -> float:
    """Return the best of two counts: everybody's farthest fellows, or the farthest pairs there are."""
    often = np.minimum(tally.load_high, tally.groups)
    seats = int(tally.size_high.max(initial=1)) - 1
    farthest = np.sort(matrix, axis=1)[:, ::-1][:, :seats].sum(axis=1)
    one, other = np.triu_indices(len(matrix), 1)
    pairs = np.repeat(matrix[one, other], np.minimum(often[one], often[other]))
    most = np.sort(pairs)[::-1][: _pairs_at_most(tally)]
    return float(min((farthest * often).sum() / 2, most.sum()))


def _pairs_at_most(tally: Tally) -> int:
    left, pairs = int(tally.load_high.sum()), 0
    for size in sorted(map(int, tally.size_high), reverse=True):
        seats = min(size, left)
        pairs, left = pairs + seats * (seats - 1) // 2, left - seats
    return pairs


def _overhead(tally: Tally, tier: int) -> float:
    """Return the least price of unequal sizes and of loads."""
    total = 0.0
    for own, weight in tally.spread:
        total += abs(weight) * _least_spread(tally) if own == tier else 0.0
    for own, weight in tally.top_load:
        total += abs(weight) * _least_top(tally) if own == tier else 0.0
    for own, weight, least in tally.loaded:
        forced = int((tally.load_low >= least).sum())
        total += abs(weight) * forced if own == tier else 0.0
    return total


def _least_spread(tally: Tally) -> int:
    apart = max(0, int(tally.size_low.max() - tally.size_high.min()))
    seats = int(tally.load_low.sum())
    forced = seats == int(tally.load_high.sum()) and seats % tally.groups
    return max(apart, int(bool(forced)))


def _least_top(tally: Tally) -> int:
    if not tally.people:
        return 0
    return max(int(tally.load_low.max()), -(-int(tally.size_low.sum()) // tally.people))


# -- wishes ------------------------------------------------------------------------------------------


def wishes_bound(tally: Tally) -> int:
    """
    Return the least that soft demands for seats must cost.

    Demands for the same people are counted together, because they share the few there are.
    """
    asked: dict[int, dict[int, int]] = {}
    prices: dict[int, float] = {}
    for group in range(tally.groups):
        rules = tally.profiles[tally.profile_of[group]].rules
        for column, low, (_, soft) in zip(rules.columns, rules.low, rules.price, strict=True):
            if soft and low > 0 and set(np.unique(tally.columns[:, column])) <= {0, 1}:
                seats = asked.setdefault(int(column), {})
                seats[group] = max(int(low), seats.get(group, 0))
                prices[int(column)] = min(soft, prices.get(int(column), soft))
    return sum(
        int(prices[column]) * _short(tally, column, seats) for column, seats in asked.items()
    )


def _short(tally: Tally, column: int, asked: dict[int, int]) -> int:
    holders = np.flatnonzero(tally.columns[:-1, column])
    room = sum(min(low, int(tally.allowed[holders, g].sum())) for g, low in asked.items())
    return sum(asked.values()) - min(room, int(tally.load_high[holders].sum()))
