"""
The process as a graph: its shape, its order, what cannot be reached.

The only module that knows networkx, and only while a graph is asked something.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from lerendwerk_core.model.drawing import Drawing
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


def to_networkx(process: WorkProcess | Drawing) -> nx.MultiDiGraph[str]:
    """
    Return *process* as a graph of networkx, with what :func:`step_table` and :func:`edge_table` say.

    A node has ``label`` and ``kind``; of a process ``lead``, ``performers``, ``touch``, ``wait`` and
    ``stance``, of a drawing ``family``, ``role`` and where it stands. An edge has ``label``,
    ``from_role`` and ``to_role``; of a process ``main_path``, and where a log was laid on it ``seen``
    and ``waited``, of a drawing ``kind``, ``condition`` and ``default``. The pools and the data that
    arrows of a drawing lead to are nodes too.
    """
    import networkx as nx  # noqa: PLC0415 - 100 ms that importing the library must not cost

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(id=process.id)
    for row in step_table(process):
        for several in {"performers", "events"} & row.keys():
            row[several] = tuple(filter(None, row[several].split(";")))
        graph.add_node(row.pop("step"), **row)
    graph.add_nodes_from(_other_ends(process))
    for row in edge_table(process):
        ends = row.pop("source"), row.pop("target")
        graph.add_edge(*ends, **{name: value for name, value in row.items() if value is not None})
    return graph


def _other_ends(process: WorkProcess | Drawing) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the pools and data that arrows lead to or from."""
    if isinstance(process, WorkProcess):
        return
    ends = {end for flow in process.flows for end in (flow.source, flow.target)}
    for pool in process.pools:
        if pool.id in ends:
            yield pool.id, {"label": pool.name, "kind": "participant"}
    for one in process.data:
        if one.id in ends:
            yield one.id, {"label": one.name, "kind": one.kind}


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
    """
    Return the *ways* without those that close a circle with one before them.

    An order in which all of them lead on is kept up: a way that already does is taken at once, another
    one is looked into only between its two ends (Pearce and Kelly 2006).
    """
    ways = list(ways)
    order = _likely_order(places, ways)
    ahead: dict[str, list[str]] = {place: [] for place in places}
    behind: dict[str, list[str]] = {place: [] for place in places}
    kept = []
    for source, target in ways:
        first, last = order[target], order[source]
        if first <= last:
            after = _reached(target, ahead, order, range(first, last + 1))
            if source in after:
                continue
            before = _reached(source, behind, order, range(first, last + 1))
            _put_before(order, before, after)
        ahead[source].append(target)
        behind[target].append(source)
        kept.append((source, target))
    return kept


def _likely_order(places: Sequence[str], ways: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return an order in which most *ways* lead on: what one comes back from last comes first."""
    ahead: dict[str, list[str]] = {place: [] for place in places}
    for source, target in ways:
        ahead[source].append(target)
    left: list[str] = []
    seen: set[str] = set()
    for start in places:
        waiting = [] if start in seen else [(start, iter(ahead[start]))]
        seen.add(start)
        while waiting:
            further = next((one for one in waiting[-1][1] if one not in seen), None)
            if further is None:
                left.append(waiting.pop()[0])
            else:
                seen.add(further)
                waiting.append((further, iter(ahead[further])))
    return {place: number for number, place in enumerate(reversed(left))}


def _reached(
    start: str, ways: Mapping[str, Sequence[str]], order: Mapping[str, int], among: range
) -> set[str]:
    """Return what is reached from *start*, itself included, through what stands *among* those."""
    reached, waiting = {start}, [start]
    while waiting:
        for place in ways[waiting.pop()]:
            if place not in reached and order[place] in among:
                reached.add(place)
                waiting.append(place)
    return reached


def _put_before(order: dict[str, int], before: set[str], after: set[str]) -> None:
    """Give the places that both hold in *order* to *before* first; each keeps its own order."""
    places = sorted(before, key=order.__getitem__) + sorted(after, key=order.__getitem__)
    numbers = sorted(order[place] for place in places)
    order.update(zip(places, numbers, strict=True))
