"""What another model would change, seen from both sides."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import attrs
import pytest
from regie_dossiers import arranged

import lerendwerk_core as lw
from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.model.raci import CELLS
from lerendwerk_core.model.regie import STEP
from lerendwerk_core.model.table import Table
from lerendwerk_core.regie import RegieComparison
from lerendwerk_core.regie.expected import expected_accountable, step_rows
from lerendwerk_core.vocabulary import DecisionRight

MODELS = ("volledige_regie", "arrangeur", "netwerkpartner")
PAIRS = list(product(MODELS, MODELS))


def compared(bench: lw.Workbench, folder: Path, before: str, after: str) -> RegieComparison:
    dossier = arranged(bench, folder, f"model: {before}, partner: cp, services: [s1, s2, s3]")
    (found,) = bench.compare_regie(dossier, after)
    return found


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_rights_that_move_carry_the_change_of_degree(
    bench: lw.Workbench, tmp_path: Path, before: str, after: str
) -> None:
    found = compared(bench, tmp_path, before, after)
    models = bench.catalogue.models

    moved = {one.right for one in found.rights}
    assert moved == {
        right
        for right in DecisionRight
        if models[before].choice[right] is not models[after].choice[right]
    }
    change = sum(one.share for one in found.rights) / 12
    assert change == pytest.approx(found.degree_after - found.degree_before, abs=0.001)


@pytest.mark.parametrize(("before", "after"), PAIRS)
def test_the_way_back_is_the_mirror(
    bench: lw.Workbench, tmp_path: Path, before: str, after: str
) -> None:
    (tmp_path / "b").mkdir()
    there = compared(bench, tmp_path, before, after)
    back = compared(bench, tmp_path / "b", after, before)

    assert [one.id for one in there.seats_added] == [one.id for one in back.seats_dropped]
    for these, those in (
        (there.activities, back.activities),
        (there.steps, back.steps),
    ):
        assert {(one.row, one.cell, one.before, one.after) for one in these} == {
            (one.row, one.cell, one.after, one.before) for one in those
        }
    assert {(one.party, one.before, one.after) for one in there.accountability} == {
        (one.party, one.after, one.before) for one in back.accountability
    }
    assert set(there.unlearn).isdisjoint(back.unlearn)


@pytest.mark.parametrize("model", MODELS)
def test_the_same_model_changes_nothing(bench: lw.Workbench, tmp_path: Path, model: str) -> None:
    found = compared(bench, tmp_path, model, model)

    assert found.degree_before == found.degree_after
    for part in ("rights", "seats_added", "seats_dropped", "activities", "steps", "unlearn"):
        assert getattr(found, part) == ()
    assert found.accountability == ()


def test_every_cell_that_is_told_differs_and_every_other_is_equal(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = compared(bench, tmp_path, "arrangeur", "netwerkpartner")
    before, after = (bench.catalogue.models[key].raci for key in ("arrangeur", "netwerkpartner"))

    told = {(one.row, one.cell) for one in found.activities}
    for activity, cell in product(before, CELLS):
        was, would = (set(getattr(raci[activity], cell)) for raci in (before, after))
        assert ((activity, cell) in told) == (was != would)


def test_what_the_other_model_asks_of_the_arrangement_is_told(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = compared(bench, tmp_path, "arrangeur", "netwerkpartner")

    assert any("2" in one.nl for one in found.missing)
    assert found.degree_after == 0.317
    assert found.unlearn == bench.catalogue.models["netwerkpartner"].unlearn


def test_a_comparison_comes_back_as_it_went(bench: lw.Workbench, tmp_path: Path) -> None:
    found = compared(bench, tmp_path, "arrangeur", "netwerkpartner")

    assert RegieComparison.from_dict(found.to_dict()) == found


def test_an_area_without_arrangement_and_an_unknown_model_are_refused(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = arranged(bench, tmp_path, "model: arrangeur, area: noord, partner: cp")

    with pytest.raises(UnknownKeyError, match="noord"):
        bench.compare_regie(dossier, "netwerkpartner", area="zuid")
    with pytest.raises(UnknownKeyError, match="arrangeur"):
        bench.compare_regie(dossier, "netwerk")


def test_who_the_model_makes_accountable_for_a_step(bench: lw.Workbench, tmp_path: Path) -> None:
    models = bench.catalogue.models
    for model, inside, outside in (
        ("arrangeur", "cp", "los"),
        ("volledige_regie", "gem", "los"),
        ("netwerkpartner", "cp", "los"),
    ):
        folder = tmp_path / model
        folder.mkdir()
        dossier = arranged(bench, folder, f"model: {model}, partner: cp, services: [s1, s2, s3]")

        rows = step_rows(dossier, dossier.arrangements[0], models[model])

        assert rows["s1"].accountable == (inside,)
        assert rows["s4"].accountable == (outside,)
        assert rows["s1"].responsible == ("cp", "gem")
        assert expected_accountable(dossier, models)["s4"] == outside


def test_where_arrangements_disagree_nobody_is_expected(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = arranged(
        bench,
        tmp_path,
        "model: arrangeur, area: noord, partner: cp",
        "model: volledige_regie, area: zuid",
    )

    assert expected_accountable(dossier, bench.catalogue.models) == {}


def test_of_several_who_do_a_step_one_is_accountable(bench: lw.Workbench, tmp_path: Path) -> None:
    ours = bench.catalogue.models["volledige_regie"]
    row = attrs.evolve(ours.raci[STEP], accountable=("uitvoerder",))
    model = attrs.evolve(ours, raci=Table({**ours.raci, STEP: row}))
    dossier = arranged(bench, tmp_path, "model: volledige_regie")

    rows = step_rows(dossier, dossier.arrangements[0], model)

    assert rows["s1"].responsible == ("cp", "gem")
    assert rows["s1"].accountable == ("cp",)
