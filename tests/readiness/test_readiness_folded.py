"""Organisations of few people are looked at together, and what is shown of them is enough people."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import checklist

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.answers import ANSWERS, AnswerRound, ChecklistUse
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import assess
from lerendwerk_core.readiness.assess import told_rounds
from lerendwerk_core.readiness.people.folded import OTHERS, folded
from lerendwerk_core.vocabulary import Answer

ITEMS = 4
MINIMUM = 5


def answered(moment: str, people: list[tuple[str, list[int]]]) -> AnswerRound:
    sheets = {
        f"R-{n}": Table((f"i{item}", ANSWERS[code]) for item, code in enumerate(codes))
        for n, (_, codes) in enumerate(people)
    }
    return AnswerRound.of(moment, sheets, {f"R-{n}": of for n, (of, _) in enumerate(people)})


people = st.lists(
    st.tuples(
        st.sampled_from(["", "a", "b", "c", "d"]),
        st.lists(st.integers(0, 4), min_size=ITEMS, max_size=ITEMS),
    ),
    max_size=24,
)


@given(people, people)
def test_every_organisation_that_is_left_has_enough_people_in_every_round(
    first: list[tuple[str, list[int]]], second: list[tuple[str, list[int]]]
) -> None:
    rounds = [answered("T0", first), answered("T1", second)]

    found = folded(rounds, MINIMUM)

    sizes = [{name: end - start for name, (start, end) in one.spans.items()} for one in found]
    for size in sizes:
        assert all(count >= MINIMUM for name, count in size.items() if name != OTHERS)
        assert size.get(OTHERS, MINIMUM) >= MINIMUM or set(size) == {OTHERS}
    assert {name for name in sizes[0] if name in {of for of, _ in second}} >= {
        name for name in sizes[1] if name in {of for of, _ in first} and name != OTHERS
    }
    for before, after in zip(rounds, found, strict=True):
        assert sorted(before.sheets()) == sorted(after.sheets())


@given(people)
def test_every_count_that_is_shown_is_the_truth_and_none_is_small(
    given_: list[tuple[str, list[int]]],
) -> None:
    one = answered("", given_)
    try:
        found = assess(checklist(ITEMS), ChecklistUse(use="proef", rounds=(one,)))
    except ReadinessError:
        return

    (told,) = told_rounds((one,), MINIMUM)
    for item, rows in found.answers.items():
        for name, row in rows.items():
            span = told.spans.get(name, (0, len(told)))
            truth = dict(zip(ANSWERS, told.counts(item, span), strict=True))
            for answer, count in truth.items():
                assert row[answer.value] in (None, count)
                assert row[answer.value] is None or not 0 < count < MINIMUM
            assert row["Total"] == sum(truth.values())


def test_fewer_people_than_the_minimum_get_no_advice() -> None:
    few = answered("T0", [("a", [0, 0, 0, 0])] * 4)
    enough = answered("T1", [("a", [0, 0, 0, 2])] * 5)

    found = assess(checklist(ITEMS), ChecklistUse(use="proef", rounds=(few, enough)))

    assert found.untold == ("T0",)
    assert list(found.rounds) == ["T1"]
    with pytest.raises(ReadinessError, match="5"):
        assess(checklist(ITEMS), ChecklistUse(use="proef", rounds=(few,)))


def test_answers_of_people_are_never_shown_by_respondent() -> None:
    one = answered("", [("a", [0, 1, 2, 0])] * 6)

    found = assess(checklist(ITEMS), ChecklistUse(use="proef", rounds=(one,)))

    assert (found.people, dict(found.respondents)) == (6, {})
    assert list(found.organisations) == ["a"]
    assert "R-0" not in str(found.to_dict())
    assert found.counts[Answer.IN_ORDER.value] == 2
