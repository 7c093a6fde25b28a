"""
Ways to make one answer of many: they do not lead to the same advice, so each is named.

A way looks at *votes*: per organisation how often each level of the scale was given, the best level
first, at least one in all. What nobody graded is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.text import Text

Votes = Sequence[Sequence[int]]


def together(votes: Votes) -> list[int]:
    """Return how often each level was given by all organisations together."""
    return [sum(level) for level in zip(*votes, strict=True)]


def median(counts: Sequence[int]) -> int:
    """Return the level in the middle of *counts*, the worse of the middle two."""
    middle, passed = sum(counts) // 2, 0
    for level, count in enumerate(counts):
        passed += count
        if passed > middle:
            return level
    message = "nobody graded this"
    raise ValueError(message)


def mean_rounded(counts: Sequence[int]) -> int:
    """Return the mean level, half a level to the worse side."""
    total = sum(counts)
    graded = sum(level * count for level, count in enumerate(counts))
    return (2 * graded + total) // (2 * total)


def majority(counts: Sequence[int]) -> int:
    """Return the level that most gave; of those that as many gave, the worst."""
    return max(range(len(counts)), key=lambda level: (counts[level], level))


def worst(counts: Sequence[int]) -> int:
    """Return the worst level that anybody gave."""
    return max(level for level, count in enumerate(counts) if count)


@attrs.frozen
class Pooled:
    """A way that puts everybody in one pool, whatever their organisation."""

    key: str
    label: Text
    level_of: Callable[[Sequence[int]], int]
    by_organisation: bool = False

    def __call__(self, votes: Votes) -> int:
        """Return the level of all votes together."""
        return self.level_of(together(votes))


@attrs.frozen
class OneVoteEach:
    """One organisation, one vote: the median of the medians of the organisations that graded it."""

    key: str = "one-organisation-one-vote"
    by_organisation: bool = True

    @property
    def label(self) -> Text:
        """What readers call it."""
        return Text("één organisatie, één stem", "one organisation, one vote")

    def __call__(self, votes: Votes) -> int:
        """Return the median of what organisations say."""
        said = [median(counts) for counts in votes if any(counts)]
        return sorted(said)[len(said) // 2]


ONE_VOTE = OneVoteEach()

AGGREGATIONS: tuple[Aggregation, ...] = (
    Pooled("median", Text("mediaan", "median"), median),
    Pooled("mean", Text("afgerond gemiddelde", "rounded mean"), mean_rounded),
    Pooled("majority", Text("meerderheid", "majority"), majority),
    Pooled("worst", Text("slechtste antwoord", "worst answer"), worst),
    ONE_VOTE,
)
"""The ways that ship; the advice rests on the first, unless a dossier asks for another."""

MEDIAN = AGGREGATIONS[0]


def way_named(key: str) -> Text:
    """Return what readers call the way *key*; that of a plugin by its key."""
    return next((one.label for one in AGGREGATIONS if one.key == key), Text.of(key))
