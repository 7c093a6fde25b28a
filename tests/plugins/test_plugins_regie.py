"""Regie models of plugins: each invariant refuses the model, and its plugin with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import attrs
import pytest
from plugin_parts import Activities, record

import lerendwerk_core as lw
from lerendwerk_core.errors import DefinitionError, PluginError
from lerendwerk_core.model.raci import COUNCIL, RaciRow
from lerendwerk_core.model.regie import PERSONAL_ROUTE, RegieModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.plugins import PluginState
from lerendwerk_core.vocabulary import DecisionRight, Holder

Change = Callable[[RegieModel], RegieModel]


class Models(Activities):
    """A plugin that offers regie models beside an activity."""

    def __init__(self, *models: RegieModel) -> None:
        super().__init__("wandelen")
        self.models = models

    @lw.hookimpl
    def lerendwerk_provide_regie_models(self) -> Iterable[RegieModel]:
        return self.models


def chosen(right: DecisionRight, holder: Holder) -> Change:
    return lambda model: attrs.evolve(model, choice=Table({**model.choice, right: holder}))


def row(activity: str, **cells: Any) -> Change:
    return lambda model: attrs.evolve(
        model, raci=Table({**model.raci, activity: attrs.evolve(model.raci[activity], **cells)})
    )


def without(right: DecisionRight) -> Change:
    def change(model: RegieModel) -> RegieModel:
        kept = {key: holder for key, holder in model.choice.items() if key is not right}
        return attrs.evolve(model, choice=Table(kept))

    return change


def chain(*parties: str) -> Change:
    return lambda model: attrs.evolve(model, chain=parties)


def ranked(rank: int) -> Change:
    return lambda model: attrs.evolve(model, family="bron", rank=rank)


BREACHES: list[tuple[str, Change]] = [
    ("rights-missing", without(DecisionRight.BUDGET)),
    ("invariant-I2", chain("uitvoerder", "college")),
    ("invariant-I2", chain()),
    ("invariant-I2", chain("college", "college", COUNCIL)),
    ("invariant-I3", row("verantwoorden", accountable=("college", "gemeente"))),
    ("invariant-I3", row("verantwoorden", accountable=())),
    ("invariant-I3", row("verantwoorden", responsible=())),
    ("invariant-I4", chosen(DecisionRight.INDIVIDUAL_DECISION, Holder.CONTRACT_PARTNER)),
    ("invariant-I5", ranked(4)),
    ("invariant-I5", ranked(1)),
    ("invariant-I6", row(PERSONAL_ROUTE, accountable=("teamleider",))),
    ("invariant-I6", row(PERSONAL_ROUTE, informed=("teamleider",))),
]


@pytest.fixture
def model(bench: lw.Workbench) -> RegieModel:
    """A model like the strongest of ours, outside its family."""
    ours = bench.catalogue.models["volledige_regie"]
    return attrs.evolve(ours, id="eigen", family="proef", rank=None)


def test_a_model_that_keeps_to_the_invariants_is_offered(model: RegieModel) -> None:
    bench = lw.Workbench(discover=False, on_error="raise")

    bench.add_plugin(Models(model), "proef")

    assert bench.catalogue.models["eigen"] == model


@pytest.mark.parametrize(("code", "change"), BREACHES)
def test_a_model_that_breaks_an_invariant_is_refused_with_its_code(
    model: RegieModel, code: str, change: Change
) -> None:
    bench = lw.Workbench(discover=False, on_error="raise")

    with pytest.raises(PluginError) as raised:
        bench.add_plugin(Models(change(model)), "proef")

    cause = raised.value.__cause__
    assert isinstance(cause, DefinitionError)
    assert [one.code for one in cause.problems] == [code]
    assert raised.value.plugin == "proef"
    assert "eigen" not in bench.catalogue.models


def test_a_refused_model_takes_all_of_its_plugin_with_it(model: RegieModel) -> None:
    bench = lw.Workbench(discover=False)
    other = attrs.evolve(model, id="ander")

    bench.add_plugin(Models(other, chain("college")(model)), "proef")

    assert record(bench, "proef").state is PluginState.FAILED
    assert {"eigen", "ander"}.isdisjoint(bench.catalogue.models)
    assert "wandelen" not in bench.catalogue.activities


def test_every_breach_of_one_model_is_listed(model: RegieModel) -> None:
    bench = lw.Workbench(discover=False, on_error="raise")
    broken = row("verantwoorden", responsible=())(chain("college")(model))

    with pytest.raises(PluginError) as raised:
        bench.add_plugin(Models(broken), "proef")

    said = str(raised.value)
    assert "I2:" in said
    assert "I3:" in said


def test_the_council_stays_ultimately_accountable_whatever_a_model_says() -> None:
    says_otherwise = RaciRow(accountable=("teamleider",), responsible=("teamleider",))

    assert says_otherwise.ultimate == COUNCIL
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        says_otherwise.ultimate = "teamleider"  # type: ignore[misc]
