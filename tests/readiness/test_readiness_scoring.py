"""Scoring models: what holds for each of them, whatever is answered."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import checklist

from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.scoring import Node
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import scores
from lerendwerk_core.readiness.scoring.models import (
    ANCHORED,
    LEFT_OUT,
    MODELS,
    NOTHING_DONE,
    AllOrNothing,
    Average,
    AverageOfAverages,
    Maturity,
    WeightedTree,
    anchored,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer

leaves = st.builds(
    Node,
    id=st.sampled_from("abcdef"),
    weight=st.sampled_from([0.0, 0.5, 1.0, 3.0]),
    value=st.one_of(st.none(), st.sampled_from([0.0, 0.5, 1.0])),
    applies=st.booleans(),
)
trees = st.recursive(
    leaves,
    lambda inside: st.builds(
        Node,
        weight=st.sampled_from([0.0, 1.0, 2.0]),
        children=st.lists(inside, min_size=1, max_size=3).map(tuple),
    ),
    max_leaves=10,
).map(lambda top: Node(children=(top,)))

every = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.key)


ALL = (*MODELS, Average(target=0.5), AverageOfAverages(target=0.5), Maturity(depth=1))
of_all = pytest.mark.parametrize("model", ALL, ids=lambda model: model.key)


@every
@given(tree=trees)
def test_a_score_lies_between_nothing_and_the_most(model: ScoringModel, tree: Node) -> None:
    found = model(tree)

    if found.value is not None:
        assert -1e-9 <= found.value <= found.most + 1e-9
    assert found.counted + found.unanswered == len(list(tree.items()))


@every
@given(tree=trees)
def test_a_better_answer_never_gives_a_worse_score(model: ScoringModel, tree: Node) -> None:
    def best(node: Node) -> Node:
        if node.children:
            return attrs.evolve(node, children=tuple(map(best, node.children)))
        return node if node.value is None else attrs.evolve(node, value=1.0)

    before, after = model(tree).value, model(best(tree)).value

    assert (before is None) == (after is None)
    assert before is None or before <= after + 1e-9


@given(tree=trees)
def test_with_a_target_everything_applies(tree: Node) -> None:
    plain = anchored(tree, 0.5)

    assert all(item.applies for item in plain.items())


def test_maturity_says_how_far_it_goes() -> None:
    levels = tuple(Node(id=str(n), children=(Node(value=1.0), Node())) for n in range(3))
    practice = Node(id="p", children=levels)

    found = Maturity(depth=1)(Node(children=(practice,)))

    assert (found.value, found.most, found.unanswered) == (1.5, 3.0, 3)


def test_sections_without_answers_are_left_out() -> None:
    tree = Node(
        children=(Node(id="a", children=(Node(value=1.0),)), Node(id="b", children=(Node(),)))
    )

    assert AverageOfAverages()(tree).parts == {"a": 1.0}


@pytest.mark.parametrize("gap", ["missing", "not_applicable"])
@of_all
@given(tree=trees)
def test_every_model_does_what_it_says_with_what_has_no_answer(
    model: ScoringModel, gap: str, tree: Node
) -> None:
    found = model(tree)

    taken = TAKEN[getattr(found, gap)](tree, gap, getattr(model, "target", None))

    if taken is None:
        assert found.counted == 0
    else:
        same = model(taken)
        assert found.value == (None if same.value is None else pytest.approx(same.value))
        assert found.most == pytest.approx(same.most)


def without(node: Node, gap: str, _: float | None = None) -> Node | None:
    """The tree without what has this *gap*."""
    if node.children:
        kept = tuple(one for child in node.children if (one := without(child, gap)))
        return attrs.evolve(node, children=kept) if kept else None
    return None if is_gap(node, gap) else node


def filled(node: Node, gap: str, value: float) -> Node:
    """The tree in which what has this *gap* has the *value*."""
    if node.children:
        inside = tuple(filled(child, gap, value) for child in node.children)
        return attrs.evolve(node, children=inside)
    return attrs.evolve(node, applies=True, value=value) if is_gap(node, gap) else node


def is_gap(leaf: Node, gap: str) -> bool:
    if gap == "not_applicable":
        return not leaf.applies
    return leaf.applies and leaf.value is None


TAKEN: dict[Text, Callable[[Node, str, float | None], Node | None]] = {
    LEFT_OUT: without,
    NOTHING_DONE: lambda node, gap, _: filled(node, gap, 0.0),
    ANCHORED: lambda node, gap, target: filled(node, gap, target or 0.0),
}


def test_what_models_say_they_do_differs() -> None:
    said = {
        model.key: (one.missing, one.not_applicable) for model in ALL for one in [model(Node())]
    }

    assert said["maturity"] == (NOTHING_DONE, LEFT_OUT)
    assert said["average-anchored"] == (LEFT_OUT, ANCHORED)
    assert {said[model.key] for model in MODELS} == {(LEFT_OUT, LEFT_OUT)}


@of_all
def test_with_nothing_answered_there_is_nothing_to_score(model: ScoringModel) -> None:
    (silent,) = scores(checklist(4), Table(), (model,)).values()

    assert (silent.value, silent.counted, silent.unanswered) == (None, 0, 4)


@of_all
def test_where_nothing_applies_there_is_nothing_to_score_but_a_target(model: ScoringModel) -> None:
    elsewhere = Table((f"i{n}", Answer.NOT_APPLICABLE) for n in range(4))

    (nowhere,) = scores(checklist(4), elsewhere, (model,)).values()

    assert nowhere.value == getattr(model, "target", None)


def test_all_or_nothing_of_an_empty_list_is_whole_to_the_model_alone() -> None:
    # So NIST IR 7275 has it; users of a checklist are told that there is nothing to score.
    assert AllOrNothing()(Node()).value == 1.0


@pytest.mark.parametrize(
    "model",
    [one for one in ALL if one.key not in ("flat-unweighted", "maturity")],
    ids=lambda model: model.key,
)
@given(tree=trees)
def test_what_has_no_weight_changes_nothing(model: ScoringModel, tree: Node) -> None:
    def better(node: Node) -> Node:
        if node.children:
            return attrs.evolve(node, children=tuple(map(better, node.children)))
        heavy = node.weight or node.value is None
        return node if heavy else attrs.evolve(node, value=1.0 - (node.value or 0.0))

    one, other = model(tree), model(better(tree))

    assert (one.value, one.most) == (other.value, other.most)


@pytest.mark.parametrize("model", [WeightedTree(), AverageOfAverages()], ids=lambda one: one.key)
def test_a_section_of_one_item_weighs_as_much_as_any(model: ScoringModel) -> None:
    lonely = Node(id="a", children=(Node(value=0.0),))
    tree = Node(children=(lonely, Node(id="b", children=(Node(value=1.0),) * 9)))

    found = model(tree)

    assert found.value == found.most / 2
    assert Average()(tree).value == 0.9


@of_all
@given(tree=trees, random=st.randoms())
def test_the_order_of_items_does_not_matter_to_the_last_decimal(
    model: ScoringModel, tree: Node, random: Random
) -> None:
    def shuffled(node: Node) -> Node:
        children = list(map(shuffled, node.children))
        random.shuffle(children)
        return attrs.evolve(node, children=tuple(children))

    other = model(shuffled(tree))

    assert (model(tree).value, model(tree).most) == (other.value, other.most)


@every
def test_tenths_that_are_all_in_order_are_wholly_in_order(model: ScoringModel) -> None:
    tenths = tuple(Node(weight=0.1, value=0.7, low=0.1, high=0.7) for _ in range(10))

    found = model(Node(low=0.1, high=0.7, children=(Node(children=tenths),)))

    assert found.value == pytest.approx(found.most, abs=1e-15)
    assert AllOrNothing()(Node(children=tenths)).value == 1.0
