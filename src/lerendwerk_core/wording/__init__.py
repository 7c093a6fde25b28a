"""
Every sentence that the library says, by code, in Dutch and in English.

``problems`` are errors in documents, ``hints`` what to do about them, ``findings`` what should not
be, ``reasons`` why a number is what it is, ``pages`` the words of the report and the command. A
table is read when its first sentence is said.
"""

import importlib
import re
from typing import Any

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

__all__ = [
    "FINDINGS",
    "HINTS",
    "PAGES",
    "PROBLEMS",
    "REASONS",
    "finding_text",
    "hint_text",
    "page_text",
    "problem_text",
    "reason",
]

_TABLES = {
    "FINDINGS": "findings",
    "HINTS": "hints",
    "PAGES": "pages",
    "PROBLEMS": "problems",
    "REASONS": "reasons",
}


def __getattr__(name: str) -> Any:
    if name not in _TABLES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return _table(name)


def _table(name: str) -> Any:
    return getattr(importlib.import_module(f"{__name__}.{_TABLES[name]}"), name)


CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LONGEST_VALUE = 200
LONGEST_LIST = 12


def problem_text(code: str, /, **values: object) -> Text:
    """Return the message of the problem *code*."""
    return _filled(_table("PROBLEMS")[code], values)


def hint_text(code: str, /, **values: object) -> Text:
    """Return the hint *code*."""
    return _filled(_table("HINTS")[code], values)


def finding_text(code: str, /, **values: object) -> tuple[Severity, Text]:
    """Return the severity and the message of the finding *code*."""
    severity, text = _table("FINDINGS")[code]
    return severity, _filled(text, values)


def reason(code: str, /, **values: object) -> Text:
    """Return the reason *code*."""
    return _filled(_table("REASONS")[code], values)


def page_text(code: str, /, **values: object) -> Text:
    """Return the words *code* of the report and the command."""
    return _filled(_table("PAGES")[code], values)


def _filled(text: Text, values: dict[str, object]) -> Text:
    # A value from a document is quoted, but never at full length: it may be a megabyte, or a list
    # of every step there is.
    return text.filled({key: _short(value) for key, value in values.items()})


def _short(value: object) -> object:
    if isinstance(value, str):
        # A terminal would obey a control character, so a message shows that there was one.
        clean = CONTROL.sub("\N{REPLACEMENT CHARACTER}", value[:LONGEST_VALUE])
        return clean + "…" if len(value) > LONGEST_VALUE else clean
    if isinstance(value, tuple | list) and len(value) > LONGEST_LIST:
        more = len(value) - LONGEST_LIST
        return (*value[:LONGEST_LIST], Text(f"en nog {more}", f"and {more} more"))
    return value
