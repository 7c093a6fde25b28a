"""
The process as a graph: its shape, its order, what cannot be reached.

The only module that knows networkx, and only while a graph is asked something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lerendwerk_core.model.process import Edge, WorkProcess

if TYPE_CHECKING:
    import networkx as nx


def graph_of(process: WorkProcess) -> nx.DiGraph[str]:
    """Return the steps and all edges of *process*, in their written order."""
    import networkx as nx  # noqa: PLC0415 - 100 ms that importing the library must not cost

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(step.id for step in process.steps)
    graph.add_edges_from((edge.source, edge.target) for edge in (*process.edges, *process.branches))
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
    forward = forward_edges(process)
    place = {step.id: 0 for step in process.steps}
    for step in _in_order(process, forward):
        for edge in forward:
            if edge.source == step:
                place[edge.target] = max(place[edge.target], place[step] + 1)
    return place


def forward_edges(process: WorkProcess) -> tuple[Edge, ...]:
    """Return the edges without those that close a circle, main path before branches."""
    import networkx as nx  # noqa: PLC0415

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(step.id for step in process.steps)
    kept = []
    for edge in (*process.edges, *process.branches):
        if edge.source != edge.target and not nx.has_path(graph, edge.target, edge.source):
            graph.add_edge(edge.source, edge.target)
            kept.append(edge)
    return tuple(kept)


def _in_order(process: WorkProcess, edges: tuple[Edge, ...]) -> list[str]:
    import networkx as nx  # noqa: PLC0415

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(step.id for step in process.steps)
    graph.add_edges_from((edge.source, edge.target) for edge in edges)
    return list(nx.lexicographical_topological_sort(graph, key=list(graph).index))
