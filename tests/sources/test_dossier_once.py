"""What a dossier says, it says once; what it does not hold, nothing refers to."""

from __future__ import annotations

from pathlib import Path

import pytest

import lerendwerk_core as lw


def refused(bench: lw.Workbench, folder: Path, text: str) -> list[str]:
    path = folder / "dossier.yaml"
    path.write_text(f"id: x\n{text}\n", encoding="utf-8")
    with pytest.raises(lw.DossierError) as raised:
        bench.read(path)
    return [problem.code for problem in raised.value.problems]


@pytest.mark.parametrize(
    "checklist",
    [
        "{answers: {A1: niet}, rounds: {T0: {A1: op_orde}}}",
        "{respondents: {b: {A1: niet}}, rounds: {T0: {A1: op_orde}}}",
        "{respondent: b, answers: {A1: niet}, respondents: {b: {A1: op_orde}}}",
    ],
)
def test_answers_given_twice_are_refused(
    bench: lw.Workbench, tmp_path: Path, checklist: str
) -> None:
    assert refused(bench, tmp_path, f"checklist: {checklist}") == ["answers-twice"]


def test_a_round_with_answers_is_of_the_respondent_of_the_checklist(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    path = tmp_path / "dossier.yaml"
    path.write_text("id: x\nchecklist: {respondent: r, rounds: {T0: {answers: {A1: niet}}}}\n")

    checklist = bench.read(path).checklist

    assert checklist is not None
    assert checklist.rounds[0].respondents == ("r",)


@pytest.mark.parametrize(
    "more",
    [
        "groups: [{id: g, members: [A-1]}]",
        "needs: [{id: n, named: {consulent: 5}}]",
        "agreements: [{id: a, kind: rol, steps: [s1]}]",
    ],
)
def test_what_is_not_there_cannot_be_referred_to(
    bench: lw.Workbench, tmp_path: Path, more: str
) -> None:
    assert refused(bench, tmp_path, more) == ["unknown-reference"]


def test_more_people_than_any_municipality_has_are_refused(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    rows = ", ".join(
        f"{{org: gem, discipline: d{n}, prefix: P{n}, count: 20000}}" for n in range(100)
    )
    text = f"organisations: [{{id: gem}}]\nstaffing: [{rows}]"

    assert refused(bench, tmp_path, text) == ["too-many-people"]


def test_a_name_that_no_file_can_have_is_no_dossier(bench: lw.Workbench) -> None:
    with pytest.raises(lw.DossierError) as raised:
        bench.read("x" * 5000)

    assert raised.value.problems[0].code == "no-dossier"
