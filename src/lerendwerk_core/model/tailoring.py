"""
A tailoring: what a region or municipality changes in a checklist, and why.

Every change may give its own reason; without, that of the tailoring counts. ``mark`` is where it was
written, for messages.
"""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.checklist import ChecklistItem, ChecklistSection
from lerendwerk_core.text import Lang, Text

NOWHERE = Mark("")


@attrs.frozen(kw_only=True)
class Change:
    """One change, with its own reason if it has one."""

    reason: Text | None = None
    mark: Mark = attrs.field(default=NOWHERE, eq=False, repr=False)


@attrs.frozen(kw_only=True)
class ItemChange(Change):
    """A change of the item ``id``."""

    id: str


@attrs.frozen(kw_only=True)
class Reworded(ItemChange):
    """
    An item in other words, its label, concepts and basis as far as they are given.

    With another meaning it is another item: then it ``becomes`` one, in the same place.
    """

    nl: str | None = None
    en: str | None = None
    concepts: tuple[int, ...] = ()
    basis: Text | None = None
    becomes: str = ""


@attrs.frozen(kw_only=True)
class Translated(ItemChange):
    """The words of an item in one language, the other as it was."""

    lang: Lang
    text: str


@attrs.frozen(kw_only=True)
class Reweighed(ItemChange):
    """Another weight for an item; nothing is nothing."""

    weight: float


@attrs.frozen(kw_only=True)
class NotApplicable(ItemChange):
    """An item that is not asked here: it counts for nobody."""


@attrs.frozen(kw_only=True)
class Dropped(ItemChange):
    """An item, or a section with all its items, that is left out."""


@attrs.frozen(kw_only=True)
class AddedItem(Change):
    """A new item, ``before`` or ``after`` another; without either, before the last item."""

    item: ChecklistItem
    before: str = ""
    after: str = ""


@attrs.frozen(kw_only=True)
class AddedSection(Change):
    """A new section, after another; without one, after all."""

    section: ChecklistSection
    after: str = ""


@attrs.frozen(kw_only=True)
class Tailoring:
    """
    A layer over the checklist or tailoring ``base``.

    ``author`` is a role and no name. ``base_version`` and ``base_hash`` say for which version of the
    base it was made.
    """

    id: str
    base: str
    label: Text
    reason: Text | None = None
    author: str = ""
    date: dt.date | None = None
    base_version: str = ""
    base_hash: str = ""
    sections: tuple[AddedSection, ...] = ()
    replace: tuple[Reworded, ...] = ()
    translate: tuple[Translated, ...] = ()
    weights: tuple[Reweighed, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    drop: tuple[Dropped, ...] = ()
    drop_sections: tuple[Dropped, ...] = ()
    add: tuple[AddedItem, ...] = ()
    mark: Mark = attrs.field(default=NOWHERE, eq=False, repr=False)
