"""What soft requirements must cost at the least, by counting who there is to meet them."""

from __future__ import annotations

import attrs

from lerendwerk_core.composition.verification.given import Given
from lerendwerk_core.model.composition import Count
from lerendwerk_core.model.contracts import Requirement


@attrs.define(eq=False)
class _Asked:
    """The seats asked per group for one set of people, and the least that a seat short costs."""

    seats: dict[int, int] = attrs.field(factory=dict)
    cost: int = 0

    def ask(self, group: int, seats: int, cost: int) -> None:
        """Take in that *group* asks for *seats*; of several wishes in a group the largest counts."""
        self.seats[group] = max(seats, self.seats.get(group, 0))
        self.cost = min(cost, self.cost or cost)


def wishes_bound(given: Given) -> int | None:
    """
    Return the least that soft requirements must cost; None where failing one would be a gain.

    Wishes for the same people are counted together, because they share the few there are.
    """
    soft = [one for one in given.problem.requirements if not one.hard]
    if any(one.cost < 0 for one in soft):
        return None
    asked: dict[tuple[int, ...], _Asked] = {}
    for one in soft:
        _take(given, one, asked)
    return sum(many.cost * _short(given, people, many) for people, many in asked.items())


def _take(given: Given, one: Requirement, asked: dict[tuple[int, ...], _Asked]) -> None:
    """Enter in *asked* the seats that *one* asks for, where it is plainly for some of the people."""
    for rule in one.rules(given.problem.candidates) if one.cost else ():
        if not isinstance(rule, Count) or rule.low is None or rule.low <= 0:
            continue
        if rule.unit == 1 and set(rule.weights) <= {0, 1}:
            many = asked.setdefault(rule.weights, _Asked())
            for number, group in enumerate(given.problem.groups):
                if not one.groups or group.id in one.groups:
                    many.ask(number, rule.low, one.cost)


def _short(given: Given, people: tuple[int, ...], asked: _Asked) -> int:
    """Return how many of the seats *asked* nobody can take."""
    holders = frozenset(place for place, weight in enumerate(people) if weight)
    room = sum(
        min(seats, len(holders & given.admitted[group]), given.sizes[group][1])
        for group, seats in asked.seats.items()
    )
    return sum(asked.seats.values()) - min(room, sum(given.most[place] for place in holders))
