"""What it would bring a score to have items in order, against trying every set of them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import checklist, sheet

from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import gains, needed
from lerendwerk_core.readiness.scoring import MODELS, Flat, tree_of
from lerendwerk_core.vocabulary import Answer

ITEMS = 6
letters = st.text("gpnxo", min_size=ITEMS, max_size=ITEMS)
every = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.key)


def score(said: Table[str, Answer], model: ScoringModel) -> float | None:
    return model(tree_of(checklist(ITEMS), said)).value


@every
@given(answers=letters)
def test_a_gain_is_what_the_score_is_more(model: ScoringModel, answers: str) -> None:
    said = sheet(answers)

    found = gains(checklist(ITEMS), said, model)

    now = score(said, model)
    for item, gain in found.items():
        assert answers[int(item[1:])] in "pno"
        after = score(Table({**said, item: Answer.IN_ORDER}), model)
        assert now is not None
        assert after == pytest.approx(now + gain)


@every
@settings(max_examples=40, deadline=None)
@given(answers=letters, share=st.sampled_from([0.3, 0.5, 0.8, 1.0]))
def test_the_fewest_items_that_reach_a_target_are_those_that_trying_all_finds(
    model: ScoringModel, answers: str, share: float
) -> None:
    said = sheet(answers)
    target = share * model(tree_of(checklist(ITEMS), said)).most
    lacking = [f"i{place}" for place, letter in enumerate(answers) if letter in "pno"]

    found = needed(checklist(ITEMS), said, model, target)

    def reaches(items: tuple[str, ...]) -> bool:
        value = score(Table({**said, **dict.fromkeys(items, Answer.IN_ORDER)}), model)
        return value is not None and value >= target - 1e-9

    sizes = [
        n for n in range(len(lacking) + 1) if any(map(reaches, itertools.combinations(lacking, n)))
    ]
    assert found.proven
    assert (None if found.items is None else len(found.items)) == (sizes[0] if sizes else None)
    assert found.items is None or reaches(found.items)


def test_of_a_long_list_what_was_not_proven_is_said() -> None:
    long = checklist(60)
    said = Table((f"i{n}", Answer.NOT_IN_ORDER) for n in range(60))

    found = needed(long, said, Flat(), 30.0)

    assert found.items is not None
    assert (len(found.items), found.reached, found.proven) == (30, 30.0, False)
