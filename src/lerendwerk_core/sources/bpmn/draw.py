"""From what was met to the nouns of a drawing."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.drawing import (
    SUBPROCESSES,
    DataObject,
    Drawing,
    DrawnNode,
    Lane,
    Pool,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.bpmn.collect import Collected, Met, resolve
from lerendwerk_core.sources.bpmn.flows import Ends, flows
from lerendwerk_core.sources.bpmn.names import EVENT_DEFINITION, clean
from lerendwerk_core.sources.bpmn.notes import Notes
from lerendwerk_core.sources.bpmn.places import Places
from lerendwerk_core.sources.bpmn.report import report
from lerendwerk_core.sources.bpmn.roles import Standing, standings
from lerendwerk_core.sources.xml import Element


def draw(root: Element, found: Collected, notes: Notes) -> Drawing:
    """Return the drawing that was met below *root*."""
    places = Places(root)
    standing = standings(found, places, notes)
    ends = Ends(found)
    arrows, dangling = flows(found, ends, notes)
    arrows = tuple(attrs.evolve(one, points=places.lines.get(one.id, ())) for one in arrows)
    nodes = tuple(
        attrs.evolve(
            _node(met, found, standing[key]),
            undone_by=ends.undone_by.get(key, ""),
            box=places.boxes.get(key),
        )
        for key, met in found.nodes.items()
    )
    _tell(found, places, notes)
    return Drawing(
        id=next(iter(found.processes), ""),
        name=_title(root),
        processes=Table({key: _name(met) for key, met in found.processes.items()}),
        pools=tuple(_pools(found, places, notes)),
        lanes=tuple(_lanes(found, places)),
        nodes=nodes,
        flows=arrows,
        data=tuple(_data(found, ends, places)),
        report=report(found, nodes, dangling, ends.used),
    )


def _name(met: Met) -> str:
    return clean(met.element.get("name"))


def _title(root: Element) -> str:
    named = (root, *root.named("collaboration", "process"))
    return next(filter(None, (clean(one.get("name")) for one in named)), "")


def _pools(found: Collected, places: Places, notes: Notes) -> Iterator[Pool]:
    for key, met in found.pools.items():
        written = met.element.get("processRef").strip()
        process = resolve(written, found.processes)
        if written and not process:
            name = _name(met) or key
            notes.warn("drawing-pool-empty", key, pool=name, process=written)
        box = places.boxes.get(key)
        yield Pool(id=key, name=_name(met), process=process or written, box=box)


def _lanes(found: Collected, places: Places) -> Iterator[Lane]:
    for key, met in found.lanes.items():
        yield Lane(
            id=key,
            name=_name(met),
            process=met.within.process,
            parent=met.within.lane,
            box=places.boxes.get(key),
        )


def _node(met: Met, found: Collected, standing: Standing) -> DrawnNode:
    element = met.element
    return DrawnNode(
        id=met.key,
        kind=element.name,
        name=_name(met),
        process=met.within.process,
        parent=met.within.sub,
        host=standing.host,
        interrupting=_interrupts(element),
        by_event=element.name in SUBPROCESSES and element.get("triggeredByEvent") == "true",
        events=tuple(_events(element, found)),
        calls=_calls(element, found),
        candidates=standing.candidates,
        lane=standing.lane,
        lane_from=standing.lane_from,
        role=standing.role,
        role_from=standing.role_from,
    )


def _interrupts(element: Element) -> bool:
    said = element.get("cancelActivity"), element.get("isInterrupting")
    return "false" not in said


def _events(element: Element, found: Collected) -> Iterator[str]:
    """Yield what an event waits for or throws, said in place or elsewhere in the file."""
    for child in element.children:
        if child.name.endswith(EVENT_DEFINITION):
            yield child.name.removesuffix(EVENT_DEFINITION)
        elif child.name == "eventDefinitionRef":
            key = resolve(child.text, found.definitions)
            if key:
                yield found.definitions[key].element.name.removesuffix(EVENT_DEFINITION)


def _calls(element: Element, found: Collected) -> str:
    if element.name != "callActivity":
        return ""
    extended = (
        child.get("processId")
        for extensions in element.named("extensionElements")
        for child in extensions.named("calledElement")
    )
    written = element.get("calledElement").strip() or next(extended, "").strip()
    return resolve(written, found.processes) or written


def _data(found: Collected, ends: Ends, places: Places) -> Iterator[DataObject]:
    for key in ends.data:
        met = found.data[key]
        yield DataObject(
            id=key,
            kind=met.element.name,
            name=_name(met) or ends.name_behind(met),
            process=met.within.process,
            parent=met.within.sub,
            box=places.boxes.get(key),
        )


def _tell(found: Collected, places: Places, notes: Notes) -> None:
    """Note what is wrong with single elements."""
    for key, count in found.ids.items():
        if count > 1:
            notes.warn("drawing-duplicate-id", key, id=key)
    for key, met in found.nodes.items():
        if not met.within.at_home:
            notes.warn("drawing-misplaced", key, id=key)
    for key in places.unreadable:
        notes.tell("drawing-no-place", key, id=key)
