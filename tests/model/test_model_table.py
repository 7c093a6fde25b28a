"""The immutable mapping."""

from __future__ import annotations

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.model.table import Table

items = st.dictionaries(st.text(max_size=3), st.integers())


@given(items)
def test_a_table_is_equal_to_any_mapping_with_its_items_and_keeps_their_order(
    written: dict[str, int],
) -> None:
    found = Table(written)

    assert found == written
    assert found == Table(written.items())
    assert list(found.items()) == list(written.items())
    assert len(found) == len(written)


@given(items, items)
def test_equal_tables_hash_alike_whatever_their_order(
    one: dict[str, int], other: dict[str, int]
) -> None:
    turned = Table(reversed(one.items()))

    assert turned == Table(one)
    assert hash(turned) == hash(Table(one))
    assert (Table(one) == Table(other)) == (one == other)


@given(items)
def test_a_table_survives_pickle_and_copy(written: dict[str, int]) -> None:
    found = Table(written)

    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own
    assert copy.copy(found) == copy.deepcopy(found) == found
    assert list(copy.deepcopy(found)) == list(written)


def test_a_table_cannot_be_changed() -> None:
    found = Table({"a": 1})

    with pytest.raises(TypeError):
        found["a"] = 2  # type: ignore[index]
    with pytest.raises(TypeError):
        del found["a"]  # type: ignore[attr-defined]
    for name in ("_items", "iets"):
        with pytest.raises(AttributeError):
            setattr(found, name, {})
    with pytest.raises(AttributeError):
        del found._items
    assert found == {"a": 1}


def test_what_a_table_was_made_of_can_change_without_it() -> None:
    written = {"a": 1}
    found = Table(written)

    written["a"] = 2

    assert found["a"] == 1


def test_a_table_of_what_cannot_be_hashed_cannot_be_hashed() -> None:
    with pytest.raises(TypeError):
        hash(Table({"a": []}))


def test_a_table_shows_what_is_in_it() -> None:
    assert repr(Table({"a": 1})) == "Table({'a': 1})"
