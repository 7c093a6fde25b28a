"""Checklists and tailorings that a dossier brings itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import lerendwerk_core as lw
from make import read

LAYERS = """
tailorings:
  - id: een
    base: wmo
    nl: Een
    drop: [B3]
  - id: twee
    base: een
    nl: Twee
    add:
      - {id: X1, section: C, nl: Nieuw, en: New, after: C2}
"""


def told(bench: lw.Workbench, folder: Path, layers: str, use: str = "twee") -> lw.DossierError:
    (folder / "lagen.yaml").write_text(layers, encoding="utf-8")
    with pytest.raises(lw.DossierError) as raised:
        read(bench, folder, f"checklist: {{use: {use}, tailorings: lagen.yaml, answers: {{}}}}\n")
    return raised.value


def test_layers_beside_a_dossier_are_laid_on_those_of_plugins(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    (tmp_path / "lagen.yaml").write_text(LAYERS, encoding="utf-8")
    more = "checklist: {use: twee, tailorings: [lagen.yaml], answers: {X1: niet, A1: op_orde}}\n"

    dossier = read(bench, tmp_path, more)

    assert dossier.checklist is not None
    assert [one.id for one in dossier.checklist.own] == ["een", "twee"]
    assert dossier.checklist.own[1].layers == ("default", "wmo", "een", "twee")
    found = bench.assess(dossier)
    assert found is not None
    assert found.items == 17
    assert found.comparable is not None
    assert found.comparable.base == "default"


def test_answers_to_an_item_that_a_layer_dropped_are_refused(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    (tmp_path / "lagen.yaml").write_text(LAYERS, encoding="utf-8")

    with pytest.raises(lw.DossierError) as raised:
        read(
            bench, tmp_path, "checklist: {use: een, tailorings: lagen.yaml, answers: {B3: niet}}\n"
        )

    assert [one.code for one in raised.value.problems] == ["unknown-reference"]


def test_what_cannot_be_is_said_with_its_file_and_line(bench: lw.Workbench, tmp_path: Path) -> None:
    wrong = LAYERS.replace("drop: [B3]", "drop:\n      - F1\n      - B9")

    error = told(bench, tmp_path, wrong)

    found = [(one.code, one.mark.line) for one in error.problems]
    assert found == [("tailoring-last", 7), ("tailoring-item", 8)]
    assert all(one.mark.file.endswith("lagen.yaml") for one in error.problems)


def test_an_id_that_a_plugin_has_is_refused(bench: lw.Workbench, tmp_path: Path) -> None:
    error = told(bench, tmp_path, LAYERS.replace("id: twee", "id: jeugd"), use="jeugd")

    assert "checklist-known" in [one.code for one in error.problems]


@pytest.mark.parametrize("name", ["../lagen.yaml", "nergens.yaml"])
def test_nothing_outside_the_folder_is_read(bench: lw.Workbench, tmp_path: Path, name: str) -> None:
    (tmp_path / "lagen.yaml").write_text(LAYERS, encoding="utf-8")
    inside = tmp_path / "dossier"
    inside.mkdir()

    with pytest.raises(lw.DossierError) as raised:
        read(bench, inside, f"checklist: {{use: twee, tailorings: {name}, answers: {{}}}}\n")

    codes = {one.code for one in raised.value.problems}
    assert codes & {"file-outside", "file-missing"}


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{id: C1, meaning: anders, nl: Iets}", "tailoring-meaning"),
        ("{id: C1, meaning: zelfde, becomes: C9, nl: Iets}", "tailoring-same"),
        ("{id: C1, meaning: misschien, nl: Iets}", "unknown-word"),
        ("{id: C1, nl: Iets}", "missing-key"),
    ],
)
def test_other_words_say_whether_they_mean_the_same(
    bench: lw.Workbench, tmp_path: Path, written: str, code: str
) -> None:
    layers = f"tailorings:\n  - {{id: mijn, base: wmo, nl: Mijn, replace: [{written}]}}\n"

    assert code in [one.code for one in told(bench, tmp_path, layers, use="mijn").problems]


def test_every_kind_of_change_is_read(bench: lw.Workbench, tmp_path: Path) -> None:
    (tmp_path / "lagen.yaml").write_text(
        """
tailorings:
  - id: alles
    base: default
    nl: Alles
    en: All
    reason: Omdat het kan.
    author: beleidsadviseur
    date: 2026-11-01
    base_version: ""
    sections: [{id: G, nl: Gezondheid, en: Health, after: C}]
    replace: [{id: A1, meaning: changed, becomes: A1x, nl: Anders, en: Other}]
    translate: [{id: A2, en: In other words}]
    weights: [{id: B1, weight: 0, reason: Telt niet.}]
    not_applicable: [D3]
    drop: [{id: B3, reason: Dubbel.}]
    drop_sections: [B]
    add: [{id: G1, section: G, nl: Nieuw, en: New, before: D1, weight: 3}]
""",
        encoding="utf-8",
    )
    more = "checklist: {use: alles, tailorings: lagen.yaml, answers: {}}\n"

    used = read(bench, tmp_path, more).checklist
    assert used is not None
    (found,) = used.own
    items = {item.id: item for item in found.items}
    assert [one.id for one in found.sections] == ["A", "C", "G", "D", "E", "F"]
    assert items["A1x"].label.en == "Other"
    assert items["A2"].label.en == "In other words"
    assert items["A2"].label.nl.startswith("Iedere betrokkene")
    assert not items["D3"].applies
    assert items["G1"].weight == 3
    assert set(found.dropped) == {"A1", "B1", "B2", "B3"}  # A1 became another item
    assert found.dropped["B1"].author == "beleidsadviseur"
