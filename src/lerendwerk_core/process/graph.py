"""
The process as a graph: its shape, its order, what cannot be reached.

The only module that knows networkx, and only while a graph is asked something.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.process.tables import edge_table, step_table

if TYPE_CHECKING:
    import networkx as nx


def graph_of(process: WorkProcess) -> nx.DiGraph[str]:
    """Return the steps and all edges of *process*, in their written order."""
    import networkx as nx  # noqa: PLC0415 - 100 ms that importing the library must not cost

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(step.id for step in process.steps)
    graph.add_edges_from((edge.source, edge.target) for edge in (*process.edges, *process.branches))
    return graph


def to_networkx(process: WorkProcess) -> nx.MultiDiGraph[str]:
    """
    Return *process* as a graph of networkx.

    A node has ``label``, ``lead``, ``performers``, ``touch``, ``wait``, ``stance`` and ``kind``; an edge
    ``label``, ``main_path``, and where a log was laid on the process ``seen`` and ``waited``.
    """
    import networkx as nx  # noqa: PLC0415 - 100 ms that importing the library must not cost

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=process.id, version=process.version)
    for row in step_table(process):
        row["performers"] = tuple(filter(None, row["performers"].split(";")))
        graph.add_node(row.pop("step"), **row)
    for row in edge_table(process):
        ends = row.pop("source"), row.pop("target")
        graph.add_edge(*ends, **{name: value for name, value in row.items() if value is not None})
    return graph


def unreachable(process: WorkProcess) -> tuple[str, ...]:
    """
    Return the steps that no start leads to.

    A start is a step that nothing leads to, and the first one, even if the process returns to it.
    """
    import networkx as nx  # noqa: PLC0415

    graph = graph_of(process)
    starts = [step for step in graph if graph.in_degree(step) == 0]
    starts += [step.id for step in process.steps[:1]]
    reached = set(starts).union(*(nx.descendants(graph, start) for start in starts))
    return tuple(step.id for step in process.steps if step.id not in reached)


def isolated(process: WorkProcess) -> tuple[str, ...]:
    """Return the steps that no edge or branch touches, where there is more than one step."""
    edges = (*process.edges, *process.branches)
    touched = {end for edge in edges for end in (edge.source, edge.target)}
    several = len(process.steps) > 1
    return tuple(step.id for step in process.steps if several and step.id not in touched)


def ranks(process: WorkProcess) -> dict[str, int]:
    """
    Return the place of every step from left to right: the longest way along forward edges.

    An edge that leads back to a step on the way to its own source is a return, not a way forward.
    """
    edges = [(edge.source, edge.target) for edge in (*process.edges, *process.branches)]
    return columns([step.id for step in process.steps], edges)


def columns(places: Sequence[str], ways: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return how far from the left each of *places* comes: one behind the last that leads to it."""
    kept = forward(places, ways)
    behind: dict[str, list[str]] = {place: [] for place in places}
    waits = dict.fromkeys(places, 0)
    for source, target in kept:
        behind[source].append(target)
        waits[target] += 1
    column = dict.fromkeys(places, 0)
    ready = deque(place for place in places if not waits[place])
    while ready:
        place = ready.popleft()
        for target in behind[place]:
            column[target] = max(column[target], column[place] + 1)
            waits[target] -= 1
            if not waits[target]:
                ready.append(target)
    return column


def forward(places: Sequence[str], ways: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the *ways* without those that close a circle with one before them."""
    number = {place: count for count, place in enumerate(places)}
    reach = [1 << count for count in range(len(places))]
    kept = []
    for source, target in ways:
        one, other = number[source], number[target]
        if reach[other] >> one & 1:
            continue
        kept.append((source, target))
        ahead = reach[other]
        for place, reached in enumerate(reach):
            if reached >> one & 1:
                reach[place] = reached | ahead
    return kept
