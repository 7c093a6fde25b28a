"""Answers to the checklist, in the three forms in which they may be written, or in a file."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import may
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.parts import AnswersPart, ChecklistPart, NamedFile, Placed
from lerendwerk_core.sources.people import ROLE_CODE
from lerendwerk_core.sources.shapes import (
    FAILED,
    Choosing,
    Keyed,
    Many,
    OneOf,
    Record,
    Refers,
    Shape,
    Words,
)
from lerendwerk_core.vocabulary import Answer, Route


class _AnswerShape:
    """An answer on the three-point scale; nothing means not answered."""

    def read(self, node: Node, reading: Any) -> Any:
        return Answer.UNANSWERED if node.is_nothing else OneOf(Answer).read(node, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [OneOf(Answer).schema(), {"type": "null"}]}


class _FileName:
    """The name of a file beside the dossier; a word without an ending is no file."""

    def read(self, node: Node, reading: Any) -> Any:
        if "." not in node.raw:
            return reading.wrong(node.mark, "not-a-mapping")
        name = Words().read(node, reading)
        return FAILED if name is FAILED else NamedFile(name, node.mark)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "pattern": r"\."}


class _OrganisationsOf:
    """The organisation of every respondent; with it they are people, and so role codes."""

    def read(self, node: Node, reading: Any) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        for code, entry in node.value.items():
            if not ROLE_CODE.fullmatch(code):
                reading.wrong(entry.mark, "not-a-role-code", value=code)
        said = {
            code: (one.node, Words().read(one.node, reading)) for code, one in node.value.items()
        }
        read = (
            (code, Placed(name, at.mark)) for code, (at, name) in said.items() if name is not FAILED
        )
        return Table(read)

    def schema(self) -> dict[str, Any]:
        return Keyed(Words()).schema()


FILE = _FileName()


SHEET = Keyed(_AnswerShape(), refers="item")


SHEETS = Keyed(SHEET)


def _or_file(shape: Shape) -> Shape:
    return Choosing(
        lambda node: shape if isinstance(node.value, dict | list) else FILE, (shape, FILE)
    )


OF_ONE = _or_file(SHEET)


OF_SEVERAL = _or_file(SHEETS)


ORGANISATIONS = may(
    "organisations",
    _OrganisationsOf(),
    "organisatie per respondent; zo zijn het antwoorden van mensen",
    "organisation per respondent; that makes them answers of people",
)


ANSWERED = Record(
    [
        may("respondent", Words(), "wie antwoordde (rol)", "who answered (role)", ""),
        may("answers", OF_ONE, "antwoord per item, of een bestand", "answer per item, or a file"),
        may("respondents", OF_SEVERAL, "antwoorden per respondent", "answers per respondent"),
        ORGANISATIONS,
    ],
    AnswersPart,
)


def _round_shape(node: Node) -> Shape:
    """Return how one round is written: in a file, with its own keys, per respondent, or as one sheet."""
    if not isinstance(node.value, dict | list):
        return FILE
    entries = node.value if isinstance(node.value, dict) else {}
    if {"answers", "respondents"} & set(entries):
        return ANSWERED
    if any(isinstance(entry.node.value, dict) for entry in entries.values()):
        return SHEETS
    return SHEET


ROUND = Choosing(_round_shape, (ANSWERED, SHEETS, SHEET, FILE))


CHECKLIST = Record(
    [
        may("use", Refers("checklist"), "welke checklist", "which checklist", "default"),
        may(
            "tailorings",
            Many(FILE, or_one=True),
            "bestanden met eigen checklists en aanpassingen",
            "files with checklists and tailorings of one's own",
            (),
        ),
        may("respondent", Words(), "wie antwoordde (rol)", "who answered (role)", ""),
        may("answers", OF_ONE, "antwoord per item, of een bestand", "answer per item, or a file"),
        may("respondents", OF_SEVERAL, "antwoorden per respondent", "answers per respondent"),
        may("rounds", Keyed(ROUND), "antwoorden per meetmoment", "answers per moment"),
        ORGANISATIONS,
        may(
            "combine",
            Refers("aggregation"),
            "hoe de antwoorden van velen er één worden",
            "how the answers of many become one",
            "median",
        ),
        may("target", OneOf(Route), "waar men heen wil", "where one wants to go"),
    ],
    ChecklistPart,
    lenient=True,
)
