"""What a view needs of a trajectory: the results of its stages and its findings, read only."""

from __future__ import annotations

from typing import Protocol

from lerendwerk_core.alignment import Alignment
from lerendwerk_core.composition import Composition
from lerendwerk_core.learning import Learning
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.outcomes import Outcomes
from lerendwerk_core.process import ProcessMap
from lerendwerk_core.readiness import Readiness
from lerendwerk_core.regie import Regie
from lerendwerk_core.review import Review
from lerendwerk_core.setup import Scope


class Made(Protocol):
    """What the results were made with."""

    @property
    def library(self) -> str:
        """The version of the library."""


class Shown(Protocol):
    """A trajectory, as views see it."""

    @property
    def id(self) -> str:
        """The name of the dossier."""

    @property
    def scope(self) -> Scope:
        """Stage 0."""

    @property
    def readiness(self) -> Readiness | None:
        """Stage 1."""

    @property
    def regie(self) -> Regie:
        """Stage 2."""

    @property
    def process(self) -> ProcessMap | None:
        """Stage 3."""

    @property
    def composition(self) -> Composition:
        """Stage 4."""

    @property
    def alignment(self) -> Alignment:
        """Stages 5 and 6."""

    @property
    def learning(self) -> Learning:
        """Stage 7."""

    @property
    def outcomes(self) -> Outcomes | None:
        """Stage 8."""

    @property
    def review(self) -> Review:
        """Stage 9."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What to discuss."""

    @property
    def provenance(self) -> Made:
        """What the results were made with."""
