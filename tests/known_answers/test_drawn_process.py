"""The whole trajectory on a drawing that a city really made: lanes are roles, the staff is invented."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import lerendwerk_core as lw
from conftest import known_answers

pytestmark = pytest.mark.known_answers

DRAWING = "process/bpmn/amsterdam/debrief/7.4.0/debrief.bpmn"
DOSSIER = """
id: debrief
municipality: {code: GM0363, name: Amsterdam}
period: {start: 2025-01-01, go_live: 2025-06-01}
organisations:
  - {id: gem, nl: Gemeente, kind: gemeente}
  - {id: tz, nl: Toezicht, kind: partner}
regie: {arrangements: [{model: volledige_regie}]}
staffing:
  - {org: gem, discipline: projecthandhaver, prefix: PH, count: 8, department: handhaving}
  - {org: tz, discipline: toezichthouder, prefix: TH, count: 7}
  - {org: gem, discipline: projectmedewerker, prefix: PM, count: 6, department: projecten}
process: {bpmn: debrief.bpmn}
compose: {groups: 2, size: [4, 8]}
"""


@pytest.fixture(scope="module")
def drawn(bench: lw.Workbench, tmp_path_factory: pytest.TempPathFactory) -> lw.Trajectory:
    folder = tmp_path_factory.mktemp("debrief")
    shutil.copy(known_answers(DRAWING), folder / "debrief.bpmn")
    (folder / "dossier.yaml").write_text(DOSSIER, encoding="utf-8")
    return bench.run(bench.read(folder))


def test_every_task_of_the_drawing_is_a_step(drawn: lw.Trajectory) -> None:
    assert drawn.process is not None
    assert drawn.process.now.steps == 35
    assert drawn.process.now.without_performer == ()
    assert {step.lead for step in drawn.process.now.step_list} == {
        "projecthandhaver",
        "toezichthouder",
        "projectmedewerker",
    }


def test_transitions_run_from_task_to_task(drawn: lw.Trajectory) -> None:
    assert drawn.process is not None
    steps = {step.id for step in drawn.process.now.step_list}
    path = drawn.process.now.main_path

    assert path
    assert {one.source for one in path} | {one.target for one in path} <= steps
    assert drawn.process.now.unreachable == ()
    assert drawn.process.now.handovers > 0


def test_the_groups_cover_its_steps_and_handovers(drawn: lw.Trajectory) -> None:
    composition = drawn.composition
    goals = {goal.goal: goal for goal in composition.goals}

    assert composition.status == "optimal"
    assert goals["steps"].value == goals["steps"].bound == 70
    assert goals["handovers"].value == goals["handovers"].bound
    for group in composition.proposed.values():
        assert group.uncovered_steps == ()
    assert drawn.process is not None
    covered = {one.handovers_covered for one in composition.proposed.values()}
    assert covered == {drawn.process.now.handovers}


def test_it_is_shown_in_the_report(drawn: lw.Trajectory, tmp_path: Path) -> None:
    html = drawn.to_html(tmp_path / "report.html")

    assert "Verwerken debrief" in html
    assert html.count('<g class="step') == 35
    assert (tmp_path / "report.html").read_text("utf-8") == html


def test_a_role_without_staff_is_a_finding(bench: lw.Workbench, tmp_path: Path) -> None:
    shutil.copy(known_answers(DRAWING), tmp_path / "debrief.bpmn")
    text = DOSSIER.replace("discipline: toezichthouder", "discipline: toezichter")
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")

    found = bench.run(bench.read(tmp_path)).findings

    assert "role-without-staff" in {finding.code for finding in found}
