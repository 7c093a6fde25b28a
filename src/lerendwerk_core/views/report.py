"""The report: one self-contained HTML page, no network, no script needed."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from lerendwerk_core.errors import MissingExtraError
from lerendwerk_core.model.goals import PARTS
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.text import shown as in_words
from lerendwerk_core.views.accountability_tree import tree
from lerendwerk_core.views.aligned import (
    change_texts,
    repair_texts,
    step_labels,
    unanswered_texts,
)
from lerendwerk_core.views.answers import answers, percentage, scope_of, signed
from lerendwerk_core.views.composed import changes, goal_name, headed, substitute
from lerendwerk_core.views.coverage import ALONE, coverages
from lerendwerk_core.views.governed import rights_by_holder
from lerendwerk_core.views.process_map import process_map
from lerendwerk_core.views.raci_matrix import RaciMatrix, raci_matrix
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import Answer, Severity
from lerendwerk_core.wording import page_text

if TYPE_CHECKING:
    from jinja2 import Template

SEVERITIES = (Severity.BLOCKER, Severity.WARNING, Severity.NOTE)


def page(shown: Shown, lang: Lang) -> str:
    """
    Return the report of a trajectory in *lang*.

    Raises:
        MissingExtraError: The extra ``report`` is not installed.
    """

    def words(value: object) -> str:
        return in_words(value, lang)

    def label(code: str, **values: Any) -> str:
        return page_text(code, **values).in_(lang)

    versions = shown.process.versions if shown.process else {}
    return _template().render(
        lang=lang,
        shown=shown,
        answers=answers(shown),
        findings=sorted(shown.findings, key=lambda one: SEVERITIES.index(one.severity)),
        maps={version: process_map(one, lang) for version, one in versions.items()},
        seats=_seats(shown),
        coverages=tuple(coverages(shown)),
        moments=_moments(shown),
        words=words,
        label=label,
        percentage=percentage,
        scope_of=scope_of,
        signed=signed,
        headed=tuple(headed(shown.composition)),
        goal_name=goal_name,
        changes=changes,
        substitute=substitute,
        alone=ALONE,
        tree_of=lambda one: tree(one.accountability.values(), shown.regie.parties),
        rights_by_holder=rights_by_holder,
        model_matrices=_model_matrices(shown),
        matrices=_matrices(shown),
        activity_matrix=raci_matrix(shown.alignment.activities.rows, shown.regie.words),
        repair_texts=repair_texts,
        change_texts=change_texts,
        unanswered_texts=unanswered_texts(shown),
        parts=PARTS,
        scale=tuple(Answer),
    )


def _model_matrices(shown: Shown) -> dict[str, tuple[Text, RaciMatrix]]:
    """Return the parts per activity of every model that is used, under its label."""
    words = shown.regie.words
    return {
        one.model: (one.label, raci_matrix(one.raci, words)) for one in shown.regie.arrangements
    }


def _matrices(shown: Shown) -> dict[str, RaciMatrix]:
    """Return who does what per version of the process."""
    labels = step_labels(shown)
    versions = shown.alignment.roles.items()
    return {key: raci_matrix(roles.rows, labels) for key, roles in versions if roles.rows}


def _seats(shown: Shown) -> dict[str, list[Any]]:
    """Return the seats of every proposed group."""
    result = shown.composition
    return {name: [seat for seat in result.seats if seat.group == name] for name in result.members}


def _moments(shown: Shown) -> list[str]:
    """Return every moment at which something was measured, in the order of the dossier."""
    series = shown.outcomes.series.values() if shown.outcomes else ()
    found = dict.fromkeys(moment for one in series for moment in one.moments)
    known = shown.scope.period.measurements
    return [*(one for one in known if one in found), *(one for one in found if one not in known)]


@functools.cache
def _template() -> Template:
    try:
        from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise MissingExtraError("report") from error
    environment = Environment(
        loader=PackageLoader("lerendwerk_core.views"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html.j2")
