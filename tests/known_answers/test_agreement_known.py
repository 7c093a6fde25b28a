"""Agreement between respondents, against what established packages computed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.readiness.agreement import (
    consensus,
    fleiss_kappa,
    kendalls_w,
    krippendorff_alpha,
    mean_weighted_kappa,
)

pytestmark = pytest.mark.known_answers

FILE = "checklist/agreement.json"
LEVELS = ("nominal", "ordinal", "interval")
CLOSE = 1e-6


def facts() -> dict[str, Any]:
    file = KNOWN_ANSWERS / FILE
    return json.loads(file.read_text("utf-8")) if file.exists() else {}


def having(key: str) -> list[Any]:
    found = [one for one in facts().get("cases", ()) if key in one]
    return [pytest.param(one, id=one["case"]) for one in found] or [pytest.param({}, id="absent")]


def near(found: float | None, known: Any) -> bool:
    if known is None or isinstance(known, dict):
        return found is None
    return found is not None and abs(found - known) <= CLOSE


@pytest.mark.parametrize("case", having("alpha"))
def test_krippendorffs_alpha(case: dict[str, Any]) -> None:
    known_answers(FILE)
    for level in LEVELS:
        assert near(
            krippendorff_alpha(case["raters_x_items"], level=level), case["alpha"][level]
        ), level


@pytest.mark.parametrize("case", having("fleiss_kappa_statsmodels"))
def test_fleiss_kappa(case: dict[str, Any]) -> None:
    known_answers(FILE)
    assert near(fleiss_kappa(case["raters_x_items"]), case["fleiss_kappa_statsmodels"])


@pytest.mark.parametrize("case", having("mean_pairwise_weighted_kappa_sklearn"))
def test_weighted_kappa_of_all_pairs(case: dict[str, Any]) -> None:
    known_answers(FILE)
    known = case["mean_pairwise_weighted_kappa_sklearn"]
    assert near(mean_weighted_kappa(case["raters_x_items"], power=1), known["linear"])
    assert near(mean_weighted_kappa(case["raters_x_items"], power=2), known["quadratic"])


@pytest.mark.parametrize("case", having("kendall_W_from_scipy_friedman"))
def test_kendalls_w(case: dict[str, Any]) -> None:
    known_answers(FILE)
    assert near(kendalls_w(case["raters_x_items"]), case["kendall_W_from_scipy_friedman"])


def test_consensus_of_tastle_and_wierman() -> None:
    known_answers(FILE)
    for one in facts()["tastle_wierman"]:
        found = consensus(one["freq"])
        assert found is not None
        assert abs(found - one["expected"]) <= CLOSE
