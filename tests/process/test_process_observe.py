"""What a log shows, against counting it the plainest way."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import log_of

from lerendwerk_core.process.mine import mined, step_ids
from lerendwerk_core.process.observe import observe
from lerendwerk_core.process.successions import (
    between_groups,
    bridging,
    counted,
    crossings_per_case,
    rungs,
    successions,
    together,
)
from lerendwerk_core.sources.logs import read_log
from lerendwerk_core.vocabulary import Rung


@st.composite
def logs(draw: st.DrawFn) -> tuple[list[str], str, str]:
    """Cases of steps, with a person and a group for every event; a dot is nobody."""
    told = draw(st.lists(st.text("abcd", min_size=1, max_size=6), min_size=1, max_size=6))
    count = sum(map(len, told))
    people = draw(st.text("xyz.", min_size=count, max_size=count))
    groups = draw(st.text("PQ.", min_size=count, max_size=count))
    return told, people, groups


def split(told: list[str], letters: str) -> list[str]:
    parts = []
    for case in told:
        parts.append(letters[: len(case)])
        letters = letters[len(case) :]
    return parts


@given(logs())
def test_successions_are_pairs_of_neighbours_in_a_case(
    given_log: tuple[list[str], str, str],
) -> None:
    told, people, groups = given_log
    log = log_of(*told, people=people, groups=groups)

    for column, letters in (("step", "".join(told)), ("person", people), ("group", groups)):
        plain = Counter(pair for case in split(told, letters) for pair in pairwise(case))
        expected = {pair: n for pair, n in plain.items() if "." not in pair}
        assert {(a, b): n for a, b, n in successions(log, column)} == expected


def rung_of(one: tuple[str, str], other: tuple[str, str]) -> Rung | None:
    """The rung of a pair of events by person and group, said case by case."""
    if "." in (one[0], other[0]):
        return None
    known = "." not in (one[1], other[1])
    if one[0] == other[0]:
        return Rung.HAT_CHANGE if known and one[1] != other[1] else Rung.SAME_PERSON
    if not known:
        return None
    return Rung.SAME_DEPARTMENT if one[1] == other[1] else Rung.OTHER_DEPARTMENT


@given(logs())
def test_rungs_variants_rework_and_crossings(given_log: tuple[list[str], str, str]) -> None:
    told, people, groups = given_log
    log = log_of(*told, people=people, groups=groups)
    seen = observe(log)

    both = [
        pair
        for who, where in zip(split(told, people), split(told, groups), strict=True)
        for pair in pairwise(zip(who, where, strict=True))
    ]
    told_apart = Counter(rung_of(a, b) for a, b in both)
    assert rungs(log) == {rung: told_apart[rung] for rung in rungs(log)}
    assert seen.variant_count == len(set(told))
    assert {"".join(one.steps): one.cases for one in seen.variants} == Counter(told)
    steps = Counter("".join(told))
    assert {one.step: one.count for one in seen.steps} == steps
    assert sum(one.repeated for one in seen.steps) == sum(len(c) - len(set(c)) for c in told)
    assert sum(one.starts for one in seen.steps) == len(told)
    crossing = Counter(
        sum(a != b and "." not in (a, b) for a, b in pairwise(case)) for case in split(told, groups)
    )
    assert crossings_per_case(log) == crossing


@given(logs())
def test_step_by_group_and_step_to_step_between_groups(
    given_log: tuple[list[str], str, str],
) -> None:
    told, people, groups = given_log
    log = log_of(*told, people=people, groups=groups)

    events = Counter(zip("".join(told), groups, strict=True))
    assert {(a, b): n for a, b, n in together(log, "step", "group")} == {
        pair: n for pair, n in events.items() if "." not in pair
    }
    moves = Counter(
        (a[0], b[0], a[1], b[1])
        for case, where in zip(told, split(told, groups), strict=True)
        for a, b in pairwise(zip(case, where, strict=True))
        if a[1] != b[1] and "." not in (a[1], b[1])
    )
    assert {row[:4]: row[4] for row in between_groups(log)} == moves


def test_many_names_are_counted_by_sorting_and_come_out_the_same() -> None:
    log = log_of("abcabd", "ba", people="xyxyzzyx")

    few = counted(log.step[:-1], log.step[1:], len(log.steps), log.within())
    many = counted(log.step[:-1], log.step[1:], 5_000, log.within())

    assert few.named(log.steps, log.steps) == many.named(log.steps, log.steps)


def test_where_work_waits_at_borders_and_inside() -> None:
    seen = observe(log_of("abc", people="xxy", groups="PPQ"))

    assert seen.inside is not None
    assert seen.at_borders is not None
    assert (seen.inside.count, seen.at_borders.count) == (1, 1)
    assert seen.took is not None
    assert seen.took.median == 7200.0
    assert [(h.source, h.target, h.count, h.same_person) for h in seen.handovers] == [
        ("P", "P", 1, 1),
        ("P", "Q", 1, 0),
    ]


def test_few_people_are_not_counted() -> None:
    few = observe(log_of("abcd", people="wxyz"))
    five = observe(log_of("abcde", people="vwxyz"))

    assert few.people is None
    assert five.people == 5
    assert observe(log_of("ab")).people is None


def test_who_works_in_more_than_one_group_bridges() -> None:
    log = log_of("abcd", people="xxyy", groups="PQPP")

    assert bridging(log, "group") == ("x",)


def test_an_empty_log_shows_nothing_and_breaks_nothing() -> None:
    reading = read_log({"c": [], "s": []}, case="c", step="s")

    seen = observe(reading.log)
    assert (seen.cases, seen.events, seen.successions, seen.took) == (0, 0, (), None)
    assert mined(seen).steps == ()
    assert [one.code for one in reading.findings] == ["log-empty"]


def test_a_mined_process_has_the_usual_ways_and_leaves_the_rare_ones_beside() -> None:
    usual, rare = ["abc"] * 18, ["acb", "abcab"]

    work = mined(observe(log_of(*usual, *rare, groups="P" * 54 + "Q" * 8)))

    assert [step.id for step in work.steps] == ["a", "b", "c"]
    assert {edge.source + edge.target for edge in work.edges} == {"ab", "bc"}
    assert {edge.source + edge.target for edge in work.branches} == {"ac", "cb", "ca"}
    assert work.steps[0].performers[0] == "P"
    assert work.steps[1].wait == pytest.approx(0.04)


def test_a_loop_that_few_cases_come_into_is_joined_to_the_main_path() -> None:
    seen = observe(log_of(*["ab"] * 10, "acdcdcdcdb"))

    edges = {edge.source + edge.target for edge in mined(seen).edges}

    assert {"ab", "ac", "cd", "dc"} <= edges


@given(logs())
def test_every_mined_step_is_reached_from_where_most_cases_begin_or_begins_itself(
    given_log: tuple[list[str], str, str],
) -> None:
    told, _, _ = given_log
    seen = observe(log_of(*told))

    edges = {(edge.source, edge.target) for edge in mined(seen).edges}
    reached = {max(seen.steps, key=lambda one: one.starts).step}
    reached |= {one.step for one in seen.steps if one.starts}
    while more := {b for a, b in edges if a in reached} - reached:
        reached |= more
    assert reached == {one.step for one in seen.steps}


@given(st.lists(st.text(max_size=5), unique=True, max_size=12))
def test_ids_of_steps_are_plain_and_unlike(names: list[str]) -> None:
    ids = step_ids(names)

    assert list(ids) == names
    assert len(set(ids.values())) == len(names)
    assert all(one and one.isascii() for one in ids.values())


@given(logs())
def test_every_mined_step_hangs_on_another(given_log: tuple[list[str], str, str]) -> None:
    told, _, _ = given_log
    seen = observe(log_of(*told))
    work = mined(seen)

    ends = {end for edge in (*work.edges, *work.branches) for end in (edge.source, edge.target)}
    moved = {one.source for one in seen.successions if one.source != one.target}
    assert {step.id for step in work.steps if step.label.nl in moved} <= ends
