"""Forgetting: the code is nowhere, and everything else is as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.model.answers import AnswerRound, ChecklistUse
from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.learning import LearningGroup
from lerendwerk_core.model.outcomes import Observation, OutcomeRecord
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.table import Table
from lerendwerk_core.privacy import forget
from lerendwerk_core.vocabulary import Answer
from make import SMALL

CODES = ("JC-01", "JC-02", "JC-1", "WC-03")
some = st.lists(st.sampled_from(CODES), unique=True).map(tuple)
sets = st.lists(some.filter(bool), max_size=2).map(tuple)


def texts(value: Any) -> Iterator[str]:
    """Yield every text in *value*, however deep."""
    if isinstance(value, str):
        yield value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from texts(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from (text for pair in value.items() for part in pair for text in texts(part))
    elif isinstance(value, tuple):
        yield from (text for part in value for text in texts(part))


@st.composite
def dossiers(draw: st.DrawFn) -> lw.Dossier:
    staff = tuple(Person(code=code, discipline="d", organisation="o") for code in draw(some))
    sheets = {name: {"A1": draw(st.sampled_from(list(Answer)))} for name in draw(some)}
    of = draw(st.sampled_from([None, dict.fromkeys(CODES, "o")]))
    return lw.Dossier(
        id="d",
        people=staff,
        groups=(LearningGroup(id="g", members=draw(some)),),
        compose=ComposeRequest(
            groups=1,
            size=(1, 2),
            together=draw(sets),
            apart=draw(sets),
            fixed=Table({"g": codes} if (codes := draw(some)) else {}),
        ),
        checklist=ChecklistUse(use="x", rounds=(AnswerRound.of("T0", sheets, of),)),
        outcomes=OutcomeRecord(
            observations=tuple(Observation(moment="T0", code=code) for code in draw(some))
        ),
    )


@given(dossiers(), st.sampled_from(CODES))
def test_a_forgotten_code_is_nowhere_and_cannot_be_forgotten_again(
    dossier: lw.Dossier, code: str
) -> None:
    if code not in texts(dossier):
        with pytest.raises(UnknownKeyError):
            forget(dossier, code)
        return

    found = forget(dossier, code)

    assert code not in texts(found.dossier)
    assert found.removed
    assert code not in found.removed
    assert sorted(texts(found.dossier)) != sorted(texts(dossier))
    assert {*texts(dossier)} - {*texts(found.dossier)} <= {code, "g", "d", "o"}
    with pytest.raises(UnknownKeyError):
        forget(found.dossier, code)


@given(dossiers())
def test_the_order_of_forgetting_does_not_matter(dossier: lw.Dossier) -> None:
    first, second = "JC-01", "JC-02"
    if {first, second} <= set(texts(dossier)):
        ways = ((first, second), (second, first))
        ends = [forget(forget(dossier, one).dossier, two).dossier for one, two in ways]

        assert ends[0] == ends[1]


def test_a_dossier_runs_after_forgetting(bench: lw.Workbench, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text(SMALL + "groups: [{id: g1, members: [WC-01]}]\n", encoding="utf-8")
    dossier = bench.read(path)

    found = bench.forget(dossier, "WC-01")

    assert found.removed == ("people", "groups.g1")
    assert len(found.dossier.people) == len(dossier.people) - 1
    bench.run(found.dossier)


def test_an_unknown_code_is_told_what_comes_near() -> None:
    dossier = lw.Dossier(id="d", people=(Person(code="JC-01", discipline="d", organisation="o"),))

    with pytest.raises(UnknownKeyError, match="JC-01"):
        forget(dossier, "JC-O1")
