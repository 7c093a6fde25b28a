"""Results over time: direction, small response, and three pairs that are never blended."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.outcomes import Measure, OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.table import Table
from lerendwerk_core.outcomes import Outcomes, SeriesFigures, findings, follow
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair

MOMENTS = ("T0", "T1", "T2", "T3")
UP, DOWN = Better.HIGHER, Better.LOWER


def measure(key: str, better: Better = UP, part: str = "support") -> Measure:
    pair = OutcomePair.INVOLVEMENT_SUPPORT
    return Measure(id=key, label=Text.of(key), pair=pair, part=part, better=better)


def followed(
    series: Mapping[str, Mapping[str, float]],
    response: Mapping[str, int] | None = None,
    measures: tuple[Measure, ...] = (measure("steun"),),
) -> Outcomes:
    record = OutcomeRecord(
        response=Table(response or {}),
        series=tuple(OutcomeSeries(id=key, values=Table(one)) for key, one in series.items()),
    )
    people = tuple(Person(code=f"x{n}", discipline="x", organisation="o") for n in range(24))
    dossier = Dossier(id="d", people=people, period=Period(measurements=MOMENTS), outcomes=record)
    found = follow(dossier, measures)
    assert found is not None
    return found


def one_series(
    *values: float, better: Better = UP, response: Mapping[str, int] | None = None
) -> SeriesFigures:
    written = dict(zip(MOMENTS, values, strict=False))
    return followed({"steun": written}, response, (measure("steun", better),)).series["steun"]


@given(st.lists(st.integers(-20, 20), min_size=1, max_size=4), st.sampled_from([UP, DOWN]))
def test_worse_is_a_step_against_the_direction_of_the_measure(
    values: list[int], better: Better
) -> None:
    found = list(one_series(*(value / 4 for value in values), better=better).moments.values())

    assert (found[0].change, found[0].worse) == (None, None)
    for earlier, later, figures in zip(values, values[1:], found[1:], strict=False):
        assert figures.change == (later - earlier) / 4
        assert figures.worse == (later < earlier if better is UP else later > earlier)


def test_a_value_that_stays_the_same_is_not_worse() -> None:
    assert [one.worse for one in one_series(3, 3).moments.values()] == [None, False]


def test_moments_stand_in_the_order_of_the_measurements() -> None:
    found = followed({"steun": {"eerder": 9.0, "T2": 3.0, "T0": 1.0, "T1": 2.0}}).series["steun"]

    assert list(found.moments) == ["T0", "T1", "T2", "eerder"]
    assert [one.change for one in found.moments.values()] == [None, 1, 1, 6]


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(-8, 8)), min_size=1, max_size=4),
)
def test_a_moment_with_too_few_respondents_is_hidden_and_no_change_goes_over_it(
    pairs: list[tuple[int, int]],
) -> None:
    response = {moment: n for moment, (n, _) in zip(MOMENTS, pairs, strict=False)}

    found = one_series(*(float(value) for _, value in pairs), response=response)

    before: float | None = None
    for figures, (n, value) in zip(found.moments.values(), pairs, strict=True):
        assert figures.suppressed == (n < 5)
        if n < 5:
            assert {figures.n, figures.response, figures.value} == {None}
            assert {figures.change, figures.worse} == {None}
            continue
        assert (figures.n, figures.value, figures.response) == (n, value, round(n / 24, 2))
        assert figures.change == (None if before is None else value - before)
        before = value


def test_what_leaves_is_the_same_for_other_values_behind_a_hidden_moment() -> None:
    response = {"T0": 9, "T1": 4, "T2": 9}

    one = one_series(1.0, 2.0, 3.0, response=response)
    other = one_series(1.0, 4.5, 3.0, response={**response, "T1": 1})

    assert one == other


def test_without_a_response_values_are_shown_without_a_number_of_people() -> None:
    found = one_series(1.0).moments["T0"]

    assert (found.n, found.response, found.value, found.suppressed) == (None, None, 1.0, False)


def test_an_unknown_measure_is_shown_but_not_judged() -> None:
    found = followed({"zomaar_iets": {"T0": 5.0, "T1": 1.0}})

    series = found.series["zomaar_iets"]
    assert (series.pair, series.better, series.part) == (None, Better.UNKNOWN, "")
    assert [one.worse for one in series.moments.values()] == [None, None]
    assert series.moments["T1"].change == -4
    assert "measure-unknown" in {one.code for one in findings(found)}
    assert "outcome-worse" not in {one.code for one in findings(found)}


@pytest.mark.parametrize(
    ("series", "key"),
    [("draagvlak_1_5", "draagvlak"), ("support", "draagvlak"), ("lead_time_days", "doorlooptijd")],
)
def test_a_series_belongs_to_the_measure_that_begins_its_name(
    bench: lw.Workbench, series: str, key: str
) -> None:
    found = followed({series: {"T0": 1.0}}, measures=tuple(bench.catalogue.measures.values()))

    assert found.series[series].label == bench.catalogue.measures[key].label


def test_a_name_that_only_resembles_a_measure_is_not_that_measure() -> None:
    assert followed({"steunbeer": {"T0": 1.0}}).series["steunbeer"].pair is None


def test_the_two_parts_of_a_result_stay_two_series_and_what_is_missing_is_named(
    bench: lw.Workbench,
) -> None:
    measures = tuple(bench.catalogue.measures.values())

    found = followed(
        {"betrokkenheid": {"T0": 1.0, "T1": 2.0}, "draagvlak": {"T0": 4.0, "T1": 3.0}},
        measures=measures,
    )

    worse = {key: one.moments["T1"].worse for key, one in found.series.items()}
    assert worse == {"betrokkenheid": False, "draagvlak": True}
    assert {one.pair for one in found.series.values()} == {OutcomePair.INVOLVEMENT_SUPPORT}
    assert {one.part for one in found.series.values()} == {"involvement", "support"}
    assert found.unmeasured == ("structure", "observation", "skill", "motivation")
    assert {"structure", "observation"} <= set(found.to_dict())


def test_every_part_of_every_result_can_be_measured(bench: lw.Workbench) -> None:
    measures = tuple(bench.catalogue.measures.values())

    found = followed({one.id: {"T0": 1.0} for one in measures}, measures=measures)

    assert found.unmeasured == ()
    assert {one.pair for one in found.series.values()} == set(OutcomePair)


def test_deterioration_and_hidden_moments_are_findings() -> None:
    found = followed(
        {"steun": {"T0": 3.0, "T1": 2.0, "T2": 9.0, "T3": 1.0}},
        {"T0": 20, "T1": 20, "T2": 2, "T3": 20},
    )

    messages = {one.code: one.message.nl for one in findings(found)}
    assert set(messages) == {"outcome-worse", "outcome-suppressed"}
    assert "T1" in messages["outcome-worse"]
    assert "T3" in messages["outcome-worse"]
    assert "T2" in messages["outcome-suppressed"]


def test_one_moment_is_no_trend() -> None:
    found = followed({"steun": {"T0": 3.0}}, {"T0": 20})

    assert [one.code for one in findings(found)] == ["outcome-one-moment"]


def test_values_of_nobody_knows_how_many_people_are_a_finding() -> None:
    found = followed({"steun": {"T0": 3.0, "T1": 3.0, "T2": 3.0}}, {"T0": 20, "T2": 1})

    messages = {one.code: one.message.nl for one in findings(found)}
    assert set(messages) == {"response-unknown", "outcome-suppressed"}
    assert "T1" in messages["response-unknown"]
    assert "T2" not in messages["response-unknown"]


def test_without_measurements_there_are_no_results() -> None:
    assert follow(Dossier(id="d"), ()) is None
