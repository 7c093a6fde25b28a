"""A text for users in both languages, the smallest noun of the library."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

Lang = Literal["nl", "en"]
LANGUAGES: tuple[Lang, ...] = ("nl", "en")


@attrs.frozen
class Text:
    """
    The same words in Dutch and in English.

    A user's own label may exist in one language only; :meth:`of` then uses it for both, because a
    reader is better served by the other language than by nothing.
    """

    nl: str
    en: str

    @classmethod
    def of(cls, nl: str | None, en: str | None = None) -> Text:
        """Return the text of *nl* and *en*, each standing in for the other where it is missing."""
        return cls(nl or en or "", en or nl or "")

    def in_(self, lang: Lang) -> str:
        """Return the words in *lang*."""
        return self.nl if lang == "nl" else self.en

    def filled(self, values: Mapping[str, object]) -> Text:
        """Return the text with its ``{placeholders}`` filled, each language in its own words."""
        return Text(
            self.nl.format_map({key: shown(value, "nl") for key, value in values.items()}),
            self.en.format_map({key: shown(value, "en") for key, value in values.items()}),
        )

    def __str__(self) -> str:
        return self.en


def shown(value: object, lang: Lang) -> str:
    """Return *value* as a reader of *lang* expects it: lists joined, decimals with their own mark."""
    if isinstance(value, Text):
        return value.in_(lang)
    if isinstance(value, bool):
        return {"nl": ("nee", "ja"), "en": ("no", "yes")}[lang][value]
    if isinstance(value, float):
        return number(value, lang)
    if isinstance(value, tuple | list):
        return ", ".join(shown(part, lang) for part in value) or "-"
    return str(value)


def number(value: float, lang: Lang) -> str:
    """Return *value* with at most three decimals, and the decimal mark of *lang*."""
    # Adding zero turns a negative zero, which is what is left of -0.0001, into a plain one.
    written = f"{round(value, 3) + 0.0:.3f}".rstrip("0").rstrip(".")
    return written.replace(".", ",") if lang == "nl" else written
