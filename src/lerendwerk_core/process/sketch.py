"""
A drawing of a process that was written or mined: a lane for everybody who leads, a place for everything.

What the main path says is a flow from task to task. A branch leaves its step by an event on its edge.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lerendwerk_core.model.drawing import SUBPROCESSES, Drawing, DrawnFlow, DrawnNode, Lane, Pool
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.layout import laid_out
from lerendwerk_core.text import Lang
from lerendwerk_core.vocabulary import RoleFrom

DRAWN = SUBPROCESSES | {
    "task",
    "userTask",
    "manualTask",
    "serviceTask",
    "scriptTask",
    "sendTask",
    "receiveTask",
    "businessRuleTask",
    "callActivity",
}


def sketched(process: WorkProcess, lang: Lang = "nl") -> Drawing:
    """Return *process* as a drawing, with its labels in *lang*."""
    key = process.id or "process"
    leads = dict.fromkeys(step.lead for step in process.steps if step.lead)
    lanes = {lead: f"lane-{number}" for number, lead in enumerate(leads, 1)}
    nodes = [_task(step, key, lanes, lang) for step in process.steps]
    by_id = {node.id: node for node in nodes}
    flows = [
        DrawnFlow(id=f"flow-{number}", source=edge.source, target=edge.target, name=edge.label)
        for number, edge in enumerate(process.edges, 1)
    ]
    for number, edge in enumerate(process.branches, 1):
        nodes.append(_way_out(by_id[edge.source], f"branch-{number}", edge.label))
        flows.append(
            DrawnFlow(id=f"branch-flow-{number}", source=f"branch-{number}", target=edge.target)
        )
    return laid_out(
        Drawing(
            id=key,
            processes=Table({key: ""}),
            pools=(Pool(id="pool", name=key, process=key),) if lanes else (),
            lanes=tuple(Lane(id=one, name=lead, process=key) for lead, one in lanes.items()),
            nodes=tuple(nodes),
            flows=tuple(flows),
        )
    )


def _task(step: Step, process: str, lanes: Mapping[str, str], lang: Lang) -> DrawnNode:
    lane = lanes.get(step.lead, "")
    return DrawnNode(
        id=step.id,
        kind=step.kind if step.kind in DRAWN else "task",
        name=re.sub(r"\s+", " ", step.label.in_(lang)).strip(),
        process=process,
        lane=lane,
        lane_from=RoleFrom.LANE if lane else RoleFrom.NOWHERE,
        role=step.lead,
        role_from=RoleFrom.LANE if lane else RoleFrom.NOWHERE,
        candidates=step.performers[1:],
    )


def _way_out(host: DrawnNode, key: str, name: str) -> DrawnNode:
    return DrawnNode(
        id=key,
        kind="boundaryEvent",
        name=name,
        process=host.process,
        host=host.id,
        lane=host.lane,
        lane_from=RoleFrom.HOST if host.lane else RoleFrom.NOWHERE,
        role=host.role,
        role_from=RoleFrom.HOST if host.lane else RoleFrom.NOWHERE,
    )
