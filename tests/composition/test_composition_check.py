"""The independent checker: every kind of wrong seating is caught, and named."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from small_problems import BECAUSE, group, person, problem, seated

from lerendwerk_core.composition import check
from lerendwerk_core.model.composition import (
    Apart,
    AtLeast,
    AtMostShare,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    Together,
)

PEOPLE = (
    person("a", "s1", discipline="d1", organisation="o1"),
    person("b", "s2", discipline="d2", organisation="o1"),
    person("c", "s1 s2", discipline="d2", organisation="o2"),
    person("n", "s1", area="north"),
)
TWO = problem(PEOPLE, group("g1", (1, 2)), group("g2", (1, 2), area="south"))

UNMET: list[tuple[Any, str, int]] = [
    (AtLeast(name="x", because=BECAUSE, dimension="organisation", value="o2"), "a b", 1),
    (AtLeast(name="x", because=BECAUSE, dimension="discipline", value="d2", minimum=3), "a b c", 1),
    (AtMostShare(name="x", because=BECAUSE, dimension="organisation", share=0.5), "a b", 1),
    (
        AtMostShare(name="x", because=BECAUSE, dimension="organisation", value="o1", share=0.34),
        "a b c",
        1,
    ),
    (Distinct(name="x", because=BECAUSE, dimension="organisation"), "a b", 1),
    (Distinct(name="x", because=BECAUSE, dimension="discipline", minimum=4), "a b", 2),
    (Together(name="x", because=BECAUSE, codes=("a", "c", "n")), "a b", 2),
    (Together(name="x", because=BECAUSE, codes=("a", "nobody")), "a b", 1),
    (Apart(name="x", because=BECAUSE, codes=("a", "b", "c")), "a b c", 2),
    (Fixed(name="x", because=BECAUSE, code="c", groups=("g1",)), "a b", 1),
    (Fixed(name="x", because=BECAUSE, code="nobody", groups=()), "a b", 1),
    (Excluded(name="x", because=BECAUSE, code="a", groups=("g1",)), "a b", 1),
    (Excluded(name="x", because=BECAUSE, code="b"), "a b", 1),
]
MET: list[tuple[Any, str]] = [
    (AtLeast(name="x", because=BECAUSE, dimension="organisation", value="o2"), "a c"),
    (AtMostShare(name="x", because=BECAUSE, dimension="organisation", share=0.5), "a c"),
    (AtMostShare(name="x", because=BECAUSE, dimension="step", value="s1", share=0.5), "a b"),
    (Distinct(name="x", because=BECAUSE, dimension="organisation"), "a c"),
    (Together(name="x", because=BECAUSE, codes=("a", "b")), "a b"),
    (Together(name="x", because=BECAUSE, codes=("c", "nobody")), "a b"),
    (Apart(name="x", because=BECAUSE, codes=("a", "c")), "a b"),
    (Fixed(name="x", because=BECAUSE, code="a", groups=("g1",)), "a b"),
    (Excluded(name="x", because=BECAUSE, code="c"), "a b"),
]


def kind_of(case: object) -> str:
    return type(case).__name__


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (seated(g1="a", g2="nobody"), "g2 seats nobody, who is no candidate"),
        (seated(g1="a b", g2="a"), "a has 2 seats, not 0 to 1"),
        (seated(g1="a", g2="n"), "g2 seats n, who may not sit there"),
        (seated(g1="a a", g2="b"), "g1 seats someone twice"),
        (seated(g1="a b c", g2="b"), "g1 has 3 members, not 1 to 2"),
        (seated(g1="a", g2=""), "g2 has 0 members, not 1 to 2"),
        (seated(g1="a"), "the groups are not those of the problem"),
        (seated(g1="a", g2="b", g3="c"), "the groups are not those of the problem"),
    ],
)
def test_a_broken_rule_is_said_in_words(wrong: Any, said: str) -> None:
    verdict = check(TWO, wrong)

    assert said in verdict.broken
    assert not verdict.stands


def test_a_seating_that_breaks_nothing_stands() -> None:
    assert check(TWO, seated(g1="a n", g2="b")).broken == ()


def test_someone_who_must_be_placed_and_is_not_breaks_the_load() -> None:
    everyone = problem(PEOPLE[:2], group("g1", (1, 2)), load=(1, 1))

    assert check(everyone, seated(g1="a")).broken == ("b has 0 seats, not 1 to 1",)


@pytest.mark.parametrize("hard", [True, False])
@pytest.mark.parametrize(("asked", "members", "lacking"), UNMET, ids=kind_of)
def test_an_unmet_requirement_is_named_with_the_seats_it_lacks(
    asked: Any, members: str, lacking: int, hard: bool
) -> None:
    verdict = check(asking(asked, hard=hard), seated(g1=members))

    assert [(one.group, one.requirement, one.shortfall) for one in verdict.unmet] == [
        ("g1", "x", lacking)
    ]
    assert verdict.unmet[0].because == BECAUSE
    assert verdict.stands is not hard


@pytest.mark.parametrize(("asked", "members"), MET, ids=kind_of)
def test_a_requirement_that_is_met_is_not_named(asked: Any, members: str) -> None:
    assert check(asking(asked, hard=True), seated(g1=members)).unmet == ()


def test_a_requirement_of_another_group_does_not_bind() -> None:
    asked = Excluded(name="x", because=BECAUSE, code="a", groups=("g2",))

    verdict = check(problem(PEOPLE, *TWO.groups, asked=[asked]), seated(g1="a", g2="b"))

    assert verdict.unmet == ()


def asking(one: Any, *, hard: bool) -> CompositionProblem:
    return problem(PEOPLE, group("g1", (1, 4)), asked=[attrs.evolve(one, hard=hard)])
