"""The decision table of the source and our reading of what lies between (domain, section 2)."""

from __future__ import annotations

from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import assessed, checklist, fillings, rounds, route_of, use

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.contracts import Tally
from lerendwerk_core.readiness import assess, findings
from lerendwerk_core.vocabulary import Route

answers = st.text("gpnox", min_size=3, max_size=11).filter(
    lambda one: len(one) - one.count("x") > 2
)


@pytest.mark.parametrize(
    ("letters", "route", "stated", "margin"),
    [
        ("n" * 17, Route.LEREND_WERKEN, True, 9),
        ("n" * 9 + "g" * 8, Route.LEREND_WERKEN, True, 1),
        ("n" * 8 + "g" * 9, Route.TARGETED, False, 1),
        ("g" * 16 + "n", Route.COURSES, True, 1),
        ("n" + "g" * 16, Route.TARGETED, False, 1),
        ("g" * 17, Route.SECURE, False, 1),
        ("n" + "g" * 15 + "n", Route.TARGETED, False, 1),
        ("n" * 2 + "g" * 15, Route.TARGETED, False, 2),
        ("n" * 4 + "g" * 13, Route.TARGETED, False, 4),
        ("n" * 8 + "g" * 8, Route.TARGETED, False, 1),
        ("g" * 3, Route.SECURE, False, 1),
    ],
)
def test_the_vectors_of_the_domain_lead_to_their_route_with_their_margin(
    letters: str, route: Route, stated: bool, margin: int
) -> None:
    found = assessed(letters)

    assert (found.route, found.stated_by_source, found.margin) == (route, stated, margin)


@given(st.text("gn", min_size=3, max_size=19))
def test_partly_in_order_weighs_exactly_as_much_as_not_in_order(letters: str) -> None:
    strict, mild = assessed(letters), assessed(letters.replace("n", "p"))

    assert (strict.route, strict.margin, strict.flips) == (mild.route, mild.margin, mild.flips)
    assert mild.counts["partly"] == strict.counts["not_in_order"] == strict.deficient


@pytest.mark.parametrize("letters", ["n", "ng", "nnx", "xxxxx", "gnxxxxxx"])
def test_fewer_than_three_items_that_count_are_refused(letters: str) -> None:
    with pytest.raises(ReadinessError) as raised:
        assessed(letters)

    counted = len(letters) - letters.count("x")
    assert str(counted) in raised.value.message.nl
    assert str(counted) in raised.value.message.en


@given(answers)
def test_the_route_is_undetermined_exactly_when_some_filling_leads_elsewhere(letters: str) -> None:
    reachable = {route_of(filled, len(letters) - 1) for filled in fillings(letters)}

    found = assessed(letters)

    expected = reachable.pop() if len(reachable) == 1 else Route.UNDETERMINED
    assert found.route is expected


def test_an_undetermined_route_names_the_items_that_would_decide() -> None:
    found = assessed("nnogoo")

    assert found.route is Route.UNDETERMINED
    assert found.drivers == ("i2", "i4", "i5")
    assert not found.stated_by_source
    assert "route-undetermined" in {one.code for one in findings(found)}


@given(answers, st.randoms(use_true_random=False))
def test_the_order_of_items_and_of_answers_does_not_matter(letters: str, random: Random) -> None:
    base, answered = checklist(len(letters)), use(team=letters)
    items = list(base.items)
    random.shuffle(items)
    shuffled = attrs.evolve(base, items=tuple(items))

    one, other = assess(base, answered), assess(shuffled, answered)

    assert (one.route, one.margin, one.flips_total) == (
        other.route,
        other.margin,
        other.flips_total,
    )
    assert one.counts == other.counts
    assert set(one.drivers) == set(other.drivers)


@pytest.mark.parametrize("place", range(5))
def test_the_last_item_is_known_by_its_id_and_not_by_its_position(place: int) -> None:
    letters = "".join("n" if here == place else "g" for here in range(5))

    assert assessed(letters, last=place).route is Route.COURSES
    assert assessed(letters, last=place - 1).route is Route.TARGETED


def test_a_last_item_that_does_not_apply_cannot_lead_to_courses() -> None:
    assert assessed("gggnx").route is Route.TARGETED


def test_sections_count_only_what_applies() -> None:
    found = assessed("nxpgo")

    figures = {one.id: (one.items, one.deficient) for one in found.sections}
    assert figures == {"A": (1, 0), "B": (3, 2)}
    assert found.items == 4


def test_drivers_begin_with_what_lacks_most() -> None:
    assert assessed("pgnpn").drivers == ("i2", "i4", "i0", "i3")


def test_with_rounds_the_latest_counts_and_the_others_stay_visible() -> None:
    found = assess(checklist(5), rounds({"T0": "nnnng", "T1": "ggggn"}))

    assert found.route is Route.COURSES
    assert [one.route for one in found.rounds.values()] == [Route.LEREND_WERKEN, Route.COURSES]
    assert list(found.rounds) == ["T0", "T1"]


def test_answers_without_a_moment_are_no_series() -> None:
    assert not assess(checklist(5), rounds({"": "nnnng"})).rounds


def test_a_margin_of_one_is_a_finding_and_a_wider_one_is_not() -> None:
    narrow = {one.code for one in findings(assessed("nnngg"))}
    wide = {one.code for one in findings(assessed("nnnnn"))}

    assert "route-narrow" in narrow
    assert "route-narrow" not in wide


def test_another_rule_decides_in_the_place_of_the_source() -> None:
    class Always:
        key = "altijd"

        def __call__(self, _: Tally) -> tuple[Route, bool]:
            return Route.SECURE, False

    found = assess(checklist(5), use(team="nnonn"), Always())

    assert (found.route, found.margin, found.flips, found.flips_total) == (
        Route.SECURE,
        None,
        (),
        0,
    )
    assert "Geen verandering" in found.because[-1].nl
