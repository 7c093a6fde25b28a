"""The command: every word of it, in both languages and as one JSON document."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import lerendwerk_core as lw
from commands import Command, Said, install, runner
from conftest import ROOT
from lerendwerk_core.views import answers
from lerendwerk_core.views.composed import composed_lines
from lerendwerk_core.vocabulary import Stage
from make import dossier_file

EXAMPLE = str(ROOT / "examples" / "jeugd")
STAGES = ("assess", "regie", "process", "compose", "align", "learn", "follow")
PARTS = {
    "assess": "readiness",
    "regie": "regie",
    "process": "process",
    "compose": "composition",
    "align": "alignment",
    "learn": "learning",
    "follow": "outcomes",
}
BOTH = {"align": [Stage.ALIGNMENT, Stage.PRINCIPLES], "follow": [Stage.OUTCOMES, Stage.REVIEW]}
IMPOSSIBLE = "compose: {groups: 5, size: [9, 9]}\n"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


# -- the whole trajectory --------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_run_prints_the_summary_in_the_language_asked(command: Command, lang: Any) -> None:
    said = command("run", EXAMPLE, "--lang", lang)

    bench = lw.Workbench()
    assert said == Said(0, bench.run(bench.read(EXAMPLE)).to_text(lang), "")


def test_run_prints_one_json_document(command: Command) -> None:
    said = command("run", EXAMPLE, "--json")

    bench = lw.Workbench()
    assert json.loads(said.out) == bench.run(bench.read(EXAMPLE)).to_dict()
    assert (said.code, said.err) == (0, "")


def test_run_writes_the_report_beside_the_summary(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "report.html"

    said = command("run", EXAMPLE, "--html", path, "--lang=en")

    assert said.code == 0
    assert said.out.endswith(f"\nWritten: {path}\n")
    assert '<html lang="en">' in path.read_text("utf-8")


def test_the_json_stays_one_document_when_a_report_is_written(
    command: Command, tmp_path: Path
) -> None:
    said = command("run", EXAMPLE, "--json", "--html", tmp_path / "report.html")

    assert json.loads(said.out)["id"] == "toegang-jeugd-oosterhout"
    assert (tmp_path / "report.html").is_file()


def test_the_day_of_the_reviews_is_the_users(command: Command) -> None:
    late = command("run", EXAMPLE, "--json", "--as-of", "2026-12-31")

    assert json.loads(late.out)["review"]["overdue"] == ["T2"]


@pytest.mark.parametrize(
    "arguments", [["run"], ["run", "--json"], ["compose"], ["compose", "--json"]]
)
def test_a_finding_that_blocks_is_exit_code_one(
    command: Command, tmp_path: Path, arguments: list[str]
) -> None:
    path = dossier_file(tmp_path, IMPOSSIBLE)

    assert command(*arguments, path).code == 1
    assert command("assess", path).code == 0


# -- one command a stage ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_prints_its_question_and_answer_and_no_other(command: Command, name: str) -> None:
    said = command(name, EXAMPLE, "--lang", "en")

    assert said.code == 0
    assert "\n=> " in said.out
    bench = lw.Workbench()
    every = answers(bench.run(bench.read(EXAMPLE)))
    asked = [one.stage for one in every if one.question.en in said.out]
    assert asked == BOTH.get(name, [Stage(PARTS[name])])


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_as_json_is_that_part_of_the_whole(command: Command, name: str) -> None:
    whole = json.loads(command("run", EXAMPLE, "--json").out)

    part = json.loads(command(name, EXAMPLE, "--json").out)

    if name == "process":
        assert part["versions"] == {version: whole["process"][version] for version in "12"}
    else:
        assert part == {key: whole[PARTS[name]][key] for key in part}


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_without_anything_to_go_on_says_so(
    command: Command, tmp_path: Path, name: str
) -> None:
    path = dossier_file(tmp_path, base="id: x\n")

    plain, as_json = command(name, path), command(name, path, "--json")

    assert (plain.code, as_json.code) == (0, 0)
    assert plain.out
    json.loads(as_json.out)


# -- composing -------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", [60, 120])
def test_compose_prints_all_there_is_to_say_as_wide_as_the_terminal(
    command: Command, monkeypatch: pytest.MonkeyPatch, lang: Any, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    said = command("compose", EXAMPLE, "--lang", lang)

    bench = lw.Workbench()
    result = bench.run(bench.read(EXAMPLE))
    lines = list(composed_lines(result, lang, width))
    assert "\n".join(lines) in said.out
    assert max(map(len, lines)) <= width
    assert result.composition.certificate.in_(lang) in said.out
    for goal in result.composition.goals:
        assert re.search(rf": {goal.value}, (meer|minder|more|less) ", said.out)


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("nl", ["Wie doet welke stap", "Wensen waaraan", "Wie niet gemist", "Zetels met reden"]),
        ("en", ["Who performs which", "Wishes that are", "Who cannot be", "Seats with reasons"]),
    ],
)
def test_compose_speaks_one_language(command: Command, lang: str, heads: list[str]) -> None:
    said = command("compose", EXAMPLE, "--lang", lang).out

    places = [said.index(f"\n{head}") for head in heads]
    assert places == sorted(places)
    other = "balance|handovers|without|seats" if lang == "nl" else "overdrachten|zonder|zetel"
    assert re.search(rf"\b({other})\b", said) is None


@pytest.mark.parametrize(
    ("lang", "heads"),
    [
        ("nl", ["Dit gaat niet samen", "Een uitweg"]),
        ("en", ["These cannot", "A way out"]),
    ],
)
def test_compose_says_what_conflicts_and_the_way_out(
    command: Command, tmp_path: Path, lang: str, heads: list[str]
) -> None:
    said = command("compose", dossier_file(tmp_path, IMPOSSIBLE), "--lang", lang)

    assert said.code == 1
    for head in heads:
        assert re.search(rf"^{head}.*\n- ", said.out, re.MULTILINE)


# -- plugins, schema, a first dossier --------------------------------------------------------------


def test_plugins_are_listed_with_where_they_come_from(command: Command) -> None:
    plain, as_json = command("plugins", "list"), command("plugins", "list", "--json")

    assert plain.out.splitlines()[0].split() == [
        "loaded",
        "builtin",
        "lerendwerk_core",
        lw.__version__,
    ]
    assert [one["name"] for one in json.loads(as_json.out)][:2] == ["builtin", "basis"]


def test_a_plugin_is_shown_with_its_hooks(command: Command) -> None:
    plain, as_json = (command("plugins", "show", "basis", *more) for more in ([], ["--json"]))

    assert "  lerendwerk_provide_checklists\n" in plain.out
    assert "lerendwerk_provide_checklists" in json.loads(as_json.out)["hooks"]


def test_the_doctor_is_content_when_all_plugins_are_loaded(command: Command) -> None:
    assert command("plugins", "doctor", "--lang", "en") == Said(0, "All plugins are loaded.\n", "")
    assert json.loads(command("plugins", "doctor", "--json").out) == []


def test_the_doctor_says_why_a_plugin_failed(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site", monkeypatch, "1 / 0")

    plain, as_json = (
        command("plugins", "doctor", "--lang", "en"),
        command("plugins", "doctor", "--json"),
    )

    assert (plain.code, as_json.code) == (1, 1)
    assert plain.out == "trial: not loaded. ZeroDivisionError: division by zero\n"
    assert [one["state"] for one in json.loads(as_json.out)] == ["failed"]


def test_a_blocked_plugin_is_no_illness(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tmp_path / "site", monkeypatch, "1 / 0")

    said = command("plugins", "doctor", "--block", "trial")

    assert (said.code, said.out.count("\n")) == (0, 1)
    assert "trial: geblokkeerd" in said.out


def test_the_schema_is_one_json_document_that_the_example_fits(command: Command) -> None:
    said = command("schema", "--json")

    schema = json.loads(said.out)
    example = (ROOT / "examples" / "jeugd" / "dossier.yaml").read_text("utf-8")
    jsonschema.Draft7Validator.check_schema(schema)
    dossier = json.loads(json.dumps(yaml.safe_load(example), default=str))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(dossier)) == []


@pytest.mark.parametrize(
    "file",
    [
        "examples/regio/checklist.yaml",
        "src/lerendwerk_core/builtin/data/checklists.yaml",
        "plugins/lerendwerk-wijkteam/src/lerendwerk_wijkteam/checklists.yaml",
    ],
)
def test_the_schema_of_checklists_is_one_that_what_ships_fits(command: Command, file: str) -> None:
    schema = json.loads(command("schema", "--checklist").out)

    jsonschema.Draft7Validator.check_schema(schema)
    written = yaml.safe_load((ROOT / file).read_text("utf-8"))
    known = json.loads(json.dumps(written, default=str))
    assert list(jsonschema.Draft7Validator(schema).iter_errors(known)) == []
    mistake = {"tailorings": [{**known["tailorings"][0], "repalce": []}]}
    assert list(jsonschema.Draft7Validator(schema).iter_errors(mistake))


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_new_checklist_is_one_to_change_and_is_used_as_it_is(
    command: Command, tmp_path: Path, lang: str
) -> None:
    folder = tmp_path / "first"

    written = command("new", "--checklist", folder, "--lang", lang)
    checked, assessed = command("check", folder), command("assess", folder, "--json")

    assert (written.code, checked.code, assessed.code) == (0, 0, 0)
    found = json.loads(assessed.out)
    assert found["checklist"] == "eigen"
    assert found["items"] == 18
    assert found["comparable"]["base"] == "default"
    own = folder / "checklist.yaml"
    assert own.read_text("utf-8").startswith(
        "# yaml-language-server: $schema=checklist.schema.json"
    )
    schema = json.loads((folder / "checklist.schema.json").read_text("utf-8"))
    assert schema == json.loads(command("schema", "--checklist").out)
    text = own.read_text("utf-8").replace("after: C2", "after: F1")
    own.write_text(text, "utf-8")
    wrong = command("check", folder, "--lang", lang)
    assert wrong.code == 2
    assert "checklist.yaml:" in wrong.out + wrong.err


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_assess_shows_all_of_many_respondents(command: Command, lang: str) -> None:
    said = command("assess", ROOT / "examples" / "regio", "--lang", lang).out

    wanted = {
        "nl": ["40 mensen antwoordden", "Bespreek eerst C3", "zorg: gericht", "Volgens 'default'"],
        "en": [
            "40 people answered",
            "Discuss C3 first",
            "zorg: targeted",
            "According to 'default'",
        ],
    }
    assert not [words for words in wanted[lang] if words not in said]
    assert "R-01" not in said
    assert "huisartsen" not in said  # two of them, so never apart


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_new_dossier_runs_as_it_is(command: Command, tmp_path: Path, lang: str) -> None:
    folder = tmp_path / "first"

    written = command("new", folder, "--lang", lang)
    ran = command("run", folder, "--json")

    assert (written.code, ran.code) == (0, 0)
    assert str(folder / "dossier.yaml") in written.out
    result = json.loads(ran.out)
    assert result["readiness"]["route"] == "lerend-werken"
    assert len(result["composition"]["members"]) == 2
    schema = json.loads((folder / "dossier.schema.json").read_text("utf-8"))
    assert schema == json.loads(command("schema").out)


def test_a_new_dossier_is_explained_in_the_language_asked(command: Command, tmp_path: Path) -> None:
    texts = []
    for lang in ("nl", "en"):
        said = command("new", tmp_path / lang, "--lang", lang, "--json")
        texts.append(Path(json.loads(said.out)["written"]).read_text("utf-8"))

    assert "# Een eerste dossier." in texts[0]
    assert "# A first dossier." in texts[1]
    assert [yaml.safe_load(one) for one in texts[:1]] == [yaml.safe_load(one) for one in texts[1:]]


def test_the_version_and_the_help_are_there(command: Command) -> None:
    assert command("--version").out == f"lerendwerk, version {lw.__version__}\n"
    listed = command("--help").out
    assert all(
        f"  {name} " in listed for name in (*STAGES, "run", "check", "plugins", "schema", "new")
    )
