"""
Where things stand in the picture, and which lane a node lies in by its place.

A file may hold several pictures; places are compared only within one. Lanes are found through grids
as coarse as the lanes themselves, so that many nodes and many lanes are no more work than few.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from lerendwerk_core.model.drawing import Box, Point
from lerendwerk_core.sources.bpmn.names import spellings
from lerendwerk_core.sources.xml import Element

FARTHEST = 1e7
"""No picture is larger; a number beyond this is a mistake."""

COARSER = 4
CROWD = 100
"""More lanes than this on one spot lie over each other, and say nothing any more."""

_SIDES = ("x", "y", "width", "height")


class Places:
    """
    The boxes and lines of a file by the id of what they show.

    ``unreadable`` names what has a shape without numbers; a line without numbers is no line.
    """

    def __init__(self, root: Element) -> None:
        self.boxes: dict[str, Box] = {}
        self.lines: dict[str, tuple[Point, ...]] = {}
        self.unreadable: dict[str, None] = {}
        self._shown: dict[str, list[tuple[int, Box]]] = {}
        for number, plane in enumerate(_planes(root)):
            for shape in plane.named("BPMNShape"):
                self._take(shape, number)
            for edge in plane.named("BPMNEdge"):
                for name in dict.fromkeys(spellings(edge.get("bpmnElement").strip())):
                    self.lines.setdefault(name, _line(edge))

    def _take(self, shape: Element, plane: int) -> None:
        reference = shape.get("bpmnElement").strip()
        if not reference:
            return
        box = _box(shape)
        if box is None:
            self.unreadable[reference] = None
            return
        for name in dict.fromkeys(spellings(reference)):
            self.boxes.setdefault(name, box)
            self._shown.setdefault(name, []).append((plane, box))

    def of(self, key: str) -> list[tuple[int, Box]]:
        """Return every picture that shows *key*, with its box there."""
        return self._shown.get(key, [])


def _planes(root: Element) -> Iterator[Element]:
    for diagram in root.named("BPMNDiagram"):
        yield from diagram.named("BPMNPlane")


def _box(shape: Element) -> Box | None:
    """Return the box of *shape*, or nothing if it has none that can be."""
    bounds = next(shape.named("Bounds"), None)
    numbers = [_number(bounds.get(side)) for side in _SIDES] if bounds else []
    if not numbers or not all(abs(number) <= FARTHEST for number in numbers):  # NaN is not
        return None
    x, y, width, height = numbers
    return Box(x=x, y=y, width=width, height=height) if min(width, height) >= 0 else None


def _line(edge: Element) -> tuple[Point, ...]:
    """Return the points of *edge*, none if one of them is nowhere."""
    points = [(_number(one.get("x")), _number(one.get("y"))) for one in edge.named("waypoint")]
    if not all(abs(number) <= FARTHEST for point in points for number in point):  # NaN is not
        return ()
    return tuple(Point(x=x, y=y) for x, y in points)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


class LanePlaces:
    """Tells the lane that a node lies in."""

    def __init__(self, places: Places, around: Mapping[str, str]) -> None:
        self._places = places
        self._around = around  # every lane with the lane around it
        self._grids: dict[int, _Grid] = {}
        for lane in around:
            for plane, box in places.of(lane):
                self._grids.setdefault(plane, _Grid()).add(lane, box)

    def of(self, key: str, among: Mapping[str, str], process: str | None) -> str:
        """
        Return the innermost lane that holds the middle of *key*, if there is exactly one.

        *among* gives the process of every lane; with a *process* only its lanes count.
        """
        for plane, box in self._places.of(key):
            holding = self._grids[plane].holding(*_middle(box)) if plane in self._grids else {}
            own = {lane: held for lane, held in holding.items() if process in (None, among[lane])}
            if innermost := self._innermost(own):
                return innermost
        return ""

    def _innermost(self, holding: Mapping[str, Box]) -> str:
        around = {lane for inner in holding for lane in self._all_around(inner)}
        left = {lane: box for lane, box in holding.items() if lane not in around}
        if len(left) <= 1:
            return next(iter(left), "")
        smallest = min(left, key=lambda lane: left[lane].width * left[lane].height)
        others = (box for lane, box in left.items() if lane != smallest)
        return smallest if all(_within(left[smallest], box) for box in others) else ""

    def _all_around(self, lane: str) -> Iterator[str]:
        while lane := self._around[lane]:
            yield lane


class _Grid:
    """Boxes by cell: a box lies in few cells of the grid that is as coarse as itself."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int, int, int], dict[str, Box]] = {}
        self._levels: dict[tuple[int, int], None] = {}

    def add(self, key: str, box: Box) -> None:
        across, down = _level(box.width), _level(box.height)
        self._levels[across, down] = None
        for column in _cells(box.x, box.width, across):
            for row in _cells(box.y, box.height, down):
                self._cells.setdefault((across, down, column, row), {})[key] = box

    def holding(self, x: float, y: float) -> dict[str, Box]:
        """Return the boxes that hold a point; none if there is a crowd around it."""
        found: dict[str, Box] = {}
        for across, down in self._levels:
            cell = across, down, _cell(x, across), _cell(y, down)
            near = self._cells.get(cell, {})
            if len(near) + len(found) > CROWD:
                return {}
            found |= {key: box for key, box in near.items() if _holds(box, x, y)}
        return found


def _level(size: float) -> int:
    return max(0, math.ceil(math.log(size, COARSER))) if size > 1 else 0


def _cell(at: float, level: int) -> int:
    return math.floor(at / float(COARSER) ** level)


def _cells(start: float, size: float, level: int) -> range:
    return range(_cell(start, level), _cell(start + size, level) + 1)


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.width / 2, box.y + box.height / 2


def _holds(box: Box, x: float, y: float) -> bool:
    return box.x <= x < box.x + box.width and box.y <= y < box.y + box.height


def _within(inner: Box, outer: Box) -> bool:
    """Whether *inner* lies in *outer* and is not the same."""
    right, bottom = inner.x + inner.width, inner.y + inner.height
    return (
        inner != outer
        and outer.x <= inner.x
        and outer.y <= inner.y
        and right <= outer.x + outer.width
        and bottom <= outer.y + outer.height
    )
