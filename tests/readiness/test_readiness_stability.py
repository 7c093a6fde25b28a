"""Does the advice hold, whoever is left out and however answers are combined?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.readiness.several import SCALE, median
from lerendwerk_core.readiness.stability import (
    COMBINATIONS,
    _median_without,
    majority,
    mean_rounded,
    worst,
)
from lerendwerk_core.vocabulary import Answer, Route
from make import read

YES, PARTLY, NO = SCALE
answers = st.lists(st.sampled_from(SCALE), min_size=1, max_size=9)


@pytest.mark.parametrize("way", COMBINATIONS.values(), ids=COMBINATIONS)
@given(said=answers)
def test_what_comes_out_lies_between_what_went_in(way: object, said: list[Answer]) -> None:
    found = way(said)  # type: ignore[operator]

    levels = [SCALE.index(one) for one in said]
    assert min(levels) <= SCALE.index(found) <= max(levels)
    assert way(said[::-1]) is found  # type: ignore[operator]
    assert way(said * 3) is found  # type: ignore[operator]


@given(answers)
def test_where_all_say_the_same_every_way_does(said: list[Answer]) -> None:
    same = [said[0]] * len(said)

    assert {way(same) for way in COMBINATIONS.values()} == {said[0]}


def test_half_goes_to_the_worse_side() -> None:
    assert mean_rounded([YES, PARTLY]) is PARTLY
    assert mean_rounded([YES, YES, PARTLY]) is YES
    assert majority([YES, YES, NO, NO]) is NO
    assert worst([YES, YES, NO]) is NO
    assert median([YES, PARTLY]) is PARTLY


def assessed(bench: lw.Workbench, folder: Path, *bad: int) -> lw.readiness.Readiness:
    """Respondents of whom each finds so many of the items not in order, and the rest in order."""
    items = [item.id for item in bench.catalogue.checklists["wmo"].items]
    sheets = "".join(
        f"    r{number}: {{{', '.join(f'{k}: {_said(n < lacking)}' for n, k in enumerate(items))}}}\n"
        for number, lacking in enumerate(bad)
    )
    found = bench.assess(read(bench, folder, f"checklist:\n  use: wmo\n  respondents:\n{sheets}"))
    assert found is not None
    return found


def _said(lacking: bool) -> str:
    return "niet" if lacking else "op_orde"


def test_an_advice_that_hangs_on_the_choice_is_said(bench: lw.Workbench, tmp_path: Path) -> None:
    found = assessed(bench, tmp_path, 17, 0, 0)

    assert found.stability is not None
    assert found.route is Route.SECURE
    assert found.stability.routes["worst"] is Route.LEREND_WERKEN
    assert found.stability.depends_on_choice
    codes = {one.code for one in lw.readiness.findings(found)}
    assert "route-by-combination" in codes


@pytest.mark.parametrize(
    ("bad", "survives"),
    [((17, 17, 17, 0, 0, 0), False), ((17, 17, 17, 17, 17), True), ((17, 17, 0), None)],
)
def test_whether_it_hangs_on_one_is_told_from_five_on(
    bench: lw.Workbench, tmp_path: Path, bad: tuple[int, ...], survives: bool | None
) -> None:
    found = assessed(bench, tmp_path, *bad)

    assert found.stability is not None
    assert found.stability.without_anyone is survives
    hangs = "route-hangs-on-one" in {one.code for one in lw.readiness.findings(found)}
    assert hangs == (survives is False)


def test_open_items_are_filled_both_ways(bench: lw.Workbench, tmp_path: Path) -> None:
    more = "checklist: {use: wmo, respondents: {a: {A1: op_orde}, b: {A1: op_orde}}}"
    found = bench.assess(read(bench, tmp_path, more))

    assert found is not None
    assert found.stability is not None
    assert found.route is Route.UNDETERMINED
    assert found.stability.open_best is Route.SECURE
    assert found.stability.open_worst is Route.LEREND_WERKEN


@given(st.lists(st.sampled_from(list(Answer)), min_size=1, max_size=9), st.data())
def test_the_median_without_one_is_that_of_the_others(
    said: list[Answer], data: st.DataObject
) -> None:
    left = data.draw(st.sampled_from(said))
    others = list(said)
    others.remove(left)

    assert _median_without(Counter(said), left) is median(others)
