"""Answers to the checklist: by one or several, once or in rounds, in each form they may have."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import problems

import lerendwerk_core as lw
from lerendwerk_core.vocabulary import Answer
from make import SMALL, read

IN_ORDER, PARTLY, NOT = Answer.IN_ORDER, Answer.PARTLY, Answer.NOT_IN_ORDER
LINE = SMALL.count("\n") + 1


def rounds(bench: lw.Workbench, folder: Path, checklist: str) -> list[tuple[str, object]]:
    """Return moment and sheets of every round of the *checklist*."""
    used = read(bench, folder, f"checklist: {checklist}\n").checklist
    assert used is not None
    return [(one.moment, dict(one.sheets())) for one in used.rounds]


def refused(bench: lw.Workbench, folder: Path, checklist: str) -> list[tuple[str, int, int]]:
    with pytest.raises(lw.DossierError) as caught:
        read(bench, folder, f"checklist: {checklist}\n")
    return problems(caught.value)


def test_one_respondent_answers_once(bench: lw.Workbench, tmp_path: Path) -> None:
    found = rounds(bench, tmp_path, "{respondent: adviseur, answers: {A1: op_orde, A2: niet}}")

    assert found == [("", {"adviseur": {"A1": IN_ORDER, "A2": NOT}})]


def test_a_respondent_needs_no_name(bench: lw.Workbench, tmp_path: Path) -> None:
    assert rounds(bench, tmp_path, "{answers: {A1: niet}}") == [("", {"": {"A1": NOT}})]


def test_several_respondents_answer_once(bench: lw.Workbench, tmp_path: Path) -> None:
    found = rounds(bench, tmp_path, "{respondents: {jan: {A1: niet}, piet: {A1: op_orde}}}")

    assert found == [("", {"jan": {"A1": NOT}, "piet": {"A1": IN_ORDER}})]


def test_one_respondent_may_stand_beside_several(bench: lw.Workbench, tmp_path: Path) -> None:
    checklist = "{respondent: a, answers: {A1: niet}, respondents: {b: {A1: op_orde}}}"

    assert rounds(bench, tmp_path, checklist) == [("", {"a": {"A1": NOT}, "b": {"A1": IN_ORDER}})]


@pytest.mark.parametrize(
    ("form", "sheets"),
    [
        ("{A1: niet}", {"wie": {"A1": NOT}}),
        ("{}", {"wie": {}}),
        ("{x: {A1: niet}, y: {A1: gedeeltelijk}}", {"x": {"A1": NOT}, "y": {"A1": PARTLY}}),
        ("{respondent: z, answers: {A1: niet}}", {"z": {"A1": NOT}}),
        ("{respondents: {x: {A1: niet}}}", {"x": {"A1": NOT}}),
    ],
)
def test_a_round_is_written_in_any_of_the_forms(
    bench: lw.Workbench, tmp_path: Path, form: str, sheets: object
) -> None:
    found = rounds(bench, tmp_path, f"{{respondent: wie, rounds: {{T0: {form}}}}}")

    assert found == [("T0", sheets)]


def test_every_round_may_have_a_form_of_its_own(bench: lw.Workbench, tmp_path: Path) -> None:
    checklist = "{rounds: {T0: {A1: niet}, T1: {x: {A1: niet}}, T2: {answers: {A1: niet}}}}"

    found = rounds(bench, tmp_path, checklist)

    assert found == [
        ("T0", {"": {"A1": NOT}}),
        ("T1", {"x": {"A1": NOT}}),
        ("T2", {"": {"A1": NOT}}),
    ]


def test_rounds_stand_in_the_order_of_the_measurements(bench: lw.Workbench, tmp_path: Path) -> None:
    found = rounds(bench, tmp_path, "{rounds: {later: {}, T1: {}, T0: {}, extra: {}}}")

    assert [moment for moment, _ in found] == ["T0", "T1", "later", "extra"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("op_orde", IN_ORDER),
        ("Op orde", IN_ORDER),
        ("in order", IN_ORDER),
        ("gedeeltelijk", PARTLY),
        ("partly", PARTLY),
        ("niet", NOT),
        ("not in order", NOT),
        ("n.v.t.", Answer.NOT_APPLICABLE),
        ("nvt", Answer.NOT_APPLICABLE),
        ("not-applicable", Answer.NOT_APPLICABLE),
        ("onbekend", Answer.UNANSWERED),
        ("", Answer.UNANSWERED),
        ("~", Answer.UNANSWERED),
    ],
)
def test_an_answer_is_read_in_every_spelling(
    bench: lw.Workbench, tmp_path: Path, written: str, meant: Answer
) -> None:
    assert rounds(bench, tmp_path, f"{{answers: {{A1: {written}}}}}") == [("", {"": {"A1": meant}})]


@pytest.mark.parametrize(
    ("checklist", "code", "column"),
    [
        ("{answers: {A1: misschien}}", "unknown-word", 27),
        ("{answers: {A1: no}}", "unknown-word", 27),
        ("{answers: {A1: [niet]}}", "unknown-word", 27),
        ("{answers: {Z9: niet}}", "unknown-reference", 23),
        ("{answers: {J1: niet}}", "unknown-reference", 23),
        ("{respondents: {A1: niet}}", "not-a-mapping", 31),
        ("{rounds: [T0]}", "not-a-mapping", 21),
        ("{rounds: {T0: niet}}", "not-a-mapping", 26),
        ("{rounds: {T0: {x: {A1: niet}, A1: niet}}}", "not-a-mapping", 46),
        ("{rounds: {T0: {answers: {A1: niet}, x: {}}}}", "unknown-key", 48),
        ("{antwoorden: {}}", "unknown-key", 13),
    ],
)
def test_an_answer_that_cannot_be_is_refused_where_it_stands(
    bench: lw.Workbench, tmp_path: Path, checklist: str, code: str, column: int
) -> None:
    assert refused(bench, tmp_path, checklist) == [(code, LINE, column)]


def test_items_are_those_of_the_checklist_that_is_used(bench: lw.Workbench, tmp_path: Path) -> None:
    assert rounds(bench, tmp_path, "{use: jeugd, answers: {J1: niet}}") == [("", {"": {"J1": NOT}})]
