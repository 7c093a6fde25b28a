"""
What the columns of a table of answers mean.

A heading is what people and form tools make of it: an item's id, its whole text, ``A1: text``, or the
path ``A/A1`` or ``A-A1`` of an export. What comes near an item and is none is a mistake; what is plainly
something else (a time, a device, a remark) is left unread, and said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches

import attrs

from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.questionnaire import column_name
from lerendwerk_core.vocabulary import plain

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "respondent": ("respondent", "respondentcode", "code", "rolcode", "role_code"),
    "organisation": ("organisation", "organisatie", "org", "organization"),
    "moment": ("moment", "meetmoment", "meting", "ronde", "round", "wave"),
    "item": ("item", "vraag", "stelling", "question", "statement"),
    "answer": ("answer", "antwoord", "waarde", "value"),
}
MEANT = {plain(name): column for column, names in COLUMNS.items() for name in names}

BESIDE = frozenset(
    map(
        plain,
        (
            *("start", "end", "today", "begin", "eind", "key", "uuid", "id", "status", "index"),
            *("deviceid", "device_id", "subscriberid", "simid", "simserial", "phonenumber"),
            *("username", "email", "e-mail", "audit", "instanceid", "instancename", "rootuuid"),
            *("submissiondate", "submission_time", "submitted_by", "submitterid", "submittername"),
            *("attachmentspresent", "attachmentsexpected", "reviewstate", "deviceid", "edits"),
            *("formversion", "version", "validation_status", "notes", "tags", "language", "taal"),
            *("datum", "date", "tijd", "time", "tijdstempel", "timestamp", "naam", "name"),
            *(
                "opmerking",
                "opmerkingen",
                "toelichting",
                "remark",
                "remarks",
                "comment",
                "comments",
            ),
            *("functie", "function", "team", "afdeling", "department", "discipline", "gebied"),
        ),
    )
)
"""What forms and spreadsheets keep beside answers."""

LONGEST_HEADING = 2000
NEAR = 0.75


@attrs.frozen
class Items:
    """The items that may be answered, and by which headings they are known."""

    ids: tuple[str, ...]
    names: Mapping[str, str]

    @classmethod
    def of(cls, ids: Iterable[str]) -> Items:
        """Return items that are known by their ids alone."""
        return cls.named((one, (one, column_name(one))) for one in ids)

    @classmethod
    def of_checklist(cls, checklist: Checklist) -> Items:
        """Return the items of *checklist*, known by id, by the path of a form, and by their words."""
        return cls.named(
            (
                one.id,
                (
                    *(one.id, column_name(one.id), f"{one.section}-{one.id}"),
                    f"{column_name(one.section)}-{column_name(one.id)}",
                    *(one.label.nl, one.label.en),
                ),
            )
            for one in checklist.items
        )

    @classmethod
    def named(cls, items: Iterable[tuple[str, Iterable[str]]]) -> Items:
        """Return *items* with their names; a name of two items is a name of neither."""
        meant: dict[str, set[str]] = {}
        ids = []
        for item, names in items:
            ids.append(item)
            for name in names:
                meant.setdefault(plain(name), set()).add(item)
        only = {name: min(of) for name, of in meant.items() if len(of) == 1}
        return cls(tuple(ids), {**only, **{one: one for one in ids}})

    def find(self, heading: str) -> str | None:
        """Return the item that *heading* means, if it means one."""
        for one in _readings(heading):
            found = self.names.get(one) or self.names.get(plain(one))
            if found:
                return found
        return None

    def is_near(self, heading: str) -> bool:
        """Whether *heading* looks like an item: made like one, or almost one."""
        last = heading.rpartition("/")[2]
        if plain(last) in BESIDE or last.startswith("_"):
            return False
        shapes = {_shape(one) for one in self.ids}
        return _shape(last) in shapes or bool(get_close_matches(last, self.ids, n=1, cutoff=NEAR))


def _readings(heading: str) -> Iterator[str]:
    """Yield what *heading* may be: as it is, the end of a path, or what stands before a colon."""
    yield heading
    yield heading.rpartition("/")[2]
    yield heading.partition(":")[0]


def _shape(name: str) -> str:
    letters = re.sub(r"[^\W\d_]+", "a", name)
    return re.sub(r"\d+", "9", letters)


def bare(heading: str) -> str:
    """Return *heading* without what a spreadsheet puts around it."""
    return heading.strip().lstrip("\ufeff'").strip()[:LONGEST_HEADING]


def place_of(headings: Sequence[str], column: str) -> int:
    """Return the first place of *headings* that means *column*, or -1."""
    meant = (MEANT.get(plain(one.rpartition("/")[2])) for one in headings)
    return next((at for at, one in enumerate(meant) if one == column), -1)
