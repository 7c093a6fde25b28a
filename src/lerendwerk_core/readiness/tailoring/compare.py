"""What a variant has that its base has not, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.checklist import Checklist, ChecklistItem, Origin
from lerendwerk_core.model.wire import Wired, plain

FIELDS = ("label.nl", "label.en", "section", "weight", "applies", "basis", "concepts", "depends_on")
ITEM = "item"


@attrs.frozen(kw_only=True)
class FieldChange(Wired):
    """
    One field of one item that differs; ``None`` where the item is not there.

    ``field`` is ``item`` for an item that was added or dropped. ``before`` and ``after`` are as they are
    written in JSON.
    """

    item: str
    field: str
    before: str | None
    after: str | None
    origin: Origin


@attrs.frozen(kw_only=True)
class Difference(Wired):
    """All that differs between two checklists, in the order of the second, what it dropped last."""

    base: str
    variant: str
    changes: tuple[FieldChange, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)


def diff(base: Checklist, variant: Checklist) -> Difference:
    """Return what *variant* has otherwise than *base*."""
    return Difference(base=base.id, variant=variant.id, changes=tuple(_changes(base, variant)))


def _changes(base: Checklist, variant: Checklist) -> Iterator[FieldChange]:
    known = {item.id: item for item in base.items}
    for item in variant.items:
        if item.id not in known:
            origin = item.origins.get("id", variant.origin)
            yield FieldChange(
                item=item.id, field=ITEM, before=None, after=item.label.nl, origin=origin
            )
        else:
            yield from _fields(known[item.id], item, variant.origin)
    for item in base.items:
        if item.id not in variant.item_ids:
            origin = variant.dropped.get(item.id) or variant.origin
            yield FieldChange(
                item=item.id, field=ITEM, before=item.label.nl, after=None, origin=origin
            )


def _fields(before: ChecklistItem, after: ChecklistItem, root: Origin) -> Iterator[FieldChange]:
    for field in FIELDS:
        was, now = value_of(before, field), value_of(after, field)
        if was != now:
            origin = origin_of(after, field, root)
            yield FieldChange(item=after.id, field=field, before=was, after=now, origin=origin)


def value_of(item: ChecklistItem, field: str) -> str:
    """Return *field* of *item* as it is written."""
    name, _, lang = field.partition(".")
    value = getattr(item, name)
    return str(getattr(value, lang) if lang else plain(value))


def origin_of(item: ChecklistItem, field: str, root: Origin) -> Origin:
    """Return where *field* of *item* comes from: its own origin, that of the whole, or the base."""
    whole = field.partition(".")[0]
    return item.origins.get(field) or item.origins.get(whole) or root
