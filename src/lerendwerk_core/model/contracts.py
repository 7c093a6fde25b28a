"""
What the stages promise each other and the outside: findings, scores and the protocols of what can
be plugged in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.vocabulary import Route, Severity, Stage
from lerendwerk_core.wording import finding_text

if TYPE_CHECKING:
    from lerendwerk_core.model.composition import CompositionProblem, Seating
    from lerendwerk_core.model.process import Drawing


@attrs.frozen(kw_only=True)
class Finding(Wired):
    """
    Something that should not be, though it can: worth discussing, never a reason to refuse.

    ``where`` is the place in the dossier (``process.steps.s04``), ``code`` is stable and listed in
    ``docs/reference/findings.md``.
    """

    severity: Severity
    code: str
    message: Text
    where: str
    stage: Stage

    @classmethod
    def of(cls, code: str, where: str, /, *, stage: Stage, **values: object) -> Finding:
        """Return the finding *code* of the library itself, its message filled with *values*."""
        severity, message = finding_text(code, **values)
        return cls(severity=severity, code=code, message=message, where=where, stage=stage)

    def in_(self, lang: Lang) -> str:
        """Return the finding as one line in *lang*."""
        return f"{self.where}: {self.message.in_(lang)}"


@attrs.frozen
class Score(Wired):
    """A number with its reasons; there is no bare number in a result that weighs things."""

    value: float
    because: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class Tally:
    """
    What a route rule looks at: ``items`` that count, how many of them are deficient, and whether
    the declared last item is one of those.
    """

    items: int
    deficient: int
    last_is_deficient: bool


class RouteRule(Protocol):
    """A scoring model: from a complete tally to a route, and whether the source states that step."""

    @property
    def key(self) -> str:
        """The name by which a dossier or a caller asks for the rule."""

    def __call__(self, tally: Tally) -> tuple[Route, bool]:
        """Return the route and whether the source states it."""


class ProcessReader(Protocol):
    """Reads a drawing of a work process from a file."""

    @property
    def key(self) -> str:
        """The word that asks for the reader in a dossier: ``process: {bpmn: file}``."""

    def __call__(self, path: Path, options: Mapping[str, str]) -> Drawing:
        """Return what the file draws; what cannot be understood becomes a finding of the drawing."""


class Solver(Protocol):
    """Seats candidates in groups."""

    @property
    def key(self) -> str:
        """The name by which a caller asks for the solver."""

    def __call__(
        self, problem: CompositionProblem, *, seed: int, effort: str, stop: Callable[[], bool]
    ) -> Seating:
        """Return the best seating found; the caller checks it independently."""
