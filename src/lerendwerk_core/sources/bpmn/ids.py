"""Ids that XML allows and that no two things of a drawing share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import attrs

from lerendwerk_core.model.drawing import DataObject, Drawing, DrawnFlow, DrawnNode, Lane, Pool
from lerendwerk_core.model.table import Table

_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_ALLOWED = re.compile(f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f-\u2040]*")
_NOT_PLAIN = re.compile(r"[^A-Za-z0-9_.-]")

Thing = Pool | Lane | DrawnNode | DataObject


def with_ids(drawing: Drawing) -> Drawing:
    """Return *drawing*; where an id is not allowed or not alone, it and what refers to it is changed."""
    ids = list(_every_id(drawing))
    if len(set(ids)) == len(ids) and all(map(_ALLOWED.fullmatch, ids)):
        return drawing
    return _Renaming(drawing).renamed()


def process_ids(drawing: Drawing) -> list[str]:
    """Return the processes of *drawing*, also those that only something in them names."""
    used = [*drawing.processes, *(node.process for node in drawing.nodes)]
    return list(dict.fromkeys([*used, *(lane.process for lane in drawing.lanes)]))


def own_mark(drawing: Drawing) -> str:
    """Return how ids begin that no thing in *drawing* has."""
    mark = "lw_"
    while any(key.startswith(mark) for key in _every_id(drawing)):
        mark += "_"
    return mark


def _every_id(drawing: Drawing) -> Iterator[str]:
    things: Iterable[Thing | DrawnFlow]
    things = (*drawing.pools, *drawing.lanes, *drawing.nodes, *drawing.data, *drawing.flows)
    yield from (one.id for one in things)
    yield from process_ids(drawing)


class _Renaming:
    """New ids by family: a pool and a node may have gone by the same one."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._taken: set[str] = set()
        self._processes = {key: self._free(key, "process") for key in process_ids(drawing)}
        self._pools = self._new(drawing.pools, "pool")
        self._lanes = self._new(drawing.lanes, "lane")
        self._nodes = self._new(drawing.nodes, "node")
        self._data = self._new(drawing.data, "data")

    def renamed(self) -> Drawing:
        """Return the drawing with its new ids."""
        drawing = self._drawing
        called = ((self._processes[key], name) for key, name in drawing.processes.items())
        return attrs.evolve(
            drawing,
            processes=Table(called),
            pools=tuple(map(self._pool, drawing.pools)),
            lanes=tuple(map(self._lane, drawing.lanes)),
            nodes=tuple(map(self._node, drawing.nodes)),
            data=tuple(map(self._datum, drawing.data)),
            flows=tuple(map(self._flow, drawing.flows)),
        )

    def _new(self, things: Iterable[Thing], kind: str) -> dict[str, str]:
        return {one.id: self._free(one.id, kind) for one in things}

    def _free(self, key: str, kind: str) -> str:
        """Return *key* if it may be an id and is not taken, else the nearest that is."""
        base = key if _ALLOWED.fullmatch(key) else _NOT_PLAIN.sub("_", f"{kind}_{key}")
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}_{number}"
        self._taken.add(name)
        return name

    def _pool(self, one: Pool) -> Pool:
        process = self._processes.get(one.process, one.process) if one.process else ""
        return attrs.evolve(one, id=self._pools[one.id], process=process)

    def _lane(self, one: Lane) -> Lane:
        return attrs.evolve(
            one,
            id=self._lanes[one.id],
            process=self._processes[one.process],
            parent=self._lanes.get(one.parent, ""),
        )

    def _node(self, one: DrawnNode) -> DrawnNode:
        return attrs.evolve(
            one,
            id=self._nodes[one.id],
            process=self._processes[one.process],
            parent=self._nodes.get(one.parent, ""),
            host=self._nodes.get(one.host, ""),
            lane=self._lanes.get(one.lane, ""),
            undone_by=self._nodes.get(one.undone_by, ""),
        )

    def _datum(self, one: DataObject) -> DataObject:
        return attrs.evolve(
            one,
            id=self._data[one.id],
            process=self._processes.get(one.process, one.process),
            parent=self._nodes.get(one.parent, ""),
        )

    def _flow(self, one: DrawnFlow) -> DrawnFlow:
        key = self._free(one.id, "flow")
        return attrs.evolve(one, id=key, source=self._end(one.source), target=self._end(one.target))

    def _end(self, key: str) -> str:
        families = (self._nodes, self._pools, self._data)
        return next((new[key] for new in families if key in new), key)
