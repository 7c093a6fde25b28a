"""Every noun: frozen, slotted, hashable, picklable, and the same after a trip over the wire."""

from __future__ import annotations

import copy
import inspect
import json
import pickle
from typing import Any, Protocol

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_nouns import ARRAYS, NOUNS, noun, public_classes

from lerendwerk_core.errors import ResultError
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text

WIRED = [kind for kind in NOUNS if issubclass(kind, Wired)]

names = pytest.mark.parametrize("kind", NOUNS, ids=lambda kind: kind.__name__)
wired = pytest.mark.parametrize("kind", WIRED, ids=lambda kind: kind.__name__)
quick = settings(max_examples=8)


def test_every_public_class_of_the_model_is_a_noun_or_a_promise() -> None:
    others = {kind for kind in public_classes() if kind not in NOUNS}

    promises = {kind for kind in others if Protocol in kind.__mro__}
    assert others - promises == {Table, Wired, *ARRAYS}
    assert len(NOUNS) > 45


@names
@quick
@given(data=st.data())
def test_a_noun_cannot_be_changed(kind: type, data: st.DataObject) -> None:
    one = data.draw(noun(kind))

    for field in attrs.fields(kind):  # type: ignore[misc]
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, field.name, None)
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            delattr(one, field.name)
    with pytest.raises(AttributeError):
        one.something_new = 1
    assert not hasattr(one, "__dict__")


@names
@quick
@given(data=st.data())
def test_a_noun_can_be_hashed_copied_and_pickled(kind: type, data: st.DataObject) -> None:
    one = data.draw(noun(kind))

    for again in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):  # noqa: S301 - our own
        assert again == one
        assert hash(again) == hash(one)


@wired
@quick
@given(data=st.data())
def test_a_noun_is_the_same_after_a_trip_over_the_wire(kind: Any, data: st.DataObject) -> None:
    one = data.draw(noun(kind))

    written = json.loads(json.dumps(one.to_dict()))

    assert written == one.to_dict()
    assert kind.from_dict(written) == one
    assert kind.from_dict(written).to_dict() == written


@wired
@quick
@given(data=st.data())
def test_an_unknown_key_is_refused(kind: Any, data: st.DataObject) -> None:
    written = data.draw(noun(kind)).to_dict()

    with pytest.raises(Exception, match=kind.__name__):
        kind.from_dict({**written, "zomaar": 1})


@wired
@quick
@given(data=st.data())
def test_a_missing_key_without_a_default_is_refused(kind: Any, data: st.DataObject) -> None:
    written = data.draw(noun(kind)).to_dict()

    for field in attrs.fields(kind):
        without = {key: value for key, value in written.items() if key != field.name}
        if field.default is attrs.NOTHING:
            with pytest.raises(Exception, match=kind.__name__):
                kind.from_dict(without)


WRONG: dict[str, list[object]] = {
    "str": [1, 1.5, True, None, ["x"], {"x": 1}],
    "int": ["1", 1.0, True, None, [1]],
    "float": ["1", True, None, [1.0]],
    "bool": ["ja", 0, 1, None],
    "Text": ["x", None, ["x"], {"nl": "x"}, {"nl": 1, "en": "x"}],
    "tuple[str, ...]": ["abc", {"abc": 1}, None, 1, ["a", 1]],
    "tuple[int, int]": ["12", [1], [1, 2, 3], [1, "2"], None],
    "dt.date | None": ["morgen", "2025-02-30", 20250101, ["2025-01-01"]],
    "tuple[Pillar, ...]": [["geluk"], "preventie", [1], None],
    "Table[str, float]": [[["a", 1.0]], {"a": "1"}, None],
    "int | None": ["1", 1.5, True],
    "float | None": ["1", True],
}


def wrong_values(kind: type) -> list[tuple[str, object]]:
    """The fields of *kind*, each with values that it cannot hold."""
    types = inspect.get_annotations(kind)
    return [
        (field.name, value)
        for field in attrs.fields(kind)  # type: ignore[arg-type]
        for value in WRONG.get(str(types.get(field.name)), [])
    ]


def test_the_wrong_values_are_tried_on_every_kind_of_field() -> None:
    written = {str(one) for kind in WIRED for one in inspect.get_annotations(kind).values()}

    assert set(WRONG) <= written
    assert sum(len(wrong_values(kind)) for kind in WIRED) > 400


@wired
@settings(max_examples=2)
@given(data=st.data())
def test_a_value_of_the_wrong_type_is_refused(kind: Any, data: st.DataObject) -> None:
    written = data.draw(noun(kind)).to_dict()

    for name, value in wrong_values(kind):
        with pytest.raises(Exception, match=kind.__name__):
            kind.from_dict({**written, name: value})


@pytest.mark.parametrize("data", [[1], "x", None, 3, [["id", "g"]]])
def test_what_is_no_object_is_refused(data: Any) -> None:
    with pytest.raises(ResultError):
        Worded.from_dict(data)


@attrs.frozen
class Worded(Wired):
    """A noun of our own, to show that any attrs class can go over the wire."""

    text: Text


def test_a_whole_number_may_stand_for_a_float_but_not_the_other_way_round() -> None:
    @attrs.frozen
    class Pair(Wired):
        whole: int
        real: float

    found = Pair.from_dict({"whole": 3, "real": 3})

    assert found == Pair(3, 3.0)
    assert found.to_dict() == {"whole": 3, "real": 3}
    with pytest.raises(Exception, match="Pair"):
        Pair.from_dict({"whole": 3.0, "real": 3})
