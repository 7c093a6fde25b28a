"""Scoring models: what holds for each of them, whatever is answered."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.model.scoring import Node
from lerendwerk_core.readiness.scoring import MODELS, AverageOfAverages, Maturity, anchored

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
