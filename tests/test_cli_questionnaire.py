"""The command that writes a questionnaire: whole or not at all, in the form that is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import lerendwerk_core as lw
from commands import Command, runner


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


def test_without_a_file_it_is_printed(command: Command, bench: lw.Workbench) -> None:
    said = command("questionnaire", "jeugd", "--respondents", 2, "--block", "xlsx")

    blank = bench.questionnaire("jeugd", respondents=["R-01", "R-02"])
    assert (said.code, said.err) == (0, "")
    assert said.out.replace("\r\n", "\n") == blank.decode().replace("\r\n", "\n")


def test_it_is_written_to_the_file_that_is_named(
    command: Command, bench: lw.Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "Vragenlijst.CSV"

    said = command("questionnaire", "default", "--out", path, "--moment", "T0", "--lang", "en")

    codes = [f"R-{number:02}" for number in range(1, 11)]
    assert path.read_bytes() == bench.questionnaire(moment="T0", lang="en", respondents=codes)
    assert said.out.splitlines()[0].endswith("Vragenlijst.CSV")
    assert "in order, partly in order, not in order, not applicable" in said.out
    assert [one.name for one in tmp_path.iterdir()] == ["Vragenlijst.CSV"]


def test_as_json_it_is_one_document(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "q.csv"

    written = json.loads(command("questionnaire", "default", "--json", "--out", path).out)
    printed = json.loads(command("questionnaire", "default", "--json").out)

    assert written == {"written": str(path)}
    assert printed["questionnaire"].startswith("respondent;organisatie;A1: ")


def test_a_dossier_has_its_own_checklist_asked(command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "eigen"
    command("new", "--checklist", folder)
    file = folder / "checklist.yaml"
    text = file.read_text("utf-8").replace("    add:\n", "    not_applicable: [D3]\n    add:\n")
    file.write_text(text, "utf-8")

    said = command("questionnaire", folder, "--respondents", 1)

    heading = said.out.splitlines()[0]
    assert said.code == 0
    assert "X1: Vrijwilligers weten bij wie zij terechtkunnen." in heading
    assert "D3: " not in heading  # set aside here, so it is not asked


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["defalt"], "defalt"),
        (["default", "--out", "vragenlijst.doc"], ".csv"),
        (["default", "--out", "weg/vragenlijst.csv"], "weg"),
        (["default", "--respondents", "-1"], "--respondents"),
        ([], "CHECKLIST"),
    ],
)
def test_a_mistake_is_said_and_nothing_is_written(
    command: Command,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    wanted: str,
) -> None:
    monkeypatch.chdir(tmp_path)

    said = command("questionnaire", *arguments)

    assert said.code == 2
    assert wanted in said.err
    assert "Traceback" not in said.err
    assert not list(tmp_path.iterdir())
