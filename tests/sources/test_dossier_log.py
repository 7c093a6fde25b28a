"""A dossier whose process comes from a log, or on whose process a log is laid."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from plain_values import problems

import lerendwerk_core as lw
from conftest import ROOT
from lerendwerk_core.errors import DossierError
from make import dossier_file

LOG = "zaak;stap;tijd;wie;team\n" + "".join(
    f"{case};{step};2025-01-{day:02} 09:00;AB-{case};{team}\n"
    for case in range(1, 7)
    for day, (step, team) in enumerate(
        [
            ("Melden", "Loket"),
            ("Praten", "Wijkteam"),
            ("Bellen", "Wijkteam"),
            ("Helpen", "Wijkteam"),
        ],
        1,
    )
)
COLUMNS = "case: zaak, activity: stap, time: tijd, resource: wie, group: team"
STAFF = """
organisations: [{id: gem, kind: gemeente}, {id: zorg}]
staffing:
  - {org: gem, discipline: loket, prefix: LO, count: 6}
  - {org: zorg, discipline: hulp, prefix: HU, count: 6}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    return tmp_path


def read(bench: lw.Workbench, folder: Path, process: str) -> lw.Dossier:
    text = f"id: x\n{STAFF}\nprocess: {process}\n"
    return bench.read(dossier_file(folder, base=text))


def codes(dossier: lw.Dossier) -> list[str]:
    return sorted({one.code for one in dossier.findings})


STEPS = """
  steps:
    - {id: s1, nl: Melden, performers: [loket]}
    - {id: s2, nl: Praten, performers: [hulp]}
    - {id: s3, nl: Helpen, performers: [hulp]}
    - {id: s4, nl: Sluiten, performers: [loket]}
  edges: [[s1, s2], [s2, s3], [s3, s4]]
  log: log.csv
"""


def test_a_log_alone_is_the_process(bench: lw.Workbench, folder: Path) -> None:
    dossier = read(bench, folder, f"{{log: log.csv, {COLUMNS}, roles: {{Wijkteam: hulp}}}}")

    assert dossier.process is not None
    assert dossier.process.origin == "log"
    assert [(one.id, one.lead) for one in dossier.process.steps] == [
        ("melden", "loket"),
        ("praten", "hulp"),
        ("bellen", "hulp"),
        ("helpen", "hulp"),
    ]
    assert [one.seen for one in dossier.process.edges] == [6, 6, 6]
    assert dossier.origin.roles == {"Loket": "loket", "Wijkteam": "hulp"}
    assert codes(dossier) == []


def test_a_team_that_is_no_discipline_is_a_finding(bench: lw.Workbench, folder: Path) -> None:
    assert codes(read(bench, folder, f"{{log: log.csv, {COLUMNS}}}")) == ["role-without-staff"]


def test_a_log_is_laid_on_the_steps_that_are_written(bench: lw.Workbench, folder: Path) -> None:
    columns = COLUMNS.replace(", ", "\n  ")
    dossier = read(bench, folder, f"{STEPS}  {columns}\n")

    assert dossier.process is not None
    assert [one.seen for one in dossier.process.edges] == [6, 6, 0]
    assert [one.waited for one in dossier.process.edges] == [1.0, 2.0, None]
    overlay = dossier.origin.overlay
    assert overlay is not None
    assert overlay.unknown == ("Bellen",)
    assert overlay.never == ("s4",)
    assert codes(dossier) == ["log-step-never-seen", "log-step-unknown"]


def test_a_name_that_differs_can_be_given(bench: lw.Workbench, folder: Path) -> None:
    columns = COLUMNS.replace(", ", "\n  ")
    dossier = read(bench, folder, f"{STEPS}  {columns}\n  names: {{Bellen: s4}}\n")

    overlay = dossier.origin.overlay
    assert overlay is not None
    assert (overlay.unknown, overlay.never) == ((), ())
    assert [one.source + one.target for one in overlay.not_drawn] == ["s2s4"]
    assert "log-way-not-drawn" in codes(dossier)


def test_what_the_log_shows_is_in_the_map_and_in_the_proposal(
    bench: lw.Workbench, folder: Path
) -> None:
    columns = COLUMNS.replace(", ", "\n  ")
    dossier = read(
        bench, folder, f"{STEPS}  {columns}\n  roles: {{Wijkteam: hulp, Loket: loket}}\n"
    )

    found = bench.map(dossier)
    proposal = bench.align(dossier).proposal
    assert found is not None
    assert proposal is not None
    assert found.observed is not None
    assert found.observed.people == 6
    assert [(one.source, one.weight) for one in found.involvement.borders] == [
        ("s1", 30),
        ("s3", 3),
    ]
    assert "also according to the log" in proposal.rows["s2"].because[0].en


@pytest.mark.parametrize(
    ("process", "code"),
    [
        (f"{{log: log.csv, bpmn: p.bpmn, steps: [], {COLUMNS}}}", "process-two-sources"),
        ("{log: weg.csv}", "file-missing"),
        ("{log: log.csv, case: zaken, activity: stap}", "log-column-missing"),
        ("{log: log.csv, case: zaak, activity: stap, hours: laat}", "log-hours"),
    ],
)
def test_what_cannot_be_is_a_problem(
    bench: lw.Workbench, folder: Path, process: str, code: str
) -> None:
    shutil.copy(ROOT / "docs" / "how-to" / "intake.bpmn", folder / "p.bpmn")

    with pytest.raises(DossierError) as error:
        read(bench, folder, process)

    assert code in [one[0] for one in problems(error.value)]


def test_the_example_runs_on_its_log(bench: lw.Workbench) -> None:
    result = bench.run(bench.read(ROOT / "examples" / "aanvraag"))

    assert result.process is not None
    assert result.process.now.origin == "log"
    assert result.process.now.flow_efficiency is None
    assert result.composition.status == "optimal"
    for group in result.composition.proposed.values():
        assert group.uncovered_steps == ()
