"""Checklists and the tailorings over them."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lerendwerk_core.model.checklist import (
    AddedItem,
    Checklist,
    ChecklistItem,
    ChecklistSection,
    Tailoring,
)
from lerendwerk_core.sources.definitions.shared import CONCEPTS
from lerendwerk_core.sources.format.fields import EN, IDS, NL, TEXT, labelled, may, needed
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    Checked,
    Defines,
    Flag,
    Many,
    Reading,
    Record,
    Words,
    near_miss,
)
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
            needed("last_item", Words(), "laatste item (id)", "last item (id)"),
            needed("sections", Many(SECTION), "onderdelen", "sections"),
            needed("items", Many(ITEM), "items", "items"),
        ],
        labelled(Checklist),
    ),
    _whole,
)


REWORDED = Record(
    [
        needed("id", Words(), "item", "item"),
        CONCEPTS,
        NL,
        EN,
        may("basis", TEXT, "waarop het rust", "what it rests on"),
    ],
    lambda **values: labelled(ChecklistItem)(section="", **values),
)


def _added(*, before: str, **values: Any) -> AddedItem:
    return AddedItem(item=labelled(ChecklistItem)(**values), before=before)


ADDED = Record(
    [*ITEM.fields, needed("before", Words(), "komt vóór dit item", "comes before this item")],
    _added,
)


TAILORING = Record(
    [
        needed("id", Defines("checklist"), "aanpassing", "tailoring"),
        needed("base", Words(), "waarop zij rust", "what it rests on"),
        NL,
        EN,
        may("replace", Many(REWORDED), "andere bewoording", "other wording", ()),
        may("add", Many(ADDED), "nieuwe items", "new items", ()),
        may("drop", IDS, "vervallen items", "dropped items", ()),
    ],
    labelled(Tailoring),
)
