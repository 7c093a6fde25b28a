"""A problem in numbers and bits, as the search works on it."""

from __future__ import annotations

import bisect
import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.learning.routes import alike
from lerendwerk_core.model.routes import RouteOption, RouteProblem, Wish

UNITS = 1000
"""Hours are counted in thousandths, so that sums are exact."""


@attrs.frozen(kw_only=True)
class Dated:
    """
    A ``wish`` with a last day, by its place: the bits of what can serve it, and before which occasion.

    ``is_settled`` when something planned serves it in time.
    """

    wish: int
    servers: int
    before: int
    is_settled: bool


@attrs.frozen(kw_only=True, eq=False)
class Case:
    """
    A problem in numbers and bits.

    Option ``i`` is bit ``i``: what it serves (``serves``, bits of plain wishes), what must be chosen
    with it (``needs``), how many occasions it takes (``parts``) and from which on it can (``release``).
    ``bars`` is what need not be tried with it, because it is the same but for its subject.
    ``dated`` are the wishes with a last day. Giving up a wish is an option too, that takes no time;
    ``gives_up`` holds the bits of those. ``days`` are the free occasions, ``None`` without any.

    ``cost`` puts everything that counts in one whole number: wishes given up, then hours, then
    activities, then the order of the catalogue, so that no two choices cost the same.
    """

    options: tuple[RouteOption, ...]
    wishes: tuple[Wish, ...]
    units: tuple[int, ...]
    cost: tuple[int, ...]
    serves: tuple[int, ...]
    needs: tuple[int, ...]
    parts: tuple[int, ...]
    release: tuple[int, ...]
    planned: int
    barred: int
    gives_up: int
    bars: tuple[int, ...]
    plain: tuple[int, ...]
    dated: tuple[Dated, ...]
    most_units: int | None
    days: tuple[dt.date, ...] | None

    @property
    def slots(self) -> int:
        """How many occasions there are; without days as many as everything takes."""
        return sum(self.parts) if self.days is None else len(self.days)

    @property
    def price_of_giving_up(self) -> int:
        """What it costs to give up a wish, more or less; 0 where none can be."""
        return max(self.cost) if self.gives_up else 0

    @property
    def all_plain(self) -> int:
        """The bits of all plain wishes."""
        return (1 << len(self.plain)) - 1

    def served_by(self, chosen: int) -> int:
        """Return the plain wishes that *chosen* options serve."""
        served = 0
        for place in bits(chosen):
            served |= self.serves[place]
        return served


def bits(mask: int) -> Iterator[int]:
    """Yield the places of the bits in *mask*, lowest first."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


def mask_of(places: Iterable[int]) -> int:
    """Return the bits at *places*."""
    mask = 0
    for place in places:
        mask |= 1 << place
    return mask


def case_of(problem: RouteProblem, *, may_give_up: bool = True) -> Case:
    """Return *problem* in numbers; with *may_give_up* every wish can be given up at a price."""
    options, wishes = problem.options, problem.wishes
    days = _free_days(problem)
    count, extra = len(options), len(wishes) if may_give_up else 0
    # Behind the options come those of giving up a wish: they take no time and need nothing.
    beyond = (0,) * extra
    plain = [at for at, one in enumerate(wishes) if one.by is None or days is None]
    dated = [at for at in range(len(wishes)) if at not in set(plain)]
    servers = _servers(problem, extra)
    units = [*(round(one.hours * UNITS) for one in options), *beyond]
    first = _first_of_each(options)
    chains = [_chain(one, options, first) for one in options]
    return Case(
        options=options,
        wishes=wishes,
        units=tuple(units),
        cost=tuple(_costs(options, units)),
        serves=tuple(_turned([servers[at] for at in plain], count + extra)),
        needs=(*(chain or 0 for chain in chains), *beyond),
        parts=(*(_parts(one, problem) for one in options), *beyond),
        release=(*(_release(one, options, first, days) for one in options), *beyond),
        planned=mask_of(at for at, one in enumerate(options) if one.planned),
        barred=mask_of(at for at, chain in enumerate(chains) if chain is None),
        gives_up=mask_of(range(count, count + extra)),
        bars=(*alike.bars(options, wishes), *beyond),
        plain=tuple(plain),
        dated=tuple(_dated(at, wishes[at], servers[at], options, days) for at in dated),
        most_units=None if problem.hours is None else round(problem.hours * UNITS),
        days=days,
    )


def _servers(problem: RouteProblem, extra: int) -> list[int]:
    """Return the bits of what serves each wish, giving it up included where that may be."""
    place = {one.id: at for at, one in enumerate(problem.options)}
    count = len(problem.options)
    return [
        mask_of(place[one] for one in wish.served_by if one in place)
        | (1 << (count + at) if extra else 0)
        for at, wish in enumerate(problem.wishes)
    ]


def _turned(servers: Sequence[int], count: int) -> Iterator[int]:
    """Yield per option the bits of the wishes that it serves, from what serves each wish."""
    for own in range(count):
        yield mask_of(bit for bit, mask in enumerate(servers) if mask >> own & 1)


def _costs(options: tuple[RouteOption, ...], units: list[int]) -> Iterator[int]:
    count = len(units)
    step = (count + 1) << count
    everything = (sum(units) + 1) * step
    for at, hours in enumerate(units):
        if at >= len(options):
            yield everything + (1 << at)
        elif options[at].planned:
            yield 0
        else:
            yield hours * step + (1 << count) + (1 << at)


def _free_days(problem: RouteProblem) -> tuple[dt.date, ...] | None:
    """Return the days on which nothing is planned yet, in order."""
    if problem.occasions is None:
        return None
    taken = {one.date for one in problem.options if one.planned}
    return tuple(day for day in sorted(problem.occasions) if day not in taken)


def _first_of_each(options: tuple[RouteOption, ...]) -> dict[str, int]:
    """Return where each activity stands; of one that is planned more than once, the earliest."""
    dates = [one.date or dt.date.max for one in options]
    order = sorted(range(len(options)), key=lambda at: (not options[at].planned, dates[at]))
    return {options[at].activity: at for at in reversed(order)}


def _dated(
    at: int,
    wish: Wish,
    servers: int,
    options: tuple[RouteOption, ...],
    days: tuple[dt.date, ...] | None,
) -> Dated:
    last = wish.by or dt.date.max
    planned = mask_of(place for place, one in enumerate(options) if one.planned)
    dates = [options[place].date for place in bits(servers & planned)]
    return Dated(
        wish=at,
        servers=servers & ~planned,
        before=bisect.bisect_right(days or (), last),
        is_settled=any(date is None or date <= last for date in dates),
    )


def _parts(option: RouteOption, problem: RouteProblem) -> int:
    if option.planned:
        return 0
    return max(1, math.ceil(option.hours / problem.hours_per_occasion - 1e-9))


def _release(
    option: RouteOption,
    options: tuple[RouteOption, ...],
    place: Mapping[str, int],
    days: tuple[dt.date, ...] | None,
) -> int:
    """Return the first occasion after everything planned that *option* must follow."""
    dates = [options[place[one]].date for one in option.after if one in place]
    held = [date for date in dates if date is not None]
    return bisect.bisect_right(days, max(held)) if days and held else 0


def _chain(
    option: RouteOption, options: tuple[RouteOption, ...], place: Mapping[str, int]
) -> int | None:
    """Return all that must be chosen with *option*; ``None`` if that cannot be."""
    found, waiting = 0, [option]
    while waiting:
        one = waiting.pop()
        if one.planned:
            continue
        for name in one.after:
            if name not in place or name == option.activity:
                return None
            bit = 1 << place[name]
            if not found & bit:
                found |= bit
                waiting.append(options[place[name]])
    return found
