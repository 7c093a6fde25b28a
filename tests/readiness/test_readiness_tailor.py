"""Checklists in layers: what a tailoring does, and what it may not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import checklist

import lerendwerk_core as lw
from lerendwerk_core.errors import DefinitionError
from lerendwerk_core.model.checklist import AddedItem, Checklist, ChecklistItem, Tailoring
from lerendwerk_core.readiness import tailored
from lerendwerk_core.text import Text

BASE = {"proef": checklist(5)}


def item(key: str, words: str = "nieuw") -> ChecklistItem:
    return ChecklistItem(id=key, section="A", label=Text(words, words))


def layer(key: str, base: str = "proef", **changes: object) -> Tailoring:
    return attrs.evolve(Tailoring(id=key, base=base, label=Text(key, key)), **changes)


def applied(*layers: Tailoring) -> Checklist:
    return tailored(BASE, {one.id: one for one in layers}, layers[-1].id)


def problem(*layers: Tailoring) -> tuple[str, Text]:
    with pytest.raises(DefinitionError) as raised:
        applied(*layers)
    (found,) = raised.value.problems
    return found.code, found.message


def says(message: Text, *names: str) -> bool:
    return all(name in words for words in (message.nl, message.en) for name in names)


def test_a_layer_replaces_adds_and_drops_and_says_which_layer_worded_an_item() -> None:
    found = applied(
        layer(
            "laag",
            replace=(item("i1", "anders"),),
            add=(AddedItem(item=item("j"), before="i2"),),
            drop=("i3",),
        )
    )

    assert found.item_ids == ("i0", "i1", "j", "i2", "i4")
    assert {one.id: one.layer for one in found.items if one.layer} == {"i1": "laag", "j": "laag"}
    assert found.items[1].label.nl == "anders"
    assert (found.id, found.last_item, found.layers) == ("laag", "i4", ("proef", "laag"))


def test_layers_on_layers_are_applied_base_first() -> None:
    found = applied(
        layer("een", replace=(item("i0", "een"),), drop=("i1",)),
        layer("twee", "een", replace=(item("i0", "twee"),)),
    )

    assert found.items[0].label.nl == "twee"
    assert found.item_ids == ("i0", "i2", "i3", "i4")
    assert found.layers == ("proef", "een", "twee")


@given(
    st.sets(st.sampled_from(range(4))),
    st.lists(st.sampled_from(range(5)), max_size=4),
)
def test_what_stays_keeps_its_order(dropped: set[int], places: Sequence[int]) -> None:
    kept = [f"i{one}" for one in range(5) if one not in dropped]
    before = [f"i{one}" for one in places if one not in dropped]
    add = tuple(AddedItem(item=item(f"j{n}"), before=one) for n, one in enumerate(before))

    found = applied(layer("laag", add=add, drop=tuple(f"i{one}" for one in sorted(dropped))))

    assert [one for one in found.item_ids if one.startswith("i")] == kept
    assert found.item_ids[-1] == found.last_item == "i4"
    for one in add:
        assert found.item_ids.index(one.item.id) < found.item_ids.index(one.before)


def test_an_item_added_before_an_added_one_stands_before_it() -> None:
    add = (AddedItem(item=item("k"), before="i4"), AddedItem(item=item("j"), before="k"))

    assert applied(layer("laag", add=add)).item_ids[-3:] == ("j", "k", "i4")


def test_a_circle_names_every_layer_in_it() -> None:
    code, message = problem(layer("een", "twee"), layer("twee", "een"))

    assert code == "tailoring-circle"
    assert says(message, "een", "twee")


def test_a_layer_on_itself_is_a_circle() -> None:
    assert problem(layer("een", "een"))[0] == "tailoring-circle"


def test_a_base_that_is_not_there_is_named_with_the_layer_that_wants_it() -> None:
    code, message = problem(layer("een", "nergens"), layer("twee", "een"))

    assert code == "tailoring-base"
    assert says(message, "een", "nergens")
    assert "twee" not in message.nl


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("tailoring-item", {"replace": (item("zoek"),)}),
        ("tailoring-item", {"drop": ("zoek",)}),
        ("tailoring-item", {"add": (AddedItem(item=item("j"), before="zoek"),)}),
        ("tailoring-last", {"drop": ("i4",)}),
        ("tailoring-duplicate", {"add": (AddedItem(item=item("i2"), before="i4"),)}),
    ],
)
def test_what_cannot_be_names_the_layer_and_its_base(code: str, changes: dict[str, Any]) -> None:
    found, message = problem(layer("laag", **changes))

    assert found == code
    assert says(message, "laag", "proef")


def test_an_item_cannot_be_replaced_and_dropped_at_once() -> None:
    assert problem(layer("laag", replace=(item("i1"),), drop=("i1",)))[0] == "tailoring-item"


def test_the_same_item_cannot_be_added_twice() -> None:
    twice = (AddedItem(item=item("j"), before="i1"), AddedItem(item=item("j"), before="i2"))

    assert problem(layer("laag", add=twice))[0] == "tailoring-duplicate"


def test_a_dropped_item_can_come_back_with_other_words() -> None:
    again = AddedItem(item=item("i1", "anders"), before="i4")

    found = applied(layer("laag", drop=("i1",), add=(again,)))

    assert found.item_ids == ("i0", "i2", "i3", "i1", "i4")


def test_a_replaced_item_keeps_what_its_new_words_do_not_say() -> None:
    basis, other = Text.of("Jeugdwet 2.3"), Text.of("Wmo 2.3.2")
    bare, told = item("i0"), attrs.evolve(item("i0"), concepts=(7,), basis=other)
    base = checklist(5)
    written = attrs.evolve(base.items[0], concepts=(51,), basis=basis)
    bases = {"proef": attrs.evolve(base, items=(written, *base.items[1:]))}

    silent = tailored(bases, {"laag": layer("laag", replace=(bare,))}, "laag").items[0]
    outspoken = tailored(bases, {"laag": layer("laag", replace=(told,))}, "laag").items[0]

    assert (silent.section, silent.concepts, silent.basis) == (written.section, (51,), basis)
    assert (outspoken.section, outspoken.concepts, outspoken.basis) == ("B", (7,), other)


def test_a_replaced_item_keeps_its_section_and_the_concepts_it_rests_on(
    bench: lw.Workbench,
) -> None:
    base = bench.catalogue.checklists["default"]
    youth = bench.catalogue.checklists["jeugd"]

    sections = {one.id: one.section for one in base.items}
    assert all(sections[one.id] == one.section for one in youth.items if one.id in sections)
    assert youth.last_item == base.last_item == youth.item_ids[-1]
    assert all(one.concepts for one in youth.items if one.id in sections)
