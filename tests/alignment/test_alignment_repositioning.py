"""The matrix of new positions: its cells, its counts, and how it is shown (C#27-30)."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.goals import PARTS, Expectation, Placed, Repositioning
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.views.aligned import position_lines
from lerendwerk_core.vocabulary import RepositioningState, StakeholderType
from make import read

TYPES = [one.value for one in StakeholderType]
words = st.text(min_size=1, max_size=12).filter(str.strip)
labels = st.builds(Text, words, words)
states = st.sampled_from(list(RepositioningState))
cells = st.just(Placed()) | st.builds(Placed, text=labels, state=states)


@st.composite
def rows(draw: st.DrawFn) -> Repositioning:
    by = draw(st.sampled_from(TYPES))
    one = st.builds(
        Expectation,
        by=st.just(by),
        of=st.sampled_from(["", *(of for of in TYPES if of != by)]),
        label=labels,
        state=states,
        answer=st.none() | labels,
    )
    parts = {part: draw(cells) for part in PARTS if part != "expectations"}
    expected = tuple(draw(st.lists(one, max_size=3)))
    return Repositioning(stakeholder=by, expectations=expected, **parts)


matrices = st.lists(rows(), max_size=6, unique_by=lambda one: one.stakeholder).map(tuple)


@given(rows())
def test_a_row_is_the_same_after_a_trip_through_json(row: Repositioning) -> None:
    assert Repositioning.from_dict(row.to_dict()) == row


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> lw.Dossier:
    return read(lw.Workbench(discover=False), tmp_path_factory.mktemp("small"))


def aligned(small: lw.Dossier, found: tuple[Repositioning, ...]) -> lw.alignment.Alignment:
    return lw.alignment.align(attrs.evolve(small, repositioning=found), ())


@given(matrices)
def test_every_cell_is_counted_once(small: lw.Dossier, found: tuple[Repositioning, ...]) -> None:
    result = aligned(small, found)

    counts = result.position_counts
    assert list(counts) == ["empty", *(one.value for one in RepositioningState)]
    assert sum(counts.values()) == len(TYPES) * len(PARTS)
    assert counts["empty"] == sum(map(len, result.open_positions.values()))
    for state in RepositioningState:
        assert counts[state.value] == sum(
            row.state_of(part) is state and row.text_of(part) is not None
            for row in found
            for part in PARTS
        )


@given(matrices)
def test_the_frame_holds_the_words_of_every_cell(
    small: lw.Dossier, found: tuple[Repositioning, ...]
) -> None:
    frame = aligned(small, found).to_frame()

    assert [(one["stakeholder"], one["part"]) for one in frame] == [
        (key, part) for key in TYPES for part in PARTS
    ]
    by_type = {row.stakeholder: row for row in found}
    for one in frame:
        row = by_type.get(one["stakeholder"])
        text = row.text_of(one["part"]) if row else None
        assert (one["text_nl"], one["text_en"]) == ((text.nl, text.en) if text else (None, None))
        assert one["state"] in {state.value for state in RepositioningState}


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("found", [(), (Repositioning(stakeholder="clients"),)])
def test_the_frame_is_whatever_frame_the_user_has(
    small: lw.Dossier, backend: str, found: tuple[Repositioning, ...]
) -> None:
    assert len(aligned(small, found).to_frame(backend)) == len(TYPES) * len(PARTS)


def test_several_expectations_are_one_cell() -> None:
    one = Expectation(by="clients", of="councillors", label=Text("Rust", "Calm"))
    two = Expectation(by="clients", of="management", label=Text("Tijd", "Time"))

    row = Repositioning(stakeholder="clients", expectations=(one, two))

    assert row.text_of("expectations") == Text("Rust; Tijd", "Calm; Time")


@pytest.fixture(scope="module")
def jeugd() -> lw.Trajectory:
    bench = lw.Workbench(discover=False)
    return bench.run(bench.read(Path(__file__).parents[2] / "examples" / "jeugd"))


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("width", range(20, 81))
def test_no_column_is_lost_however_narrow(jeugd: lw.Trajectory, lang: Lang, width: int) -> None:
    lines = list(position_lines(jeugd, lang, width))

    assert all(len(line) <= width for line in lines)
    shown = [line.split()[-len(PARTS) :] for line in lines]
    assert shown.count(["."] * 6) == 1  # the second line, of whom nothing is recorded
    assert shown.count(["3"] * 6) == 1  # the executives


@pytest.mark.parametrize(
    ("lang", "counts", "open_"),
    [
        ("nl", "benoemd", "professionals eerste lijn van directies"),
        ("en", "named", "first-line professionals of management"),
    ],
)
def test_the_summary_says_how_far_and_who_waits_for_whom(
    jeugd: lw.Trajectory, lang: Lang, counts: str, open_: str
) -> None:
    summary = " ".join(jeugd.to_text(lang=lang).split())

    named = jeugd.alignment.position_counts["named"]
    assert f"{counts} {named}" in summary
    assert open_ in summary


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_report_shows_the_words_and_how_far_they_are(jeugd: lw.Trajectory, lang: Lang) -> None:
    html = jeugd.to_html(lang=lang)

    for row in jeugd.alignment.repositioning:
        for part in PARTS:
            text = row.text_of(part)
            if text is not None:
                state = row.state_of(part).label.in_(lang)
                assert f"{text.in_(lang)} <small>({state})</small>" in html


def test_hostile_words_of_a_cell_are_shown_as_words(tmp_path: Path) -> None:
    bench = lw.Workbench(discover=False)
    more = 'repositioning: [{stakeholder: clienten, position: "<script>x</script>"}]\n'

    html = bench.run(read(bench, tmp_path, more)).to_html()

    assert "<script" not in html
    assert "&lt;script&gt;x" in html
