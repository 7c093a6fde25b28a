"""Accountability, goals, services and what there is to discuss about an arrangement."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regie_dossiers import arranged, governed

import lerendwerk_core as lw
from lerendwerk_core.regie.accountability import shortest
from lerendwerk_core.regie.answering import reaches_council

ARRANGER = "model: arrangeur, partner: cp"


@pytest.mark.parametrize(
    "arrangement",
    [
        "model: volledige_regie",
        ARRANGER,
        "model: arrangeur",
        "model: arrangeur, partners: [cp, sub]",
        "model: netwerkpartner, partners: [cp, los]",
        "model: netwerkpartner",
    ],
)
def test_everyone_answers_to_the_council_under_every_model(
    bench: lw.Workbench, tmp_path: Path, arrangement: str
) -> None:
    dossier = arranged(bench, tmp_path, arrangement)

    found, codes = governed(bench, dossier)

    assert set(found.accountability) == {"gem", "cp", "sub", "zuider", "los"}
    for party, path in found.accountability.items():
        assert path[0] == party
        assert path[-1] == "gemeenteraad"
        assert len(set(path)) == len(path)
    assert "no-path-to-council" not in codes


def test_under_the_arranger_others_answer_through_the_contract_partner(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found, _ = governed(bench, arranged(bench, tmp_path, ARRANGER))

    above = ("gemeente.contractmanager", "college", "gemeenteraad")
    assert found.accountability["cp"] == ("cp", *above)
    assert found.accountability["sub"] == ("sub", "cp", *above)
    assert found.accountability["gem"] == ("gem", "college", "gemeenteraad")


def test_of_two_partners_neither_answers_to_the_other(bench: lw.Workbench, tmp_path: Path) -> None:
    found, _ = governed(bench, arranged(bench, tmp_path, "model: arrangeur, partners: [cp, sub]"))

    above = ("gemeente.contractmanager", "college", "gemeenteraad")
    assert found.accountability["cp"] == ("cp", *above)
    assert found.accountability["sub"] == ("sub", *above)
    assert found.accountability["los"] == ("los", "cp", *above)


def test_in_a_network_everyone_answers_through_the_network_table(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = arranged(bench, tmp_path, "model: netwerkpartner, partners: [cp, los]")

    found, _ = governed(bench, dossier)

    expected = ("netwerkoverleg", "college", "gemeenteraad")
    assert found.accountability["cp"] == ("cp", *expected)
    assert found.accountability["sub"] == ("sub", *expected)


@given(st.lists(st.sampled_from(["a", "b", "college", "gemeenteraad"]), max_size=5))
def test_a_path_reaches_the_council_only_at_its_end_and_meeting_nobody_twice(
    path: list[str],
) -> None:
    expected = path.count("gemeenteraad") == 1 and path[-1] == "gemeenteraad"

    assert reaches_council(path) == (expected and len(set(path)) == len(path))


def test_the_shortest_of_several_paths_counts_and_the_first_of_equal_ones() -> None:
    found = shortest(
        [{"a": ("a", "x", "raad"), "b": ("b", "raad")}, {"a": ("a", "raad"), "b": ("b", "y")}]
    )

    assert found == {"a": ("a", "raad"), "b": ("b", "raad")}


def test_a_goal_says_who_serves_it_and_who_does_not_endorse_it(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found, codes = governed(bench, arranged(bench, tmp_path, ARRANGER))

    figures = {key: (one.steps, one.not_endorsed) for key, one in found.goals.items()}
    assert figures == {
        "g1": (3, ("los",)),
        "g2": (1, ("gem", "los", "sub", "zuider")),
        "g3": (0, ("cp", "los", "sub", "zuider")),
    }
    assert found.goals["g1"].working_without_endorsing == ()
    assert found.goals["g2"].working_without_endorsing == ("sub",)
    assert {"goal-without-step", "goal-not-endorsed"} <= codes


def test_steps_outside_the_services_are_named_per_arrangement_and_over_all(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = arranged(
        bench,
        tmp_path,
        f"{ARRANGER}, area: noord, services: [s1, s2]",
        f"{ARRANGER}, area: zuid, services: [s1, s3]",
    )

    found, codes = governed(bench, dossier)

    assert [one.outside_services for one in found.arrangements] == [("s3", "s4"), ("s2", "s4")]
    assert found.outside_services == ("s4",)
    assert "steps-outside-contract" in codes


def test_an_arrangement_without_a_list_covers_every_step(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found, codes = governed(bench, arranged(bench, tmp_path, ARRANGER))

    assert found.outside_services == ()
    assert "steps-outside-contract" not in codes


@pytest.mark.parametrize(("partners", "found"), [("", True), ("[cp]", False), ("[cp, sub]", True)])
def test_the_arranger_wants_exactly_one_partner_per_area(
    bench: lw.Workbench, tmp_path: Path, partners: str, found: bool
) -> None:
    written = f"model: arrangeur, area: noord, partners: {partners or '[]'}"

    _, codes = governed(bench, arranged(bench, tmp_path, written))

    assert ("one-partner-per-area" in codes) == found


@pytest.mark.parametrize(
    ("partners", "found"), [("[]", True), ("[cp]", True), ("[cp, gem]", True), ("[cp, sub]", False)]
)
def test_a_network_wants_two_other_institutions(
    bench: lw.Workbench, tmp_path: Path, partners: str, found: bool
) -> None:
    dossier = arranged(bench, tmp_path, f"model: netwerkpartner, partners: {partners}")

    assert ("too-few-partners" in governed(bench, dossier)[1]) == found


@pytest.mark.parametrize(
    ("partners", "found"),
    [("[cp, sub]", False), ("[gem, cp, sub, zuider]", False), ("[cp, los]", True)],
)
def test_a_network_wants_a_goal_that_all_partners_endorse(
    bench: lw.Workbench, tmp_path: Path, partners: str, found: bool
) -> None:
    dossier = arranged(bench, tmp_path, f"model: netwerkpartner, partners: {partners}")

    assert ("no-shared-goal" in governed(bench, dossier)[1]) == found


def test_an_area_that_two_arrangements_claim_for_one_act_is_a_finding(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    noord, zuid = f"{ARRANGER}, area: noord", f"{ARRANGER}, area: zuid"

    twice = governed(bench, arranged(bench, tmp_path, noord, noord))[1]
    once = governed(bench, arranged(bench, tmp_path, noord, zuid))[1]
    two_acts = governed(
        bench, arranged(bench, tmp_path, f"{noord}, act: wmo", f"{noord}, act: jeugdwet")
    )[1]

    assert "area-twice" in twice
    assert "area-twice" not in once | two_acts


@pytest.mark.parametrize(
    ("written", "found"),
    [("", True), (", since: 2025-01-01", True), (", rationale: omdat", True),
     (", since: 2025-01-01, rationale: omdat", False)],
)  # fmt: skip
def test_a_choice_without_a_date_or_a_reason_is_a_finding(
    bench: lw.Workbench, tmp_path: Path, written: str, found: bool
) -> None:
    codes = governed(bench, arranged(bench, tmp_path, ARRANGER + written))[1]

    assert ("arrangement-unreasoned" in codes) == found


@pytest.mark.parametrize(
    ("model", "rights"),
    [
        ("volledige_regie", (9, 2, 1)),
        ("arrangeur", (5, 3, 4)),
        ("netwerkpartner", (0, 11, 1)),
    ],
)
def test_the_steering_degree_says_how_many_rights_it_counts(
    bench: lw.Workbench, tmp_path: Path, model: str, rights: tuple[int, int, int]
) -> None:
    (found,) = governed(bench, arranged(bench, tmp_path, f"model: {model}"))[0].arrangements

    counted = tuple(int(word) for word in found.because[0].nl.split() if word.isdigit())
    assert counted == rights
    assert sum(rights) == 12


def test_everyone_on_a_path_has_words_and_every_goal_its_own_findings(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = arranged(bench, tmp_path, ARRANGER)

    found, _ = governed(bench, dossier)

    models = bench.catalogue.models
    places = {(one.code, one.where) for one in lw.regie.findings(dossier, models, found)}
    on_the_way = {party for path in found.accountability.values() for party in path}
    assert on_the_way <= set(found.parties)
    assert found.parties["cp"].nl == "Contractpartner"
    assert found.parties["college"].nl == "college van burgemeester en wethouders"
    assert {one for one in places if one[1].startswith("goals.")} == {
        ("goal-not-endorsed", "goals.g2"),
        ("goal-without-step", "goals.g3"),
    }


def test_steering_degrees_stand_under_their_area_or_act(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = arranged(
        bench,
        tmp_path,
        f"{ARRANGER}, area: noord",
        "model: netwerkpartner, area: noord, act: wmo, partners: [cp, sub]",
        "model: volledige_regie, act: jeugdwet",
    )

    found, _ = governed(bench, dossier)

    assert found.steering_degree == {"noord": 0.542, "noord/wmo": 0.317, "jeugdwet": 0.833}
