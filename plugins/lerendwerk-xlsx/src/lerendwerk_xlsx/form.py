"""
A checklist as XLSForm: a workbook from which ODK and KoboToolbox make a form.

Names in it are those under which answers are read back. Nothing in it is a formula, and the same
checklist gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence

import attrs
import openpyxl

from lerendwerk_core.model.checklist import Checklist, ChecklistItem
from lerendwerk_core.model.questionnaire import Questionnaire, column_name
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer
from lerendwerk_core.wording import CONTROL

NL, EN = "Nederlands (nl)", "English (en)"
SCALE, PLACES = "antwoord", "organisatie"
ROLE_CODE = "^[A-Za-z_]{0,8}[-_.]?[0-9]{1,7}$"
SURVEY = (
    "type",
    "name",
    "label",
    "hint",
    "required",
    "constraint",
    "constraint_message",
    "calculation",
)
CHOICES = ("list_name", "name", "label")
TRANSLATED = ("label", "hint", "constraint_message")
LONGEST = 32_000
"""No cell of a workbook holds more."""

CODE = Text("Uw code", "Your code")
CODE_HINT = Text(
    "De rolcode die u kreeg, zoals R-01; vul geen naam in.",
    "The role code that you were given, such as R-01; do not fill in a name.",
)
NO_CODE = Text(
    "Dit is geen code zoals R-01. Vul geen naam in.", "This is no code such as R-01. No names here."
)
ORGANISATION = Text("Uw organisatie", "Your organisation")

Row = Mapping[str, str | Text]


@attrs.frozen
class XlsForm:
    """Writes a questionnaire as XLSForm."""

    key: str = "xlsx"
    ending: str = ".xlsx"

    def __call__(self, asked: Questionnaire) -> bytes:
        """Return the workbook."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        _sheet(book, "survey", SURVEY, list(_survey(asked)))
        _sheet(book, "choices", CHOICES, list(_choices(asked)))
        settings = _settings(asked)
        _sheet(book, "settings", tuple(settings), [settings])
        stream = io.BytesIO()
        book.save(stream)
        return _without_clock(stream.getvalue())


def _sheet(book: openpyxl.Workbook, name: str, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Add the sheet *name*; a text in two languages takes a column of each."""
    sheet = book.create_sheet(name)
    heading = [one for column in columns for one in _headings(column)]
    lines = [
        heading,
        *([cell for column in columns for cell in _cells(row, column)] for row in rows),
    ]
    for at, line in enumerate(lines, 1):
        for place, cell in enumerate(line, 1):
            if cell:
                written = sheet.cell(at, place, cell)
                written.data_type = "s"  # else a text that begins with = is a formula


def _headings(column: str) -> tuple[str, ...]:
    return (f"{column}::{NL}", f"{column}::{EN}") if column in TRANSLATED else (column,)


def _cells(row: Row, column: str) -> tuple[str, ...]:
    said = row.get(column, "")
    both = (said.nl, said.en) if isinstance(said, Text) else (said,) * len(_headings(column))
    return tuple(map(_plain, both))


def _plain(said: str) -> str:
    """Return *said* as a cell can hold it; ``${`` would refer to another question."""
    return CONTROL.sub(" ", said).replace("${", "$ {")[:LONGEST]


# -- what is asked -----------------------------------------------------------------------------------


def _survey(asked: Questionnaire) -> Iterator[Row]:
    yield {
        "type": "text",
        "name": "respondent",
        "label": CODE,
        "hint": CODE_HINT,
        "required": "yes",
        "constraint": f"regex(., '{ROLE_CODE}')",
        "constraint_message": NO_CODE,
    }
    kind = f"select_one {PLACES}" if asked.organisations else "text"
    yield {"type": kind, "name": "organisatie", "label": ORGANISATION, "required": "yes"}
    if asked.moment:
        yield {"type": "calculate", "name": "moment", "calculation": _quoted(asked.moment)}
    yield from _sections(asked.checklist)


def _quoted(moment: str) -> str:
    """Return *moment* as XPath writes a text, which knows no way to write both kinds of quotes."""
    return f'"{moment}"' if '"' not in moment else "'{}'".format(moment.replace("'", ""))


def _sections(checklist: Checklist) -> Iterator[Row]:
    labels = {one.id: one.label for one in checklist.sections}
    for section in dict.fromkeys(item.section for item in checklist.items):
        group = column_name(section or "_")
        yield {"type": "begin_group", "name": group, "label": labels.get(section, Text.of(group))}
        for item in checklist.items:
            if item.section == section:
                yield _question(item)
        yield {"type": "end_group"}


def _question(item: ChecklistItem) -> Row:
    label = Text(item.label.nl or item.id, item.label.en or item.id)
    return {"type": f"select_one {SCALE}", "name": column_name(item.id), "label": label}


def _choices(asked: Questionnaire) -> Iterator[Row]:
    for answer in Answer:
        if answer is not Answer.UNANSWERED:
            yield {"list_name": SCALE, "name": answer.value, "label": answer.label}
    for place in asked.organisations:
        yield {"list_name": PLACES, "name": place, "label": Text.of(place)}


def _settings(asked: Questionnaire) -> dict[str, str]:
    """Return the settings; another checklist has another version, which form tools ask for."""
    said = repr((asked.moment, asked.organisations, asked.checklist)).encode()
    return {
        "form_title": asked.checklist.label.in_(asked.lang),
        "form_id": column_name(f"lerendwerk_{asked.checklist.id}"),
        "version": str(int(hashlib.sha256(said).hexdigest()[:8], 16)),
        "default_language": NL if asked.lang == "nl" else EN,
    }


# -- without a clock ---------------------------------------------------------------------------------


def _without_clock(data: bytes) -> bytes:
    """Return the workbook *data* without the moment at which it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w") as again:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = re.sub(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>", b"", part)
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            again.writestr(info, part)
    return out.getvalue()
