"""A process or a drawing as tidy tables: a row per step, a row per edge, in any frame one works with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.frame import COUNT, NUMBER, TEXT, YES_OR_NO, Row, as_frame
from lerendwerk_core.model.process import WorkProcess

STEP_COLUMNS = {
    **dict.fromkeys(("step", "label", "label_en", "lead", "performers"), TEXT),
    **dict.fromkeys(("touch", "wait"), NUMBER),
    **dict.fromkeys(("stance", "kind"), TEXT),
}
EDGE_COLUMNS = {
    **dict.fromkeys(("source", "target", "label"), TEXT),
    "main_path": YES_OR_NO,
    **dict.fromkeys(("from_role", "to_role"), TEXT),
    "seen": COUNT,
    "waited": NUMBER,
}
NODE_COLUMNS = dict.fromkeys(
    ("step", "label", "family", "kind", "role", "role_from", "process", "parent", "host", "events"),
    TEXT,
)
FLOW_COLUMNS = {
    **dict.fromkeys(("source", "target", "label", "kind", "condition"), TEXT),
    "default": YES_OR_NO,
    **dict.fromkeys(("from_role", "to_role"), TEXT),
}


def step_table(process: WorkProcess | Drawing, backend: str | None = None) -> Any:
    """
    Return a row per step: *backend* (``pandas``, ``polars``, ``pyarrow``) a frame, none a list of rows.

    Of a drawing every node is one. Several performers or events stand in one cell with a semicolon
    between them.

    Raises:
        MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
    """
    if isinstance(process, Drawing):
        return as_frame(_node_rows(process), NODE_COLUMNS, backend)
    return as_frame(_step_rows(process), STEP_COLUMNS, backend)


def edge_table(process: WorkProcess | Drawing, backend: str | None = None) -> Any:
    """
    Return a row per way from step to step, in the same forms as :func:`step_table`.

    ``seen`` and ``waited`` are empty unless a log was laid on the process. Of a drawing every flow is
    one, also of messages and data.
    """
    if isinstance(process, Drawing):
        return as_frame(_flow_rows(process), FLOW_COLUMNS, backend)
    return as_frame(_edge_rows(process), EDGE_COLUMNS, backend)


def _step_rows(process: WorkProcess) -> Iterable[Row]:
    for step in process.steps:
        yield {
            "step": step.id,
            "label": step.label.nl,
            "label_en": step.label.en,
            "lead": step.lead,
            "performers": ";".join(step.performers),
            "touch": float(step.touch),
            "wait": float(step.wait),
            "stance": step.stance.value if step.stance else None,
            "kind": step.kind,
        }


def _edge_rows(process: WorkProcess) -> Iterable[Row]:
    leads = {step.id: step.lead for step in process.steps}
    for main, edges in ((True, process.edges), (False, process.branches)):
        for edge in edges:
            yield {
                "source": edge.source,
                "target": edge.target,
                "label": edge.label,
                "main_path": main,
                "from_role": leads.get(edge.source, ""),
                "to_role": leads.get(edge.target, ""),
                "seen": edge.seen,
                "waited": edge.waited,
            }


def _node_rows(drawing: Drawing) -> Iterable[Row]:
    for node in drawing.nodes:
        yield {
            "step": node.id,
            "label": node.name,
            "family": node.family,
            "kind": node.kind,
            "role": node.role,
            "role_from": node.role_from.value,
            "process": node.process,
            "parent": node.parent,
            "host": node.host,
            "events": ";".join(node.events),
        }


def _flow_rows(drawing: Drawing) -> Iterable[Row]:
    roles = {node.id: node.role for node in drawing.nodes}
    for flow in drawing.flows:
        yield {
            "source": flow.source,
            "target": flow.target,
            "label": flow.name,
            "kind": flow.kind.value,
            "condition": flow.condition,
            "default": flow.default,
            "from_role": roles.get(flow.source, ""),
            "to_role": roles.get(flow.target, ""),
        }
