"""One layer over a checklist: every change in its turn, and all that cannot be at once."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from lerendwerk_core.errors import DefinitionError, Mark, Problem
from lerendwerk_core.model.checklist import Checklist, ChecklistItem, Origin
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.tailoring import (
    AddedItem,
    AddedSection,
    Change,
    Dropped,
    ItemChange,
    NotApplicable,
    Reweighed,
    Reworded,
    Tailoring,
    Translated,
)
from lerendwerk_core.text import LANGUAGES, Text
from lerendwerk_core.wording import hint_text, problem_text


def lay(base: Checklist, layer: Tailoring) -> Checklist:
    """
    Return *base* as *layer* has it.

    Raises:
        DefinitionError: With everything that cannot be: it changes an item that is not there, or no
            longer, or is protected; adds one that is there; drops or passes the last item; leaves out
            what another item depends on. Each problem names both layers.
    """
    result, problems = laid(base, layer)
    if problems:
        raise DefinitionError(tuple(problems))
    return result


def laid(base: Checklist, layer: Tailoring) -> tuple[Checklist, list[Problem]]:
    """Return *base* as *layer* has it, as far as that can be, and everything that cannot be."""
    laying = _Laying(base, layer)
    laying.all()
    return laying.result(), laying.problems


class _Laying:
    """A checklist while a layer is laid on it."""

    def __init__(self, base: Checklist, layer: Tailoring) -> None:
        self.base, self.layer = base, layer
        self.sections = list(base.sections)
        self.items = {item.id: item for item in base.items}
        self.dropped: dict[str, Origin] = dict(base.dropped)
        self.last = base.last_item
        self.problems: list[Problem] = []
        self.hash = base.hash

    def all(self) -> None:
        """Make every change, in the order in which a reader would."""
        layer = self.layer
        self._refuse_twice()
        for section in layer.sections:
            self._add_section(section)
        for reworded in layer.replace:
            self._reword(reworded)
        for translated in layer.translate:
            self._translate(translated)
        for reweighed in layer.weights:
            self._reweigh(reweighed)
        for one in layer.not_applicable:
            self._set_aside(one)
        for dropped in self._all_dropped():
            self._drop(dropped)
        for added in layer.add:
            self._add(added)
        self._refuse_dangling()

    def result(self) -> Checklist:
        base, layer = self.base, self.layer
        other = {
            "version": layer.base_version not in ("", base.version),
            "hash": layer.base_hash not in ("", self.hash),
        }
        outdated = (*base.outdated, layer.id) if any(other.values()) else base.outdated
        return attrs.evolve(
            base,
            id=layer.id,
            label=layer.label,
            last_item=self.last,
            sections=tuple(self.sections),
            items=tuple(self.items.values()),
            layers=(*(base.layers or (base.id,)), layer.id),
            dropped=Table(self.dropped),
            outdated=outdated,
            root=base.origin,
        )

    # -- changes -------------------------------------------------------------------------------

    def _add_section(self, added: AddedSection) -> None:
        known = [section.id for section in self.sections]
        if added.section.id in known:
            self._wrong("tailoring-section-there", added, item=added.section.id)
        elif added.after and added.after not in known:
            self._wrong("tailoring-section", added, item=added.after)
        else:
            place = known.index(added.after) + 1 if added.after else len(known)
            self.sections.insert(place, added.section)

    def _reword(self, change: Reworded) -> None:
        item = self._to_change(change)
        if item is None:
            return
        if change.becomes in self.items:
            self._wrong("tailoring-duplicate", change, item=change.becomes)
            return
        given = {lang for lang in LANGUAGES if getattr(change, lang) is not None}
        said = {key: value for key, value in _said(change).items() if value}
        fields = [*said, *(f"label.{lang}" for lang in LANGUAGES if given)]
        fields += ["id"] if change.becomes else []
        missing = tuple(lang for lang in LANGUAGES if given and lang not in given)
        key = change.becomes or item.id
        self._put(item, change, fields, id=key, untranslated=missing, **said)
        if key != item.id:
            self.dropped[item.id] = self._origin(change)

    def _translate(self, change: Translated) -> None:
        item = self._to_change(change)
        if item is not None:
            label = attrs.evolve(item.label, **{change.lang: change.text})
            missing = tuple(lang for lang in item.untranslated if lang != change.lang)
            field = f"label.{change.lang}"
            self._put(item, change, [field], label=label, untranslated=missing)

    def _reweigh(self, change: Reweighed) -> None:
        item = self._there(change)
        if item is not None and math.isfinite(change.weight) and change.weight >= 0:
            self._put(item, change, ["weight"], weight=float(change.weight))
        elif item is not None:
            self._wrong("tailoring-weight", change, item=change.id, weight=str(change.weight))

    def _set_aside(self, change: NotApplicable) -> None:
        item = self._to_change(change)
        if item is not None and item.id == self.last:
            self._wrong("tailoring-last", change, item=item.id)
        elif item is not None:
            self._put(item, change, ["applies"], applies=False)

    def _all_dropped(self) -> Iterator[Dropped]:
        """Yield the items to drop: those named, and those of the sections named."""
        yield from self.layer.drop
        for dropped in self.layer.drop_sections:
            known = [section.id for section in self.sections]
            if dropped.id not in known:
                self._wrong("tailoring-section", dropped, item=dropped.id)
                continue
            del self.sections[known.index(dropped.id)]
            inside = [item.id for item in self.items.values() if item.section == dropped.id]
            yield from (attrs.evolve(dropped, id=item) for item in inside)

    def _drop(self, change: Dropped) -> None:
        item = self._to_change(change)
        if item is None:
            return
        if item.id == self.last:
            self._wrong("tailoring-last", change, item=item.id)
        else:
            del self.items[item.id]
            self.dropped[item.id] = self._origin(change)

    def _add(self, change: AddedItem) -> None:
        item, anchor = change.item, change.before or change.after or self.last
        if item.id in self.items:
            self._wrong("tailoring-duplicate", change, item=item.id)
        elif item.section not in {section.id for section in self.sections}:
            self._wrong("tailoring-section", change, item=item.section)
        elif change.before and change.after:
            self._wrong("tailoring-two-places", change, item=item.id)
        elif anchor not in self.items:
            self._missing(anchor, change)
        elif change.after == self.last:
            declared = self._layer_of(self.items[self.last])
            there = {"last": self.last, "base": declared}
            self._wrong("tailoring-after-last", change, None, item=item.id, **there)
        else:
            self._insert(item, change, anchor)

    def _insert(self, item: ChecklistItem, change: AddedItem, anchor: str) -> None:
        order = list(self.items)
        order.insert(order.index(anchor) + bool(change.after), item.id)
        origin = self._origin(change)
        fields = (
            "id",
            "place",
            "label",
            "label.nl",
            "label.en",
            "section",
            "weight",
            "applies",
            "basis",
            "concepts",
            "depends_on",
        )
        new = attrs.evolve(item, origins=Table((field, origin) for field in fields))
        known = {**self.items, item.id: new}
        self.items = {key: known[key] for key in order}
        self.dropped.pop(item.id, None)

    # -- what a change works on ----------------------------------------------------------------

    def _put(
        self, item: ChecklistItem, change: Change, fields: Iterable[str], **values: Any
    ) -> None:
        """Put *item* back in its place with other *values*."""
        origin = self._origin(change)
        origins = Table({**item.origins, **dict.fromkeys(fields, origin)})
        new = attrs.evolve(item, origins=origins, **values)
        self.items = {
            (new.id if key == item.id else key): (new if key == item.id else one)
            for key, one in self.items.items()
        }
        if item.id == self.last:
            self.last = new.id

    def _there(self, change: ItemChange) -> ChecklistItem | None:
        """Return the item that is changed, or note that it is not there."""
        if change.id not in self.items:
            self._missing(change.id, change)
        return self.items.get(change.id)

    def _to_change(self, change: ItemChange) -> ChecklistItem | None:
        """Return the item that is changed, or note that it is not there or protected."""
        item = self._there(change)
        if item is not None and item.id in self.base.protected:
            root = self.base.origin.layer
            self._wrong("tailoring-protected", change, item=item.id, base=root)
            return None
        return item

    def _origin(self, change: Change) -> Origin:
        layer = self.layer
        return Origin(
            layer=layer.id,
            reason=change.reason or layer.reason,
            author=layer.author,
            date=layer.date,
            base=self.base.id,
            base_version=self.base.version,
            base_hash=self.hash,
        )

    # -- what cannot be ------------------------------------------------------------------------

    def _refuse_twice(self) -> None:
        """Note items that one layer changes twice in the same way."""
        layer = self.layer
        kinds = (
            layer.replace,
            layer.weights,
            layer.not_applicable,
            layer.drop,
            layer.drop_sections,
        )
        for changes in kinds:
            seen: set[str] = set()
            for change in changes:
                if change.id in seen:
                    self._wrong("tailoring-twice", change, item=change.id)
                seen.add(change.id)

    def _refuse_dangling(self) -> None:
        for item in self.items.values():
            for needed in item.depends_on:
                if needed not in self.items:
                    self._depends(item, needed)

    def _depends(self, item: ChecklistItem, needed: str) -> None:
        gone = self.dropped.get(needed)
        layer = gone.layer if gone else self._layer_of(item)
        other = self._layer_of(item)
        values = {"item": item.id, "needs": needed, "layer": layer, "base": other}
        message = problem_text("tailoring-depends", **values)
        self.problems.append(Problem(self._mark(), "tailoring-depends", message))

    def _layer_of(self, item: ChecklistItem) -> str:
        """Return the layer that brought *item* in."""
        return item.origins.get("id", self.base.origin).layer

    def _missing(self, key: str, change: Change) -> None:
        gone = self.dropped.get(key)
        if gone is None:
            self._wrong("tailoring-item", change, _near(key, self.items), item=key)
        else:
            self._wrong("tailoring-dropped", change, item=key, base=gone.layer)

    def _wrong(self, code: str, change: Change, hint: Text | None = None, **values: object) -> None:
        """Note a problem; the other layer is the one that brought the item in, or the base."""
        item = self.items.get(str(values.get("item", "")))
        other = self._layer_of(item) if item else self.base.id
        said = {"layer": self.layer.id, "base": other, **values}
        mark = change.mark if change.mark.file else self._mark()
        self.problems.append(Problem(mark, code, problem_text(code, **said), hint))

    def _mark(self) -> Mark:
        return self.layer.mark if self.layer.mark.file else Mark(self.layer.id)


def _near(key: str, known: Iterable[str]) -> Text | None:
    """Return the hint that names what *key* was probably meant to be."""
    close = difflib.get_close_matches(key, list(known), n=1)
    return hint_text("near-miss", near=close[0]) if close else None


def _said(change: Reworded) -> dict[str, Any]:
    """Return what *change* says of an item, by field."""
    words = change.nl is not None or change.en is not None
    label = Text.of(change.nl, change.en) if words else None
    return {"label": label, "basis": change.basis, "concepts": change.concepts}
