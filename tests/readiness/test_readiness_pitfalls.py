"""
What other checklist tools got wrong, or were asked for: each must not happen here.

Pitfalls that have a place of their own are tested there: layers in ``test_readiness_tailoring``, small
counts in ``test_readiness_attack`` and ``test_readiness_folded``, scores in ``test_readiness_scoring``.
"""

from __future__ import annotations

import attrs
import pytest
from readiness_sheets import assessed, checklist, rounds, sheet, use

from lerendwerk_core.errors import DefinitionError, ReadinessError
from lerendwerk_core.model.checklist import Checklist, ChecklistItem
from lerendwerk_core.model.scoring import Node
from lerendwerk_core.model.tailoring import Dropped, Reweighed, Tailoring
from lerendwerk_core.readiness import assess, scores, tailored
from lerendwerk_core.readiness.agreement import (
    consensus,
    krippendorff_alpha,
    weighted_kappa,
)
from lerendwerk_core.readiness.scoring.models import AverageOfAverages, Sum, WeightedTree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route

BASE = checklist(5)


def layered(**changes: object) -> Checklist:
    layer = attrs.evolve(Tailoring(id="laag", base="proef", label=Text.of("laag")), **changes)
    return tailored({"proef": BASE}, {"laag": layer}, "laag")


def test_all_that_does_not_apply_gives_no_advice_and_no_score() -> None:
    with pytest.raises(ReadinessError, match="0"):
        assessed("xxxxx")
    assert {one.value for one in scores(BASE, sheet("xxxxx")).values()} == {None}


def test_nothing_answered_is_not_everything_in_order() -> None:
    found = assessed("ooooo")

    assert found.route is Route.UNDETERMINED
    assert {one.value for one in scores(BASE, sheet("ooooo")).values()} == {None}


def test_missing_is_not_the_same_as_not_in_order() -> None:
    missing, wrong = (scores(BASE, sheet(one)) for one in ("gggoo", "gggnn"))

    assert {one.unanswered for one in missing.values()} == {2}
    assert missing["average"].value == 2.0
    assert wrong["average"].value == pytest.approx(1.2)


def test_half_is_no_majority_and_the_worse_of_two_counts() -> None:
    assert assessed("nnnggg").route is Route.TARGETED
    found = assess(checklist(3), use(a="ggn", b="pgn"))
    assert found.combined["i0"] is Answer.PARTLY


def test_one_rater_agrees_with_nobody() -> None:
    assert krippendorff_alpha([[0, 1, 2]]) is None
    assert weighted_kappa([0, 1, None], [None, None, 2]) is None


def test_where_all_say_the_same_agreement_is_undefined_and_consensus_whole() -> None:
    assert krippendorff_alpha([[1, 1, 1]] * 4) is None
    assert consensus((0, 7, 0)) == 1.0
    assert consensus((0, 0, 0)) is None


def test_one_deviating_answer_is_seen_per_item_and_not_in_alpha() -> None:
    answers = [[0]] * 21 + [[2]]

    assert krippendorff_alpha(answers) == pytest.approx(0.0)  # why alpha is not given per item
    assert consensus((21, 0, 1)) == pytest.approx(0.72, abs=0.03)


def test_a_section_of_one_item_weighs_as_much_as_any_other_section() -> None:
    many = tuple(Node(id=str(n), value=0.0) for n in range(9))
    tree = Node(
        children=(Node(id="a", children=(Node(id="x", value=1.0),)), Node(id="b", children=many))
    )

    assert AverageOfAverages()(tree).value == 0.5
    assert WeightedTree()(tree).value == 50.0


def test_the_most_of_a_sum_counts_each_item_once() -> None:
    # elsewhere the most was the sum of all choices that an item has
    tree = Node(children=(Node(id="a", value=1.0, high=2.0), Node(id="b", value=0.0, high=2.0)))

    assert (Sum()(tree).value, Sum()(tree).most) == (1.0, 4.0)


def test_weights_change_scores_and_never_the_advice() -> None:
    heavy = layered(weights=(Reweighed(id="i0", weight=50.0), Reweighed(id="i1", weight=0.0)))

    for letters in ("ngggg", "nnngg", "ggggn", "gnggg"):
        plain, weighed = (assess(one, use(team=letters)) for one in (BASE, heavy))
        assert (plain.route, plain.margin, plain.flips) == (
            weighed.route,
            weighed.margin,
            weighed.flips,
        )
    said = [scores(one, sheet("ngggg"))["flat"].value for one in (BASE, heavy)]
    assert said == [4.0, 3.0]


def test_an_item_is_never_found_by_its_words() -> None:
    titled = attrs.evolve(
        BASE, items=(ChecklistItem(id="x", section="A", label=Text.of("Titel")), *BASE.items)
    )
    layer = Tailoring(id="l", base="proef", label=Text.of("l"), drop=(Dropped(id="Titel"),))

    with pytest.raises(DefinitionError, match="Titel"):
        tailored({"proef": titled}, {"l": layer}, "l")


def test_rounds_are_compared_on_the_items_that_are_asked_now() -> None:
    shorter = layered(drop=(Dropped(id="i0"),))
    asked = rounds({"T0": "nnggg", "T1": "gnggg"})

    (change,) = assess(shorter, asked).changes

    assert change.improved == ()  # only i0 got better, and it is not asked any more


def test_a_score_explains_what_it_counted() -> None:
    found = scores(BASE, sheet("gpnox"))["average"]

    assert (found.counted, found.unanswered) == (3, 1)
    assert found.missing.nl
    assert found.not_applicable.en
