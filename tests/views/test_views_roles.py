"""Rights, tree and matrices in words: complete, within the width, in both languages, escaped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.alignment.conflicts import conflicts_in
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.views.accountability_tree import Branch, tree, tree_lines
from lerendwerk_core.views.aligned import aligned_lines, position_lines
from lerendwerk_core.views.governed import governed_lines, rights_by_holder
from lerendwerk_core.views.raci_matrix import raci_lines, raci_matrix
from make import read

PARTIES = ("gem", "zorg", "een_heel_lange_partij", "client")
cells = st.lists(st.sampled_from(PARTIES), unique=True, max_size=3).map(tuple)
raci_rows = st.builds(
    RaciRow, accountable=cells, responsible=cells, consulted=cells, informed=cells
)


@pytest.fixture(scope="module")
def result() -> lw.Trajectory:
    bench = lw.Workbench(discover=False)
    return bench.run(bench.read(Path(__file__).parents[2] / "examples" / "jeugd"))


@given(st.dictionaries(st.sampled_from(["s1", "s2", "s3"]), raci_rows, min_size=1))
def test_the_matrix_is_the_rows(rows: dict[str, RaciRow]) -> None:
    matrix = raci_matrix(rows, {})

    assert set(matrix.parties) == {party for row in rows.values() for party in row.parties}
    for shown in matrix.rows:
        row = rows[shown.key]
        for party, letters in zip(matrix.parties, shown.cells, strict=True):
            told = set(letters.split("/")) - {""}
            assert told == {
                letter
                for letter, cell in zip(
                    "ARCI",
                    (row.accountable, row.responsible, row.consulted, row.informed),
                    strict=True,
                )
                if party in cell
            }
        assert shown.is_flawed == bool(list(conflicts_in({"s": row})))


@given(st.dictionaries(st.sampled_from(["s1", "s2"]), raci_rows), st.integers(40, 120))
def test_the_matrix_fits_any_width(rows: dict[str, RaciRow], width: int) -> None:
    labels = {"s1": Text.of("een stap met een naam die nergens op een regel past")}

    lines = list(raci_lines(raci_matrix(rows, labels), "nl", width))

    assert all(len(line) <= width for line in lines)


@given(
    st.lists(
        st.lists(st.sampled_from("abcdef"), unique=True, max_size=4).map(
            lambda path: (*path, "raad")
        ),
        max_size=5,
    )
)
def test_the_tree_holds_every_path_and_nothing_else(paths: list[tuple[str, ...]]) -> None:
    def walk(branch: Branch, above: tuple[str, ...]) -> set[tuple[str, ...]]:
        here = (branch.party, *above)
        return {here}.union(*(walk(one, here) for one in branch.below))

    branches = tree(paths, {})

    found = set().union(*(walk(one, ()) for one in branches)) if branches else set()
    assert found == {path[at:] for path in paths for at in range(len(path))}
    assert len(branches) <= 1
    assert all(len(line) <= 30 for line in tree_lines(branches, "nl", 30))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", [40, 80, 200])
def test_every_line_fits(result: lw.Trajectory, lang: Lang, width: int) -> None:
    for lines in (governed_lines, aligned_lines):
        told = list(lines(result, lang, width))
        assert len(told) > 10
        assert all(len(line) <= width for line in told)
        assert "{" not in "".join(told)


def test_every_right_is_with_its_holder(result: lw.Trajectory) -> None:
    for one in result.regie.arrangements:
        held = rights_by_holder(one)
        assert {right: holder for holder, rights in held for right in rights} == dict(one.rights)
        shares = [holder.share for holder, _ in held]
        assert shares == sorted(shares, reverse=True)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_shows_card_tree_and_matrices(result: lw.Trajectory, lang: Lang) -> None:
    html = result.to_html(lang=lang)

    for one in result.regie.arrangements:
        assert one.label.in_(lang) in html
    assert html.count('<ul class="tree">') == len(result.regie.arrangements)
    versions = sum(bool(roles.rows) for roles in result.alignment.roles.values())
    assert html.count('class="matrix raci"') == 1 + versions


def test_hostile_words_are_shown_as_words(tmp_path: Path) -> None:
    bench = lw.Workbench(discover=False)
    more = """
    regie: {arrangements: [{model: arrangeur, partner: zorg, rationale: "<script>x</script>"}]}
    repositioning:
      - stakeholder: clienten
        position: "<script>x</script>"
        expectations: [{of: raadsleden, nl: "<script>y</script>"}]
    """
    html = bench.run(read(bench, tmp_path, more)).to_html()

    assert "<script" not in html
    assert "&lt;script&gt;y" in html


@pytest.mark.parametrize("backend", [None, "pandas", "polars", "pyarrow"])
def test_regie_as_a_frame(result: lw.Trajectory, backend: str | None) -> None:
    frame = result.regie.to_frame(backend)

    assert len(frame) == 12 * len(result.regie.arrangements)
    if backend is None:
        shares = [row["share"] for row in frame if row["area"] == "stad"]
        assert sum(shares) / 12 == pytest.approx(0.542, abs=0.0005)


def test_an_empty_cell_is_another_thing_than_an_unknown_state(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = "repositioning: [{stakeholder: clienten, state: onbekend, position: Eigenaar}]\n"

    result = bench.run(read(bench, tmp_path, more))

    assert "position" not in result.alignment.open_positions["clients"]
    lines = list(position_lines(result, "en", 80))
    row = next(line for line in lines if line.startswith("clients"))
    assert row.split() == ["clients", "-", ".", ".", ".", ".", "."]
    assert result.to_html(lang="en").count("(empty)") == 35
