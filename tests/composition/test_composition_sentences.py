"""What is said of goals, bounds and seats, as a reader meets it."""

from __future__ import annotations

from typing import Any

import pytest
from small_problems import group, person, problem

from lerendwerk_core.composition import Composition, solve
from lerendwerk_core.composition.certify import certified
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.model.composition import (
    COUNTING,
    EVERY_SUBSET,
    PART,
    PRICES,
    SOLVER,
    Apart,
    AtLeast,
    AtLeastShare,
    AtMost,
    AtMostShare,
    Balance,
    Cost,
    Cover,
    Distinct,
    Element,
    End,
    Proof,
    StepCover,
    Variety,
    Weighted,
    spoken,
)
from lerendwerk_core.text import LANGUAGES, Text

needs_highs = pytest.mark.skipif(not highs.is_there(), reason="needs the extra 'exact'")
PAIR = (person("a", "s1"), person("b", "s2"))
NOT_BOTH = Apart(name="x", codes=("a", "b"))
COVER = StepCover()


def english(found: Composition) -> list[str]:
    return [one.en for one in found.because]


def said_of(goals: Any, *, asked: Any = (NOT_BOTH,), people: Any = PAIR) -> Composition:
    """Return the composition of one group for *goals*."""
    return solve(problem(people, group("g1", (1, 2)), asked=asked, goals=goals))


# -- bounds ----------------------------------------------------------------------------------------


def test_a_bound_that_is_not_counted_is_not_called_that() -> None:
    found = said_of((COVER,))

    assert found.goals[0].bound == 2  # by counting, which does not look at what is asked
    assert found.because[0] == Text(
        "stappen, over alle groepen: 1, meer kan niet.",
        "steps, over all groups: 1, more is impossible.",
    )
    assert found.because[1] == Text(
        "Grenzen waar geen samenstelling voorbij kan, "
        "door elke verzameling mensen te bekijken: 1 (stappen, over alle groepen).",
        "Bounds that no composition passes, "
        "by looking at every set of people: 1 (steps, over all groups).",
    )


def test_a_bound_that_leans_on_what_comes_before_says_so() -> None:
    people = (person("a", "s1 s2"), person("b", "s3", discipline="d1 d2"))
    found = said_of((COVER, Variety(dimension="discipline")), people=people)

    assert english(found)[0].startswith("steps, over all groups: ")
    kinds = "disciplines, over all groups: 1, more is impossible"
    assert f"{kinds} without giving in on what comes before." in english(found)


def test_so_does_the_first_after_wishes_and_what_is_wanted_least() -> None:
    wish = AtLeast(name="w", dimension="step", value="s1", minimum=1, hard=False)
    least = said_of((Cost(),), asked=(wish, AtLeast(name="two", dimension="step", value="s2")))

    assert least.wishes == 0
    assert english(least)[0] == (
        "cost of the seats: 2, less is impossible without giving in on what comes before."
    )
    assert least.because[0].nl == (
        "kosten van de zetels: 2, minder kan niet zonder toe te geven op wat voorgaat."
    )


def test_weighed_goals_are_said_apart_and_together_and_others_are_not_said_twice() -> None:
    cover = Weighted(parts=((COVER, 2.0), (Variety(dimension="discipline"), 1.0)))
    found = said_of((cover, Balance()))

    assert english(found)[:4] == [
        "steps, over all groups: 1; more than 2 is impossible.",
        "disciplines, over all groups: 1, more is impossible.",
        "difference between the largest and the smallest group: 0, less is impossible.",
        "the goals, weighed together: 3, more is impossible.",
    ]
    assert not any("weighted" in text.in_(lang) for text in found.because for lang in LANGUAGES)


def test_weighed_goals_go_by_their_name() -> None:
    cover = Weighted(parts=((COVER, 1.0), (Balance(), 1.0)), key="cover_first")

    assert cover.label == Text("cover first, samen gewogen", "cover first, weighed together")


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        ({"by": COUNTING}, "by counting: 1 ("),
        ({"by": PRICES}, "by prices that anyone can recompute: 1 ("),
        ({"by": SOLVER, "solver": EVERY_SUBSET}, "by looking at every set of people: 1 ("),
        ({"by": SOLVER, "solver": "X 1"}, "as X 1 says, not to be checked without a solver: 1 ("),
    ],
)
def test_a_certificate_says_how_each_bound_is_proven(proof: Any, said: str) -> None:
    given = problem(PAIR, group("g1", (1, 2)), goals=(COVER,))
    counted = Proof(tier=0, bound=2, by=COUNTING)

    certificate, _ = certified(given, [counted], [Proof(tier=0, bound=1, **proof)])

    assert said in certificate.in_("en")


# -- values ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dimension", "value", "said"),
    [
        ("discipline", "jeugd_gezinswerker", "jeugd gezinswerker"),
        ("organisation", "wijk_wortel", "wijk wortel"),
        ("step", "intake_s1", "intake_s1"),
        ("discipline", "contractmanager", Text("contractmanager", "contract manager")),
        (PART, "process-director", Text("procesregisseur", "process director")),
        ("organisation", "contractmanager", "contractmanager"),
    ],
)
def test_a_value_is_read_as_one_would_say_it(dimension: str, value: str, said: Any) -> None:
    assert spoken(dimension, value) == said


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (AtLeast, "at least 1 with youth nurse"),
        (AtMost, "at most 2 with youth nurse"),
        (AtLeastShare, "at least 40% of the seats for youth nurse"),
        (AtMostShare, "at most 40% of the seats for youth nurse"),
    ],
)
def test_so_is_what_is_asked(asked: Any, said: str) -> None:
    more: dict[str, Any] = {AtLeast: {}, AtMost: {"maximum": 2}}.get(asked, {"share": 0.4})

    one = asked(name="x", dimension="discipline", value="youth_nurse", **more)

    assert one.asks().en == said


def test_a_dimension_of_ones_own_is_read_without_underscores_too() -> None:
    one = Distinct(name="x", dimension="home_town")
    end = Element(name="x", ends=(End("step", "s1"),))

    assert one.asks().en == "at least 2 home town"
    assert Variety(dimension="home_town").label.en == (
        "different values (home towns), over all groups"
    )
    assert Cover(elements=(end,), key="my_cover").label.en == "cover of my cover"


def test_a_discipline_that_only_one_brings_is_read_without_underscores() -> None:
    people = (
        person("a", "s1", discipline="youth_nurse", organisation="first_aid"),
        person("b", "s2", discipline="contract_manager"),
    )
    found = solve(problem(people, group("g1", (2, 2))))

    said = {seat.code: [one.en for one in seat.because] for seat in found.seats}
    assert {"The only one of first aid.", "The only youth nurse."} <= set(said["a"])
    assert "The only contract manager." in said["b"]


def test_what_is_not_met_reads_so_too() -> None:
    asked = AtLeast(name="x", dimension="discipline", value="youth_nurse", minimum=2)

    found = solve(problem(PAIR, group("g1", (1, 2)), asked=(asked,)))

    assert "youth nurse" in found.because[0].en
    assert "_" not in found.because[0].en
