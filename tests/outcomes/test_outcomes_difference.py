"""Differences between two moments: exact, without random numbers, and against other ways to count."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lerendwerk_core.outcomes import difference as module
from lerendwerk_core.outcomes.difference import Difference, paired, unpaired

TAIL = Fraction(25, 1000)

marks = st.integers(1, 5).map(float)
decimals = st.integers(-60, 60).map(lambda n: n / 10)
few = st.lists(marks, min_size=1, max_size=4)
some = st.lists(decimals, min_size=1, max_size=9)
pairs_of_marks = st.lists(st.tuples(marks, marks), min_size=1, max_size=4)


def exactly(values: Iterable[float]) -> list[Fraction]:
    return [Fraction(round(value * 1000), 1000) for value in values]


def mean(values: Sequence[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def ends(drawn: Iterable[Fraction]) -> tuple[float, float]:
    """Return the least that 2.5 % do not exceed, and the most that 2.5 % reach."""
    ordered = sorted(drawn)
    place = math.ceil(len(ordered) * TAIL) - 1
    return round(float(ordered[place]), 4), round(float(ordered[-place - 1]), 4)


def resampled(values: Sequence[Fraction]) -> list[Fraction]:
    return [mean(draw) for draw in itertools.product(values, repeat=len(values))]


@given(few, few)
@settings(max_examples=60)
def test_the_interval_is_that_of_all_resamples(before: list[float], after: list[float]) -> None:
    found = unpaired(before, after)

    earlier, later = resampled(exactly(before)), resampled(exactly(after))
    expected = ends(b - a for a in earlier for b in later)
    if len({*before}) == len({*after}) == 1:
        assert (found.low, found.high) == (None, None)
    else:
        assert (found.low, found.high) == pytest.approx(expected, abs=1e-4)


@given(pairs_of_marks)
def test_the_interval_of_pairs_is_that_of_all_resamples_of_their_changes(
    pairs: list[tuple[float, float]],
) -> None:
    found = paired(pairs)

    changes = exactly(after - before for before, after in pairs)
    if len({*changes}) == 1:
        assert (found.low, found.high) == (None, None)
    else:
        assert (found.low, found.high) == pytest.approx(ends(resampled(changes)), abs=1e-4)


@given(st.lists(decimals, min_size=1, max_size=5), st.lists(decimals, min_size=1, max_size=5))
def test_p_counts_all_subsets(before: list[float], after: list[float]) -> None:
    whole = exactly((*before, *after))
    seen = abs(mean(exactly(after)) - mean(exactly(before)))
    total, n = sum(whole, Fraction(0)), len(before)
    ways = [
        abs((total - sum(one)) / len(after) - sum(one) / n)
        for one in itertools.combinations(whole, n)
    ]

    expected = sum(one >= seen for one in ways) / len(ways)
    assert unpaired(before, after).p == pytest.approx(expected, abs=1e-4)


@given(st.lists(st.tuples(decimals, decimals), min_size=1, max_size=8))
def test_p_of_pairs_counts_all_sign_flips(pairs: list[tuple[float, float]]) -> None:
    changes = exactly(round(after - before, 3) for before, after in pairs)
    seen = abs(sum(changes, Fraction(0)))
    ways = [
        abs(sum((sign * one for sign, one in zip(signs, changes, strict=True)), Fraction(0)))
        for signs in itertools.product((1, -1), repeat=len(changes))
    ]

    expected = sum(one >= seen for one in ways) / len(ways)
    assert paired(pairs).p == pytest.approx(expected, abs=1e-4)


@given(some, some)
def test_moments_that_swap_mirror(before: list[float], after: list[float]) -> None:
    there, back = unpaired(before, after), unpaired(after, before)

    assert there.value == -back.value
    assert there.p == pytest.approx(back.p, abs=1e-4)
    if there.low is not None and there.high is not None:
        assert (back.low, back.high) == (-there.high, -there.low)


@given(some, some, st.integers(-50, 50))
def test_a_constant_added_to_all_changes_nothing(
    before: list[float], after: list[float], more: int
) -> None:
    found = unpaired([one + more for one in before], [one + more for one in after])

    assert numbers(found) == pytest.approx(numbers(unpaired(before, after)), abs=2e-4, nan_ok=True)


def numbers(one: Difference) -> list[float]:
    return [math.nan if x is None else x for x in (one.value, one.low, one.high, one.p)]


@given(some, some, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    before: list[float], after: list[float], shuffle: np.random.Generator
) -> None:
    found = unpaired(before, after)
    shuffle.shuffle(before)  # type: ignore[arg-type]
    shuffle.shuffle(after)  # type: ignore[arg-type]

    assert unpaired(before, after) == found


@given(some, some)
def test_the_difference_lies_between_the_extremes_and_p_is_a_share(
    before: list[float], after: list[float]
) -> None:
    found = unpaired(before, after)

    assert found.p is not None
    assert 0 < found.p <= 1
    assert found.value == pytest.approx(np.mean(after) - np.mean(before), abs=1e-4)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
        assert min(after) - max(before) - 1e-4 <= found.low
        assert found.high <= max(after) - min(before) + 1e-4


# -- against others --------------------------------------------------------------------------------


def sample(seed: int, n: int, shift: float = 0.0) -> list[float]:
    drawn = np.random.default_rng(seed).normal(3.2 + shift, 0.8, n)
    return [float(one) for one in np.clip(np.round(drawn, 1), 1, 5)]


@pytest.mark.parametrize("seed", range(4))
def test_p_is_that_of_scipy(seed: int) -> None:
    stats = pytest.importorskip("scipy.stats")
    before, after = sample(seed, 8), sample(seed + 50, 7, 0.6)

    theirs = stats.permutation_test(
        (before, after),
        lambda x, y: abs(round(float(np.mean(y) - np.mean(x)), 9)),
        n_resamples=np.inf,
        alternative="greater",
    )
    assert unpaired(before, after).p == pytest.approx(theirs.pvalue, abs=1e-4)


@pytest.mark.parametrize("seed", range(4))
def test_p_of_pairs_is_that_of_scipy(seed: int) -> None:
    stats = pytest.importorskip("scipy.stats")
    before, after = sample(seed, 10), sample(seed + 50, 10, 0.4)

    theirs = stats.permutation_test(
        (before, after),
        lambda x, y: abs(round(float(np.sum(y) - np.sum(x)), 9)),
        permutation_type="samples",
        n_resamples=np.inf,
        alternative="greater",
    )
    assert paired(list(zip(before, after, strict=True))).p == pytest.approx(theirs.pvalue, abs=1e-4)


def test_the_interval_is_about_that_of_a_sampled_bootstrap() -> None:
    stats = pytest.importorskip("scipy.stats")
    before, after = sample(1, 41), sample(2, 37, 0.3)

    theirs = stats.bootstrap(
        (before, after),
        lambda x, y, axis=-1: np.mean(y, axis=axis) - np.mean(x, axis=axis),
        method="percentile",
        n_resamples=20_000,
        random_state=7,
    ).confidence_interval
    found = unpaired(before, after)
    assert (found.low, found.high) == pytest.approx((theirs.low, theirs.high), abs=0.02)


# -- bounds ----------------------------------------------------------------------------------------


def test_what_would_take_too_long_is_not_counted_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_WORK", 10)
    monkeypatch.setattr(module, "MOST_POINTS", 10)

    for found in (
        unpaired(sample(1, 9), sample(2, 9)),
        paired(list(zip(sample(1, 9), sample(2, 9), strict=True))),
    ):
        assert (found.low, found.high, found.p) == (None, None, None)
        assert len(found.because) == 3


def test_plain_and_fourier_convolution_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = sample(3, 20), sample(4, 22)
    by_fourier = unpaired(before, after)
    monkeypatch.setattr(module, "SHORT", 10**6)

    assert unpaired(before, after) == by_fourier


def test_many_values_take_little_time_and_their_ways_fit() -> None:
    found = unpaired(sample(5, 500), sample(6, 400))

    assert found.low is not None
    assert found.p is not None or len(found.because) == 2


def test_nobody_at_a_moment_is_refused() -> None:
    with pytest.raises(ValueError, match="no observations"):
        unpaired([], [1.0])
    with pytest.raises(ValueError, match="no observations"):
        paired([])
