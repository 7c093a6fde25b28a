"""What a later round answers otherwise, and which of it made the advice another."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import checklist, rounds, sheet

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.readiness import SourceRule, assess
from lerendwerk_core.readiness.margin import LISTED_FLIPS
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.vocabulary import Route

ITEMS = 6
answered = st.text("gpnxo", min_size=ITEMS, max_size=ITEMS).filter(lambda one: one.count("x") < 4)


def changed(*sheets: str) -> tuple[RoundChange, ...]:
    asked = rounds({f"T{number}": letters for number, letters in enumerate(sheets)})
    return assess(checklist(ITEMS), asked).changes


def route_of(letters: str) -> Route | None:
    try:
        return decide(position_of(checklist(ITEMS), sheet(letters)), SourceRule())[0]
    except ReadinessError:
        return None


@given(answered, answered)
def test_every_changed_answer_is_better_worse_or_otherwise(old: str, new: str) -> None:
    (change,) = changed(old, new)

    for place, (was, is_) in enumerate(zip(old, new, strict=True)):
        graded = was in "gpn" and is_ in "gpn"
        found = [
            name
            for name in ("improved", "worsened", "other")
            if f"i{place}" in getattr(change, name)
        ]
        if was == is_:
            assert found == []
        elif graded:
            assert found == ["improved" if "gpn".index(is_) < "gpn".index(was) else "worsened"]
        else:
            assert found == ["other"]


@given(answered, answered)
def test_what_improves_one_way_worsens_the_other_way(old: str, new: str) -> None:
    (there,), (back,) = changed(old, new), changed(new, old)

    assert (there.improved, there.worsened, there.other) == (
        back.worsened,
        back.improved,
        back.other,
    )
    assert (there.route_before, there.route_after) == (back.route_after, back.route_before)


@settings(max_examples=200, deadline=None)
@given(answered, answered)
def test_what_carried_the_change_is_what_trying_everything_finds(old: str, new: str) -> None:
    (found,) = changed(old, new)

    places = [place for place in range(ITEMS) if old[place] != new[place]]
    expected: list[tuple[str, ...]] = []
    for size in range(1, len(places) + 1):
        if expected or route_of(old) is route_of(new):
            break
        for kept in itertools.combinations(places, size):
            mixed = "".join(old[at] if at in kept else new[at] for at in range(ITEMS))
            if route_of(mixed) is route_of(old):
                expected.append(tuple(f"i{place}" for place in kept))
    assert found.carried_total == len(expected)
    assert list(found.carried_by) == expected[:LISTED_FLIPS]


def test_each_round_is_compared_with_the_one_before() -> None:
    changes = changed("nnnnnn", "gnnnnn", "gpnnnn")

    assert [(one.before, one.after) for one in changes] == [("T0", "T1"), ("T1", "T2")]
    assert [one.improved for one in changes] == [("i0",), ("i1",)]


def test_one_round_has_nothing_to_compare_with() -> None:
    assert changed("nnnnnn") == ()


def test_of_a_long_list_the_first_sets_are_listed_and_all_are_counted() -> None:
    many = 40
    asked = rounds({"T0": "n" * many, "T1": "g" * many})

    (change,) = assess(checklist(many), asked).changes

    assert (change.route_before, change.route_after) == (Route.LEREND_WERKEN, Route.SECURE)
    assert {len(one) for one in change.carried_by} == {21}
    assert change.carried_total > 10**11
    assert len(change.carried_by) == LISTED_FLIPS
