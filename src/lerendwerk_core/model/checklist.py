"""The checklist: items in their order, and the tailorings over them (C#61-64)."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text


@attrs.frozen(kw_only=True)
class ChecklistItem(Wired):
    """
    One statement that is in order, partly, or not.

    ``concepts`` are the numbers of the domain's concepts it rests on; ``layer`` is the checklist or
    tailoring that worded it.
    """

    id: str
    section: str
    label: Text
    concepts: tuple[int, ...] = ()
    basis: Text | None = None
    layer: str = ""


@attrs.frozen(kw_only=True)
class ChecklistSection(Wired):
    """A group of items under one heading."""

    id: str
    label: Text


@attrs.frozen(kw_only=True)
class Checklist(Wired):
    """
    Items in their order; ``last_item`` is declared by id, because the rule of the source treats it
    apart (C#63) and a position would change with every tailoring.
    """

    id: str
    label: Text
    last_item: str
    sections: tuple[ChecklistSection, ...]
    items: tuple[ChecklistItem, ...]
    reconstruction: bool = False
    layers: tuple[str, ...] = ()

    @property
    def item_ids(self) -> tuple[str, ...]:
        """The ids of the items, in order."""
        return tuple(item.id for item in self.items)


@attrs.frozen(kw_only=True)
class AddedItem(Wired):
    """An item that a tailoring adds, before the item ``before``."""

    item: ChecklistItem
    before: str


@attrs.frozen(kw_only=True)
class Tailoring(Wired):
    """A layer over the checklist ``base``: items replaced, added and dropped."""

    id: str
    base: str
    label: Text
    replace: tuple[ChecklistItem, ...] = ()
    add: tuple[AddedItem, ...] = ()
    drop: tuple[str, ...] = ()
