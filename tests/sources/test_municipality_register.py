"""The register of municipalities that ships with the library."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise

import pytest

import lerendwerk_core as lw
from lerendwerk_core.builtin import REGISTER
from lerendwerk_core.model.municipality import Registration
from lerendwerk_core.sources import read_register

FIRST_DAY = dt.date(2022, 1, 1)
HEADER = "code,name,valid_from,valid_until,successors"


@pytest.fixture(scope="module")
def register() -> dict[str, tuple[Registration, ...]]:
    return read_register(REGISTER.read_text("utf-8").splitlines())


def test_a_new_municipality_is_valid_from_its_first_day(
    register: dict[str, tuple[Registration, ...]],
) -> None:
    (dijk_en_waard,) = register["GM1980"]

    assert dijk_en_waard.name == "Dijk en Waard"
    assert dijk_en_waard.is_valid_on(FIRST_DAY)
    assert not dijk_en_waard.is_valid_on(FIRST_DAY - dt.timedelta(days=1))
    assert dijk_en_waard.is_valid_on(dt.date(2025, 1, 1))


@pytest.mark.parametrize("code", ["GM0398", "GM0416"])
def test_a_merged_municipality_is_succeeded_on_that_day(
    register: dict[str, tuple[Registration, ...]], code: str
) -> None:
    *_, last = register[code]

    assert last.successors == ("GM1980",)
    assert last.is_valid_on(FIRST_DAY - dt.timedelta(days=1))
    assert not last.is_valid_on(FIRST_DAY)


def test_today_has_342_municipalities(register: dict[str, tuple[Registration, ...]]) -> None:
    day = dt.date(2025, 1, 1)

    valid = [one for periods in register.values() for one in periods if one.is_valid_on(day)]

    assert len(valid) == 342


def test_codes_and_successors_are_codes_that_exist(
    register: dict[str, tuple[Registration, ...]],
) -> None:
    assert all(re.fullmatch(r"GM\d{4}", code) for code in register)
    assert {
        after for periods in register.values() for one in periods for after in one.successors
    } <= set(register)


def test_no_two_periods_of_a_code_overlap(register: dict[str, tuple[Registration, ...]]) -> None:
    for periods in register.values():
        for before, after in pairwise(periods):
            assert before.valid_until is not None
            assert before.valid_until <= after.valid_from
        assert all(one.valid_until is None or one.valid_from < one.valid_until for one in periods)


def test_the_workbench_offers_the_register(
    bench: lw.Workbench, register: dict[str, tuple[Registration, ...]]
) -> None:
    assert bench.catalogue.register == register


def test_the_periods_of_a_code_stand_oldest_first() -> None:
    lines = [HEADER, "GM0001,Nieuw,2001-01-01,,", "GM0001,Oud,1990-01-01,2001-01-01,GM0001 GM0002"]

    old, new = read_register(lines)["GM0001"]

    assert (old.name, new.name) == ("Oud", "Nieuw")
    assert old.successors == ("GM0001", "GM0002")
    assert new.valid_until is None


def test_an_empty_register_is_empty() -> None:
    assert read_register([HEADER]) == {}
