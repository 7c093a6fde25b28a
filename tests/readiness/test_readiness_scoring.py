"""Scoring models: what holds for each of them, whatever is answered."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import checklist

from lerendwerk_core.model.scoring import Node
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import scores
from lerendwerk_core.readiness.scoring import (
    ANCHORED,
    LEFT_OUT,
    MODELS,
    NOTHING_DONE,
    Average,
    AverageOfAverages,
    Maturity,
    anchored,
)
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


def rid(node: Node, *, of: str) -> Node | None:
    """The tree without what does not apply, or without what nobody answered."""
    if node.children:
        kept = tuple(one for child in node.children if (one := rid(child, of=of)))
        return attrs.evolve(node, children=kept) if kept else None
    gone = not node.applies if of == "applies" else node.applies and node.value is None
    return None if gone else node


@every
@given(tree=trees)
def test_a_score_lies_between_nothing_and_the_most(model: object, tree: Node) -> None:
    found = model(tree)  # type: ignore[operator]

    if found.value is not None:
        assert -1e-9 <= found.value <= found.most + 1e-9
    assert found.counted + found.unanswered == len(list(tree.items()))


@every
@pytest.mark.parametrize("of", ["applies", "answer"])
@given(tree=trees)
def test_what_does_not_apply_or_is_not_answered_is_in_neither_sum(
    model: object, of: str, tree: Node
) -> None:
    without = rid(tree, of=of)
    if without is None:
        return
    one, other = model(tree), model(without)  # type: ignore[operator]

    assert (one.value is None) == (other.value is None)
    if one.value is not None:
        assert one.value == pytest.approx(other.value)
        assert one.most == pytest.approx(other.most)


@every
@given(tree=trees)
def test_a_better_answer_never_gives_a_worse_score(model: object, tree: Node) -> None:
    def best(node: Node) -> Node:
        if node.children:
            return attrs.evolve(node, children=tuple(map(best, node.children)))
        return node if node.value is None else attrs.evolve(node, value=1.0)

    before, after = model(tree).value, model(best(tree)).value  # type: ignore[operator]

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


ALL = (*MODELS, Average(target=1.0), AverageOfAverages(target=1.0), Maturity(depth=1))


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.key)
@given(tree=trees)
def test_every_model_says_what_it_does_with_what_has_no_answer(model: object, tree: Node) -> None:
    found = model(tree)  # type: ignore[operator]

    def mapped(node: Node, *, of: str) -> Node:
        """The tree in which what has no answer has the one that the model says it takes it for."""
        if node.children:
            return attrs.evolve(
                node, children=tuple(mapped(child, of=of) for child in node.children)
            )
        if of == "missing" and node.applies and node.value is None:
            return attrs.evolve(node, value=node.low)
        if of == "not_applicable" and not node.applies:
            return attrs.evolve(node, applies=True, value=node.high)
        return node

    if found.missing == NOTHING_DONE:
        assert found.value == pytest.approx(model(mapped(tree, of="missing")).value)  # type: ignore[operator]
    else:
        assert found.missing == LEFT_OUT
    if found.not_applicable == ANCHORED:
        same = model(mapped(tree, of="not_applicable")).value  # type: ignore[operator]
        assert found.value == (None if same is None else pytest.approx(same))
    else:
        assert found.not_applicable == LEFT_OUT


@every
def test_with_nothing_answered_there_is_nothing_to_score(model: object) -> None:
    silent = scores(checklist(4), Table(), (model,))  # type: ignore[arg-type]
    elsewhere = Table((f"i{n}", Answer.NOT_APPLICABLE) for n in range(4))
    nowhere = scores(checklist(4), elsewhere, (model,))  # type: ignore[arg-type]

    assert [one.value for one in (*silent.values(), *nowhere.values())] == [None, None]
