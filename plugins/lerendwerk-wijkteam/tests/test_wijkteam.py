"""The plugin as an installed distribution: found by its entry point, used like what ships."""

import importlib.metadata
from pathlib import Path

import pytest

import lerendwerk_core as lw

PACKAGE = Path(__file__).parent.parent / "src" / "lerendwerk_wijkteam"


@pytest.fixture(scope="module")
def bench() -> lw.Workbench:
    return lw.Workbench(on_error="raise")


def test_the_entry_point_is_installed() -> None:
    names = [entry.name for entry in importlib.metadata.entry_points(group="lerendwerk")]

    assert "wijkteam" in names


def test_it_is_found_and_loaded(bench: lw.Workbench) -> None:
    record = next(one for one in bench.plugins if one.name == "wijkteam")

    assert record.state.value == "loaded"
    assert record.distribution == "lerendwerk-wijkteam"


def test_it_holds_no_python() -> None:
    assert not list(PACKAGE.rglob("*.py"))


def test_the_last_item_stays_last(bench: lw.Workbench) -> None:
    checklist = bench.catalogue.checklists["wijkteam"]

    assert len(checklist.items) == 19
    assert checklist.item_ids[-3:] == ("W1", "W2", "F1")


def test_every_item_speaks_both_languages(bench: lw.Workbench) -> None:
    for item in bench.catalogue.checklists["wijkteam"].items:
        assert item.label.nl != item.label.en


def test_a_dossier_can_use_it(bench: lw.Workbench, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text("id: x\nchecklist: {use: wijkteam, answers: {W1: niet, W2: niet}}\n")

    result = bench.assess(bench.read(path))

    assert result is not None
    assert result.items == 19
    assert result.route.value == "undetermined"


def test_blocked_it_is_listed_and_not_loaded() -> None:
    bench = lw.Workbench(block=["wijkteam"])

    assert "wijkteam" not in bench.catalogue.checklists
    assert next(one.state.value for one in bench.plugins if one.name == "wijkteam") == "blocked"
