"""The plugin as an installed distribution: found by its entry point, used like what ships."""

from __future__ import annotations

import importlib.metadata
from pathlib import Path

import pytest

import lerendwerk_core as lw
from lerendwerk_core.regie import steering_degree
from lerendwerk_core.testing import REGIE_MODEL_CHECKS
from lerendwerk_core.testing.regie import Check

DEGREES = {"pk_shared": 0.317, "pk_lead_org": 0.375, "pk_nao": 0.227}
SOURCE = Path(__file__).parent.parent / "src"

DOSSIER = """
id: x
organisations:
  - {id: gem, nl: Gemeente, kind: gemeente}
  - {id: zorg, nl: Zorg, kind: aanbieder}
  - {id: buurt, nl: Buurt, kind: partner}
staffing:
  - {org: gem, discipline: consulent, prefix: WC, count: 5}
  - {org: zorg, discipline: begeleider, prefix: BG, count: 5}
process:
  id: p
  steps:
    - {id: s1, nl: Melden, performers: [consulent], goals: [g1]}
    - {id: s2, nl: Helpen, performers: [begeleider], goals: [g1]}
  edges: [[s1, s2]]
goals:
  - {id: g1, nl: Samen, endorsed_by: [gem, zorg, buurt]}
"""


@pytest.fixture(scope="module")
def bench() -> lw.Workbench:
    return lw.Workbench(on_error="raise")


def read(
    bench: lw.Workbench, folder: Path, model: str, partners: str = "zorg, buurt"
) -> lw.Dossier:
    path = folder / "dossier.yaml"
    regie = f"regie: {{arrangements: [{{model: {model}, partners: [{partners}]}}]}}\n"
    path.write_text(DOSSIER + regie, encoding="utf-8")
    return bench.read(path)


def test_the_entry_points_are_installed() -> None:
    names = {entry.name for entry in importlib.metadata.entry_points(group="lerendwerk")}

    assert {"provan_kenis", "provan_kenis_fit"} <= names


def test_the_models_are_offered_by_this_plugin(bench: lw.Workbench) -> None:
    assert {bench.catalogue.owner_of("model", key) for key in DEGREES} == {"provan_kenis"}


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
    bench = lw.Workbench(block=["provan_kenis"])

    assert set(DEGREES).isdisjoint(bench.catalogue.models)
    assert next(one.state.value for one in bench.plugins if one.name == "provan_kenis") == "blocked"


def test_the_models_are_data_alone() -> None:
    assert not list((SOURCE / "lerendwerk_provan_kenis").rglob("*.py"))


@pytest.mark.parametrize(
    ("model", "noted"), [("pk_nao", True), ("netwerkpartner", True), ("volledige_regie", False)]
)
def test_a_network_gets_one_note_for_discussion(
    bench: lw.Workbench, tmp_path: Path, model: str, *, noted: bool
) -> None:
    result = bench.run(read(bench, tmp_path, model))

    notes = [one for one in result.findings if one.code == "provan_kenis/fit"]
    assert len(notes) == noted
    for note in notes:
        assert "geen advies" in note.message.nl
        assert "not advice" in note.message.en
        assert "participant-governed" in note.message.en


def note(bench: lw.Workbench, folder: Path, endorsed_by: str | None) -> lw.Text:
    """Return the note on a network whose only goal these organisations endorse, or without goals."""
    head, _, _ = DOSSIER.partition("process:")
    goals = f"goals: [{{id: g1, nl: Samen, endorsed_by: [{endorsed_by}]}}]\n"
    regie = "regie: {arrangements: [{model: pk_nao, partners: [zorg, buurt]}]}\n"
    path = folder / "dossier.yaml"
    path.write_text(head + (goals if endorsed_by is not None else "") + regie, encoding="utf-8")
    found = bench.run(bench.read(path)).findings
    return next(one.message for one in found if one.code == "provan_kenis/fit")


def test_the_note_names_the_forms_per_condition(bench: lw.Workbench, tmp_path: Path) -> None:
    found = note(bench, tmp_path, "gem, zorg")

    assert "Number of organisations (3): fits participant-governed." in found.en
    assert "(2 of 3 endorsements): fits network administrative organisation." in found.en
    assert "Aantal organisaties (3)" in found.nl
    assert "(2 van 3 keer steun)" in found.nl
    assert "no rule for choosing" in found.en
    assert "geen regel om te kiezen" in found.nl


def test_an_endorsement_written_twice_counts_once(bench: lw.Workbench, tmp_path: Path) -> None:
    assert "(1 of 3 endorsements): fits lead" in note(bench, tmp_path, "gem, gem, gem").en


def test_without_goals_consensus_is_not_known(bench: lw.Workbench, tmp_path: Path) -> None:
    found = note(bench, tmp_path, None)

    assert "Goal consensus: not known" in found.en
    assert "Eensgezindheid over doelen: niet bekend" in found.nl


def test_without_organisations_nothing_is_known(bench: lw.Workbench, tmp_path: Path) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text("id: x\nregie: {arrangements: [{model: pk_nao}]}\n", encoding="utf-8")
    found = bench.run(bench.read(path)).findings
    message = next(one.message for one in found if one.code == "provan_kenis/fit")

    assert "Number of organisations: not known. Goal consensus: not known." in message.en
