"""What each of the three models asks of a learning group in a small dossier."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from regie_dossiers import REGIE, arranged

import lerendwerk_core as lw
import make
from lerendwerk_core.composition.brief import as_requirements
from lerendwerk_core.model.regie import Boundary, Demand, SeatRule, ShareRule
from lerendwerk_core.model.table import Table
from lerendwerk_core.regie import demands_of


def asked(
    bench: lw.Workbench, folder: Path, arrangement: str, learning_group: Boundary | None = None
) -> dict[str, Demand]:
    """The demands of the one *arrangement*, by id, perhaps with another learning group."""
    dossier = arranged(bench, folder, arrangement)
    (one,) = dossier.arrangements
    model = bench.catalogue.models[one.model]
    if learning_group:
        model = attrs.evolve(model, learning_group=learning_group)
    found = demands_of(dossier, one, model)
    assert len({demand.id for demand in found}) == len(found)
    return {demand.id: demand for demand in found}


def test_full_regie_asks_for_a_process_director_and_everyone_with_a_step(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = asked(bench, tmp_path, "model: volledige_regie")

    seats = {one.value for one in found.values() if one.dimension == "organisation" and one.minimum}
    assert seats == {"gem", "cp", "sub", "zuider", "los"}
    assert found["process-director"].dimension == "part"
    assert (found["share:gem"].value, found["share:gem"].max_share) == ("gem", 0.6)
    assert len(found) == 7


def test_the_arranger_asks_for_partner_subcontractors_and_contract_manager(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = asked(
        bench, tmp_path, "model: arrangeur, area: zuid, partner: cp, services: [s1, s2, s3]"
    )

    assert set(found) == {
        "organisation:cp",
        "organisation:sub",
        "organisation:zuider",
        "contract-manager",
    }
    manager = found["contract-manager"]
    assert (manager.dimension, manager.value, manager.minimum) == ("part", "contract-manager", 1)
    assert manager.role == "accountable_observer"
    assert {one.area for one in found.values()} == {"zuid"}


@pytest.mark.parametrize(
    ("services", "subcontractors"),
    [
        ("[s1]", set()),
        ("[s2]", {"zuider"}),
        ("[s3]", {"sub"}),
        ("[s4]", {"los"}),
        ("[s1, s2, s3, s4]", {"sub", "zuider", "los"}),
    ],
)
def test_only_who_performs_a_contracted_step_is_a_subcontractor(
    bench: lw.Workbench, tmp_path: Path, services: str, subcontractors: set[str]
) -> None:
    found = asked(
        bench, tmp_path, f"model: arrangeur, area: zuid, partner: cp, services: {services}"
    )

    named = {one.value for one in found.values() if one.dimension == "organisation"}
    assert named == {"cp", *subcontractors}


def test_a_subcontractor_without_people_in_the_area_is_not_asked_there(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = asked(bench, tmp_path, "model: arrangeur, area: noord, partner: cp, services: [s2]")

    assert "organisation:zuider" not in found


def test_without_a_list_of_services_every_step_is_contracted(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = asked(bench, tmp_path, "model: arrangeur, partner: cp")

    assert {"organisation:sub", "organisation:zuider", "organisation:los"} <= set(found)


def test_the_network_asks_for_every_partner_and_the_municipality_and_caps_the_seats(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = asked(bench, tmp_path, "model: netwerkpartner, partners: [cp, sub, los]")

    assert set(found) == {
        "organisation:cp",
        "organisation:sub",
        "organisation:los",
        "organisation:gem",
        "share:any",
    }
    assert (found["share:any"].value, found["share:any"].max_share) == ("", 0.5)
    assert "any" in found["share:any"].because.nl


def test_a_seat_rule_asks_for_as_many_seats_as_it_says(bench: lw.Workbench, tmp_path: Path) -> None:
    boundary = Boundary(
        must=(
            SeatRule(who="contractpartner", minimum=3, role="voorzitter"),
            SeatRule(who="gemeente.contractmanager", minimum=2),
        )
    )

    found = asked(bench, tmp_path, "model: arrangeur, partner: cp", boundary)

    assert (found["organisation:cp"].minimum, found["organisation:cp"].role) == (3, "voorzitter")
    assert found["contract-manager"].minimum == 2


def test_a_cap_on_the_contract_partner_holds_for_the_partner_of_the_arrangement(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    boundary = Boundary(max_seat_share=Table({"contractpartner": ShareRule(share=0.4)}))

    found = asked(bench, tmp_path, "model: arrangeur, partner: cp", boundary)

    assert {id_: one.max_share for id_, one in found.items()} == {"share:cp": 0.4}


def test_a_rule_can_name_an_organisation_and_an_unknown_one_asks_for_nobody(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    boundary = Boundary(must=(SeatRule(who="los"), SeatRule(who="niemand")))

    found = asked(bench, tmp_path, "model: arrangeur, partner: cp", boundary)

    assert set(found) == {"organisation:los"}


@pytest.mark.parametrize("hard", [False, True])
def test_a_demand_is_hard_or_soft_as_the_model_says(
    bench: lw.Workbench, tmp_path: Path, *, hard: bool
) -> None:
    rule = SeatRule(who="zuider", minimum=2, maximum=3, hard=hard)
    share = Table({"any": ShareRule(share=0.5, hard=hard)})
    boundary = Boundary(must=(rule,), max_seat_share=share)

    found = asked(bench, tmp_path, "model: volledige_regie", boundary)

    assert {one.hard for one in found.values()} == {hard}
    seat = found["organisation:zuider"]
    assert (seat.minimum, seat.maximum) == (2, 3)
    requirements = [one for demand in found.values() for one in as_requirements(demand)]
    assert {one.hard for one in requirements} == {hard}
    assert len({one.name for one in requirements}) == 3


def test_reviewing_a_group_reports_what_composing_leaves_unmet(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    composed = "compose: {groups: 2, size: [3, 4]}\n"
    regie = "regie: {arrangements: [{model: arrangeur, partner: cp}]}\n"
    dossier = make.read(bench, tmp_path, composed + regie, REGIE)

    found = bench.compose(dossier)

    wished = {(one.group, one.requirement) for one in found.unmet}
    reviewed = {(name, one.id) for name, group in found.proposed.items() for one in group.unmet}
    assert reviewed
    assert {pair for pair in wished if pair[1] in {one for _, one in reviewed}} == reviewed

    members = "\n".join(
        f"  - {{id: oud_{name}, members: [{', '.join(codes)}]}}"
        for name, codes in found.members.items()
    )
    (tmp_path / "later").mkdir()
    later = make.read(bench, tmp_path / "later", f"groups:\n{members}\n{regie}", REGIE)
    again = bench.compose(later).groups
    for name, group in found.proposed.items():
        assert [one.id for one in again[f"oud_{name}"].unmet] == [one.id for one in group.unmet]
