"""Checklists in one or two layers, against what another resolver makes of the same layers."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.errors import DefinitionError
from lerendwerk_core.model.checklist import Checklist, ChecklistItem, ChecklistSection
from lerendwerk_core.model.tailoring import (
    AddedItem,
    AddedSection,
    Dropped,
    Reworded,
    Tailoring,
)
from lerendwerk_core.readiness import tailored
from lerendwerk_core.text import Text

pytestmark = pytest.mark.known_answers

FILE = "checklist/tailoring.json"
BASE = "base"


def cases() -> list[Any]:
    file = KNOWN_ANSWERS / FILE
    found = json.loads(file.read_text("utf-8"))["cases"] if file.exists() else ()
    return [pytest.param(one, id=one["case"]) for one in found] or [pytest.param({}, id="absent")]


def item(key: str, section: str, words: str) -> ChecklistItem:
    return ChecklistItem(id=key, section=section, label=Text.of(words))


def base(case: dict[str, Any]) -> Checklist:
    gone = {key for layer in case["layers"] for key in layer["dropped"]}
    items = [
        item(one["id"], section["id"], one["params"][0]["values"][0])
        for section in case["base"]
        for one in section["controls"]
    ]
    return Checklist(
        id=BASE,
        label=Text.of(BASE),
        last_item=next(one.id for one in reversed(items) if one.id not in gone),
        sections=tuple(
            ChecklistSection(id=one["id"], label=Text.of(one["title"])) for one in case["base"]
        ),
        items=tuple(items),
    )


def layers(case: dict[str, Any]) -> dict[str, Tailoring]:
    made, under = {}, BASE
    for layer in case["layers"]:
        made[layer["layer"]] = Tailoring(
            id=layer["layer"],
            base=under,
            label=Text.of(layer["layer"]),
            replace=tuple(
                Reworded(id=key, nl=words, en=words) for key, words in layer["reword"].items()
            ),
            drop=tuple(Dropped(id=key) for key in layer["dropped"]),
        )
        under = layer["layer"]
    return made


@pytest.mark.parametrize("case", cases())
def test_members_and_texts_are_those_of_another_resolver(case: dict[str, Any]) -> None:
    known_answers(FILE)
    whole = base(case)
    made = layers(case)

    found = tailored({BASE: whole}, made, case["layers"][-1]["layer"])

    expected = {
        one["id"]: one["text"][0]
        for section in case["expected"]["sections"]
        for one in section["items"]
    }
    assert {one.id: one.label.nl for one in found.items} == expected
    order = [one.id for one in whole.items]
    assert [one.id for one in found.items] == [key for key in order if key in expected]
    assert found.layers == (BASE, *(layer["layer"] for layer in case["layers"]))


# -- an overlay of another kind: items are told by uuid, else by name --------------------------------

OVERLAY = "checklist/overlay_merge.json"


def overlay() -> dict[str, Any]:
    known_answers(OVERLAY)
    found: dict[str, Any] = json.loads((KNOWN_ANSWERS / OVERLAY).read_text("utf-8"))
    return found


def activities(case: dict[str, Any], part: str) -> list[tuple[str, str, dict[str, Any]]]:
    """Dimension, name and fields of every activity in *part*."""
    return [
        (dimension, name, fields)
        for category in case[part].values()
        for dimension, inside in category.items()
        for name, fields in inside.items()
        if isinstance(fields, dict)
    ]


def overlaid(case: dict[str, Any]) -> tuple[Checklist, Tailoring]:
    """The case in our words: every item by its id, looked up by uuid, else by name."""
    own = activities(case, "base")
    ids = {name: fields["uuid"] for _, name, fields in own}
    known = set(ids.values())
    items = tuple(
        ChecklistItem(
            id=fields["uuid"],
            section=dimension,
            label=Text.of(name),
            depends_on=tuple(ids.get(one, one) for one in fields.get("dependsOn", ())),
        )
        for dimension, name, fields in own
    )
    last = ChecklistItem(id="last", section="Dimension 11", label=Text.of("last"))
    sections = dict.fromkeys(dimension for dimension, _, _ in own)
    whole = Checklist(
        id=BASE,
        label=Text.of(BASE),
        last_item="last",
        sections=tuple(ChecklistSection(id=one, label=Text.of(one)) for one in sections),
        items=(*items, last),
    )
    changed = activities(case, "overlay")
    told = [(d, name, f, f.get("uuid", ids.get(name, ""))) for d, name, f in changed]
    ignored = [
        dimension
        for category in case["overlay"].values()
        for dimension, inside in category.items()
        if inside.get("ignore") is True
    ]
    new = [one for one in told if one[3] not in known]
    layer = Tailoring(
        id="overlay",
        base=BASE,
        label=Text.of("overlay"),
        replace=tuple(
            Reworded(id=key, nl=name, en=name, basis=Text.of(fields.get("description")))
            for _, name, fields, key in told
            if key in known and not fields.get("ignore")
        ),
        drop=tuple(Dropped(id=key) for *_, fields, key in told if fields.get("ignore")),
        drop_sections=tuple(Dropped(id=one) for one in ignored),
        sections=tuple(
            AddedSection(section=ChecklistSection(id=one, label=Text.of(one)))
            for one in dict.fromkeys(one[0] for one in new)
        ),
        add=tuple(
            AddedItem(item=ChecklistItem(id=key, section=dimension, label=Text.of(name)))
            for dimension, name, _, key in new
        ),
    )
    return whole, layer


def test_an_overlay_leaves_what_another_tool_leaves() -> None:
    case = overlay()
    whole, layer = overlaid(case)
    loose = attrs.evolve(
        whole, items=tuple(attrs.evolve(one, depends_on=()) for one in whole.items)
    )

    found = tailored({BASE: loose}, {"overlay": layer}, "overlay")

    names = {one.label.nl for one in found.items} - {"last"}
    assert names == set(case["expected"]["present"])
    assert not names & set(case["expected"]["gone"])
    assert len(found.sections) == case["expected"]["dimension_count"]
    for name, fields in case["expected"]["present"].items():
        (item,) = [one for one in found.items if one.label.nl == name]
        assert fields.get("uuid", item.id) == item.id
        if "description" in fields:
            assert item.basis is not None
            assert item.basis.nl == fields["description"]


def test_an_item_that_rests_on_one_that_is_ignored_is_said() -> None:
    case = overlay()
    whole, layer = overlaid(case)

    with pytest.raises(DefinitionError) as raised:
        tailored({BASE: whole}, {"overlay": layer}, "overlay")

    assert case["gap_seen"]
    (problem,) = raised.value.problems
    assert problem.code == "tailoring-depends"
    assert all(name in problem.message.nl for name in ("overlay", BASE, "u112", "u121"))


def test_an_item_that_is_there_twice_is_refused() -> None:
    case = overlay()
    whole, layer = overlaid(case)
    loose = attrs.evolve(
        whole, items=tuple(attrs.evolve(one, depends_on=()) for one in whole.items)
    )
    again = attrs.evolve(layer, drop=(), add=(*layer.add, *layer.add))

    assert case["errors_expected"]
    with pytest.raises(DefinitionError) as raised:
        tailored({BASE: loose}, {"overlay": again}, "overlay")
    assert {one.code for one in raised.value.problems} == {"tailoring-duplicate"}
