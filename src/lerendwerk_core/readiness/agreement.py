"""
How far respondents agree: within the checklist as a whole, between two of them, and per item.

Answers are whole numbers on a scale of levels, ``None`` where somebody did not answer. Everything is
counted from how often each level was given to each item, so that thousands of respondents cost no more
than reading their answers. Where a figure is not defined (nobody differs anywhere, nobody answered
twice) it is ``None`` and not a number that looks like agreement.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

import attrs

Rating = int | None
Ratings = Sequence[Sequence[Rating]]
"""A row per respondent, a column per item."""

Metric = Callable[[int, int, Mapping[int, int]], Fraction]


def krippendorff_alpha(ratings: Ratings, *, level: str = "ordinal") -> float | None:
    """
    Return Krippendorff's alpha: 1 is agreement, 0 what chance would give, less than 0 is worse.

    *level* is ``nominal``, ``ordinal`` or ``interval``. Only items that at least two respondents
    answered count. ``None`` where these hold one value only, or there are none: then nothing could
    have differed. (Krippendorff, Content Analysis, chapter 12.)
    """
    return _alpha(_counts(ratings), level)


def alpha_of(counts: Sequence[Sequence[int]], *, level: str = "ordinal") -> float | None:
    """Return Krippendorff's alpha of *counts*: per item how often each level was given."""
    return _alpha([Counter(dict(enumerate(one))) for one in counts], level)


def _alpha(counts_per_item: Iterable[Mapping[int, int]], level: str) -> float | None:
    return Spread.of(counts_per_item).alpha(level)


@attrs.frozen
class Spread:
    """What alpha is made of: how often two levels meet within items, and how often each was given."""

    met: Mapping[tuple[int, int], Fraction]
    totals: Mapping[int, int]

    @classmethod
    def of(cls, counts_per_item: Iterable[Mapping[int, int]]) -> Spread:
        """Return the spread of items of which each level was so often given."""
        met: dict[tuple[int, int], Fraction] = {}
        totals: Counter[int] = Counter()
        for counts in counts_per_item:
            others = sum(counts.values()) - 1
            if others < 1:
                continue
            totals.update(counts)
            for a, b in itertools.combinations(sorted(counts), 2):
                met[a, b] = met.get((a, b), Fraction()) + Fraction(counts[a] * counts[b], others)
        return cls(met, totals)

    def replaced(self, before: Mapping[int, int], after: Mapping[int, int]) -> Spread:
        """Return the spread when one item had the counts *after* in place of those *before*."""
        old, new = Spread.of([before]), Spread.of([after])
        pairs, levels = {*self.met, *new.met}, {*self.totals, *new.totals}
        nothing = Fraction()
        return Spread(
            {
                pair: self.met.get(pair, nothing)
                - old.met.get(pair, nothing)
                + new.met.get(pair, nothing)
                for pair in pairs
            },
            {
                level: self.totals.get(level, 0)
                - old.totals.get(level, 0)
                + new.totals.get(level, 0)
                for level in levels
            },
        )

    def alpha(self, level: str = "ordinal") -> float | None:
        """Return Krippendorff's alpha; ``None`` where nothing could have differed."""
        totals = Counter({level: count for level, count in self.totals.items() if count})
        if len(totals) < 2:  # noqa: PLR2004 - one value cannot differ
            return None
        distances = _distances(sorted(totals), totals, _METRICS[level])
        met = ((self.met.get(pair, Fraction()), far) for pair, far in distances.items())
        observed = 2 * sum((often * far for often, far in met), Fraction())
        expected = _spread(totals, distances) / (totals.total() - 1)
        return float(1 - observed / expected)


def _counts(ratings: Ratings) -> list[Counter[int]]:
    """Return per item how often each level was given."""
    columns = zip(*ratings, strict=True)
    return [Counter(one for one in column if one is not None) for column in columns]


def _spread(counts: Mapping[int, int], distances: Mapping[tuple[int, int], Fraction]) -> Fraction:
    """Return the sum of the distances over all ordered pairs of answers."""
    pairs = itertools.combinations(sorted(counts), 2)
    return 2 * sum((counts[a] * counts[b] * distances[a, b] for a, b in pairs), Fraction())


def _distances(
    levels: Sequence[int], totals: Mapping[int, int], metric: Metric
) -> dict[tuple[int, int], Fraction]:
    return {(a, b): metric(a, b, totals) for a, b in itertools.combinations(levels, 2)}


def _nominal(_one: int, _other: int, _totals: Mapping[int, int]) -> Fraction:
    return Fraction(1)


def _ordinal(one: int, other: int, totals: Mapping[int, int]) -> Fraction:
    between = sum(count for level, count in totals.items() if one <= level <= other)
    return (between - Fraction(totals[one] + totals[other], 2)) ** 2


def _interval(one: int, other: int, _totals: Mapping[int, int]) -> Fraction:
    return Fraction((one - other) ** 2)


_METRICS: dict[str, Metric] = {"nominal": _nominal, "ordinal": _ordinal, "interval": _interval}


def fleiss_kappa(ratings: Ratings) -> float | None:
    """
    Return Fleiss' kappa of respondents who all answered every item; ``None`` if chance would agree too.

    Raises:
        ValueError: Somebody did not answer an item; alpha can do with that.
    """
    counts = _counts(ratings)
    raters = len(ratings)
    if any(one.total() != raters for one in counts):
        message = "Fleiss' kappa needs an answer of everybody to every item"
        raise ValueError(message)
    items = len(counts)
    agree = sum(
        Fraction(sum(n * (n - 1) for n in one.values()), raters * (raters - 1)) for one in counts
    )
    totals: Counter[int] = Counter()
    for one in counts:
        totals.update(one)
    chance = sum(Fraction(n, items * raters) ** 2 for n in totals.values())
    return None if chance == 1 else float((Fraction(agree, items) - chance) / (1 - chance))


def weighted_kappa(
    one: Sequence[Rating], other: Sequence[Rating], *, power: int = 2
) -> float | None:
    """
    Return Cohen's kappa of two respondents, weighed by how far apart they are (*power* 1 or 2).

    Only what both answered counts. ``None`` where chance alone would bring no difference.
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    ours, theirs = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    observed = sum(abs(a - b) ** power for a, b in pairs) * len(pairs)
    expected = sum(n * m * abs(a - b) ** power for a, n in ours.items() for b, m in theirs.items())
    return None if expected == 0 else float(1 - Fraction(observed, expected))


def mean_weighted_kappa(ratings: Ratings, *, power: int = 2) -> float | None:
    """Return the mean of the weighted kappas of all pairs; ``None`` where one is not defined."""
    kappas = [weighted_kappa(a, b, power=power) for a, b in itertools.combinations(ratings, 2)]
    known = [one for one in kappas if one is not None]
    return math.fsum(known) / len(known) if known and len(known) == len(kappas) else None


def kendalls_w(ratings: Ratings) -> float | None:
    """
    Return Kendall's W of respondents who all answered every item: 1 when they order the items alike.

    Corrected for ties. ``None`` where nobody puts any item before another, or somebody is silent.
    """
    if any(one is None for row in ratings for one in row) or not ratings:
        return None
    raters, items = len(ratings), len(ratings[0])
    ranks = [_ranks([one for one in row if one is not None]) for row in ratings]
    sums = [sum(column) for column in zip(*ranks, strict=True)]
    mean = Fraction(raters * (items + 1), 2)
    spread = sum((one - mean) ** 2 for one in sums)
    ties = sum(n**3 - n for row in ratings for n in Counter(row).values())
    most = raters**2 * (items**3 - items) - raters * ties
    return float(Fraction(12 * spread) / most) if most else None


def _ranks(values: Sequence[int]) -> list[Fraction]:
    """Return the rank of every value; equal values share the mean of theirs."""
    counts = Counter(values)
    below = dict(
        zip(
            sorted(counts),
            itertools.accumulate([0, *(counts[v] for v in sorted(counts))]),
            strict=False,
        )
    )
    return [below[value] + Fraction(counts[value] + 1, 2) for value in values]


def consensus(counts: Sequence[int]) -> float | None:
    """
    Return the consensus of Tastle and Wierman on a scale with *counts* answers per level.

    1 when all give one answer, 0 when half stand at either end; ``None`` without answers.
    """
    total, width = sum(counts), len(counts) - 1
    if not total:
        return None
    mean = sum(level * n for level, n in enumerate(counts)) / total
    if width == 0:
        return 1.0
    parts = (
        n / total * math.log2(1 - abs(level - mean) / width) for level, n in enumerate(counts) if n
    )
    return max(0.0, 1 + math.fsum(parts))


def is_polarised(counts: Sequence[int], *, share: float = 0.25) -> bool:
    """
    Whether the two ends of the scale stand against each other.

    Each end has at least *share* of the answers, and no level in between has more than either.
    """
    total = sum(counts)
    if not total or len(counts) < 2:  # noqa: PLR2004 - one level has no ends
        return False
    low, high = counts[0], counts[-1]
    middle = max(counts[1:-1], default=0)
    return min(low, high) >= share * total and min(low, high) >= middle


def level_counts(answers: Iterable[Rating], levels: int) -> tuple[int, ...]:
    """Return how often each of *levels* was given."""
    counts = Counter(one for one in answers if one is not None)
    return tuple(counts[level] for level in range(levels))
