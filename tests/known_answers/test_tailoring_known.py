"""Checklists in one or two layers, against what another resolver makes of the same layers."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.model.checklist import Checklist, ChecklistItem, ChecklistSection, Tailoring
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


def layers(case: dict[str, Any], whole: Checklist) -> dict[str, Tailoring]:
    section = {one.id: one.section for one in whole.items}
    made, under = {}, BASE
    for layer in case["layers"]:
        made[layer["layer"]] = Tailoring(
            id=layer["layer"],
            base=under,
            label=Text.of(layer["layer"]),
            replace=tuple(item(key, section[key], words) for key, words in layer["reword"].items()),
            drop=tuple(layer["dropped"]),
        )
        under = layer["layer"]
    return made


@pytest.mark.parametrize("case", cases())
def test_members_and_texts_are_those_of_another_resolver(case: dict[str, Any]) -> None:
    known_answers(FILE)
    whole = base(case)
    made = layers(case, whole)

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
