"""Answers of people for tests: drawn by hypothesis, and written in every dialect that is read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

import attrs
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.answers import AnswerRound, AnswerSheet
from lerendwerk_core.vocabulary import Answer
from make import SMALL, dossier_file

ITEMS = ("A1", "A2", "B1", "F1")
DELIMITERS = (";", ",", "\t")
ENCODINGS = ("utf-8", "utf-8-sig", "cp1252", "utf-16")
ORGANISATIONS = ("gem", "zorg")

Rows = list[list[str]]
Who = tuple[str, str, dict[str, Answer]]
"""Code, organisation and answers of a respondent."""


@st.composite
def answered(draw: st.DrawFn, least: int = 1) -> list[Who]:
    """Return who answered what: each at least one item."""
    codes = draw(
        st.lists(
            st.from_regex(r"[A-Z]{1,3}-[0-9]{1,4}", fullmatch=True),
            min_size=least,
            max_size=8,
            unique=True,
        )
    )
    given = st.sampled_from([one for one in Answer if one is not Answer.UNANSWERED])
    sheet = st.dictionaries(st.sampled_from(ITEMS), given, min_size=1)
    of = st.sampled_from(ORGANISATIONS)
    return [(code, draw(of), draw(sheet)) for code in codes]


def spellings(answer: Answer) -> st.SearchStrategy[str]:
    """Return the ways in which people write *answer*."""
    words = st.sampled_from(sorted({answer.value, answer.nl, answer.en, *answer.also}))
    return st.builds(
        lambda word, loud, space: (word.upper() if loud else word) + space,
        words,
        st.booleans(),
        st.sampled_from(["", " "]),
    )


@st.composite
def wide(draw: st.DrawFn, who: Sequence[Who], moment: str = "") -> Rows:
    """Return a row per respondent, rows and columns in any order."""
    columns = draw(
        st.permutations(["respondent", "organisatie", *(["meting"] if moment else []), *ITEMS])
    )
    rows = [
        [_cell(draw, column, one, moment) for column in columns]
        for one in draw(st.permutations(who))
    ]
    return [list(columns), *rows]


def _cell(draw: st.DrawFn, column: str, who: Who, moment: str) -> str:
    code, of, answers = who
    known = {"respondent": code, "organisatie": of, "meting": moment}
    if column in known:
        return known[column]
    return (
        draw(spellings(answers[column]))
        if column in answers
        else draw(st.sampled_from(["", " ", "leeg"]))
    )


@st.composite
def long(draw: st.DrawFn, who: Sequence[Who], moment: str = "") -> Rows:
    """Return a row per answer, in any order."""
    heading = ["Respondent", "Organisation", "Item", "Answer", *(["Moment"] if moment else [])]
    rows = [
        [code, of, item, draw(spellings(answer)), *([moment] if moment else [])]
        for code, of, answers in who
        for item, answer in answers.items()
    ]
    return [heading, *draw(st.permutations(rows))]


@attrs.frozen
class Dialect:
    """How a table is written."""

    delimiter: str = ";"
    encoding: str = "utf-8"
    end: str = "\r\n"

    def of(self, rows: Iterable[Sequence[str]]) -> bytes:
        """Return *rows* as a file."""
        text = io.StringIO()
        csv.writer(text, delimiter=self.delimiter, lineterminator=self.end).writerows(rows)
        return text.getvalue().encode(self.encoding)


dialects = st.builds(
    Dialect,
    st.sampled_from(DELIMITERS),
    st.sampled_from(ENCODINGS),
    st.sampled_from(["\n", "\r\n", "\r"]),
)


def seen(one: AnswerRound) -> dict[str, tuple[str, dict[str, Answer]]]:
    """Return the organisation and the answers that were given, by respondent."""
    organisations = dict(zip(one.respondents, one.organisations, strict=True))
    return {name: (organisations[name], _given(sheet)) for name, sheet in one.sheets()}


def _given(sheet: AnswerSheet) -> dict[str, Answer]:
    return {item: one for item, one in sheet.items() if one is not Answer.UNANSWERED}


def told(who: Sequence[Who]) -> dict[str, tuple[str, dict[str, Answer]]]:
    """Return *who* in the form of :func:`seen`."""
    return {code: (of, answers) for code, of, answers in who}


def read_rounds(
    bench: lw.Workbench,
    folder: Path,
    data: str | bytes,
    checklist: str = "{answers: antwoorden.csv}",
    base: str = SMALL,
) -> tuple[AnswerRound, ...]:
    """Return the rounds of a dossier with *data* beside it."""
    return read_beside(bench, folder, data, checklist, base).checklist.rounds  # type: ignore[union-attr]


def read_beside(
    bench: lw.Workbench,
    folder: Path,
    data: str | bytes,
    checklist: str = "{answers: antwoorden.csv}",
    base: str = SMALL,
) -> lw.Dossier:
    """Return a dossier with *data* beside it."""
    (folder / "antwoorden.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    return bench.read(dossier_file(folder, f"checklist: {checklist}\n", base))
