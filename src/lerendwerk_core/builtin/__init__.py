"""
What ships with the library, offered through the same hooks as a stranger's plugin.

The data (checklists, regie models, activities, measures) is a plugin of data in ``data/``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lerendwerk_core.composition import Search, Standard
from lerendwerk_core.hooks import hookimpl
from lerendwerk_core.learning import StandardRule
from lerendwerk_core.model.contracts import (
    Aggregation,
    AnswerReader,
    CollectiveRule,
    ProcessReader,
    QuestionnaireWriter,
    RouteRule,
    ScoringModel,
    Solver,
)
from lerendwerk_core.model.municipality import Registration
from lerendwerk_core.readiness import SourceRule
from lerendwerk_core.readiness.aggregation import AGGREGATIONS
from lerendwerk_core.readiness.scoring.models import MODELS
from lerendwerk_core.sources import (
    BpmnReader,
    CsvAnswers,
    CsvQuestionnaire,
    LogReader,
    read_register,
)

DATA = Path(__file__).parent / "data"
REGISTER = DATA / "municipalities.csv"


@hookimpl
def lerendwerk_provide_route_rules() -> Iterable[RouteRule]:
    """Offer the source's own rule."""
    return (SourceRule(),)


@hookimpl
def lerendwerk_provide_collective_rules() -> Iterable[CollectiveRule]:
    """Offer our own reading, with numbers that a dossier can change."""
    return (StandardRule(),)


@hookimpl
def lerendwerk_provide_scoring_models() -> Iterable[ScoringModel]:
    """Offer seven models, to see whether the choice of one matters."""
    return MODELS


@hookimpl
def lerendwerk_provide_aggregations() -> Iterable[Aggregation]:
    """Offer five ways, the median first."""
    return AGGREGATIONS


@hookimpl
def lerendwerk_provide_answer_readers() -> Iterable[AnswerReader]:
    """Offer the reader of CSV."""
    return (CsvAnswers(),)


@hookimpl
def lerendwerk_provide_questionnaire_writers() -> Iterable[QuestionnaireWriter]:
    """Offer questionnaires in CSV."""
    return (CsvQuestionnaire(),)


@hookimpl
def lerendwerk_provide_process_readers() -> Iterable[ProcessReader]:
    """Offer the readers of BPMN drawings and event logs."""
    return (BpmnReader(), LogReader())


@hookimpl
def lerendwerk_provide_solvers() -> Iterable[Solver]:
    """Offer the built-in search, and the one that has an exact solver prove or improve it."""
    return (Standard(), Search())


@hookimpl
def lerendwerk_provide_municipalities() -> dict[str, tuple[Registration, ...]]:
    """Offer the municipalities up to 2025 (facts of CBS, CC BY 4.0)."""
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        return read_register(lines)
