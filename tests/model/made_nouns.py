"""The nouns of the library and strategies that make them from their types."""

from __future__ import annotations

import datetime as dt
import enum
import functools
import importlib
import inspect
import operator
import pkgutil
import types
from collections.abc import Iterator, Mapping
from typing import Any, Literal, Union, get_args, get_origin

import attrs
from hypothesis import strategies as st

from lerendwerk_core import model
from lerendwerk_core.model.event_log import EventLog
from lerendwerk_core.model.table import Table

SIMPLE: Mapping[object, st.SearchStrategy[Any]] = {
    str: st.text(max_size=4),
    int: st.integers(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    bool: st.booleans(),
    bytes: st.binary(max_size=4),
    dt.date: st.dates(),
    type(None): st.none(),
}


def public_classes() -> Iterator[type]:
    """Every public class that a module of ``model`` defines."""
    for module in pkgutil.iter_modules(model.__path__, f"{model.__name__}."):
        loaded = importlib.import_module(module.name)
        for name, kind in inspect.getmembers(loaded, inspect.isclass):
            if kind.__module__ == module.name and not name.startswith("_"):
                yield kind


ARRAYS = (EventLog,)
"""Arrays under one name: as large as a log, so told apart by identity and written nowhere."""

NOUNS = [kind for kind in public_classes() if attrs.has(kind) and kind not in ARRAYS]


@functools.cache
def noun(kind: type) -> st.SearchStrategy[Any]:
    """A strategy for *kind*, from the types of its fields."""
    resolved: Any = attrs.resolve_types(kind)
    fields = {
        field.alias: st.just(()) if _holds(field.type, kind) else of_type(field.type)
        for field in attrs.fields(resolved)
        if field.init
    }
    return st.builds(kind, **fields)


def _holds(field: Any, kind: type) -> bool:
    """Whether a field holds parts of the same kind again, as a tree does."""
    return get_origin(field) is tuple and get_args(field)[:1] == (kind,)


def of_type(kind: Any) -> st.SearchStrategy[Any]:
    """A strategy for whatever a field of a noun can hold."""
    if kind in ARRAYS:
        return st.none()
    if kind in SIMPLE:
        return SIMPLE[kind]
    if get_origin(kind) in (types.UnionType, Union):
        return functools.reduce(operator.or_, map(of_type, get_args(kind)))
    if get_origin(kind) is Literal:
        return st.sampled_from(get_args(kind))
    if get_origin(kind) is tuple:
        return _tuples(*get_args(kind))
    if get_origin(kind) is Table:
        return st.dictionaries(*map(of_type, get_args(kind)), max_size=2).map(Table)
    if issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    return noun(kind)


def _tuples(*parts: Any) -> st.SearchStrategy[Any]:
    if parts[-1] is Ellipsis:
        return st.lists(of_type(parts[0]), max_size=2).map(tuple)
    return st.tuples(*map(of_type, parts))


def attrs_parts(value: object) -> Iterator[object]:
    """Every noun and result within *value*, itself included."""
    if attrs.has(type(value)):
        yield value
        for field in attrs.fields(type(value)):
            yield from attrs_parts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from attrs_parts(key)
            yield from attrs_parts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from attrs_parts(part)
