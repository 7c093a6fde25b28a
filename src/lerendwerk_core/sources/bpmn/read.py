"""The reader: a file in, a drawing and the work process in it out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.process import ProcessReading
from lerendwerk_core.sources.bpmn.collect import collect
from lerendwerk_core.sources.bpmn.draw import draw
from lerendwerk_core.sources.bpmn.names import NAMESPACE
from lerendwerk_core.sources.bpmn.notes import Notes
from lerendwerk_core.sources.bpmn.steps import work_process
from lerendwerk_core.sources.nodes import MAX_BYTES, read_bytes, refused
from lerendwerk_core.sources.xml import Element, parse_xml

LONGEST_NAMESPACE = 100


@attrs.frozen
class BpmnReader:
    """Reads a BPMN 2.0 file; asked for by ``process: {bpmn: file}``."""

    key: str = "bpmn"

    def __call__(self, path: Path, options: Mapping[str, str]) -> ProcessReading:
        """
        Return what the file draws.

        Raises:
            DossierError: The file is no BPMN 2.0.
        """
        shown_as = options.get("shown_as", str(path))
        root = parse_xml(read_bytes(path, shown_as, MAX_BYTES * 4), shown_as)
        if not _is_bpmn(root):
            raise refused(Mark(shown_as, root.mark.line, 1), "bpmn-not", root=root.name)
        return _reading(root, shown_as)


def _is_bpmn(root: Element) -> bool:
    """Whether *root* is BPMN 2.0, also where its namespace is wrong but nothing else could be meant."""
    if root.name != "definitions" or root.namespace == NAMESPACE:
        return root.name == "definitions"
    could_be = not root.namespace or "bpmn" in root.namespace.lower()
    inside = root.named("process", "collaboration")
    return could_be and any(child.namespace == root.namespace for child in inside)


def _reading(root: Element, shown_as: str) -> ProcessReading:
    notes = Notes()
    if root.namespace != NAMESPACE:
        said = root.namespace[:LONGEST_NAMESPACE]
        notes.warn("drawing-namespace", "definitions", namespace=said)
    found = collect(root, frozenset({NAMESPACE, root.namespace}))
    drawing = draw(root, found, notes)
    written = (met.element.get("id").strip() for met in found.processes.values())
    process = work_process(drawing, next(written, ""), notes, shown_as)
    roles = dict.fromkeys(role for step in process.steps for role in step.performers)
    return ProcessReading(
        process=process, roles=tuple(roles), findings=tuple(notes.findings), drawing=drawing
    )
