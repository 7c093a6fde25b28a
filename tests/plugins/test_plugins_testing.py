"""The checks for authors of plugins, each against a model that lacks what it looks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs
import pytest

import lerendwerk_core as lw
from lerendwerk_core.model.raci import COUNCIL
from lerendwerk_core.model.regie import Boundary, RegieModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.testing import REGIE_MODEL_CHECKS
from lerendwerk_core.testing.regie import (
    Check,
    breaks_no_invariant,
    divides_every_activity,
    fills_all_rule_types,
    leads_everyone_to_the_council,
    speaks_both_languages,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import DecisionRight, Holder

OURS = ("volledige_regie", "arrangeur", "netwerkpartner")


@pytest.mark.parametrize("key", OURS)
@pytest.mark.parametrize("check", REGIE_MODEL_CHECKS)
def test_what_ships_passes_every_check(bench: lw.Workbench, check: Check, key: str) -> None:
    check(bench, key)


class One:
    """A plugin with one model."""

    def __init__(self, model: RegieModel) -> None:
        self.model = model

    @lw.hookimpl
    def lerendwerk_provide_regie_models(self) -> Iterable[RegieModel]:
        return (self.model,)


def given(bench: lw.Workbench, **parts: object) -> lw.Workbench:
    """A workbench with a model like ours, changed in *parts*."""
    ours = bench.catalogue.models["netwerkpartner"]
    found = lw.Workbench(discover=False, on_error="raise")
    found.add_plugin(One(attrs.evolve(ours, id="eigen", family="proef", **parts)), "proef")
    return found


@pytest.mark.parametrize(
    ("check", "parts"),
    [
        (divides_every_activity, {"raci": Table()}),
        (fills_all_rule_types, {"aggregation": ""}),
        (fills_all_rule_types, {"steering_group": Boundary()}),
        (fills_all_rule_types, {"unlearn": ()}),
        (speaks_both_languages, {"label": Text.of("eigen")}),
    ],
)
def test_a_check_fails_where_something_is_missing(
    bench: lw.Workbench, check: Callable[[lw.Workbench, str], None], parts: dict[str, object]
) -> None:
    with pytest.raises(AssertionError, match="eigen"):
        check(given(bench, **parts), "eigen")


def test_a_model_that_got_past_the_door_is_still_caught(bench: lw.Workbench) -> None:
    """The core refuses such models; a check does not rely on that."""
    found = given(bench)
    kept = found.catalogue.models["eigen"]
    broken = Table({**kept.choice, DecisionRight.INDIVIDUAL_DECISION: Holder.PROVIDER})
    object.__setattr__(kept, "choice", broken)
    with pytest.raises(AssertionError, match="I4"):
        breaks_no_invariant(found, "eigen")


def test_a_path_that_does_not_reach_the_council_is_caught(bench: lw.Workbench) -> None:
    found = given(bench)
    kept = found.catalogue.models["eigen"]
    chain = tuple(one for one in kept.chain if one != COUNCIL)
    object.__setattr__(kept, "chain", chain)
    with pytest.raises(AssertionError, match="council"):
        leads_everyone_to_the_council(found, "eigen")
