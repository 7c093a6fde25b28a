"""Mistakes at the command: exit code two, the place of each, and no traceback ever."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commands import Command, Said, install, runner
from conftest import ROOT
from make import SMALL, dossier_file

EXAMPLE = str(ROOT / "examples" / "jeugd")
COMMANDS = ("run", "check", "assess", "regie", "process", "compose", "align", "learn", "follow")
MISTAKES = SMALL.replace("decentralisation", "decentralization").replace("[s2, s3]", "[s2, s33]")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_mistake_in_a_dossier_has_its_place_and_a_near_miss(
    command: Command, tmp_path: Path, name: str
) -> None:
    path = dossier_file(tmp_path, base=MISTAKES)

    said = command(name, path, "--lang", "en")

    assert (said.code, said.out) == (2, "")
    head, *problems = said.err.splitlines()
    assert head == "The dossier cannot be read."
    assert problems[0].startswith(f"{path}:4:1: unknown key 'decentralization'.")
    assert "Did you mean 'decentralisation'?" in problems[0]
    assert problems[1].startswith(f"{path}:18:26: process step 's33' does not exist.")
    assert "Did you mean 's3'?" in problems[1]
    assert len(problems) == 2


def test_mistakes_are_said_in_dutch_unless_asked_otherwise(
    command: Command, tmp_path: Path
) -> None:
    said = command("check", dossier_file(tmp_path, base=MISTAKES))

    assert said.err.startswith("Het dossier kan niet worden gelezen.\n")
    assert "Bedoelde u 's3'?" in said.err


def test_check_lists_problems_as_json_too(command: Command, tmp_path: Path) -> None:
    path = dossier_file(tmp_path, base=MISTAKES)

    said = command("check", path, "--json")

    problems = json.loads(said.out)["problems"]
    assert (said.code, said.err) == (2, "")
    assert [one["code"] for one in problems] == ["unknown-key", "unknown-reference"]
    assert problems[1]["mark"] == {"file": str(path), "line": 18, "column": 26}


def test_check_says_that_a_good_dossier_is_good(command: Command, tmp_path: Path) -> None:
    path = dossier_file(tmp_path)

    plain, as_json = command("check", path, "--lang", "en"), command("check", path, "--json")

    assert plain == Said(
        0, f"{path}: readable and in order; lerendwerk run says what there is to discuss.\n", ""
    )
    assert json.loads(as_json.out) == {"problems": [], "findings": []}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["run", "nowhere"], "nowhere: there is no dossier"),
        (["run", EXAMPLE, "--as-of", "31-12-2025"], "2025-12-31"),
        (["run", EXAMPLE, "--as-of", "2025-02-30"], "2025-12-31"),
        (["run", EXAMPLE, "--html", "/dev/null/report.html"], "/dev/null/report.html cannot be"),
        (["run", EXAMPLE, "--html", "absent/report.html"], "absent/report.html cannot be written"),
        (["run", EXAMPLE, "--lang", "fr"], "'fr' is not one of"),
        (["run"], "Missing argument 'DOSSIER'"),
        (["rnu", EXAMPLE], "No such command 'rnu'"),
        (["plugins", "show", "nobody"], "There is no plugin 'nobody'."),
        (["new", str(ROOT)], "exists already; choose another."),
        (["new", "/dev/null/first"], "/dev/null/first cannot be written"),
    ],
)
def test_a_wrong_use_is_exit_code_two_with_words_and_without_output(
    command: Command, arguments: list[str], said: str
) -> None:
    ended = command(*arguments, *([] if "--lang" in arguments else ["--lang", "en"]))

    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err
    assert "Traceback" not in ended.err


def test_an_interrupt_ends_quietly(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site", monkeypatch, "raise KeyboardInterrupt")

    said = command("run", EXAMPLE, "--lang", "en")

    assert (said.code, said.out) == (2, "")
    assert said.err.strip().splitlines()[-1] == "Interrupted."


def test_the_module_runs_as_the_command_does(tmp_path: Path) -> None:
    path = dossier_file(tmp_path, base=MISTAKES)

    done = subprocess.run(
        [sys.executable, "-m", "lerendwerk_core", "run", str(path)],
        capture_output=True,
        check=False,
        text=True,
    )

    assert (done.returncode, done.stdout) == (2, "")
    assert f"{path}:18:26" in done.stderr
    assert "Traceback" not in done.stderr
