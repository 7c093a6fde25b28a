"""What there is to discuss about roles, positions, principles, agreements and the plan."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lerendwerk_core.alignment.activities import ActivityFigures
from lerendwerk_core.alignment.align import Alignment
from lerendwerk_core.alignment.roles import RoleFigures
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import PARTS
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stage

_finding = partial(Finding.of, stage=Stage.ALIGNMENT)
_principle = partial(Finding.of, stage=Stage.PRINCIPLES)


def findings(dossier: Dossier, alignment: Alignment) -> Iterator[Finding]:
    """Yield what to discuss about roles, principles and agreements."""
    for current in list(alignment.roles.values())[:1]:
        yield from _conflict_findings("process.steps", current)
    yield from _border_findings(alignment)
    yield from _conflict_findings("regie.raci", alignment.activities)
    yield from _repositioning_findings(alignment)
    yield from _principle_findings(alignment)
    yield from _agreement_findings(dossier, alignment)
    yield from _plan_findings(alignment)


def _conflict_findings(place: str, figures: RoleFigures | ActivityFigures) -> Iterator[Finding]:
    """Yield what conflicts in rows that stand at *place*, and who is accountable otherwise."""
    for one in figures.conflicts:
        yield _finding(one.code, f"{place}.{one.row}", row=one.row, because=one.because)
    for row, party in figures.elsewhere.items():
        written = figures.rows[row].accountable[0]
        where = f"{place}.{row}"
        yield _finding("accountable-elsewhere", where, row=row, party=party, written=written)


def _border_findings(alignment: Alignment) -> Iterator[Finding]:
    newest = [version.pairs_without_agreement for version in alignment.roles.values()][-1:]
    for pair in (pair for pairs in newest for pair in pairs):
        yield _finding("pair-not-aligned", "agreements", parties=pair)


def _repositioning_findings(alignment: Alignment) -> Iterator[Finding]:
    if not alignment.repositioning:
        yield _finding("repositioning-absent", "repositioning")
        return
    named = alignment.stakeholders
    empty = [key for key, parts in alignment.open_positions.items() if len(parts) == len(PARTS)]
    if empty:
        types = [named[key] for key in empty]
        yield _finding("repositioning-missing", "repositioning", types=types)
    for one in alignment.unanswered:
        where = f"repositioning.{one.by}"
        by, of = (named.get(key, Text.of(key)) for key in (one.by, one.of))
        yield _finding("expectation-unanswered", where, by=by, of=of, what=one.label)


def _principle_findings(alignment: Alignment) -> Iterator[Finding]:
    figures = alignment.principles
    for code, principles in (
        ("principle-only-system", figures.only_system),
        ("principle-only-transition", figures.only_transition),
    ):
        for one in principles:
            where = f"principles.{one}"
            yield _principle(code, where, principle=figures.labels[one])
    for one in figures.idle:
        yield _principle("principle-idle", f"principles.{one}", principle=figures.labels[one])
    for pillar, served in figures.pillar_cover.items():
        if figures.labels and not served.principles:
            yield _principle("pillar-uncovered", "principles", pillar=pillar.label)
        elif figures.labels and not served.steps:
            yield _principle("pillar-without-work", "goals", pillar=pillar.label)


def _agreement_findings(dossier: Dossier, alignment: Alignment) -> Iterator[Finding]:
    for one in dossier.agreements:
        where = f"agreements.{one.id}"
        if not one.frame:
            yield _principle("agreement-without-frame", where, agreement=one.label)
        if not one.authors:
            code = "agreement-without-authors"
            yield _principle(code, where, agreement=one.label)
        if one.date is None:
            yield _principle("agreement-undated", where, agreement=one.label)
        if one.id in alignment.made_by_others:
            yield _principle("agreement-by-others", where, agreement=one.label)
        for conflict in alignment.frame_conflicts.get(one.id, ()):
            code = "agreement-against-frame"
            yield _principle(code, where, agreement=one.label, because=conflict)


def _plan_findings(alignment: Alignment) -> Iterator[Finding]:
    plan = alignment.plan
    if plan.deepest_by_top > plan.deepest_outline:
        yield _finding("top-plans-in-detail", "plan.outline", depth=plan.deepest_by_top)
    for step in plan.without_activity:
        yield _finding("change-without-learning", f"plan.change_steps.{step}", step=step)
    for verb in plan.verbs_without_step:
        yield _finding("verb-without-step", "plan.change_steps", verb=verb.label)
    for step in plan.learning_too_late:
        yield _finding("learning-too-late", f"plan.change_steps.{step}", step=step)
