"""``lerendwerk process``: a dossier, a drawing, or a log."""

from __future__ import annotations

import io
import json
import shutil
import sys
import time
from pathlib import Path

import pytest

from commands import Command, runner
from conftest import ROOT
from lerendwerk_core.cli import progress

LOG = ROOT / "examples" / "aanvraag" / "log.csv"
COLUMNS = [
    "--case",
    "zaak",
    "--activity",
    "stap",
    "--time",
    "tijd",
    "--resource",
    "medewerker",
    "--group",
    "team",
]


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


def test_a_log_by_itself_shows_its_process(command: Command) -> None:
    ended = command("process", str(LOG), *COLUMNS, "--lang", "en")

    assert ended.code == 0
    assert "400 cases, 2360 events" in ended.out
    assert "Successions, hat change: 1281." in ended.out
    assert "aanvraag_registreren: A intake; R intake" in ended.out


def test_all_of_it_is_in_the_json(command: Command) -> None:
    ended = command("process", str(LOG), *COLUMNS, "--json")

    said = json.loads(ended.out)
    assert ended.code == 0
    assert said["observed"]["cases"] == 400
    assert said["involvement"]["leads"]["intake"] == ["aanvraag_registreren"]
    assert said["proposal"]["rows"]["aanvraag_registreren"]["row"]["responsible"] == ["intake"]
    assert said["drawing"] is None
    assert "IN-01" not in ended.out


def test_a_drawing_by_itself_shows_where_its_roles_come_from(command: Command) -> None:
    drawing = ROOT / "docs" / "how-to" / "intake.bpmn"

    ended = command("process", str(drawing), "--json")

    said = json.loads(ended.out)
    assert ended.code == 0
    assert said["versions"]["1"]["steps"] == 3
    assert "proposal" in said


def test_a_column_that_is_not_there_is_said_with_what_is_near(command: Command) -> None:
    ended = command("process", str(LOG), "--case", "zaken", "--activity", "stap", "--lang", "en")

    assert ended.code == 2
    assert "log.csv:1:1: there is no column 'zaken' (for case). Did you mean 'zaak'?" in ended.err


def test_a_log_of_which_no_column_is_named_says_which_option_names_it(command: Command) -> None:
    ended = command("process", str(LOG), "--lang", "en")

    assert ended.code == 2
    assert "--case" in ended.err
    assert "--activity" in ended.err
    assert "zaak" in ended.err


def test_a_log_that_is_not_there_is_said(command: Command, tmp_path: Path) -> None:
    assert command("process", str(tmp_path / "weg.csv")).code == 2


def test_a_dossier_shows_its_process_and_composes_nothing(command: Command, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "aanvraag", tmp_path / "aanvraag")

    ended = command("process", str(tmp_path / "aanvraag"), "--lang", "en")

    assert ended.code == 0
    assert "Borders, the heaviest first:" in ended.out


class Terminal(io.StringIO):
    """A terminal to write to."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("seconds", [0.0, 0.05])
def test_on_a_terminal_a_long_reading_is_told_and_wiped(
    monkeypatch: pytest.MonkeyPatch, seconds: float
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress.Reading, "SECONDS", 0.01)

    with progress.Reading("log.csv", "nl"):
        time.sleep(seconds)

    said = terminal.getvalue()
    assert ("log.csv lezen: 0 seconden" in said) == bool(seconds)
    assert said.endswith("\r") == bool(seconds)


def test_in_working_hours_things_take_less_time(command: Command) -> None:
    pytest.importorskip("holidays")
    whole = json.loads(command("process", str(LOG), *COLUMNS, "--json").out)
    worked = json.loads(
        command("process", str(LOG), *COLUMNS, "--hours", "8:00-17:00", "--json").out
    )

    assert worked["observed"]["took"]["mean"] < whole["observed"]["took"]["mean"] / 2
    assert worked["observed"]["successions"][0]["count"] == 326


@pytest.mark.parametrize("hours", ["overdag", "17:00-9:00", "9-25"])
def test_what_are_no_working_hours_is_said(command: Command, hours: str) -> None:
    ended = command("process", str(LOG), *COLUMNS, "--hours", hours, "--lang", "en")

    assert ended.code == 2
    assert "9:00-17:00" in ended.err


def test_versions_show_the_road_that_was_travelled(command: Command, tmp_path: Path) -> None:
    old = (ROOT / "docs" / "how-to" / "intake.bpmn").read_text(encoding="utf-8")
    (tmp_path / "oud.bpmn").write_text(old, encoding="utf-8")
    first = old.split('<userTask id="s1" name="')[-1].split('"')[0] if "userTask" in old else ""
    name = first or old.split(' name="')[2].split('"')[0]
    (tmp_path / "nieuw.bpmn").write_text(old.replace(name, f"{name} samen"), encoding="utf-8")

    ended = command(
        "process", tmp_path / "nieuw.bpmn", "--before", tmp_path / "oud.bpmn", "--lang", "en"
    )

    assert ended.code == 0
    assert "Ways to another role:" in ended.out
    assert f"{name} samen" in ended.out
    same = command("process", tmp_path / "oud.bpmn", "--before", tmp_path / "oud.bpmn", "--json")
    assert json.loads(same.out)["road"]["changes"][0]["added"] == []


def test_it_is_written_as_bpmn_and_as_mermaid(command: Command, tmp_path: Path) -> None:
    bpmn, mermaid = tmp_path / "uit.bpmn", tmp_path / "uit.mmd"

    ended = command("process", str(LOG), *COLUMNS, "--bpmn", bpmn, "--mermaid", mermaid)

    assert ended.code == 0
    assert mermaid.read_text(encoding="utf-8").startswith("flowchart LR\n")
    again = json.loads(command("process", bpmn, "--json").out)
    assert again["versions"]["1"]["steps"] == 13
    assert again["report"]["without_role"] == []


def test_a_log_is_laid_on_a_drawing(command: Command, tmp_path: Path) -> None:
    drawing = tmp_path / "uit.bpmn"
    command("process", str(LOG), *COLUMNS, "--bpmn", drawing)

    ended = command("process", drawing, "--log", LOG, *COLUMNS, "--json")
    told = command("process", drawing, "--log", LOG, *COLUMNS, "--lang", "en")

    said = json.loads(ended.out)
    assert said["overlay"]["unknown"] == said["overlay"]["never"] == []
    assert said["observed"]["cases"] == 400
    assert "The log beside the process:" in told.out
    wrong = command("process", drawing, "--log", ROOT / "README.md", "--lang", "en")
    assert (wrong.code, "no log that can be read" in wrong.err) == (2, True)


@pytest.mark.parametrize(("shared", "cases"), [(False, 2), (True, 1)])
def test_organisations_may_share_their_case_numbers(
    command: Command, tmp_path: Path, shared: bool, cases: int
) -> None:
    (tmp_path / "l.csv").write_text("zaak;stap;org\n7;a;X\n7;b;Y\n", encoding="utf-8")
    asked = ["--case", "zaak", "--activity", "stap", "--organisation", "org", "--json"]

    ended = command("process", tmp_path / "l.csv", *asked, *(["--shared"] if shared else []))

    said = json.loads(ended.out)["observed"]
    assert said["cases"] == cases
    assert said["borders"]["other-organisation"] == (1 if shared else 0)
