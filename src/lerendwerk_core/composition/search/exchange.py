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
WORK = {"quick": 20_000_000, "normal": 80_000_000, "thorough": 1_600_000_000}
"""How many batches of exchanges are weighed at the most, and how many exchanges, in all turns."""
SMALL = 60
"""Problems with fewer people need fewer batches, in proportion."""
FIRST = 2_000
"""How many batches the first turn has; every next one has twice as many, to cool down slower."""
LEAST_BATCH, MOST_BATCH = 256, 20_000
WARM, COLD = 0.09, 0.015
"""How much of a usual gain an exchange may lose, at first and in the end."""
ASK_EVERY = 64
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
    for turn, batches in enumerate(_turns(max(1, most))):
        chance = np.random.default_rng([seed % 2**63, turn])
        members = start if start is not None and not turn else dealt(tally, chance)
        for table in _cooling(Plan.of(hall, members, chance), count, batches, target, stop):
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


def _turns(batches: int) -> Iterator[int]:
    """Yield how many batches every turn has, *batches* together."""
    own = min(FIRST, batches)
    while batches:
        own = batches if batches < 3 * own else own  # what is left makes no turn of its own
        yield own
        batches, own = batches - own, 2 * own


def _cooling(
    plan: Plan, count: int, batches: int, target: Floats, stop: Callable[[], bool]
) -> Iterator[Ints]:
    """Yield the members on *plan* whenever they may be the best, while it cools."""
    aim = float(target @ plan.hall.steep)
    aim -= CLOSE * max(1.0, abs(aim))
    best, kept, told = plan.total(), plan.who.copy(), False
    scale = _scale(plan)
    for batch in range(batches):
        if batch % ASK_EVERY == 0 or (best >= aim and not told):
            if not told:
                yield plan.members(kept)
            told = True
            if stop():
                return
        _change(plan, count, scale * WARM * (COLD / WARM) ** (batch / batches), batch)
        total = plan.total()
        if total > best + CLOSE:
            best, kept, told = total, plan.who.copy(), False
    if not told:
        yield plan.members(kept)


def _change(plan: Plan, count: int, heat: float, batch: int) -> None:
    """Weigh *count* exchanges and make those that pass and do not touch each other."""
    drawn = plan.drawn(count, batch)
    loss = -heat * plan.chance.standard_exponential(len(drawn))
    gain = plan.gain_of(drawn)
    if plan.falls_short:
        gain += plan.rule_gain_of(drawn)
    rows = np.flatnonzero(gain >= loss)
    rows = rows[plan.can_be(drawn.only(rows))]
    if plan.hall.is_ruled and not plan.falls_short:
        again = gain[rows] + plan.rule_gain_of(drawn.only(rows))
        rows = rows[again >= loss[rows]]
    rows = rows[plan.apart(drawn.only(rows))]
    if len(rows):
        plan.make(drawn.only(rows))


def _scale(plan: Plan) -> float:
    """Return the size of a usual gain or loss in what the tiers are about."""
    drawn = plan.drawn(MOST_BATCH // 5, 0)
    gain: Any = np.abs(plan.gain_of(drawn))
    some = gain[gain > 0]
    return float(np.median(some)) if len(some) else 1.0
