"""A tailoring on the next version of its base, field by field: nothing is lost without a word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from readiness_sheets import checklist

from lerendwerk_core.errors import DefinitionError
from lerendwerk_core.model.checklist import Checklist, ChecklistItem, ChecklistSection
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.tailoring import (
    AddedItem,
    AddedSection,
    Dropped,
    NotApplicable,
    Reweighed,
    Reworded,
    Tailoring,
    Translated,
)
from lerendwerk_core.readiness import diff, rebase
from lerendwerk_core.readiness.tailoring import Rebased, lay
from lerendwerk_core.readiness.tailoring.compare import FIELDS, value_of
from lerendwerk_core.text import Text

OLD = checklist(5)
WORDS = st.sampled_from(["een", "twee"])
MAYBE = st.none() | WORDS
KINDS = ("replace", "translate", "weights", "not_applicable", "drop", "drop_sections", "add")


def layer(**changes: object) -> Tailoring:
    return attrs.evolve(Tailoring(id="laag", base="proef", label=Text.of("laag")), **changes)


def next_version(changes: Tailoring) -> Checklist:
    """The base as *changes* would have it, as a version of its own."""
    fresh = lay(OLD, changes)
    return attrs.evolve(fresh, id="proef", layers=(), root=None, dropped=Table())


def with_items(**fields: Mapping[str, Any]) -> Checklist:
    items = (attrs.evolve(one, **fields.get(one.id, {})) for one in OLD.items)
    return attrs.evolve(OLD, items=tuple(items))


@st.composite
def rewordings(draw: st.DrawFn, key: str) -> dict[str, Any]:
    """Words in either language or both, a basis, concepts, or another item altogether."""
    basis = draw(MAYBE)
    change = Reworded(
        id=key,
        nl=draw(MAYBE),
        en=draw(MAYBE),
        concepts=draw(st.sampled_from([(), (1,), (2,)])),
        basis=Text.of(basis) if basis else None,
        becomes=draw(st.sampled_from(["", "", "", f"n{key}"])),
    )
    weights = tuple(
        Reweighed(id=key, weight=2.0) for key in {change.becomes} - {""} if draw(st.booleans())
    )
    return {"replace": (change,), "weights": weights}


def changes_of(key: str) -> st.SearchStrategy[dict[str, Any]]:
    """Nothing, or one kind of change of the item *key*."""
    lang, text = st.sampled_from(["nl", "en"]), WORDS
    return st.one_of(
        st.just({}),
        rewordings(key),
        st.builds(Translated, id=st.just(key), lang=lang, text=text).map(
            lambda one: {"translate": (one,)}
        ),
        st.sampled_from([0.0, 2.0]).map(lambda one: {"weights": (Reweighed(id=key, weight=one),)}),
        st.just({"not_applicable": (NotApplicable(id=key),)}),
        st.just({"drop": (Dropped(id=key),)}),
    )


@st.composite
def tailorings(draw: st.DrawFn) -> Tailoring:
    """Any changes that can be, drawn from so few words that two of them often agree in part."""
    keys = [f"i{number}" for number in range(4)]
    parts = [draw(changes_of(key)) for key in keys for _ in range(draw(st.integers(1, 2)))]
    dropped = [one.id for part in parts for one in part.get("drop", ())]
    for key in draw(st.sets(st.sampled_from(["j", *dropped]))):
        label = Text(draw(WORDS), draw(WORDS))
        weight = draw(st.sampled_from([1.0, 2.0]))
        item = ChecklistItem(id=key, section="A", label=label, weight=weight)
        parts.append({"add": (AddedItem(item=item),)})
    joined = {kind: tuple(one for part in parts for one in part.get(kind, ())) for kind in KINDS}
    made = layer(**joined)
    assume(fits(made))
    return made


def fits(made: Tailoring) -> bool:
    try:
        lay(OLD, made)
    except DefinitionError:
        return False
    return True


def values(one: Checklist) -> dict[tuple[str, str], str]:
    """Every field of every item, and that the item is there."""
    fields = {(item.id, field): value_of(item, field) for item in one.items for field in FIELDS}
    return fields | {(item.id, "item"): "there" for item in one.items}


@settings(max_examples=400)
@given(tailorings(), tailorings())
def test_every_field_is_theirs_or_ours_as_only_one_changed_it_or_in_conflict(
    ours: Tailoring, theirs: Tailoring
) -> None:
    new = next_version(theirs)

    found = rebase(ours, OLD, new)

    was, yours, mine = values(OLD), values(new), values(lay(OLD, ours))
    merged = values(lay(new, found.tailoring))
    told = {one.item for one in found.conflicts}
    for key in {*was, *yours, *mine}:
        before, here, there = was.get(key), mine.get(key), yours.get(key)
        if key[0] not in told:
            assert before in (here, there) or here == there, f"{key} should be in conflict"
            assert merged.get(key) == (there if here == before else here), key


@given(tailorings())
def test_what_both_did_is_no_conflict_and_no_change_any_more(both: Tailoring) -> None:
    new = next_version(both)

    found = rebase(both, OLD, new)

    assert found.conflicts == ()
    assert values(lay(new, found.tailoring)) == values(new)


@given(tailorings())
def test_on_the_same_base_nothing_changes(ours: Tailoring) -> None:
    found = rebase(ours, OLD, attrs.evolve(OLD, version="2"))

    assert found.conflicts == ()
    assert attrs.evolve(found.tailoring, base_version="", base_hash="") == ours


def test_words_that_agree_in_one_language_keep_the_other() -> None:
    ours = layer(replace=(Reworded(id="i1", nl="zelfde", en="same"),))
    new = with_items(i1={"label": Text("zelfde", "i1")})

    found = rebase(ours, OLD, new)

    assert found.conflicts == ()
    assert lay(new, found.tailoring).items[1].label == Text("zelfde", "same")


def test_words_in_one_language_would_replace_what_the_base_said_in_the_other() -> None:
    ours = layer(replace=(Reworded(id="i1", nl="alleen Nederlands"),))
    new = with_items(i1={"label": Text("i1", "new English")})

    found = rebase(ours, OLD, new)

    assert ("i1", "label.en", "new English") in fields_of(found)
    assert lay(new, found.tailoring).items[1].label == Text("i1", "new English")


@pytest.mark.parametrize(
    ("ours", "theirs", "field"),
    [
        ({"basis": Text.of("ons")}, {"basis": Text.of("hun")}, "basis"),
        ({"concepts": (1,)}, {"concepts": (2,)}, "concepts"),
    ],
)
def test_what_an_item_rests_on_is_in_conflict_as_its_words_are(
    ours: dict[str, Any], theirs: dict[str, Any], field: str
) -> None:
    change = Reworded(id="i1", nl="ons", en="ours", **ours)
    new = with_items(i1=theirs)

    found = rebase(layer(replace=(change,)), OLD, new)

    assert [(one.item, one.field) for one in found.conflicts] == [("i1", field)]
    merged = lay(new, found.tailoring).items[1]
    assert merged.label == Text("ons", "ours")  # what is not in conflict stays
    assert getattr(merged, field) == theirs[field]


def test_what_is_changed_of_the_other_item_goes_with_it() -> None:
    other = Reworded(id="i1", nl="iets anders", becomes="z")
    ours = layer(
        replace=(other,),
        translate=(Translated(id="z", lang="en", text="something else"),),
        weights=(Reweighed(id="z", weight=0.0),),
    )

    kept = rebase(ours, OLD, with_items(i2={"weight": 2.0}))
    left = rebase(ours, OLD, with_items(i1={"label": Text.of("van hen")}))

    assert kept.conflicts == ()
    assert (kept.tailoring.translate, kept.tailoring.weights) == (ours.translate, ours.weights)
    assert [one.item for one in left.conflicts] == ["i1", "z"]
    assert (left.tailoring.replace, left.tailoring.translate, left.tailoring.weights) == ((),) * 3


def test_another_item_stays_another_item_or_is_in_conflict() -> None:
    ours = layer(replace=(Reworded(id="i1", nl="zelfde", en="same", becomes="z"),))

    found = rebase(ours, OLD, with_items(i1={"label": Text("zelfde", "same")}))

    assert [one.item for one in found.conflicts] == ["i1", "z"]
    assert found.tailoring.replace == ()


def test_both_making_the_same_other_item_of_it_is_no_conflict() -> None:
    both = layer(replace=(Reworded(id="i1", nl="x", en="x", becomes="z"),))

    found = rebase(both, OLD, next_version(both))

    assert (found.conflicts, found.tailoring.replace) == ((), ())


def test_both_adding_an_item_otherwise_is_in_conflict_field_by_field() -> None:
    def with_weight(weight: float) -> Tailoring:
        item = ChecklistItem(id="j", section="A", label=Text.of("j"), weight=weight)
        return layer(add=(AddedItem(item=item),))

    found = rebase(with_weight(3.0), OLD, next_version(with_weight(2.0)))

    assert fields_of(found) == {("j", "weight", "2.0")}


def test_a_section_after_one_that_is_gone_is_said_with_what_stood_in_it() -> None:
    section = AddedSection(section=ChecklistSection(id="C", label=Text.of("C")), after="B")
    inside = ChecklistItem(id="j", section="C", label=Text.of("j"))
    ours = layer(sections=(section,), add=(AddedItem(item=inside),))
    new = next_version(layer(drop_sections=(Dropped(id="A"),)))
    new = attrs.evolve(new, sections=tuple(one for one in OLD.sections if one.id == "A"))

    found = rebase(ours, OLD, new)

    assert [one.item for one in found.conflicts] == ["C", "j"]


def test_a_section_after_one_of_our_own_follows_it() -> None:
    sections = tuple(
        AddedSection(section=ChecklistSection(id=key, label=Text.of(key)), after=after)
        for key, after in (("C", "B"), ("D", "C"))
    )

    found = rebase(layer(sections=sections), OLD, with_items(i1={"weight": 2.0}))

    assert (found.conflicts, found.tailoring.sections) == ((), sections)


def test_a_weight_of_a_protected_item_stays() -> None:
    old = attrs.evolve(OLD, protected=("i1",))
    ours = layer(weights=(Reweighed(id="i1", weight=2.0),))

    found = rebase(ours, old, attrs.evolve(old, version="2"))

    assert (found.conflicts, found.tailoring.weights) == ((), ours.weights)


def test_an_item_that_moved_out_of_a_section_that_goes_is_in_conflict() -> None:
    ours = layer(drop_sections=(Dropped(id="A"),))

    found = rebase(ours, OLD, with_items(i1={"section": "B"}))

    assert [one.item for one in found.conflicts] == ["i1"]


# -- another item in the place of one ----------------------------------------------------------------


def becomes(key: str, other: str, base: Checklist, name: str = "laag") -> Checklist:
    change = Reworded(id=key, nl="iets anders", en="something else", becomes=other)
    return lay(base, attrs.evolve(layer(replace=(change,)), id=name, base=base.id))


def test_who_made_another_item_of_it_is_named_where_somebody_rests_on_it() -> None:
    base = with_items(i1={"depends_on": ("i0",)})

    with pytest.raises(DefinitionError) as raised:
        becomes("i0", "z", base)

    (problem,) = raised.value.problems
    assert problem.code == "tailoring-depends"
    for words in (problem.message.nl, problem.message.en):
        assert "'laag'" in words
        assert "'proef'" in words


def test_who_made_another_item_of_it_is_named_where_a_later_layer_looks_for_it() -> None:
    region = becomes("i0", "z", OLD, "regio")
    town = attrs.evolve(layer(drop=(Dropped(id="i0"),)), id="gemeente", base="regio")

    with pytest.raises(DefinitionError) as raised:
        lay(region, town)

    (problem,) = raised.value.problems
    assert problem.code == "tailoring-dropped"
    assert "'regio'" in problem.message.nl


def test_a_difference_says_who_made_another_item_of_it() -> None:
    variant = becomes("i0", "z", OLD)

    changes = diff(OLD, variant).changes

    assert {one.item: one.origin.layer for one in changes} == {"z": "laag", "i0": "laag"}


def test_the_place_of_an_added_item_is_of_who_added_it() -> None:
    item = ChecklistItem(id="j", section="A", label=Text.of("j"))

    variant = lay(OLD, layer(add=(AddedItem(item=item, before="i1"),)))

    assert variant.origin_of("j", "place").layer == "laag"
    assert variant.origin_of("i1", "place").layer == "proef"


def fields_of(found: Rebased) -> set[tuple[str, str, str | None]]:
    return {(one.item, one.field, one.theirs) for one in found.conflicts}
