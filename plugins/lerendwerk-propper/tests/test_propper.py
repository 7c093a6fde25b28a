"""The plugin as an installed distribution: found by its entry point, used like what ships."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

import lerendwerk_core as lw
from lerendwerk_core.regie import steering_degree
from lerendwerk_core.testing import REGIE_MODEL_CHECKS
from lerendwerk_core.testing.regie import Check

DEGREES = {
    "propper_beheersing": 0.792,
    "propper_uitvoering": 0.542,
    "propper_visionair": 0.373,
    "propper_faciliterend": 0.207,
}
SOURCE = Path(__file__).parent.parent / "src"


@pytest.fixture(scope="module")
def bench() -> lw.Workbench:
    return lw.Workbench(on_error="raise")


def test_the_entry_points_are_installed() -> None:
    names = {entry.name for entry in importlib.metadata.entry_points(group="lerendwerk")}

    assert {"propper"} <= names


def test_the_models_are_offered_by_this_plugin(bench: lw.Workbench) -> None:
    assert {bench.catalogue.owner_of("model", key) for key in DEGREES} == {"propper"}


@pytest.mark.parametrize(("key", "degree"), DEGREES.items())
def test_the_steering_degree_is_derived(bench: lw.Workbench, key: str, degree: float) -> None:
    assert steering_degree(bench.catalogue.models[key]) == degree


@pytest.mark.parametrize("key", DEGREES)
@pytest.mark.parametrize("check", REGIE_MODEL_CHECKS)
def test_a_model_is_whole(bench: lw.Workbench, check: Check, key: str) -> None:
    check(bench, key)


@pytest.mark.parametrize("key", DEGREES)
def test_the_label_says_how_it_is_known(bench: lw.Workbench, key: str) -> None:
    label = bench.catalogue.models[key].label

    assert "geheugen" in label.nl or "eigen lezing" in label.nl
    assert "from memory" in label.en or "our reading" in label.en


def test_blocked_it_is_listed_and_not_loaded() -> None:
    bench = lw.Workbench(block=["propper"])

    assert set(DEGREES).isdisjoint(bench.catalogue.models)
    assert next(one.state.value for one in bench.plugins if one.name == "propper") == "blocked"


def test_it_holds_no_python() -> None:
    assert not list(SOURCE.rglob("*.py"))
