"""
From step to step: what lies between two steps is walked through.

Gateways and events are passed, a sub-process is entered where nothing comes before and left where
nothing comes after, a link leads to its other end. What goes on from a boundary event, or in a
sub-process that an event starts, is a branch; so is what undoes work.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.drawing import Drawing, DrawnNode
from lerendwerk_core.model.process import Edge
from lerendwerk_core.sources.nodes import refused
from lerendwerk_core.vocabulary import FlowKind

MAX_WALKED = 200_000
"""So many places are passed in any drawing; in a large one twenty for each node and flow."""

_EACH = 20
_OUT = "\0out"  # behind the id of a sub-process: the place where it is left; no XML holds a NUL
_BROKEN_OFF = "\0off"  # likewise, where it is left after an event that broke in

Edges = tuple[Edge, ...]
Way = tuple[str, str]


def transitions(drawing: Drawing, steps: Collection[str], shown_as: str) -> tuple[Edges, Edges]:
    """
    Return the ways between *steps*: those of the main path, and the branches off it.

    Raises:
        DossierError: There are more ways than anybody could have drawn.
    """
    walk = _Walk(drawing, steps, shown_as)
    edges: dict[Way, Edge] = {}
    branches: dict[Way, Edge] = {}
    for node in drawing.nodes:
        for target, label, aside in walk.reached(node.id) if node.id in steps else ():
            found = branches if aside else edges
            found.setdefault((node.id, target), Edge(source=node.id, target=target, label=label))
    aside_only = (edge for ends, edge in branches.items() if ends not in edges)
    return tuple(edges.values()), tuple(aside_only)


class _Walk:
    """What follows every place: ``onward`` by arrows, ``inside`` of a sub-process, ``aside`` of both."""

    def __init__(self, drawing: Drawing, steps: Collection[str], shown_as: str) -> None:
        self._steps, self._shown_as = steps, shown_as
        self._nodes = {node.id: node for node in drawing.nodes}
        self._onward: dict[str, list[Way]] = {key: [] for key in self._nodes}
        self._inside: dict[str, list[Way]] = {}
        self._aside: dict[str, list[Way]] = {}
        self._left = max(MAX_WALKED, _EACH * (len(drawing.nodes) + len(drawing.flows)))
        self._most = self._left
        self._follow(drawing)
        self._enter_and_leave(drawing)
        self._link(drawing)

    def reached(self, step: str) -> Iterator[tuple[str, str, bool]]:
        """Yield the steps that follow *step*, the first name on the way, and whether it is a branch."""
        waiting = deque((target, label, False) for target, label in self._next(step))
        seen: set[tuple[str, bool]] = set()
        while waiting:
            place, label, aside = waiting.popleft()
            self._count()
            aside = aside or self._is_aside(place)
            if (place, aside) in seen:
                continue
            seen.add((place, aside))
            if place in self._steps:
                yield place, label, aside
                continue
            waiting += [(target, label or name, aside) for target, name in self._next(place)]

    def _count(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise refused(Mark(self._shown_as), "xml-too-many", limit=self._most)

    def _is_aside(self, place: str) -> bool:
        node = self._nodes.get(place)
        return node is not None and (node.kind == "boundaryEvent" or node.by_event)

    def _next(self, place: str) -> list[Way]:
        """Return what follows *place*; a sub-process is entered first and left by its own arrows."""
        if place.endswith(_OUT):
            key = place.removesuffix(_OUT)
            return [*self._onward[key], *self._aside.get(key, ())]
        if place.endswith(_BROKEN_OFF):
            return self._onward[place.removesuffix(_BROKEN_OFF)]
        ahead = self._inside.get(place) or self._onward[place]
        return [*ahead, *self._aside.get(place, ())]

    # -- the ways ------------------------------------------------------------------------------

    def _follow(self, drawing: Drawing) -> None:
        by_kind = (FlowKind.SEQUENCE, FlowKind.MESSAGE)
        for flow in sorted(
            (flow for flow in drawing.flows if flow.kind in by_kind),
            key=lambda flow: by_kind.index(flow.kind),
        ):
            if flow.source in self._nodes and flow.target in self._nodes:
                into = self._nodes[flow.target].parent == flow.source
                ways = self._inside if into else self._onward
                ways.setdefault(flow.source, []).append((flow.target, flow.name))

    def _enter_and_leave(self, drawing: Drawing) -> None:
        sequence = [flow for flow in drawing.flows if flow.kind is FlowKind.SEQUENCE]
        undoing = {node.undone_by for node in drawing.nodes}
        entered = undoing | {flow.target for flow in sequence}
        left = undoing | {flow.source for flow in sequence}
        for node in drawing.nodes:
            if node.undone_by:
                self._onward[node.id].append((node.undone_by, ""))
            if node.host:
                self._aside.setdefault(node.host, []).append((node.id, node.name))
            elif node.parent:
                if node.id not in entered:
                    self._enter(node)
                if node.id not in left:
                    out = _BROKEN_OFF if node.by_event else _OUT
                    self._onward[node.id].append((node.parent + out, ""))

    def _enter(self, node: DrawnNode) -> None:
        ways = self._aside if node.by_event else self._inside
        ways.setdefault(node.parent, []).append((node.id, ""))

    def _link(self, drawing: Drawing) -> None:
        """Lead from where a link is thrown to where the link of that name is caught."""
        caught: dict[tuple[str, ...], str] = {}
        links = [node for node in drawing.nodes if "link" in node.events and node.name]
        for node in links:
            if node.kind == "intermediateCatchEvent":
                caught.setdefault(_link_name(node), node.id)
        for node in links:
            if node.kind == "intermediateThrowEvent" and _link_name(node) in caught:
                self._onward[node.id].append((caught[_link_name(node)], ""))


def _link_name(node: DrawnNode) -> tuple[str, ...]:
    return node.process, node.parent, node.name.casefold()
