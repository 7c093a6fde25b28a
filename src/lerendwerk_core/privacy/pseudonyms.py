"""
Role codes from who people are, by a keyed hash: the same person, the same code.

Without the key nobody can try out names, so the key belongs outside the dossier; nothing here stores it.
"""

from __future__ import annotations

import hashlib
import hmac
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from lerendwerk_core.errors import PrivacyError
from lerendwerk_core.wording import problem_text

LEAST_KEY = 32
DIGITS = "0123456789"
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Base 32 without the letters that are taken for a digit or for each other."""
BETWEEN = "\x1f"


def pseudonym(identity: str, key: bytes, *, prefix: str = "", length: int = 10) -> str:
    """
    Return the code of *identity* under *key*, such as ``JC-7k2m9qx4ta``.

    Capitals, spaces around it and the way accents are stored make no difference. The code begins
    with a digit and a letter, so that neither a name nor a citizen service number passes for one.

    Raises:
        PrivacyError: The key has fewer than 32 bytes.
    """
    if len(key) < LEAST_KEY:
        raise PrivacyError(problem_text("key-too-short", given=len(key), needed=LEAST_KEY))
    digest = hmac.new(key, _same(identity).encode(), hashlib.sha256).digest()
    code = _written(int.from_bytes(digest, "big"), length)
    return f"{prefix}-{code}" if prefix else code


def pseudonymised(
    rows: Iterable[Mapping[str, str]], columns: Sequence[str], key: bytes
) -> list[dict[str, str]]:
    """
    Return *rows* with a ``code`` in place of *columns*, which say together who someone is.

    Raises:
        PrivacyError: The key is too short, or two people come to one code.
    """
    known: dict[str, str] = {}
    return [_pseudonymised(row, columns, key, known) for row in rows]


def _pseudonymised(
    row: Mapping[str, str], columns: Sequence[str], key: bytes, known: dict[str, str]
) -> dict[str, str]:
    identity = BETWEEN.join(_same(row[column]) for column in columns)
    code = pseudonym(identity, key)
    if known.setdefault(code, identity) != identity:
        raise PrivacyError(problem_text("codes-coincide"))
    others = {name: cell for name, cell in row.items() if name not in columns}
    return {"code": code, **others}


def _same(identity: str) -> str:
    """Return *identity* so that two spellings of one name are equal."""
    folded = unicodedata.normalize("NFKC", identity.strip()).casefold()
    return unicodedata.normalize("NFKC", folded)


def _written(number: int, length: int) -> str:
    number, first = divmod(number, len(DIGITS))
    number, second = divmod(number, len(LETTERS) - len(DIGITS))
    code = DIGITS[first] + LETTERS[len(DIGITS) + second]
    while len(code) < length:
        number, place = divmod(number, len(LETTERS))
        code += LETTERS[place]
    return code
