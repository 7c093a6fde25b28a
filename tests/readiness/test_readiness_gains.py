"""What it would bring a score to have items in order, against trying every set of them."""

from __future__ import annotations

import itertools

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import checklist, sheet

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.scoring import Node, Scored
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import gains, needed, scores
from lerendwerk_core.readiness.scoring.ladder import ADDITIVE
from lerendwerk_core.readiness.scoring.models import (
    MODELS,
    AllOrNothing,
    Average,
    AverageOfAverages,
    Maturity,
    tree_of,
)
from lerendwerk_core.readiness.scoring.needed import MOST_TRIED
from lerendwerk_core.vocabulary import Answer

ITEMS = 6


@attrs.frozen
class Odd:
    """A model of somebody else: more is not always better, and items that are alike differ."""

    key: str = "odd"

    def __call__(self, root: Node) -> Scored:
        shares = [(int(item.id[1:]), item.share) for item in root.items() if item.value is not None]
        whole = sum(number * share for number, share in shares)
        value = 10.0 - abs(whole - 10.0)
        counted = len(shares)
        return Scored(model=self.key, value=value, most=10.0, counted=counted, unanswered=0)


ALL = (
    *MODELS,
    Average(target=1.5),
    AverageOfAverages(target=1.0),
    Maturity(depth=1),
    Maturity(depth=0),
    Odd(),
)
every = pytest.mark.parametrize("model", ALL, ids=str)
letters = st.text("gpnxo", min_size=ITEMS, max_size=ITEMS)
weights = st.lists(st.sampled_from([0.0, 0.5, 1.0, 1.0, 3.0]), min_size=ITEMS, max_size=ITEMS)


def weighed(weights: list[float]) -> Checklist:
    whole = checklist(len(weights))
    pairs = zip(whole.items, weights, strict=True)
    return attrs.evolve(whole, items=tuple(attrs.evolve(i, weight=w) for i, w in pairs))


def score(asked: Checklist, said: AnswerSheet, model: ScoringModel) -> float | None:
    (found,) = scores(asked, said, (model,)).values()
    return found.value


@every
@given(weights=weights, answers=letters)
def test_a_gain_is_what_the_score_is_more(
    model: ScoringModel, weights: list[float], answers: str
) -> None:
    asked, said = weighed(weights), sheet(answers)

    found = gains(asked, said, model)

    now = score(asked, said, model)
    lacking = [f"i{place}" for place, letter in enumerate(answers) if letter in "pno"]
    assert list(found) == ([] if now is None else lacking)
    for item, gain in found.items():
        after = score(asked, Table({**said, item: Answer.IN_ORDER}), model)
        assert after == pytest.approx((now or 0.0) + gain)


@every
@settings(max_examples=120, deadline=None)
@given(weights=weights, answers=letters, share=st.sampled_from([-0.1, 0.3, 0.5, 0.8, 1.0, 1.1]))
def test_the_fewest_items_that_reach_a_target_are_those_that_trying_all_finds(
    model: ScoringModel, weights: list[float], answers: str, share: float
) -> None:
    asked, said = weighed(weights), sheet(answers)
    target = share * model(tree_of(asked, said)).most
    lacking = [f"i{place}" for place, letter in enumerate(answers) if letter in "pno"]

    found = needed(asked, said, model, target)

    def reaches(items: tuple[str, ...]) -> bool:
        value = score(asked, Table({**said, **dict.fromkeys(items, Answer.IN_ORDER)}), model)
        return value is not None and value >= target - 1e-9

    sizes = [
        n for n in range(len(lacking) + 1) if any(map(reaches, itertools.combinations(lacking, n)))
    ]
    assert found.proven
    assert (None if found.items is None else len(found.items)) == (sizes[0] if sizes else None)
    assert found.items is None or reaches(found.items)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.key)
def test_of_a_long_list_without_gaps_the_fewest_are_proven(model: ScoringModel) -> None:
    long = attrs.evolve(weighed([1.0, 2.0, 3.0] * 40))
    said = sheet("nnpgn" * 24)

    found = needed(long, said, model, 0.8 * model(tree_of(long, said)).most)

    assert found.items
    assert found.proven


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.key)
def test_of_a_long_list_with_some_gaps_the_fewest_are_proven(model: ScoringModel) -> None:
    long, said = checklist(120), sheet("nnpgn" * 20 + "o" * 20)

    found = needed(long, said, model, 0.8 * model(tree_of(long, said)).most)

    assert found.items
    assert found.proven


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.key)
def test_many_gaps_in_many_sections_are_no_reason_not_to_prove(model: ScoringModel) -> None:
    names = [f"s{n}" for n in range(10)]
    whole = checklist(120)
    long = attrs.evolve(
        whole,
        sections=tuple(attrs.evolve(whole.sections[0], id=name) for name in names),
        items=tuple(
            attrs.evolve(item, section=names[n * n % 10]) for n, item in enumerate(whole.items)
        ),
    )
    said = sheet("nopgo" * 24)

    found = needed(long, said, model, 0.8 * model(tree_of(long, said)).most)

    assert found.items
    assert found.proven


def test_all_or_nothing_takes_all() -> None:
    found = needed(checklist(100), sheet("n" * 90 + "g" * 10), AllOrNothing(), 1.0)

    assert found.items == tuple(f"i{n}" for n in range(90))
    assert found.proven


def test_with_nothing_answered_there_is_no_score_to_gain_on_but_one_to_reach() -> None:
    silent = Table[str, Answer]()

    assert gains(checklist(4), silent, AllOrNothing()) == {}
    assert len(needed(checklist(4), silent, AllOrNothing(), 1.0).items or ()) == 1


@attrs.frozen
class Counting(Average):
    """A model that is like one that ships, which nobody has proven."""

    def __call__(self, root: Node) -> Scored:
        return attrs.evolve(super().__call__(root), model="counting")


def test_of_the_model_of_somebody_else_what_was_not_proven_is_said() -> None:
    assert Counting not in ADDITIVE

    found = needed(checklist(60), sheet("n" * 60), Counting(), 1.0)

    assert found.items is not None
    assert (len(found.items), found.reached, found.proven) == (30, 1.0, False)


def test_what_was_not_found_in_time_is_not_said_to_be_impossible() -> None:
    long = checklist(60)
    assert MOST_TRIED < 2**60

    found = needed(long, sheet("n" * 60), Counting(), 9.0)

    assert (found.items, found.reached, found.proven) == (None, None, False)
