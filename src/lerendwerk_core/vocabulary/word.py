"""A word of a closed list, with its Dutch and English label."""

from __future__ import annotations

import enum
import re
import unicodedata
from typing import Self

from lerendwerk_core.text import Text


def plain(spelling: str) -> str:
    """Return *spelling* without capitals, accents and punctuation: ``"N.v.t."`` becomes ``"nvt"``."""
    bare = unicodedata.normalize("NFKD", spelling).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[\s_-]+", "_", bare.replace(".", "").strip()).strip("_")


class Word(enum.Enum):
    """One word of a closed list: value, Dutch label, English label, other accepted spellings."""

    nl: str
    en: str
    also: tuple[str, ...]

    def __new__(cls, value: str, nl: str, en: str, *also: str) -> Self:
        word = object.__new__(cls)
        word._value_ = value
        word.nl, word.en, word.also = nl, en, also
        return word

    @property
    def label(self) -> Text:
        """The word as users read it."""
        return Text(self.nl, self.en)

    @classmethod
    def read(cls, spelling: str) -> Self | None:
        """Return the word that *spelling* means, or ``None``."""
        wanted = plain(spelling)
        return next((word for word in cls if wanted in word.spellings()), None)

    @classmethod
    def valued(cls, value: str) -> Self:
        """Return the word that results write as *value*; ``KeyError`` if there is none."""
        return {word.value: word for word in cls}[value]

    @classmethod
    def accepted(cls) -> tuple[str, ...]:
        """Return one Dutch and one English spelling of every word, for messages and editors."""
        named = (name for word in cls for name in ((*word.also, plain(word.nl))[0], word.value))
        return tuple(dict.fromkeys(named))

    def spellings(self) -> frozenset[str]:
        """Return every spelling of the word in its plain form."""
        return frozenset(map(plain, (self.value, self.nl, self.en, *self.also)))
