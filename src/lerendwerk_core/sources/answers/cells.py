"""What a cell says: a text, or an answer in any of its spellings."""

from __future__ import annotations

from lerendwerk_core.model.answers import ANSWERS, CODES, OPEN
from lerendwerk_core.vocabulary import plain

NO_ANSWER = 255
"""The code of a cell that is no answer."""
UNSET = 254
"""The code of an answer that was not even left open."""
LONGEST_ANSWER = 60
MOST_KEPT = 10_000

_CODES = {spelling: CODES[answer] for answer in ANSWERS for spelling in answer.spellings()}


def text_of(cell: object) -> str:
    """Return what *cell* says, without space around it; nothing for what is absent."""
    if isinstance(cell, str):
        return cell.strip()
    try:
        if cell is None or cell != cell:  # noqa: PLR0124 - only what is no number differs from itself
            return ""
    except TypeError:
        return ""  # the NA of pandas has no truth
    except ValueError:
        return str(cell)  # an array in a cell
    # A column of whole numbers in which one is absent comes out of pandas with a point.
    return str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell).strip()


class Spellings(dict[object, int]):
    """
    The code of every cell met so far.

    There are few spellings and many cells, so that a row becomes bytes at the speed of a dict. Only so
    many are kept: a hostile file spells without end.
    """

    def __missing__(self, cell: object) -> int:
        code = _code_of(text_of(cell))
        if len(self) < MOST_KEPT:
            self[cell] = code
        return code


def _code_of(said: str) -> int:
    if not said:
        return OPEN
    return _CODES.get(plain(said), NO_ANSWER) if len(said) <= LONGEST_ANSWER else NO_ANSWER
