"""The summary: ten stages, both languages, never wider than a terminal."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hostile_dossiers import hostile

import lerendwerk_core as lw
from conftest import KNOWN_ANSWERS, ROOT
from lerendwerk_core.text import LANGUAGES, Lang
from lerendwerk_core.views import answers
from lerendwerk_core.vocabulary import Severity, Stage
from make import SMALL, read

WIDTH = 80


@pytest.fixture(scope="module")
def result(bench: lw.Workbench) -> lw.Trajectory:
    return bench.run(bench.read(ROOT / "examples" / "jeugd"))


def in_a_row(text: str) -> str:
    """Return *text* without its line breaks and indents."""
    return " ".join(text.split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_a_terminal(
    bench: lw.Workbench, result: lw.Trajectory, tmp_path: Path, lang: Lang
) -> None:
    folder = hostile(ROOT / "examples" / "jeugd", tmp_path / "dossier")
    wide = SMALL.replace("id: klein", f"id: {'x' * 300}").replace("nl: Melden", f"nl: {'y' * 300}")
    others = [bench.run(bench.read(folder)), bench.run(read(bench, tmp_path, base=wide))]
    scenarios = sorted((KNOWN_ANSWERS / "scenarios").glob("*.yaml"))
    others += [bench.run(bench.read(path)) for path in scenarios]

    lines = [line for one in (result, *others) for line in one.to_text(lang).splitlines()]

    assert max(map(len, lines)) <= WIDTH
    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_ten_stages_stand_in_order_with_their_answers(
    result: lw.Trajectory, lang: Lang
) -> None:
    text = result.to_text(lang)

    row = in_a_row(text)
    heads = [f"{number} {stage.label.in_(lang)}:" for number, stage in enumerate(Stage)]
    places = [text.index(f"\n{head}") for head in heads]
    assert places == sorted(places)
    for one in answers(result):
        assert f"=> {in_a_row(one.answer.in_(lang))}" in row
        assert all(f"- {in_a_row(point.in_(lang))}" in row for point in one.points)


def test_every_finding_stands_under_its_stage_with_its_weight(result: lw.Trajectory) -> None:
    parts = result.to_text("nl").split("\n\n")
    stages = dict(zip(Stage, parts[1:], strict=False))
    signs = {Severity.BLOCKER: "!!", Severity.WARNING: "!", Severity.NOTE: "."}

    for one in result.findings:
        said = f"{signs[one.severity]} {in_a_row(one.message.nl)}"
        assert said in in_a_row(stages[one.stage])


def test_the_answers_of_the_example_name_the_figures_of_its_json(result: lw.Trajectory) -> None:
    data = json.loads(result.to_json())
    now, composition, learning = data["process"]["1"], data["composition"], data["learning"]
    figures = {
        Stage.SETUP: data["counts"].values(),
        Stage.PROCESS: [now["handovers"], now["transitions"], now["wait_days"]],
        Stage.COMPOSITION: [len(data["groups"]), len(composition["proposed"])],
        Stage.PRINCIPLES: [len(data["principles"]["both"])],
        Stage.LEARNING: [learning["personal_needs"], len(learning["collective_needs"])],
    }

    for one in answers(result):
        numbers = {float(number) for number in re.findall(r"\d+(?:\.\d+)?", one.answer.en)}
        assert numbers >= set(map(float, figures.get(one.stage, ())))


def test_decimals_have_the_mark_of_their_language(result: lw.Trajectory) -> None:
    dutch, english = (result.to_text(lang) for lang in LANGUAGES)

    assert "3,2" in dutch
    assert "3,2" not in english
    assert "3.2" in english


def test_the_last_line_says_what_is_kept_back(bench: lw.Workbench, tmp_path: Path) -> None:
    strict = bench.run(read(bench, tmp_path, "minimum_cell: 8\n"))

    assert "8" in strict.to_text("nl").splitlines()[-1]
    assert "8" in strict.to_text("en").splitlines()[-1]
