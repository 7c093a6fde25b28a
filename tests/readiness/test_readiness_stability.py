"""Does the advice hold, whoever is left out and however answers are combined?"""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import checklist, use

import lerendwerk_core as lw
from lerendwerk_core.model.answers import ANSWERS, LEVELS, AnswerRound
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import SourceRule, assess
from lerendwerk_core.readiness.aggregation import AGGREGATIONS, MEDIAN, OneVoteEach
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.readiness.several import merged
from lerendwerk_core.readiness.stability import stability
from lerendwerk_core.vocabulary import Answer, Route
from make import read

YES, PARTLY, NO = range(LEVELS)
WAYS = {way.key: way for way in AGGREGATIONS}
votes = st.lists(st.tuples(*[st.integers(0, 4)] * LEVELS), min_size=1, max_size=5).filter(
    lambda counts: any(map(any, counts))
)


@pytest.mark.parametrize("way", AGGREGATIONS, ids=WAYS)
@given(votes=votes)
def test_what_comes_out_lies_between_what_went_in(
    way: Aggregation, votes: list[tuple[int, ...]]
) -> None:
    found = way(votes)

    levels = [level for counts in votes for level, count in enumerate(counts) if count]
    assert min(levels) <= found <= max(levels)
    assert way(votes[::-1]) == found
    assert way([tuple(3 * count for count in counts) for counts in votes]) == found


@given(votes)
def test_one_organisation_has_one_vote_however_many_answer(votes: list[tuple[int, ...]]) -> None:
    louder = [tuple(7 * count for count in votes[0]), *votes[1:]]

    assert OneVoteEach()(louder) == OneVoteEach()(votes)


@pytest.mark.parametrize("way", ["median", "mean", "majority", "worst"])
@given(votes)
def test_who_is_of_which_organisation_does_not_matter_to_the_others(
    way: str, votes: list[tuple[int, ...]]
) -> None:
    together = tuple(map(sum, zip(*votes, strict=True)))

    assert not WAYS[way].by_organisation
    assert WAYS[way](votes) == WAYS[way]([together])


def test_half_goes_to_the_worse_side() -> None:
    assert WAYS["mean"]([(1, 1, 0)]) == PARTLY
    assert WAYS["mean"]([(2, 1, 0)]) == YES
    assert WAYS["majority"]([(2, 0, 2)]) == NO
    assert WAYS["worst"]([(2, 0, 1)]) == NO
    assert MEDIAN([(1, 1, 0)]) == PARTLY
    assert OneVoteEach()([(9, 0, 0), (0, 0, 1)]) == NO


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
    [((17, 17, 17, 0, 0, 0), False), ((17, 17, 17, 17, 17), True), ((17, 17, 0), True)],
)
def test_whether_it_hangs_on_one_voice_is_told(
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


def route_of(answered: AnswerRound, way: Aggregation, items: int) -> Route:
    list_ = checklist(items)
    return decide(position_of(list_, merged(list_, answered, way)), SourceRule())[0]


rounds = st.lists(
    st.tuples(
        st.sampled_from("xyz"), st.lists(st.sampled_from(ANSWERS[:3]), min_size=4, max_size=4)
    ),
    min_size=5,
    max_size=8,
)


@pytest.mark.parametrize("way", AGGREGATIONS, ids=WAYS)
@settings(max_examples=60)
@given(people=rounds)
def test_stability_is_what_leaving_out_one_by_one_shows(
    way: Aggregation, people: list[tuple[str, list[Answer]]]
) -> None:
    sheets = {
        f"r{n}": Table((f"i{item}", answer) for item, answer in enumerate(answers))
        for n, (_, answers) in enumerate(people)
    }
    of = {f"r{n}": organisation for n, (organisation, _) in enumerate(people)}
    answered = AnswerRound.of("", sheets, of)

    found = stability(checklist(4), answered, SourceRule(), way)

    now = route_of(answered, way, 4)
    others = [answered.only(set(sheets) - {name}) for name in sheets]
    assert found.without_anyone == all(route_of(one, way, 4) is now for one in others)
    left = {
        name: answered.only(one for one in sheets if of[one] != name) for name in set(of.values())
    }
    swings = {
        name for name, rest in left.items() if len(rest) and route_of(rest, way, 4) is not now
    }
    assert set(found.organisations) == swings


def test_an_item_that_the_route_hangs_on_is_named() -> None:
    found = assess(checklist(4), use(a="gggn", b="gggn"))

    assert found.route is Route.COURSES
    assert found.stability is not None
    assert found.stability.items == ("i3",)
