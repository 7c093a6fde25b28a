"""From a dossier to groups: what the composer is asked, and what comes of the example."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
import pytest

import lerendwerk_core as lw
from lerendwerk_core.composition import Composition, brief
from lerendwerk_core.model.composition import (
    Apart,
    AtLeast,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    Together,
)
from lerendwerk_core.model.regie import Demand
from lerendwerk_core.text import Text
from make import SMALL, read

AREAS = "areas: [{id: noord}, {id: zuid}]\n"
DEMAND = Demand(
    id="organisation:zorg",
    dimension="organisation",
    value="zorg",
    minimum=1,
    because=Text("Zorg hoort erbij.", "Care belongs there."),
    area="noord",
)


def asked(
    bench: lw.Workbench, folder: Path, compose: str, *demands: Demand, more: str = ""
) -> CompositionProblem:
    """Return the problem that the small dossier states with *compose*."""
    dossier = read(bench, folder, f"{more}compose: {compose}\n")
    assert dossier.compose is not None
    return brief(dossier, dossier.compose, demands)


@pytest.fixture(scope="module")
def composed(bench: lw.Workbench) -> Composition:
    root = Path(__file__).parent.parent.parent
    return bench.compose(bench.read(root / "examples" / "jeugd"))


def test_groups_are_spread_over_the_areas_in_turn(bench: lw.Workbench, tmp_path: Path) -> None:
    problem = asked(bench, tmp_path, "{groups: 3, size: [2, 3], per: area}", more=AREAS)

    assert [(one.id, one.area) for one in problem.groups] == [
        ("leergroep-noord-1", "noord"),
        ("leergroep-zuid-1", "zuid"),
        ("leergroep-noord-2", "noord"),
    ]


def test_without_areas_groups_are_numbered(bench: lw.Workbench, tmp_path: Path) -> None:
    problem = asked(bench, tmp_path, "{groups: 2, size: [2, 3]}")

    assert [(one.id, one.area) for one in problem.groups] == [
        ("leergroep-1", ""),
        ("leergroep-2", ""),
    ]


def test_only_who_performs_a_step_is_a_candidate(bench: lw.Workbench, tmp_path: Path) -> None:
    idle = SMALL.replace(
        "count: 9}", "count: 9}\n  - {org: gem, discipline: bode, prefix: BO, count: 2}"
    )
    dossier = read(bench, tmp_path, "compose: {groups: 1, size: [2, 3]}\n", idle)
    assert dossier.compose is not None

    codes = [one.code for one in brief(dossier, dossier.compose).candidates]

    assert len(dossier.people) == 19
    assert len(codes) == 17
    assert {one[:2] for one in codes} == {"WC", "OS"}


def test_organisational_learning_asks_two_disciplines_and_two_organisations(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    problem = asked(bench, tmp_path, "{groups: 1, size: [2, 3]}")

    wanted = [(one.dimension, one.minimum, one.hard) for one in problem.requirements]  # type: ignore[union-attr]
    assert all(isinstance(one, Distinct) for one in problem.requirements)
    assert wanted == [("discipline", 2, True), ("organisation", 2, True)]


def test_individual_learning_asks_neither(bench: lw.Workbench, tmp_path: Path) -> None:
    problem = asked(bench, tmp_path, "{groups: 1, size: [2, 3], purpose: individueel_leren}")

    assert problem.requirements == ()


def test_what_the_dossier_asks_is_hard_and_named(bench: lw.Workbench, tmp_path: Path) -> None:
    compose = (
        "{groups: 1, size: [2, 3], purpose: individueel_leren, together: [[WC-01, OS-01]],"
        " apart: [[WC-02, OS-02]], fixed: {leergroep-1: WC-03}, excluded: {leergroep-1: [OS-03]}}"
    )

    problem = asked(bench, tmp_path, compose)

    assert [(type(one), one.name, one.hard) for one in problem.requirements] == [
        (Together, "together:WC-01+OS-01", True),
        (Apart, "apart:WC-02+OS-02", True),
        (Fixed, "fixed:WC-03@leergroep-1", True),
        (Excluded, "excluded:OS-03@leergroep-1", True),
    ]


def test_a_demand_is_soft_and_binds_the_groups_of_its_area(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    compose = "{groups: 2, size: [2, 3], per: area, purpose: individueel_leren}"

    problem = asked(bench, tmp_path, compose, DEMAND, more=AREAS)

    (one,) = problem.requirements
    assert isinstance(one, AtLeast)
    assert (one.groups, one.hard, one.because) == (("leergroep-noord",), False, DEMAND.because)


def test_a_demand_of_an_area_without_a_group_binds_none(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    compose = "{groups: 1, size: [2, 3], per: area, purpose: individueel_leren}"
    elsewhere = attrs.evolve(DEMAND, area="zuid")

    assert asked(bench, tmp_path, compose, elsewhere, more=AREAS).requirements == ()


def test_a_step_that_nobody_performs_is_left_out_and_breaks_nothing(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    unperformed = SMALL.replace("performers: [consulent], touch: 20", "touch: 20")
    dossier = read(bench, tmp_path, "compose: {groups: 1, size: [2, 3]}\n", unperformed)

    found = bench.compose(dossier)

    assert dossier.compose is not None
    (spec,) = brief(dossier, dossier.compose).groups
    assert (spec.steps, spec.handovers) == (("s2", "s3"), (("s2", "s3"),))
    assert (found.status, found.objective) == ("optimal", 2)
    assert found.proposed["leergroep-1"].uncovered_steps == ("s1",)


def test_the_example_gets_a_group_per_area_that_covers_every_step(composed: Composition) -> None:
    assert list(composed.members) == ["leergroep-stad", "leergroep-dorpen"]
    assert [one.steps_covered for one in composed.proposed.values()] == [14, 14]
    assert [one.uncovered_steps for one in composed.proposed.values()] == [(), ()]


def test_the_example_is_composed_within_its_bounds(composed: Composition) -> None:
    assert composed.status in ("optimal", "feasible")
    assert composed.objective == 28
    assert composed.bound is not None
    assert composed.bound >= composed.objective
    assert all(goal.bound >= goal.value for goal in composed.goals)


def test_the_example_keeps_to_its_sizes_and_keeps_two_people_apart(composed: Composition) -> None:
    for codes in composed.members.values():
        assert 8 <= len(codes) <= 12
        assert not {"JC-01", "JC-06"} <= set(codes)


def test_nobody_in_the_example_learns_in_two_composed_groups(composed: Composition) -> None:
    town, villages = (set(codes) for codes in composed.members.values())

    assert not town & villages
    found = [one for seat in composed.seats for one in seat.substitutes]
    free = {one.code for one in found if not one.exchange}
    assert free
    assert free.isdisjoint(town | villages)
    assert {one.code for one in found if one.exchange} <= town | villages


def test_a_composition_reads_back_as_it_was_written(composed: Composition) -> None:
    written = json.loads(json.dumps(composed.to_dict()))

    assert Composition.from_dict(written) == composed


def test_existing_groups_are_reviewed_where_none_are_asked(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    groups = "groups: [{id: samen, members: [WC-01, OS-01]}]\n"

    found = bench.compose(read(bench, tmp_path, groups))

    assert (found.status, found.members) == ("not-asked", {})
    assert (found.groups["samen"].size, found.groups["samen"].steps_covered) == (2, 3)
