"""Nodes as plain values: what a loader of YAML 1.2 would have given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import lerendwerk_core as lw
from lerendwerk_core.sources.nodes import Node, parse_yaml


def values(node: Node) -> Any:
    """Return the lists, dictionaries and scalars that *node* stands for."""
    if isinstance(node.value, list):
        return [values(part) for part in node.value]
    if isinstance(node.value, dict):
        return {key: values(entry.node) for key, entry in node.value.items()}
    return node.value


def parsed(text: str) -> Any:
    """Return the plain values in *text*."""
    return values(parse_yaml(text, "dossier.yaml"))


def problems(error: lw.DossierError) -> list[tuple[str, int, int]]:
    """Return code, line and column of every problem."""
    return [(one.code, one.mark.line, one.mark.column) for one in error.problems]


def said(error: lw.DossierError, folder: Path) -> str:
    """Return the whole message, with file names as seen from *folder*."""
    return str(error).replace(f"{folder}/", "")
