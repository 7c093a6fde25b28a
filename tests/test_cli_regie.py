"""``lerendwerk regie --model``: what another model would change, before anyone decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import Command, runner


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("columns", ["40", "100"])
def test_the_comparison_fits_the_terminal(
    command: Command, example: Path, monkeypatch: pytest.MonkeyPatch, lang: str, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)

    said = command("regie", example, "--model", "netwerkpartner", "--lang", lang)

    assert said.code == 0
    assert all(len(line) <= int(columns) for line in said.out.splitlines())
    assert ("Rechten die verschuiven" if lang == "nl" else "Rights that move") in said.out
    assert "{" not in said.out


def test_one_area_is_one_arrangement(command: Command, example: Path) -> None:
    said = command("regie", example, "--model", "volledige_regie", "--area", "stad", "--json")

    (found,) = json.loads(said.out)
    assert found["area"] == "stad"
    assert (found["before"], found["after"]) == ("arrangeur", "volledige_regie")
    assert (found["degree_before"], found["degree_after"]) == (0.542, 0.833)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--model", "netwerk"), "netwerkpartner"),
        (("--model", "netwerkpartner", "--area", "west"), "stad"),
        (("--area", "stad"), "--model"),
    ],
)
def test_a_mistake_is_told_without_a_traceback(
    command: Command, example: Path, arguments: tuple[str, ...], words: str
) -> None:
    said = command("regie", example, *arguments)

    assert said.code == 2
    assert words in said.err
    assert "Traceback" not in said.err
