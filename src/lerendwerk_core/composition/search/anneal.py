"""
The built-in search: deal people out, then improve with many moves at a time, cooling down.

Every batch weighs many moves at once and makes those that pass and touch no group or person twice.
A move that loses may pass while it is warm; the best seating seen is kept. How long it goes on is
counted in batches, never in seconds, so that the same problem, seed and effort give the same answer
on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.search.deal import dealt
from lerendwerk_core.composition.search.propose import Proposer, apart
from lerendwerk_core.composition.search.seats import Seats
from lerendwerk_core.composition.search.worth import steepness
from lerendwerk_core.composition.tally import TIERS, Floats, Ints, Tally

BATCHES = {"quick": 300, "normal": 1_500, "thorough": 12_000}
RESTARTS = {"quick": 1, "normal": 2, "thorough": 4}
WARM, COLD = 0.15, 0.03
SMALL = 60
"""Problems with fewer people need fewer batches, in proportion."""
LEAST_BATCH, MOST_BATCH = 64, 4_096
MOST_COUNTED = 400_000
"""How many counts a batch looks at: what fits the cache is weighed fastest."""
ASK_EVERY = 16


@attrs.define(eq=False)
class Best:
    """The best seating so far, and its value."""

    members: Ints
    value: Floats

    def beats(self, value: Floats) -> bool:
        """Whether the best is at least as good as *value*, compared from the left."""
        return tuple(self.value) >= tuple(value)


def annealed(
    tally: Tally,
    *,
    seed: int,
    effort: str,
    target: Floats,
    stop: Callable[[], bool],
    start: Ints | None = None,
    tell: Callable[[Floats], None] = lambda _: None,
) -> tuple[Best, str]:
    """
    Return the best seating found and why it stopped.

    *target* is a value that nothing exceeds: reaching it ends the search (``proof``). *start* is a
    table of members to begin from; *tell* hears every new best value.
    """
    best: Best | None = None
    batches = int(BATCHES[effort] * min(1.0, max(4, tally.people) / SMALL))
    for turn in range(RESTARTS[effort]):
        chance = np.random.default_rng([seed % 2**63, turn])
        seats = Seats.of(tally, dealt(tally, chance) if start is None or turn else start)
        for found in _cooling(seats, chance, batches, stop):
            if best is None or not best.beats(found):
                best = Best(seats.members.copy(), found)
                tell(found)
            if tuple(best.value) >= tuple(target):
                return best, "proof"
        if stop():
            return best or Best(seats.members, seats.total()), "cancel"
    assert best is not None  # noqa: S101 - every turn yields at least its start
    return best, "effort"


def _cooling(
    seats: Seats, chance: np.random.Generator, batches: int, stop: Callable[[], bool]
) -> Iterator[Floats]:
    """Yield the value of *seats* while it cools, whenever it may be worth keeping."""
    tally = seats.tally
    proposer, steep = Proposer(tally, chance), steepness(tally)
    scale = _scale(seats, proposer, steep)
    most = min(MOST_BATCH, MOST_COUNTED // tally.columns.shape[1])
    count = int(np.clip(tally.people * 4, LEAST_BATCH, max(LEAST_BATCH, most)))
    value = seats.total()
    yield value
    for batch in range(batches):
        if batch % ASK_EVERY == 0 and stop():
            break
        heat = scale * WARM * (COLD / WARM) ** (batch / batches)
        moves = proposer.draw(seats, count)
        if not len(moves):
            continue
        gain = seats.gain_of(moves)
        weighed = gain @ steep
        passed = weighed >= -heat * chance.exponential(size=len(moves))
        rows = np.flatnonzero(passed)
        rows = rows[apart(moves.only(rows), seats, chance)]
        if not len(rows):
            continue
        seats.make(moves.only(rows))
        value = seats.total()
        yield value


def _scale(seats: Seats, proposer: Proposer, steep: Floats) -> float:
    """Return the size of a usual gain or loss in what the tiers are about."""
    moves = proposer.draw(seats, MOST_BATCH)
    if not len(moves):
        return 1.0
    gain = np.abs(seats.gain_of(moves)[:, TIERS:] @ steep[TIERS:])
    some: Any = gain[gain > 0]
    return float(np.median(some)) if len(some) else 1.0
