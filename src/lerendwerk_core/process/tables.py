"""A process as tidy tables: a row per step, a row per edge, in whatever frame one works with."""

from __future__ import annotations

import importlib
from typing import Any

from lerendwerk_core.errors import MissingExtraError
from lerendwerk_core.model.process import WorkProcess

STEP_COLUMNS = (
    "step",
    "label",
    "label_en",
    "lead",
    "performers",
    "touch",
    "wait",
    "stance",
    "kind",
)
EDGE_COLUMNS = ("source", "target", "label", "main_path", "from_role", "to_role", "seen", "waited")


def step_table(process: WorkProcess, backend: str | None = None) -> Any:
    """
    Return a row per step: *backend* (``pandas``, ``polars``, ``pyarrow``) a frame, none a list of rows.

    Several performers stand in one cell with a semicolon between them.

    Raises:
        MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
    """
    rows = [
        {
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
        for step in process.steps
    ]
    return _as_frame(rows, STEP_COLUMNS, backend, {"touch": "Float64", "wait": "Float64"})


def edge_table(process: WorkProcess, backend: str | None = None) -> Any:
    """
    Return a row per way from step to step, in the same forms as :func:`step_table`.

    ``seen`` and ``waited`` are empty unless a log was laid on the process.
    """
    leads = {step.id: step.lead for step in process.steps}
    rows = [
        {
            "source": edge.source,
            "target": edge.target,
            "label": edge.label,
            "main_path": main,
            "from_role": leads[edge.source],
            "to_role": leads[edge.target],
            "seen": edge.seen,
            "waited": edge.waited,
        }
        for main, edges in ((True, process.edges), (False, process.branches))
        for edge in edges
    ]
    whole = all(row["seen"] is not None for row in rows)  # pandas has no empty whole numbers
    kinds = {"main_path": "Boolean", "seen": "Int64" if whole else "Float64", "waited": "Float64"}
    return _as_frame(rows, EDGE_COLUMNS, backend, kinds)


def _as_frame(
    rows: list[dict[str, Any]],
    columns: tuple[str, ...],
    backend: str | None,
    kinds: dict[str, str],
) -> Any:
    if backend is None:
        return rows
    try:
        nw = importlib.import_module("narwhals.stable.v2")
    except ImportError as error:
        raise MissingExtraError("data") from error
    schema = {name: getattr(nw, kinds.get(name, "String"))() for name in columns}
    data = {name: [row[name] for row in rows] for name in columns}
    return nw.from_dict(data, schema=schema, backend=backend).to_native()
