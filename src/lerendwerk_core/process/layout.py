"""
Where everything stands in a picture: columns from left to right, lanes as bands, nothing on another.

A node comes one column behind what leads to it; ways that lead back do not push it on. Two nodes of one
lane and column stand under each other. A sub-process is as large as what is in it. What hangs on a
border stands on the lower edge of its host.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import attrs

from lerendwerk_core.model.drawing import Box, Drawing, DrawnNode, Lane, Pool
from lerendwerk_core.process.graph import columns
from lerendwerk_core.vocabulary import FlowKind

SIZES = {
    "task": (110.0, 70.0),
    "gateway": (50.0, 50.0),
    "event": (36.0, 36.0),
    "sub": (110.0, 70.0),
}
GAP_X, GAP_Y, PADDING, LABEL = 50.0, 30.0, 25.0, 30.0
DATA_SIZE = (40.0, 50.0)


def laid_out(drawing: Drawing) -> Drawing:
    """Return *drawing* with a place for everything that is in it, in place of those it had."""
    return _Layout(drawing).drawing()


@attrs.define
class _Grid:
    """Boxes within something, from its own upper left corner, and how large that is."""

    boxes: dict[str, Box]
    width: float
    height: float


class _Layout:
    def __init__(self, drawing: Drawing) -> None:
        self.drawing_ = drawing
        self.inside: dict[str, list[DrawnNode]] = defaultdict(list)
        self.hung: dict[str, list[DrawnNode]] = defaultdict(list)
        ids = {node.id for node in drawing.nodes}
        for node in drawing.nodes:
            if node.host in ids:
                self.hung[node.host].append(node)
            else:
                self.inside[node.parent].append(node)
        self.boxes: dict[str, Box] = {}
        self.astray = self._astray()
        self.rooted = ids - {node.id for node in self.astray}

    def drawing(self) -> Drawing:
        lanes: dict[str, Box] = {}
        pools: dict[str, Box] = {}
        top = 0.0
        for process in self._processes():
            height = self._process(process, top, lanes)
            pools[process] = Box(x=0.0, y=top, width=0.0, height=height)
            top += height + GAP_Y
        width = max((box.x + box.width for box in self.boxes.values()), default=200.0) + PADDING
        return attrs.evolve(
            self.drawing_,
            pools=tuple(self._pools(pools, width, top)),
            lanes=tuple(_lane(one, lanes, width) for one in self.drawing_.lanes),
            nodes=tuple(
                attrs.evolve(one, box=self.boxes.get(one.id)) for one in self.drawing_.nodes
            ),
            data=tuple(
                attrs.evolve(one, box=_data_box(place, top + 2 * GAP_Y + LABEL * 3))
                for place, one in enumerate(self.drawing_.data)
            ),
        )

    def _processes(self) -> list[str]:
        named = [*self.drawing_.processes, *(node.process for node in self.drawing_.nodes)]
        return list(dict.fromkeys(named))

    # -- one process, band by band -------------------------------------------------------------

    def _process(self, process: str, top: float, lanes: dict[str, Box]) -> float:
        nodes = [node for node in self.inside[""] if node.process == process]
        nodes += [node for node in self.astray if node.process == process]
        column = columns([node.id for node in nodes], self._ways(nodes))
        bands = self._bands(process, nodes)
        sizes = {node.id: self._size(node) for node in nodes}
        lefts = _lefts(column, sizes, LABEL * (2 + self._deepest(process)))
        height = 0.0
        for lane, own in bands:
            grid = _band(own, column, sizes, lefts)
            for node in own:
                self._place(node, grid.boxes[node.id], 0.0, top + height)
            if lane:
                lanes[lane] = Box(x=0.0, y=top + height, width=0.0, height=grid.height)
            height += grid.height
        self._surround(process, lanes)
        return max(height, 2 * LABEL)

    def _astray(self) -> list[DrawnNode]:
        """Return the nodes in or on something that is not there, or in a circle of such things."""
        reached: set[str] = set()
        waiting = list(self.inside[""])
        while waiting:
            node = waiting.pop()
            if node.id in reached:
                continue
            reached.add(node.id)
            waiting += self.inside.get(node.id, []) + self.hung.get(node.id, [])
        return [node for node in self.drawing_.nodes if node.id not in reached]

    def _bands(self, process: str, nodes: Iterable[DrawnNode]) -> list[tuple[str, list[DrawnNode]]]:
        leaves = self._leaves(process)
        bands: dict[str, list[DrawnNode]] = {lane: [] for lane in leaves}
        for node in nodes:
            bands.setdefault(node.lane if node.lane in bands else "", []).append(node)
        return list(bands.items())

    def _leaves(self, process: str) -> list[str]:
        own = [lane for lane in self.drawing_.lanes if lane.process == process]
        around = {lane.parent for lane in own}
        return [lane.id for lane in own if lane.id not in around]

    def _deepest(self, process: str) -> int:
        parents = {lane.id: lane.parent for lane in self.drawing_.lanes}
        depth = 0
        for lane in self._leaves(process):
            steps, at = 0, lane
            while at in parents and steps <= len(parents):
                at, steps = parents[at], steps + 1
            depth = max(depth, steps)
        return depth

    def _surround(self, process: str, lanes: dict[str, Box]) -> None:
        """Give the lanes around other lanes the height of those together."""
        for _ in self.drawing_.lanes:
            inner: dict[str, list[Box]] = defaultdict(list)
            for lane in self.drawing_.lanes:
                if lane.process == process and lane.id in lanes and lane.parent:
                    inner[lane.parent].append(lanes[lane.id])
            around = {
                key: Box(
                    x=0.0,
                    y=min(box.y for box in boxes),
                    width=0.0,
                    height=max(box.y + box.height for box in boxes) - min(box.y for box in boxes),
                )
                for key, boxes in inner.items()
            }
            if all(lanes.get(key) == box for key, box in around.items()):
                return
            lanes.update(around)

    # -- nodes ---------------------------------------------------------------------------------

    def _ways(self, nodes: Iterable[DrawnNode]) -> list[tuple[str, str]]:
        """Return what leads to what among *nodes*; a host leads where what hangs on it leads."""
        known = {node.id for node in nodes}
        stands = {hung.id: host for host, many in self.hung.items() for hung in many}
        flows = (flow for flow in self.drawing_.flows if flow.kind is FlowKind.SEQUENCE)
        pairs = ((stands.get(f.source, f.source), stands.get(f.target, f.target)) for f in flows)
        return [pair for pair in pairs if set(pair) <= known and pair[0] != pair[1]]

    def _size(self, node: DrawnNode) -> tuple[float, float]:
        if not self.inside.get(node.id) or node.id not in self.rooted:
            return SIZES[node.family]
        grid = self._within(node)
        return grid.width + 2 * PADDING, grid.height + LABEL

    def _within(self, node: DrawnNode) -> _Grid:
        own = self.inside[node.id]
        column = columns([one.id for one in own], self._ways(own))
        sizes = {one.id: self._size(one) for one in own}
        grid = _band(own, column, sizes, _lefts(column, sizes, 0.0))
        width = max(box.x + box.width for box in grid.boxes.values())
        return _Grid(grid.boxes, width, grid.height)

    def _place(self, node: DrawnNode, box: Box, left: float, top: float) -> None:
        if node.id in self.boxes:
            return
        placed = attrs.evolve(box, x=box.x + left, y=box.y + top)
        self.boxes[node.id] = placed
        for place, hung in enumerate(self.hung.get(node.id, ())):
            width, height = SIZES[hung.family]
            x = placed.x + 8 + place * (width + 6)
            y = placed.y + placed.height - height / 2
            self._place(hung, Box(x=x, y=y, width=width, height=height), 0.0, 0.0)
        if self.inside.get(node.id) and node.id in self.rooted:
            within = self._within(node)
            for one in self.inside[node.id]:
                self._place(one, within.boxes[one.id], placed.x + PADDING, placed.y + LABEL / 2)

    # -- pools ---------------------------------------------------------------------------------

    def _pools(self, boxes: Mapping[str, Box], width: float, bottom: float) -> Iterable[Pool]:
        for pool in self.drawing_.pools:
            box = boxes.get(pool.process)
            if box is None:
                box = Box(x=0.0, y=bottom, width=0.0, height=2 * LABEL)
                bottom += box.height + GAP_Y
            yield attrs.evolve(pool, box=attrs.evolve(box, width=width))


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
) -> _Grid:
    """Return the nodes of one band, each at the first free place of its column."""
    below: dict[int, float] = defaultdict(lambda: PADDING)
    boxes = {}
    for node in nodes:
        number = column[node.id]
        (left, wide), (width, height) = lefts[number], sizes[node.id]
        boxes[node.id] = Box(
            x=left + (wide - width) / 2, y=below[number], width=width, height=height
        )
        below[number] += height + GAP_Y
    height = max([*below.values(), 2 * PADDING + SIZES["task"][1] - GAP_Y]) + PADDING - GAP_Y
    return _Grid(boxes, 0.0, max(height, 2 * PADDING + SIZES["task"][1]))


def _lane(lane: Lane, boxes: Mapping[str, Box], width: float) -> Lane:
    box = boxes.get(lane.id, Box(x=0.0, y=0.0, width=0.0, height=2 * LABEL))
    return attrs.evolve(lane, box=attrs.evolve(box, x=LABEL, width=width - LABEL))


def _data_box(place: int, top: float) -> Box:
    width, height = DATA_SIZE
    return Box(x=PADDING + place * (width + GAP_X), y=top, width=width, height=height)
