"""The scope sheet: a code that was valid, successors, and head counts without small cells."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

import lerendwerk_core as lw
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.municipality import Municipality, Period
from lerendwerk_core.model.people import Organisation, Person
from lerendwerk_core.setup import findings
from lerendwerk_core.text import Text


def dossier(code: str, name: str, start: str = "2023-01-01") -> Dossier:
    return Dossier(
        id="d",
        municipality=Municipality(code=code, name=name),
        period=Period(start=dt.date.fromisoformat(start)),
    )


def staffed(**counts: int) -> Dossier:
    people = tuple(
        Person(code=f"{discipline}-{number}", discipline=discipline, organisation="gem")
        for discipline, count in counts.items()
        for number in range(count)
    )
    return Dossier(id="d", people=people)


def messages(bench: lw.Workbench, subject: Dossier) -> dict[str, str]:
    found = findings(subject, bench.catalogue.register, bench.set_up(subject))
    return {one.code: one.message.nl for one in found}


def test_a_code_that_went_up_in_another_names_its_successor(bench: lw.Workbench) -> None:
    subject = dossier("GM0398", "Heerhugowaard")

    found = messages(bench, subject)

    assert set(found) == {"municipality-not-valid"}
    assert "GM1980 (Dijk en Waard)" in found["municipality-not-valid"]
    assert bench.set_up(subject).valid_on_start is False


@pytest.mark.parametrize(
    ("code", "name", "start", "valid"),
    [
        ("GM0398", "Heerhugowaard", "2021-12-31", True),
        ("GM0398", "Heerhugowaard", "2022-01-01", False),
        ("GM1980", "Dijk en Waard", "2022-01-01", True),
        ("GM1980", "Dijk en Waard", "2021-12-31", False),
        ("GM0363", "Amsterdam", "2025-01-01", True),
    ],
)
def test_a_code_is_valid_from_its_first_day_and_before_its_last(
    bench: lw.Workbench, code: str, name: str, start: str, valid: bool
) -> None:
    subject = dossier(code, name, start)

    assert bench.set_up(subject).valid_on_start is valid
    assert bool(messages(bench, subject)) is not valid


def test_a_code_from_before_its_time_has_no_successor(bench: lw.Workbench) -> None:
    found = messages(bench, dossier("GM1980", "Dijk en Waard", "2020-01-01"))

    assert set(found) == {"municipality-not-valid-unknown"}


def test_an_unknown_code_and_an_unknown_predecessor_are_named(bench: lw.Workbench) -> None:
    subject = dossier("GM1980", "Dijk en Waard")
    strange = attrs.evolve(subject.municipality, predecessors=("GM0416", "GM9998"))

    assert "GM9999" in messages(bench, dossier("GM9999", "Nergens"))["municipality-unknown"]
    named = messages(bench, attrs.evolve(subject, municipality=strange))
    assert "GM9998" in named["municipality-unknown"]


def test_another_name_for_a_valid_code_is_a_finding(bench: lw.Workbench) -> None:
    assert "Amsterdam" in messages(bench, dossier("GM0363", "Mokum"))["municipality-name"]


def test_without_a_date_nothing_is_said_of_validity(bench: lw.Workbench) -> None:
    subject = attrs.evolve(dossier("GM0398", "Heerhugowaard"), period=Period())

    assert bench.set_up(subject).valid_on_start is None
    assert messages(bench, subject) == {}


def test_the_identifier_of_the_municipality_is_derived_from_its_code(bench: lw.Workbench) -> None:
    found = bench.set_up(dossier("GM1980", "Dijk en Waard"))

    assert found.identifier == "https://identifier.overheid.nl/tooi/id/gemeente/gm1980"
    assert bench.set_up(Dossier(id="d")).identifier == ""


def test_staff_is_counted_per_discipline_and_small_ones_are_hidden(bench: lw.Workbench) -> None:
    found = bench.set_up(staffed(a=14, b=3, c=7, d=4))

    assert dict(found.staff.shown) == {"a": 14, "c": 7}
    assert (found.staff.hidden, found.staff.total) == (("b", "d"), 28)
    assert (found.counts.disciplines, found.counts.people, found.counts.steps) == (4, 28, 0)


def test_a_single_small_discipline_takes_the_next_smallest_with_it(bench: lw.Workbench) -> None:
    found = bench.set_up(staffed(a=14, b=3, c=7))

    assert (found.staff.hidden, dict(found.staff.shown)) == (("b", "c"), {"a": 14})


def test_a_higher_minimum_cell_hides_more(bench: lw.Workbench) -> None:
    subject = attrs.evolve(staffed(a=14, b=9, c=7), minimum_cell=10)

    assert bench.set_up(subject).staff.hidden == ("b", "c")


def test_an_organisation_without_people_and_a_split_discipline_are_findings(
    bench: lw.Workbench,
) -> None:
    elsewhere = Person(code="a-9", discipline="a", organisation="zorg")
    subject = attrs.evolve(staffed(a=5), organisations=(
        Organisation(id="gem", label=Text.of("Gemeente")),
        Organisation(id="leeg", label=Text.of("Leeg")),
    ))  # fmt: skip
    split = attrs.evolve(subject, people=(*subject.people, elsewhere))

    assert set(messages(bench, subject)) == {"organisation-without-people"}
    assert "Leeg" in messages(bench, subject)["organisation-without-people"]
    assert "gem, zorg" in messages(bench, split)["discipline-split"]


def test_going_live_before_the_start_is_a_finding(bench: lw.Workbench) -> None:
    start = dt.date(2025, 5, 1)
    early = Period(start=start, go_live=start - dt.timedelta(days=1))

    assert "go-live-before-start" in messages(bench, Dossier(id="d", period=early))
    on_the_day = attrs.evolve(early, go_live=start)
    assert messages(bench, Dossier(id="d", period=on_the_day)) == {}
