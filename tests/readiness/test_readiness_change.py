"""What a later round answers otherwise, and which of it made the advice another."""

from __future__ import annotations

import itertools

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import checklist, rounds, sheet

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.readiness import SourceRule, assess
from lerendwerk_core.readiness.proof.margin import LISTED_FLIPS
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


KINDS = ("improved", "worsened", "newly_answered", "no_longer_answered", "not_comparable")


def became(was: str, now: str) -> list[str]:
    """What becomes of an item, read from the letters."""
    if was == now:
        return []
    if "x" in was + now:
        return ["not_comparable"]
    if "o" in was + now:
        return ["newly_answered" if was == "o" else "no_longer_answered"]
    return ["improved" if "gpn".index(now) < "gpn".index(was) else "worsened"]


@given(answered, answered)
def test_every_changed_answer_is_in_one_place(old: str, new: str) -> None:
    (change,) = changed(old, new)

    for place, (was, now) in enumerate(zip(old, new, strict=True)):
        found = [kind for kind in KINDS if f"i{place}" in getattr(change, kind)]
        assert found == became(was, now)


@given(answered, answered)
def test_what_goes_one_way_comes_back_the_other_way(old: str, new: str) -> None:
    (there,), (back,) = changed(old, new), changed(new, old)

    assert (there.improved, there.worsened) == (back.worsened, back.improved)
    assert (there.newly_answered, there.not_comparable) == (
        back.no_longer_answered,
        back.not_comparable,
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


def test_many_kinds_of_change_in_a_long_list_are_counted_in_no_time() -> None:
    old, new = "nnngo" * 24, "ggonn" * 24

    (change,) = assess(checklist(120), rounds({"T0": old, "T1": new})).changes

    assert change.route_before is not change.route_after
    assert {len(one) for one in change.carried_by} == {len(change.carried_by[0])}
    assert change.carried_total > LISTED_FLIPS == len(change.carried_by)


def test_what_a_layer_set_aside_did_not_change() -> None:
    whole = checklist(5)
    aside = attrs.evolve(
        whole, items=(attrs.evolve(whole.items[0], applies=False), *whole.items[1:])
    )

    (change,) = assess(aside, rounds({"T0": "nnngg", "T1": "gggng"})).changes

    assert (change.improved, change.worsened) == (("i1", "i2"), ("i3",))
    assert not any("i0" in items for items in change.carried_by)
