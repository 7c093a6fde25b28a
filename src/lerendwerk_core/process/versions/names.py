"""Names as they are compared, and how much alike two of them are."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

WORD = re.compile(r"\w{4,}")


def plain_name(name: str) -> str:
    """Return *name* as names are compared: small letters, single spaces."""
    return re.sub(r"\s+", " ", name).strip().casefold()


def words(name: str) -> frozenset[str]:
    """Return the longer words of *name*."""
    return frozenset(WORD.findall(plain_name(name)))


def numbers(name: str) -> list[str]:
    """Return the numbers in *name*."""
    return re.findall(r"\d+", name)


def likeness(one: str, other: str, least: float = 0.0) -> float:
    """Return how much alike two names are, from 0 to 1; 0 when that is below *least*."""
    first, second = sorted((plain_name(one), plain_name(other)))
    match = SequenceMatcher(None, first, second, autojunk=False)
    if match.real_quick_ratio() < least or match.quick_ratio() < least:
        return 0.0
    ratio = match.ratio()
    return ratio if ratio >= least else 0.0
