"""A log laid on a process: by cause, not by the clock."""

from __future__ import annotations

import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import log_of
from process_parts import edges, letters, step

from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode
from lerendwerk_core.model.origin import Overlay
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.process.overlay import lay, walked


def process(names: str, *pairs: str, branches: tuple[str, ...] = ()) -> WorkProcess:
    return attrs.evolve(letters(names), edges=edges(*pairs), branches=edges(*branches))


def ways(overlay: Overlay) -> dict[str, int]:
    """How often each way was taken; one that is not drawn has a star."""
    return {
        one.source + one.target + ("" if one.drawn else "*"): one.count for one in overlay.edges
    }


def test_every_drawn_way_gets_its_count_and_its_time() -> None:
    overlay = lay(log_of("abc", "abc", "ab"), process("abc", "ab", "bc"))

    assert ways(overlay) == {"ab": 3, "bc": 2}
    assert overlay.edges[0].took is not None
    assert overlay.edges[0].took.median == 3600.0
    assert (overlay.unknown, overlay.never, overlay.parallel) == ((), (), 0)


def test_two_parallel_branches_do_not_hand_over_to_each_other() -> None:
    overlay = lay(log_of("abcd", "acbd"), process("abcd", "ab", "ac", "bd", "cd"))

    assert ways(overlay) == {"ab": 2, "ac": 2, "bd": 2, "cd": 2}
    assert overlay.parallel == 2


def test_after_a_choice_only_the_way_that_was_taken_counts() -> None:
    choice = process("abcd", "ab", "bd", "cd", branches=("ac",))

    assert ways(lay(log_of("abd", "acd"), choice)) == {"ab": 1, "bd": 1, "cd": 1, "ac": 1}


def test_what_was_answered_is_no_cause_again() -> None:
    # The second b has nothing new that leads to it: it follows on itself, which is not drawn.
    assert ways(lay(log_of("abb"), process("ab", "ab"))) == {"ab": 1, "bb*": 1}


def test_a_loop_that_is_drawn_is_a_way_like_any_other() -> None:
    assert ways(lay(log_of("ababc"), process("abc", "ab", "ba", "bc"))) == {
        "ab": 2,
        "ba": 1,
        "bc": 1,
    }


def test_a_way_that_is_not_drawn_runs_from_the_latest_step() -> None:
    overlay = lay(log_of("ac"), process("abc", "ab", "bc"))

    assert ways(overlay) == {"ab": 0, "bc": 0, "ac*": 1}
    assert [one.source + one.target for one in overlay.never_seen] == ["ab", "bc"]
    assert [one.source + one.target for one in overlay.not_drawn] == ["ac"]
    assert overlay.never == ("b",)


def test_a_step_that_is_not_in_the_process_is_passed_over_and_said() -> None:
    overlay = lay(log_of("axb"), process("ab", "ab"))

    assert ways(overlay) == {"ab": 1}
    assert overlay.unknown == ("x",)


def test_steps_are_found_by_label_id_or_a_name_that_is_given() -> None:
    work = WorkProcess(id="p", steps=(step("s1"), step("s2")))
    named = attrs.evolve(
        work, steps=(attrs.evolve(work.steps[0], label=letters("a").steps[0].label), work.steps[1])
    )

    assert lay(log_of("ab"), named, names={"b": "s2"}).steps == {"a": "s1", "b": "s2"}


def test_a_name_that_is_given_for_a_step_that_is_not_there_is_refused() -> None:
    with pytest.raises(UnknownKeyError, match="zoek") as raised:
        lay(log_of("ab"), process("ab", "ab"), names={"b": "zoek"})

    assert "a, b" in raised.value.in_("nl")


def test_a_name_that_is_nearly_a_step_is_a_near_miss_and_no_match() -> None:
    work = attrs.evolve(letters("a"), steps=(step("plan_maken"), step("b")))
    log = log_of("ab")
    slip = attrs.evolve(log, steps=("plan maken!", "plan makn"))

    overlay = lay(slip, work)

    assert overlay.steps == {"plan maken!": "plan_maken"}
    assert overlay.near == {"plan makn": "plan_maken"}


def test_who_took_over_is_counted_where_people_are_named() -> None:
    overlay = lay(log_of("ab", "ab", "ab", people="xxxyx."), process("ab", "ab"))
    nobody = lay(log_of("ab"), process("ab", "ab"))

    assert overlay.edges[0].other_person == 1
    assert nobody.edges[0].other_person is None


def test_the_gateways_of_a_drawing_decide_what_is_parallel() -> None:
    def drawing(kind: str) -> Drawing:
        kinds = {"g": kind, "h": kind}
        nodes = (DrawnNode(id=one, kind=kinds.get(one, "task")) for one in "agbchd")
        flows = (
            DrawnFlow(id=pair, source=pair[0], target=pair[1])
            for pair in ("ag", "gb", "gc", "bh", "ch", "hd")
        )
        return Drawing(id="d", nodes=tuple(nodes), flows=tuple(flows))

    work = process("abcd", "ab", "ac", "bd", "cd")

    assert ways(lay(log_of("abcd"), work, drawing("parallelGateway"))) == {
        "ab": 1,
        "ac": 1,
        "bd": 1,
        "cd": 1,
    }
    # With a choice, c after b is a deviation: a was answered by b and by c, b by nothing but d.
    assert lay(log_of("abcd"), work, drawing("exclusiveGateway")).parallel == 0


def test_the_counts_go_onto_the_process() -> None:
    work = process("abc", "ab", branches=("ac",))

    busy = walked(work, lay(log_of("ab", "ab", "ac"), work))

    assert [(e.seen, e.waited) for e in (*busy.edges, *busy.branches)] == [
        (2, pytest.approx(1 / 24)),
        (1, pytest.approx(1 / 24)),
    ]


LETTERS = "abcde"
cases = st.lists(st.text(LETTERS, min_size=1, max_size=7), min_size=1, max_size=6)
pairs = st.lists(st.tuples(st.sampled_from(LETTERS), st.sampled_from(LETTERS)), max_size=10)


@given(cases, pairs)
def test_a_way_is_taken_no_more_often_than_its_steps_and_every_later_step_has_a_cause(
    told: list[str], drawn: list[tuple[str, str]]
) -> None:
    work = process(LETTERS, *map("".join, dict.fromkeys(drawn)))
    overlay = lay(log_of(*told), work)

    letters_seen = "".join(told)
    for one in overlay.edges:
        assert one.count <= letters_seen.count(one.target)
    if not overlay.parallel:
        into = dict.fromkeys(LETTERS, 0)
        for one in overlay.edges:
            into[one.target] += one.count
        assert sum(into.values()) >= len(letters_seen) - len(told)


@given(cases)
def test_on_a_line_of_what_happened_everything_is_drawn(told: list[str]) -> None:
    followed = {one + other for case in told for one, other in itertools.pairwise(case)}
    work = process(LETTERS, branches=tuple(sorted(followed)))

    assert lay(log_of(*told), work).not_drawn == ()
