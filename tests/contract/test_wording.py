"""Every sentence is said somewhere, and everything said has its sentence, in both languages."""

from __future__ import annotations

import importlib
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import lerendwerk_core
from lerendwerk_core import wording
from lerendwerk_core.text import Text

SOURCE = Path(lerendwerk_core.__file__).parent
CODE = "\n".join(
    path.read_text("utf-8")
    for path in sorted([*SOURCE.rglob("*.py"), *SOURCE.rglob("*.j2")])
    if "wording" not in path.parts
)
# Codes that are put together from a word and its value.
MADE = {
    "hints": re.compile(r"kind-.*"),
    "reasons": re.compile(
        r"route-.*|goal-.*|demand-.*|two-.*|seat-only-.*|several-.*|certificate-.*|fault-twice-.*|"
        r"asks-(size|load).*"
    ),
    "pages": re.compile(
        r"question-.*|status-.*|part-.*|label-.*|readiness-(open|driver)|stopped-by-.*|met|not met|"
        r"limit-(hours|end)|roadstage-.*|topic-(worse|new|due|still)|fact-scope-(both|partly)|"
        r"fact-(met|not-met|steps|handovers|wait-days|touch-minutes|flow-efficiency)|"
        r"fact-without-(goal|client)"
    ),
    "findings": re.compile(r"compose-.*"),
    "problems": re.compile(r"invariant-.*"),
}
TABLES: dict[str, dict[str, Text]] = {
    "problems": wording.PROBLEMS,
    "hints": wording.HINTS,
    "findings": {code: text for code, (_, text) in wording.FINDINGS.items()},
    "reasons": wording.REASONS,
    "pages": wording.PAGES,
}


def _entries() -> Iterator[tuple[str, str, Text]]:
    for table, texts in TABLES.items():
        for code, text in texts.items():
            yield table, code, text


def _placeholders(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


@pytest.mark.parametrize("table", TABLES)
def test_every_sentence_is_complete_in_both_languages(table: str) -> None:
    for code, text in TABLES[table].items():
        assert text.nl.strip(), code
        assert text.en.strip(), code
        assert _placeholders(text.nl) == _placeholders(text.en), code


@pytest.mark.parametrize("table", ["findings", "pages", "problems", "reasons"])
def test_no_two_modules_of_a_table_say_the_same_code(table: str) -> None:
    folder = Path(wording.__file__).parent / table
    names = [path.stem for path in sorted(folder.glob("*.py")) if path.stem != "__init__"]
    codes = [
        code
        for name in names
        for code in getattr(
            importlib.import_module(f"{wording.__name__}.{table}.{name}"), table.upper()
        )
    ]

    assert len(codes) == len(set(codes)) == len(TABLES[table])


def test_every_sentence_is_said_somewhere() -> None:
    unsaid = [
        f"{table}: {code}"
        for table, code, _ in _entries()
        if f'"{code}"' not in CODE and not MADE[table].fullmatch(code)
    ]

    assert unsaid == []
