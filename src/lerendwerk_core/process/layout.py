"""
Where everything stands in a picture: columns from left to right, lanes as bands, nothing on another.

A node comes one column behind what leads to it; ways that lead back do not push it on. In its lane it
stands in the row of what leads to it, or the nearest that is free. A sub-process is as large as what is
in it. What hangs on a border stands on the lower edge of its host. Arrows go between the nodes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from lerendwerk_core.model.drawing import Box, DataObject, Drawing, DrawnNode, Lane, Pool
from lerendwerk_core.process.graph import columns
from lerendwerk_core.process.routes import routed
from lerendwerk_core.process.rows import Ways, onward, rows
from lerendwerk_core.vocabulary import FlowKind

SIZES = {
    "task": (120.0, 80.0),
    "gateway": (50.0, 50.0),
    "event": (36.0, 36.0),
    "sub": (120.0, 80.0),
}
GAP_X, GAP_Y, PADDING, LABEL = 60.0, 40.0, 30.0, 30.0
DATA_SIZE = (36.0, 50.0)


def laid_out(drawing: Drawing) -> Drawing:
    """Return *drawing* with a place for everything that is in it, in place of those it had."""
    return routed(_Layout(drawing).drawing())


@attrs.frozen(eq=False)
class _Grid:
    """Boxes within something, from its own upper left corner, and how large that is."""

    boxes: dict[str, Box]
    width: float
    height: float


class _Layout:
    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._inside: dict[str, list[DrawnNode]] = defaultdict(list)
        self._hung: dict[str, list[DrawnNode]] = defaultdict(list)
        ids = {node.id for node in drawing.nodes}
        for node in drawing.nodes:
            if node.host in ids:
                self._hung[node.host].append(node)
            else:
                self._inside[node.parent].append(node)
        self._parents = {lane.id: lane.parent for lane in drawing.lanes}
        self._boxes: dict[str, Box] = {}
        self._grids: dict[str, _Grid] = {}
        self._astray = self._adrift()
        self._rooted = ids - {node.id for node in self._astray}
        self._ways = self._between_siblings()

    def drawing(self) -> Drawing:
        lanes: dict[str, Box] = {}
        pools: dict[str, Box] = {}
        top = 0.0
        for process in self._processes():
            height = self._process(process, top, lanes)
            pools[process] = Box(x=0.0, y=top, width=0.0, height=height)
            top += height + GAP_Y
        width = max((box.x + box.width for box in self._boxes.values()), default=200.0) + PADDING
        nodes = self._drawing.nodes
        return attrs.evolve(
            self._drawing,
            pools=tuple(self._pools(pools, width, top)),
            lanes=tuple(self._lane(one, lanes, width) for one in self._drawing.lanes),
            nodes=tuple(attrs.evolve(one, box=self._boxes.get(one.id)) for one in nodes),
            data=tuple(self._data(top + len(self._drawing.pools) * (2 * LABEL + GAP_Y))),
        )

    def _processes(self) -> list[str]:
        named = [*self._drawing.processes, *(node.process for node in self._drawing.nodes)]
        return list(dict.fromkeys([*named, *(lane.process for lane in self._drawing.lanes)]))

    # -- one process, band by band -------------------------------------------------------------

    def _process(self, process: str, top: float, lanes: dict[str, Box]) -> float:
        nodes = [node for node in self._inside[""] if node.process == process]
        nodes += [node for node in self._astray if node.process == process]
        column, sizes = self._columns(nodes), {node.id: self._size(node) for node in nodes}
        lefts = _lefts(column, sizes, LABEL * (1 + self._deepest(process)))
        height = 0.0
        for lane, own in self._bands(process, nodes):
            grid = _band(own, column, sizes, lefts, self._ways)
            for node in own:
                self._place(node, grid.boxes[node.id], 0.0, top + height)
            if lane:
                lanes[lane] = Box(x=0.0, y=top + height, width=0.0, height=grid.height)
            height += grid.height
        self._surround(process, lanes)
        return max(height, 2 * LABEL)

    def _adrift(self) -> list[DrawnNode]:
        """Return the nodes in or on something that is not there, or in a circle of such things."""
        reached: set[str] = set()
        waiting = list(self._inside[""])
        while waiting:
            node = waiting.pop()
            if node.id not in reached:
                reached.add(node.id)
                waiting += self._inside.get(node.id, []) + self._hung.get(node.id, [])
        return [node for node in self._drawing.nodes if node.id not in reached]

    def _bands(self, process: str, nodes: Iterable[DrawnNode]) -> list[tuple[str, list[DrawnNode]]]:
        bands: dict[str, list[DrawnNode]] = {lane: [] for lane in self._leaves(process)}
        for node in nodes:
            bands.setdefault(node.lane if node.lane in bands else "", []).append(node)
        return list(bands.items())

    def _leaves(self, process: str) -> list[str]:
        """Return the innermost lanes of *process*, those of one lane beside each other."""
        own = [lane for lane in self._drawing.lanes if lane.process == process]
        inner: dict[str, list[str]] = defaultdict(list)
        known = {lane.id for lane in own}
        for lane in own:
            inner[lane.parent if lane.parent in known else ""].append(lane.id)
        waiting, found, seen = inner[""][::-1], [], set()
        while waiting:
            lane_id = waiting.pop()
            if lane_id not in seen:
                seen.add(lane_id)
                waiting += inner.get(lane_id, [])[::-1]
                found += [] if inner.get(lane_id) else [lane_id]
        return found

    def _deepest(self, process: str) -> int:
        return max((self._depth(lane) for lane in self._leaves(process)), default=0)

    def _depth(self, lane: str) -> int:
        """Return how many lanes there are around *lane*, itself included."""
        steps = 0
        while lane in self._parents and steps <= len(self._parents):
            lane, steps = self._parents[lane], steps + 1
        return steps

    def _surround(self, process: str, lanes: dict[str, Box]) -> None:
        """Give the lanes around other lanes the height of those together."""
        parents = {lane.id: lane.parent for lane in self._drawing.lanes if lane.process == process}
        for leaf in [lane for lane in parents if lane in lanes]:
            around, steps = parents[leaf], 0
            while around in parents and steps <= len(parents):
                lanes[around] = _both(lanes.get(around), lanes[leaf])
                around, steps = parents[around], steps + 1

    def _lane(self, lane: Lane, boxes: Mapping[str, Box], width: float) -> Lane:
        box = boxes.get(lane.id, Box(x=0.0, y=0.0, width=0.0, height=2 * LABEL))
        left = LABEL * self._depth(lane.id)
        return attrs.evolve(lane, box=attrs.evolve(box, x=left, width=max(width - left, LABEL)))

    # -- nodes ---------------------------------------------------------------------------------

    def _between_siblings(self) -> Ways:
        """Return what leads to what beside it; a host leads where what hangs on it leads."""
        stands = {hung.id: host for host, many in self._hung.items() for hung in many}
        parents = {node.id: node.parent for node in self._drawing.nodes}
        ways: dict[str, dict[str, None]] = defaultdict(dict)
        for flow in self._drawing.flows:
            source, target = (
                stands.get(flow.source, flow.source),
                stands.get(flow.target, flow.target),
            )
            known = flow.kind is FlowKind.SEQUENCE and source in parents and target in parents
            if known and source != target and parents[source] == parents[target]:
                ways[source][target] = None
        return {source: tuple(targets) for source, targets in ways.items()}

    def _columns(self, nodes: Sequence[DrawnNode]) -> dict[str, int]:
        keys = [node.id for node in nodes]
        return columns(keys, onward(keys, self._ways))

    def _size(self, node: DrawnNode) -> tuple[float, float]:
        if not self._inside.get(node.id) or node.id not in self._rooted:
            return SIZES[node.family]
        grid = self._within(node)
        return grid.width + 2 * PADDING, grid.height + LABEL

    def _within(self, node: DrawnNode) -> _Grid:
        if node.id not in self._grids:
            own = self._inside[node.id]
            column, sizes = self._columns(own), {one.id: self._size(one) for one in own}
            grid = _band(own, column, sizes, _lefts(column, sizes, 0.0), self._ways)
            width = max(box.x + box.width for box in grid.boxes.values())
            self._grids[node.id] = attrs.evolve(grid, width=width)
        return self._grids[node.id]

    def _place(self, node: DrawnNode, box: Box, left: float, top: float) -> None:
        if node.id in self._boxes:
            return
        placed = attrs.evolve(box, x=box.x + left, y=box.y + top)
        self._boxes[node.id] = placed
        for place, hung in enumerate(self._hung.get(node.id, ())):
            width, height = SIZES[hung.family]
            x = placed.x + 8 + place * (width + 6)
            y = placed.y + placed.height - height / 2
            self._place(hung, Box(x=x, y=y, width=width, height=height), 0.0, 0.0)
        if self._inside.get(node.id) and node.id in self._rooted:
            boxes = self._within(node).boxes
            for one in self._inside[node.id]:
                self._place(one, boxes[one.id], placed.x + PADDING, placed.y + LABEL / 2)

    # -- pools and data ------------------------------------------------------------------------

    def _pools(self, boxes: Mapping[str, Box], width: float, bottom: float) -> Iterable[Pool]:
        for pool in self._drawing.pools:
            box = boxes.get(pool.process)
            if box is None:
                box = Box(x=0.0, y=bottom, width=0.0, height=2 * LABEL)
                bottom += box.height + GAP_Y
            yield attrs.evolve(pool, box=attrs.evolve(box, width=width))

    def _data(self, top: float) -> Iterable[DataObject]:
        width, height = DATA_SIZE
        for place, one in enumerate(self._drawing.data):
            x = LABEL + PADDING + place * (width + GAP_X)
            yield attrs.evolve(one, box=Box(x=x, y=top, width=width, height=height))


def _lefts(
    column: Mapping[str, int], sizes: Mapping[str, tuple[float, float]], left: float
) -> dict[int, tuple[float, float]]:
    """Return for every column where it begins and how wide it is."""
    widths: dict[int, float] = defaultdict(float)
    for key, number in column.items():
        widths[number] = max(widths[number], sizes[key][0])
    lefts = {}
    for number in sorted(widths):
        lefts[number] = (left + PADDING, widths[number])
        left += widths[number] + GAP_X
    return lefts


def _band(
    nodes: Sequence[DrawnNode],
    column: Mapping[str, int],
    sizes: Mapping[str, tuple[float, float]],
    lefts: Mapping[int, tuple[float, float]],
    ways: Ways,
) -> _Grid:
    """Return the nodes of one band in rows, each in the middle of its column and its row."""
    row = rows([node.id for node in nodes], column, ways)
    heights: dict[int, float] = defaultdict(float)
    for key, number in row.items():
        heights[number] = max(heights[number], sizes[key][1])
    tops, top = {}, PADDING
    for number in sorted(heights):
        tops[number] = top
        top += heights[number] + GAP_Y
    boxes = {}
    for key, number in row.items():
        (left, wide), (width, height) = lefts[column[key]], sizes[key]
        y = tops[number] + (heights[number] - height) / 2
        boxes[key] = Box(x=left + (wide - width) / 2, y=y, width=width, height=height)
    least = 2 * PADDING + SIZES["task"][1]
    return _Grid(boxes, 0.0, max(top - GAP_Y + PADDING, least))


def _both(one: Box | None, other: Box) -> Box:
    """Return the height from the upper to the lower edge of both."""
    if one is None:
        return other
    top = min(one.y, other.y)
    bottom = max(one.y + one.height, other.y + other.height)
    return attrs.evolve(one, y=top, height=bottom - top)
