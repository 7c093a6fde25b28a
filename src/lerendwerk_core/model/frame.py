"""Rows as whatever table the user works with: theirs stays theirs."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import Any

from lerendwerk_core.errors import MissingExtraError

Row = dict[str, Any]
TEXT, NUMBER, COUNT, YES_OR_NO = "String", "Float64", "Int64", "Boolean"
"""What a column can hold; counts may be empty, and are then numbers."""


def narwhals() -> Any:
    """
    Return the library that knows everybody's frames.

    Raises:
        MissingExtraError: The extra ``data`` is not installed.
    """
    try:
        return importlib.import_module("narwhals.stable.v2")
    except ImportError as error:
        raise MissingExtraError("data") from error


def as_frame(found: Iterable[Row], columns: Mapping[str, str], backend: str | None) -> Any:
    """
    Return the rows *found*: a frame of *backend* (``pandas``, ``polars``, ``pyarrow``), or a list.

    Raises:
        MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
    """
    rows = list(found)
    if backend is None:
        return rows
    nw = narwhals()
    data = {name: [row[name] for row in rows] for name in columns}
    schema = {name: getattr(nw, _kind(kind, data[name]))() for name, kind in columns.items()}
    return nw.from_dict(data, schema=schema, backend=backend).to_native()


def _kind(kind: str, values: list[Any]) -> str:
    # pandas has no empty whole numbers
    return NUMBER if kind == COUNT and None in values else kind
