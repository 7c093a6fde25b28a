"""Checklists and answer sheets for the tests of readiness, one letter an answer."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from lerendwerk_core.model.answers import AnswerRound, AnswerSheet, ChecklistUse
from lerendwerk_core.model.checklist import Checklist, ChecklistItem, ChecklistSection
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import Readiness, assess
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route

LETTERS = {
    "g": Answer.IN_ORDER,
    "p": Answer.PARTLY,
    "n": Answer.NOT_IN_ORDER,
    "o": Answer.UNANSWERED,
    "x": Answer.NOT_APPLICABLE,
}


def checklist(count: int, last: int = -1) -> Checklist:
    """A checklist of *count* items ``i0 ...`` in two sections; the item at *last* is the last one."""
    ids = [f"i{place}" for place in range(count)]
    return Checklist(
        id="proef",
        label=Text("Proef", "Trial"),
        last_item=ids[last],
        sections=tuple(ChecklistSection(id=one, label=Text(one, one)) for one in "AB"),
        items=tuple(
            ChecklistItem(id=one, section="A" if place % 2 else "B", label=Text(one, one))
            for place, one in enumerate(ids)
        ),
    )


def sheet(letters: Sequence[str]) -> AnswerSheet:
    """The answers to ``i0 ...`` in the letters of :data:`LETTERS`."""
    return Table((f"i{place}", LETTERS[letter]) for place, letter in enumerate(letters))


def use(**sheets: Sequence[str]) -> ChecklistUse:
    """One round with a sheet for every respondent."""
    answered = Table((name, sheet(letters)) for name, letters in sheets.items())
    return ChecklistUse(use="proef", rounds=(AnswerRound.of("", answered),))


def rounds(moments: Mapping[str, Sequence[str]]) -> ChecklistUse:
    """A round with one respondent at every moment."""
    return ChecklistUse(
        use="proef",
        rounds=tuple(
            AnswerRound.of(moment, {"team": sheet(letters)}) for moment, letters in moments.items()
        ),
    )


def assessed(letters: Sequence[str], last: int = -1) -> Readiness:
    """What the library makes of the answers *letters*."""
    return assess(checklist(len(letters), last), use(team=letters))


def route_of(letters: Sequence[str], last: int) -> Route:
    """The route of a complete sheet, read from the table of the domain, row by row."""
    counting = [place for place, letter in enumerate(letters) if letter != "x"]
    deficient = [place for place in counting if letters[place] in "pn"]
    if deficient == [last]:
        return Route.COURSES
    if len(deficient) > len(counting) / 2:
        return Route.LEREND_WERKEN
    return Route.TARGETED if deficient else Route.SECURE


def fillings(letters: Sequence[str]) -> list[tuple[str, ...]]:
    """Every way to answer what is still open."""
    return list(itertools.product(*("gn" if one == "o" else one for one in letters)))
