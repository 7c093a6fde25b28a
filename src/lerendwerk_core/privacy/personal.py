"""
Personal routes: the employee's own, sealed with the employee's own key (C#57, invariant I6).

A dossier carries them as sealed texts. Whoever has the key can open the one that it fits; to everybody
else they are as many texts of one length.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import importlib
import json
import secrets
from collections.abc import Sequence
from typing import Any

import attrs

from lerendwerk_core.errors import MissingExtraError, PrivacyError, ResultError
from lerendwerk_core.model.learning import CompetenceRef
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.wording import problem_text

KEY_BYTES, NONCE_BYTES = 32, 12
BLOCK = 1024
VERSION = b"\x01"


@attrs.frozen(kw_only=True)
class OwnNeed(Wired):
    """What somebody wants to learn, in their own words, perhaps with a competence."""

    words: str
    competences: tuple[CompetenceRef, ...] = ()


@attrs.frozen(kw_only=True)
class OwnActivity(Wired):
    """What somebody does about it: an activity of the catalogue or in words of their own."""

    what: str
    hours: float | None = None
    date: dt.date | None = None
    done: bool = False


@attrs.frozen(kw_only=True, repr=False)
class PersonalRoute(Wired):
    """
    The learning route of one employee, who alone can read it.

    ``patterns`` are habits that they want to unlearn; beliefs and loyalties are a group's, and have no
    place in here. ``notes`` are for nobody else.
    """

    needs: tuple[OwnNeed, ...] = ()
    activities: tuple[OwnActivity, ...] = ()
    patterns: tuple[str, ...] = ()
    notes: str = ""

    def __repr__(self) -> str:
        return "PersonalRoute(...)"

    def _repr_html_(self) -> str:
        return "PersonalRoute(...)"


def new_key() -> str:
    """Return a new key, to be kept by its owner and nowhere else."""
    return base64.urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode("ascii")


def seal(route: PersonalRoute, key: str) -> str:
    """
    Return *route* sealed with *key*: nobody can read or change it without.

    ChaCha20-Poly1305, filled up to a whole number of kilobytes so that its length says little.

    Raises:
        PrivacyError: The key is none of :func:`new_key`.
        MissingExtraError: The extra ``private`` is not installed.
    """
    plain = json.dumps(route.to_dict(), ensure_ascii=False, sort_keys=True).encode("utf-8")
    size = -(-(len(plain) + 4) // BLOCK) * BLOCK
    filled = (len(plain).to_bytes(4, "big") + plain).ljust(size, b"\0")
    nonce = secrets.token_bytes(NONCE_BYTES)
    closed = _cipher(key).encrypt(nonce, filled, VERSION)
    return base64.urlsafe_b64encode(VERSION + nonce + closed).decode("ascii")


def open_sealed(text: str, key: str) -> PersonalRoute:
    """
    Return the route in *text*.

    Raises:
        PrivacyError: The key does not fit, or the text was changed: which of the two is not told.
        MissingExtraError: The extra ``private`` is not installed.
    """
    cipher = _cipher(key)
    try:
        raw = base64.urlsafe_b64decode(text.encode("ascii"))
        head = len(VERSION) + NONCE_BYTES
        filled = cipher.decrypt(raw[len(VERSION) : head], raw[head:], raw[: len(VERSION)])
        size = int.from_bytes(filled[:4], "big")
        return PersonalRoute.from_dict(json.loads(filled[4 : 4 + size]))
    except (ValueError, UnicodeError, binascii.Error, ResultError, _invalid_tag()):
        raise PrivacyError(problem_text("key-does-not-fit")) from None


def own_route(sealed: Sequence[str], key: str) -> PersonalRoute:
    """
    Return the last of the *sealed* routes that *key* opens.

    Raises:
        PrivacyError: It opens none.
        MissingExtraError: The extra ``private`` is not installed.
    """
    for text in reversed(sealed):
        try:
            return open_sealed(text, key)
        except PrivacyError:
            continue
    raise PrivacyError(problem_text("key-opens-none", count=len(sealed)))


def _cipher(key: str) -> Any:
    try:
        raw = base64.urlsafe_b64decode(key.strip().encode("ascii"))
    except (ValueError, UnicodeError, binascii.Error):
        raw = b""
    if len(raw) != KEY_BYTES:
        raise PrivacyError(problem_text("not-a-key"))
    return _library("cryptography.hazmat.primitives.ciphers.aead").ChaCha20Poly1305(raw)


def _invalid_tag() -> type[Exception]:
    return _library("cryptography.exceptions").InvalidTag  # type: ignore[no-any-return]


def _library(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise MissingExtraError("private") from error
