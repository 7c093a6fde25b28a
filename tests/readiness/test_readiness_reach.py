"""What is needed to reach a route, against every way to answer otherwise; and how far one is."""

from __future__ import annotations

import itertools
from collections import Counter

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from readiness_sheets import assessed, checklist, sheet

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.readiness import Reach, SourceRule, decide, progress, reach
from lerendwerk_core.readiness.proof.reach import Way
from lerendwerk_core.readiness.rule import position_of
from lerendwerk_core.vocabulary import Route

AIMED = [route for route in Route if route is not Route.UNDETERMINED]
sheets = st.text("gpnox", min_size=3, max_size=6).filter(lambda one: len(one) - one.count("x") >= 3)


def fewest(letters: str, last: int, target: Route) -> list[tuple[int, ...]]:
    """The smallest sets of places of which some other answers on the scale lead to *target*."""
    list_ = checklist(len(letters), last)
    counting = [place for place, letter in enumerate(letters) if letter != "x"]

    def leads(places: tuple[int, ...]) -> bool:
        for said in itertools.product("gpn", repeat=len(places)):
            changed = {**dict(enumerate(letters)), **dict(zip(places, said, strict=True))}
            position = position_of(list_, sheet(list(changed.values())))
            if decide(position, SourceRule())[0] is target:
                return True
        return False

    for size in range(len(counting) + 1):
        if found := [one for one in itertools.combinations(counting, size) if leads(one)]:
            return found
    return []


@settings(max_examples=200, deadline=None)
@given(sheets, st.data(), st.sampled_from(AIMED))
def test_what_a_route_needs_is_what_trying_every_answer_finds(
    letters: str, data: st.DataObject, target: Route
) -> None:
    last = data.draw(st.integers(0, len(letters) - 1))

    found = reach(checklist(len(letters), last), sheet(letters), SourceRule(), target, limit=1000)

    expected = fewest(letters, last, target)
    if not expected:
        assert (found.answers, found.sets, found.total, found.ways) == (None, (), 0, ())
    elif expected == [()]:
        assert (found.answers, found.sets, found.total, found.ways) == (0, (), 0, ())
    else:
        assert found.answers == len(expected[0])
        assert list(found.sets) == [tuple(f"i{n}" for n in one) for one in expected]
        assert found.total == len(expected)
        kinds = (Counter(letters[place] for place in one) for one in expected)
        ways = {
            Way(mended=one["n"] + one["p"], answered=one["o"], spoiled=one["g"]) for one in kinds
        }
        assert set(found.ways) == ways
        assert len(found.because) == len(found.ways) == len(ways)


@given(sheets)
def test_the_advice_tells_the_same_per_route(letters: str) -> None:
    advice = assessed(letters)

    for route in AIMED:
        found = reach(checklist(len(letters)), sheet(letters), SourceRule(), route)
        assert advice.reach.get(route.value) == (found if found.answers else None)
        assert Reach.from_dict(found.to_dict()) == found


def test_it_is_told_what_to_do() -> None:
    found = reach(checklist(6), sheet("nngoog"), SourceRule(), Route.SECURE)

    assert [text.nl for text in found.because] == [
        "Dat vraagt: 2 op orde te brengen, 2 te beantwoorden."
    ]
    assert (found.answers, found.sets) == (4, (("i0", "i1", "i3", "i4"),))


def test_nothing_leads_to_undetermined_or_where_the_last_item_does_not_apply_to_courses() -> None:
    never = reach(checklist(7), sheet("nnnnoog"), SourceRule(), Route.UNDETERMINED)
    courses = reach(checklist(5), sheet("nnggx"), SourceRule(), Route.COURSES)

    assert never == courses
    assert never.answers is None
    assert never.because


def test_too_few_items_are_refused() -> None:
    with pytest.raises(ReadinessError):
        reach(checklist(4), sheet("nnxx"), SourceRule(), Route.SECURE)


def test_what_a_layer_set_aside_need_not_come_in_order() -> None:
    whole = checklist(4)
    aside = attrs.evolve(
        whole, items=(attrs.evolve(whole.items[0], applies=False), *whole.items[1:])
    )

    assert reach(aside, sheet("nnng"), SourceRule(), Route.SECURE).sets == (("i1", "i2"),)


values = st.floats(-1e6, 1e6)


@given(values, values, st.floats(-3, 3))
def test_so_much_of_the_way_is_so_much_progress(
    baseline: float, target: float, share: float
) -> None:
    assume(abs(target - baseline) > 1e-3)

    current = baseline + share * (target - baseline)

    assert progress(baseline, current, target) == pytest.approx(share, abs=1e-6)
    assert progress(baseline, baseline, target) == 0.0
    assert progress(baseline, target, target) == 1.0


@given(values, values)
def test_a_target_that_was_there_at_the_start_is_reached(start: float, current: float) -> None:
    assert progress(start, current, start) == 1.0


@pytest.mark.parametrize("missing", range(3))
def test_without_a_score_there_is_no_progress(missing: int) -> None:
    scores: list[float | None] = [1.0, 2.0, 3.0]
    scores[missing] = None

    assert progress(*scores) is None
