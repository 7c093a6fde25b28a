"""Everything that is wrong with a dossier is said at once: where, what, and what was probably meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import problems, said

import lerendwerk_core as lw
from make import SMALL, dossier_file, read

NEXT = SMALL.count("\n") + 1  # the first line of what stands behind the small dossier
EVERYTHING_WRONG = """\
golas: []
id: twice
minimum_cell: veel
period2: {start: 2025-02-30}
agreements:
  - {id: a1, kind: gedrg, date: 2025-02-30}
  - {id: a1, kind: rol, parties: [zrog]}
groups: [{id: g, members: [WC-1O]}]
needs: [{id: n1, named: {consulen: 5, ondersteuner: 10}}]
regie: {arrangements: [{model: arangeur, services: [s11]}]}
checklist: {use: jeugd, answers: {A11: op_orde, B1: misschien}}
resources: []
"""


def refused(
    bench: lw.Workbench, folder: Path, more: str = "", base: str = SMALL
) -> lw.DossierError:
    with pytest.raises(lw.DossierError) as caught:
        read(bench, folder, more, base)
    return caught.value


def test_everything_that_is_wrong_is_said_at_once(bench: lw.Workbench, tmp_path: Path) -> None:
    error = refused(bench, tmp_path, EVERYTHING_WRONG)

    assert [(code, line - NEXT) for code, line, _ in problems(error)] == [
        ("unknown-key", 0),
        ("duplicate-key", 1),
        ("not-a-whole-number", 2),
        ("unknown-key", 3),
        ("unknown-word", 5),
        ("not-a-date", 5),
        ("duplicate-id", 6),
        ("unknown-reference", 6),
        ("unknown-reference", 7),
        ("unknown-reference", 8),
        ("named-exceeds-staff", 8),
        ("unknown-reference", 9),
        ("unknown-reference", 9),
        ("unknown-reference", 10),
        ("unknown-word", 10),
        ("not-a-mapping", 11),
    ]
    assert {one.mark.file for one in error.problems} == {str(tmp_path / "dossier.yaml")}


@pytest.mark.parametrize(
    ("wrong", "line"),
    [
        ("golas", "19:1: unknown key 'golas'. Did you mean 'goals'?"),
        ("gedrg", "24:20: 'gedrg' is not known here. Did you mean 'gedrag'?"),
        ("zrog", "25:35: organisation 'zrog' does not exist. Did you mean 'zorg'?"),
        ("consulen", "27:26: discipline 'consulen' does not exist. Did you mean 'consulent'?"),
        ("arangeur", "28:32: regie model 'arangeur' does not exist. Did you mean 'arrangeur'?"),
        ("s11", "28:53: process step 's11' does not exist. Did you mean 's1'?"),
        ("A11", "29:35: checklist item 'A11' does not exist. Did you mean 'A1'?"),
    ],
)
def test_a_message_says_where_what_and_what_was_meant(
    bench: lw.Workbench, tmp_path: Path, wrong: str, line: str
) -> None:
    lines = said(refused(bench, tmp_path, EVERYTHING_WRONG), tmp_path).splitlines()

    assert [one for one in lines if f"'{wrong}'" in one] == [f"dossier.yaml:{line}"]


def test_the_same_is_said_in_dutch(bench: lw.Workbench, tmp_path: Path) -> None:
    message = refused(bench, tmp_path, "golas: []\n").in_("nl")

    assert message.startswith("Het dossier kan niet worden gelezen.\n")
    assert message.endswith("dossier.yaml:19:1: onbekende sleutel 'golas'. Bedoelde u 'goals'?")


def test_where_nothing_comes_near_a_short_list_is_given(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    error = refused(bench, tmp_path, "agreements: [{id: a, kind: xyz, parties: [qqq]}]\n")

    assert "Known: behaviour, gedrag, " in str(error.problems[0])
    assert "Known: gem, zorg." in str(error.problems[1])


@pytest.mark.parametrize(
    ("more", "code", "column"),
    [
        ("goals: 5", "not-a-list", 8),
        ("goals: {g1: doel}", "not-a-list", 8),
        ("goals: [g1]", "not-a-mapping", 9),
        ("goals: [{nl: doel}]", "missing-key", 9),
        ("goals: [{id: }]", "missing-key", 9),
        ("goals: [{id: ''}]", "empty-id", 14),
        ("goals: [{id: [a]}]", "not-a-text", 14),
        ("goals: [{id: a}, {id: a}]", "duplicate-id", 23),
        ("plan: []", "not-a-mapping", 7),
        ("principles: [{id: p, transition: ja}]", "not-a-flag", 34),
        ("principles: [{id: p, transition: 1}]", "not-a-flag", 34),
        ("resources: {learning_hours: 1,5}", "unknown-key", 31),
        ("resources: {learning_hours: '8'}", "not-a-number", 29),
        ("resources: {learning_hours: -1}", "number-out-of-range", 29),
        ("resources: {learning_hours: .inf}", "not-a-number", 29),
        ("resources: {learning_hours: true}", "not-a-number", 29),
        ("needs: [{id: n, named: {consulent: 2.5}}]", "not-a-whole-number", 36),
        ("needs: [{id: n, named: {consulent: 9}}]", "named-exceeds-staff", 25),
        ("compose: {groups: 2, size: [8, 4]}", "size-reversed", 28),
        ("compose: {groups: 2, size: [8]}", "row-length", 28),
        ("compose: {groups: 2, size: 8}", "row-length", 28),
        ("compose: {groups: 0, size: [4, 8]}", "number-out-of-range", 19),
        ("format: 2", "format-unknown", 1),
        ("format: '1'", "not-a-whole-number", 9),
        ("minimum_cell: 4", "number-out-of-range", 15),
        ("minimum_cell: 0", "number-out-of-range", 15),
        ("outcomes: {draagvlak: 3}", "not-a-mapping", 23),
        ("outcomes: {draagvlak: {T0: hoog}}", "not-a-number", 28),
        ("checklist: {answers: [A1]}", "not-a-mapping", 22),
        ("checklist: {use: jeud}", "unknown-reference", 18),
        ("unlearning: [{id: u, kind: patroon, replaced_by: [a]}]", "wrong-form", 50),
        ("resources: {learning_hours: 1000000001}", "number-out-of-range", 29),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_where_it_stands(
    bench: lw.Workbench, tmp_path: Path, more: str, code: str, column: int
) -> None:
    error = refused(bench, tmp_path, more + "\n")

    assert (code, NEXT, column) in problems(error)


@pytest.mark.parametrize(
    "day", ["2025-02-30", "2025-13-01", "1-2-2025", "20250201", "2025-W05-1", "vandaag", "2025"]
)
def test_a_day_that_does_not_exist_is_refused(
    bench: lw.Workbench, tmp_path: Path, day: str
) -> None:
    error = refused(bench, tmp_path, f"agreements: [{{id: a, kind: rol, date: {day}}}]\n")

    assert problems(error) == [("not-a-date", NEXT, 39)]


def test_a_leap_day_exists_in_a_leap_year_only(bench: lw.Workbench, tmp_path: Path) -> None:
    leap = SMALL.replace("start: 2025-01-01", "start: 2024-02-29")

    dossier = read(bench, tmp_path, base=leap)
    error = refused(bench, tmp_path, base=leap.replace("2024", "2023"))

    assert str(dossier.period.start) == "2024-02-29"
    assert problems(error) == [("not-a-date", 5, 17)]


@pytest.mark.parametrize("base", ["", "- a\n", "hello\n", "# nothing\n", "[]\n"])
def test_a_file_without_keys_is_no_dossier(bench: lw.Workbench, tmp_path: Path, base: str) -> None:
    assert [one.code for one in refused(bench, tmp_path, base=base).problems] == ["not-a-mapping"]


def test_only_the_id_is_needed(bench: lw.Workbench, tmp_path: Path) -> None:
    assert read(bench, tmp_path, base="id: x\n") == lw.Dossier(id="x")
    assert problems(refused(bench, tmp_path, base="format: 1\n")) == [("missing-key", 1, 1)]


def test_a_file_with_nothing_right_in_it_stops_at_a_readable_number(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    error = refused(bench, tmp_path, base="".join(f"k{n}: 1\n" for n in range(1000)))

    assert len(error.problems) == 200


def test_no_near_miss_is_sought_among_very_many_people(bench: lw.Workbench, tmp_path: Path) -> None:
    crowd = SMALL.replace("count: 8", "count: 20000")
    members = ", ".join(f"WX-{n}" for n in range(150))

    error = refused(bench, tmp_path, f"groups: [{{id: g, members: [{members}]}}]\n", crowd)

    assert len(error.problems) == 150
    assert {one.hint for one in error.problems} == {None}


def test_a_text_may_be_long_but_not_endless(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = read(bench, tmp_path, f"goals: [{{id: g, nl: {'x' * 20_000}}}]\n")
    error = refused(bench, tmp_path, f"goals: [{{id: g, nl: {'x' * 20_001}}}]\n")

    assert len(dossier.goals[0].label.nl) == 20_000
    assert problems(error) == [("text-too-long", NEXT, 21)]
    assert len(str(error)) < 500


def test_two_prefixes_may_not_give_the_same_role_code(bench: lw.Workbench, tmp_path: Path) -> None:
    error = refused(bench, tmp_path, base=SMALL.replace("prefix: OS", "prefix: WC"))

    assert {one.code for one in error.problems} == {"prefix-collision"}
    assert "'WC-08'" in str(error)


def test_a_dossier_that_is_not_there_is_said_so(bench: lw.Workbench, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nope.yaml", tmp_path / "nope"):
        with pytest.raises(lw.DossierError) as caught:
            bench.read(path)
        assert problems(caught.value) == [("no-dossier", 0, 0)]
        assert str(path) in str(caught.value)


def test_a_folder_is_read_through_its_dossier_file(bench: lw.Workbench, tmp_path: Path) -> None:
    file = dossier_file(tmp_path)

    assert bench.read(tmp_path) == bench.read(file) == bench.read(str(file))
