"""Minimum group sizes, remainder rules and missing answers, as those who use them state them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.disclosure import (
    open_counts,
    open_group,
    rounded_count,
    share_is_open,
    sum_is_open,
)
from lerendwerk_core.model.scoring import Node
from lerendwerk_core.readiness.scoring.missing import AtLeastHalf, Prorated
from lerendwerk_core.readiness.scoring.models import Sum

FILE = "checklist/disclosure_rules.json"
pytestmark = pytest.mark.known_answers


def stated(name: str) -> Any:
    """The case *name* of the file."""
    known_answers(FILE)
    cases = json.loads((KNOWN_ANSWERS / FILE).read_text("utf-8"))["cases"]
    return next(one for one in cases if one["id"] == name)


def test_hidden_answers_that_are_too_few_together_stay_out_of_the_figure_above() -> None:
    case = stated("dialog-nl-1")
    ((_, group),) = case["tree"].items()

    found = open_group({**group["children"], "direct": group["direct"]}, case["min_n"])

    assert list(found.shown) == case["expected"]["shown"]
    assert set(found.hidden) == set(case["expected"]["hidden"])
    assert list(found.uses) == case["expected"]["parent_score_uses"]


def test_groups_under_the_minimum_are_hidden() -> None:
    case = stated("xto10x-min3")

    found = open_counts(case["groups"], case["min_n"])

    assert set(found.hidden) == set(case["expected"]["hidden_primary"])
    assert set(found.shown) == set(case["expected"]["shown"])


def test_the_next_smallest_group_is_hidden_too_when_a_total_would_tell() -> None:
    case = stated("xto10x-inference")

    found = open_counts(case["groups"], case["min_n"])

    assert found.hidden == ("Tech", "Product")
    assert found.total == case["total_shown"]


def test_what_is_hidden_reaches_the_minimum_together() -> None:
    case = stated("tivian-remainder")

    found = open_counts(case["example"]["units"], case["min_n"])

    expected = case["expected"]
    assert set(found.hidden) == {*expected["hidden_primary"], *expected["hidden_secondary"]}
    assert list(found.shown) == expected["shown"]


def test_counts_are_rounded_to_hundreds_and_shares_need_a_hundred() -> None:
    assert stated("cbs-income")["rules"]

    assert {rounded_count(count) for count in range(50)} == {0}
    assert {rounded_count(count) for count in range(50, 150)} == {100}
    assert [share_is_open(of) for of in (99, 100)] == [False, True]
    assert sum_is_open([1.0] * 100)
    assert not sum_is_open([1.0] * 99)
    assert not sum_is_open([1.0] * 99 + [43.0])
    assert sum_is_open([1.0] * 99 + [42.0])


def scale(answered: int, yes: int, items: int) -> Node:
    """A scale of *items*, of which so many were answered, and so many of those with yes."""
    values = [1.0] * yes + [0.0] * (answered - yes) + [None] * (items - answered)
    return Node(children=tuple(Node(id=str(n), value=value) for n, value in enumerate(values)))


def test_up_to_so_many_missing_answers_are_prorated() -> None:
    case = stated("missing-gds15")
    given_, items = case["example"], case["n_items"]
    model = Prorated(Sum(), case["max_missing"])

    found = model(scale(given_["completed"], given_["score_completed"], items))
    too_few = model(scale(given_["completed"] - 1, given_["score_completed"], items))

    assert found.value == case["expected"]["estimate"]
    assert round(found.value) == case["expected"]["rounded"]
    assert too_few.value is None


@given(st.integers(1, 12), st.data())
def test_a_scale_is_scored_when_at_least_half_of_it_was_answered(
    items: int, data: st.DataObject
) -> None:
    assert stated("missing-eortc-half")["policy"] == "half-rule"
    answered = data.draw(st.integers(0, items))
    yes = data.draw(st.integers(0, answered))

    found = AtLeastHalf(Sum())(scale(answered, yes, items))

    assert found.value == (yes if answered and 2 * answered >= items else None)


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12)), st.integers(2, 6))
def test_the_figure_of_a_group_never_rests_on_fewer_hidden_people_than_the_minimum(
    parts: dict[str, int], minimum: int
) -> None:
    found = open_group(parts, minimum)

    used = sum(parts[name] for name in found.uses if name in found.hidden)
    assert used == 0 or used >= minimum
    assert set(found.uses) | set(found.hidden) == {name for name, count in parts.items() if count}
