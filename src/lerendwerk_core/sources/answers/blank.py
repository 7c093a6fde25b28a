"""
A questionnaire in CSV, made for Excel: a row per respondent, the words of an item above its column.

In Dutch there are semicolons between cells and in English commas, as Excel expects of each.
"""

from __future__ import annotations

import csv
import io

import attrs

from lerendwerk_core.model.checklist import ChecklistItem
from lerendwerk_core.model.questionnaire import Questionnaire
from lerendwerk_core.text import Lang

DELIMITERS = {"nl": ";", "en": ","}
HEADINGS: dict[Lang, tuple[str, str, str]] = {
    "nl": ("respondent", "organisatie", "moment"),
    "en": ("respondent", "organisation", "moment"),
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
BOM = "\ufeff"


@attrs.frozen
class CsvQuestionnaire:
    """Writes a questionnaire as CSV."""

    key: str = "csv"
    ending: str = ".csv"

    def __call__(self, asked: Questionnaire) -> bytes:
        """Return the file: a heading, and a row for every respondent."""
        text = io.StringIO()
        writer = csv.writer(text, delimiter=DELIMITERS[asked.lang], lineterminator="\r\n")
        respondent, organisation, moment = HEADINGS[asked.lang]
        items = asked.checklist.items
        voice = (respondent, organisation, *((moment,) if asked.moment else ()))
        writer.writerow(map(harmless, (*voice, *(_worded(one, asked.lang) for one in items))))
        for code in asked.respondents:
            row = (code, "", *((asked.moment,) if asked.moment else ()), *("" for _ in items))
            writer.writerow(map(harmless, row))
        return (BOM + text.getvalue()).encode("utf-8")


def _worded(item: ChecklistItem, lang: Lang) -> str:
    return " ".join(f"{item.id}: {item.label.in_(lang)}".split())


def harmless(cell: str) -> str:
    """Return *cell* so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
