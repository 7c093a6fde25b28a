"""
A tailoring made for one version of its base, laid on the next: three ways to look at every change.

What only the tailoring changed stays, what only the base changed comes with it, what both changed alike
is no longer a change of the tailoring, and what both changed otherwise is a conflict, for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import attrs

from lerendwerk_core.errors import DefinitionError, Problem
from lerendwerk_core.model.checklist import Checklist, ChecklistItem
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
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.tailoring.compare import FIELDS, ITEM, value_of
from lerendwerk_core.readiness.tailoring.lay import lay
from lerendwerk_core.text import LANGUAGES, Text

PLACE = "place"
C = TypeVar("C", bound=Change)


@attrs.frozen(kw_only=True)
class Conflict(Wired):
    """
    A field of an item that the base and the tailoring both changed, each otherwise.

    ``old`` is what the tailoring was made for, ``theirs`` what the new base has, ``ours`` what the
    tailoring has; ``None`` where there is no such item. ``because`` says it in words.
    """

    item: str
    field: str
    old: str | None
    theirs: str | None
    ours: str | None
    because: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class Rebased:
    """The tailoring for the new base, without the changes that conflict, and those."""

    tailoring: Tailoring
    conflicts: tuple[Conflict, ...]


def rebase(tailoring: Tailoring, old: Checklist, new: Checklist) -> Rebased:
    """
    Return *tailoring*, made for *old*, as it is for *new*.

    Raises:
        DefinitionError: *tailoring* does not fit *old* to begin with.
    """
    lay(old, tailoring)
    merging = _Merging(tailoring, old, new)
    merged = merging.tailoring()
    fitting, left = _fitting(merged, new)
    return Rebased(tailoring=fitting, conflicts=(*merging.conflicts, *left))


class _Merging:
    """Goes through the changes of a tailoring and keeps those that the new base leaves room for."""

    def __init__(self, tailoring: Tailoring, old: Checklist, new: Checklist) -> None:
        self.ours, self.old_base, self.new_base = tailoring, old, new
        self.old = {item.id: item for item in old.items}
        self.new = {item.id: item for item in new.items}
        self.conflicts: list[Conflict] = []

    def tailoring(self) -> Tailoring:
        ours, new = self.ours, self.new_base
        return attrs.evolve(
            ours,
            base=new.id,
            base_version=new.version,
            base_hash=new.hash,
            sections=self._kept(ours.sections, self._section),
            replace=tuple(self._reworded()),
            translate=self._kept(ours.translate, self._translated),
            weights=self._kept(ours.weights, self._reweighed),
            not_applicable=self._kept(ours.not_applicable, self._set_aside),
            drop=self._kept(ours.drop, self._dropped),
            drop_sections=self._kept(ours.drop_sections, self._dropped_section),
            add=self._kept(ours.add, self._added),
        )

    def _kept(self, changes: Sequence[C], keeps: Callable[[C], bool]) -> tuple[C, ...]:
        return tuple(change for change in changes if keeps(change))

    # -- change by change ----------------------------------------------------------------------

    def _reworded(self) -> Iterator[Reworded]:
        for change in self.ours.replace:
            if not self._is_there(change, change.nl or change.en):
                continue
            if change.becomes in self.new:
                self._conflict(change.becomes, ITEM, None, self._label(change.becomes), change.nl)
                continue
            stays = [self._agree(change.id, *words) for words in _words_of(change)]
            if all(stays):
                yield change
            elif change.basis or change.concepts:
                yield attrs.evolve(change, nl=None, en=None, becomes="")

    def _translated(self, change: Translated) -> bool:
        there = self._is_there(change, change.text)
        return there and self._agree(change.id, f"label.{change.lang}", change.text)

    def _reweighed(self, change: Reweighed) -> bool:
        there = self._is_there(change, str(change.weight))
        return there and self._agree(change.id, "weight", str(float(change.weight)))

    def _set_aside(self, change: NotApplicable) -> bool:
        there = self._is_there(change, "not applicable")
        return there and self._agree(change.id, "applies", str(False))

    def _agree(self, item: str, field: str, ours: str) -> bool:
        """Whether *ours* can stay a change: the base left the field as it was, or has the same."""
        was, theirs = value_of(self.old[item], field), value_of(self.new[item], field)
        if theirs not in (was, ours):
            self._conflict(item, field, was, theirs, ours)
        return theirs == was

    def _dropped(self, change: Dropped) -> bool:
        if change.id not in self.new:
            return False
        if self._base_changed(change.id) or change.id == self.new_base.last_item:
            was, theirs = self._words(self.old, change.id), self._words(self.new, change.id)
            self._conflict(change.id, ITEM, was, theirs, None)
            return False
        return self._may_change(change.id, None)

    def _base_changed(self, item: str) -> bool:
        """Whether the new base has *item*, and otherwise than the old one, or for the first time."""
        if item not in self.old or item not in self.new:
            return item in self.new
        fields = ((value_of(self.old[item], one), value_of(self.new[item], one)) for one in FIELDS)
        return any(was != now for was, now in fields)

    def _dropped_section(self, change: Dropped) -> bool:
        """Whether the section can still go: it is there, with nothing in it that the base changed."""
        if change.id not in {section.id for section in self.new_base.sections}:
            return False
        inside = [item for item in self.new_base.items if item.section == change.id]
        news = [item for item in inside if self._base_changed(item.id)]
        for item in news:
            self._conflict(item.id, ITEM, self._words(self.old, item.id), item.label.nl, None)
        return not news

    def _added(self, change: AddedItem) -> bool:
        item = change.item
        if item.id in self.new:
            if self.new[item.id].label != item.label:
                self._conflict(item.id, ITEM, None, self._label(item.id), item.label.nl)
            return False
        anchor = change.before or change.after
        ours = {one.item.id for one in self.ours.add} | {one.becomes for one in self.ours.replace}
        if anchor and anchor not in self.new and anchor not in ours:
            self._conflict(item.id, PLACE, anchor, None, anchor)
            return False
        return True

    def _section(self, change: AddedSection) -> bool:
        theirs = {section.id: section for section in self.new_base.sections}
        section = change.section
        if section.id in theirs:
            if theirs[section.id].label != section.label:
                label = theirs[section.id].label.nl
                self._conflict(section.id, "section", None, label, section.label.nl)
            return False
        return not change.after or change.after in theirs

    # -- what there is -------------------------------------------------------------------------

    def _is_there(self, change: ItemChange, ours: str | None) -> bool:
        """Whether the new base still has the item, and lets it be changed."""
        if change.id in self.new:
            return self._may_change(change.id, ours)
        self._conflict(change.id, ITEM, self._words(self.old, change.id), None, ours)
        return False

    def _may_change(self, item: str, ours: str | None) -> bool:
        new = self.new_base.protected
        if item in new and item not in self.old_base.protected:
            self._conflict(item, "protected", "", item, ours)
        return item not in new

    def _words(self, items: dict[str, ChecklistItem], item: str) -> str | None:
        return items[item].label.nl if item in items else None

    def _label(self, item: str) -> str | None:
        return self._words(self.new, item)

    def _conflict(
        self, item: str, field: str, old: str | None, theirs: str | None, ours: str | None
    ) -> None:
        self.conflicts.append(Conflict(item=item, field=field, old=old, theirs=theirs, ours=ours))


def _words_of(change: Reworded) -> Iterator[tuple[str, str]]:
    """Yield the fields that *change* words, with its words."""
    for lang in LANGUAGES:
        words = getattr(change, lang)
        if words is not None:
            yield f"label.{lang}", words


KINDS = ("add", "replace", "drop", "drop_sections", "not_applicable", "sections")


def _fitting(tailoring: Tailoring, base: Checklist) -> tuple[Tailoring, list[Conflict]]:
    """Return *tailoring* without the changes that *base* makes impossible, each a conflict."""
    conflicts: list[Conflict] = []
    for kind in KINDS:
        for change in getattr(tailoring, kind):
            wrong = _problems(base, tailoring)
            rest = tuple(one for one in getattr(tailoring, kind) if one is not change)
            without: Tailoring = attrs.evolve(tailoring, **{kind: rest})  # type: ignore[arg-type]
            if len(_problems(base, without)) < len(wrong):
                because = tuple(problem.message for problem in wrong)
                conflicts.append(attrs.evolve(_impossible(change), because=because))
                tailoring = without
    return tailoring, conflicts


def _impossible(change: Change) -> Conflict:
    if isinstance(change, AddedItem):
        return Conflict(
            item=change.item.id, field=ITEM, old=None, theirs=None, ours=change.item.label.nl
        )
    key = change.section.id if isinstance(change, AddedSection) else getattr(change, "id", "")
    return Conflict(item=key, field=ITEM, old=None, theirs=None, ours=None)


def _problems(base: Checklist, tailoring: Tailoring) -> Sequence[Problem]:
    try:
        lay(base, tailoring)
    except DefinitionError as error:
        return error.problems
    return ()
