"""Answers written in the dossier: of people when each has an organisation, and what is wanted of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import problems

import lerendwerk_core as lw
from lerendwerk_core.model.answers import ChecklistUse
from lerendwerk_core.vocabulary import Route
from make import SMALL, read

LINE = SMALL.count("\n") + 1
TWO = "respondents: {R-02: {A1: niet}, R-01: {A1: op_orde}}"


def use(bench: lw.Workbench, folder: Path, checklist: str) -> ChecklistUse:
    used = read(bench, folder, f"checklist: {checklist}\n").checklist
    assert used is not None
    return used


def refused(bench: lw.Workbench, folder: Path, checklist: str) -> list[tuple[str, int, int]]:
    with pytest.raises(lw.DossierError) as caught:
        read(bench, folder, f"checklist: {checklist}\n")
    return problems(caught.value)


def test_without_organisations_they_speak_for_one(bench: lw.Workbench, tmp_path: Path) -> None:
    (found,) = use(bench, tmp_path, f"{{{TWO}}}").rounds

    assert not found.of_people


@pytest.mark.parametrize(
    "form",
    [
        f"{{{TWO}, organisations: {{R-01: gem, R-02: zorg, R-03: gem}}}}",
        f"{{organisations: {{R-01: gem, R-02: zorg}}, rounds: {{T0: {{{TWO}}}}}}}",
        f"{{rounds: {{T0: {{{TWO}, organisations: {{R-01: gem, R-02: zorg}}}}}}}}",
        f"{{organisations: {{R-01: zorg, R-02: zorg}}, rounds: {{T0: {{{TWO}, organisations: {{R-01: gem}}}}}}}}",
    ],
)
def test_with_organisations_they_are_people(bench: lw.Workbench, tmp_path: Path, form: str) -> None:
    (found,) = use(bench, tmp_path, form).rounds

    assert found.of_people
    assert dict(zip(found.respondents, found.organisations, strict=True)) == {
        "R-01": "gem",
        "R-02": "zorg",
    }


@pytest.mark.parametrize(
    ("more", "code", "at"),
    [
        ("organisations: {R-01: gem}", "answers-no-organisation", "checklist"),
        ("organisations: {R-01: gem, R-02: gm}", "unknown-reference", "gm}"),
        ("organisations: {R-01: gem, R-02: gem, Jan: gem}", "not-a-role-code", "Jan"),
        ("organisations: [gem]", "not-a-mapping", "[gem]"),
        ("organisations: {R-01: gem, R-02: [gem]}", "not-a-text", "[gem]"),
        ("combine: medaan", "unknown-reference", "medaan"),
        ("target: nergens", "unknown-word", "nergens"),
    ],
)
def test_what_cannot_be_is_refused_where_it_stands(
    bench: lw.Workbench, tmp_path: Path, more: str, code: str, at: str
) -> None:
    checklist = f"{{{TWO}, {more}}}"
    column = f"checklist: {checklist}".index(at) + 1

    assert (code, LINE, column) in refused(bench, tmp_path, checklist)


@pytest.mark.parametrize(
    "way", ["median", "mean", "majority", "worst", "one-organisation-one-vote"]
)
def test_a_dossier_says_how_answers_are_combined(
    bench: lw.Workbench, tmp_path: Path, way: str
) -> None:
    assert use(bench, tmp_path, f"{{{TWO}, combine: {way}}}").combine == way


@pytest.mark.parametrize("word", ["borgen", "secure"])
def test_a_dossier_says_where_one_wants_to_go(
    bench: lw.Workbench, tmp_path: Path, word: str
) -> None:
    assert use(bench, tmp_path, f"{{{TWO}, target: {word}}}").target is Route.SECURE
    assert use(bench, tmp_path, f"{{{TWO}}}").target is None
