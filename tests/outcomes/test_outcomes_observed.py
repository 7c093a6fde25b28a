"""Results from observations: means, differences by pairs, for whom, scores; nobody can be worked out."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.instruments import Dimension, Instrument, InstrumentItem
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.outcomes import Observation, OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.table import Table
from lerendwerk_core.outcomes import Outcomes, SeriesFigures, findings, follow
from lerendwerk_core.outcomes.parts import Breakdown, breakdowns
from lerendwerk_core.text import Text
from lerendwerk_core.wording import FINDINGS, PAGES, REASONS

MINIMUM = 5


def row(moment: str, value: float, code: str = "", **of: str) -> Observation:
    return Observation(moment=moment, code=code, values=Table({"steun": value}), **of)


def followed(rows: Sequence[Observation], instruments: Sequence[Instrument] = ()) -> Outcomes:
    record = OutcomeRecord(observations=tuple(rows))
    period = Period(measurements=("T0", "T1", "T2"))
    found = follow(Dossier(id="d", period=period, outcomes=record), (), None, instruments)
    assert found is not None
    return found


def series(rows: Sequence[Observation]) -> SeriesFigures:
    return followed(rows).series["steun"]


def panel(moment: str, codes: Sequence[int], **of: str) -> list[Observation]:
    shift = int(moment[1])
    return [row(moment, 1 + (code + shift) % 5, f"x-{code}", **of) for code in codes]


def test_a_series_holds_the_mean_and_the_number_who_answered_this_measure() -> None:
    rows = [*panel("T0", range(6)), Observation(moment="T0", values=Table({"anders": 1.0}))]

    found = followed(rows).series
    assert (found["steun"].moments["T0"].n, found["steun"].moments["T0"].value) == (6, 2.6667)
    assert found["anders"].moments["T0"].suppressed


def test_with_the_same_codes_pairs_are_compared() -> None:
    found = series([*panel("T0", range(9)), *panel("T1", range(9))])

    assert [one.paired for one in found.differences] == [True]
    assert found.differences[0].n_before == 9


@pytest.mark.parametrize(("left", "joined", "paired"), [(1, 0, False), (0, 4, False), (5, 6, True)])
def test_pairs_are_not_compared_when_few_left_or_joined(
    left: int, joined: int, paired: bool
) -> None:
    found = series(
        [*panel("T0", range(9 + left)), *panel("T1", [*range(9), *range(50, 50 + joined)])]
    )

    assert [one.paired for one in found.differences] == [paired]


def test_the_few_who_came_back_do_not_follow_from_two_comparisons() -> None:
    stay, leave = list(range(10)), list(range(10, 18))
    found = series([*panel("T0", [*stay, *leave]), *panel("T1", stay), *panel("T2", [*stay, 10])])

    first = {(one.before, one.after): one.paired for one in found.differences}
    # Those who left before T2 and those who left before T1 differ by the one who came back.
    assert first == {("T0", "T2"): True, ("T0", "T1"): False, ("T1", "T2"): False}


def test_without_codes_moments_are_two_groups() -> None:
    rows = [row(moment, value % 5 + 1) for moment in ("T0", "T1") for value in range(8)]

    found = series(rows).differences[0]
    assert (found.paired, found.value, found.p) == (False, 0, 1)


def test_a_hidden_moment_is_compared_with_nothing() -> None:
    found = series([*panel("T0", range(4)), *panel("T1", range(9)), *panel("T2", range(9))])

    assert found.moments["T0"].suppressed
    assert [(one.before, one.after) for one in found.differences] == [("T1", "T2")]


# -- for whom --------------------------------------------------------------------------------------

counts = st.lists(st.tuples(*[st.integers(0, 12)] * 2), min_size=1, max_size=5)


def spread(cells: Sequence[tuple[int, ...]]) -> dict[str, list[Observation]]:
    return {
        f"T{at}": [
            row(f"T{at}", 1.0, organisation=f"o{cell}")
            for cell, sizes in enumerate(cells)
            for _ in range(sizes[at])
        ]
        for at in range(2)
    }


@given(counts)
def test_cells_hide_at_all_moments_and_are_together_nobody_or_enough(
    cells: list[tuple[int, int]],
) -> None:
    for found in breakdowns(spread(cells), MINIMUM):
        for at in range(2):
            sizes = {f"o{cell}": one[at] for cell, one in enumerate(cells)}
            assert not any(0 < sizes[cell] < MINIMUM for cell in found.shown)
            hidden = [sizes[cell] for cell in found.hidden]
            assert sum(hidden) == 0 or sum(hidden) >= MINIMUM


@given(counts)
@settings(max_examples=60)
def test_no_number_of_a_small_hidden_cell_can_be_worked_out(cells: list[tuple[int, int]]) -> None:
    for found in breakdowns(spread(cells), MINIMUM):
        for at in range(2):
            sizes = {f"o{cell}": one[at] for cell, one in enumerate(cells)}
            held = [sizes[cell] for cell in found.hidden if sizes[cell]]
            small = [at for at, size in enumerate(held) if size < MINIMUM]
            # Whoever knows which cells are small still finds several ways to fill them.
            spans = [
                range(1, MINIMUM) if at in small else range(MINIMUM, 60) for at in range(len(held))
            ]
            ways = (
                [
                    one
                    for one in itertools.product(*spans[:-1])
                    if spans and sum(held) - sum(one) in spans[-1]
                ]
                if held
                else []
            )
            whole = [(*one, sum(held) - sum(one)) for one in ways]
            assert all(len({one[at] for one in whole}) > 1 for at in small)


people = st.lists(
    st.tuples(*[st.integers(0, 2)] * 3).map(lambda at: tuple(map(str, at))), min_size=5, max_size=40
)


@given(people)
@settings(max_examples=80, deadline=None)
def test_no_small_group_follows_from_all_that_is_shown(who: list[tuple[str, ...]]) -> None:
    names = ("organisation", "discipline", "area")
    rows = [row("T0", 1.0, **dict(zip(names, one, strict=True))) for one in who]
    shown = breakdowns({"T0": rows}, MINIMUM)
    known = [[1] * len(who), *(_members(rows, one.by, cell) for one in shown for cell in one.shown)]
    for group in _groups(rows, shown):
        if 0 < sum(group) < MINIMUM:
            assert not _spanned(known, group)


def _members(rows: Sequence[Observation], by: str, cell: str) -> list[int]:
    return [int(getattr(one, by) == cell) for one in rows]


def _groups(rows: Sequence[Observation], shown: Sequence[Breakdown]) -> list[list[int]]:
    """Return every cell, and every meeting of cells, of the breakdowns that are shown."""
    names = [one.by for one in shown]
    kinds = Counter(tuple(getattr(one, by) for by in names) for one in rows)
    atoms = [[int(tuple(getattr(one, by) for by in names) == k) for one in rows] for k in kinds]
    cells = [_members(rows, by, c) for by in names for c in {getattr(r, by) for r in rows}]
    return [*atoms, *cells]


def _spanned(known: Sequence[Sequence[int]], wanted: Sequence[int]) -> bool:
    """Whether *wanted* is a combination of *known*, by elimination in fractions."""
    basis: list[list[Fraction]] = []
    for one in known:
        rest = _reduced([Fraction(x) for x in one], basis)
        if any(rest):
            basis.append(rest)
    return not any(_reduced([Fraction(x) for x in wanted], basis))


def _reduced(vector: list[Fraction], basis: Sequence[list[Fraction]]) -> list[Fraction]:
    for one in basis:
        lead = next(at for at, x in enumerate(one) if x)
        if vector[lead]:
            factor = vector[lead] / one[lead]
            vector = [x - factor * y for x, y in zip(vector, one, strict=True)]
    return vector


def test_parts_stand_beside_the_whole_and_hidden_ones_are_only_named() -> None:
    rows = [
        one
        for moment in ("T0", "T1")
        for cell, size in (("gi", 9), ("ggz", 3), ("jgz", 6), ("wt", 8))
        for one in panel(moment, range(size), organisation=cell)
    ]

    found = series(rows)
    part = found.parts["organisation"]
    assert found.moments["T0"].n == 26
    assert set(part.cells) == {"gi", "wt"}
    assert part.hidden == ("ggz", "jgz")
    assert part.cells["gi"]["T1"].n == 9
    assert not found.differences[0].paired


# -- scores ----------------------------------------------------------------------------------------

SKELETON = Instrument(
    id="leer",
    label=Text.of("Leren"),
    dimensions=(Dimension(id="team", label=Text.of("team")),),
)
OWN = Instrument(
    id="eigen",
    label=Text.of("Eigen"),
    extends="leer",
    items=tuple(
        InstrumentItem(id=f"i{n}", label=Text.of(str(n)), dimension="team", reversed=n == 2)
        for n in range(1, 5)
    ),
)


def answered(answers: Mapping[str, float]) -> list[Observation]:
    return [Observation(moment="T0", values=Table(answers)) for _ in range(6)]


@pytest.mark.parametrize(
    ("answers", "score"),
    [
        ({"i1": 4.0, "i2": 2.0, "i3": 4.0, "i4": 4.0}, 4),
        ({"i1": 5.0, "i2": 1.0}, 5),
        ({"i1": 5.0, "i2": 9.0}, 5),
    ],
)
def test_a_score_is_the_mean_of_what_was_answered(answers: Mapping[str, float], score: int) -> None:
    found = followed(answered(answers), (SKELETON, OWN))

    assert set(found.series) == {"eigen", "eigen_team"}
    assert found.series["eigen_team"].moments["T0"].value == score
    assert found.off_scale == (("eigen",) if answers.get("i2") == 9 else ())


def test_less_than_half_answered_is_no_score() -> None:
    rows = [*answered({"i1": 1.0, "i2": 1.0, "i3": 1.0, "i4": 1.0}), *answered({"i1": 5.0})]

    assert followed(rows, (SKELETON, OWN)).series["eigen"].moments["T0"].n == 6


def test_an_instrument_on_nothing_is_a_finding_and_its_items_stay_series() -> None:
    found = followed(answered({"i1": 3.0}), (OWN,))

    assert found.unfounded == ("eigen",)
    assert set(found.series) == {"i1"}
    assert "instrument-unfounded" in {one.code for one in findings(found)}


def test_a_score_that_is_also_written_by_hand_is_shown_once_and_said() -> None:
    written = OutcomeSeries(id="eigen", values=Table({"T0": 1.0}))
    record = OutcomeRecord(observations=tuple(answered({"i1": 5.0})), series=(written,))

    found = follow(Dossier(id="d", outcomes=record), (), None, (SKELETON, OWN))
    assert found is not None
    assert found.series["eigen"].moments["T0"].value == 5
    assert "outcome-told-twice" in {one.code for one in findings(found)}


def test_the_dloq_ships_as_a_skeleton_without_items(bench: lw.Workbench) -> None:
    dloq = bench.catalogue.instruments["dloq"]

    assert len(dloq.dimensions) == 7
    assert dloq.items == ()


# -- words -----------------------------------------------------------------------------------------


def test_no_sentence_of_this_stage_claims_a_cause() -> None:
    tables = {
        **{code: text for code, (_, text) in FINDINGS.items()},
        **PAGES,
        **REASONS,
    }
    own = ("outcome", "measure", "response", "difference", "interval", "p-", "instrument")
    for code, text in tables.items():
        if code.startswith(own):
            said = f"{text.nl} {text.en}".lower()
            assert "effect" not in said, code
            assert "door lerend werken" not in said, code
            assert "significan" not in said, code


def test_observations_show_nothing_of_themselves() -> None:
    one = row("T0", 4.25, "x-1")

    assert "4.25" not in repr(one)
    assert "x-1" not in repr(OutcomeRecord(observations=(one,)))
    assert not hasattr(one, "to_dict")


def test_results_are_the_same_after_a_trip_through_json() -> None:
    found = followed([*panel("T0", range(9), area="n"), *panel("T1", range(9), area="n")])

    assert Outcomes.from_dict(found.to_dict()) == found
