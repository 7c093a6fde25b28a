"""A drawing in the counts that the known answers use; their rules leave the picture out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode, Lane
from lerendwerk_core.vocabulary import FlowKind, RoleFrom

RUNGS = {
    RoleFrom.LANE: "flowNodeRef",
    RoleFrom.HOST: "attachedToRef",
    RoleFrom.AROUND: "enclosing subprocess",
}


def counts_of(drawing: Drawing) -> dict[str, Any]:
    """Return everything that the known answers say about a drawing."""
    return _Counts(drawing).all()


class _Counts:
    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.nodes = {node.id: node for node in drawing.nodes}
        self.lanes = {lane.id: lane for lane in drawing.lanes}
        self.pools = {pool.process: pool.id for pool in reversed(drawing.pools) if pool.process}

    def all(self) -> dict[str, Any]:
        drawing = self.drawing
        families = Counter(node.family for node in drawing.nodes)
        return {
            "elements": dict(drawing.report.elements),
            "event_definitions": Counter(
                f"{node.kind}/{event}EventDefinition"
                for node in drawing.nodes
                for event in node.events
            ),
            "participants": self._participants(),
            "processes_without_pool": sum(one not in self.pools for one in drawing.processes),
            "flow_nodes": len(drawing.nodes),
            "tasks": sum(node.kind.lower().endswith("task") for node in drawing.nodes),
            "gateways": families["gateway"],
            "events": families["event"],
            "subprocesses": families["sub"],
            "lanes": self._lanes(),
            "lane_membership": Counter(map(self._membership, drawing.nodes)),
            "nodes_per_leaf_lane": self._per_lane(),
            "sequence_flows": self._sequence_flows(),
            "cross_lane_pairs": self._crossings(),
            "message_flows": self._message_flows(),
            "duplicate_ids": len(drawing.report.duplicates),
            "nodes_named": sum(bool(node.name) for node in drawing.nodes),
        }

    def _participants(self) -> dict[str, int]:
        white = sum(bool(pool.process) for pool in self.drawing.pools)
        total = len(self.drawing.pools)
        return {"total": total, "white_box": white, "black_box": total - white}

    def _lanes(self) -> dict[str, int]:
        around = {lane.parent for lane in self.drawing.lanes}
        return {
            "total": len(self.lanes),
            "leaf": sum(key not in around for key in self.lanes),
            "max_depth": max((self._depth(lane) for lane in self.drawing.lanes), default=-1),
            "named": sum(bool(lane.name) for lane in self.drawing.lanes),
        }

    def _depth(self, lane: Lane) -> int:
        return 1 + self._depth(self.lanes[lane.parent]) if lane.parent else 0

    def _membership(self, node: DrawnNode) -> str:
        return RUNGS[node.lane_from] if self._said(node) else "none"

    def _said(self, node: DrawnNode) -> bool:
        """Whether the lane of *node* is said in words, for itself or for what it goes by."""
        goes_by = {RoleFrom.HOST: node.host, RoleFrom.AROUND: node.parent}.get(node.lane_from)
        return self._said(self.nodes[goes_by]) if goes_by else node.lane_from is RoleFrom.LANE

    def _lane(self, key: str) -> str:
        node = self.nodes[key]
        return node.lane if self._said(node) else ""

    def _named(self, counts: Counter[tuple[str, ...]]) -> list[list[Any]]:
        """Return what was counted by lane, under the names of the lanes."""
        return in_order(
            [*(self.lanes[key].name or key for key in keys), n] for keys, n in counts.items()
        )

    def _per_lane(self) -> list[list[Any]]:
        return self._named(Counter((lane,) for lane in map(self._lane, self.nodes) if lane))

    def _flows(self, kind: FlowKind) -> list[DrawnFlow]:
        return [flow for flow in self.drawing.flows if flow.kind is kind]

    def _sequence_flows(self) -> dict[str, int]:
        flows = self._flows(FlowKind.SEQUENCE)
        lanes = [(self._lane(flow.source), self._lane(flow.target)) for flow in flows]
        known = [pair for pair in lanes if all(pair)]
        same = sum(source == target for source, target in known)
        total = self.drawing.report.elements.get("sequenceFlow", 0)
        return {
            "total": total,
            "dangling": total - len(flows),
            "same_lane": same,
            "cross_lane": len(known) - same,
            "lane_unknown": len(flows) - len(known),
        }

    def _crossings(self) -> list[list[Any]]:
        flows = self._flows(FlowKind.SEQUENCE)
        pairs = ((self._lane(flow.source), self._lane(flow.target)) for flow in flows)
        return self._named(Counter(pair for pair in pairs if all(pair) and len(set(pair)) > 1))

    def _message_flows(self) -> dict[str, int]:
        flows = self._flows(FlowKind.MESSAGE)
        pools = {pool.id for pool in self.drawing.pools}
        sides = [tuple(self._sides(flow)) for flow in flows]
        return {
            "total": self.drawing.report.elements.get("messageFlow", 0),
            "cross_pool": sum(all(pair) and pair[0] != pair[1] for pair in sides),
            "endpoint_unknown": sum(not all(pair) for pair in sides),
            "to_or_from_pool_itself": sum(
                bool({flow.source, flow.target} & pools) for flow in flows
            ),
        }

    def _sides(self, flow: DrawnFlow) -> Iterator[str]:
        for end in (flow.source, flow.target):
            node = self.nodes.get(end)
            yield self.pools.get(node.process, "") if node else end


def in_order(rows: Iterable[list[Any]]) -> list[list[Any]]:
    """Return *rows* of names and a count, most first."""
    return sorted(rows, key=lambda row: (-row[-1], row[:-1]))
