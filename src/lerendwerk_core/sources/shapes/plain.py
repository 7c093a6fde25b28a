"""Shapes of single values: texts, numbers, dates, words, ids."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import attrs

from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes.reading import FAILED, Reading, near_miss
from lerendwerk_core.vocabulary import Word
from lerendwerk_core.wording import CONTROL

_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_TEXT = 20_000


MAX_NUMBER = 10**9


@attrs.frozen
class Words:
    """A text."""

    def read(self, node: Node, reading: Reading) -> Any:
        if isinstance(node.value, list | dict) or node.value is None:
            return reading.wrong(node.mark, "not-a-text")
        if len(node.raw) > MAX_TEXT:
            return reading.wrong(node.mark, "text-too-long", limit=MAX_TEXT)
        if CONTROL.search(node.raw):
            return reading.wrong(node.mark, "control-character")
        return node.raw

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number", "boolean"]}


@attrs.frozen
class Number:
    """A number from ``least`` on; ``whole`` asks for an integer."""

    least: float = 0
    whole: bool = False
    most: float = MAX_NUMBER

    def read(self, node: Node, reading: Reading) -> Any:
        value = node.value
        if isinstance(value, bool) or not isinstance(value, int if self.whole else int | float):
            code = "not-a-whole-number" if self.whole else "not-a-number"
            return reading.wrong(node.mark, code, value=node.raw)
        if not self.least <= value <= self.most:
            least, most = f"{self.least:g}", f"{self.most:g}"
            code = "number-out-of-range"
            return reading.wrong(node.mark, code, value=node.raw, least=least, most=most)
        return int(value) if self.whole else float(value)

    def schema(self) -> dict[str, Any]:
        kind = "integer" if self.whole else "number"
        return {"type": kind, "minimum": self.least, "maximum": self.most}


@attrs.frozen
class Flag:
    """True or false."""

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, bool):
            return reading.wrong(node.mark, "not-a-flag", value=node.raw)
        return node.value

    def schema(self) -> dict[str, Any]:
        return {"type": "boolean"}


@attrs.frozen
class Day:
    """A date, ``2025-07-01``."""

    def read(self, node: Node, reading: Reading) -> Any:
        try:
            return dt.date.fromisoformat(node.raw if _DAY.fullmatch(node.raw) else "")
        except ValueError:
            return reading.wrong(node.mark, "not-a-date", value=node.raw)

    def schema(self) -> dict[str, Any]:
        return {"type": "string", "format": "date", "pattern": f"^{_DAY.pattern}$"}


@attrs.frozen
class OneOf:
    """A word of a closed list, in Dutch or in English."""

    words: type[Word]

    def read(self, node: Node, reading: Reading) -> Any:
        word = None if isinstance(node.value, list | dict) else self.words.read(node.raw)
        if word is None:
            near = near_miss(node.raw, self.words.accepted())
            return reading.wrong(node.mark, "unknown-word", near, value=node.raw)
        return word

    def schema(self) -> dict[str, Any]:
        return {"enum": list(self.words.accepted())}


@attrs.frozen
class Defines:
    """An id that defines something of ``kind``."""

    kind: str

    def read(self, node: Node, reading: Reading) -> Any:
        key = Words().read(node, reading)
        if key is FAILED or not key.strip():
            return reading.wrong(node.mark, "empty-id") if key is not FAILED else FAILED
        reading.define(self.kind, key, node.mark)
        return key

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "minLength": 1}


@attrs.frozen
class Refers:
    """The id of something of ``kind`` that is defined elsewhere."""

    kind: str

    def read(self, node: Node, reading: Reading) -> Any:
        key = Words().read(node, reading)
        if key is not FAILED:
            reading.refer(self.kind, key, node.mark)
        return key

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"]}
