"""
Which steps go on beside each other: work that goes from one to the other by the clock is no handover.

Two steps are parallel when a split sends work down two branches at once, one step lies on the one
and the other on the other, and neither is behind where the branches join. What closes a circle is
left out first. Sets of places are whole numbers, a bit for each place: ten times as fast as sets.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.vocabulary import FlowKind

CHOICES = frozenset({"exclusiveGateway", "eventBasedGateway", "complexGateway"})
"""Gateways that send work one way; every other node with several ways out sends it down them all."""

Ways = dict[str, list[str]]


class Parallel:
    """Answers whether two steps are parallel."""

    def __init__(self, beside: Mapping[str, int], place: Mapping[str, int]) -> None:
        self._beside, self._place = beside, place

    def __call__(self, one: str, other: str) -> bool:
        """Return whether work can be in both steps at once."""
        return bool(self._beside.get(one, 0) >> self._place.get(other, 0) & 1)

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield every pair of parallel places, once."""
        places = list(self._place)
        for one, other in itertools.combinations(places, 2):
            if self(one, other):
                yield one, other


def parallel(process: WorkProcess, drawing: Drawing | None = None) -> Parallel:
    """
    Return what is parallel in *process*; where it was drawn, the gateways of *drawing* decide.

    In a written process the main path splits where several edges of it leave a step; its branches
    are choices.
    """
    if drawing is not None:
        ways, asides = _drawn_ways(drawing)
        pools = {node.id: node.process for node in drawing.nodes}
        chosen = {node.id for node in drawing.nodes if node.kind in CHOICES}
        split = {key: targets for key, targets in ways.items() if key not in chosen}
    else:
        ways, asides, pools = _written_ways(process), _ways_aside(process), {}
        split = ways
    every = {key: [*targets, *asides.get(key, ())] for key, targets in ways.items()}
    return _parallel(every, split, pools)


def _written_ways(process: WorkProcess) -> Ways:
    ways: Ways = {step.id: [] for step in process.steps}
    for edge in process.edges:
        ways[edge.source].append(edge.target)
    return ways


def _ways_aside(process: WorkProcess) -> Ways:
    ways: Ways = {}
    for edge in process.branches:
        ways.setdefault(edge.source, []).append(edge.target)
    return ways


def _drawn_ways(drawing: Drawing) -> tuple[Ways, Ways]:
    """
    Return what follows what, and what is left by a boundary event.

    A sub-process leads to its inside, and that to what comes behind the sub-process.
    """
    ways: Ways = {node.id: [] for node in drawing.nodes}
    carried = (flow for flow in drawing.flows if flow.kind is not FlowKind.DATA)
    flows = [flow for flow in carried if flow.source in ways and flow.target in ways]
    for flow in flows:
        ways[flow.source].append(flow.target)
    entered = {flow.target for flow in flows if flow.kind is FlowKind.SEQUENCE}
    left = {flow.source for flow in flows if flow.kind is FlowKind.SEQUENCE}
    behind, asides = {key: tuple(targets) for key, targets in ways.items()}, Ways()
    for node in drawing.nodes:
        if node.host in ways:
            asides.setdefault(node.host, []).append(node.id)
        elif node.parent in ways:
            _go_inside(ways, node.parent, node.id if node.id not in entered else "", behind)
            ways[node.id] += behind[node.parent] if node.id not in left else ()
    return ways, asides


def _go_inside(ways: Ways, around: str, entrance: str, behind: Mapping[str, Sequence[str]]) -> None:
    """Let *around* lead to *entrance* instead of past its own inside."""
    inside = [one for one in ways[around] if one not in behind[around]]
    ways[around] = [*inside, entrance] if entrance else inside or ways[around]


def _parallel(ways: Ways, splits: Ways, pools: Mapping[str, str]) -> Parallel:
    order = _forward(ways)
    place = {key: number for number, key in enumerate(order)}
    reach = _reached(ways, order, place)
    beside = dict.fromkeys(order, 0)
    for key, targets in splits.items():
        ahead = [one for one in dict.fromkeys(targets) if _is_ahead(key, one, place)]
        for one, other in itertools.permutations(ahead, 2):
            _set_beside(beside, reach[one] & ~reach[other], reach[other] & ~reach[one], order)
    _across_pools(beside, reach, pools, order)
    return Parallel(beside, place)


def _forward(ways: Ways) -> list[str]:
    """Return the places so that every way leads ahead, but for those that close a circle."""
    order: list[str] = []
    seen: set[str] = set()
    starts = list(dict.fromkeys((*_entrances(ways), *ways)))
    for start in starts:
        waiting = [(start, iter(ways[start]))] if start not in seen else []
        seen.add(start)
        while waiting:
            rest = waiting[-1][1]
            following = next((one for one in rest if one not in seen), None)
            if following is None:
                order.append(waiting.pop()[0])
            else:
                seen.add(following)
                waiting.append((following, iter(ways[following])))
    return order[::-1]


def _entrances(ways: Ways) -> Iterator[str]:
    entered = {one for targets in ways.values() for one in targets}
    return (key for key in ways if key not in entered)


def _is_ahead(key: str, following: str, place: Mapping[str, int]) -> bool:
    return place[key] < place[following]


def _reached(ways: Ways, order: Sequence[str], place: Mapping[str, int]) -> dict[str, int]:
    """Return for every place itself and what lies ahead of it."""
    reach: dict[str, int] = {}
    for key in reversed(order):
        reach[key] = 1 << place[key]
        for following in ways[key]:
            if _is_ahead(key, following, place):
                reach[key] |= reach[following]
    return reach


def _set_beside(beside: dict[str, int], ours: int, theirs: int, order: Sequence[str]) -> None:
    for number in _ones(ours):
        beside[order[number]] |= theirs


def _ones(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _across_pools(
    beside: dict[str, int], reach: Mapping[str, int], pools: Mapping[str, str], order: Sequence[str]
) -> None:
    """In two pools everything goes on at once, unless messages lead from the one to the other."""
    inside: dict[str, int] = {}
    for number, key in enumerate(order):
        pool = pools.get(key, "")
        inside[pool] = inside.get(pool, 0) | 1 << number
    if len(inside) < 2:  # noqa: PLR2004 - one pool, or none
        return
    behind = dict.fromkeys(order, 0)
    for number, key in enumerate(order):
        for ahead in _ones(reach[key]):
            behind[order[ahead]] |= 1 << number
    everything = (1 << len(order)) - 1
    for key in order:
        beside[key] |= everything & ~(inside[pools.get(key, "")] | reach[key] | behind[key])
