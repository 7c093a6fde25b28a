"""Where everything stands in a picture that we make, and where its arrows run."""

from __future__ import annotations

import time
from itertools import combinations, pairwise

import attrs
from hypothesis import given
from hypothesis import strategies as st
from process_parts import edges, letters

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
from lerendwerk_core.model.process import Edge, WorkProcess
from lerendwerk_core.process import sketched
from lerendwerk_core.process.layout import laid_out
from lerendwerk_core.process.rows import onward, rows
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import FlowKind


def box(drawing: Drawing, key: str) -> Box:
    found = next(one.box for one in drawing.nodes if one.id == key)
    assert found is not None
    return found


def turns(drawing: Drawing, number: int = 0) -> list[tuple[float, float]]:
    return [(point.x, point.y) for point in drawing.flows[number].points]


def drawn(*ways: str, kinds: str = "task", **lanes: str) -> Drawing:
    """A drawing of one process: a flow for every pair of letters, and lanes with theirs."""
    of = {key: lane for lane, keys in lanes.items() for key in keys}
    keys = dict.fromkeys("".join(ways))
    return Drawing(
        id="p",
        lanes=tuple(Lane(id=lane, name=lane, process="p") for lane in lanes),
        nodes=tuple(
            DrawnNode(id=key, kind=kinds, process="p", lane=of.get(key, "")) for key in keys
        ),
        flows=tuple(DrawnFlow(id=way, source=way[0], target=way[1]) for way in ways),
    )


def test_what_follows_stands_to_the_right_in_the_same_row() -> None:
    placed = laid_out(drawn("ab", "bc"))

    assert box(placed, "a").x < box(placed, "b").x < box(placed, "c").x
    assert box(placed, "a").y == box(placed, "b").y == box(placed, "c").y
    assert len(turns(placed)) == 2


def test_what_returns_does_not_push_on_whatever_the_order_of_the_arrows() -> None:
    placed = laid_out(drawn("cb", "bc", "ab", "cd"))

    assert [box(placed, key).x for key in "abcd"] == sorted(box(placed, key).x for key in "abcd")


def test_a_lane_holds_its_nodes_and_lanes_stand_under_each_other() -> None:
    placed = laid_out(drawn("ab", "bc", loket="ac", hulp="b"))

    (first, second) = (lane.box for lane in placed.lanes)
    assert first is not None
    assert second is not None
    assert first.y + first.height == second.y
    assert second.y < box(placed, "b").y < second.y + second.height


def test_lanes_within_a_lane_stand_together_whatever_their_order() -> None:
    lanes = [("a", ""), ("b", ""), ("a1", "a"), ("b1", "b"), ("a2", "a")]
    drawing = Drawing(
        id="p", lanes=tuple(Lane(id=key, process="p", parent=parent) for key, parent in lanes)
    )

    found = {lane.id: lane.box for lane in laid_out(drawing).lanes}

    one, other = found["a"], found["b"]
    assert one is not None
    assert other is not None
    assert one.y + one.height == other.y


def test_an_arrow_past_a_node_goes_round_it() -> None:
    placed = laid_out(drawn("ab", "bc", "ac"))

    assert {y for _, y in turns(placed, 2)} > {box(placed, "a").y + box(placed, "a").height / 2}


def test_an_arrow_back_arrives_on_the_left() -> None:
    placed = laid_out(drawn("ab", "ba"))

    last, (x, y) = turns(placed, 1)[-2:]
    assert (x, y) == (box(placed, "a").x, box(placed, "a").y + box(placed, "a").height / 2)
    assert last[0] < x


def test_what_hangs_on_an_edge_goes_down_first() -> None:
    placed = laid_out(
        Drawing(
            id="p",
            nodes=(
                DrawnNode(id="a", kind="task", process="p"),
                DrawnNode(id="b", kind="task", process="p"),
                DrawnNode(id="e", kind="boundaryEvent", process="p", host="a"),
            ),
            flows=(DrawnFlow(id="f", source="e", target="b"),),
        )
    )

    first, second, *_ = turns(placed)
    assert first[0] == second[0]
    assert first[1] < second[1]


def test_messages_run_between_the_pools_and_to_the_edge_of_a_black_box() -> None:
    message = FlowKind.MESSAGE
    placed = laid_out(
        Drawing(
            id="p",
            pools=tuple(Pool(id=f"pool-{key}", process=key) for key in ("p", "q", "")),
            nodes=(
                DrawnNode(id="a", kind="task", process="p"),
                DrawnNode(id="b", kind="task", process="q"),
            ),
            data=(DataObject(id="d", kind="dataObjectReference", process="p"),),
            flows=(
                DrawnFlow(id="1", source="a", target="b", kind=message),
                DrawnFlow(id="2", source="a", target="pool-", kind=message),
                DrawnFlow(id="3", source="pool-", target="b", kind=message),
                DrawnFlow(id="4", source="b", target="a", kind=message),
                DrawnFlow(id="5", source="a", target="d", kind=FlowKind.DATA),
            ),
        )
    )

    edge = placed.pools[2].box
    assert edge is not None
    assert turns(placed, 1)[-1][1] == edge.y
    assert turns(placed, 2)[0][1] == edge.y
    assert all(flow.points for flow in placed.flows)


def test_an_arrow_without_an_end_has_no_line() -> None:
    flow = DrawnFlow(id="f", source="weg", target="a", points=(Point(x=0, y=0),))

    assert laid_out(attrs.evolve(drawn("ab"), flows=(flow,))).flows[0].points == ()


WAYS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14, unique=True)


@st.composite
def processes(draw: st.DrawFn) -> WorkProcess:
    leads = draw(st.lists(st.sampled_from(["", "loket", "hulp", "besluit"]), max_size=8))
    made = letters("abcdefgh"[: len(leads)])
    steps = (
        attrs.evolve(one, label=Text.of(one.id), performers=(lead,) if lead else ())
        for one, lead in zip(made.steps, leads, strict=True)
    )
    ways = [Edge(source="abcdefgh"[a], target="abcdefgh"[b]) for a, b in draw(WAYS)]
    ways = [one for one in ways if {one.source, one.target} <= {step.id for step in made.steps}]
    split = draw(st.integers(0, len(ways)))
    return attrs.evolve(
        made, steps=tuple(steps), edges=tuple(ways[:split]), branches=tuple(ways[split:])
    )


@given(processes())
def test_nothing_stands_on_another_and_no_arrow_runs_through_a_node(work: WorkProcess) -> None:
    placed = sketched(work)

    nodes = {node.id: node for node in placed.nodes}
    standing = [node for node in placed.nodes if not node.host]
    for one, other in combinations(standing, 2):
        assert not _overlap(_sides(one.box), _sides(other.box))
    for flow in placed.flows:
        ends = {flow.source, nodes[flow.source].host, flow.target}
        for start, end in pairwise(flow.points):
            assert start.x == end.x or start.y == end.y
            line = (*sorted((start.x, end.x)), *sorted((start.y, end.y)))
            hit = [one.id for one in standing if _overlap(line, _sides(one.box))]
            assert set(hit) <= ends


def _sides(box: Box | None) -> tuple[float, ...]:
    assert box is not None
    return box.x, box.x + box.width, box.y, box.y + box.height


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    across = one[0] < other[1] and one[1] > other[0]
    return across and one[2] < other[3] and one[3] > other[2]


@given(WAYS)
def test_every_way_is_met_once_and_no_two_of_a_column_share_a_row(
    pairs: list[tuple[int, int]],
) -> None:
    places = [str(number) for number in range(8)]
    ways: dict[str, list[str]] = {place: [] for place in places}
    for source, target in pairs:
        ways[str(source)].append(str(target))

    met = list(onward(places, ways))

    assert sorted(met) == sorted((str(source), str(target)) for source, target in pairs)
    column = {place: number % 3 for number, place in enumerate(places)}
    row = rows(places, column, ways)
    assert len({(column[place], row[place]) for place in places}) == len(places)


def test_thousands_of_steps_are_placed_in_seconds() -> None:
    many = WorkProcess(
        id="p",
        steps=tuple(attrs.evolve(letters("a").steps[0], id=f"s{n}") for n in range(2000)),
        edges=tuple(
            attrs.evolve(edges("ab")[0], source=f"s{n}", target=f"s{(n * 7 + 1) % 2000}")
            for n in range(2000)
        ),
    )
    began = time.perf_counter()

    placed = sketched(many)

    assert time.perf_counter() - began < 20
    assert all(flow.points for flow in placed.flows)
