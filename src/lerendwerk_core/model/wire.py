"""
Nouns to plain JSON types and back.

Every result and every noun that leaves the library goes through here: attrs classes become objects
with their field names as keys, words their values, tables objects, dates ISO text. The way back is
strict: what ``to_dict`` wrote is read, nothing is guessed.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import itertools
import math
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypeVar, get_args, get_origin

import attrs

from lerendwerk_core.errors import ResultError
from lerendwerk_core.model.display import html_of
from lerendwerk_core.model.table import Table
from lerendwerk_core.wording import problem_text

if TYPE_CHECKING:
    from cattrs import Converter

T = TypeVar("T")
_TABLE: Any = Table
_TUPLE: Any = tuple
JSON = dict[str, Any]
LONGEST_REASON = 200


def plain(value: object) -> Any:
    """Return *value* in plain JSON types, keys and order always the same."""
    kind: Any = type(value)
    if attrs.has(kind):
        fields = (field.name for field in attrs.fields(kind))
        return {name: plain(getattr(value, name)) for name in fields}
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(part) for key, part in value.items()}
    if isinstance(value, frozenset):
        return sorted(map(plain, value))
    if isinstance(value, tuple | list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def read_back(kind: type[T], data: Mapping[str, Any]) -> T:
    """
    Return the *kind* that :func:`plain` wrote as *data*.

    Raises:
        ResultError: An unknown key, a missing one that has no default, a value of another type.
    """
    from cattrs import transform_error  # noqa: PLC0415 - as the converter

    try:
        return _converter().structure(data, kind)
    except Exception as error:
        reasons = [reason[:LONGEST_REASON] for reason in transform_error(error)]
        said = problem_text("result-unreadable", kind=kind.__name__, reasons=reasons)
        raise ResultError(said) from error


@functools.cache
def _converter() -> Converter:
    from cattrs import Converter  # noqa: PLC0415 - 30 ms that only reading back needs

    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook(dt.date, lambda text, _: dt.date.fromisoformat(text))
    converter.register_structure_hook_factory(
        lambda kind: get_origin(kind) is _TABLE,
        lambda kind: functools.partial(_table, converter, *get_args(kind)),
    )
    converter.register_structure_hook_factory(
        lambda kind: get_origin(kind) is _TUPLE,
        lambda kind: functools.partial(_tuple, converter, get_args(kind)),
    )
    for primitive in (str, int, float, bool):
        converter.register_structure_hook(primitive, _exactly)
    return converter


def _table(
    converter: Converter, key: type, part: Any, data: Mapping[Any, Any], _: object
) -> Table[Any, Any]:
    return Table(
        (converter.structure(name, key), converter.structure(value, part))
        for name, value in data.items()
    )


def _tuple(
    converter: Converter, kinds: tuple[Any, ...], data: Sequence[Any], _: object
) -> tuple[Any, ...]:
    # cattrs would take the letters of a text, or the keys of an object, for the parts of a list.
    if not isinstance(data, list | tuple):
        message = f"{data!r} is not a list"
        raise TypeError(message)
    each = itertools.repeat(kinds[0], len(data)) if kinds[-1] is Ellipsis else kinds
    return tuple(converter.structure(part, kind) for kind, part in zip(each, data, strict=True))


def _exactly(value: object, kind: type) -> object:
    # cattrs would turn 2.9 into 2 and "no" into True; JSON has one number type, so 3 may be a float
    # and stays 3, so that what is written again is the same.
    if kind is float and type(value) is int:
        return value
    if type(value) is not kind or (isinstance(value, float) and not math.isfinite(value)):
        message = f"{value!r} is not a {kind.__name__}"
        raise TypeError(message)
    return value


class Wired:
    """Gives an attrs class ``to_dict``, ``from_dict`` and a card in notebooks."""

    __slots__ = ()

    def to_dict(self) -> JSON:
        """Return the value in plain JSON types, with its field names as keys."""
        result: JSON = plain(self)
        return result

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the value that :meth:`to_dict` wrote."""
        return read_back(cls, data)

    def _repr_html_(self) -> str:
        return html_of(type(self).__name__, self.to_dict())
