"""Results of the authored example: over the wire and back, and how they look in a notebook."""

from __future__ import annotations

import json
import pickle
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_nouns import attrs_parts

import lerendwerk_core as lw
from lerendwerk_core.model.display import html_of
from lerendwerk_core.model.municipality import Municipality
from lerendwerk_core.model.people import Area
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text

LARGEST = 50_000
NASTY = "<script>alert('&\"')</script><img src=x onerror=alert(1)>"
TAGS = {"div", "b", "table", "tbody", "tr", "th", "td", "details", "summary", "br"}
VOID = {"br"}


class Reader(HTMLParser):
    """Collects the tags and the text of a page, and fails where tags do not close."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, found: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in found}
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def results(bench: lw.Workbench) -> dict[str, list[Any]]:
    """At most five of every noun and result in the trajectory of the authored example."""
    dossier = bench.read(Path(__file__).parents[2] / "examples" / "jeugd")
    found: dict[str, list[Any]] = {}
    for whole in (bench.run(dossier), dossier):
        for part in attrs_parts(whole):
            same = found.setdefault(type(part).__name__, [])
            if len(same) < 5:
                same.append(part)
    return found


def test_the_example_holds_results_of_every_stage(results: dict[str, list[Any]]) -> None:
    stages = "Scope Readiness Regie ProcessMap Composition Alignment Learning Outcomes Review"
    assert {*stages.split(), "Trajectory", "Dossier"} <= set(results)
    assert len(results) > 50


def test_every_result_is_the_same_after_a_trip_over_the_wire(
    results: dict[str, list[Any]],
) -> None:
    for one in (one for same in results.values() for one in same if isinstance(one, Wired)):
        written = json.loads(json.dumps(one.to_dict()))
        assert type(one).from_dict(written) == one


def test_every_result_can_be_hashed_and_pickled(results: dict[str, list[Any]]) -> None:
    for one in (one for same in results.values() for one in same):
        again = pickle.loads(pickle.dumps(one))  # noqa: S301 - our own
        assert (again, hash(again)) == (one, hash(one))


def test_every_result_is_frozen_and_has_no_loose_attributes(
    results: dict[str, list[Any]],
) -> None:
    for one, *_ in results.values():
        name = attrs.fields(type(one))[0].name
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(one, name, None)
        assert not hasattr(one, "__dict__"), type(one)


def test_the_card_of_every_result_is_small_sound_html_without_script(
    results: dict[str, list[Any]],
) -> None:
    for one in (one for same in results.values() for one in same if hasattr(one, "_repr_html_")):
        html = one._repr_html_()
        page = Reader(html)
        assert page.tags <= TAGS, type(one)
        assert page.attributes <= {"style"}, type(one)
        assert len(html.encode()) <= LARGEST, type(one)


def test_the_repr_of_the_trajectory_and_of_needs_is_short(results: dict[str, list[Any]]) -> None:
    (trajectory,) = results["Trajectory"]

    assert len(repr(trajectory)) < 200
    assert all("named" not in repr(need) for need in results["Need"])


def test_what_a_user_writes_is_escaped_wherever_it_stands() -> None:
    nested = {NASTY: {"nl": NASTY, "en": NASTY}, "rij": [NASTY], "diep": [{NASTY: [[NASTY]]}]}

    page = Reader(html_of(NASTY, nested))

    assert page.tags <= TAGS
    assert page.attributes <= {"style"}
    assert page.text.count("alert(1)") >= 6
    noun = Reader(Municipality(code=NASTY, name=NASTY)._repr_html_())
    assert noun.tags <= TAGS
    assert noun.text.count(NASTY) == 2


@pytest.mark.parametrize("letter", ["x", "€", "<", "👩"])
@pytest.mark.parametrize("length", [9_000, 12_000, 39_000, 200_000])
def test_a_card_stays_small_whatever_is_in_it(letter: str, length: int) -> None:
    card = Area(id=letter * length, label=Text.of(letter * length))._repr_html_()

    assert len(card.encode()) <= LARGEST
    Reader(card)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=40,
)


@given(st.dictionaries(st.text(max_size=9), values))
def test_any_plain_value_becomes_sound_html(data: dict[str, Any]) -> None:
    html = html_of("Noun", data)

    assert Reader(html).tags <= TAGS
    assert len(html.encode()) <= LARGEST
