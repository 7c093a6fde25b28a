"""Scoring models against what other programmes computed of the same answers."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.model.scoring import Node
from lerendwerk_core.readiness.scoring.models import (
    AllOrNothing,
    Average,
    AverageOfAverages,
    Flat,
    Maturity,
    Sum,
    WeightedTree,
)

pytestmark = pytest.mark.known_answers

CLOSE = 1e-4


def facts(name: str) -> dict[str, Any]:
    file = KNOWN_ANSWERS / "checklist" / name
    return json.loads(file.read_text("utf-8")) if file.exists() else {}


def cases(name: str, key: str = "cases") -> list[Any]:
    found = facts(name).get(key, ())
    return [pytest.param(one, id=one.get("case", one.get("id"))) for one in found] or [
        pytest.param({}, id="absent")
    ]


# -- trees of weights ------------------------------------------------------------------------------

PASSED, FAILED = {"pass", "fixed"}, {"fail", "error", "unknown"}


def node(one: dict[str, Any]) -> Node:
    if one["type"] == "group":
        return Node(
            id=one["id"],
            weight=one["weight"],
            applies=one["selected"],
            children=tuple(map(node, one["children"])),
        )
    known = one["check"] in PASSED | FAILED and one["role"] == "full" and one["selected"]
    value = float(one["check"] in PASSED)
    return Node(id=one["id"], weight=one["weight"], value=value, applies=known)


@pytest.mark.parametrize("case", cases("xccdf_scoring.json"))
def test_trees_of_weights(case: dict[str, Any]) -> None:
    known_answers("checklist/xccdf_scoring.json")
    tree = Node(children=tuple(map(node, case["items"])))
    known = case["expected_scores"]

    for model, name in ((WeightedTree(), "default"), (Flat(), "flat")):
        found = model(tree)
        assert (found.value or 0.0) == pytest.approx(known[name]["score"], abs=CLOSE), name
        assert found.most == pytest.approx(known[name]["maximum"], abs=CLOSE), name
    unweighted = Flat(weighted=False)(tree)
    assert unweighted.value == pytest.approx(known["flat-unweighted"]["score"], abs=CLOSE)
    assert unweighted.most == pytest.approx(known["flat-unweighted"]["maximum"], abs=CLOSE)
    assert AllOrNothing()(tree).value == known["absolute"]["score"]


# -- maturity --------------------------------------------------------------------------------------


def samm(answers: dict[str, float | None]) -> Node:
    """Function > practice > level > stream, from ids such as G-SM-A-1-1."""
    tree: dict[str, dict[str, dict[str, list[Node]]]] = {}
    for key, value in answers.items():
        function, practice, _, level, _ = key.split("-")
        levels = tree.setdefault(function, {}).setdefault(practice, {})
        levels.setdefault(level, []).append(Node(id=key, value=value))
    return Node(
        children=tuple(
            Node(
                id=function,
                children=tuple(
                    Node(
                        id=practice,
                        children=tuple(
                            Node(id=level, children=tuple(items)) for level, items in levels.items()
                        ),
                    )
                    for practice, levels in practices.items()
                ),
            )
            for function, practices in tree.items()
        )
    )


@pytest.mark.parametrize("case", cases("samm_scoring.json"))
def test_maturity(case: dict[str, Any]) -> None:
    known_answers("checklist/samm_scoring.json")
    tree, known = samm(case["answers"]), case["expected"]

    found = Maturity(depth=2)(tree)

    assert found.value == pytest.approx(known["overall"], abs=CLOSE)
    assert list(found.parts.values()) == pytest.approx(list(known["functions"].values()), abs=CLOSE)
    practices = [
        value for function in tree.children for value in Maturity(depth=1)(function).parts.values()
    ]
    assert practices == pytest.approx(list(known["practices"].values()), abs=CLOSE)


# -- averages and sums -----------------------------------------------------------------------------


def framework(one: dict[str, Any], asked: dict[str, Any]) -> Node:
    low, high = one["scale"]
    scores = asked.get("scores", {})

    def item(key: str, said: Any) -> Node:
        given = said if isinstance(said, dict) else {"score": said}
        own_low, own_high = given.get("scale", (low, high))
        value = scores.get(key, given["score"])
        if asked.get("all_at_own_max"):
            value = own_high
        if key in asked.get("unanswered", ()):
            value = None
        return Node(
            id=key,
            weight=given.get("w", 1),
            value=value,
            low=own_low,
            high=own_high,
            applies=key not in asked.get("na", ()),
        )

    def section(key: str, inside: Any) -> Node:
        if isinstance(inside, dict) and "score" not in inside:
            children = tuple(section(k, v) for k, v in inside.items())
            return Node(id=key, children=children)
        return item(key, inside)

    whole = one.get("sections") or one.get("tree") or one["items"]
    return Node(low=low, high=high, children=tuple(section(k, v) for k, v in whole.items()))


def truncated(value: float | None) -> float:
    """To one decimal, as the answers were written down; -1 stands for no score."""
    return -1.0 if value is None else math.floor(round(value * 10, 9)) / 10


@pytest.mark.parametrize("one", cases("scoring_cases.json", "frameworks"))
def test_averages_and_sums(one: dict[str, Any]) -> None:
    known_answers("checklist/scoring_cases.json")
    depth = 2 if "tree" in one else 1
    for asked in one["expected"]:
        tree = framework(one, asked)
        target = asked.get("anchor_na_to_target")
        target = tree.high if target == "max" else target
        models = {
            "average": Average(target),
            "sum": Sum(),
            "average_of_averages": AverageOfAverages(depth, target),
        }
        chosen = models.values() if asked["method"] == "any" else [models[asked["method"]]]
        for model in chosen:
            found = model(tree)
            assert truncated(found.value) == asked["value"], asked
            if "max" in asked:
                assert found.most == asked["max"]
        for key, mean in asked.get("node_means", {}).items():
            means = AverageOfAverages(depth)(tree).parts
            deeper = AverageOfAverages(depth + 1)(tree).parts
            assert {**deeper, **means}[key] == pytest.approx(mean)


def test_a_weight_of_nothing_stays_nothing() -> None:
    items = (Node(id="a", weight=0.0, value=0.0), Node(id="b", weight=1.0, value=1.0))

    for model in (WeightedTree(), Flat(), Average(), AllOrNothing()):
        found = model(Node(children=items))
        assert found.value == found.most
