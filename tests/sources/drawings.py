"""Small BPMN drawings for tests, as text."""

from __future__ import annotations

from pathlib import Path

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.process import ProcessReading
from lerendwerk_core.sources import BpmnReader

MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def definitions(inside: str) -> str:
    return f'<definitions xmlns="{MODEL}">{inside}</definitions>'


def process(*parts: str) -> str:
    return definitions(f'<process id="p">{"".join(parts)}</process>')


def nodes(kind: str, *keys: str) -> str:
    """Return elements of *kind* with their own id as a name."""
    return "".join(f'<{kind} id="{key}" name="{key}"/>' for key in keys)


def tasks(*keys: str) -> str:
    return nodes("task", *keys)


def flows(*pairs: str) -> str:
    """Return a sequence flow for every pair, such as ``"a b"`` or ``"a b label"``."""
    ends = ((*pair.split(" ", 2), "")[:3] for pair in pairs)
    return "".join(
        f'<sequenceFlow id="{source}-{target}" sourceRef="{source}" targetRef="{target}" name="{name}"/>'
        for source, target, name in ends
    )


def lanes(**members: str) -> str:
    """Return one lane set with a lane per name; members are ids with spaces between."""
    return f"<laneSet>{''.join(lane(name, keys) for name, keys in members.items())}</laneSet>"


def lane(name: str, keys: str, inside: str = "") -> str:
    references = "".join(f"<flowNodeRef>{key}</flowNodeRef>" for key in keys.split())
    return f'<lane id="lane-{name}" name="{name}">{references}{inside}</lane>'


def drawn(folder: Path, text: str | bytes) -> ProcessReading:
    """Return what the library reads in a drawing with this *text*."""
    file = folder / "drawing.bpmn"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return BpmnReader()(file, {"shown_as": "drawing.bpmn"})


def edges(drawing: ProcessReading) -> set[str]:
    """Return the main path as pairs, such as ``"a b"``, with the label behind it if there is one."""
    return {f"{one.source} {one.target} {one.label}".strip() for one in drawing.process.edges}


def branches(drawing: ProcessReading) -> set[str]:
    return {f"{one.source} {one.target} {one.label}".strip() for one in drawing.process.branches}


def roles(drawing: ProcessReading) -> dict[str, str]:
    return {step.id: " ".join(step.performers) for step in drawing.process.steps}


def found(drawing: ProcessReading) -> set[tuple[str, str]]:
    return {(one.code, one.where) for one in drawing.findings}


def sheet(folder: Path, text: str | bytes) -> Drawing:
    """Return the drawing itself."""
    drawing = drawn(folder, text).drawing
    assert drawing is not None
    return drawing


def pool(name: str, reference: str = "p") -> str:
    return f'<collaboration><participant id="c" name="{name}" processRef="{reference}"/></collaboration>'


def picture(*shapes: str) -> str:
    """Return a diagram with *shapes*."""
    spaces = (
        'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" '
        'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"'
    )
    plane = f"<di:BPMNPlane>{''.join(shapes)}</di:BPMNPlane>"
    return f"<di:BPMNDiagram {spaces}>{plane}</di:BPMNDiagram>"


def bounds(key: str, *sides: object) -> str:
    """Return the shape of *key*: x, y, width and height, as far as they are given."""
    given = zip(("x", "y", "width", "height"), sides, strict=False)
    written = " ".join(f'{side}="{number}"' for side, number in given)
    return f'<di:BPMNShape bpmnElement="{key}"><dc:Bounds {written}/></di:BPMNShape>'
