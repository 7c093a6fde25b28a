"""
A search for groups that are to cover: seats change occupants, a great many weighed at a time.

Every move is an exchange of two seats in different groups. Who has no seat, or may have one more,
waits on the *bench*, which is worth nothing; an empty seat is held by *nobody*. So joining, leaving
and moving are exchanges as well, and sizes and loads stay what they may be. What a move gains in
cover is looked up (see ``masks``); only of those that pass are the requirements counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.search.deal import dealt
from lerendwerk_core.composition.search.masks import is_maskable
from lerendwerk_core.composition.search.plan import Hall, Plan
from lerendwerk_core.composition.search.seats import Seats
from lerendwerk_core.composition.tally import Floats, Ints, Tally

BATCHES = {"quick": 1_000, "normal": 32_000, "thorough": 320_000}
WORK = {"quick": 20_000_000, "normal": 60_000_000, "thorough": 1_600_000_000}
"""How many batches of exchanges are weighed at the most, and how many exchanges, in all turns."""
SMALL = 60
"""Problems with fewer people need fewer batches, in proportion."""
FIRST = 2_000
"""How many batches the first turn has; every next one has twice as many, to cool down slower."""
MANY = 1_000
"""With so many people a turn comes out much like any other, so that one long one is best."""
LEAST_BATCH, MOST_BATCH = 256, 20_000
HEATS = ((0.05, 0.008), (0.2, 0.05), (0.12, 0.06), (0.2, 0.02))
"""
How much of a usual gain an exchange may lose, at first and in the end: a turn each, and again.

Many groups are best cooled down far; a few that lack much are bettered only while it stays warm.
"""
FROM_START = (0.015, 0.008)
"""The same when somebody's seating is the start: so little that it is bettered and not left."""
ASK_EVERY, SHOW_EVERY = 64, 512
"""How many batches pass between looking whether to stop, and between showing the best so far."""
CLOSE = 1e-9


def is_only_cover(tally: Tally) -> bool:
    """Whether groups are to cover, and nothing counts but that, worth of seats and requirements."""
    other = tally.distances or tally.floors or tally.spread or tally.top_load or tally.loaded
    return not other and tally.people > 0 and tally.groups > 1 and is_maskable(tally)


@attrs.frozen(eq=False)
class Found:
    """A table of members, their value, and whether nothing can be better."""

    members: Ints
    value: Floats
    proven: bool


def exchanged_seats(
    tally: Tally,
    *,
    seed: int,
    effort: str,
    target: Floats,
    stop: Callable[[], bool],
    start: Ints | None = None,
    tell: Callable[[Floats], None] = lambda _: None,
) -> Found:
    """
    Return the best seating found, from *start* (a table of members) or from people dealt out.

    *target* is a value that nothing exceeds: who reaches it is done. *tell* hears better values.
    """
    count = int(np.clip(tally.people, LEAST_BATCH, MOST_BATCH))
    hall, best = Hall.of(tally), None
    most = min(int(BATCHES[effort] * min(1.0, tally.people / SMALL)), WORK[effort] // count)
    first = most if tally.people >= MANY else FIRST
    for turn, batches in enumerate(_turns(max(1, most), max(1, first))):
        chance = np.random.default_rng([seed % 2**63, turn])
        if start is not None and not turn:
            members, heats = start, FROM_START
        else:
            members, heats = dealt(tally, chance), HEATS[turn % len(HEATS)]
        plan = Plan.of(hall, members, chance)
        for table in _cooling(plan, heats, count, batches, target, stop):
            value = Seats.of(tally, table).total()
            if best is None or tuple(value) > tuple(best.value):
                best = Found(table, value, proven=tuple(value) >= tuple(target))
                tell(value)
            if best.proven:
                break
        if stop() or (best is not None and best.proven):
            break
    assert best is not None  # noqa: S101 - every turn yields at least its start
    return best


def _turns(batches: int, own: int) -> Iterator[int]:
    """Yield how many batches every turn has, *batches* together and the first *own*."""
    while batches:
        own = batches if batches < 3 * own else own  # what is left makes no turn of its own
        yield own
        batches, own = batches - own, 2 * own


def _cooling(
    plan: Plan,
    heats: tuple[float, float],
    count: int,
    batches: int,
    target: Floats,
    stop: Callable[[], bool],
) -> Iterator[Ints]:
    """Yield the members on *plan* whenever they may be the best, while it cools."""
    aim = float(target @ plan.hall.steep)
    aim -= CLOSE * max(1.0, abs(aim))
    best, kept, shown = plan.total(), plan.who.copy(), False
    (warm, cold), scale = heats, _scale(plan)
    for batch in range(batches):
        if batch % ASK_EVERY == 0 and stop():
            break
        if not shown and (batch % SHOW_EVERY == 0 or best >= aim):
            yield plan.members(kept)
            shown = True
        _change(plan, count, scale * warm * (cold / warm) ** (batch / batches), batch)
        total = plan.total()
        if total > best + CLOSE:
            best, kept, shown = total, plan.who.copy(), False
    if not shown:
        yield plan.members(kept)


def _change(plan: Plan, count: int, heat: float, batch: int) -> None:
    """Weigh *count* exchanges and make those that pass and do not touch each other."""
    drawn = plan.drawn(count, batch)
    loss = -heat * plan.chance.standard_exponential(len(drawn))
    gain = plan.gain_of(drawn)
    passes = gain >= loss
    if plan.hall.is_ruled:  # only where a requirement is not met can meeting it make up for a loss
        rows = np.flatnonzero(~passes & plan.falls_short(drawn))
        passes[rows] = gain[rows] + plan.rule_gain_of(drawn.only(rows)) >= loss[rows]
    rows = np.flatnonzero(passes)
    rows = rows[plan.can_be(drawn.only(rows))]
    rows = rows[plan.apart(drawn.only(rows))]
    if plan.hall.is_ruled:
        rows = rows[gain[rows] + plan.rule_gain_of(drawn.only(rows)) >= loss[rows]]
    if len(rows):
        plan.make(drawn.only(rows))


def _scale(plan: Plan) -> float:
    """Return the size of a usual gain or loss in what the tiers are about."""
    drawn = plan.drawn(MOST_BATCH // 5, 0)
    gain: Any = np.abs(plan.gain_of(drawn))
    some = gain[gain > 0]
    return float(np.median(some)) if len(some) else 1.0
