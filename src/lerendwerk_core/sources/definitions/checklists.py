"""Checklists and the tailorings over them."""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs

from lerendwerk_core.model.checklist import Checklist, ChecklistItem, ChecklistSection
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
from lerendwerk_core.sources.definitions.shared import CONCEPTS
from lerendwerk_core.sources.format.fields import EN, IDS, NL, TEXT, labelled, may, needed
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    FAILED,
    ByForm,
    Checked,
    Day,
    Defines,
    Flag,
    Keyed,
    Many,
    Number,
    Reading,
    Record,
    Shape,
    Words,
    near_miss,
)
from lerendwerk_core.text import LANGUAGES, Text
from lerendwerk_core.wording import hint_text

SECTION = Record(
    [needed("id", Words(), "onderdeel", "section"), NL, EN], labelled(ChecklistSection)
)


ITEM = Record(
    [
        needed("id", Words(), "item", "item"),
        needed("section", Words(), "onderdeel", "section"),
        CONCEPTS,
        NL,
        EN,
        may("basis", TEXT, "waarop het rust", "what it rests on"),
        may("weight", Number(least=0), "gewicht", "weight", 1.0),
        may("depends_on", IDS, "items waarop het rust", "items it rests on", ()),
    ],
    labelled(ChecklistItem),
)


def _whole(checklist: Checklist, node: Node, reading: Reading) -> None:
    """Note repeated items, unknown sections, and a last item that does not stand last."""
    kind = hint_text("kind-item")
    for key, count in Counter(checklist.item_ids).items():
        if count > 1:
            reading.wrong(node.mark, "duplicate-id", kind=kind, key=key, first=checklist.id)
    if not checklist.items or checklist.items[-1].id != checklist.last_item:
        last, name = checklist.last_item, checklist.id
        reading.wrong(node.mark, "checklist-last", item=last, checklist=name)
    for key in (
        *checklist.protected,
        *(one for item in checklist.items for one in item.depends_on),
    ):
        if key not in checklist.item_ids:
            near = near_miss(key, checklist.item_ids)
            reading.wrong(node.mark, "unknown-reference", near, kind=kind, key=key)
    sections = {section.id for section in checklist.sections}
    for item in checklist.items:
        if item.section not in sections:
            near = near_miss(item.section, sections)
            reading.wrong(
                node.mark,
                "unknown-reference",
                near,
                kind=hint_text("kind-section"),
                key=item.section,
            )


CHECKLIST = Checked(
    Record(
        [
            needed("id", Defines("checklist"), "checklist", "checklist"),
            NL,
            EN,
            may(
                "reconstruction",
                Flag(),
                "is een reconstructie",
                "is a reconstruction",
                default=False,
            ),
            may("version", Words(), "versie", "version", ""),
            may(
                "protected",
                IDS,
                "items die blijven zoals ze zijn",
                "items that stay as they are",
                (),
            ),
            needed("last_item", Words(), "laatste item (id)", "last item (id)"),
            needed("sections", Many(SECTION), "onderdelen", "sections"),
            needed("items", Many(ITEM), "items", "items"),
        ],
        labelled(Checklist),
    ),
    _whole,
)


class _Marked:
    """A change that knows where it was written."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.shape.read(node, reading)
        return value if value is FAILED else attrs.evolve(value, mark=node.mark)

    def schema(self) -> dict[str, Any]:
        return self.shape.schema()


class _Naming:
    """An id by itself, for a change that says no more than that."""

    def __init__(self, noun: Any) -> None:
        self.noun = noun

    def read(self, node: Node, reading: Reading) -> Any:
        value = Words().read(node, reading)
        return value if value is FAILED else self.noun(id=value)

    def schema(self) -> dict[str, Any]:
        return Words().schema()


REASON = may("reason", TEXT, "waarom", "why")
ID = needed("id", Words(), "item", "item")


def _naming(noun: Any) -> Shape:
    """Return the shape of a list of ids, each alone or with a reason."""
    return Many(_Marked(ByForm(scalar=_Naming(noun), mapping=Record([ID, REASON], noun))))


MEANINGS = {
    "same": ("same", "zelfde", "gelijk"),
    "changed": ("changed", "anders", "gewijzigd"),
}


class _Meaning:
    """Whether other words mean the same."""

    def read(self, node: Node, reading: Reading) -> Any:
        said = Words().read(node, reading)
        found = next((one for one, words in MEANINGS.items() if said in words), None)
        if found is None and said is not FAILED:
            near = near_miss(str(said), [word for words in MEANINGS.values() for word in words])
            return reading.wrong(node.mark, "unknown-word", near, value=said)
        return said if said is FAILED else found

    def schema(self) -> dict[str, Any]:
        return {"enum": [word for words in MEANINGS.values() for word in words]}


def _reworded(*, meaning: str, becomes: str, **values: Any) -> tuple[str, Reworded]:
    return meaning, Reworded(becomes=becomes, **values)


class _RewordedShape:
    """An item in other words; with another meaning it must become another item."""

    record = Record(
        [
            ID,
            needed("meaning", _Meaning(), "betekent het hetzelfde?", "does it mean the same?"),
            may("becomes", Words(), "id van het andere item", "id of the other item", ""),
            CONCEPTS,
            NL,
            EN,
            may("basis", TEXT, "waarop het rust", "what it rests on"),
            REASON,
        ],
        _reworded,
    )

    def read(self, node: Node, reading: Reading) -> Any:
        found = self.record.read(node, reading)
        if found is FAILED:
            return found
        meaning, change = found
        if (meaning == "changed") != bool(change.becomes):
            code = "tailoring-same" if change.becomes else "tailoring-meaning"
            return reading.wrong(node.mark, code, item=change.id)
        return attrs.evolve(change, mark=node.mark)

    def schema(self) -> dict[str, Any]:
        return self.record.schema()


def _added(*, before: str, after: str, reason: Text | None, **values: Any) -> AddedItem:
    item = labelled(ChecklistItem)(**values)
    return AddedItem(item=item, before=before, after=after, reason=reason)


ADDED = Record(
    [
        *ITEM.fields,
        may("before", Words(), "komt vóór dit item", "comes before this item", ""),
        may("after", Words(), "komt na dit item", "comes after this item", ""),
        REASON,
    ],
    _added,
)


def _added_section(*, after: str, reason: Text | None, **values: Any) -> AddedSection:
    return AddedSection(section=labelled(ChecklistSection)(**values), after=after, reason=reason)


ADDED_SECTION = Record(
    [
        *SECTION.fields,
        may("after", Words(), "komt na dit onderdeel", "comes after this section", ""),
        REASON,
    ],
    _added_section,
)

TRANSLATED = Record([ID, NL, EN, REASON], lambda **values: values)


class _Translations:
    """Items whose words are given in one language, or in both."""

    def read(self, node: Node, reading: Reading) -> Any:
        found = Many(TRANSLATED).read(node, reading)
        if found is FAILED or not isinstance(node.value, list):
            return found
        return tuple(
            Translated(
                id=one["id"], lang=lang, text=one[lang], reason=one["reason"], mark=part.mark
            )
            for one, part in zip(found, node.value, strict=True)
            for lang in LANGUAGES
            if one[lang] is not None
        )

    def schema(self) -> dict[str, Any]:
        return Many(TRANSLATED).schema()


WEIGHT = Number(least=0)
REWEIGHED = Record([ID, needed("weight", WEIGHT, "gewicht", "weight"), REASON], Reweighed)


class _Weights:
    """Weights by item, or a list of them with reasons."""

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, dict):
            return Many(_Marked(REWEIGHED)).read(node, reading)
        found = Keyed(WEIGHT).read(node, reading)
        if found is FAILED:
            return found
        marks = {key: entry.mark for key, entry in node.value.items()}
        return tuple(
            Reweighed(id=key, weight=weight, mark=marks[key]) for key, weight in found.items()
        )

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [Keyed(WEIGHT).schema(), Many(REWEIGHED).schema()]}


TAILORING = _Marked(
    Record(
        [
            needed("id", Defines("checklist"), "aanpassing", "tailoring"),
            needed("base", Words(), "waarop zij rust", "what it rests on"),
            NL,
            EN,
            REASON,
            may("author", Words(), "wie haar maakte (rol)", "who made it (role)", ""),
            may("date", Day(), "wanneer", "when"),
            may("base_version", Words(), "versie van de basis", "version of the base", ""),
            may("base_hash", Words(), "kenmerk van de basis", "mark of the base", ""),
            may("sections", Many(_Marked(ADDED_SECTION)), "nieuwe onderdelen", "new sections", ()),
            may("replace", Many(_RewordedShape()), "andere bewoording", "other wording", ()),
            may("translate", _Translations(), "vertalingen", "translations", ()),
            may("weights", _Weights(), "gewichten", "weights", ()),
            may(
                "not_applicable",
                _naming(NotApplicable),
                "items die hier niet gelden",
                "items that do not apply here",
                (),
            ),
            may("drop", _naming(Dropped), "vervallen items", "dropped items", ()),
            may("drop_sections", _naming(Dropped), "vervallen onderdelen", "dropped sections", ()),
            may("add", Many(_Marked(ADDED)), "nieuwe items", "new items", ()),
        ],
        labelled(Tailoring),
    )
)
