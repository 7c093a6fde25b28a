"""How a noun shows itself in a notebook: a table of its parts, escaped and without script."""

from __future__ import annotations

from html import escape
from typing import Any

LARGEST = 40_000
STYLE = "border-collapse:collapse;font-size:90%"
CELL = "text-align:left;vertical-align:top;padding:1px 8px"


def html_of(name: str, data: dict[str, Any]) -> str:
    """Return *data*, in plain JSON types, as an HTML table under *name*, at most 50 KB."""
    rows: list[str] = []
    size = 0
    for key, value in data.items():
        row = (
            f'<tr><th style="{CELL}">{escape(key)}</th><td style="{CELL}">{_cell(value)}</td></tr>'
        )
        if size + _bytes(row) > LARGEST:
            row = f'<tr><th style="{CELL}">{escape(key)}</th><td style="{CELL}">…</td></tr>'
        size += _bytes(row)
        rows.append(row)
        if size > LARGEST:
            break
    return f"<div><b>{escape(name)}</b><table style='{STYLE}'>{''.join(rows)}</table></div>"


def _bytes(row: str) -> int:
    return len(row.encode(errors="replace"))


def _cell(value: Any) -> str:
    if isinstance(value, dict) and set(value) == {"nl", "en"}:
        return escape(str(value["nl"]))
    if isinstance(value, dict):
        inside = "".join(
            f'<tr><th style="{CELL}">{escape(str(key))}</th><td style="{CELL}">{_cell(part)}</td></tr>'
            for key, part in value.items()
        )
        return _folded(len(value), f"<table style='{STYLE}'>{inside}</table>")
    if isinstance(value, list) and value and isinstance(value[0], dict | list):
        return _folded(len(value), "<br>".join(_cell(part) for part in value))
    if isinstance(value, list):
        return ", ".join(escape(str(part)) for part in value)
    return "" if value is None else escape(str(value))


def _folded(count: int, inside: str) -> str:
    return f"<details><summary>{count}</summary>{inside}</details>" if count else ""
