"""Regie models: the derived steering degree and the invariants that no model may break."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.raci import COUNCIL, RaciRow
from lerendwerk_core.model.regie import EMPLOYEE, PERSONAL_ROUTE, RegieModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.regie import breaches, family_breaches, steering_degree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import DecisionRight, Holder

BUILT_IN = ("volledige_regie", "arrangeur", "netwerkpartner")

holders = st.sampled_from(list(Holder))
choices = st.fixed_dictionaries(dict.fromkeys(DecisionRight, holders))
parties = st.lists(st.sampled_from([EMPLOYEE, "college", "partner"]), max_size=2).map(tuple)
rows = st.builds(RaciRow, accountable=parties, responsible=parties, informed=parties)


@pytest.fixture
def model(bench: lw.Workbench) -> RegieModel:
    return bench.catalogue.models["arrangeur"]


def codes(model: RegieModel) -> set[str]:
    return {one.code for one in breaches(model)}


def chosen(model: RegieModel, **holders: Holder) -> RegieModel:
    """*model* with other holders of decision rights, by the name of the right."""
    changed = {DecisionRight[name]: holder for name, holder in holders.items()}
    return attrs.evolve(model, choice=Table({**model.choice, **changed}))


def with_row(model: RegieModel, activity: str, **cells: tuple[str, ...]) -> RegieModel:
    row = attrs.evolve(model.raci[activity], **cells)
    return attrs.evolve(model, raci=Table({**model.raci, activity: row}))


@pytest.mark.parametrize(
    ("key", "degree"),
    [("volledige_regie", 0.833), ("arrangeur", 0.542), ("netwerkpartner", 0.317)],
)
def test_the_steering_degree_of_the_source_models_is_what_the_domain_derives(
    bench: lw.Workbench, key: str, degree: float
) -> None:
    assert steering_degree(bench.catalogue.models[key]) == degree


@given(choices)
def test_the_steering_degree_is_the_mean_share_over_the_twelve_rights(
    choice: dict[DecisionRight, Holder],
) -> None:
    model = RegieModel(id="m", family="f", label=Text.of("m"), choice=Table(choice))

    degree = steering_degree(model)

    assert degree == pytest.approx(sum(one.share for one in choice.values()) / 12, abs=0.00051)
    assert 0 <= degree <= 1


def test_a_model_has_no_field_to_type_a_steering_degree_in(model: RegieModel) -> None:
    with pytest.raises(Exception, match="RegieModel"):
        RegieModel.from_dict({**model.to_dict(), "steering_degree": 1.0})


@pytest.mark.parametrize("key", BUILT_IN)
def test_the_built_in_models_break_nothing(bench: lw.Workbench, key: str) -> None:
    assert codes(bench.catalogue.models[key]) == set()
    assert list(family_breaches(bench.catalogue.models.values())) == []


@pytest.mark.parametrize("key", BUILT_IN)
def test_the_council_is_ultimately_accountable_for_every_activity(
    bench: lw.Workbench, key: str
) -> None:
    model = bench.catalogue.models[key]

    assert len(model.raci) == 13
    assert {row.ultimate for row in model.raci.values()} == {"gemeenteraad"}


def test_ultimate_accountability_cannot_be_set() -> None:
    row = RaciRow(accountable=("partner",), responsible=("partner",))

    with pytest.raises(AttributeError):
        row.ultimate = "partner"  # type: ignore[misc]
    with pytest.raises(TypeError):
        RaciRow(accountable=(), responsible=(), ultimate="partner")  # type: ignore[call-arg]
    with pytest.raises(Exception, match="RaciRow"):
        RaciRow.from_dict({**row.to_dict(), "ultimate": "partner"})
    assert row.ultimate == "gemeenteraad"


@pytest.mark.parametrize(
    "chain",
    [(), ("college",), ("gemeenteraad", "college"), ("college", "partner", "college", COUNCIL)],
)
def test_a_chain_that_does_not_reach_the_council_breaks_i2(
    model: RegieModel, chain: tuple[str, ...]
) -> None:
    assert codes(attrs.evolve(model, chain=chain)) == {"invariant-I2"}


@pytest.mark.parametrize(
    "cells",
    [
        {"accountable": ()},
        {"accountable": ("college", "contractpartner")},
        {"responsible": ()},
    ],
)
def test_an_activity_without_exactly_one_accountable_and_a_doer_breaks_i3(
    model: RegieModel, cells: dict[str, tuple[str, ...]]
) -> None:
    assert codes(with_row(model, "contracteren", **cells)) == {"invariant-I3"}


def test_the_same_accountable_written_twice_is_one(model: RegieModel) -> None:
    assert codes(with_row(model, "contracteren", accountable=("college", "college"))) == set()


@pytest.mark.parametrize("holder", list(Holder))
def test_the_individual_decision_is_held_by_the_municipality_or_mandated(
    model: RegieModel, holder: Holder
) -> None:
    allowed = holder in (Holder.MUNICIPALITY, Holder.WITH_PARTNER)

    found = codes(chosen(model, INDIVIDUAL_DECISION=holder))

    assert found == (set() if allowed else {"invariant-I4"})


@pytest.mark.parametrize(
    "cells",
    [
        {"accountable": ("contractpartner",)},
        {"responsible": (EMPLOYEE, "p_en_o")},
        {"informed": ("p_en_o",)},
    ],
)
def test_a_personal_route_that_is_not_the_employees_own_breaks_i6(
    model: RegieModel, cells: dict[str, tuple[str, ...]]
) -> None:
    assert codes(with_row(model, PERSONAL_ROUTE, **cells)) == {"invariant-I6"}


def test_a_model_without_a_decision_right_is_not_judged_further(model: RegieModel) -> None:
    choice = Table((right, held) for right, held in model.choice.items() if right.value != "budget")

    (found,) = breaches(attrs.evolve(model, choice=choice, chain=()))

    assert found.code == "rights-missing"
    assert "budget" in found.message.nl


@given(
    st.lists(st.sampled_from(["college", "partner", "netwerk", COUNCIL]), max_size=5).map(tuple),
    holders,
    rows,
    rows,
)
def test_a_model_breaks_exactly_the_invariants_that_its_parts_break(
    chain: tuple[str, ...], holder: Holder, work: RaciRow, own: RaciRow
) -> None:
    raci = Table({"werk": work, PERSONAL_ROUTE: own})
    choice = Table({**dict.fromkeys(DecisionRight, Holder.JOINT), _DECISION: holder})
    model = RegieModel(
        id="m", family="f", label=Text.of("m"), choice=choice, chain=chain, raci=raci
    )

    found = codes(model)

    expected = {
        "invariant-I2": not _reaches(chain),
        "invariant-I3": not all(_clear(row) for row in (work, own)),
        "invariant-I4": holder not in (Holder.MUNICIPALITY, Holder.WITH_PARTNER),
        "invariant-I6": {*own.accountable, *own.responsible} != {EMPLOYEE} or bool(own.informed),
    }
    assert found == {code for code, broken in expected.items() if broken}


_DECISION = DecisionRight.INDIVIDUAL_DECISION


def _reaches(chain: tuple[str, ...]) -> bool:
    """Whether *chain* visits nobody twice and ends at the council."""
    return chain[-1:] == (COUNCIL,) and all(chain.count(one) == 1 for one in chain)


def _clear(row: RaciRow) -> bool:
    return len(set(row.accountable)) == 1 and len(row.responsible) > 0


def test_a_family_whose_steering_does_not_fall_with_its_rank_breaks_i5(bench: lw.Workbench) -> None:
    models = bench.catalogue.models
    swapped = attrs.evolve(models["netwerkpartner"], rank=1)
    raised = attrs.evolve(models["arrangeur"], rank=3)

    (breach,) = family_breaches([models["volledige_regie"], swapped, raised])

    assert breach.code == "invariant-I5"
    assert all(name in breach.message.nl for name in BUILT_IN)


def test_two_ranks_that_steer_alike_break_i5(bench: lw.Workbench) -> None:
    one = bench.catalogue.models["arrangeur"]

    assert list(family_breaches([one, attrs.evolve(one, id="evenveel", rank=3)]))


def test_the_rank_of_other_families_and_of_unranked_models_is_free(bench: lw.Workbench) -> None:
    one = bench.catalogue.models["arrangeur"]
    elsewhere = [attrs.evolve(one, family="elders"), attrs.evolve(one, family="elders", rank=9)]
    unranked = attrs.evolve(one, rank=None)

    assert list(family_breaches([one, unranked, *elsewhere])) == []


def test_a_mean_that_ends_in_a_half_rounds_up_on_every_python(bench: lw.Workbench) -> None:
    network = bench.catalogue.models["netwerkpartner"]
    choice = Table({**network.choice, DecisionRight.BUDGET: Holder.MUNICIPALITY})

    # 4.47 / 12 = 0.3725, which no float holds exactly
    assert steering_degree(attrs.evolve(network, choice=choice)) == 0.373
