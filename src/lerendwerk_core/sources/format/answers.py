"""Answers to the checklist, in the three forms in which they may be written."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.sources.format.fields import may
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.parts import AnswersPart, ChecklistPart
from lerendwerk_core.sources.shapes import Choosing, Keyed, OneOf, Record, Refers, Shape, Words
from lerendwerk_core.vocabulary import Answer


class _AnswerShape:
    """An answer on the three-point scale; nothing means not answered."""

    def read(self, node: Node, reading: Any) -> Any:
        return Answer.UNANSWERED if node.is_nothing else OneOf(Answer).read(node, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [OneOf(Answer).schema(), {"type": "null"}]}


SHEET = Keyed(_AnswerShape(), refers="item")


SHEETS = Keyed(SHEET)


ANSWERED = Record(
    [
        may("respondent", Words(), "wie antwoordde (rol)", "who answered (role)", ""),
        may("answers", SHEET, "antwoord per item", "answer per item"),
        may("respondents", SHEETS, "antwoorden per respondent", "answers per respondent"),
    ],
    AnswersPart,
)


def _round_shape(node: Node) -> Shape:
    """Return how one round is written: with its own keys, per respondent, or as one sheet."""
    entries = node.value if isinstance(node.value, dict) else {}
    if {"answers", "respondents"} & set(entries):
        return ANSWERED
    if any(isinstance(entry.node.value, dict) for entry in entries.values()):
        return SHEETS
    return SHEET


ROUND = Choosing(_round_shape, (ANSWERED, SHEETS, SHEET))


CHECKLIST = Record(
    [
        may("use", Refers("checklist"), "welke checklist", "which checklist", "default"),
        may("respondent", Words(), "wie antwoordde (rol)", "who answered (role)", ""),
        may("answers", SHEET, "antwoord per item", "answer per item"),
        may("respondents", SHEETS, "antwoorden per respondent", "answers per respondent"),
        may("rounds", Keyed(ROUND), "antwoorden per meetmoment", "answers per moment"),
    ],
    ChecklistPart,
    lenient=True,
)
