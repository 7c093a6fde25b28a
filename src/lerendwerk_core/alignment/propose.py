"""
A proposal for who does what, read from the work itself (C#54): to talk about, never to impose.

Responsible is who performs the step, or who a log shows performing it. Accountable is one: who
decides about the step in the next one, who keeps the gateway behind it, or else who leads it.
Consulted are those whose messages it needs, informed those who get one or take the work over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.alignment.conflicts import RowConflict
from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode
from lerendwerk_core.model.origin import ProcessOrigin
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import FlowKind
from lerendwerk_core.wording import reason

RESPONSIBLE_SHARE = 0.25
"""Who does so large a share of a step in the log is responsible for it too."""

MOST_ROLES = 4
"""With more responsible roles than this a step has no clear owner."""

DECIDING = re.compile(
    r"\b(besluit|beslis|goedkeur|accord|fiatt|vaststel|toets|bekrachtig"
    r"|approv|decid|authori[sz]|sign off)",
    re.IGNORECASE,
)
"""How the name of a step begins a word when the step decides about the one before it."""


@attrs.frozen(kw_only=True)
class ProposedRow(Wired):
    """A row as the work suggests it, with the reason for every cell that is filled."""

    label: Text
    row: RaciRow
    because: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class RaciProposal(Wired):
    """A row for every step, and what in them conflicts."""

    rows: Table[str, ProposedRow]
    conflicts: tuple[RowConflict, ...]


def propose(process: WorkProcess, origin: ProcessOrigin | None = None) -> RaciProposal:
    """Return who does what in *process*, as it is performed, drawn and observed."""
    evidence = _Evidence(process, origin or ProcessOrigin())
    rows = {step.id: evidence.row(step) for step in process.steps}
    conflicts = (one for step in process.steps for one in _conflicts(step, rows[step.id].row))
    return RaciProposal(rows=Table(rows), conflicts=tuple(conflicts))


class _Evidence:
    """What performers, drawing and log say about every step."""

    def __init__(self, process: WorkProcess, origin: ProcessOrigin) -> None:
        self.steps = {step.id: step for step in process.steps}
        self.following: dict[str, list[Step]] = {step: [] for step in self.steps}
        for edge in process.edges:
            self.following[edge.source].append(self.steps[edge.target])
        self.roles = origin.roles
        self.shares = _shares(origin)
        self.drawn = _Drawn(origin.drawing) if origin.drawing else None

    def row(self, step: Step) -> ProposedRow:
        responsible, from_log = self._responsible(step)
        accountable, because = self._accountable(step, responsible)
        consulted = self._without(self._asked(step), responsible)
        informed = self._without(self._told(step), (*responsible, *consulted, *accountable))
        by = "raci-responsible-log" if from_log else "raci-responsible"
        reasons = [reason(by)] if responsible else []
        reasons += [because] if because else []
        reasons += [reason("raci-consulted")] if consulted else []
        reasons += [reason("raci-informed")] if informed else []
        row = RaciRow(
            accountable=accountable,
            responsible=responsible,
            consulted=consulted,
            informed=informed,
        )
        return ProposedRow(label=step.label, row=row, because=tuple(reasons))

    def _responsible(self, step: Step) -> tuple[tuple[str, ...], bool]:
        shares = self.shares.get(step.id, {})
        seen = tuple(who for who, share in shares.items() if share >= RESPONSIBLE_SHARE)
        return tuple(dict.fromkeys((*step.performers, *seen))), bool(seen)

    def _accountable(
        self, step: Step, responsible: tuple[str, ...]
    ) -> tuple[tuple[str, ...], Text | None]:
        """Return the one who is accountable: who decides next, who keeps the gateway, who leads."""
        for after in self.following[step.id]:
            if _decides(after) and not _decides(step) and after.lead:
                return (after.lead,), reason("raci-accountable-decides", step=after.label)
        keeper = self._meant(self.drawn.keeper(step.id)) if self.drawn else ""
        if keeper and keeper not in responsible:
            return (keeper,), reason("raci-accountable-gateway")
        lead = step.lead or next(iter(responsible), "")
        return ((lead,), reason("raci-accountable-leads")) if lead else ((), None)

    def _asked(self, step: Step) -> Iterator[str]:
        if self.drawn:
            yield from map(self._meant, self.drawn.senders(step.id))

    def _told(self, step: Step) -> Iterator[str]:
        if self.drawn:
            yield from map(self._meant, self.drawn.receivers(step.id))
        yield from (after.lead for after in self.following[step.id])

    def _meant(self, role: str) -> str:
        return self.roles.get(role, role)

    @staticmethod
    def _without(roles: Iterator[str], others: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(role for role in dict.fromkeys(roles) if role and role not in others)


class _Drawn:
    """What a drawing says around a step: messages, and gateways that follow it."""

    def __init__(self, drawing: Drawing) -> None:
        self.nodes = {node.id: node for node in drawing.nodes}
        self.pools = {pool.id: pool.name for pool in drawing.pools}
        self.flows: dict[str, list[DrawnFlow]] = {}
        self.arriving: dict[str, list[DrawnFlow]] = {}
        for flow in drawing.flows:
            self.flows.setdefault(flow.source, []).append(flow)
            self.arriving.setdefault(flow.target, []).append(flow)

    def keeper(self, step: str) -> str:
        """Return the role of the first gateway with a choice right behind *step*."""
        after = (self.nodes.get(flow.target) for flow in self._leaving(step, FlowKind.SEQUENCE))
        return next((node.role for node in after if node and self._chooses(node)), "")

    def _chooses(self, node: DrawnNode) -> bool:
        several = len(self._leaving(node.id, FlowKind.SEQUENCE)) > 1
        return node.kind in ("exclusiveGateway", "inclusiveGateway") and several

    def senders(self, step: str) -> Iterator[str]:
        """Yield the roles whose messages *step* gets."""
        arriving = self.arriving.get(step, ())
        return (self._who(flow.source) for flow in arriving if flow.kind is FlowKind.MESSAGE)

    def receivers(self, step: str) -> Iterator[str]:
        """Yield the roles that get a message from *step*."""
        return (self._who(flow.target) for flow in self._leaving(step, FlowKind.MESSAGE))

    def _leaving(self, place: str, kind: FlowKind) -> list[DrawnFlow]:
        return [flow for flow in self.flows.get(place, ()) if flow.kind is kind]

    def _who(self, place: str) -> str:
        node = self.nodes.get(place)
        return node.role if node else self.pools.get(place, "")


def _shares(origin: ProcessOrigin) -> dict[str, dict[str, float]]:
    """Return per step the share of its events that each role did, in the log."""
    if origin.observed is None or origin.overlay is None:
        return {}
    step_of = origin.overlay.steps
    done: dict[str, Counter[str]] = {}
    events: Counter[str] = Counter()
    for seen in origin.observed.steps:  # several may be one step, and several groups one role
        if step := step_of.get(seen.step):
            events[step] += seen.count
            for group, count in seen.groups.items():
                done.setdefault(step, Counter())[origin.roles.get(group, group)] += count
    return {step: _share(roles, events[step]) for step, roles in done.items() if events[step]}


def _share(done: Mapping[str, int], events: int) -> dict[str, float]:
    return {role: count / events for role, count in done.items()}


def _decides(step: Step) -> bool:
    return any(DECIDING.search(words) for words in (step.label.nl or "", step.label.en or ""))


def _conflicts(step: Step, row: RaciRow) -> Iterator[RowConflict]:
    """Yield what people have to settle: nobody, too many, or another row than was written."""
    if not row.responsible:
        yield RowConflict.of(step.id, "row-nobody-responsible")
    if len(row.responsible) > MOST_ROLES:
        yield RowConflict.of(step.id, "raci-many", row.responsible)
    written = step.raci.cell("accountable") if step.raci else ()
    if len(written) > 1:
        yield RowConflict.of(step.id, "row-several-accountable", written)
    leads = {step.lead, *row.accountable} - {""}
    if len(leads) > 1 and row.accountable and row.accountable[0] not in row.responsible:
        other = row.accountable[0]
        yield RowConflict.of(step.id, "raci-decides-elsewhere", lead=step.lead, other=other)
