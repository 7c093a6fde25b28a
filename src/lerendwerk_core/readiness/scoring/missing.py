"""Scoring models for who must have a number in spite of missing answers, and says how."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.scoring import Node, Scored


@attrs.frozen
class Prorated:
    """
    A sum as if the missing answers were like those that were given; with too many missing, no score.

    ``most_missing`` is how many may be missing (three of fifteen on the GDS-15).
    """

    model: ScoringModel
    most_missing: int

    @property
    def key(self) -> str:
        """The name of the model that is prorated, and that it is."""
        return f"{self.model.key}-prorated"

    def __call__(self, root: Node) -> Scored:
        """Return the score of what was answered, in proportion to all that applies."""
        found = self.model(root)
        value = None
        if found.value is not None and found.counted and found.unanswered <= self.most_missing:
            value = found.value * (found.counted + found.unanswered) / found.counted
        return attrs.evolve(found, model=self.key, value=value)


@attrs.frozen
class AtLeastHalf:
    """Another model's score where at least half of what applies was answered, else none (EORTC)."""

    model: ScoringModel

    @property
    def key(self) -> str:
        """The name of the model that it asks, and that it may not."""
        return f"{self.model.key}-at-least-half"

    def __call__(self, root: Node) -> Scored:
        """Return the score of what was answered, or no score."""
        found = self.model(root)
        enough = found.counted and found.counted >= found.unanswered
        return attrs.evolve(found, model=self.key, value=found.value if enough else None)
