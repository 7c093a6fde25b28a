"""
What no seating passes, by counting alone; None where counting says nothing.

Every bound here holds for any seating that keeps to sizes, loads and who is admitted. Requirements
are not looked at: they only make the truth less than the count.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import attrs

from lerendwerk_core.composition.verification.given import Given, can_be_bounded, parts_of, sign_in
from lerendwerk_core.model.composition import (
    CompositionProblem,
    Covered,
    Distances,
    End,
    Loaded,
    SeatWorth,
    Sense,
    SizeSpread,
    Term,
    TopLoad,
    Weighted,
)
from lerendwerk_core.model.contracts import CompositionGoal

Ends = frozenset[End]

COUNTED: Mapping[Sense, tuple[type, ...]] = {
    Sense.MOST: (Covered, SeatWorth, Distances),
    Sense.LEAST: (SeatWorth, SizeSpread, TopLoad, Loaded),
}
"""The terms that can be counted, for goals of which most or least is wanted."""


def counting_bound(problem: CompositionProblem, goal: CompositionGoal) -> float | None:
    """Return a value of *goal* that no seating of *problem* passes; None where counting has none."""
    return goal_bound(Given.of(problem), goal)


def tier_bound(given: Given, tier: CompositionGoal | Weighted) -> float | None:
    """Return the bound of *tier*, which is that of its goals together."""
    total = 0.0
    for goal, weight in parts_of(tier):
        bound = goal_bound(given, goal)
        if bound is None or weight < 0:
            return None
        total += sign_in(tier, goal) * weight * bound
    return total


def goal_bound(given: Given, goal: CompositionGoal) -> float | None:
    """Return the bound of *goal*: the sum over its terms, each kind bounded by itself."""
    terms = tuple(goal.terms(given.problem))
    countable = all(isinstance(term, COUNTED[goal.sense]) for term in terms)
    if not countable or not can_be_bounded(terms):
        return None
    return math.fsum(
        (
            _covered(given, [term for term in terms if isinstance(term, Covered)]),
            _seated(given, [term for term in terms if isinstance(term, SeatWorth)], goal.sense),
            *(_counted(given, term) for term in terms),
        )
    )


def _counted(given: Given, term: Term) -> float:
    """Return the bound of a term that is counted by itself."""
    match term:
        case Distances():
            return _distant(given, term.matrix)
        case SizeSpread():
            return _spread(given)
        case TopLoad():
            return _top(given)
        case Loaded():
            # Who sits nowhere has no load to count, however little is asked.
            return sum(low >= max(1, term.least) for low in given.least)
        case _:
            return 0.0


# -- what groups cover -------------------------------------------------------------------------------


@attrs.frozen(eq=False)
class Listed:
    """Something to cover, and what it is worth in each group that lists it and can cover it."""

    ends: Ends
    worth: Mapping[int, float]

    @property
    def plain(self) -> bool:
        """Whether one member covers it."""
        return len(self.ends) == 1 and all(end.at_least == 1 for end in self.ends)


def listed(given: Given, terms: Iterable[Covered]) -> list[Listed]:
    """Return what *terms* list, each once: what has the same ends is the same."""
    place = {group.id: number for number, group in enumerate(given.problem.groups)}
    found: dict[Ends, dict[int, float]] = {}
    for term in terms:
        for element in term.elements if term.group in place else ():
            worth = found.setdefault(frozenset(element.ends), {})
            group = place[term.group]
            worth[group] = worth.get(group, 0.0) + element.weight
    return [Listed(ends, _reached(given, ends, worth)) for ends, worth in found.items()]


def _reached(given: Given, ends: Ends, worth: Mapping[int, float]) -> dict[int, float]:
    """Return the part of *worth* in groups that admit enough people for all of *ends*."""
    asked = [(given.carry(end), end.at_least) for end in ends]
    enough = {
        admitted: all(len(who & admitted) >= least for who, least in asked)
        for admitted in {given.admitted[group] for group in worth}
    }
    return {group: weight for group, weight in worth.items() if enough[given.admitted[group]]}


def most_groups(given: Given, one: Listed) -> int:
    """Return in how many groups *one* can be covered: for each end, seats over members asked."""
    # Groups that admit the same people are looked at once.
    alike = Counter(given.admitted[group] for group in one.worth)
    asked = [end for end in one.ends if end.at_least > 0]
    seats = ((_seats(given, given.carry(end), alike), end.at_least) for end in asked)
    return min([len(one.worth), *(number // least for number, least in seats)])


def element_groups(given: Given, goal: CompositionGoal) -> dict[str, int]:
    """Return for the name of everything *goal* covers in how many groups it can be at the most."""
    terms = [term for term in goal.terms(given.problem) if isinstance(term, Covered)]
    most = {one.ends: most_groups(given, one) for one in listed(given, terms)}
    named: dict[str, set[Ends]] = {}
    for term in terms:
        for element in term.elements:
            named.setdefault(element.name, set()).add(frozenset(element.ends))
    return {name: sum(most.get(ends, 0) for ends in many) for name, many in named.items()}


def _seats(given: Given, people: frozenset[int], groups: Mapping[frozenset[int], int]) -> int:
    """Return how many seats *people* can have in *groups* together."""
    open_to: Counter[int] = Counter()
    for who, number in groups.items():
        for person in people & who:
            open_to[person] += number
    return sum(min(given.most[person], number) for person, number in open_to.items())


def _covered(given: Given, terms: Sequence[Covered]) -> float:
    """Return what groups cover at most: each thing where it is worth most, and no more than fits."""
    found = listed(given, terms)
    worths = [
        (one.plain, math.fsum(heapq.nlargest(most_groups(given, one), one.worth.values())))
        for one in found
    ]
    plain = math.fsum(worth for is_plain, worth in worths if is_plain)
    other = math.fsum(worth for is_plain, worth in worths if not is_plain)
    return min(plain, _rooms(given, [one for one in found if one.plain])) + other


def _rooms(given: Given, found: Sequence[Listed]) -> float:
    """Return what the seats of all groups have room for, of what one member covers."""
    in_group: dict[int, list[tuple[frozenset[int], float]]] = {}
    for one in found:
        who = frozenset().union(*map(given.carry, one.ends))
        for group, weight in one.worth.items():
            in_group.setdefault(group, []).append((who, weight))
    # Groups of one size, that admit the same people and list the same, have the same room.
    alike = Counter(
        (given.admitted[group], given.sizes[group][1], tuple(there))
        for group, there in in_group.items()
    )
    return math.fsum(times * _room(*group) for group, times in alike.items())


def _room(
    admitted: frozenset[int], seats: int, there: Iterable[tuple[frozenset[int], float]]
) -> float:
    """Return what the members who bring most of what is *there* to cover bring together."""
    brings: dict[int, float] = {}
    total = 0.0
    for who, weight in there:
        total += weight
        for person in who & admitted:
            brings[person] = brings.get(person, 0.0) + weight
    return min(total, math.fsum(heapq.nlargest(seats, brings.values())))


# -- what seats are worth ----------------------------------------------------------------------------


def _seated(given: Given, terms: Iterable[SeatWorth], sense: Sense) -> float:
    """Return what the best members of each group are worth: those it must have, and who is a gain."""
    place = {group.id: number for number, group in enumerate(given.problem.groups)}
    worths: dict[int, list[Sequence[float]]] = {}
    for term in terms:
        if term.group in place:
            worths.setdefault(place[term.group], []).append(term.worth)
    return math.fsum(_best(given, group, many, sense) for group, many in worths.items())


def _best(given: Given, group: int, worths: Iterable[Sequence[float]], sense: Sense) -> float:
    sign = 1 if sense is Sense.MOST else -1
    together = [math.fsum(each) for each in zip(*worths, strict=True)]
    low, high = given.sizes[group]
    best = sorted((sign * together[person] for person in given.admitted[group]), reverse=True)
    return sign * math.fsum((*best[:low], *(max(0.0, worth) for worth in best[low:high])))


# -- distances ---------------------------------------------------------------------------------------


def _distant(given: Given, matrix: Sequence[Sequence[float]]) -> float:
    """Return the lesser of two counts: everyone with their farthest, and the farthest pairs."""
    people = range(len(given.most))
    # A seating lists members in any order, so a pair counts for the larger of its two distances.
    far = [[max(0.0, matrix[a][b], matrix[b][a]) for b in people] for a in people]
    bound = min(_farthest_of_each(given, far), _farthest_pairs(given, far))
    whole = all(float(distance).is_integer() for row in far for distance in row)
    return math.floor(bound) if whole else bound


def _farthest_of_each(given: Given, far: Sequence[Sequence[float]]) -> float:
    others = max((high for _, high in given.sizes), default=1) - 1
    return (
        math.fsum(
            seats * math.fsum(heapq.nlargest(others, (*row[:one], *row[one + 1 :])))
            for one, (row, seats) in enumerate(zip(far, given.most, strict=True))
        )
        / 2
    )


def _farthest_pairs(given: Given, far: Sequence[Sequence[float]]) -> float:
    pairs = (
        (far[a][b], min(given.most[a], given.most[b])) for a in range(len(far)) for b in range(a)
    )
    left = _most_pairs(given)
    worth = []
    for distance, times in heapq.nlargest(left, (pair for pair in pairs if pair[1])):
        worth.append(distance * min(times, left))
        left -= min(times, left)
    return math.fsum(worth)


def _most_pairs(given: Given) -> int:
    """Return how many pairs can share a group: large groups hold most, so they are filled first."""
    left, pairs = sum(given.most), 0
    for high in sorted((high for _, high in given.sizes), reverse=True):
        seats = min(high, left)
        pairs += seats * (seats - 1) // 2
        left -= seats
    return pairs


# -- sizes and loads ---------------------------------------------------------------------------------


def _spread(given: Given) -> int:
    """Return how unequal groups must be: by their bounds, or because the seats do not divide."""
    largest = max((low for low, _ in given.sizes), default=0)
    smallest = min((high for _, high in given.sizes), default=0)
    seats, groups = sum(given.least), len(given.sizes)
    uneven = bool(groups) and seats == sum(given.most) and seats % groups > 0
    return max(largest - smallest, int(uneven))


def _top(given: Given) -> int:
    """Return the load that somebody must have: their own least, or the seats shared out evenly."""
    if not given.least:
        return 0
    seats = sum(low for low, _ in given.sizes)
    return max(*given.least, -(-seats // len(given.least)))
