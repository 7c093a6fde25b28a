"""Shapes of what holds other shapes: lists, rows, mappings, records."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.nodes import Entry, Node
from lerendwerk_core.sources.shapes.reading import FAILED, Reading, Shape, near_miss
from lerendwerk_core.text import Text


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
