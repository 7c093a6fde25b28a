"""
Shapes: what a document may look like, said once, used for reading and for the JSON Schema.

A shape reads a node into a value, or tells the :class:`Reading` what is wrong and returns
:data:`FAILED`. Nothing stops at the first problem; the caller raises them all at once.
"""

from lerendwerk_core.sources.shapes.nested import (
    ByForm,
    Checked,
    Choosing,
    Field,
    Keyed,
    Many,
    Record,
    Row,
)
from lerendwerk_core.sources.shapes.plain import (
    MAX_TEXT,
    Day,
    Defines,
    Flag,
    Number,
    OneOf,
    Refers,
    Words,
)
from lerendwerk_core.sources.shapes.reading import FAILED, Reading, Shape, near_miss

__all__ = [
    "FAILED",
    "MAX_TEXT",
    "ByForm",
    "Checked",
    "Choosing",
    "Day",
    "Defines",
    "Field",
    "Flag",
    "Keyed",
    "Many",
    "Number",
    "OneOf",
    "Reading",
    "Record",
    "Refers",
    "Row",
    "Shape",
    "Words",
    "near_miss",
]
