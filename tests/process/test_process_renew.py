"""The next version: moves and changes."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from process_parts import edges, letters, line, order, renewal, step

from lerendwerk_core.model.process import Change, Edge, Move, WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.process import renewed
from lerendwerk_core.process.renew import moved
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stance


def after(process: WorkProcess, *moves: Move, change: tuple[Change, ...] = ()) -> WorkProcess:
    found = renewed(attrs.evolve(process, renewal=renewal(*moves, change=change)))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("move", "result"),
    [
        ("b after d", "acdbe"),
        ("d after a", "adbce"),
        ("a after c", "bcade"),
        ("a after e", "bcdea"),
        ("e after a", "aebcd"),
        ("c after b", "abcde"),
        ("b after c", "acbde"),
    ],
)
def test_a_step_moves_to_its_new_place_on_the_line(move: str, result: str) -> None:
    found = after(letters("abcde"), Move(step=move[0], to_after=move[-1]))

    assert order(found) == result


@given(st.data())
def test_moves_keep_the_steps_and_a_line_stays_a_line(data: st.DataObject) -> None:
    names = "abcdefg"[: data.draw(st.integers(2, 7))]
    expected = names
    moves = []
    for _ in range(data.draw(st.integers(1, 4))):
        one, other = data.draw(st.permutations(names))[:2]
        moves.append(Move(step=one, to_after=other))
        rest = expected.replace(one, "")
        expected = rest.replace(other, other + one)

    found = after(letters(names), *moves)

    assert sorted(one.id for one in found.steps) == sorted(names)
    assert order(found) == expected


nodes = st.sampled_from("abcde")
any_edges = st.sets(st.tuples(nodes, nodes).filter(lambda pair: pair[0] != pair[1]), max_size=8)


@given(any_edges, st.permutations("abcde"))
def test_a_move_on_any_graph_leaves_no_loose_end_and_no_step_before_itself(
    pairs: set[tuple[str, str]], names: list[str]
) -> None:
    one, other = names[:2]
    path = tuple(Edge(source=source, target=target) for source, target in sorted(pairs))

    found = moved(path, Move(step=one, to_after=other))

    leading = [edge.source for edge in found if edge.target == one]
    assert leading == [other]
    assert [edge.target for edge in found if edge.source == other] == [one]
    assert all(edge.source != edge.target for edge in found)
    assert len(set(found)) == len(found)


def test_those_before_a_moved_step_are_joined_to_those_behind_it() -> None:
    found = moved(edges("ac", "bc", "cd", "ce", "ef"), Move(step="c", to_after="f"))

    assert {f"{edge.source}{edge.target}" for edge in found} == {
        "ad", "ae", "bd", "be", "ef", "fc"
    }  # fmt: skip


def test_a_move_can_give_another_lead_and_keeps_who_performed_the_step() -> None:
    process = line([step("a", "x"), step("b", "y", "z"), step("c", "x")])

    found = after(process, Move(step="b", to_after="c", lead="z"))
    newcomer = after(process, Move(step="b", to_after="c", lead="w"))

    assert found.step("b").performers == ("z", "y")
    assert newcomer.step("b").performers == ("w", "y", "z")


def test_a_change_leaves_alone_what_it_does_not_name() -> None:
    row = RaciRow(accountable=("gem",), responsible=("gem",), consulted=("client",))
    before = step("a", "x", "y", touch=10.0, wait=2.0, goals=("g",), raci=row, registered=True)

    found = after(line([before]), change=(Change(step="a", wait=0.0, responsible=("zorg",)),))

    changed = attrs.evolve(row, responsible=("zorg",))
    assert found.step("a") == attrs.evolve(before, wait=0.0, raci=changed)


def test_a_change_can_name_everything() -> None:
    change = Change(
        step="a",
        lead="z",
        label=Text.of("Anders"),
        performers=("y", "z"),
        touch=1.0,
        wait=2.0,
        goals=(),
        stance=Stance.DAT,
        registered=False,
        accountable=("gem",),
    )

    found = after(line([step("a", "x", goals=("g",), registered=True)]), change=(change,))

    one = found.step("a")
    assert one.performers == ("z", "y")
    assert (one.label.nl, one.touch, one.wait, one.goals) == ("Anders", 1.0, 2.0, ())
    assert (one.stance, one.registered) == (Stance.DAT, False)
    assert one.raci == RaciRow(accountable=("gem",), responsible=())


def test_the_next_version_counts_up_and_has_no_renewal_of_its_own() -> None:
    found = after(letters("ab"), Move(step="a", to_after="b"))

    assert (found.version, found.renewal) == (2, None)
    assert renewed(found) is None


def test_branches_stay_as_they_were() -> None:
    process = attrs.evolve(letters("abc"), branches=edges("ac"))

    assert after(process, Move(step="b", to_after="c")).branches == process.branches
