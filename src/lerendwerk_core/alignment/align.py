"""Roles, principles and agreements of a dossier, laid side by side (C#27-31, 39-44, 51, 54, 55)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import pairwise
from typing import Any

import attrs

from lerendwerk_core.alignment.activities import ActivityFigures, activity_figures
from lerendwerk_core.alignment.compare import RoleChanges, role_changes
from lerendwerk_core.alignment.plan import PlanFigures, plan_figures
from lerendwerk_core.alignment.principles import PrincipleFigures, principle_figures
from lerendwerk_core.alignment.propose import RaciProposal, propose
from lerendwerk_core.alignment.roles import RoleFigures, role_figures
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.frame import TEXT, Row, as_frame
from lerendwerk_core.model.goals import (
    PARTS,
    SOURCE_STAKEHOLDERS,
    Agreement,
    Expectation,
    Repositioning,
    Stakeholder,
)
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Pillar, RepositioningState, Stage

_finding = partial(Finding.of, stage=Stage.ALIGNMENT)
_principle = partial(Finding.of, stage=Stage.PRINCIPLES)


@attrs.frozen(kw_only=True)
class Alignment(Wired):
    """
    Who does what, and from which principles.

    ``roles`` is keyed by version of the process; ``proposal`` is what the current version itself
    suggests, to talk about where nobody has written it down; ``changes`` is what each version
    changed in the roles of the one before; ``open_positions`` lists per
    stakeholder type the parts of its repositioning that nobody has filled, ``positions`` is the whole
    matrix of types and parts with the state of each, ``position_counts`` how many of its cells are
    empty or have landed how far, ``unanswered`` the expectations without answer.
    """

    roles: Table[str, RoleFigures]
    repositioning: tuple[Repositioning, ...]
    stakeholders: Table[str, Text]
    positions: Table[str, Table[str, RepositioningState]]
    open_positions: Table[str, tuple[str, ...]]
    position_counts: Table[str, int]
    unanswered: tuple[Expectation, ...]
    activities: ActivityFigures
    proposal: RaciProposal | None
    principles: PrincipleFigures
    agreements: tuple[Agreement, ...]
    plan: PlanFigures
    changes: tuple[RoleChanges, ...] = ()

    def text_at(self, stakeholder: str, part: str) -> Text | None:
        """Return the words in a cell of the matrix of positions; ``None`` if it is empty."""
        rows = (one for one in self.repositioning if one.stakeholder == stakeholder)
        return next((one.text_of(part) for one in rows), None)

    def to_frame(self, backend: str | None = None) -> Any:
        """
        Return a row per stakeholder type and part of its position: a frame, or dictionaries.

        The RACI is a frame of its own: ``roles[version].to_frame()``.

        Raises:
            MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
        """
        names = ("stakeholder", "part", "text_nl", "text_en", "state")
        return as_frame(self._cells(), dict.fromkeys(names, TEXT), backend)

    def _cells(self) -> Iterator[Row]:
        for key, row in self.positions.items():
            for part, state in row.items():
                text = self.text_at(key, part)
                words = {"text_nl": text and text.nl, "text_en": text and text.en}
                yield {"stakeholder": key, "part": part, **words, "state": state.value}


def align(
    dossier: Dossier,
    versions: tuple[WorkProcess, ...],
    expected: Mapping[str, str] | None = None,
    stakeholders: Iterable[Stakeholder] = SOURCE_STAKEHOLDERS,
    expected_activities: Mapping[str, tuple[str, ...]] | None = None,
) -> Alignment:
    """
    Return the alignment of *dossier*, on every one of *versions* of its process, oldest first.

    *expected* says per step which organisation the regie model makes accountable; *stakeholders* are
    the types of those who are repositioned; *expected_activities* are the parties, each as good,
    whom the model makes accountable for an activity of regie.
    """
    types = tuple(stakeholders)
    roles = {
        str(one.version): role_figures(dossier, one, versions[at + 1 :], expected)
        for at, one in enumerate(versions)
    }
    return Alignment(
        roles=Table(roles),
        activities=activity_figures(dossier.activity_raci, expected_activities or {}),
        changes=tuple(
            role_changes(before, was, after, now)
            for (before, was), (after, now) in pairwise(roles.items())
        ),
        proposal=propose(dossier.process, dossier.origin) if dossier.process else None,
        repositioning=dossier.repositioning,
        stakeholders=Table((one.id, one.label) for one in types),
        positions=Table(_positions(dossier, types)),
        open_positions=Table(_open_positions(dossier, types)),
        position_counts=Table(_position_counts(dossier, types)),
        unanswered=tuple(_unanswered(dossier)),
        principles=principle_figures(dossier),
        agreements=dossier.agreements,
        plan=plan_figures(dossier),
    )


def _recorded(
    dossier: Dossier, types: tuple[Stakeholder, ...]
) -> Iterator[tuple[str, Repositioning]]:
    recorded = {one.stakeholder: one for one in dossier.repositioning}
    for one in types:
        yield one.id, recorded.get(one.id, Repositioning(stakeholder=one.id))


def _positions(
    dossier: Dossier, types: tuple[Stakeholder, ...]
) -> Iterator[tuple[str, Table[str, RepositioningState]]]:
    for key, row in _recorded(dossier, types):
        yield key, Table((part, row.state_of(part)) for part in PARTS)


def _open_positions(
    dossier: Dossier, types: tuple[Stakeholder, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((key, row.open_fields) for key, row in _recorded(dossier, types))


def _position_counts(dossier: Dossier, types: tuple[Stakeholder, ...]) -> Iterator[tuple[str, int]]:
    cells = [(row, part) for _, row in _recorded(dossier, types) for part in PARTS]
    filled = [row.state_of(part) for row, part in cells if row.text_of(part) is not None]
    yield "empty", len(cells) - len(filled)
    yield from ((state.value, filled.count(state)) for state in RepositioningState)


def _unanswered(dossier: Dossier) -> Iterator[Expectation]:
    """Yield the expectations of somebody that nobody answered (C#29)."""
    for row in dossier.repositioning:
        yield from (one for one in row.expectations if one.of and not one.is_answered)


def findings(dossier: Dossier, alignment: Alignment) -> Iterator[Finding]:
    """Yield what to discuss about roles, principles and agreements."""
    yield from _role_findings(alignment)
    yield from _activity_findings(alignment)
    yield from _principle_findings(alignment)
    yield from _agreement_findings(dossier)
    yield from _plan_findings(alignment)


def _activity_findings(alignment: Alignment) -> Iterator[Finding]:
    figures = alignment.activities
    for one in figures.conflicts:
        where = f"regie.raci.{one.step}"
        yield _finding("activity-conflict", where, activity=one.step, because=one.because)
    for activity, party in figures.elsewhere.items():
        written = figures.rows[activity].accountable[0]
        values = {"party": party, "written": written, "step": activity}
        yield Finding.of(
            "accountable-elsewhere", f"regie.raci.{activity}", stage=Stage.ALIGNMENT, **values
        )


def _role_findings(alignment: Alignment) -> Iterator[Finding]:
    versions = list(alignment.roles.values())
    if versions:
        for step in versions[0].accountable_missing:
            yield _finding("step-no-accountable", f"process.steps.{step}", step=step)
        for step in versions[0].accountable_double:
            yield _finding("step-two-accountable", f"process.steps.{step}", step=step)
        for step in versions[0].nobody_responsible:
            yield _finding("step-nobody-responsible", f"process.steps.{step}", step=step)
        for one in versions[0].conflicts:
            if one.code in ("row-told-twice", "row-client-accountable"):
                where = f"process.steps.{one.step}"
                yield _finding(one.code, where, step=one.step, parties=one.parties)
        for step, party in versions[-1].elsewhere.items():
            where = f"process.steps.{step}"
            written = versions[-1].rows[step].accountable[0]
            yield _finding("accountable-elsewhere", where, step=step, party=party, written=written)
        for pair in versions[-1].pairs_without_agreement:
            yield _finding("pair-not-aligned", "agreements", parties=pair)
    yield from _repositioning_findings(alignment)


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
