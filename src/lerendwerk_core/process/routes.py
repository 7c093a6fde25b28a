"""
Where the arrows of a picture run: straight on where they can, else through the gaps between the nodes.

An arrow leaves on the right and arrives on the left. Up and down it goes between two columns, across
where none of the columns it passes has a node. What leaves the edge of a node goes down first. Data is
joined by straight lines.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

import attrs

from lerendwerk_core.model.drawing import (
    Box,
    DataObject,
    Drawing,
    DrawnFlow,
    DrawnNode,
    Lane,
    Point,
    Pool,
)
from lerendwerk_core.vocabulary import FlowKind

OUT, INTO, APART, BELOW, CLEAR = 12.0, 22.0, 5.0, 8.0, 6.0
"""How far from a column an arrow turns, behind and before it; how far from another arrow; how far below
an event; how far from a node."""

LANES_BESIDE = 4
"""So many arrows run beside each other; the next is drawn over the first."""

XY = tuple[float, float]


def routed(drawing: Drawing) -> Drawing:
    """Return *drawing*, in which everything has a place, with a line for every arrow."""
    router = _Router(drawing)
    flows = (attrs.evolve(flow, points=tuple(router.line(flow))) for flow in drawing.flows)
    return attrs.evolve(drawing, flows=tuple(flows))


class _Storey:
    """The nodes beside each other in one process or sub-process, by column."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        columns: dict[float, list[Box]] = defaultdict(list)
        for box in boxes:
            columns[box.x + box.width / 2].append(box)
        self._middles = sorted(columns)
        self._columns = [columns[middle] for middle in self._middles]
        self._used: Counter[tuple[str, float]] = Counter()

    def number(self, box: Box) -> int:
        return bisect_left(self._middles, box.x + box.width / 2)

    def behind(self, box: Box) -> float:
        """Return where an arrow may turn behind the column of *box*."""
        right = max(one.x + one.width for one in self._columns[self.number(box)])
        return right + OUT + self._beside("out", right)

    def before(self, box: Box) -> float:
        """Return where an arrow may turn before the column of *box*."""
        left = min(one.x for one in self._columns[self.number(box)])
        return left - INTO - self._beside("into", box.y)

    def across(self, first: int, last: int, wishes: Sequence[float]) -> float:
        """Return a height where no column from *first* to *last* has a node, nearest to *wishes*."""
        if first > last:
            return wishes[0]
        gaps = _gaps(box for column in self._columns[first : last + 1] for box in column)
        fits = ((_nearest(wish, *gap), *gap) for gap in gaps for wish in wishes)
        best, low, high = min(fits, key=lambda fit: sum(abs(fit[0] - wish) for wish in wishes))
        if best in wishes:
            return best
        aside = min(self._beside("across", best), high - low)
        return best + aside if best == low else best - aside

    def _beside(self, way: str, place: float) -> float:
        self._used[way, place] += 1
        return APART * ((self._used[way, place] - 1) % LANES_BESIDE)


def _gaps(boxes: Iterable[Box]) -> Iterator[tuple[float, float]]:
    """Yield the heights between which there is nothing, from the top down."""
    top = float("-inf")
    for box in sorted(boxes, key=lambda box: box.y):
        if box.y - CLEAR > top:
            yield top, box.y - CLEAR
        top = max(top, box.y + box.height + CLEAR)
    yield top, float("inf")


def _nearest(wish: float, low: float, high: float) -> float:
    return min(max(wish, low), high)


class _Router:
    def __init__(self, drawing: Drawing) -> None:
        self._nodes = {node.id: node for node in drawing.nodes}
        ends: tuple[Pool | DataObject | DrawnNode, ...]
        ends = (*drawing.pools, *drawing.data, *drawing.nodes)
        self._boxes = {one.id: one.box for one in ends if one.box}
        self._pools = {pool.id for pool in drawing.pools}
        self._edges = self._edges_of_processes(drawing)
        storeys: dict[tuple[str, str], list[Box]] = defaultdict(list)
        hosts = {node.host for node in drawing.nodes}
        for node in drawing.nodes:
            if node.box and node.host not in self._nodes:
                low = 2 * BELOW + OUT if node.id in hosts else 0.0
                box = attrs.evolve(node.box, height=node.box.height + low)
                storeys[node.process, node.parent].append(box)
        self._storeys = {key: _Storey(boxes) for key, boxes in storeys.items()}

    def line(self, flow: DrawnFlow) -> Iterator[Point]:
        """Yield where the line of *flow* begins, turns and ends; nothing where an end has no place."""
        if {flow.source, flow.target} <= self._boxes.keys():
            for x, y in _without_detours(self._turns(flow)):
                yield Point(x=x, y=y)

    def _turns(self, flow: DrawnFlow) -> list[XY]:
        source, target = self._nodes.get(flow.source), self._nodes.get(flow.target)
        if flow.kind is FlowKind.DATA:
            return _straight(self._boxes[flow.source], self._boxes[flow.target])
        if source and target and self._storey(source) == self._storey(target):
            return self._beside(source, target)
        return self._away(flow)

    def _storey(self, node: DrawnNode) -> tuple[str, str]:
        host = self._nodes.get(node.host, node)
        return host.process, host.parent

    def _standing(self, node: DrawnNode) -> Box:
        """Return the box of what *node* hangs on, else its own."""
        host = self._nodes.get(node.host)
        return self._boxes[host.id if host and host.id in self._boxes else node.id]

    def _beside(self, source: DrawnNode, target: DrawnNode) -> list[XY]:
        storey = self._storeys.get(self._storey(source), _Storey([]))
        standing, box = self._standing(source), self._standing(target)
        start, end = self._begin(source), (box.x, _middle(box))
        first, last = storey.number(standing), storey.number(box)
        between = (first + 1, last - 1) if first < last else (last, first)
        if first + 1 == last and start[-1][1] == end[1]:
            return [*start, end]
        left = storey.before(box)
        y = storey.across(*between, (end[1], start[-1][1]) if first < last else (start[-1][1],))
        if first + 1 == last:
            return [*start, (left, start[-1][1]), (left, end[1]), end]
        right = storey.behind(standing)
        return [*start, (right, start[-1][1]), (right, y), (left, y), (left, end[1]), end]

    def _begin(self, node: DrawnNode) -> list[XY]:
        """Return where an arrow leaves *node*: on the right, or below what hangs on an edge."""
        box = self._boxes[node.id]
        if node.host not in self._boxes:
            return [(box.x + box.width, _middle(box))]
        x, y = box.x + box.width / 2, box.y + box.height
        return [(x, y), (x, y + BELOW)]

    # -- from one pool or sub-process to another -----------------------------------------------

    def _away(self, flow: DrawnFlow) -> list[XY]:
        """Return a way out of one pool or sub-process and into another."""
        source, target = self._boxes[flow.source], self._boxes[flow.target]
        down = _middle(source) < _middle(target)
        out = self._gap(flow.source, source, behind=True)
        into = self._gap(flow.target, target, behind=False)
        if flow.target in self._pools:
            edge = target.y if down else target.y + target.height
            return [(source.x + source.width, _middle(source)), (out, _middle(source)), (out, edge)]
        if flow.source in self._pools:
            edge = source.y + source.height if down else source.y
            return [(into, edge), (into, _middle(target)), (target.x, _middle(target))]
        y = self._outside(flow.source, down=down)
        start, end = (source.x + source.width, _middle(source)), (target.x, _middle(target))
        return [start, (out, start[1]), (out, y), (into, y), (into, end[1]), end]

    def _gap(self, key: str, box: Box, *, behind: bool) -> float:
        node = self._nodes.get(key)
        storey = self._storeys.get(self._storey(node)) if node else None
        if node is None or storey is None:
            return box.x + box.width / 2
        standing = self._standing(node)
        return storey.behind(standing) if behind else storey.before(standing)

    def _edges_of_processes(self, drawing: Drawing) -> dict[str, tuple[float, float]]:
        edges: dict[str, tuple[float, float]] = {}
        placed: tuple[Pool | Lane | DrawnNode, ...]
        placed = (*drawing.pools, *drawing.lanes, *drawing.nodes)
        for one in placed:
            if one.process and one.box:
                top, bottom = edges.get(one.process, (one.box.y, one.box.y))
                low = one.box.y + one.box.height
                edges[one.process] = (min(top, one.box.y), max(bottom, low))
        return edges

    def _outside(self, key: str, *, down: bool) -> float:
        """Return the height just below or above the process that *key* is in."""
        top, bottom = self._edges[self._nodes[key].process] if key in self._nodes else (0.0, 0.0)
        return bottom + OUT if down else top - OUT


def _middle(box: Box) -> float:
    return box.y + box.height / 2


def _straight(source: Box, target: Box) -> list[XY]:
    """Return the line between the middles of two edges that look at each other."""
    down = _middle(source) < _middle(target)
    start = source.x + source.width / 2, source.y + source.height if down else source.y
    end = target.x + target.width / 2, target.y if down else target.y + target.height
    return [start, end]


def _without_detours(turns: Sequence[XY]) -> list[XY]:
    """Return *turns* without those on a straight line between the two beside them."""
    kept: list[XY] = []
    for turn in turns:
        if kept and turn == kept[-1]:
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], turn):
            kept.pop()
        kept.append(turn)
    return kept


def _in_line(one: XY, middle: XY, other: XY) -> bool:
    across = one[1] == middle[1] == other[1] and (middle[0] - one[0]) * (other[0] - middle[0]) >= 0
    along = one[0] == middle[0] == other[0] and (middle[1] - one[1]) * (other[1] - middle[1]) >= 0
    return across or along
