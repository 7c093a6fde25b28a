"""Checklists in layers: what a tailoring does, and what it may not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import LETTERS, checklist, use

import lerendwerk_core as lw
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
from lerendwerk_core.readiness import SourceRule, assess, diff, rebase, scores, tailored
from lerendwerk_core.readiness.comparable import comparable, core_of
from lerendwerk_core.readiness.scoring.models import Flat
from lerendwerk_core.readiness.tailoring import lay
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route

BASE = {"proef": checklist(5)}


def item(key: str, words: str = "nieuw") -> ChecklistItem:
    return ChecklistItem(id=key, section="A", label=Text(words, words))


def layer(key: str, base: str = "proef", **changes: object) -> Tailoring:
    return attrs.evolve(Tailoring(id=key, base=base, label=Text(key, key)), **changes)


def applied(*layers: Tailoring) -> Checklist:
    return tailored(BASE, {one.id: one for one in layers}, layers[-1].id)


def words(key: str, said: str = "nieuw", **more: Any) -> Reworded:
    return Reworded(id=key, nl=said, en=said, **more)


def drops(*keys: str) -> tuple[Dropped, ...]:
    return tuple(Dropped(id=key) for key in keys)


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
            replace=(words("i1", "anders"),),
            add=(AddedItem(item=item("j"), before="i2"),),
            drop=drops("i3"),
        )
    )

    assert found.item_ids == ("i0", "i1", "j", "i2", "i4")
    assert {one.id: one.layer for one in found.items if one.layer} == {"i1": "laag", "j": "laag"}
    assert found.items[1].label.nl == "anders"
    assert (found.id, found.last_item, found.layers) == ("laag", "i4", ("proef", "laag"))


def test_layers_on_layers_are_applied_base_first() -> None:
    found = applied(
        layer("een", replace=(words("i0", "een"),), drop=drops("i1")),
        layer("twee", "een", replace=(words("i0", "twee"),)),
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

    found = applied(layer("laag", add=add, drop=drops(*(f"i{one}" for one in sorted(dropped)))))

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
        ("tailoring-item", {"replace": (words("zoek"),)}),
        ("tailoring-item", {"drop": drops("zoek")}),
        ("tailoring-item", {"add": (AddedItem(item=item("j"), before="zoek"),)}),
        ("tailoring-last", {"drop": drops("i4")}),
        ("tailoring-duplicate", {"add": (AddedItem(item=item("i2"), before="i4"),)}),
    ],
)
def test_what_cannot_be_names_the_layer_and_its_base(code: str, changes: dict[str, Any]) -> None:
    found, message = problem(layer("laag", **changes))

    assert found == code
    assert says(message, "laag", "proef")


def test_the_same_item_cannot_be_added_twice() -> None:
    twice = (AddedItem(item=item("j"), before="i1"), AddedItem(item=item("j"), before="i2"))

    assert problem(layer("laag", add=twice))[0] == "tailoring-duplicate"


def test_a_dropped_item_can_come_back_with_other_words() -> None:
    again = AddedItem(item=item("i1", "anders"), before="i4")

    found = applied(layer("laag", drop=drops("i1"), add=(again,)))

    assert found.item_ids == ("i0", "i2", "i3", "i1", "i4")


def test_a_replaced_item_keeps_what_its_new_words_do_not_say() -> None:
    basis, other = Text.of("Jeugdwet 2.3"), Text.of("Wmo 2.3.2")
    bare, told = words("i0"), words("i0", concepts=(7,), basis=other)
    base = checklist(5)
    written = attrs.evolve(base.items[0], concepts=(51,), basis=basis)
    bases = {"proef": attrs.evolve(base, items=(written, *base.items[1:]))}

    silent = tailored(bases, {"laag": layer("laag", replace=(bare,))}, "laag").items[0]
    outspoken = tailored(bases, {"laag": layer("laag", replace=(told,))}, "laag").items[0]

    assert (silent.section, silent.concepts, silent.basis) == (written.section, (51,), basis)
    assert (outspoken.section, outspoken.concepts, outspoken.basis) == ("B", (7,), other)


def test_all_that_is_wrong_is_said_at_once_and_names_both_layers() -> None:
    first = layer("een", drop=drops("i1"), add=(AddedItem(item=item("j")),))
    second = layer(
        "twee",
        "een",
        replace=(words("i1"),),
        drop=drops("i4"),
        add=(AddedItem(item=item("j")), AddedItem(item=item("k"), after="i4")),
        weights=(Reweighed(id="i0", weight=-1.0), Reweighed(id="zoek", weight=1.0)),
    )

    with pytest.raises(DefinitionError) as raised:
        applied(first, second)

    found = {one.code: one.message for one in raised.value.problems}
    other = {
        "tailoring-dropped": "een",  # it dropped i1
        "tailoring-last": "proef",  # it declares i4
        "tailoring-duplicate": "een",  # it added j
        "tailoring-after-last": "proef",
        "tailoring-weight": "proef",
        "tailoring-item": "een",  # what it is laid on has no such item
    }
    assert set(found) == set(other)
    for code, message in found.items():
        assert says(message, "twee", other[code])


def test_what_is_wrong_with_two_layers_is_said_at_once_with_a_near_miss() -> None:
    both = AddedItem(item=item("j"), before="i1", after="i2")
    first = layer("een", drop=drops("i11"), add=(both,))
    second = layer("twee", "een", drop=drops("i4"))

    with pytest.raises(DefinitionError) as raised:
        applied(first, second)

    found = [(one.code, one.hint is not None) for one in raised.value.problems]
    assert found == [
        ("tailoring-item", True),
        ("tailoring-two-places", False),
        ("tailoring-last", False),
    ]


def test_what_the_base_protects_stays_as_it_is() -> None:
    bases = {"proef": attrs.evolve(checklist(5), protected=("i1",))}
    forbidden = [
        layer("laag", replace=(words("i1"),)),
        layer("laag", drop=drops("i1")),
        layer("laag", translate=(Translated(id="i1", lang="en", text="other"),)),
        layer("laag", not_applicable=(NotApplicable(id="i1"),)),
    ]

    for one in forbidden:
        with pytest.raises(DefinitionError) as raised:
            tailored(bases, {"laag": one}, "laag")
        (found,) = raised.value.problems
        assert found.code == "tailoring-protected"
        assert says(found.message, "laag", "proef")


def test_the_last_item_is_an_id_and_no_place() -> None:
    moved = applied(layer("laag", replace=(words("i4", "anders", becomes="z"),)))

    assert moved.last_item == moved.item_ids[-1] == "z"
    assert problem(layer("laag", not_applicable=(NotApplicable(id="i4"),)))[0] == "tailoring-last"


def test_ids_keep_their_place_and_are_not_sorted_as_text() -> None:
    base = checklist(12)
    found = tailored({"proef": base}, {"laag": layer("laag", drop=drops("i3"))}, "laag")

    assert found.item_ids == tuple(f"i{number}" for number in range(12) if number != 3)


def test_another_meaning_is_another_item_in_the_same_place() -> None:
    found = applied(layer("laag", replace=(words("i2", "iets anders", becomes="x"),)))

    assert found.item_ids == ("i0", "i1", "x", "i3", "i4")
    assert found.origin_of("x", "id").layer == "laag"


def test_a_weight_of_nothing_is_nothing() -> None:
    found = applied(layer("laag", weights=(Reweighed(id="i0", weight=0.0),)))

    assert [one.weight for one in found.items] == [0.0, 1.0, 1.0, 1.0, 1.0]
    sheet = Table({"i0": Answer.NOT_IN_ORDER} | {f"i{n}": Answer.IN_ORDER for n in range(1, 5)})
    scored = scores(found, sheet, (Flat(),))["flat"]
    assert (scored.value, scored.most) == (4.0, 4.0)


def test_an_item_that_does_not_apply_counts_for_nobody_whatever_they_answer() -> None:
    found = applied(layer("laag", not_applicable=(NotApplicable(id="i0"),)))

    advice = assess(found, use(een="nnggn", twee="nnggn"))

    assert (advice.items, advice.deficient) == (4, 2)
    assert advice.counts["not_applicable"] == 1


def test_a_translation_changes_one_language_and_a_missing_one_is_known() -> None:
    half = layer("een", replace=(Reworded(id="i0", nl="alleen Nederlands"),))
    whole = layer("twee", "een", translate=(Translated(id="i0", lang="en", text="English too"),))

    missing, mended = applied(half).items[0], applied(half, whole).items[0]

    assert (missing.label, missing.untranslated) == (Text.of("alleen Nederlands"), ("en",))
    assert mended.label == Text("alleen Nederlands", "English too")
    assert mended.untranslated == ()
    assert mended.origins["label.en"].layer == "twee"
    assert mended.origins["label.nl"].layer == "een"


def test_sections_come_and_go_with_their_items() -> None:
    section = AddedSection(section=ChecklistSection(id="S", label=Text.of("S")), after="A")
    inside = AddedItem(item=attrs.evolve(item("s1"), section="S"), after="i0")
    found = applied(layer("laag", sections=(section,), add=(inside,), drop_sections=drops("A")))

    assert [one.id for one in found.sections] == ["S", "B"]
    assert found.item_ids == ("i0", "s1", "i2", "i4")
    assert set(found.dropped) == {"i1", "i3"}


def test_an_item_that_rests_on_a_dropped_one_is_said_with_who_dropped_it() -> None:
    rests = AddedItem(item=attrs.evolve(item("j"), depends_on=("i1",)))

    code, message = problem(layer("een", add=(rests,)), layer("twee", "een", drop=drops("i1")))

    assert code == "tailoring-depends"
    assert says(message, "twee", "een", "i1", "j")


def test_every_field_knows_where_it_comes_from() -> None:
    base = attrs.evolve(checklist(5), version="2026.1")
    why, own = Text("waarom", "why"), Text("eigen reden", "own reason")
    first = layer(
        "regio",
        reason=why,
        author="beleidsadviseur",
        date=dt.date(2026, 11, 1),
        weights=(Reweighed(id="i1", weight=2.0, reason=own),),
        replace=(words("i0"),),
    )
    second = layer("gemeente", "regio", add=(AddedItem(item=item("j")),))

    found = tailored({"proef": base}, {"regio": first, "gemeente": second}, "gemeente")

    weight, label, added = (
        found.origin_of("i1", "weight"),
        found.origin_of("i0"),
        found.origin_of("j"),
    )
    assert (weight.layer, weight.reason, weight.author) == ("regio", own, "beleidsadviseur")
    assert (label.reason, label.date, label.base) == (why, dt.date(2026, 11, 1), "proef")
    assert (label.base_version, label.base_hash) == ("2026.1", base.hash)
    assert (added.layer, added.base) == ("gemeente", "regio")
    assert added.base_hash == tailored({"proef": base}, {"regio": first}, "regio").hash
    untouched = found.origin_of("i3", "weight")
    assert (untouched.layer, untouched.base_version) == ("proef", "2026.1")
    assert Checklist.from_dict(found.to_dict()) == found


def test_the_mark_of_a_checklist_is_of_what_it_asks_and_not_of_who_asked() -> None:
    base = checklist(5)
    alone = tailored({"proef": base}, {"a": layer("a")}, "a")

    assert base.hash == attrs.evolve(base, reconstruction=True, version="9").hash
    assert len({base.hash, alone.hash, attrs.evolve(base, items=base.items[::-1]).hash}) == 3
    assert applied(layer("a", author="x")).hash == alone.hash


def test_a_layer_made_for_another_version_of_its_base_is_known() -> None:
    fresh, stale = checklist(5).hash, "000000000000"

    assert applied(layer("laag", base_hash=fresh)).outdated == ()
    assert applied(layer("laag", base_hash=stale)).outdated == ("laag",)


# -- differences and updates -------------------------------------------------------------------------

CHOICES = st.sampled_from(["keep", "reword", "drop", "weigh", "aside", "translate"])


@st.composite
def tailorings(draw: st.DrawFn, said: str = "ours") -> Tailoring:
    """Any changes to the five items of the base, and an added one."""
    kinds = {f"i{number}": draw(CHOICES) for number in range(4)}
    by = {kind: [key for key, one in kinds.items() if one == kind] for kind in set(kinds.values())}
    return layer(
        said,
        replace=tuple(words(key, f"{said} {key}") for key in by.get("reword", ())),
        drop=drops(*by.get("drop", ())),
        weights=tuple(Reweighed(id=key, weight=2.0) for key in by.get("weigh", ())),
        not_applicable=tuple(NotApplicable(id=key) for key in by.get("aside", ())),
        translate=tuple(
            Translated(id=key, lang="en", text=f"{said} {key}") for key in by.get("translate", ())
        ),
        add=(AddedItem(item=item(f"j-{said}", said)),) if draw(st.booleans()) else (),
    )


@given(tailorings())
def test_a_difference_is_empty_exactly_where_nothing_changed(ours: Tailoring) -> None:
    variant = applied(ours)

    found = diff(BASE["proef"], variant)

    changed = {one.item for one in found.changes}
    named = {
        change.id
        for kind in ("replace", "drop", "weights", "not_applicable", "translate")
        for change in getattr(ours, kind)
    }
    assert changed == named | {one.item.id for one in ours.add}
    assert all(one.origin.layer == "ours" for one in found.changes)
    assert all(one.before != one.after for one in found.changes)
    assert not diff(variant, variant)


@given(tailorings())
def test_on_the_same_base_a_tailoring_stays_what_it_is(ours: Tailoring) -> None:
    base = BASE["proef"]

    found = rebase(ours, base, base)

    assert found.conflicts == ()
    assert attrs.evolve(found.tailoring, base_version="", base_hash="") == ours
    assert applied(found.tailoring).outdated == ()


@given(tailorings(), tailorings("theirs"))
def test_an_update_brings_both_sets_of_changes_or_says_where_they_conflict(
    ours: Tailoring, theirs: Tailoring
) -> None:
    old = BASE["proef"]
    new = attrs.evolve(lay(old, theirs), id="proef", layers=(), root=None, dropped=Table())

    found = rebase(ours, old, new)

    merged = lay(new, found.tailoring)  # it always fits
    in_conflict = {one.item for one in found.conflicts}
    here = {(one.item, one.field): one.after for one in diff(old, merged).changes}
    mine = {(one.item, one.field): one.after for one in diff(old, lay(old, ours)).changes}
    news = {(one.item, one.field): one.after for one in diff(old, new).changes}
    for (key, field), after in (mine | news).items():
        if key in in_conflict:
            continue
        both = [one.get((key, field)) for one in (mine, news) if (key, field) in one]
        assert here[key, field] in both or after is None
    for conflict in found.conflicts:
        assert any(key == conflict.item for key, _ in mine)
    assert {key for key, _ in here} <= {key for key, _ in (*mine, *news)}


def test_a_conflict_says_what_was_what_they_made_of_it_and_what_we_did() -> None:
    old = BASE["proef"]
    new = attrs.evolve(lay(old, layer("hun", replace=(words("i0", "van hen"),))), id="proef")

    found = rebase(layer("ons", replace=(words("i0", "van ons"),)), old, new)

    (nl, en) = found.conflicts
    assert (nl.item, nl.field, nl.old, nl.theirs, nl.ours) == (
        "i0",
        "label.nl",
        "i0",
        "van hen",
        "van ons",
    )
    assert en.field == "label.en"
    assert found.tailoring.replace == ()


def test_a_translation_of_words_that_are_others_now_is_a_conflict() -> None:
    old = BASE["proef"]
    new = attrs.evolve(
        lay(old, layer("hun", translate=(Translated(id="i0", lang="nl", text="ander"),))),
        id="proef",
    )

    found = rebase(layer("ons", translate=(Translated(id="i0", lang="en", text="ours"),)), old, new)

    (conflict,) = found.conflicts
    assert (conflict.field, conflict.old, conflict.theirs, conflict.ours) == (
        "label.en",
        "i0",
        "ander",
        "ours",
    )
    assert found.tailoring.translate == ()


def test_what_both_changed_alike_is_no_conflict() -> None:
    old = BASE["proef"]
    same = layer("zelfde", replace=(words("i0", "eens"),), drop=drops("i1"))
    new = attrs.evolve(lay(old, same), id="proef")

    found = rebase(same, old, new)

    assert found.conflicts == ()
    assert (found.tailoring.replace, found.tailoring.drop) == ((), ())


# -- what stays comparable ---------------------------------------------------------------------------


def test_the_core_is_what_both_ask_in_the_same_words() -> None:
    variant = applied(
        layer(
            "laag",
            replace=(words("i0"),),
            drop=drops("i1"),
            not_applicable=(NotApplicable(id="i2"),),
            add=(AddedItem(item=item("j")),),
            weights=(Reweighed(id="i3", weight=9.0),),
        )
    )

    assert core_of(BASE["proef"], variant).item_ids == ("i3", "i4")


def test_an_advice_that_the_tailoring_made_is_seen_beside_that_of_the_base() -> None:
    base = checklist(7)
    easier = tailored(
        {"proef": base}, {"laag": layer("laag", drop=drops("i0", "i1", "i2"))}, "laag"
    )
    answers = Table({f"i{n}": LETTERS[one] for n, one in enumerate("nnngggg")})

    found = comparable(base, easier, answers, SourceRule())
    dropped = Table((key, one) for key, one in answers.items() if key in easier.item_ids)
    unknown = comparable(base, easier, dropped, SourceRule())

    assert (found.under_base.route, found.under_variant.route) == (Route.TARGETED, Route.SECURE)
    assert found.differs
    assert found.core == found.under_variant
    assert unknown.under_base.route is Route.UNDETERMINED


def test_too_small_a_core_has_no_route() -> None:
    base = checklist(5)
    other = tailored(
        {"proef": base},
        {"laag": layer("laag", replace=tuple(words(f"i{n}") for n in range(4)))},
        "laag",
    )

    found = comparable(base, other, Table(), SourceRule())

    assert (found.core.items, found.core.route, found.core.margin) == (1, None, None)


def test_a_replaced_item_keeps_its_section_and_the_concepts_it_rests_on(
    bench: lw.Workbench,
) -> None:
    base = bench.catalogue.checklists["default"]
    youth = bench.catalogue.checklists["jeugd"]

    sections = {one.id: one.section for one in base.items}
    assert all(sections[one.id] == one.section for one in youth.items if one.id in sections)
    assert youth.last_item == base.last_item == youth.item_ids[-1]
    assert all(one.concepts for one in youth.items if one.id in sections)
