"""Nothing outside the dossier's folder is read, whichever way a dossier asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import problems

import lerendwerk_core as lw
from lerendwerk_core.sources.bpmn import NAMESPACE
from make import dossier_file

HIDDEN = "code,discipline,org\nGEHEIM-01,spion,gem\n"
OUTSIDE = ("file-outside", 3, 9)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A dossier's folder with a secret beside it that no message may show."""
    (tmp_path / "geheim.csv").write_text(HIDDEN, encoding="utf-8")
    (tmp_path / "geheim.bpmn").write_text("<GEHEIM/>", encoding="utf-8")
    (tmp_path / "dossier" / "sub").mkdir(parents=True)
    return tmp_path / "dossier"


def written(folder: Path, people: str) -> Path:
    return dossier_file(folder, base=f"id: x\norganisations: [{{id: gem}}]\npeople: {people}\n")


def refused(bench: lw.Workbench, file: Path) -> lw.DossierError:
    with pytest.raises(lw.DossierError) as caught:
        bench.read(file)
    assert "GEHEIM" not in str(caught.value)
    return caught.value


@pytest.mark.parametrize(
    "name",
    [
        "../geheim.csv",
        "sub/../../geheim.csv",
        "sub/../sub/../../geheim.csv",
        "./../geheim.csv",
        "/etc/passwd",
        "//etc/passwd",
        "..",
    ],
)
def test_a_path_that_leads_outside_is_refused(bench: lw.Workbench, folder: Path, name: str) -> None:
    assert problems(refused(bench, written(folder, name))) == [OUTSIDE]


def test_an_absolute_path_to_a_readable_file_is_refused(bench: lw.Workbench, folder: Path) -> None:
    name = str(folder.parent / "geheim.csv")

    error = refused(bench, written(folder, name))

    assert problems(error) == [OUTSIDE]
    assert f"'{name}' is outside the dossier's folder" in str(error)


def test_an_absolute_path_into_the_folder_is_inside(bench: lw.Workbench, folder: Path) -> None:
    (folder / "people.csv").write_text(HIDDEN, encoding="utf-8")

    assert len(bench.read(written(folder, str(folder / "people.csv"))).people) == 1


def test_a_link_to_a_file_outside_is_refused(bench: lw.Workbench, folder: Path) -> None:
    (folder / "people.csv").symlink_to(folder.parent / "geheim.csv")

    assert problems(refused(bench, written(folder, "people.csv"))) == [OUTSIDE]


def test_a_linked_folder_that_leads_outside_is_refused(bench: lw.Workbench, folder: Path) -> None:
    (folder / "link").symlink_to(folder.parent)

    assert problems(refused(bench, written(folder, "link/geheim.csv"))) == [OUTSIDE]


def test_a_link_to_itself_ends(bench: lw.Workbench, folder: Path) -> None:
    (folder / "loop.csv").symlink_to(folder / "loop.csv")

    ((code, *place),) = problems(refused(bench, written(folder, "loop.csv")))

    assert code in {"file-outside", "file-missing"}
    assert place == [3, 9]


def test_a_link_within_the_folder_is_read(bench: lw.Workbench, folder: Path) -> None:
    (folder / "sub" / "2025.csv").write_text(HIDDEN, encoding="utf-8")
    (folder / "people.csv").symlink_to(folder / "sub" / "2025.csv")

    assert len(bench.read(written(folder, "people.csv")).people) == 1


def test_a_folder_that_is_itself_a_link_is_read(bench: lw.Workbench, folder: Path) -> None:
    (folder / "people.csv").write_text(HIDDEN, encoding="utf-8")
    written(folder, "people.csv")
    link = folder.parent / "link"
    link.symlink_to(folder)

    assert len(bench.read(link).people) == 1


@pytest.mark.parametrize(
    "name", ["nope.csv", "sub", "sub/nope.csv", "http://example.org/people.csv"]
)
def test_a_file_that_is_not_there_is_named(bench: lw.Workbench, folder: Path, name: str) -> None:
    error = refused(bench, written(folder, name))

    assert problems(error) == [("file-missing", 3, 9)]
    assert f"'{name}'" in str(error)


def test_a_name_too_long_for_a_file_is_refused(bench: lw.Workbench, folder: Path) -> None:
    ((code, *place),) = problems(refused(bench, written(folder, "x" * 5000)))

    assert code in {"file-outside", "file-missing"}
    assert place == [3, 9]


@pytest.mark.parametrize("name", ["../geheim.bpmn", "/etc/passwd"])
def test_a_drawing_outside_is_refused(bench: lw.Workbench, folder: Path, name: str) -> None:
    file = dossier_file(folder, base=f"id: x\nprocess: {{bpmn: {name}}}\n")

    ((code, line, _),) = problems(refused(bench, file))

    assert (code, line) == ("file-outside", 2)


def test_problems_in_a_file_beside_the_dossier_carry_its_name(
    bench: lw.Workbench, folder: Path
) -> None:
    (folder / "sub" / "p.csv").write_text(
        HIDDEN.replace("gem", "gm").replace("GEHEIM", "A"), "utf-8"
    )

    error = refused(bench, written(folder, "sub/p.csv"))

    assert [str(one.mark) for one in error.problems] == [f"{folder}/sub/p.csv:2:3"]


def test_problems_in_both_files_are_said_together(bench: lw.Workbench, folder: Path) -> None:
    (folder / "p.csv").write_text("code,org\nA-01,gem\n", encoding="utf-8")
    (folder / "p.bpmn").write_text("<definitions/>", encoding="utf-8")
    text = "id: x\ngolas: []\npeople: p.csv\nprocess: {bpmn: p.bpmn}\n"

    error = refused(bench, dossier_file(folder, base=text))

    assert [one.code for one in error.problems] == ["unknown-key", "bpmn-not", "csv-no-header"]


@pytest.mark.parametrize(
    ("process", "code"),
    [
        ("{bpmn: p.bpmn, steps: []}", "process-two-sources"),
        ("{id: leeg}", "process-no-source"),
        ("{}", "process-no-source"),
    ],
)
def test_a_process_has_one_source(
    bench: lw.Workbench, folder: Path, process: str, code: str
) -> None:
    (folder / "p.bpmn").write_text(f'<definitions xmlns="{NAMESPACE}"/>', encoding="utf-8")
    file = dossier_file(folder, base=f"id: x\nprocess: {process}\n")

    assert problems(refused(bench, file)) == [(code, 2, 1)]


def test_people_come_from_one_source(bench: lw.Workbench, folder: Path) -> None:
    (folder / "p.csv").write_text(HIDDEN, encoding="utf-8")
    text = """\
id: x
organisations: [{id: gem}]
people: p.csv
staffing: [{org: gem, discipline: consulent, prefix: WC, count: 2}]
"""

    error = refused(bench, dossier_file(folder, base=text))

    assert [one.code for one in error.problems] == ["staffing-and-people"]
