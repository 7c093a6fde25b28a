"""Terms: what is past them goes, what is younger is left alone."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.answers import AnswerRound, ChecklistUse
from lerendwerk_core.model.goals import Agreement, Plan, ReviewMoment
from lerendwerk_core.model.learning import Need, PlannedActivity
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.outcomes import OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.table import Table
from lerendwerk_core.privacy import YEARS, purge
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import AgreementKind, Answer, Kept
from make import read

days = st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1))
perhaps = st.none() | days


@st.composite
def dossiers(draw: st.DrawFn) -> lw.Dossier:
    word = Text.of("x")
    reviews = [ReviewMoment(moment=m, date=draw(days)) for m in ("T0", "T1") if draw(st.booleans())]
    return lw.Dossier(
        id="d",
        period=Period(start=draw(perhaps)),
        people=(Person(code="JC-01", discipline="d", organisation="o"),),
        checklist=ChecklistUse(
            use="x", rounds=(AnswerRound.of("T0", {"R-01": {"A1": Answer.UNANSWERED}}),)
        ),
        needs=(Need(id="n", label=word, named=Table({"d": 1})),),
        agreements=(
            Agreement(id="a", kind=next(iter(AgreementKind)), label=word, date=draw(perhaps)),
        ),
        activities=(PlannedActivity(id="l", activity="x", needs=("n",), date=draw(perhaps)),),
        plan=Plan(reviews=tuple(reviews)),
        outcomes=OutcomeRecord(
            series=(OutcomeSeries(id="s", values=Table({"T0": 1.0, "T1": 2.0})),)
        ),
    )


@given(dossiers(), days, days)
def test_purging_twice_is_purging_once_and_later_takes_more(
    dossier: lw.Dossier, one: dt.date, other: dt.date
) -> None:
    early, late = sorted((one, other))

    first, last = purge(dossier, early), purge(dossier, late)

    assert purge(first.dossier, early).removed == ()
    assert purge(first.dossier, early).dossier == first.dossier
    assert set(first.removed) <= set(last.removed)
    assert purge(first.dossier, late).dossier == last.dossier


@given(dossiers(), days)
def test_what_stays_is_within_its_term_and_what_goes_past_it(
    dossier: lw.Dossier, now: dt.date
) -> None:
    found = purge(dossier, now)

    assert all(one.until and one.until <= now for one in found.removed)
    assert all(one.until and one.until > now for one in found.kept_until)
    left = {one.where for one in (*found.kept_until, *found.undated)}
    again = purge(found.dossier, now)
    assert {one.where for one in (*again.kept_until, *again.undated)} == left
    assert found.removed or found.dossier == dossier


def test_what_has_no_date_is_told_apart_and_stays() -> None:
    dossier = lw.Dossier(id="d", people=(Person(code="A-1", discipline="d", organisation="o"),))

    found = purge(dossier, dt.date.max)

    assert [one.where for one in found.undated] == ["people"]
    assert found.dossier is dossier


def test_a_term_ends_on_the_same_day_years_later() -> None:
    leap = Period(end=dt.date(2024, 2, 29))
    dossier = lw.Dossier(
        id="d", period=leap, people=(Person(code="A-1", discipline="d", organisation="o"),)
    )

    assert not purge(dossier, dt.date(2025, 2, 28)).removed
    assert purge(dossier, dt.date(2025, 3, 1)).removed
    longer = attrs.evolve(dossier, retention=Table(dict.fromkeys(YEARS, 10)))
    assert not purge(longer, dt.date(2033, 1, 1)).removed


def test_what_is_left_of_the_example_runs(bench: lw.Workbench, example: Path) -> None:
    dossier = bench.read(example)

    for year in (2026, 2028, 2032, 2050):
        left = bench.purge(dossier, dt.date(year, 1, 1)).dossier
        bench.run(attrs.evolve(left, compose=None))


def test_a_dossier_sets_terms_of_its_own_and_hears_of_a_kind_that_is_none(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = read(bench, tmp_path, "retention: {staff: 3}\n")

    assert dossier.retention == {Kept.STAFF: 3}
    with pytest.raises(lw.DossierError, match="'answers'"):
        read(bench, tmp_path, "retention: {anwsers: 3}\n")
