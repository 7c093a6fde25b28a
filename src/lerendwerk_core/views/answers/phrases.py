"""Small phrases that answers are made of."""

from __future__ import annotations

from collections.abc import Sequence

from lerendwerk_core.text import Text, number


def percentage(share: float | None) -> Text:
    """Return *share* (0 to 1) in per cent, with one decimal at the most."""
    if share is None:
        return Text("-", "-")
    value = round(share * 100, 1)
    return Text(f"{number(value, 'nl')} %", f"{number(value, 'en')}%")


def signed(value: float) -> Text:
    """Return *value* with its sign."""
    sign = "+" if value > 0 else ""
    return Text(sign + number(value, "nl"), sign + number(value, "en"))


def chain(parts: Sequence[Text]) -> Text:
    """Return *parts* with arrows between them."""
    return Text(" > ".join(part.nl for part in parts), " > ".join(part.en for part in parts))


def listed(parts: Sequence[Text]) -> Text:
    """Return *parts* with commas between them."""
    nl, en = ", ".join(part.nl for part in parts), ", ".join(part.en for part in parts)
    return Text(nl or "-", en or "-")
