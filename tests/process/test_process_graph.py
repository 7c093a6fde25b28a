"""The shape of the process: its order from left to right, loops, and what cannot be reached."""

from __future__ import annotations

from itertools import pairwise

import attrs
from hypothesis import given
from hypothesis import strategies as st
from process_parts import dossier, edges, letters

from lerendwerk_core.model.process import Edge, Step, WorkProcess
from lerendwerk_core.process import findings, map_process
from lerendwerk_core.process.graph import forward, isolated, ranks, unreachable
from lerendwerk_core.text import Text

nodes = st.sampled_from("abcdefg")
pairs = st.lists(st.tuples(nodes, nodes), max_size=14, unique=True)


def graph(main: list[tuple[str, str]], branches: tuple[str, ...] = ()) -> WorkProcess:
    path = tuple(Edge(source=source, target=target) for source, target in main)
    return attrs.evolve(letters("abcdefg"), edges=path, branches=edges(*branches))


def reached(main: list[tuple[str, str]], start: str) -> set[str]:
    """What *start* leads to, itself included."""
    found = {start}
    for _ in main:
        found |= {target for source, target in main if source in found}
    return found


@given(pairs)
def test_ranks_rise_along_every_forward_edge(main: list[tuple[str, str]]) -> None:
    process = graph(main)

    place, kept = ranks(process), forward("abcdefg", main)

    assert all(place[source] < place[target] for source, target in kept)
    assert set(place) == set("abcdefg")
    assert min(place.values()) == 0
    for one, rank in place.items():
        before = [place[source] for source, target in kept if target == one]
        assert rank == (max(before) + 1 if before else 0)


@given(pairs)
def test_only_edges_that_close_a_circle_are_returns(main: list[tuple[str, str]]) -> None:
    kept = set(forward("abcdefg", main))

    for source, target in set(main) - kept:
        assert source in reached(sorted(kept), target)


@given(pairs)
def test_an_edge_is_a_return_exactly_when_those_before_it_lead_back(
    main: list[tuple[str, str]],
) -> None:
    kept: list[tuple[str, str]] = []
    for source, target in main:
        if source not in reached(kept, target):
            kept.append((source, target))

    assert forward("abcdefg", main) == kept


@given(pairs)
def test_unreachable_is_what_no_start_leads_to(main: list[tuple[str, str]]) -> None:
    targets = {target for _, target in main}
    starts = ["a", *(one for one in "abcdefg" if one not in targets)]
    expected = set("abcdefg").difference(*(reached(main, one) for one in starts))

    assert unreachable(graph(main)) == tuple(sorted(expected))


def test_a_circle_that_nothing_leads_to_is_named_and_discussed() -> None:
    process = attrs.evolve(letters("abcd"), edges=edges("ab", "cd", "dc"))

    found = map_process(dossier(process))

    assert found is not None
    assert found.now.unreachable == ("c", "d")
    assert [one.where for one in findings(found) if one.code == "step-unreachable"] == [
        "process.steps.c",
        "process.steps.d",
    ]


def test_a_return_to_the_first_step_makes_nothing_unreachable() -> None:
    process = attrs.evolve(letters("abcx"), edges=edges("ab", "bc"), branches=edges("ca"))

    assert unreachable(process) == ()


def test_a_process_that_only_goes_round_has_an_order_and_an_end() -> None:
    process = attrs.evolve(letters("abc"), edges=edges("ab", "bc", "ca", "bb"))

    assert ranks(process) == {"a": 0, "b": 1, "c": 2}
    assert unreachable(process) == ()


def test_a_branch_back_does_not_turn_the_order_of_the_main_path() -> None:
    process = attrs.evolve(letters("abc"), branches=edges("ca"))

    assert ranks(process) == {"a": 0, "b": 1, "c": 2}


def test_a_shortcut_does_not_pull_a_step_to_the_left() -> None:
    process = attrs.evolve(letters("abcd"), branches=edges("ad"))

    assert ranks(process)["d"] == 3


def test_a_process_without_steps_has_nothing_to_reach() -> None:
    empty = WorkProcess(id="leeg")

    assert (ranks(empty), unreachable(empty), forward((), ())) == ({}, (), [])


def test_a_long_line_with_many_returns_is_ordered_too() -> None:
    names = [f"s{n}" for n in range(150)]
    base = letters("")
    steps = tuple(attrs.evolve(letters("a").steps[0], id=name) for name in names)
    path = tuple(Edge(source=a, target=b) for a, b in pairwise(names))
    back = tuple(Edge(source=name, target="s0") for name in names[1:])

    place = ranks(attrs.evolve(base, steps=steps, edges=path, branches=back))

    assert [place[name] for name in names] == list(range(150))


def test_a_step_that_nothing_touches_is_isolated_unless_it_is_the_only_one() -> None:
    alone = WorkProcess(id="p", steps=(Step(id="a", label=Text("a", "a")),))
    three = WorkProcess(
        id="p",
        steps=tuple(Step(id=name, label=Text(name, name)) for name in "abc"),
        edges=(Edge(source="a", target="b"),),
    )

    assert isolated(alone) == ()
    assert isolated(three) == ("c",)
