"""
What the stages promise each other and the outside: findings, scores and the protocols of what can
be plugged in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.vocabulary import Route, Severity, Stage
from lerendwerk_core.wording import finding_text

if TYPE_CHECKING:
    from lerendwerk_core.model.composition import (
        Candidate,
        CompositionProblem,
        Rule,
        Seating,
        Sense,
        Term,
    )
    from lerendwerk_core.model.learning import NeedCount
    from lerendwerk_core.model.process import ProcessReading
    from lerendwerk_core.model.questionnaire import Questionnaire
    from lerendwerk_core.model.routes import CollectiveNumbers
    from lerendwerk_core.model.scoring import Node, Scored


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


class CollectiveRule(Protocol):
    """When a need is shared widely enough to be learned together (C#57)."""

    @property
    def key(self) -> str:
        """The name by which a dossier asks for the rule."""

    def holds(self, count: NeedCount, asked: CollectiveNumbers) -> bool:
        """Whether a need that so many people name is collective, by the numbers that are *asked*."""

    def because(self, asked: CollectiveNumbers) -> Text:
        """Return in words what the rule asks."""


class ScoringModel(Protocol):
    """From a tree of answers to one number, beside the advice and never in place of it."""

    @property
    def key(self) -> str:
        """The name of the model."""

    def __call__(self, root: Node) -> Scored:
        """Return the score of everything below *root*."""


class Aggregation(Protocol):
    """A way to make one answer of many."""

    @property
    def key(self) -> str:
        """The name by which a dossier asks for it."""

    @property
    def label(self) -> Text:
        """What readers call it."""

    @property
    def by_organisation(self) -> bool:
        """Whether it matters who of which organisation voted; if not, all are counted together."""

    def __call__(self, votes: Sequence[Sequence[int]]) -> int:
        """
        Return the level (0 is the best) that *votes* come to.

        *votes* holds per organisation how often each level of the scale was given; there is at least
        one vote in all.
        """


class AnswerReader(Protocol):
    """Reads answers from a file: a row per respondent or per answer, under a heading."""

    @property
    def key(self) -> str:
        """The name of the reader."""

    @property
    def endings(self) -> tuple[str, ...]:
        """How the names of its files end: ``(".csv",)``."""

    def __call__(self, path: Path) -> Iterable[Sequence[str]]:
        """
        Return the rows of the file, the heading first, cells as text.

        Empty rows count: a row is known by its number in messages. Rows may be made one by one.
        """


class QuestionnaireWriter(Protocol):
    """Writes a checklist as something to be filled in."""

    @property
    def key(self) -> str:
        """The name of the form: ``csv``."""

    @property
    def ending(self) -> str:
        """How the names of its files end: ``.csv``."""

    def __call__(self, asked: Questionnaire) -> bytes:
        """Return the file; what is filled in must come back through an :class:`AnswerReader`."""


class ProcessReader(Protocol):
    """
    Reads a work process from a file: a drawing, or a log.

    A reader may have ``endings``, how the names of its files end; without, that is its key.
    """

    @property
    def key(self) -> str:
        """The word that asks for the reader in a dossier: ``process: {bpmn: file}``."""

    def __call__(self, path: Path, options: Mapping[str, str]) -> ProcessReading:
        """Return what the file holds; what cannot be understood becomes a finding."""


class Requirement(Protocol):
    """
    Something that a group must or should be; frozen, like every noun.

    ``groups`` names the groups it holds for (none: all), ``cost`` the price of a seat of shortfall.
    """

    @property
    def name(self) -> str: ...

    @property
    def because(self) -> Text: ...

    @property
    def groups(self) -> tuple[str, ...]: ...

    @property
    def hard(self) -> bool: ...

    @property
    def cost(self) -> int: ...

    def asks(self) -> Text:
        """Return what it asks of a group, as half a sentence."""

    def shortfall(self, members: Sequence[Candidate]) -> int:
        """Return how many seats *members* are away from meeting it; 0 when they meet it."""

    def rules(self, people: Sequence[Candidate]) -> Iterable[Rule]:
        """Return the same in counts of members, for those who search and prove."""


class CompositionGoal(Protocol):
    """Something that groups are composed for; frozen, like every noun."""

    @property
    def key(self) -> str: ...

    @property
    def sense(self) -> Sense: ...

    @property
    def label(self) -> Text: ...

    def measure(
        self, problem: CompositionProblem, members: Mapping[str, Sequence[Candidate]]
    ) -> float:
        """Return the value of a seating, counted in the plainest way."""

    def terms(self, problem: CompositionProblem) -> Iterable[Term]:
        """Return the same in terms that solvers know; with ``Sense.LEAST`` they are a price."""


@attrs.frozen(kw_only=True)
class Progress:
    """
    How far a composing is: the first tier's value and bound, and the gap between them.

    ``wishes`` is what the soft requirements cost so far; ``elapsed`` is in seconds.
    """

    doing: str
    objective: float | None
    bound: float | None
    gap: float | None
    wishes: int = 0
    elapsed: float = 0.0


class Solver(Protocol):
    """Seats candidates in groups."""

    @property
    def key(self) -> str:
        """The name by which a caller asks for the solver."""

    def __call__(
        self,
        problem: CompositionProblem,
        *,
        seed: int,
        effort: str,
        stop: Callable[[], bool],
        tell: Callable[[Progress], None],
        start: Seating | None = None,
    ) -> Seating:
        """
        Return the best seating found; the caller checks it independently.

        *stop* is asked now and then and ends the work; *tell* hears how far it is; *start* is a
        seating to begin from, if there is one.
        """
