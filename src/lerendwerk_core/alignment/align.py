"""Roles, principles and agreements of a dossier, laid side by side (C#27-31, 39-44, 51, 54, 55)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import attrs

from lerendwerk_core.alignment.plan import PlanFigures, plan_figures
from lerendwerk_core.alignment.principles import PrincipleFigures, principle_figures
from lerendwerk_core.alignment.propose import RaciProposal, propose
from lerendwerk_core.alignment.roles import RoleFigures, role_figures
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Agreement, Repositioning
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Pillar, Stage, StakeholderType

_finding = partial(Finding.of, stage=Stage.ALIGNMENT)
_principle = partial(Finding.of, stage=Stage.PRINCIPLES)


@attrs.frozen(kw_only=True)
class Alignment(Wired):
    """
    Who does what, and from which principles.

    ``roles`` is keyed by version of the process; ``proposal`` is what the current version itself
    suggests, to talk about where nobody has written it down; ``open_positions`` lists per
    stakeholder type the fields of its repositioning that nobody has filled.
    """

    roles: Table[str, RoleFigures]
    repositioning: tuple[Repositioning, ...]
    open_positions: Table[StakeholderType, tuple[str, ...]]
    proposal: RaciProposal | None
    principles: PrincipleFigures
    agreements: tuple[Agreement, ...]
    plan: PlanFigures


def align(dossier: Dossier, versions: tuple[WorkProcess, ...]) -> Alignment:
    """Return the alignment of *dossier*, on every one of *versions* of its process, oldest first."""
    return Alignment(
        roles=Table((str(one.version), role_figures(dossier, one)) for one in versions),
        proposal=propose(dossier.process, dossier.origin) if dossier.process else None,
        repositioning=dossier.repositioning,
        open_positions=Table(_open_positions(dossier)),
        principles=principle_figures(dossier),
        agreements=dossier.agreements,
        plan=plan_figures(dossier),
    )


def _open_positions(dossier: Dossier) -> Iterator[tuple[StakeholderType, tuple[str, ...]]]:
    recorded = {one.stakeholder: one for one in dossier.repositioning}
    for stakeholder in StakeholderType:
        position = recorded.get(stakeholder, Repositioning(stakeholder=stakeholder))
        yield stakeholder, position.open_fields


def findings(dossier: Dossier, alignment: Alignment) -> Iterator[Finding]:
    """Yield what to discuss about roles, principles and agreements."""
    yield from _role_findings(alignment)
    yield from _principle_findings(alignment)
    yield from _agreement_findings(dossier)
    yield from _plan_findings(alignment)


def _role_findings(alignment: Alignment) -> Iterator[Finding]:
    versions = list(alignment.roles.values())
    if versions:
        for step in versions[0].accountable_missing:
            yield _finding("step-no-accountable", f"process.steps.{step}", step=step)
        for step in versions[0].accountable_double:
            yield _finding("step-two-accountable", f"process.steps.{step}", step=step)
        for step in versions[0].nobody_responsible:
            yield _finding("step-nobody-responsible", f"process.steps.{step}", step=step)
        for pair in versions[-1].pairs_without_agreement:
            yield _finding("pair-not-aligned", "agreements", parties=pair)
    if not alignment.repositioning:
        yield _finding("repositioning-absent", "repositioning")


def _principle_findings(alignment: Alignment) -> Iterator[Finding]:
    figures = alignment.principles
    for code, principles in (
        ("principle-only-system", figures.only_system),
        ("principle-only-transition", figures.only_transition),
    ):
        for one in principles:
            where = f"principles.{one}"
            yield _principle(code, where, principle=figures.labels[one])
    for pillar in Pillar:
        if figures.labels and pillar not in figures.pillars:
            yield _principle("pillar-uncovered", "principles", pillar=pillar.label)


def _agreement_findings(dossier: Dossier) -> Iterator[Finding]:
    for one in dossier.agreements:
        where = f"agreements.{one.id}"
        if not one.frame:
            yield _principle("agreement-without-frame", where, agreement=one.label)
        if not one.authors:
            code = "agreement-without-authors"
            yield _principle(code, where, agreement=one.label)


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
