"""What text and page say of composed groups: the matrix, and every sentence behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from hostile_dossiers import Page
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from conftest import ROOT
from lerendwerk_core.composition import Composition, Substitute
from lerendwerk_core.composition.demands import told, ways_out
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import LANGUAGES, Lang, Text
from lerendwerk_core.views.composed import (
    changes,
    composed_lines,
    goal_name,
    matrix_lines,
    substitute,
)
from lerendwerk_core.views.coverage import ALONE, PERFORMS, Coverage, Row, coverages
from make import SMALL, read

EXAMPLE = ROOT / "examples" / "jeugd"
LONELY = SMALL.replace(
    "  edges: [[s1, s2], [s2, s3]]",
    "    - {id: s4, nl: Niemand doet dit, en: Nobody does this, performers: []}\n"
    "  edges: [[s1, s2], [s2, s3], [s3, s4]]",
)
IMPOSSIBLE = "compose: {groups: 5, size: [9, 9]}\n"


@pytest.fixture(scope="module")
def dossier(bench: lw.Workbench) -> lw.Dossier:
    return bench.read(EXAMPLE)


@pytest.fixture(scope="module")
def result(bench: lw.Workbench, dossier: lw.Dossier) -> lw.Trajectory:
    return bench.run(dossier)


@pytest.fixture(scope="module")
def impossible(bench: lw.Workbench, tmp_path_factory: pytest.TempPathFactory) -> lw.Trajectory:
    return bench.run(read(bench, tmp_path_factory.mktemp("impossible"), IMPOSSIBLE))


def performers(dossier: lw.Dossier, group: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Yield every step of the dossier with the members of *group* who perform it."""
    assert dossier.process
    trade = {person.code: person.discipline for person in dossier.people}
    for step in dossier.process.steps:
        yield step.id, [code for code in group if trade[code] in step.performers]


def said(shown: lw.Trajectory, lang: Lang, width: int = 10_000) -> str:
    return "\n".join(composed_lines(shown, lang, width))


# -- the matrix ------------------------------------------------------------------------------------


def test_a_mark_stands_where_the_dossier_has_a_member_perform_the_step(
    dossier: lw.Dossier, result: lw.Trajectory
) -> None:
    matrices = list(coverages(result))

    assert [one.group for one in matrices] == list(result.composition.members)
    for one in matrices:
        assert one.codes == result.composition.members[one.group]
        shown = [
            (row.step, [code for code, mark in zip(one.codes, row.marks, strict=True) if mark])
            for row in one.rows
        ]
        assert shown == list(performers(dossier, one.codes))
        assert [row.count for row in one.rows] == [len(who) for _, who in shown]


def test_only_who_alone_performs_a_step_has_the_mark_for_that(
    dossier: lw.Dossier, result: lw.Trajectory
) -> None:
    for one in coverages(result):
        alone = [step for step, who in performers(dossier, one.codes) if len(who) == 1]
        assert [row.step for row in one.rows if ALONE in row.marks] == alone
        assert all((PERFORMS in row.marks) == (row.count > 1) for row in one.rows)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_step_that_nobody_covers_is_there_and_marked(
    bench: lw.Workbench, tmp_path: Path, lang: Lang
) -> None:
    shown = bench.run(read(bench, tmp_path, "compose: {groups: 1, size: [4, 4]}\n", LONELY))

    (matrix,) = coverages(shown)
    marked = [line for line in matrix_lines(matrix, lang, 80) if line.startswith("!")]
    name = {"nl": "Niemand doet dit", "en": "Nobody does this"}[lang]
    assert [(row.step, row.count) for row in matrix.rows][-1] == ("s4", 0)
    assert [line.split() for line in marked] == [["!", "s4", *name.split(), "0"]]
    flaws = re.findall(r'<tr class="flaw"><th scope="row">(\w+) .*?</tr>', shown.to_html(lang=lang))
    assert "s4" in flaws
    assert '<td class="n">0 !</td>' in shown.to_html(lang=lang)


def test_groups_without_a_process_have_no_matrix_and_no_empty_table(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    base = SMALL.partition("process:")[0]

    shown = bench.run(read(bench, tmp_path, base=base))

    assert list(coverages(shown)) == list(composed_lines(shown, "nl", 80)) == []
    assert '<table class="matrix">' not in shown.to_html()


@given(st.lists(st.booleans(), min_size=1, max_size=40), st.integers(1, 15))
def test_blocks_hold_every_column_once_in_as_few_blocks_as_can_be(
    marks: list[bool], most: int
) -> None:
    codes = tuple(f"P-{number}" for number in range(len(marks)))
    row = Row(step="s", label=Text.of("S"), marks=tuple(PERFORMS if one else "" for one in marks))
    whole = Coverage(group="g", codes=codes, rows=(row,))

    blocks = list(whole.blocks(most))

    assert tuple(code for one in blocks for code in one.codes) == codes
    assert tuple(mark for one in blocks for mark in one.rows[0].marks) == row.marks
    sizes = [len(one.codes) for one in blocks]
    assert max(sizes) <= most
    assert len(blocks) == (len(codes) + most - 1) // most
    assert max(sizes) - min(sizes) <= 1


@pytest.mark.parametrize("width", [30, 50, 80, 100, 200])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_line_is_wider_than_the_terminal_and_every_count_is_of_the_whole_group(
    result: lw.Trajectory, lang: Lang, width: int
) -> None:
    assert max(map(len, composed_lines(result, lang, width))) <= width
    for one in coverages(result):
        lines = list(matrix_lines(one, lang, width))
        words = [word for line in lines[1:] for word in line.split()]
        assert [word for word in words if word in one.codes] == list(one.codes)
        for row in one.rows:
            mine = [line for line in lines if line[2:].startswith(row.step)]
            assert mine
            assert all(re.search(rf" {row.count}( |$)", line) for line in mine)


def test_marks_stand_under_the_code_of_their_member(result: lw.Trajectory) -> None:
    for one in coverages(result):
        lines = list(matrix_lines(one, "en", 200))
        head = next(line for line in lines if one.codes[0] in line)
        ends = [head.index(code) + len(code) for code in one.codes]
        for row in one.rows:
            line = next(line for line in lines if line[2:].startswith(row.step))
            found = tuple(line[end - 3 : end].strip() for end in ends)
            assert found == row.marks


def test_a_terminal_obeys_nothing_in_the_name_of_a_step() -> None:
    row = Row(step="s1", label=Text.of("Melden\x1b[2J\nen meer"), marks=(ALONE,))
    matrix = Coverage(group="g\x07", codes=("P-1",), rows=(row,))

    lines = list(matrix_lines(matrix, "nl", 80))

    assert not re.search(r"[\x00-\x1f]", "".join(lines))
    assert "Melden" in lines[-1]
    assert "en meer" in lines[-1]


# -- sentences -------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_seat_says_why_what_is_lost_and_who_could_take_it(
    result: lw.Trajectory, lang: Lang
) -> None:
    lines = said(result, lang).splitlines()
    text = Page(result.to_html(lang=lang)).text

    for seat in result.composition.seats:
        at = lines.index(f"- {seat.code}: {' '.join(one.in_(lang) for one in seat.because)}")
        lost = changes(seat.loss).in_(lang)
        assert f": {lost}. " in lines[at + 1]
        assert lost in text
        for one in seat.substitutes:
            assert substitute(one).in_(lang) in lines[at + 1]
            assert substitute(one).in_(lang) in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_whom_the_cover_hangs_on_is_said_with_what_breaks(
    dossier: lw.Dossier, result: lw.Trajectory, lang: Lang
) -> None:
    alone = {
        (group, who[0], step)
        for group, codes in result.composition.members.items()
        for step, who in performers(dossier, codes)
        if len(who) == 1
    }
    for shown in (said(result, lang), Page(result.to_html(lang=lang)).text):
        lines = [line for line in shown.splitlines() if re.search(r"without|zonder", line)]
        for group, code, step in alone:
            assert any(re.search(rf"{group}: \w+ {code} .*\b{step}\b", line) for line in lines)
    assert alone
    assert "s03 > s04" in said(result, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_wish_that_is_not_met_is_named_with_what_it_costs(
    result: lw.Trajectory, lang: Lang
) -> None:
    text = Page(result.to_html(lang=lang)).text

    assert result.composition.unmet
    for one in result.composition.unmet:
        cost = {"nl": "kosten", "en": "cost"}[lang]
        line = f"{one.group}: {one.because.in_(lang)}"
        for shown in (said(result, lang), text):
            (found,) = [row for row in shown.splitlines() if line in row and f"{cost}: " in row]
            assert f"{cost}: {one.shortfall * one.cost})" in found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_conflicts_and_every_way_out_are_in_words(
    impossible: lw.Trajectory, lang: Lang
) -> None:
    found = impossible.composition
    lines = said(impossible, lang).splitlines()
    items = re.findall(r"<li>(.*?)</li>", impossible.to_html(lang=lang))

    assert found.conflict
    assert found.relaxations
    for one in told(found.conflict):
        assert f"- {one.in_(lang)}" in lines
        assert one.in_(lang) in items
    for way, _ in ways_out(found.relaxations):
        assert any(line.startswith(f"- {way.in_(lang)} (") for line in lines)
        assert any(item.startswith(f"{way.in_(lang)} (") for item in items)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_certificate_is_one_sentence_with_every_bound(
    result: lw.Trajectory, lang: Lang
) -> None:
    certificate = result.composition.certificate

    assert len(certificate.because) == 1
    sentence = certificate.in_(lang)
    assert sentence.count(".") == 1
    for goal in result.composition.goals:
        assert f"{goal.bound:g} (" in sentence
    assert sentence in Page(result.to_html(lang=lang)).text


def test_every_goal_stands_in_the_page_with_value_and_bound(result: lw.Trajectory) -> None:
    other = attrs.evolve(result.composition.goals[0], value=27.5, bound=30.25)
    composition = attrs.evolve(result.composition, goals=(other, *result.composition.goals[1:]))

    html = attrs.evolve(result, composition=composition).to_html()

    rows = re.findall(
        r'row">([^<]+)</th><td>[^<]+</td><td class="n">(.+?)</td><td class="n">(.+?)<', html
    )
    assert ("stappen", "27,5", "30,25") in rows
    assert {name for name, _, _ in rows} == {goal_name(goal.goal).nl for goal in composition.goals}


def test_what_changes_is_said_with_its_sign_and_in_words() -> None:
    difference = Table({"steps": -2.0, "balance": 0.5, "cover:x": 0.0, "diversity": 3.0})
    one = Substitute(code="P-1", difference=difference, unmet=-1, exchange="g2")

    assert substitute(one) == Text(
        "P-1 (stappen -2, verschil in grootte +0,5, diversity +3, kosten van wensen -1; ruilt met g2)",
        "P-1 (steps -2, difference in size +0.5, diversity +3, cost of wishes -1; in exchange with g2)",
    )
    assert changes({"steps": 0.0}) == Text("geen verschil", "no difference")


@pytest.mark.parametrize("stopped_by", ["cancel", "time", "effort", "proof"])
def test_that_composing_was_stopped_is_said_and_nothing_else_is(
    result: lw.Trajectory, stopped_by: str
) -> None:
    composition: Composition = attrs.evolve(result.composition, stopped_by=stopped_by)

    text = attrs.evolve(result, composition=composition).to_text("en")

    assert ("Cancelled before it was done" in text) == (stopped_by == "cancel")
    assert ("Stopped because time was up" in text) == (stopped_by == "time")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_stopped_without_groups_has_no_best(result: lw.Trajectory, lang: Lang) -> None:
    nothing = Composition(status="none-found", stopped_by="cancel")

    text = attrs.evolve(result, composition=nothing).to_text(lang)

    assert {"nl": "nog geen groepen", "en": "no groups yet"}[lang] in text
    assert {"nl": "het beste tot dan toe", "en": "best so far"}[lang] not in text


def test_the_matrix_names_its_rows_and_columns_to_who_listens(result: lw.Trajectory) -> None:
    html = result.to_html()
    tables = re.findall(r'<table class="matrix">(.*?)</table>', html, re.DOTALL)

    for table, one in zip(tables, coverages(result), strict=True):
        assert re.findall(r'<th scope="col">(.*?)</th>', table)[2:] == list(one.codes)
        assert re.findall(r'<th scope="row">(\w+) ', table) == [row.step for row in one.rows]
        marks = re.findall(r'<td class="mark(?: alone)?">(.*?)</td>', table)
        assert marks == [mark for row in one.rows for mark in row.marks]
        assert table.count('class="mark alone"') == marks.count(ALONE)
