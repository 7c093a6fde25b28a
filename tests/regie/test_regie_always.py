"""What always holds: no model, arrangement or document, however made, takes the council's place."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.errors import LerendwerkError
from lerendwerk_core.model.people import Organisation, Person
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.raci import COUNCIL, RaciRow
from lerendwerk_core.model.regie import (
    DECISION,
    EMPLOYEE,
    PERSONAL_ROUTE,
    STEP,
    Arrangement,
    RegieModel,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.plugins import Catalogue
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import DecisionRight, Holder

ACTORS = (
    COUNCIL,
    "college",
    "gemeente",
    "gemeente.directie",
    "contractpartner",
    "contractpartner.directie",
    "partner",
    "partner.directie",
    "netwerkoverleg",
    "leergroep",
    "uitvoerder",
    EMPLOYEE,
)
ACTIVITIES = (STEP, DECISION, PERSONAL_ROUTE, "contracteren")
HOOK = "lerendwerk_provide_regie_models"

actors = st.sampled_from(ACTORS)
cells = st.lists(actors, max_size=2).map(tuple)
one_actor = actors.map(lambda actor: (actor,))


class LoudRow(RaciRow):
    """A row that says that somebody else is ultimately accountable."""

    @property
    def ultimate(self) -> str:
        return "contractpartner"


_row = {
    "accountable": st.one_of(one_actor, cells),
    "responsible": st.one_of(one_actor, cells),
    "consulted": cells,
    "informed": st.one_of(st.just(()), cells),
}
rows = st.one_of(st.builds(RaciRow, **_row), st.builds(LoudRow, **_row))
chains = st.one_of(
    st.lists(actors, max_size=5, unique=True).map(
        lambda some: (*(one for one in some if one != COUNCIL), COUNCIL)
    ),
    st.lists(actors, max_size=5).map(tuple),
)
choices = st.fixed_dictionaries(
    {
        right: st.sampled_from(
            [Holder.MUNICIPALITY, Holder.WITH_PARTNER]
            if right is DecisionRight.INDIVIDUAL_DECISION
            else list(Holder)
        )
        for right in DecisionRight
    }
)
anyhow = st.fixed_dictionaries(dict.fromkeys(DecisionRight, st.sampled_from(list(Holder))))
models = st.builds(
    RegieModel,
    id=st.just("vreemd"),
    family=st.just("proef"),
    label=st.just(Text.of("vreemd")),
    choice=st.one_of(choices, anyhow).map(Table),
    chain=chains,
    accountable_to=st.dictionaries(actors, actors, max_size=4).map(Table),
    raci=st.dictionaries(st.sampled_from(ACTIVITIES), rows, max_size=4).map(Table),
)

names = st.sampled_from(["gem", "cp", "zorg", *ACTORS])
organisations = st.lists(
    st.builds(
        Organisation,
        id=names,
        label=st.just(Text.of("x")),
        kind=st.sampled_from(["gemeente", "aanbieder"]),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one.id,
)


@st.composite
def dossiers(draw: st.DrawFn) -> lw.Dossier:
    """A dossier under the strange model, its organisations named like anything in it."""
    parties = draw(organisations)
    ids = [one.id for one in parties]
    some = st.lists(st.sampled_from(ids), max_size=3, unique=True).map(tuple)
    people = [
        Person(code=f"P-{number}", discipline=f"d{number}", organisation=draw(st.sampled_from(ids)))
        for number in range(3)
    ]
    steps = tuple(
        Step(id=f"s{number}", label=Text.of("s"), performers=draw(performers))
        for number in range(2)
    )
    services = draw(st.one_of(st.none(), st.just(("s0",))))
    arrangement = Arrangement(model="vreemd", partners=draw(some), services=services)
    return lw.Dossier(
        id="x",
        organisations=tuple(parties),
        people=tuple(people),
        process=WorkProcess(id="p", steps=steps),
        arrangements=(arrangement,),
    )


performers = st.lists(st.sampled_from(["d0", "d1", "d2", "niemand"]), max_size=2).map(tuple)


def loaded(model: RegieModel) -> RegieModel | None:
    """The model as the core keeps it, or ``None`` when it is refused."""
    catalogue = Catalogue()
    try:
        catalogue.take("vreemde", HOOK, [model])
    except LerendwerkError:
        return None
    return catalogue.models["vreemd"]


@settings(max_examples=600)
@given(models, dossiers())
def test_whatever_is_loaded_the_invariants_hold_in_every_dossier(
    model: RegieModel, dossier: lw.Dossier
) -> None:
    kept = loaded(model)
    if kept is None:
        return

    (one,) = lw.regie.govern(dossier, {"vreemd": kept}).arrangements

    for path in (*one.accountability.values(), *one.actor_paths.values()):
        assert path[-1] == COUNCIL
        assert len(set(path)) == len(path)
    assert set(one.accountability) == {party.id for party in dossier.organisations}
    for row in one.raci.values():
        assert len(set(row.accountable)) == 1
        assert set(row.accountable) <= set(one.actor_paths) | {EMPLOYEE}
        assert row.responsible
        assert row.ultimate == COUNCIL
    for row in one.step_raci.values():
        assert len(row.accountable) == 1
        assert row.responsible
    assert one.rights[DecisionRight.INDIVIDUAL_DECISION].share > 0
    own = one.raci[PERSONAL_ROUTE]
    assert (*own.accountable, *own.responsible) == (EMPLOYEE,) * len(
        own.accountable + own.responsible
    )
    if DECISION in one.raci:
        (holder,) = set(one.raci[DECISION].accountable)
        assert holder.split(".")[0] in (COUNCIL, "college", "gemeente", "p_en_o")


def test_the_property_is_about_many_models() -> None:
    """The strategy makes models that are kept as well as models that are refused."""
    kept: list[bool] = []

    @settings(max_examples=300, database=None)
    @given(models)
    def look(model: RegieModel) -> None:
        kept.append(loaded(model) is not None)

    look()

    assert 20 < sum(kept) < len(kept) - 20


def test_a_row_of_another_class_is_kept_as_a_row(bench: lw.Workbench) -> None:
    ours = bench.catalogue.models["volledige_regie"]
    loud = LoudRow(accountable=("college",), responsible=("college",))
    model = attrs.evolve(
        ours, id="vreemd", rank=None, raci=Table({**ours.raci, "contracteren": loud})
    )

    kept = loaded(model)

    assert kept is not None
    assert {row.ultimate for row in kept.raci.values()} == {COUNCIL}


def test_what_a_plugin_changes_after_the_check_changes_nothing(bench: lw.Workbench) -> None:
    ours = bench.catalogue.models["volledige_regie"]
    choice = dict(ours.choice)
    model = attrs.evolve(ours, id="vreemd", rank=None, choice=choice)

    kept = loaded(model)
    choice[DecisionRight.INDIVIDUAL_DECISION] = Holder.PROVIDER

    assert kept is not None
    assert kept.choice[DecisionRight.INDIVIDUAL_DECISION] is Holder.MUNICIPALITY


def test_a_model_made_of_other_things_is_refused(bench: lw.Workbench) -> None:
    ours = bench.catalogue.models["volledige_regie"]

    with pytest.raises(LerendwerkError, match="lerendwerk_provide_regie_models"):
        Catalogue().take("vreemde", HOOK, [attrs.evolve(ours, chain=5)])


@pytest.mark.parametrize(
    ("declared", "code"),
    [
        ({"leergroep": "monitor", "monitor": "leergroep"}, "invariant-I2"),
        ({"leergroep": "leergroep"}, "invariant-I2"),
        ({"college": "partner"}, "invariant-I2-chain"),
    ],
)
def test_an_accountable_party_that_runs_in_circles_is_told_where(
    bench: lw.Workbench, declared: dict[str, str], code: str
) -> None:
    ours = bench.catalogue.models["netwerkpartner"]
    model = attrs.evolve(ours, accountable_to=Table(declared))

    found = list(lw.regie.breaches(model))

    assert [one.code for one in found] == [code]
    assert found[0].at[:2] == ("information", "accountable_to")
    assert found[0].at[2] in declared


def test_a_decision_for_which_a_partner_is_accountable_is_given_away(bench: lw.Workbench) -> None:
    ours = bench.catalogue.models["arrangeur"]
    row = attrs.evolve(ours.raci[DECISION], accountable=("contractpartner",))
    model = attrs.evolve(ours, raci=Table({**ours.raci, DECISION: row}))

    (breach,) = lw.regie.breaches(model)

    assert breach.code == "invariant-I4"
    assert breach.at == ("information", "raci", DECISION)


@pytest.mark.parametrize("key", ["volledige_regie", "arrangeur", "netwerkpartner"])
def test_the_models_of_the_source_say_whom_everyone_answers_to(
    bench: lw.Workbench, key: str
) -> None:
    dossier = lw.Dossier(id="x", arrangements=(Arrangement(model=key),))

    (one,) = bench.govern(dossier).arrangements

    named = {actor for row in one.raci.values() for actor in row.accountable}
    assert set(one.actor_paths) == named
    assert {path[-1] for path in one.actor_paths.values()} == {COUNCIL}
    if key == "netwerkpartner":
        assert one.actor_paths["leergroep"] == ("leergroep", "netwerkoverleg", "college", COUNCIL)
