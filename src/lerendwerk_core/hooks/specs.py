"""
Every hook that a plugin can implement, and nothing else.

The verb is the calling convention. ``provide``: called once, without arguments, when the plugin
loads; what it returns is keyed, and a key that another plugin already has is refused. ``review``:
called for every trajectory, each plugin apart; what it returns are findings.

A plugin that raises while it loads is removed and listed as failed; one that raises when it is asked
becomes a finding that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lerendwerk_core.hooks.context import TrajectoryContext
from lerendwerk_core.hooks.markers import hookspec
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import (
    Aggregation,
    AnswerReader,
    CollectiveRule,
    Finding,
    ProcessReader,
    QuestionnaireWriter,
    RouteRule,
    ScoringModel,
    Solver,
)
from lerendwerk_core.model.goals import Stakeholder
from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.municipality import Registration
from lerendwerk_core.model.outcomes import Measure
from lerendwerk_core.model.regie import RegieActivity, RegieActor, RegieModel
from lerendwerk_core.model.tailoring import Tailoring


@hookspec
def lerendwerk_provide_checklists() -> Iterable[Checklist] | None:
    """Return checklists; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_tailorings() -> Iterable[Tailoring] | None:
    """Return layers over checklists, its own or another plugin's; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_regie_actors() -> Iterable[RegieActor] | None:
    """Return parts that regie models give to someone; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_regie_activities() -> Iterable[RegieActivity] | None:
    """Return activities on which regie models divide the parts; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_regie_models() -> Iterable[RegieModel] | None:
    """
    Return regie models; the key is ``id``. Since 0.1.

    A model that breaks one of the invariants I2-I6 is refused, and its plugin with it.
    """


@hookspec
def lerendwerk_provide_stakeholders() -> Iterable[Stakeholder] | None:
    """Return types of stakeholder beside the source's six; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_activities() -> Iterable[LearningActivity] | None:
    """Return learning activities for the catalogue; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_measures() -> Iterable[Measure] | None:
    """Return measures of the three results; the key is ``id``. Since 0.1."""


@hookspec
def lerendwerk_provide_instruments() -> Iterable[Instrument] | None:
    """
    Return questionnaires of which the answers are scored; the key is ``id``. Since 0.1.

    One that extends another, its own or another plugin's, brings the items for its dimensions.
    """


@hookspec
def lerendwerk_provide_municipalities() -> Mapping[str, Sequence[Registration]] | None:
    """
    Return periods of validity per municipality code. Since 0.1.

    A code that a plugin before it has is left as it is.
    """


@hookspec
def lerendwerk_provide_route_rules() -> Iterable[RouteRule] | None:
    """Return rules from answers to a route; the key is ``key``. Since 0.1."""


@hookspec
def lerendwerk_provide_collective_rules() -> Iterable[CollectiveRule] | None:
    """Return rules that say which needs are learned together; the key is ``key``. Since 0.1."""


@hookspec
def lerendwerk_provide_scoring_models() -> Iterable[ScoringModel] | None:
    """Return models that give a checklist a number; the key is ``key``. Since 0.1."""


@hookspec
def lerendwerk_provide_aggregations() -> Iterable[Aggregation] | None:
    """Return ways to make one answer of many; the key is ``key``. Since 0.1."""


@hookspec
def lerendwerk_provide_answer_readers() -> Iterable[AnswerReader] | None:
    """
    Return readers of files with answers; the key is ``key``. Since 0.1.

    Which one reads a file is told by the ending of its name.
    """


@hookspec
def lerendwerk_provide_questionnaire_writers() -> Iterable[QuestionnaireWriter] | None:
    """Return ways to write a checklist that is to be filled in; the key is ``key``. Since 0.1."""


@hookspec
def lerendwerk_provide_process_readers() -> Iterable[ProcessReader] | None:
    """Return readers of drawings; the key is the word that asks for it in a dossier. Since 0.1."""


@hookspec
def lerendwerk_provide_solvers() -> Iterable[Solver] | None:
    """Return solvers of the composition problem; the key is ``key``. Since 0.1."""


@hookspec
def lerendwerk_review_trajectory(context: TrajectoryContext) -> Iterable[Finding] | None:
    """Return what should be discussed, seen over all stages; asked at the end of a run. Since 0.1."""
