"""
Every sentence that the library says, by code, in Dutch and in English.

``problems`` are errors in documents, ``hints`` what to do about them, ``findings`` what should not
be, ``reasons`` why a number is what it is, ``pages`` the words of the report and the command.
"""

import re

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity
from lerendwerk_core.wording.findings import FINDINGS
from lerendwerk_core.wording.hints import HINTS
from lerendwerk_core.wording.pages import PAGES
from lerendwerk_core.wording.problems import PROBLEMS
from lerendwerk_core.wording.reasons import REASONS

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

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
LONGEST_VALUE = 200
LONGEST_LIST = 12


def problem_text(code: str, /, **values: object) -> Text:
    """Return the message of the problem *code*."""
    return _filled(PROBLEMS[code], values)


def hint_text(code: str, /, **values: object) -> Text:
    """Return the hint *code*."""
    return _filled(HINTS[code], values)


def finding_text(code: str, /, **values: object) -> tuple[Severity, Text]:
    """Return the severity and the message of the finding *code*."""
    severity, text = FINDINGS[code]
    return severity, _filled(text, values)


def reason(code: str, /, **values: object) -> Text:
    """Return the reason *code*."""
    return _filled(REASONS[code], values)


def page_text(code: str, /, **values: object) -> Text:
    """Return the words *code* of the report and the command."""
    return _filled(PAGES[code], values)


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
