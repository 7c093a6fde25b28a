"""
A bound where groups are alike: people's seats get a price, and one group is composed alone.

Whatever the prices, nothing is worth more than what all seats that people have to give cost together,
plus what the best group alone keeps of its worth once it has paid, times the number of groups
(Lagrange). The price of somebody who is wanted everywhere has to be high, and to find all prices
together takes rounds: each asks for the nearest prices that no round so far has shown to be of no use
(the level method of Lemaréchal, Nemirovskii and Nesterov, 1995). The solver is asked for single groups
only, which is why this goes on where it is lost among groups that are alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

import attrs
import numpy as np

from lerendwerk_core.composition.exact.highs import nearest, solved
from lerendwerk_core.composition.exact.linear import Linear, kinds_of, linear
from lerendwerk_core.composition.tally import Floats, Ints, Tally

CLOSE = 1e-6
NODES = 2_000
"""How large the search tree for a single group may grow."""
MOST_SORTS = 4
"""So many sorts of groups, at the most, are each composed alone."""
MOST_KINDS = 60
"""With more kinds of people to price the rounds bring nothing within minutes (measured at 120)."""
TOWARDS = 0.3
"""Where between the value and the bound the next prices have to bring the bound, by what is known."""


def bounds_alone(
    tally: Tally, value: float, *, rounds: int, stop: Callable[[], bool]
) -> Iterator[float]:
    """
    Yield ever better bounds on the first tier, in at most *rounds* rounds; *value* is what is reached.

    Both are such that more is better. There is no bound where groups are of too many sorts, or what
    they share is more than people.
    """
    desk = _Desk.of(tally)
    if desk is None:
        return
    best, least = math.inf, value
    center = price = _first_prices(tally, desk, stop)
    cuts: list[_Cut] = []
    for _ in range(rounds):
        if stop() or (cut := desk.asked(price, stop)) is None:
            return
        cuts.append(cut)
        if cut.bound < best - CLOSE:
            best, center = cut.bound, price
            yield desk.rounded(best)
        while True:
            if desk.is_settled(best, least):
                return
            level = least + TOWARDS * (best - least)
            found = nearest(center, [one.slope for one in cuts], [level - one.base for one in cuts])
            if found is not None:
                price = found
                break
            least = level  # no prices whatever bring the bound below this level


@attrs.frozen(eq=False)
class _Cut:
    """What a round showed: a bound, and that the bound is at least base + slope @ prices everywhere."""

    bound: float
    base: float
    slope: Floats


@attrs.frozen(eq=False)
class _Sort:
    """Groups that are alike: how many, and the model of one of them alone."""

    count: int
    model: Linear


@attrs.frozen(eq=False)
class _Desk:
    """Where seats are paid for: per kind of people the seats that they must and may have."""

    sorts: tuple[_Sort, ...]
    must: Floats
    may: Floats
    is_whole: bool

    @classmethod
    def of(cls, tally: Tally) -> _Desk | None:
        """Return the desk of *tally*, if groups share nothing but people."""
        shared = tally.distances or tally.floors or tally.spread or tally.top_load or tally.loaded
        apart = any(value.worth.shape[1] > 1 for value in tally.seat_values)
        sorts = _sorts(tally)
        if shared or apart or len(sorts) > MOST_SORTS:
            return None
        kinds, size = kinds_of(tally, merge=True)
        if len(size) > MOST_KINDS:
            return None
        models = [_Sort(len(groups), _model(tally, int(groups[0]))) for groups in sorts]
        if any(not np.array_equal(sort.model.kinds, kinds) for sort in models):
            return None
        worths = [one for sort in models for one in sort.model.wants[0].values()]
        return cls(
            sorts=tuple(models),
            must=_summed(kinds, tally.load_low, len(size)),
            may=_summed(kinds, np.minimum(tally.load_high, tally.groups), len(size)),
            is_whole=all(float(one).is_integer() for one in worths),
        )

    def asked(self, price: Floats, stop: Callable[[], bool]) -> _Cut | None:
        """Return what *price* (per kind, for a seat) shows."""
        seats = np.where(price > 0, self.may, self.must)
        bound = base = float(price @ seats)
        slope = seats.copy()
        for sort in self.sorts:
            seat = sort.model.seat[:, 0]
            there = np.flatnonzero(seat >= 0)
            worth = dict(sort.model.wants[0])
            for kind in there:
                worth[int(seat[kind])] = worth.get(int(seat[kind]), 0.0) - float(price[kind])
            answer = solved(sort.model, worth, stop=stop, nodes=NODES)
            if answer.solution is None or answer.bound is None or answer.objective is None:
                return None
            bound += sort.count * answer.bound
            base += sort.count * answer.objective
            slope[there] -= sort.count * np.round(answer.solution[seat[there]])
        return _Cut(bound, base - float(slope @ price), slope)

    def rounded(self, bound: float) -> float:
        """Return *bound* as it can be said: what is worth whole numbers only, has a whole bound."""
        return float(math.floor(bound + CLOSE)) if self.is_whole else bound + CLOSE

    def is_settled(self, best: float, least: float) -> bool:
        """Whether no prices make *best* better than it is, when all leave *least* at the least."""
        if self.is_whole:
            return math.floor(best + CLOSE) <= math.floor(least + CLOSE)
        return best - least <= CLOSE * max(1.0, abs(best))


def _summed(kinds: Ints, loads: Ints, count: int) -> Floats:
    """Return the *loads* of all people of each kind together."""
    sums = np.zeros(count)
    np.add.at(sums, kinds, loads)
    return sums


def _sorts(tally: Tally) -> list[Ints]:
    """Return the groups that are alike, together."""
    looks = np.stack([tally.profile_of, tally.doors, tally.size_low, tally.size_high], axis=1)
    _, sort = np.unique(looks, axis=0, return_inverse=True)
    return [np.flatnonzero(sort.ravel() == one) for one in range(int(sort.max(initial=-1)) + 1)]


def _model(tally: Tally, group: int) -> Linear:
    """Return the model of *group* alone, in which nobody has to have a seat."""
    only = [group]
    alone = attrs.evolve(
        tally,
        problem=attrs.evolve(tally.problem, groups=(tally.problem.groups[group],)),
        allowed=tally.allowed[:, only],
        doors=tally.doors[only],
        size_low=tally.size_low[only],
        size_high=tally.size_high[only],
        profile_of=tally.profile_of[only],
        load_low=np.zeros_like(tally.load_low),
    )
    return linear(alone, soft=False)


def _first_prices(tally: Tally, desk: _Desk, stop: Callable[[], bool]) -> Floats:
    """Return what a seat costs in the relaxed model of all groups."""
    model = linear(tally, soft=False)
    price = np.zeros(len(desk.may))
    answer = solved(model, model.wants[0], stop=stop, nodes=0, relaxed=True)
    if answer.prices is not None:
        person = {one.code: place for place, one in enumerate(tally.problem.candidates)}
        for (name, _, _), own in zip(model.rows, answer.prices, strict=True):
            if name[0] == "load":
                price[model.kinds[person[name[1]]]] += own
    return price
