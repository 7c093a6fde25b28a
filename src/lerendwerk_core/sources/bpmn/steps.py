"""From a drawing to a work process: the tasks are its steps, and how they follow each other."""

from __future__ import annotations

from lerendwerk_core.model.drawing import SUBPROCESSES, Drawing, DrawnNode
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.sources.bpmn.candidates import is_expression
from lerendwerk_core.sources.bpmn.names import TASKS
from lerendwerk_core.sources.bpmn.notes import Notes
from lerendwerk_core.sources.bpmn.walk import transitions
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import RoleFrom


def work_process(drawing: Drawing, key: str, notes: Notes, shown_as: str) -> WorkProcess:
    """
    Return the steps of *drawing* and the ways between them, as the process *key*.

    Raises:
        DossierError: There are more ways from step to step than anybody could have drawn.
    """
    opened = {node.parent for node in drawing.nodes}
    nodes = [node for node in drawing.nodes if _is_step(node, opened)]
    edges, branches = transitions(drawing, {node.id for node in nodes}, shown_as)
    _tell(drawing, nodes, notes)
    return WorkProcess(
        id=key or "process",
        steps=tuple(map(_step, nodes)),
        edges=edges,
        branches=branches,
        origin="bpmn",
    )


def _is_step(node: DrawnNode, opened: set[str]) -> bool:
    """Whether *node* is a step: a task, or a sub-process that shows no tasks of its own."""
    return node.kind in TASKS or (node.kind in SUBPROCESSES and node.id not in opened)


def _step(node: DrawnNode) -> Step:
    performers: tuple[str, ...] = (node.role,) if node.role else ()
    if node.role_from is RoleFrom.CANDIDATES:
        performers = tuple(one for one in node.candidates if not is_expression(one))
    return Step(
        id=node.id, label=Text.of(node.name or node.id), performers=performers, kind=node.kind
    )


def _tell(drawing: Drawing, nodes: list[DrawnNode], notes: Notes) -> None:
    for node in nodes:
        if not node.role:
            notes.warn("drawing-no-lane", node.id, name=node.name or node.id)
        if not node.name:
            notes.tell("drawing-unnamed", node.id, id=node.id)
    for name, count in drawing.report.not_read.items():
        notes.tell("drawing-not-read", name, what=name, count=str(count))
    if not nodes:
        notes.warn("drawing-no-steps", "process")
