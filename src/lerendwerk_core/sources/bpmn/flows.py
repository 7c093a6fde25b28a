"""
The arrows: what follows what, which messages go where, who reads and writes which data.

An arrow is kept when both its ends are there and can be its ends. A message to a process goes to its
pool; data that stands for other data (a reference) takes its arrows.
"""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.model.drawing import DrawnFlow
from lerendwerk_core.sources.bpmn.collect import Collected, Met, resolve
from lerendwerk_core.sources.bpmn.names import ASSOCIATIONS, DATA_REFERENCES, clean
from lerendwerk_core.sources.bpmn.notes import Notes
from lerendwerk_core.vocabulary import FlowKind


class Ends:
    """Finds what arrows run between; ``data`` lists the data that is drawn."""

    def __init__(self, found: Collected) -> None:
        self._found = found
        self._stand_ins = _stand_ins(found)
        self._pools = _pools(found)
        self.data = tuple(key for key, met in found.data.items() if self._is_drawn(met))
        self._drawn = frozenset(self.data)
        self.used: set[str] = set()  # associations that were read
        self.undone_by: dict[str, str] = {}

    def node(self, reference: str) -> str:
        """Return the node that *reference* means, or an empty text."""
        return resolve(reference, self._found.nodes)

    def party(self, reference: str) -> str:
        """Return the node or pool that a message goes to or comes from."""
        found = self._found
        return resolve(reference, found.nodes, found.pools) or self._pools.get(
            resolve(reference, found.processes), ""
        )

    def datum(self, reference: str) -> str:
        """Return the data that *reference* means."""
        key = resolve(reference, self._found.data)
        drawn = self._stand_ins.get(key, key)
        return drawn if drawn in self._drawn else ""

    def name_behind(self, met: Met) -> str:
        """Return the name of what a reference refers to."""
        written = met.element.get(DATA_REFERENCES.get(met.element.name, ""))
        key = resolve(written, self._found.data)
        return clean(self._found.data[key].element.get("name")) if key else ""

    def _is_drawn(self, met: Met) -> bool:
        """Whether *met* shows: not behind a reference, nor the inside of a task or of no process."""
        within = met.within
        if met.element.name in ("dataInput", "dataOutput"):
            return bool(within.process) and not within.node
        return met.key not in self._stand_ins


def _stand_ins(found: Collected) -> dict[str, str]:
    """Return for data the first reference that stands for it."""
    stands: dict[str, str] = {}
    for key, met in found.data.items():
        written = met.element.get(DATA_REFERENCES.get(met.element.name, ""))
        behind = resolve(written, found.data)
        if behind and found.data[behind].element.name not in DATA_REFERENCES:
            stands.setdefault(behind, key)
    return stands


def _pools(found: Collected) -> dict[str, str]:
    pools: dict[str, str] = {}
    for key, met in found.pools.items():
        process = resolve(met.element.get("processRef"), found.processes)
        if process:
            pools.setdefault(process, key)
    return pools


def flows(
    found: Collected, ends: Ends, notes: Notes
) -> tuple[tuple[DrawnFlow, ...], tuple[str, ...]]:
    """Return every arrow with both its ends, and the ids of those without."""
    drawer = _Arrows(found, ends, notes)
    arrows = tuple(arrow for met in found.flows.values() for arrow in drawer.draw(met))
    return arrows, tuple(drawer.dangling)


class _Arrows:
    def __init__(self, found: Collected, ends: Ends, notes: Notes) -> None:
        self._found, self._ends, self._notes = found, ends, notes
        self._defaults = {
            resolve(met.element.get("default"), found.flows) for met in found.nodes.values()
        }
        self.dangling: dict[str, None] = {}

    def draw(self, met: Met) -> Iterator[DrawnFlow]:
        """Yield the arrows that *met* draws: one, none, or one for each thing that is read."""
        name = met.element.name
        if name == "sequenceFlow":
            yield from self._sequence(met)
        elif name == "messageFlow":
            yield from self._message(met)
        elif name in ASSOCIATIONS:
            yield from self._read_or_written(met)
        else:
            yield from self._associated(met)

    def _sequence(self, met: Met) -> Iterator[DrawnFlow]:
        written = _ends(met)
        source, target = map(self._ends.node, written)
        if not (source and target):
            self._lose(met, "drawing-dangling-flow", written)
            return
        yield DrawnFlow(
            id=met.key,
            source=source,
            target=target,
            name=clean(met.element.get("name")),
            condition=_condition(met),
            default=met.key in self._defaults,
        )

    def _message(self, met: Met) -> Iterator[DrawnFlow]:
        written = _ends(met)
        source, target = map(self._ends.party, written)
        if not (source and target):
            self._lose(met, "drawing-dangling-message", written)
            return
        message = resolve(met.element.get("messageRef"), self._found.messages)
        behind = self._found.messages[message].element.get("name") if message else ""
        name = clean(met.element.get("name")) or clean(behind)
        yield DrawnFlow(id=met.key, source=source, target=target, name=name, kind=FlowKind.MESSAGE)

    def _read_or_written(self, met: Met) -> Iterator[DrawnFlow]:
        """Yield what a node reads or writes; what stays within the node or the process is not drawn."""
        node = met.within.node
        reads = met.element.name == "dataInputAssociation"
        written = [one.text for one in met.element.named("sourceRef" if reads else "targetRef")]
        for number, reference in enumerate(filter(str.strip, written) if node else ()):
            datum = self._ends.datum(reference)
            if datum:
                source, target = (datum, node) if reads else (node, datum)
                key = f"{met.key}:{number}" if number else met.key
                yield DrawnFlow(id=key, source=source, target=target, kind=FlowKind.DATA)
            elif not self._found.knows(reference):
                self._lose(met, "drawing-dangling-flow", [reference])

    def _associated(self, met: Met) -> Iterator[DrawnFlow]:
        """Yield the arrow of an association between a node and data; most others are in the margin."""
        source, target = _ends(met)
        self._undo(met, self._ends.node(source), self._ends.node(target))
        read = self._ends.datum(source), self._ends.node(target)
        wrote = self._ends.node(source), self._ends.datum(target)
        for start, end in (read, wrote):
            if start and end:
                self._ends.used.add(met.key)
                yield DrawnFlow(id=met.key, source=start, target=end, kind=FlowKind.DATA)
                return

    def _undo(self, met: Met, source: str, target: str) -> None:
        """Note that *target* undoes what the boundary event *source* hangs on."""
        if source and target and self._found.nodes[source].element.name == "boundaryEvent":
            self._ends.used.add(met.key)
            self._ends.undone_by[source] = target

    def _lose(self, met: Met, code: str, written: list[str]) -> None:
        there = all(self._found.knows(end) for end in written)
        self.dangling[met.key] = None
        where = met.element.get("id").strip() or str(met.element.mark.line)
        self._notes.warn("drawing-flow-end" if there else code, where, flow=where)


def _ends(met: Met) -> list[str]:
    return [met.element.get(end) for end in ("sourceRef", "targetRef")]


def _condition(met: Met) -> str:
    written = (one.text for one in met.element.named("conditionExpression"))
    return next(written, "").strip()
