"""The figures of every version of a process, and what changed between them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

import attrs

from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.drawing import ImportReport
from lerendwerk_core.model.observed import Observed
from lerendwerk_core.model.origin import Overlay
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process.borders import border
from lerendwerk_core.process.graph import isolated, ranks, unreachable
from lerendwerk_core.process.involvement import Involvement, involvement
from lerendwerk_core.process.renew import renewed
from lerendwerk_core.process.versions import Comparison, compare
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Rung, Stage, Stance
from lerendwerk_core.wording import reason

_finding = partial(Finding.of, stage=Stage.PROCESS)

MINUTES_PER_DAY = 8 * 60
DECIMALS = 3


@attrs.frozen(kw_only=True)
class Transition(Wired):
    """One transition of the main path and the border between its leads."""

    source: str
    target: str
    border: Rung
    from_discipline: str
    to_discipline: str
    from_organisation: str
    to_organisation: str


@attrs.frozen(kw_only=True)
class StepFigures(Wired):
    """A step as a map shows it; ``rank`` is its place from left to right."""

    id: str
    label: Text
    lead: str
    organisation: str
    performers: tuple[str, ...]
    touch: float
    wait: float
    stance: Stance | None
    rank: int
    kind: str


@attrs.frozen(kw_only=True)
class Branch(Wired):
    """A way off the main path."""

    source: str
    target: str
    label: str


@attrs.frozen(kw_only=True)
class VersionFigures(Wired):
    """
    The figures of one version (design, 4.4).

    ``touch_minutes`` in minutes, ``wait_days`` in calendar days, ``flow_efficiency`` touch / (touch
    + wait) with days of 8 hours for touch, or ``None`` when nothing takes time, or when the process
    comes from a log, which says nothing of work within a step.
    """

    version: int
    origin: str
    steps: int
    transitions: int
    handovers: int
    touch_minutes: float
    wait_days: float
    flow_efficiency: float | None
    stance: Table[str, int]
    without_goal: tuple[str, ...]
    without_client: tuple[str, ...]
    without_performer: tuple[str, ...]
    raci_absent: tuple[str, ...]
    accountable_missing: tuple[str, ...]
    accountable_double: tuple[str, ...]
    unregistered: Table[str, tuple[str, ...]]
    unreachable: tuple[str, ...]
    isolated: tuple[str, ...]
    borders: Table[str, int]
    main_path: tuple[Transition, ...]
    branches: tuple[Branch, ...]
    step_list: tuple[StepFigures, ...]
    because: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class StepChange(Wired):
    """What is different in one step: field, before and after, as they are written."""

    step: str
    label: Text
    field: str
    before: str
    after: str


@attrs.frozen(kw_only=True)
class VersionChange(Wired):
    """
    What changed from one version to the next; negative is fewer or less.

    ``comparison`` says which steps and handovers came and went.
    """

    before: str
    after: str
    steps: tuple[StepChange, ...]
    handovers: int
    wait_days: float
    touch_minutes: float
    comparison: Comparison


@attrs.frozen(kw_only=True)
class ProcessMap(Wired):
    """
    The versions of a process by their number, oldest first, and the changes between them.

    ``involvement`` is of the current version. Where the process was drawn, ``report`` says what was
    read; where there is a log, ``observed`` is what it shows and ``overlay`` how it fits.
    """

    id: str
    current: str
    versions: Table[str, VersionFigures]
    changes: tuple[VersionChange, ...]
    statutory: Table[str, float]
    involvement: Involvement
    report: ImportReport | None = None
    observed: Observed | None = None
    overlay: Overlay | None = None

    @property
    def now(self) -> VersionFigures:
        """The figures of the current version."""
        return self.versions[self.current]


def map_process(dossier: Dossier) -> ProcessMap | None:
    """Return the map of the process of *dossier* and of its renewal; ``None`` without a process."""
    process = dossier.process
    if process is None:
        return None
    versions = [process, *([after] if (after := renewed(process)) else [])]
    figures = [measured(dossier, version) for version in versions]
    origin = dossier.origin
    pairs = zip(versions, versions[1:], figures, figures[1:], strict=False)
    return ProcessMap(
        id=process.id,
        current=str(process.version),
        versions=Table((str(one.version), one) for one in figures),
        changes=tuple(_change(*pair) for pair in pairs),
        statutory=process.statutory,
        involvement=involvement(dossier, process),
        report=origin.drawing.report if origin.drawing else None,
        observed=origin.observed,
        overlay=origin.overlay,
    )


def measured(dossier: Dossier, process: WorkProcess) -> VersionFigures:
    """Return the figures of one version."""
    path = tuple(_transitions(dossier, process))
    touch = math.fsum(step.touch for step in process.steps)
    wait = math.fsum(step.wait for step in process.steps)
    return VersionFigures(
        version=process.version,
        origin=process.origin,
        steps=len(process.steps),
        transitions=len(path),
        handovers=sum(one.border is Rung.OTHER_ORGANISATION for one in path),
        touch_minutes=touch,
        wait_days=wait,
        flow_efficiency=flow_efficiency(touch, wait) if touch or process.origin != "log" else None,
        stance=Table(
            (one.value, sum(step.stance is one for step in process.steps)) for one in Stance
        ),
        without_goal=_ids(step for step in process.steps if not step.goals),
        without_client=_ids(step for step in process.steps if not step.has_client_part),
        without_performer=_ids(step for step in process.steps if not step.performers),
        raci_absent=_ids(step for step in process.steps if step.raci is None),
        accountable_missing=_ids(s for s in process.steps if s.raci and not s.raci.accountable),
        accountable_double=_ids(
            s for s in process.steps if s.raci and len(set(s.raci.accountable)) > 1
        ),
        unregistered=Table(_unregistered(dossier, process)),
        unreachable=unreachable(process),
        isolated=isolated(process),
        borders=Table((rung.value, sum(one.border is rung for one in path)) for rung in Rung),
        main_path=path,
        branches=tuple(
            Branch(source=one.source, target=one.target, label=one.label)
            for one in process.branches
        ),
        step_list=tuple(_step_figures(dossier, process)),
        because=tuple(_because(path, touch, wait)),
    )


def _because(path: Sequence[Transition], touch: float, wait: float) -> Iterator[Text]:
    crossing = [one for one in path if one.border is Rung.OTHER_ORGANISATION]
    if crossing:
        where = [f"{one.source} > {one.target}" for one in crossing]
        yield reason("handovers", where=where)
    if touch or wait:
        days = round(touch / MINUTES_PER_DAY, 1)
        yield reason("flow-efficiency", days=days, wait=wait)


def flow_efficiency(touch_minutes: float, wait_days: float) -> float | None:
    """Return touch / (touch + wait), touch in days of 8 hours; ``None`` if both are nothing."""
    touch_days = touch_minutes / MINUTES_PER_DAY
    total = touch_days + wait_days
    return round(touch_days / total, DECIMALS) if total else None


def _ids(steps: Iterator[Step]) -> tuple[str, ...]:
    return tuple(step.id for step in steps)


def _transitions(dossier: Dossier, process: WorkProcess) -> Iterator[Transition]:
    for edge in process.edges:
        giver, receiver = process.step(edge.source).lead, process.step(edge.target).lead
        yield Transition(
            source=edge.source,
            target=edge.target,
            border=border(dossier, process, edge),
            from_discipline=giver,
            to_discipline=receiver,
            from_organisation=dossier.employer_of(giver),
            to_organisation=dossier.employer_of(receiver),
        )


def _unregistered(dossier: Dossier, process: WorkProcess) -> Iterator[tuple[str, tuple[str, ...]]]:
    registered = {person.discipline for person in dossier.people if person.registered}
    for step in process.steps:
        lacking = tuple(one for one in step.performers if one not in registered)
        if step.registered and lacking:
            yield step.id, lacking


def _step_figures(dossier: Dossier, process: WorkProcess) -> Iterator[StepFigures]:
    place = ranks(process)
    for step in process.steps:
        yield StepFigures(
            id=step.id,
            label=step.label,
            lead=step.lead,
            organisation=dossier.employer_of(step.lead),
            performers=step.performers,
            touch=step.touch,
            wait=step.wait,
            stance=step.stance,
            rank=place[step.id],
            kind=step.kind,
        )


def _change(
    old: WorkProcess, new: WorkProcess, before: VersionFigures, after: VersionFigures
) -> VersionChange:
    return VersionChange(
        before=str(old.version),
        after=str(new.version),
        steps=tuple(_step_changes(old, new)),
        handovers=after.handovers - before.handovers,
        wait_days=after.wait_days - before.wait_days,
        touch_minutes=after.touch_minutes - before.touch_minutes,
        comparison=compare(old, new),
    )


def _step_changes(old: WorkProcess, new: WorkProcess) -> Iterator[StepChange]:
    for before in old.steps:
        after = new.step(before.id)
        for field, was, is_ in _differences(old, new, before, after):
            yield StepChange(step=before.id, label=after.label, field=field, before=was, after=is_)


def _differences(
    old: WorkProcess, new: WorkProcess, before: Step, after: Step
) -> Iterator[tuple[str, str, str]]:
    pairs = {
        "after": (_preceding(old, before.id), _preceding(new, before.id)),
        "lead": (before.lead, after.lead),
        "touch": (f"{before.touch:g}", f"{after.touch:g}"),
        "wait": (f"{before.wait:g}", f"{after.wait:g}"),
        "stance": (_stance(before), _stance(after)),
        "accountable": (_accountable(before), _accountable(after)),
    }
    yield from ((field, was, is_) for field, (was, is_) in pairs.items() if was != is_)


def _preceding(process: WorkProcess, step: str) -> str:
    return ", ".join(edge.source for edge in process.edges if edge.target == step)


def _stance(step: Step) -> str:
    return step.stance.value if step.stance else ""


def _accountable(step: Step) -> str:
    return ", ".join(step.raci.accountable) if step.raci else ""


def _unserved(now: VersionFigures) -> Iterator[Finding]:
    """Yield the steps without goal or client; where nothing is recorded at all, just that."""
    where = "process.steps"
    if now.steps and len(now.without_goal) == now.steps:
        yield _finding("goals-not-on-steps", where)
    elif now.without_goal:
        steps = now.without_goal
        yield _finding("steps-without-goal", where, steps=steps, count=len(steps), all=now.steps)
    if now.steps and len(now.raci_absent) == now.steps:
        yield _finding("raci-absent", where)
    elif now.without_client:
        steps = now.without_client
        yield _finding("steps-without-client", where, steps=steps, count=len(steps), all=now.steps)


def findings(process_map: ProcessMap) -> Iterator[Finding]:
    """Yield what to discuss about the current version, and what its renewal leaves as it was."""
    now = process_map.now
    yield from _unserved(now)
    lists = {
        "step-without-performer": now.without_performer,
        "step-unreachable": now.unreachable,
        "step-isolated": now.isolated,
    }
    labels = {step.id: step.label for step in now.step_list}
    for code, steps in lists.items():
        for step in steps:
            yield _finding(code, f"process.steps.{step}", step=step, label=labels[step])
    for step, disciplines in now.unregistered.items():
        values: dict[str, Any] = {"step": step, "label": labels[step], "disciplines": disciplines}
        yield _finding("step-unregistered", f"process.steps.{step}", **values)
    terms = math.fsum(process_map.statutory.values())
    if process_map.statutory and now.wait_days > terms:
        wait = now.wait_days
        yield _finding("waiting-beyond-terms", "process.statutory", wait=wait, terms=terms)
    for change in process_map.changes:
        if change.wait_days > 0 or change.handovers > 0:
            yield _finding("renewal-worse", "process.renewed", version=change.after)
