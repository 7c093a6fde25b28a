"""
The cheapest choice of activities that serves every wish, found and proven by branching.

Each branch serves one wish that is not served yet, in each way that it can be. A branch is left when
what it costs at the least is no less than the best so far, or does not fit the limits. That least is
counted with prices: each wish is given a price, such that no activity is cheaper than the wishes it
serves together (the dual of the covering problem), so their sum cannot be undercut.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.learning.routes.case import Case, Dated, bits
from lerendwerk_core.learning.routes.timetable import Timetable, timetable

MOST_WISHES = 300
"""No group has so many; more would only serve to keep a machine busy."""
MOST_BRANCHES = 20_000
"""A catalogue of some forty activities takes some hundreds; this bounds a hostile one."""


@attrs.frozen(kw_only=True)
class Choice:
    """The options chosen, when each takes place, and whether no choice is proven cheaper."""

    chosen: int
    cost: int
    when: Timetable
    proven: bool


@attrs.frozen(kw_only=True)
class _Branch:
    """What is chosen, what may not be any more, which wishes with a day are settled, and the dues."""

    chosen: int
    barred: int
    settled: int
    due: Mapping[int, int]
    cost: int
    units: int
    parts: int


class _Done(Exception):  # noqa: N818 - no error
    """The search has what it came for, or has branched enough."""


class Search:
    """Looks for the cheapest choice in one case."""

    def __init__(self, case: Case, *, any_will_do: bool = False) -> None:
        self.case, self.any_will_do = case, any_will_do
        self.best: Choice | None = None
        self.left = MOST_BRANCHES
        self.servers = [
            sum(1 << at for at, served in enumerate(case.serves) if served >> bit & 1)
            for bit in range(len(case.plain))
        ]

    def run(self) -> Choice | None:
        """Return the cheapest choice; ``None`` if none serves every wish."""
        case = self.case
        start = _Branch(
            chosen=case.planned,
            barred=case.barred & ~case.planned,
            settled=0,
            due={},
            cost=0,
            units=sum(case.units[place] for place in bits(case.planned)),
            parts=0,
        )
        try:
            self.left = self.left if len(case.wishes) <= MOST_WISHES else 0
            self._branch(start)
        except _Done:
            if self.best and self.is_broken_off:
                return attrs.evolve(self.best, proven=False)
        return self.best

    @property
    def is_broken_off(self) -> bool:
        """Whether it stopped before it knew."""
        return self.left < 0

    def _branch(self, branch: _Branch) -> None:
        self.left -= 1
        if self.left < 0:
            raise _Done
        open_wishes = self.case.all_plain & ~self.case.served_by(branch.chosen)
        if self._is_hopeless(branch, open_wishes):
            return
        when = timetable(self.case, branch.chosen, branch.due)
        if when is None:
            return
        ways = self._ways(branch, open_wishes)
        if ways is None:
            self.best = Choice(chosen=branch.chosen, cost=branch.cost, when=when, proven=True)
            if self.any_will_do:
                raise _Done
            return
        for one in ways:
            self._branch(one)

    def _ways(self, branch: _Branch, open_wishes: int) -> Iterator[_Branch] | None:
        """Return the ways to serve one more wish; ``None`` when all are served."""
        for at, dated in enumerate(self.case.dated):
            if not self._is_settled(branch, at, dated):
                return self._in_time(branch, at, dated)
        if not open_wishes:
            return None
        hardest = min(
            bits(open_wishes),
            key=lambda bit: ((self.servers[bit] & ~branch.barred).bit_count(), bit),
        )
        return self._somehow(branch, self.servers[hardest])

    def _is_settled(self, branch: _Branch, at: int, dated: Dated) -> bool:
        """Whether a wish with a last day is served by something that is to be done by then."""
        return (
            dated.is_settled
            or bool(branch.settled >> at & 1)
            or any(
                before <= dated.before and dated.servers >> place & 1
                for place, before in branch.due.items()
            )
        )

    def _somehow(self, branch: _Branch, servers: int) -> Iterator[_Branch]:
        """Yield a branch per server; what was tried before is barred in those that follow."""
        barred = branch.barred
        for place in self._cheapest_first(servers & ~barred):
            wider = self._with(attrs.evolve(branch, barred=barred), place)
            if wider:
                yield wider
            barred |= 1 << place

    def _in_time(self, branch: _Branch, at: int, dated: Dated) -> Iterator[_Branch]:
        """Yield a branch per server that is to be done in time for the wish *at*."""
        for place in self._cheapest_first(dated.servers & ~branch.barred):
            wider = self._with(branch, place)
            if wider:
                before = min(dated.before, branch.due.get(place, dated.before))
                settled = branch.settled | 1 << at
                yield attrs.evolve(wider, settled=settled, due={**branch.due, place: before})

    def _with(self, branch: _Branch, place: int) -> _Branch | None:
        """Return *branch* with an option and all that it needs, if that may be."""
        case = self.case
        new = (1 << place | case.needs[place]) & ~branch.chosen
        if new & branch.barred:
            return None
        units = branch.units + sum(case.units[one] for one in bits(new))
        if case.most_units is not None and units > case.most_units and new & ~case.gives_up:
            return None
        barred = branch.barred
        for one in bits(new):
            barred |= case.bars[one]
        return attrs.evolve(
            branch,
            chosen=branch.chosen | new,
            barred=barred & ~(branch.chosen | new),
            cost=branch.cost + sum(case.cost[one] for one in bits(new)),
            units=units,
            parts=branch.parts + sum(case.parts[one] for one in bits(new)),
        )

    def _cheapest_first(self, servers: int) -> list[int]:
        return sorted(bits(servers), key=lambda place: self.case.cost[place])

    def _is_hopeless(self, branch: _Branch, open_wishes: int) -> bool:
        """Whether *branch* cannot become a choice that is cheaper than the best."""
        case, prices = self.case, _Prices(self, branch, open_wishes)
        if not case.gives_up and (
            prices.least(case.parts) > self._room(branch)
            or (case.most_units is not None and prices.least(case.units) > self._hours(branch))
        ):
            return True
        if self.best is None:
            return False
        left = self.best.cost - branch.cost
        return prices.least(case.cost) >= left or any(
            least >= left for least in self._with_limits(branch, prices)
        )

    def _room(self, branch: _Branch) -> int:
        return self.case.slots - branch.parts

    def _hours(self, branch: _Branch) -> int:
        return (self.case.most_units or 0) - branch.units

    def _with_limits(self, branch: _Branch, prices: _Prices) -> Iterator[int]:
        """
        Yield what the rest costs at the least when a limit has a price as well.

        Paying for every occasion (or hour) used, and getting back the price of those that there are,
        can only make a choice within the limit cheaper (Lagrange).
        """
        case, lost = self.case, self.case.price_of_giving_up
        if not lost:
            return
        if case.days is not None:
            room = self._room(branch)
            for share in (1, 2, 3, 4):
                price = lost // share
                costs = [c + price * parts for c, parts in zip(case.cost, case.parts, strict=True)]
                yield prices.least(costs) - price * room
        if case.most_units is not None:
            hours = self._hours(branch)
            for share in (250, 500, 1000, 2000):
                price = lost // share
                costs = [c + price * units for c, units in zip(case.cost, case.units, strict=True)]
                yield prices.least(costs) - price * hours


class _Prices:
    """Prices for the open wishes of a branch, the hardest to serve first."""

    def __init__(self, search: Search, branch: _Branch, open_wishes: int) -> None:
        allowed = [search.servers[bit] & ~branch.barred for bit in bits(open_wishes)]
        self.servers = [
            list(bits(one)) for one in sorted(allowed, key=lambda m: (m.bit_count(), m))
        ]

    def least(self, costs: Sequence[int]) -> int:
        """Return what serving all open wishes costs at the least, by *costs* per option."""
        left: dict[int, int] = {}
        total = 0
        for servers in self.servers:
            if not servers:
                return sum(costs) + 1
            price = min(left.get(place, costs[place]) for place in servers)
            for place in servers:
                left[place] = left.get(place, costs[place]) - price
            total += price
        return total
