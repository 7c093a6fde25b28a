"""The shortest route against trying every set of activities."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from learning_parts import activity

import lerendwerk_core as lw
from lerendwerk_core.learning import shortest_route
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.vocabulary import Characteristic, Formality, LearningLevel, LearningMode

WANTED = ["C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "organisation", "individual", "informal"]

activities = st.builds(
    activity,
    st.just("x"),
    st.integers(0, 6).map(lambda quarters: quarters / 4),
    st.sets(st.sampled_from("12345678"), max_size=4).map(lambda one: "".join(sorted(one))),
    level=st.sampled_from(list(LearningLevel)),
    formality=st.sampled_from(list(Formality)),
    mode=st.sampled_from(list(LearningMode)),
)
catalogues = st.lists(activities, max_size=7).map(
    lambda found: [attrs.evolve(one, id=f"a{place}") for place, one in enumerate(found)]
)


def marks(one: LearningActivity) -> set[str]:
    """What *one* contributes to a route."""
    both = one.level is LearningLevel.BOTH
    return {
        *(served.value for served in one.characteristics),
        *(("organisation", "individual") if both else (one.level.value,)),
        *(["informal"] if one.formality is Formality.INFORMAL else []),
        *(["unlearn"] if one.mode is not LearningMode.LEARN else []),
    }


def best(catalogue: Sequence[LearningActivity], wanted: Sequence[str]) -> tuple[str, ...]:
    """The ids of the best set: least hours, then fewest, then first in the catalogue."""
    reachable = set(wanted).intersection(*[set().union(*map(marks, catalogue))])
    every = (
        places
        for size in range(len(catalogue) + 1)
        for places in itertools.combinations(range(len(catalogue)), size)
        if reachable <= set().union(*(marks(catalogue[place]) for place in places))
    )
    chosen = min(
        every, key=lambda places: (sum(catalogue[p].hours for p in places), len(places), places)
    )
    return tuple(catalogue[place].id for place in chosen)


@given(catalogues, st.booleans())
def test_the_route_is_the_one_that_trying_every_set_finds(
    catalogue: list[LearningActivity], unlearn: bool
) -> None:
    wanted = [*WANTED, "unlearn"] if unlearn else WANTED

    found = shortest_route(catalogue, unlearn=unlearn)

    assert tuple(one.id for one in found.activities) == best(catalogue, wanted)
    served = set().union(*map(marks, catalogue))
    assert found.unserved == tuple(one for one in wanted if one not in served)
    assert found.hours == sum(one.hours for one in found.activities)


@pytest.mark.parametrize("unlearn", [True, False])
def test_the_route_through_the_built_in_catalogue_serves_everything(
    bench: lw.Workbench, unlearn: bool
) -> None:
    catalogue = bench.catalogue.activities

    found = shortest_route(tuple(catalogue.values()), unlearn=unlearn)

    served = set().union(*(marks(catalogue[one.id]) for one in found.activities))
    assert served >= {*WANTED, *(["unlearn"] if unlearn else [])}
    assert found.unserved == ()


def test_no_activity_of_the_built_in_route_can_be_left_out(bench: lw.Workbench) -> None:
    catalogue = bench.catalogue.activities
    route = [
        catalogue[one.id]
        for one in shortest_route(tuple(catalogue.values()), unlearn=True).activities
    ]

    for left_out in route:
        rest = set().union(*(marks(one) for one in route if one is not left_out))
        assert not rest >= {*WANTED, "unlearn"}


def test_no_pair_swap_makes_the_built_in_route_shorter(bench: lw.Workbench) -> None:
    catalogue = tuple(bench.catalogue.activities.values())
    found = shortest_route(catalogue, unlearn=True)
    route = [bench.catalogue.activities[one.id] for one in found.activities]
    wanted = {*WANTED, "unlearn"}

    for gone in itertools.combinations(route, 2):
        rest = [one for one in route if one not in gone]
        for came in itertools.combinations_with_replacement(catalogue, 2):
            together = [*rest, *came]
            if wanted <= set().union(*map(marks, together)):
                assert sum(one.hours for one in {*rest, *came}) >= found.hours


def test_a_group_of_a_size_only_meets_activities_that_fit_it() -> None:
    small = activity("klein", 1.0, "12345678", size=(2, 4))
    large = activity("groot", 9.0, "12345678", size=(5, 20))

    def chosen(size: int | None) -> list[str]:
        return [
            one.id for one in shortest_route([small, large], unlearn=False, size=size).activities
        ]

    assert (chosen(4), chosen(5), chosen(None)) == (["klein"], ["groot"], ["klein"])
    assert chosen(21) == []


def test_an_empty_catalogue_serves_nothing() -> None:
    found = shortest_route([], unlearn=True)

    assert (found.activities, found.hours) == ((), 0)
    assert found.unserved == (*(one.value for one in Characteristic), *WANTED[8:], "unlearn")
