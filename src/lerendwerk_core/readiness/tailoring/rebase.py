"""
A tailoring made for one version of its base, laid on the next: three ways to look at every change.

What only the tailoring changed stays, what only the base changed comes with it, what both changed alike
is no longer a change of the tailoring, and what both changed otherwise is a conflict, for people.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

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
    conflicts = dict.fromkeys((*merging.conflicts, *left))
    return Rebased(tailoring=fitting, conflicts=tuple(conflicts))


class _Merging:
    """Goes through the changes of a tailoring and keeps those that the new base leaves room for."""

    def __init__(self, tailoring: Tailoring, old: Checklist, new: Checklist) -> None:
        self.ours, self.old_base, self.new_base = tailoring, old, new
        self.old = {item.id: item for item in old.items}
        self.new = {item.id: item for item in new.items}
        # What is changed and then dropped is compared too, so it is looked at before it goes.
        changed = attrs.evolve(tailoring, drop=(), drop_sections=(), add=())
        self.mine = {item.id: item for item in lay(old, changed).items}
        self.others = {change.becomes for change in tailoring.replace if change.becomes}
        self.becoming: set[str] = set()
        added = {change.item.id: change.item for change in tailoring.add}
        self.again = {key: one for key, one in added.items() if key in self.old}
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
            if change.becomes:
                if self._other_item(change):
                    self.becoming.add(change.becomes)
                    yield change
            elif self._is_there(change, change.nl or change.en):
                kept = attrs.evolve(change, **self._said(change))
                if kept == change or kept.nl or kept.en or kept.basis or kept.concepts:
                    yield kept

    def _other_item(self, change: Reworded) -> bool:
        """Whether the item can still become another one: the base did nothing to either."""
        here, there = change.id in self.new, change.becomes in self.new
        if there and not here and not self._differing(self.mine[change.becomes]):
            return False
        if here and not there and not self._base_changed(change.id):
            return self._may_change(change.id, change.nl or change.en)
        was, theirs = self._words(self.old, change.id), self._label(change.id)
        self._conflict(change.id, ITEM, was, theirs, None)
        ours = self._words(self.mine, change.becomes)
        self._conflict(change.becomes, ITEM, None, self._label(change.becomes), ours)
        return False

    def _said(self, change: Reworded) -> dict[str, Any]:
        """Return what is left to be said otherwise, field by field; the words of an item go together."""
        basis = change.basis is not None and self._agrees(change.id, "basis")
        concepts = bool(change.concepts) and self._agrees(change.id, "concepts")
        left = {
            "basis": change.basis if basis else None,
            "concepts": change.concepts if concepts else (),
        }
        labels = [f"label.{lang}" for lang in LANGUAGES]
        if (change.nl is None and change.en is None) or not self._news(change.id, labels):
            return left
        return left | self._label_left(change.id)

    def _label_left(self, item: str) -> dict[str, str | None]:
        """Return the words in both languages that are left to be said, where the base has new ones."""
        before = len(self.conflicts)
        ours = {lang: self._agrees(item, f"label.{lang}") for lang in LANGUAGES}
        if len(self.conflicts) > before or not any(ours.values()):
            return dict.fromkeys(LANGUAGES)
        labels = {lang: (self.mine if ours[lang] else self.new)[item].label for lang in LANGUAGES}
        return {lang: label.in_(lang) for lang, label in labels.items()}

    def _agrees(self, item: str, field: str) -> bool:
        return self._agree(item, field, value_of(self.mine[item], field))

    def _news(self, item: str, fields: Sequence[str]) -> bool:
        """Whether the new base has other words in one of *fields*."""
        was, now = self.old[item], self.new[item]
        return any(value_of(was, field) != value_of(now, field) for field in fields)

    def _differing(self, ours: ChecklistItem) -> list[str]:
        """Return the fields that the new base has otherwise than *ours*."""
        theirs = self.new[ours.id]
        return [one for one in FIELDS if value_of(ours, one) != value_of(theirs, one)]

    def _translated(self, change: Translated) -> bool:
        if not self._is_there(change, change.text):
            return False
        if change.id not in self.others and self._source_changed(change):
            source = self.old[change.id].label, self.new[change.id].label
            was, theirs = (one.nl if change.lang == "en" else one.en for one in source)
            self._conflict(change.id, f"label.{change.lang}", was, theirs, change.text)
            return False
        return self._agree(change.id, f"label.{change.lang}", change.text)

    def _source_changed(self, change: Translated) -> bool:
        """Whether the words that were translated are others now, and so the translation is stale."""
        others = (f"label.{lang}" for lang in LANGUAGES if lang != change.lang)
        mine = {one.lang for one in self.ours.translate if one.id == change.id}
        alike = self.new[change.id].label.in_(change.lang) == change.text
        return len(mine) == 1 and not alike and self._news(change.id, list(others))

    def _reweighed(self, change: Reweighed) -> bool:
        weight = str(float(change.weight))
        there = self._is_there(change, weight, protects=False)
        return there and self._agree(change.id, "weight", weight)

    def _set_aside(self, change: NotApplicable) -> bool:
        there = self._is_there(change, "not applicable")
        return there and self._agree(change.id, "applies", str(False))

    def _agree(self, item: str, field: str, ours: str) -> bool:
        """Whether *ours* is still a change: the base left the field as it was, or else it is told."""
        if item in self.others:
            return True
        was, theirs = value_of(self.old[item], field), value_of(self.new[item], field)
        if ours != was and theirs not in (was, ours):
            self._conflict(item, field, was, theirs, ours)
        return theirs == was

    def _dropped(self, change: Dropped) -> bool:
        if change.id in self.again:
            return self._comes_again(self.again[change.id])
        if change.id not in self.new:
            return change.id in self.becoming
        if self._base_changed(change.id) or change.id == self.new_base.last_item:
            was, theirs = self._words(self.old, change.id), self._words(self.new, change.id)
            self._conflict(change.id, ITEM, was, theirs, None)
            return False
        return self._may_change(change.id, None)

    def _base_changed(self, item: str) -> bool:
        """Whether the new base has *item*, and otherwise than the old one, or for the first time."""
        if item not in self.old or item not in self.new:
            return item in self.new
        return self._news(item, FIELDS)

    def _dropped_section(self, change: Dropped) -> bool:
        """Whether the section can still go: it is there, with nothing in it that the base changed."""
        inside = [item for item in self.new_base.items if self._was_or_is_in(item, change.id)]
        going = [item for item in inside if item.id not in self.again]
        news = [item for item in going if self._base_changed(item.id)]
        for item in news:
            self._conflict(item.id, ITEM, self._words(self.old, item.id), item.label.nl, None)
        there = change.id in {section.id for section in self.new_base.sections}
        return there and not news

    def _goes(self, item: ChecklistItem) -> bool:
        """Whether the tailoring drops *item*, so that another may come in its place."""
        sections = {one.id for one in self.ours.drop_sections}
        return item.section in sections or item.id in {one.id for one in self.ours.drop}

    def _was_or_is_in(self, item: ChecklistItem, section: str) -> bool:
        before = self.old.get(item.id, item)
        return section in (before.section, item.section)

    def _added(self, change: AddedItem) -> bool:
        item = change.item
        if item.id in self.again:
            return self._comes_again(item) and self._has_anchor(change)
        if item.id in self.new:
            for field in self._differing(item):
                values = (value_of(one, field) for one in (self.new[item.id], item))
                self._conflict(item.id, field, None, *values)
            return False
        return self._has_anchor(change)

    def _comes_again(self, item: ChecklistItem) -> bool:
        """Whether what goes, to come back as *item*, can do both: the base left it as it was."""
        if item.id in self.new and not self._base_changed(item.id):
            return self._may_change(item.id, item.label.nl)
        if item.id not in self.new or self._differing(item):
            was, theirs = self._words(self.old, item.id), self._label(item.id)
            self._conflict(item.id, ITEM, was, theirs, item.label.nl)
        return False

    def _has_anchor(self, change: AddedItem) -> bool:
        anchor = change.before or change.after
        ours = {one.item.id for one in self.ours.add} | self.others
        if anchor and anchor not in self.new and anchor not in ours:
            self._conflict(change.item.id, PLACE, anchor, None, anchor)
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
        ours = {one.section.id for one in self.ours.sections}
        if change.after and change.after not in theirs.keys() | ours:
            self._conflict(section.id, PLACE, change.after, None, change.after)
            return False
        return True

    # -- what there is -------------------------------------------------------------------------

    def _is_there(self, change: ItemChange, ours: str | None, *, protects: bool = True) -> bool:
        """Whether the new base still has the item, and lets it be changed, if it *protects* it at all."""
        if change.id in self.others:
            return change.id in self.becoming
        if self._goes(self.old[change.id]):  # whether it may go is for the drop to say
            return change.id in self.new and not self._base_changed(change.id)
        if change.id in self.new:
            return not protects or self._may_change(change.id, ours)
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
