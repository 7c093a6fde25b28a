"""Which steps go on beside each other."""

from __future__ import annotations

import attrs
import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from process_parts import edges, letters

from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.process.parallel import parallel
from lerendwerk_core.vocabulary import FlowKind


def written(names: str, *pairs: str, branches: tuple[str, ...] = ()) -> set[str]:
    """The parallel pairs of a written process."""
    process = attrs.evolve(letters(names), edges=edges(*pairs), branches=edges(*branches))
    return {"".join(sorted(pair)) for pair in parallel(process).pairs()}


def drawn(*pairs: str, nodes: tuple[DrawnNode, ...] = ()) -> set[str]:
    """The parallel tasks of a drawing: X is a choice, P a split or join, the rest are tasks."""
    kinds = {"X": "exclusiveGateway", "P": "parallelGateway", "Q": "parallelGateway"}
    given_nodes = {node.id: node for node in nodes}
    names = dict.fromkeys("".join(pairs))
    every = {**{n: DrawnNode(id=n, kind=kinds.get(n, "task")) for n in names}, **given_nodes}
    flows = tuple(DrawnFlow(id=pair, source=pair[0], target=pair[1]) for pair in pairs)
    drawing = Drawing(id="d", nodes=tuple(every.values()), flows=flows)
    found = parallel(WorkProcess(id="p"), drawing).pairs()
    return {"".join(sorted(p)) for p in found if not {*p} & {"X", "P", "Q"}}


def test_two_edges_of_the_main_path_are_parallel_until_they_join() -> None:
    assert written("abcde", "ab", "ac", "bd", "cd", "de") == {"bc"}


def test_a_branch_off_the_main_path_is_a_choice() -> None:
    assert written("abcd", "ab", "bd", "cd", branches=("ac",)) == set()


def test_a_line_has_nothing_parallel() -> None:
    assert written("abc", "ab", "bc") == set()


def test_a_way_back_makes_nothing_parallel() -> None:
    assert written("abc", "ab", "bc", "ca", "ba") == set()


def test_the_gateway_decides_in_a_drawing() -> None:
    assert drawn("aP", "Pb", "Pc", "bQ", "cQ", "Qd") == {"bc"}
    assert drawn("aX", "Xb", "Xc", "bQ", "cQ", "Qd") == set()


def test_a_longer_branch_is_parallel_as_a_whole() -> None:
    assert drawn("aP", "Pb", "bc", "Pd", "cQ", "dQ", "Qe") == {"bd", "cd"}


def test_the_inside_of_a_sub_process_stands_for_it() -> None:
    inside = DrawnNode(id="i", kind="task", parent="s")
    around = DrawnNode(id="s", kind="subProcess")

    assert drawn("aP", "Ps", "Pc", "sQ", "cQ", nodes=(around, inside)) == {"cs", "ci"}


def test_what_a_boundary_event_leads_to_is_no_parallel_branch() -> None:
    event = DrawnNode(id="e", kind="boundaryEvent", host="a")

    assert drawn("ab", "ec", nodes=(event,)) == set()


def test_two_pools_are_parallel_but_for_their_messages() -> None:
    nodes = tuple(DrawnNode(id=n, kind="task", process="p" if n in "ab" else "q") for n in "abcd")
    flows = (
        DrawnFlow(id="1", source="a", target="b"),
        DrawnFlow(id="2", source="c", target="d"),
        DrawnFlow(id="3", source="a", target="d", kind=FlowKind.MESSAGE),
    )
    found = parallel(WorkProcess(id="p"), Drawing(id="d", nodes=nodes, flows=flows)).pairs()

    assert {frozenset(pair) for pair in found} == {frozenset(pair) for pair in ("ac", "bc", "bd")}


LETTERS = "abcdefgh"
forward = st.sets(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    max_size=14,
)


@given(forward)
def test_without_circles_it_is_what_its_definition_says(pairs: set[tuple[int, int]]) -> None:
    names = {f"{LETTERS[one]}{LETTERS[other]}" for one, other in pairs}
    graph = nx.DiGraph([tuple(name) for name in names])
    graph.add_nodes_from(LETTERS)
    reach = {node: nx.descendants(graph, node) | {node} for node in graph}
    expected = {
        "".join(sorted((x, y)))
        for split in graph
        for one in graph.successors(split)
        for other in graph.successors(split)
        for x in reach[one] - reach[other]
        for y in reach[other] - reach[one]
    }

    assert written(LETTERS, *sorted(names)) == expected


@given(st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)), max_size=20))
def test_with_circles_it_is_symmetric_and_nothing_is_beside_itself(
    pairs: list[tuple[str, str]],
) -> None:
    process = attrs.evolve(letters(LETTERS), edges=edges(*map("".join, pairs)))
    beside = parallel(process)

    for one in LETTERS:
        assert not beside(one, one)
        assert all(beside(one, other) == beside(other, one) for other in LETTERS)
