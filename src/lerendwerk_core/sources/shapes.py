"""
Shapes: what a document may look like, said once, used for reading and for the JSON Schema.

A shape reads a node into a value, or tells the :class:`Reading` what is wrong and returns
:data:`FAILED`. Nothing stops at the first problem; the caller raises them all at once.
"""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final, Protocol

import attrs

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.nodes import MAX_PROBLEMS, Entry, Node
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Word
from lerendwerk_core.wording import hint_text, problem_text

MAX_TEXT = 20_000
MAX_NUMBER = 10**9
SHORT_LIST = 12
LONGEST_NEAR_MISS = 60
MOST_NEAR_MISSES = 2000
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


class _Failed:
    """The value of a node that could not be read."""

    def __repr__(self) -> str:
        return "FAILED"


FAILED: Final = _Failed()


@attrs.frozen
class _Reference:
    kind: str
    key: str
    mark: Mark


@attrs.define
class Reading:
    """What one reading has found so far: problems, definitions and references between them."""

    problems: list[Problem] = attrs.field(factory=list)
    headcounts: list[tuple[str, int, Mark]] = attrs.field(factory=list)
    _defined: dict[str, dict[str, Mark | None]] = attrs.field(factory=dict)
    _references: list[_Reference] = attrs.field(factory=list)

    def wrong(self, mark: Mark, code: str, near: Text | None = None, **values: object) -> _Failed:
        """
        Note the problem *code* at *mark*.

        Raises:
            DossierError: There are so many problems that more would help nobody.
        """
        self.problems.append(Problem(mark, code, problem_text(code, **values), near))
        if len(self.problems) >= MAX_PROBLEMS:
            raise DossierError(tuple(self.problems))
        return FAILED

    def define(self, kind: str, key: str, mark: Mark | None = None) -> None:
        """Note that *key* of *kind* exists; a second one in the document is a problem."""
        known = self._defined.setdefault(kind, {})
        first = known.get(key)
        if first is not None and mark is not None:
            self.wrong(mark, "duplicate-id", kind=_kind(kind), key=key, first=first)
        known[key] = known.get(key) or mark

    def defined(self, kind: str) -> tuple[str, ...]:
        """Return everything of *kind* that exists."""
        return tuple(self._defined.get(kind, ()))

    def refer(self, kind: str, key: str, mark: Mark) -> None:
        """Note that *key* of *kind* is meant at *mark*."""
        self._references.append(_Reference(kind, key, mark))

    def expect(self, kind: str) -> None:
        """Note that references to *kind* are to be checked, even if nothing defines one."""
        self._defined.setdefault(kind, {})

    def check_references(self) -> None:
        """Note every reference to something that nobody defined."""
        for one in self._references:
            known = self._defined.get(one.kind)
            if known is not None and one.key not in known:
                near = near_miss(one.key, known)
                self.wrong(one.mark, "unknown-reference", near, kind=_kind(one.kind), key=one.key)

    def finish(self) -> None:
        """
        Check the references and raise if anything was wrong.

        Raises:
            DossierError: With every problem.
        """
        self.check_references()
        if self.problems:
            raise DossierError(tuple(self.problems))


def near_miss(word: str, known: Collection[str]) -> Text | None:
    """Return the hint that names what *word* was probably meant to be, if anything comes near."""
    if len(word) > LONGEST_NEAR_MISS or len(known) > MOST_NEAR_MISSES:
        return None
    options = sorted(set(known))
    close = difflib.get_close_matches(word, options, n=1, cutoff=0.6)
    if close:
        return hint_text("near-miss", near=close[0])
    return hint_text("known", known=options[:12]) if 0 < len(options) <= SHORT_LIST else None


def _kind(kind: str) -> Text:
    return hint_text(f"kind-{kind}")


class Shape(Protocol):
    """Something that reads nodes."""

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value of *node*, or note what is wrong and return :data:`FAILED`."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema (draft-07) of the shape."""


@attrs.frozen
class Words:
    """A text."""

    def read(self, node: Node, reading: Reading) -> Any:
        if isinstance(node.value, list | dict) or node.value is None:
            return reading.wrong(node.mark, "not-a-text")
        if len(node.raw) > MAX_TEXT:
            return reading.wrong(node.mark, "text-too-long", limit=MAX_TEXT)
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


@attrs.frozen
class Many:
    """A list; a single value stands for a list of one where ``or_one``."""

    of: Shape
    or_one: bool = False

    def read(self, node: Node, reading: Reading) -> Any:
        if self.or_one and not isinstance(node.value, list):
            value = self.of.read(node, reading)
            return FAILED if value is FAILED else (value,)
        if not isinstance(node.value, list):
            return reading.wrong(node.mark, "not-a-list")
        values = [self.of.read(part, reading) for part in node.value]
        return FAILED if FAILED in values else tuple(values)

    def schema(self) -> dict[str, Any]:
        many = {"type": "array", "items": self.of.schema()}
        return {"anyOf": [many, self.of.schema()]} if self.or_one else many


@attrs.frozen
class Row:
    """A list with its own shape per place, such as ``[s01, s02]``; the last ``optional`` may lack."""

    places: tuple[Shape, ...]
    optional: int = 0

    def read(self, node: Node, reading: Reading) -> Any:
        parts = node.value if isinstance(node.value, list) else []
        least = len(self.places) - self.optional
        if not least <= len(parts) <= len(self.places):
            return reading.wrong(node.mark, "row-length", least=least, most=len(self.places))
        values = [
            place.read(part, reading) for place, part in zip(self.places, parts, strict=False)
        ]
        return FAILED if FAILED in values else tuple(values)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "array",
            "items": [place.schema() for place in self.places],
            "minItems": len(self.places) - self.optional,
            "maxItems": len(self.places),
        }


@attrs.frozen
class Keyed:
    """A mapping from ids to values; ``refers`` says what the ids must be."""

    of: Shape
    refers: str = ""

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        values = {key: self._entry(key, entry, reading) for key, entry in node.value.items()}
        return FAILED if FAILED in values.values() else Table(values)

    def _entry(self, key: str, entry: Entry, reading: Reading) -> Any:
        if self.refers:
            reading.refer(self.refers, key, entry.mark)
        return self.of.read(entry.node, reading)

    def schema(self) -> dict[str, Any]:
        return {"type": "object", "additionalProperties": self.of.schema()}


@attrs.frozen
class Field:
    """A key of a record: the shape of its value, what it is for, and the value if it is absent."""

    key: str
    shape: Shape
    doc: Text
    required: bool = False
    default: Any = None
    may_be_empty: bool = False


@attrs.frozen
class Record:
    """
    A mapping with known keys, built into a noun by ``build(**values)``.

    A ``lenient`` record is built even if some of its values could not be read, their defaults in
    their place, so that what is wrong with the rest can be found as well.
    """

    fields: Sequence[Field]
    build: Callable[..., Any]
    lenient: bool = False

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        self._refuse_unknown(node.value, reading)
        values = {one.key: self._value(one, node, reading) for one in self.fields}
        failed = [one for one in self.fields if values[one.key] is FAILED]
        if failed and not self.lenient:
            return FAILED
        return self.build(**_mended(values, failed))

    def _refuse_unknown(self, entries: Mapping[str, Entry], reading: Reading) -> None:
        known = [one.key for one in self.fields]
        for key, entry in entries.items():
            if key not in known:
                reading.wrong(entry.mark, "unknown-key", near_miss(key, known), key=key)

    def _value(self, one: Field, node: Node, reading: Reading) -> Any:
        assert isinstance(node.value, dict)  # noqa: S101 - read() has checked
        entry = node.value.get(one.key)
        if entry is None or (entry.node.is_nothing and not one.may_be_empty):
            if one.required:
                return reading.wrong(node.mark, "missing-key", key=one.key)
            return one.default
        return one.shape.read(entry.node, reading)

    def schema(self) -> dict[str, Any]:
        properties = {one.key: _described(one) for one in self.fields}
        required = [one.key for one in self.fields if one.required]
        shape = {"type": "object", "properties": properties, "additionalProperties": False}
        return {**shape, "required": required} if required else shape


def _mended(values: Mapping[str, Any], failed: Sequence[Field]) -> dict[str, Any]:
    return {**values, **{one.key: one.default for one in failed}}


def _described(one: Field) -> dict[str, Any]:
    schema = one.shape.schema()
    described = {"description": f"{one.doc.nl} / {one.doc.en}", **schema}
    if one.required:
        return described
    return {"description": described.pop("description"), "anyOf": [described, {"type": "null"}]}


@attrs.frozen
class ByForm:
    """The first shape for a list, the second for a mapping, the third for a scalar."""

    mapping: Shape | None = None
    scalar: Shape | None = None
    items: Shape | None = None

    def read(self, node: Node, reading: Reading) -> Any:
        shape = self.scalar
        if isinstance(node.value, dict):
            shape = self.mapping
        elif isinstance(node.value, list):
            shape = self.items
        if shape is None:
            return reading.wrong(node.mark, "wrong-form")
        return shape.read(node, reading)

    def schema(self) -> dict[str, Any]:
        shapes = (self.mapping, self.scalar, self.items)
        return {"anyOf": [shape.schema() for shape in shapes if shape is not None]}


@attrs.frozen
class Checked:
    """A shape with one more demand: ``test(value, node, reading)`` notes what is wrong, if anything."""

    shape: Shape
    test: Callable[[Any, Node, Reading], None]

    def read(self, node: Node, reading: Reading) -> Any:
        value = self.shape.read(node, reading)
        if value is not FAILED:
            self.test(value, node, reading)
        return value

    def schema(self) -> dict[str, Any]:
        return self.shape.schema()


@attrs.frozen
class Choosing:
    """The shape that ``choose(node)`` picks; the schema allows each of ``among``."""

    choose: Callable[[Node], Shape]
    among: tuple[Shape, ...]

    def read(self, node: Node, reading: Reading) -> Any:
        return self.choose(node).read(node, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [shape.schema() for shape in self.among]}
