"""The checklist: items in their order, each field with where it comes from (C#61-64)."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from typing import Any

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired, plain
from lerendwerk_core.text import Lang, Text

HASH_LENGTH = 12


@attrs.frozen(kw_only=True)
class Origin(Wired):
    """
    Where something in a checklist comes from.

    ``layer`` is the checklist or tailoring that says it, ``reason``, ``author`` (a role) and ``date``
    are what that says of it; ``base``, ``base_version`` and ``base_hash`` are what it was laid on, empty
    for the base itself.
    """

    layer: str
    reason: Text | None = None
    author: str = ""
    date: dt.date | None = None
    base: str = ""
    base_version: str = ""
    base_hash: str = ""


@attrs.frozen(kw_only=True)
class ChecklistItem(Wired):
    """
    One statement that is in order, partly, or not.

    ``concepts`` are the numbers of the domain's concepts it rests on, ``depends_on`` items that make
    sense of it. ``weight`` is for scoring models; the rule of the source has none. An item that does not
    apply (``applies``) counts for nobody. ``origins`` says per field where it comes from, if not from
    the base; ``untranslated`` are languages in which the words of a layer are missing.
    """

    id: str
    section: str
    label: Text
    concepts: tuple[int, ...] = ()
    basis: Text | None = None
    weight: float = 1.0
    applies: bool = True
    depends_on: tuple[str, ...] = ()
    origins: Table[str, Origin] = attrs.field(factory=Table)
    untranslated: tuple[Lang, ...] = ()

    @property
    def layer(self) -> str:
        """The tailoring that worded the item; empty where the base did."""
        origin = self.origins.get("label")
        return origin.layer if origin else ""


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

    ``protected`` items stay as they are worded, whatever is laid on it. A checklist in ``layers`` knows
    what they ``dropped``, and which were made for another version of what they lie on (``outdated``).
    """

    id: str
    label: Text
    last_item: str
    sections: tuple[ChecklistSection, ...]
    items: tuple[ChecklistItem, ...]
    reconstruction: bool = False
    version: str = ""
    protected: tuple[str, ...] = ()
    layers: tuple[str, ...] = ()
    dropped: Table[str, Origin] = attrs.field(factory=Table)
    outdated: tuple[str, ...] = ()
    root: Origin | None = None

    @property
    def item_ids(self) -> tuple[str, ...]:
        """The ids of the items, in order."""
        return tuple(item.id for item in self.items)

    @property
    def hash(self) -> str:
        """A short mark of what is asked and how: another mark, another checklist."""
        asked = [_content(item) for item in self.items]
        sections = [plain(section) for section in self.sections]
        whole = [self.id, self.last_item, sections, asked, sorted(self.protected)]
        text = json.dumps(whole, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:HASH_LENGTH]

    @property
    def origin(self) -> Origin:
        """Where everything comes from that no layer changed."""
        return self.root or Origin(layer=self.id, base_version=self.version, base_hash=self.hash)

    def origin_of(self, item: str, field: str = "label") -> Origin:
        """
        Return where *field* of *item* comes from.

        Raises:
            KeyError: There is no such item.
        """
        known = {one.id: one for one in self.items}
        return known[item].origins.get(field, self.origin)


def _content(item: ChecklistItem) -> dict[str, Any]:
    """Return what an item asks, without where it comes from."""
    said: dict[str, Any] = plain(item)
    return {key: value for key, value in said.items() if key not in ("origins", "untranslated")}
