"""
The difference between two moments, with an exact interval and an exact p; no random numbers.

Values are whole numbers on a lattice: as many decimals as they need (three at the most), from the lowest
value on, in steps of their greatest common divisor. The interval is the percentile interval of the
bootstrap, of which the distribution is worked out whole instead of sampled; p is that of the permutation
test, by counting.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

DECIMALS = 4
LATTICE_DECIMALS = 3
TAIL = 0.025
"""On either side of an interval of 95 %."""
MOST_POINTS = 2_000_000
"""So many sums can a mean have, at the most, for its distribution to be worked out."""
MOST_WORK = 200_000_000
"""So many additions may a p take: less than a second."""
SHORT = 1_024
"""Up to so many points a distribution is convolved plainly, beyond it by Fourier."""
MOST_VALUES = 1_000
"""So many values can be divided in a number of ways that fits."""
ROUNDING = 1e-9
NOISE = 1e-15
"""What Fourier leaves where nothing is; chances below it are left out."""


@attrs.frozen(kw_only=True)
class Difference(Wired):
    """
    What changed from moment ``before`` to moment ``after``: ``value``, from ``low`` to ``high``.

    ``p`` is the share of all ways to divide the same values over the two moments that differ at least as
    much. ``paired`` is whether the same units were compared; ``n_before`` and ``n_after`` are then both
    the number of pairs. What is ``None`` could not be worked out, and ``because`` says why.
    """

    before: str
    after: str
    value: float
    low: float | None
    high: float | None
    p: float | None
    n_before: int | None
    n_after: int | None
    paired: bool
    because: tuple[Text, ...]


def of_means(before: str, after: str, value: float, n: tuple[int | None, int | None]) -> Difference:
    """Return the plain difference *value* of two means of which nothing else is known."""
    return Difference(
        before=before,
        after=after,
        value=round(value, DECIMALS),
        low=None,
        high=None,
        p=None,
        n_before=n[0],
        n_after=n[1],
        paired=False,
        because=(reason("difference-of-means"),),
    )


def unpaired(
    before: Sequence[float], after: Sequence[float], moments: tuple[str, str] = ("", "")
) -> Difference:
    """
    Return the difference between the means of *before* and *after*, who need not be the same.

    Raises:
        ValueError: There are no values at one of the moments.
    """
    _refuse_nothing(before, after)
    lattice = Lattice.of((*before, *after))
    earlier, later = lattice.places(before), lattice.places(after)
    return _difference(
        moments,
        (len(before), len(after)),
        value=_mean(after) - _mean(before),
        interval=_interval(earlier, later, lattice.step),
        p=_p_unpaired(earlier, later),
    )


def paired(pairs: Sequence[tuple[float, float]], moments: tuple[str, str] = ("", "")) -> Difference:
    """
    Return the mean of what each of *pairs* changed from the first of it to the second.

    Raises:
        ValueError: There are no pairs.
    """
    _refuse_nothing(pairs)
    written = [round(after - before, LATTICE_DECIMALS) for before, after in pairs]
    # With nothing among them the lattice goes through nothing, as signs that flip need.
    lattice = Lattice.of((*written, 0.0))
    origin = lattice.places((0.0,))[0]
    changes = [place - origin for place in lattice.places(written)]
    return _difference(
        moments,
        (len(pairs), len(pairs)),
        value=_mean([after for _, after in pairs]) - _mean([before for before, _ in pairs]),
        interval=_interval([0], changes, lattice.step),
        p=_p_paired(changes),
        is_paired=True,
    )


def _refuse_nothing(*moments: Sequence[object]) -> None:
    if not all(moments):
        message = "there are no observations at one of the moments"
        raise ValueError(message)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


Interval = tuple[float, float] | Text
"""The two ends, or why there are none."""


def _difference(
    moments: tuple[str, str],
    n: tuple[int, int],
    *,
    value: float,
    interval: Interval,
    p: float | None,
    is_paired: bool = False,
) -> Difference:
    ends = interval if isinstance(interval, tuple) else (None, None)
    return Difference(
        before=moments[0],
        after=moments[1],
        value=_rounded(value),
        low=_rounded(ends[0]),
        high=_rounded(ends[1]),
        p=_rounded(p),
        n_before=n[0],
        n_after=n[1],
        paired=is_paired,
        because=tuple(_because(interval, p, is_paired)),
    )


def _rounded(value: Any) -> Any:
    return None if value is None else round(value, DECIMALS) + 0.0


def _because(interval: Interval, p: float | None, is_paired: bool) -> Iterator[Text]:
    yield reason("difference-paired") if is_paired else reason("difference-unpaired")
    if isinstance(interval, Text):
        yield interval
    if p is None:
        yield reason("p-too-much-work")


# -- the lattice -----------------------------------------------------------------------------------


@attrs.frozen
class Lattice:
    """Where values lie: ``origin`` + whole number x ``unit``, in steps of a power of ten."""

    decimals: int
    origin: int
    unit: int

    @classmethod
    def of(cls, values: Sequence[float]) -> Lattice:
        """Return the coarsest lattice on which all *values* lie, rounded to three decimals."""
        decimals = _decimals(values)
        scaled = [round(value * 10**decimals) for value in values]
        origin = min(scaled)
        return cls(decimals, origin, math.gcd(*(one - origin for one in scaled)) or 1)

    def places(self, values: Sequence[float]) -> list[int]:
        """Return where *values* lie, the lowest of the lattice at nothing."""
        scale = 10**self.decimals
        return [(round(value * scale) - self.origin) // self.unit for value in values]

    @property
    def step(self) -> float:
        """How far two neighbours are apart."""
        return float(self.unit / 10**self.decimals)


def _decimals(values: Sequence[float]) -> int:
    for decimals in range(LATTICE_DECIMALS):
        if all(round(one, decimals) == round(one, LATTICE_DECIMALS) for one in values):
            return decimals
    return LATTICE_DECIMALS


# -- the interval ----------------------------------------------------------------------------------


def _interval(before: Sequence[int], after: Sequence[int], step: float) -> Interval:
    """Return between what the difference lies in 95 % of all draws with replacement."""
    if len({*before}) == len({*after}) == 1:
        return reason("interval-no-spread")
    if max(map(_points, (before, after))) > MOST_POINTS:
        return reason("interval-too-much-work")
    earlier, later = _Means.of(before), _Means.of(after)
    # The high end is the low one of the mirror image, so that moments that swap mirror exactly.
    return _low(earlier, later) * step, -_low(later, earlier) * step


def _points(values: Sequence[int]) -> int:
    return len(values) * (max(values) - min(values)) + 1


@attrs.frozen(eq=False)
class _Means:
    """The mean of ``n`` draws: the chance of every sum, from ``least`` on."""

    n: int
    least: int
    chances: Any

    @classmethod
    def of(cls, values: Sequence[int]) -> _Means:
        import numpy as np  # noqa: PLC0415 - only who has observations needs it

        lowest = min(values)
        one = np.bincount([value - lowest for value in values]) / len(values)
        chances, first = _power(one, len(values))
        return cls(len(values), len(values) * lowest + first, chances)


def _power(one: Any, n: int) -> tuple[Any, int]:
    """Return the distribution of the sum of *n* draws of *one*, and the sum that it begins at."""
    import numpy as np  # noqa: PLC0415 - as above

    size = n * (len(one) - 1) + 1
    if size > SHORT:
        length = 1 << (size - 1).bit_length()
        chances = np.fft.irfft(np.fft.rfft(one, length) ** n, length)[:size]
        there = np.flatnonzero(chances > NOISE)
        first, last = int(there[0]), int(there[-1])
        return np.clip(chances[first : last + 1], 0.0, None), first
    whole = np.ones(1)
    for _ in range(n):
        whole = np.convolve(whole, one)
    return whole, 0


def _low(before: _Means, after: _Means) -> float:
    """Return the least difference that at least :data:`TAIL` of all draws do not exceed."""
    import numpy as np  # noqa: PLC0415 - as above

    whole = math.lcm(before.n, after.n)
    each_before, each_after = whole // before.n, whole // after.n
    earlier = (before.least + np.arange(len(before.chances))) * each_before
    sure = np.concatenate([[0.0], np.cumsum(after.chances)])

    def chance(most: int) -> float:
        upto = (most + earlier) // each_after - after.least
        return float(before.chances @ sure[np.clip(upto + 1, 0, len(sure) - 1)])

    lowest = after.least * each_after - int(earlier[-1])
    highest = (after.least + len(after.chances) - 1) * each_after - int(earlier[0])
    return _first(lambda most: chance(most) >= TAIL - ROUNDING, lowest, highest) / whole


def _first(holds: Callable[[int], bool], low: int, high: int) -> int:
    """Return the first number from *low* to *high* of which it *holds*, as it does of all that follow."""
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle + 1, high)
    return low


# -- p ---------------------------------------------------------------------------------------------


def _p_unpaired(before: Sequence[int], after: Sequence[int]) -> float | None:
    """Return the share of ways to divide all values over the moments that differ as much or more."""
    import numpy as np  # noqa: PLC0415 - as above

    few, many = sorted((before, after), key=len)
    whole = [*few, *many]
    sums = len(few) * max(whole) + 1
    if len(whole) > MOST_VALUES or len(whole) * (len(few) + 1) * sums > MOST_WORK:
        return None
    ways = np.zeros((len(few) + 1, sums))
    ways[0, 0] = 1.0
    for value in whole:
        ways[1:, value:] += ways[:-1, : sums - value]
        ways /= 2.0  # all ways alike, so that their number fits
    # The difference is this far from nothing, times the two numbers of people.
    apart = np.abs(np.arange(sums) * len(whole) - sum(whole) * len(few))
    as_much = apart >= abs(sum(few) * len(whole) - sum(whole) * len(few))
    return float(ways[-1][as_much].sum() / ways[-1].sum())


def _p_paired(changes: Sequence[int]) -> float | None:
    """Return the share of ways to swap moments within pairs that differ as much or more."""
    import numpy as np  # noqa: PLC0415 - as above

    most = sum(map(abs, changes))
    if len(changes) * (2 * most + 1) > MOST_WORK:
        return None
    chances = np.zeros(2 * most + 1)
    chances[most] = 1.0
    for change in filter(None, map(abs, changes)):
        # What is rolled over the edge is nothing: no sum exceeds them all together.
        chances = (np.roll(chances, change) + np.roll(chances, -change)) / 2.0
    as_much = np.abs(np.arange(-most, most + 1)) >= abs(sum(changes))
    return float(chances[as_much].sum())
