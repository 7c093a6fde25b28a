"""The graph of actors, actions and goals, against sets counted apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.goals import Goal
from lerendwerk_core.model.people import Organisation, Person
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.regie import Arrangement
from lerendwerk_core.regie.coherence import coherence
from lerendwerk_core.text import Text

LABEL = Text.of("x")
ACTORS, GOALS, DISCIPLINES = ("a", "b", "c"), ("g1", "g2"), ("d1", "d2", "d3")


def some(names: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(names), unique=True).map(tuple)


@st.composite
def dossiers(draw: st.DrawFn) -> lw.Dossier:
    staffed = draw(st.lists(st.tuples(st.sampled_from(ACTORS), st.sampled_from(DISCIPLINES))))
    count = draw(st.integers(1, 3))
    return lw.Dossier(
        id="x",
        organisations=tuple(
            Organisation(id=one, label=LABEL, kind="gemeente" if one == "a" else "")
            for one in ACTORS
        ),
        people=tuple(
            Person(code=f"P-{at}", discipline=what, organisation=who)
            for at, (who, what) in enumerate(staffed)
        ),
        goals=tuple(Goal(id=one, label=LABEL, endorsed_by=draw(some(ACTORS))) for one in GOALS),
        process=WorkProcess(
            id="p",
            steps=tuple(
                Step(
                    id=f"s{at}",
                    label=LABEL,
                    performers=draw(some(DISCIPLINES)),
                    goals=draw(some(GOALS)),
                )
                for at in range(count)
            ),
        ),
    )


@given(dossiers())
def test_the_breaks_are_those_of_the_sets(dossier: lw.Dossier) -> None:
    found = coherence(dossier)

    assert dossier.process is not None
    steps = dossier.process.steps
    doing = {
        (person.organisation, step.id)
        for person in dossier.people
        for step in steps
        if person.discipline in step.performers
    }
    assert set(found.performs) == doing
    assert set(found.actors_without_action) == set(ACTORS) - {who for who, _ in doing}
    assert set(found.actions_without_goal) == {step.id for step in steps if not step.goals}
    assert set(found.goals_without_action) == set(GOALS) - {g for s in steps for g in s.goals}
    unendorsed = {
        (who, goal.id)
        for who, step_id in doing
        for step in steps
        if step.id == step_id
        for goal in dossier.goals
        if goal.id in step.goals and who not in goal.endorsed_by
    }
    assert set(found.working_without_endorsing) == unendorsed
    assert found.independent == ("b", "c")


@given(dossiers())
def test_the_figures_of_goals_say_the_same(dossier: lw.Dossier) -> None:
    found = lw.regie.govern(dossier, {})

    for goal, figures in found.goals.items():
        served = {step for step, one in found.coherence.serves if one == goal}
        assert figures.steps == len(served)
        assert (figures.steps == 0) == (goal in found.coherence.goals_without_action)
        assert {(who, goal) for who in figures.working_without_endorsing} == {
            pair for pair in found.coherence.working_without_endorsing if pair[1] == goal
        }


def test_regie_without_anyone_beside_the_municipality_is_remarked(bench: lw.Workbench) -> None:

    gem = Organisation(id="gem", label=LABEL, kind="gemeente")
    dossier = lw.Dossier(
        id="x", organisations=(gem,), arrangements=(Arrangement(model="volledige_regie"),)
    )

    found = bench.govern(dossier)

    models = bench.catalogue.models
    codes = {one.code for one in lw.regie.findings(dossier, models, found)}
    assert "no-independent-actor" in codes
