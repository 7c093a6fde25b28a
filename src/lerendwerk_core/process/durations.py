"""How long things took: the few numbers that say it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from lerendwerk_core.model.event_log import SECOND
from lerendwerk_core.model.observed import Duration

if TYPE_CHECKING:
    from lerendwerk_core.model.event_log import Times

DIGITS = 3

DAY = 24 * 60 * 60
"""In seconds."""


def duration(pieces: Sequence[Times]) -> Duration | None:
    """Return the spread of times in microseconds, in seconds; ``None`` where there are none."""
    import numpy as np  # noqa: PLC0415 - only who has a log needs numpy

    known = np.concatenate(pieces) if pieces else np.zeros(0, np.int64)
    if not len(known):
        return None
    median, p90 = np.percentile(known, (50, 90))
    return Duration(
        count=len(known),
        mean=_seconds(known.mean()),
        median=_seconds(median),
        p90=_seconds(p90),
        most=_seconds(known.max()),
    )


def _seconds(microseconds: float) -> float:
    return round(float(microseconds) / SECOND, DIGITS)
