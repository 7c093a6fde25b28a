"""The independent verifier: what is true stands, every kind of lie is caught, no bound goes too far."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import lerendwerk_core.composition.verification.proofs as verifier
from lerendwerk_core.composition.check import Unmet, check
from lerendwerk_core.composition.result import Certificate, Composition, GoalValue, TierValue
from lerendwerk_core.composition.verification import (
    Verification,
    counting_bound,
    price_bound,
    verify,
)
from lerendwerk_core.composition.verification.form import LARGEST, SMALLEST, TOP, Form
from lerendwerk_core.composition.verification.given import (
    Given,
    goals_of,
    parts_of,
    sense_of,
    sign_in,
)
from lerendwerk_core.composition.verification.prices import price_faults
from lerendwerk_core.composition.verification.rows import rows
from lerendwerk_core.composition.verification.wishes import wishes_bound
from lerendwerk_core.model.composition import (
    COUNTING,
    PRICES,
    SOLVER,
    WISHES,
    Apart,
    AtLeast,
    AtLeastShare,
    AtMost,
    AtMostShare,
    Balance,
    Candidate,
    CompositionProblem,
    Cost,
    Count,
    CountingLine,
    Cover,
    Distinct,
    Diversity,
    Element,
    End,
    Excluded,
    Fixed,
    GroupSpec,
    HandoverCover,
    HeavyLoad,
    LargestLoad,
    Proof,
    Sense,
    Stability,
    StepCover,
    Together,
    Variety,
    Weighted,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text

MANY = settings(max_examples=100)
STEPS = ("s1", "s2", "s3")
Members = Mapping[str, tuple[str, ...]]


def person(code: str, steps: str, discipline: str = "d1", **more: Any) -> Candidate:
    """Return someone who performs *steps*, given as words."""
    tags = Table({"step": tuple(steps.split()), "discipline": (discipline,)})
    return Candidate(code=code, tags=tags, **more)


PRESENT = AtLeast(
    name="present", dimension="discipline", value="d9", hard=False, cost=2, groups=("g1",)
)
PROBLEM = CompositionProblem(
    candidates=(person("a", "s1 s2"), person("b", "s2 s3", "d2"), person("c", "s3", "d3")),
    groups=tuple(GroupSpec(id=name, size=(1, 2), steps=STEPS) for name in ("g1", "g2")),
    load=(1, 1),
    requirements=(PRESENT,),
    goals=(StepCover(), Balance()),
)
MEMBERS = Table({"g1": ("a", "c"), "g2": ("b",)})
LINES = tuple(
    CountingLine(goal="steps", element=step, groups=groups)
    for step, groups in (("s1", 1), ("s2", 2), ("s3", 2))
)
ENDS = {f"end / {g} / step={step}>=1": 1.0 for g in ("g1", "g2") for step in STEPS}
EXACT = Table({**ENDS, "load-high / a": 2.0, "load-high / b": 2.0, "load-high / c": 1.0})
"""What a step is worth, and what everybody's one seat is: together exactly the five steps."""


def told(problem: CompositionProblem, members: Members, status: str = "feasible") -> Composition:
    """Return what is true of *members*, with every bound that counting gives."""
    people = {one.code: one for one in problem.candidates}
    seated = {name: [people[code] for code in codes] for name, codes in members.items()}
    verdict = check(problem, members)
    goals = tuple(
        GoalValue(
            goal=goal.key,
            value=goal.measure(problem, seated),
            bound=bound_of(problem, goal),
            sense=goal.sense.value,
            tier=tier,
            weight=weight,
        )
        for tier, goal, weight in goals_of(problem)
    )
    tiers = tuple(_tier(problem, number, goals) for number in range(len(problem.goals)))
    least = wishes_bound(Given.of(problem)) or 0
    proofs = [Proof(tier=number, bound=one.bound, by=COUNTING) for number, one in enumerate(tiers)]
    first = tiers[0]
    wide = max(abs(first.bound), abs(first.value))
    return Composition(
        status=status,
        objective=first.value,
        bound=first.bound,
        gap=round(abs(first.bound - first.value) / wide, 4) if wide else 0.0,
        tiers=tiers,
        goals=goals,
        wishes=verdict.wishes,
        wishes_bound=least,
        members=Table(members),
        unmet=verdict.unmet,
        certificate=Certificate(proofs=(Proof(tier=WISHES, bound=least, by=COUNTING), *proofs)),
    )


def bound_of(problem: CompositionProblem, goal: Any) -> float:
    """Return the bound that counting gives, which must be one."""
    bound = counting_bound(problem, goal)
    assert bound is not None
    return bound


def _tier(problem: CompositionProblem, number: int, goals: Sequence[GoalValue]) -> TierValue:
    tier = problem.goals[number]
    parts = list(zip(parts_of(tier), (one for one in goals if one.tier == number), strict=True))
    value, bound = (
        sum(sign_in(tier, goal) * weight * getattr(one, what) for (goal, weight), one in parts)
        for what in ("value", "bound")
    )
    return TierValue(key=tier.key, value=value, bound=bound, sense=sense_of(tier).value)


TRUE = told(PROBLEM, MEMBERS, "optimal")


def with_proof(proof: Proof, composition: Composition = TRUE) -> Composition:
    """Return *composition* with *proof* in the place of that of its tier."""
    others = (one for one in composition.certificate.proofs if one.tier != proof.tier)
    return attrs.evolve(composition, certificate=Certificate(proofs=(*others, proof)))


def with_tier(number: int, composition: Composition = TRUE, **what: Any) -> Composition:
    """Return *composition* with something else said of a tier, and of the goal that it is."""
    tiers, goals = list(composition.tiers), list(composition.goals)
    tiers[number] = attrs.evolve(tiers[number], **what)
    goals[number] = attrs.evolve(goals[number], **what)
    first = tiers[0]
    return attrs.evolve(
        composition,
        tiers=tuple(tiers),
        goals=tuple(goals),
        objective=first.value,
        bound=first.bound,
        gap=round(abs(first.bound - first.value) / max(first.bound, first.value), 4),
    )


# -- what is true stands -----------------------------------------------------------------------------


def test_the_example_is_what_it_seems() -> None:
    assert (TRUE.objective, TRUE.bound, TRUE.tiers[1].value, TRUE.tiers[1].bound) == (5, 5, 1, 1)
    assert (TRUE.wishes, TRUE.wishes_bound, len(TRUE.unmet)) == (2, 2, 1)


def test_an_optimal_composition_stands_and_all_of_it_is_proven() -> None:
    assert verify(PROBLEM, TRUE) == Verification(broken=(), proven=(WISHES, 0, 1), unchecked=())
    assert verify(PROBLEM, TRUE).stands


def test_a_line_that_nobody_covers_something_stands() -> None:
    people = (person("a", "s1 s2"), person("b", "s2", "d2"), person("c", "s2", "d3"))
    problem = attrs.evolve(PROBLEM, candidates=people)
    true = told(problem, MEMBERS)
    nobody = CountingLine(goal="steps", element="s3", groups=0)
    proof = Proof(tier=0, bound=true.tiers[0].bound, by=COUNTING, lines=(nobody,))

    assert verify(problem, with_proof(proof, true)).stands


def test_true_lines_of_a_count_stand() -> None:
    assert verify(PROBLEM, with_proof(Proof(tier=0, bound=5, by=COUNTING, lines=LINES))).stands


def test_prices_prove_a_bound() -> None:
    found = verify(PROBLEM, with_proof(Proof(tier=0, bound=5, by=PRICES, prices=EXACT)))

    assert found == Verification(broken=(), proven=(WISHES, 0, 1), unchecked=())


def test_a_bound_by_prices_may_be_rounded_to_a_whole_number_where_values_are_whole() -> None:
    loose = Table({**EXACT, "load-high / a": 2.9})

    assert price_bound(PROBLEM, loose) == Fraction(3) + Fraction(2.9)
    assert verify(PROBLEM, with_proof(Proof(tier=0, bound=5, by=PRICES, prices=loose))).stands


def test_three_thirds_are_a_whole() -> None:
    groups = tuple(attrs.evolve(one, steps=("s1", "s1", "s1")) for one in PROBLEM.groups)
    problem = attrs.evolve(PROBLEM, groups=groups, goals=(StepCover(share=True),))

    assert list(price_faults(Given.of(problem), {"size-high / g1": 0.25}, 2)) == []


def test_where_least_is_wanted_a_bound_by_prices_is_rounded_up() -> None:
    problem = attrs.evolve(PROBLEM, requirements=(), goals=(LargestLoad(),))
    true = told(problem, MEMBERS)
    prices = Table({"load-low / a": 0.9, "top / a": 0.9})

    assert price_bound(problem, prices) == Fraction(0.9) - 2 * 0
    assert verify(
        problem, with_proof(Proof(tier=0, bound=1, by=PRICES, prices=prices), true)
    ).stands


def test_a_bound_that_a_solver_vouches_for_is_left_unchecked() -> None:
    found = verify(PROBLEM, with_proof(Proof(tier=0, bound=5, by=SOLVER, solver="somebody")))

    assert found == Verification(broken=(), proven=(WISHES, 1), unchecked=(0,))


def test_a_checked_bound_stands_beside_that_of_a_solver() -> None:
    by_solver = with_proof(Proof(tier=0, bound=5, by=SOLVER, solver="somebody"))
    checked = (Proof(tier=0, bound=6, by=COUNTING),)
    both = attrs.evolve(by_solver.certificate, checked=checked)

    found = verify(PROBLEM, attrs.evolve(by_solver, certificate=both))

    assert found == Verification(broken=(), proven=(WISHES, 1), unchecked=(0,))


def test_a_bound_that_is_checked_needs_no_solver_to_be_believed() -> None:
    by_solver = with_proof(Proof(tier=0, bound=5, by=SOLVER, solver="somebody"))
    checked = attrs.evolve(by_solver.certificate, checked=(Proof(tier=0, bound=5, by=COUNTING),))

    found = verify(PROBLEM, attrs.evolve(by_solver, certificate=checked))

    assert found == Verification(broken=(), proven=(WISHES, 0, 1), unchecked=())


def test_what_is_not_the_best_stands_as_feasible() -> None:
    assert verify(PROBLEM, told(PROBLEM, {"g1": ("b", "c"), "g2": ("a",)})).stands


def test_a_weighted_tier_takes_off_what_is_wanted_least() -> None:
    both = Weighted(parts=((StepCover(), 2.0), (Balance(), 0.5)))
    problem = attrs.evolve(PROBLEM, goals=(both,))
    true = told(problem, MEMBERS, "optimal")

    assert true.objective == 9.5
    assert verify(problem, true).stands


@pytest.mark.parametrize("status", ["infeasible", "none-found", "not-asked"])
def test_a_composition_without_members_claims_nothing(status: str) -> None:
    assert verify(PROBLEM, Composition(status=status)).stands
    assert not verify(PROBLEM, attrs.evolve(TRUE, status=status)).stands


def test_a_verification_is_the_same_after_a_trip_through_json() -> None:
    found = verify(PROBLEM, TRUE)

    assert Verification.from_dict(found.to_dict()) == found


ALLOWED = re.compile(
    r"(__future__|attrs|collections|fractions|heapq|itertools|math)\b"
    r"|lerendwerk_core\.(model|text|wording|composition\.(check|result|verification))\b"
)


def test_the_verifier_shares_no_code_with_a_solver() -> None:
    folder = Path(verifier.__file__).parent
    lines = (line for path in folder.glob("*.py") for line in path.read_text("utf-8").splitlines())
    imported = [line.split()[1] for line in lines if re.match(r" *(from|import) ", line)]

    assert imported
    assert [name for name in imported if not ALLOWED.match(name)] == []


# -- every lie is caught -----------------------------------------------------------------------------


def seated(**members: str) -> Composition:
    """Return the true composition with other members."""
    return attrs.evolve(
        TRUE, members=Table((g, tuple(codes.split())) for g, codes in members.items())
    )


def counted(bound: float, *lines: CountingLine, tier: int = 0) -> Composition:
    """Return the true composition with another count for *tier*."""
    return with_proof(Proof(tier=tier, bound=bound, by=COUNTING, lines=lines))


def priced(bound: float = 5, tier: int = 0, **prices: float) -> Composition:
    """Return the true composition with a bound by prices, of which some are different."""
    changed = {key.replace("__", " / ").replace("_", "-"): price for key, price in prices.items()}
    table = Table({**EXACT, **changed})
    return with_proof(Proof(tier=tier, bound=bound, by=PRICES, prices=table))


def proofless(tier: int) -> Composition:
    """Return the true composition without the proof of *tier*."""
    kept = tuple(one for one in TRUE.certificate.proofs if one.tier != tier)
    return attrs.evolve(TRUE, certificate=Certificate(proofs=kept))


INVENTED = Unmet(group="g2", requirement="x", because=Text("x", "x"), hard=False, shortfall=1)
LIES: dict[str, tuple[Composition, str]] = {
    "a group too large": (seated(g1="a b c", g2=""), "g1 has 3 members, not 1 to 2"),
    "a group too many": (
        seated(g1="a c", g2="b", g3=""),
        "the groups are not those of the problem",
    ),
    "a group too few": (seated(g1="a c"), "the groups are not those of the problem"),
    "a stranger": (seated(g1="a z", g2="b"), "g1 seats z, who is no candidate"),
    "twice": (seated(g1="a a", g2="b"), "g1 seats someone twice"),
    "load": (seated(g1="a c", g2="c b"), "c has 2 seats, not 1 to 1"),
    "unmet left out": (
        attrs.evolve(TRUE, unmet=()),
        "the requirements that are not met are others",
    ),
    "unmet made up": (
        attrs.evolve(TRUE, unmet=(*TRUE.unmet, INVENTED)),
        "the requirements that are not met are others",
    ),
    "unmet made light of": (
        attrs.evolve(TRUE, unmet=(attrs.evolve(TRUE.unmet[0], cost=1),)),
        "the requirements that are not met are others",
    ),
    "wishes": (attrs.evolve(TRUE, wishes=1), "the unmet wishes cost 2, not 1"),
    "wishes that must cost more": (
        attrs.evolve(TRUE, wishes_bound=3),
        "the unmet wishes cost 2 and pass 3",
    ),
    "value": (with_tier(0, value=4), "goal steps is 5, not 4"),
    "tier": (
        attrs.evolve(TRUE, tiers=(attrs.evolve(TRUE.tiers[0], value=4), TRUE.tiers[1])),
        "tier steps is 5, not 4",
    ),
    "a goal left out": (attrs.evolve(TRUE, goals=TRUE.goals[:1]), "the goals are not those"),
    "a tier left out": (attrs.evolve(TRUE, tiers=TRUE.tiers[:1]), "the tiers are not those"),
    "tiers in another order": (
        attrs.evolve(TRUE, tiers=TRUE.tiers[::-1]),
        "the tiers are not those",
    ),
    "sense": (with_tier(1, sense="most"), "the tiers are not those of the problem"),
    "objective": (attrs.evolve(TRUE, objective=6), "objective and bound are not those"),
    "bound": (attrs.evolve(TRUE, bound=6), "objective and bound are not those"),
    "gap": (attrs.evolve(TRUE, gap=0.01), "the gap is 0.0, not 0.01"),
    "no gap": (attrs.evolve(TRUE, gap=None), "the gap is 0.0, not None"),
    "a bound that is passed": (with_tier(0, bound=4), "tier steps is 5 and passes its bound 4"),
    "a least bound that is passed": (
        with_tier(1, bound=2),
        "tier balance is 1 and passes its bound 2",
    ),
    "a bound of a goal alone": (
        attrs.evolve(TRUE, goals=(attrs.evolve(TRUE.goals[0], bound=4), TRUE.goals[1])),
        "goal steps is 5 and passes its bound 4",
    ),
    "a bound that is not the proof's": (
        with_tier(0, bound=6),
        "nothing proves the bound of tier 0",
    ),
    "a bound without a proof": (proofless(1), "nothing proves the bound of tier 1"),
    "wishes without a proof": (proofless(WISHES), "nothing proves it for the wishes"),
    "a count too tight": (counted(4), "the proof of tier 0: counting proves 5, not 4"),
    "a least count too tight": (counted(2, tier=1), "counting proves 1, not 2"),
    "a count of wishes too tight": (counted(3, tier=WISHES), "counting proves 2, not 3"),
    "a line too tight": (
        counted(5, CountingLine(goal="steps", element="s2", groups=1)),
        "s2 can be in 2 groups, not only in 1",
    ),
    "a line of nothing": (
        counted(5, CountingLine(goal="steps", element="s9", groups=0)),
        "steps has no s9 to cover",
    ),
    "a line of no goal": (
        counted(5, CountingLine(goal="balance", element="s1", groups=1)),
        "balance has no s1 to cover",
    ),
    "a line of wishes": (
        counted(2, CountingLine(goal="steps", element="s1", groups=1), tier=WISHES),
        "steps has no s1 to cover",
    ),
    "a bound that is none": (counted(float("nan")), "nan is no bound"),
    "a price too low": (priced(load_high__a=1), "the prices prove 6, not 5"),
    "a negative price": (priced(load_high__a=-2), "the price of load-high / a is -2"),
    "a price without end": (priced(load_high__a=float("inf")), "the price of load-high / a is inf"),
    "an unknown row": (priced(load_high__z=1), "load-high / z has a price and is no row"),
    "a row of another tier": (
        priced(spread_high__g1=1),
        "spread-high / g1 has a price and is no row",
    ),
    "a row of a soft requirement": (
        priced(low__present__g1__0=1),
        "low / present / g1 / 0 has a price and is no row",
    ),
    "prices elsewhere": (priced(1, tier=1), "prices bound the first tier only"),
    "prices on wishes": (priced(2, tier=WISHES), "prices bound the first tier only"),
    "another tier": (counted(0, tier=7), "there is no such tier"),
    "another proof": (with_proof(Proof(tier=0, bound=5, by="faith")), "faith is no way to prove"),
    "a solver called a check": (
        attrs.evolve(
            TRUE,
            certificate=attrs.evolve(
                TRUE.certificate, checked=(Proof(tier=0, bound=5, by=SOLVER, solver="x"),)
            ),
        ),
        "what is checked of tier 0 is what a solver says",
    ),
    "a check too tight": (
        attrs.evolve(
            TRUE,
            certificate=attrs.evolve(
                TRUE.certificate, checked=(Proof(tier=0, bound=4, by=COUNTING),)
            ),
        ),
        "counting proves 5, not 4",
    ),
    "a solver that is passed": (
        with_proof(Proof(tier=0, bound=4, by=SOLVER, solver="x")),
        "the value 5 passes 4",
    ),
    "status": (attrs.evolve(TRUE, status="perfect"), "perfect is no status"),
}


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_caught_and_named(lie: str) -> None:
    composition, words = LIES[lie]

    found = verify(PROBLEM, composition)

    assert not found.stands
    assert any(words in one for one in found.broken), found.broken


OTHER = {"g1": ("b", "c"), "g2": ("a",)}


def test_optimal_with_a_gap_is_a_lie() -> None:
    found = verify(PROBLEM, told(PROBLEM, OTHER, "optimal"))

    assert found.broken == ("it is called optimal, but tier 0 is 4 of 5",)


def test_optimal_with_wishes_that_might_be_met_is_a_lie() -> None:
    there = attrs.evolve(PRESENT, value="d2")
    problem = attrs.evolve(PROBLEM, requirements=(there,))

    found = verify(problem, told(problem, MEMBERS, "optimal"))

    assert found.broken == ("it is called optimal, but the wishes is 2 of 0",)


def test_an_unmet_hard_requirement_is_named() -> None:
    problem = attrs.evolve(PROBLEM, requirements=(attrs.evolve(PRESENT, hard=True),))

    found = verify(problem, told(problem, MEMBERS))

    assert found.broken == ("g1 does not meet present, which is hard",)


def test_a_seat_where_somebody_may_not_sit_is_named() -> None:
    groups = tuple(attrs.evolve(one, area="north") for one in PROBLEM.groups)
    people = (*PROBLEM.candidates[:2], attrs.evolve(PROBLEM.candidates[2], area="south"))
    problem = attrs.evolve(PROBLEM, groups=groups, candidates=people)

    assert "g1 seats c, who may not sit there" in verify(problem, told(problem, MEMBERS)).broken


def test_the_bound_of_a_goal_in_a_weighted_tier_needs_a_count_too() -> None:
    both = Weighted(parts=((StepCover(), 2.0), (Variety(dimension="discipline"), 1.0)))
    problem = attrs.evolve(PROBLEM, goals=(both,))
    true = told(problem, {"g1": ("b", "c"), "g2": ("a",)})
    tight = attrs.evolve(true.goals[0], bound=4)

    found = verify(problem, attrs.evolve(true, goals=(tight, true.goals[1])))

    assert found.broken == ("nothing proves the bound of goal steps",)


NEGATIVE = Cover(elements=(Element(name="x", ends=(End("step", "s1"),), weight=-1),))
FAR = Diversity(dimensions=("discipline",))


def test_of_what_is_taken_off_for_cover_nothing_can_be_proven() -> None:
    problem = attrs.evolve(PROBLEM, requirements=(), goals=(NEGATIVE,))
    value = TierValue(key="cover", value=-1, bound=-1)
    goal = GoalValue(goal="cover", value=-1, bound=-1)
    claimed = Composition(
        status="feasible",
        objective=-1,
        bound=-1,
        gap=0,
        tiers=(value,),
        goals=(goal,),
        members=MEMBERS,
    )

    by_counting = verify(problem, with_proof(Proof(tier=0, bound=-1, by=COUNTING), claimed))
    by_prices = verify(problem, with_proof(Proof(tier=0, bound=-1, by=PRICES), claimed))

    assert by_counting.broken == ("the proof of tier 0: counting can prove nothing of it",)
    assert by_prices.broken == ("the proof of tier 0: prices can prove nothing of the first tier",)
    assert counting_bound(problem, NEGATIVE) is None
    assert price_bound(problem, {}) is None


def test_a_bound_by_prices_is_not_rounded_where_values_are_not_whole() -> None:
    half = attrs.evolve(PROBLEM, goals=(StepCover(share=True),))
    prices = Table({"size-high / g1": 0.125, "size-high / g2": 0.125})
    proof = Proof(tier=0, bound=2, by=PRICES, prices=prices)

    found = verify(half, with_proof(proof, told(half, MEMBERS)))

    assert "the proof of tier 0: the prices prove 2.5, not 2" in found.broken


def test_nobody_covers_anything_where_they_may_not_sit() -> None:
    north, south = (attrs.evolve(PROBLEM.groups[0], area=area) for area in ("north", "south"))
    people = (
        person("a", "s1", area="north"),
        person("b", "s2", area="south"),
        person("c", "s3", area="south"),
    )
    problem = attrs.evolve(
        PROBLEM, candidates=people, groups=(north, attrs.evolve(south, id="g2")), requirements=()
    )

    assert price_bound(problem, ENDS) == 3


def test_who_belongs_with_a_stranger_is_one_of_two() -> None:
    asked = Together(name="x", codes=("a", "stranger"), groups=("g1",))
    problem = attrs.evolve(PROBLEM, requirements=(asked,))

    assert price_bound(problem, {"whole-high / x / g1 / 0": 1.0}) == 6 + 2


def test_distances_have_no_prices() -> None:
    assert price_bound(attrs.evolve(PROBLEM, goals=(FAR,)), {}) is None


def test_a_pair_counts_for_the_larger_of_its_two_distances() -> None:
    uneven = Diversity(distances=((9, 4, 0), (1, 9, 0), (0, 0, 9)))

    assert counting_bound(PROBLEM, uneven) == 4


def test_a_price_that_proves_nothing_counts_as_none() -> None:
    wrong = {**EXACT, "load-high / a": -2.0, "no row": 5.0}
    without = {key: price for key, price in EXACT.items() if key != "load-high / a"}

    assert price_bound(PROBLEM, wrong) == price_bound(PROBLEM, without)


def test_two_requirements_of_one_name_have_rows_of_their_own() -> None:
    twice = (attrs.evolve(PRESENT, hard=True), attrs.evolve(PRESENT, hard=True, value="d2"))
    form = Form.of(Given.of(attrs.evolve(PROBLEM, requirements=twice)))
    assert form is not None

    keys = [row.key for row in rows(form) if row.key.startswith("low")]

    assert keys == ["low / present / g1 / 0", "low / present / g1 / 0 #2"]


# -- what counting comes to --------------------------------------------------------------------------


def given_by(
    steps: str, *sizes: tuple[int, int], load: tuple[int, int] = (0, 1), **more: Any
) -> CompositionProblem:
    """Return the problem of people who perform *steps* (a comma between people) and groups."""
    many = enumerate(steps.split(","))
    names = enumerate(sizes, 1)
    return CompositionProblem(
        candidates=tuple(person("abcdef"[place], words) for place, words in many),
        groups=tuple(GroupSpec(id=f"g{n}", size=size, steps=STEPS, **more) for n, size in names),
        load=load,
    )


def cover(*elements: tuple[str, float]) -> Cover:
    """Return the goal to cover *elements*, each the steps it takes (as words) and its weight."""
    return Cover(
        elements=tuple(
            Element(
                name=words, ends=tuple(End("step", step) for step in words.split()), weight=weight
            )
            for words, weight in elements
        )
    )


ALL_APART = Diversity(distances=((0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)))
ONE_FAR = Diversity(distances=((0, 5, 1, 1), (5, 0, 1, 1), (1, 1, 0, 1), (1, 1, 1, 0)))
COUNTS: dict[str, tuple[CompositionProblem, Any, float]] = {
    "one performer is in one group": (given_by("s1", (0, 2), (0, 2)), StepCover(), 1),
    "one performer has two seats": (given_by("s1", (0, 2), (0, 2), load=(0, 2)), StepCover(), 2),
    "three performers are one pair": (
        given_by("s1,s1,s1", (0, 2), (0, 2), (0, 2)),
        StepCover(at_least=2),
        1,
    ),
    "one seat has room for the steps of one": (given_by("s1 s2,s3", (0, 1)), StepCover(), 2),
    "room is for what one member covers": (
        given_by("s1,s2", (0, 1)),
        cover(("s1", 1), ("s2", 1), ("s1 s2", 10)),
        11,
    ),
    "performers of something else are not admitted": (
        attrs.evolve(
            given_by("s1,s1", (0, 2)),
            groups=tuple(
                GroupSpec(id=step, size=(0, 2), steps=(step,), performers_only=True)
                for step in ("s2", "s1")
            ),
        ),
        Cost(costs=Table({"a": -1.0, "b": -1.0})),
        -2,
    ),
    "nobody performs both ends": (given_by("s1", (0, 2)), cover(("s1 s2", 3)), 0),
    "what is worth most is counted": (
        attrs.evolve(given_by("s1,s2", (0, 2), (0, 2)), load=(0, 1)),
        cover(("s1", 1), ("s1 s2", 2)),
        3,
    ),
    "handovers weigh": (
        given_by("s1,s2", (0, 2), (0, 2), handovers=(("s1", "s2"), ("s2", "s1")), weights=(3, 1)),
        HandoverCover(),
        4,
    ),
    "distances of all": (given_by("s1,s1,s1,s1", (0, 4), (0, 2)), ALL_APART, 6),
    "distances of those who fit": (given_by("s1,s1,s1,s1", (0, 2), (0, 2)), ALL_APART, 2),
    "half distances": (given_by("s1,s1", (0, 2)), Diversity(distances=((0, 0.5), (0.5, 0))), 0.5),
    "the farthest pairs": (given_by("s1,s1,s1,s1", (0, 2), (0, 2)), ONE_FAR, 6),
    "seats that were": (
        given_by("s1,s1,s1", (0, 1)),
        Stability(earlier=Table({"g1": ("a", "b")})),
        1,
    ),
    "the cheapest seats": (
        given_by("s1,s1,s1", (2, 3), (0, 3)),
        Cost(costs=Table({"a": 5.0, "b": 2.0, "c": -1.0})),
        0,
    ),
    "sizes apart": (given_by("s1,s1,s1,s1,s1", (3, 4), (0, 1)), Balance(), 2),
    "seats that do not divide": (
        given_by("s1,s1,s1,s1,s1", (0, 5), (0, 5), load=(1, 1)),
        Balance(),
        1,
    ),
    "seats that need not be taken": (given_by("s1,s1,s1,s1,s1", (0, 5), (0, 5)), Balance(), 0),
    "seats shared out": (given_by("s1,s1,s1", (2, 3), (2, 3), load=(0, 2)), LargestLoad(), 2),
    "a load that must be": (given_by("s1,s1", (0, 2), (0, 2), load=(2, 2)), LargestLoad(), 2),
    "nobody": (attrs.evolve(given_by("s1", (0, 1)), candidates=()), LargestLoad(), 0),
    "heavy loads": (given_by("s1,s1", (0, 2), (0, 2), load=(2, 2)), HeavyLoad(groups=2), 2),
    "no heavy loads": (given_by("s1,s1", (0, 2), (0, 2), load=(1, 2)), HeavyLoad(groups=2), 0),
}


@pytest.mark.parametrize("count", COUNTS)
def test_a_count_comes_to_what_it_should(count: str) -> None:
    problem, goal, bound = COUNTS[count]

    assert counting_bound(problem, goal) == bound


def wish(step: str, minimum: int, cost: int, *groups: str) -> AtLeast:
    """Return the wish for *minimum* performers of *step*."""
    more: dict[str, Any] = {"hard": False, "cost": cost, "groups": groups}
    return AtLeast(name=step, dimension="step", value=step, minimum=minimum, **more)


WISHED: dict[str, tuple[tuple[Any, ...], int]] = {
    "nothing": ((), 0),
    "what there is": ((wish("s1", 2, 3, "g1"),), 0),
    "the same people twice": ((wish("s1", 2, 3),), 6),
    "more than a group has room for": ((wish("s1", 4, 3, "g1"),), 6),
    "the largest of two": ((wish("s1", 2, 3), wish("s1", 1, 5, "g2")), 6),
    "the cheapest of two": ((wish("s1", 2, 3), wish("s1", 2, 2, "g2")), 4),
    "at no cost": ((wish("s1", 2, 3), wish("s1", 2, 0)), 6),
    "different people": ((wish("s1", 2, 3), wish("s9", 1, 1)), 8),
    "what must be": ((attrs.evolve(wish("s9", 1, 1), hard=True),), 0),
}


@pytest.mark.parametrize("case", WISHED)
def test_wishes_cost_at_least_what_nobody_can_meet(case: str) -> None:
    wishes, least = WISHED[case]
    problem = attrs.evolve(given_by("s1,s1,s2", (0, 3), (0, 3)), requirements=wishes)

    assert wishes_bound(Given.of(problem)) == least


def test_people_who_can_sit_twice_meet_wishes_twice() -> None:
    problem = given_by("s1,s1,s2", (0, 3), (0, 3), load=(0, 2))

    assert wishes_bound(Given.of(attrs.evolve(problem, requirements=(wish("s1", 2, 3),)))) == 0


@attrs.frozen(kw_only=True)
class Doubly(AtLeast):
    """A requirement of a plugin, to whom everybody weighs as two seats."""

    def rules(self, people: Sequence[Candidate]) -> Iterator[Count]:
        yield Count(weights=(2,) * len(people), low=9, unit=2)


def test_wishes_that_weigh_people_are_not_counted() -> None:
    asked = Doubly(name="x", dimension="step", value="s1", hard=False)
    problem = attrs.evolve(given_by("s1", (0, 1)), requirements=(asked,))

    assert wishes_bound(Given.of(problem)) == 0


def test_nothing_is_known_of_wishes_that_are_better_unmet() -> None:
    problem = attrs.evolve(PROBLEM, requirements=(attrs.evolve(PRESENT, cost=-1),))

    assert wishes_bound(Given.of(problem)) is None


# -- no bound goes further than the truth, for all seatings of small problems -------------------------


def some(
    values: Sequence[Any], least: int = 0, most: int = 3
) -> st.SearchStrategy[tuple[Any, ...]]:
    """Draw some of *values*, each once."""
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


@st.composite
def people(draw: st.DrawFn, code: str) -> Candidate:
    """Draw somebody."""
    tags = {"step": draw(some(STEPS)), "discipline": draw(some(["d1", "d2"], 0, 2))}
    low = draw(st.sampled_from([0, 0, 0, 1]))
    return Candidate(
        code=code,
        tags=Table(tags),
        area=draw(st.sampled_from(["", "", "n"])),
        load=draw(st.sampled_from([None, None, (low, draw(st.integers(max(low, 1), 3)))])),
        invited=draw(st.booleans()),
    )


@st.composite
def groups(draw: st.DrawFn, name: str) -> GroupSpec:
    """Draw a group."""
    low = draw(st.sampled_from([0, 0, 1, 2]))
    steps = draw(st.lists(st.sampled_from(STEPS), max_size=3).map(tuple))
    handovers = tuple(draw(st.lists(st.tuples(*[st.sampled_from(STEPS)] * 2), max_size=3)))
    return GroupSpec(
        id=name,
        size=(low, draw(st.integers(max(low, 1), 3))),
        steps=steps,
        handovers=handovers,
        weights=tuple(draw(st.integers(0, 3)) for _ in handovers),
        area=draw(st.sampled_from(["", "", "n", "z"])),
        performers_only=draw(st.sampled_from([False, False, True])),
    )


@st.composite
def requirements(draw: st.DrawFn, codes: Sequence[str], *, hard: bool) -> Any:
    """Draw a requirement of any kind."""
    tag = {"dimension": "step", "value": draw(st.sampled_from(STEPS))}
    number = draw(st.integers(1, 2))
    share = draw(st.sampled_from([0.0, 1 / 3, 0.5, 1.0]))
    several = tuple(draw(st.lists(st.sampled_from([*codes, "stranger"]), min_size=1, max_size=3)))
    kind, fields = draw(
        st.sampled_from(
            [
                (AtLeast, {**tag, "minimum": number}),
                (AtLeast, {**tag, "minimum": number}),
                (AtMost, {**tag, "maximum": number - 1}),
                (AtLeastShare, {**tag, "share": share}),
                (AtMostShare, {**tag, "share": share}),
                (AtMostShare, {"dimension": "discipline", "share": share}),
                (Distinct, {"dimension": "discipline", "minimum": number}),
                (Together, {"codes": several}),
                (Apart, {"codes": several}),
                (Fixed, {"code": several[0]}),
                (Excluded, {"code": several[0]}),
            ]
        )
    )
    where = draw(st.sampled_from([(), ("g1",), ("g1", "g2")]))
    cost = draw(st.integers(0, 3))
    return kind(name=kind.__name__, groups=where, hard=hard, cost=cost, **fields)


@st.composite
def goals(draw: st.DrawFn, codes: Sequence[str]) -> Any:
    """Draw a goal of any kind."""
    weights = st.sampled_from([0, 0.5, 1, 2])
    ends = st.lists(
        st.builds(End, st.just("step"), st.sampled_from(STEPS), st.integers(0, 2)), max_size=2
    )
    elements = st.builds(Element, name=st.just("x"), ends=ends.map(tuple), weight=weights)
    row = st.lists(st.sampled_from([0.0, 0.5, 1.0, 3.0]), min_size=len(codes), max_size=len(codes))
    matrix = st.lists(row.map(tuple), min_size=len(codes), max_size=len(codes)).map(tuple)
    costs = st.dictionaries(st.sampled_from(codes), st.sampled_from([-1.0, 0.0, 0.5, 2.0]))
    earlier = st.dictionaries(st.sampled_from(["g1", "g2"]), some(codes))
    return draw(
        st.one_of(
            st.builds(StepCover, at_least=st.integers(1, 2), share=st.booleans()),
            st.just(HandoverCover()),
            st.builds(Cover, elements=st.lists(elements, min_size=1, max_size=4).map(tuple)),
            st.just(Variety(dimension="discipline")),
            st.builds(Diversity, distances=matrix),
            st.just(FAR),
            st.just(Balance()),
            st.builds(Stability, earlier=earlier.map(Table)),
            st.builds(Cost, costs=costs.map(Table)),
            st.just(LargestLoad()),
            st.builds(HeavyLoad, groups=st.integers(0, 3)),
        )
    )


@st.composite
def small(draw: st.DrawFn, *, hard: bool = False, soft: bool = False) -> CompositionProblem:
    """Draw a problem of at most four people and three groups, with one tier."""
    codes = [f"c{number}" for number in range(1, draw(st.integers(1, 4)) + 1)]
    names = [f"g{number}" for number in range(1, draw(st.integers(1, 3)) + 1)]
    kinds = [hard_ for hard_, wanted in ((True, hard), (False, soft)) if wanted]
    asked = [
        draw(requirements(codes, hard=kind))
        for kind in kinds
        for _ in range(draw(st.integers(0, 3)))
    ]
    goal = draw(goals(codes))
    both = Weighted(parts=((goal, draw(st.sampled_from([0.5, 2]))), (draw(goals(codes)), 1)))
    return CompositionProblem(
        candidates=tuple(draw(people(code)) for code in codes),
        groups=tuple(draw(groups(name)) for name in names),
        load=draw(st.sampled_from([(0, 1), (0, 2), (0, 2), (0, 3), (1, 1), (1, 2)])),
        requirements=tuple(asked),
        goals=(draw(st.sampled_from([goal, goal, both])),),
    )


def seatings(problem: CompositionProblem) -> Iterator[dict[str, tuple[str, ...]]]:
    """Yield every seating that keeps to sizes, loads and hard requirements, by trying them all."""
    names = [group.id for group in problem.groups]
    for chosen in itertools.product(*(_fillings(problem, group) for group in problem.groups)):
        members = dict(zip(names, chosen, strict=True))
        if _load_kept(problem, members) and check(problem, members).stands:
            yield members


def _fillings(problem: CompositionProblem, group: GroupSpec) -> list[tuple[str, ...]]:
    fit = [one.code for one in problem.candidates if group.admits(one)]
    low, high = group.size
    return [one for size in range(low, high + 1) for one in itertools.combinations(fit, size)]


def _load_kept(problem: CompositionProblem, members: Members) -> bool:
    seats = itertools.chain.from_iterable(members.values())
    counts = {one.code: 0 for one in problem.candidates}
    for code in seats:
        counts[code] += 1
    loads = ((counts[one.code], *problem.load_of(one)) for one in problem.candidates)
    return all(low <= count <= high for count, low, high in loads)


def measured(problem: CompositionProblem, members: Members) -> float:
    """Return the value of the one tier of *problem*."""
    people = {one.code: one for one in problem.candidates}
    seated = {name: [people[code] for code in codes] for name, codes in members.items()}
    tier = problem.goals[0]
    return sum(
        sign_in(tier, goal) * weight * goal.measure(problem, seated)
        for goal, weight in parts_of(tier)
    )


def best(problem: CompositionProblem, value: Callable[[Members], float], sense: Sense) -> float:
    """Return the best value of all seatings of *problem*, of which there must be one."""
    values = [value(members) for members in seatings(problem)]
    assume(values)
    return max(values) if sense is Sense.MOST else min(values)


def goes_too_far(bound: float | Fraction, truth: float, sense: Sense) -> bool:
    """Whether *bound* shuts out the *truth*."""
    return bound < truth - 1e-9 if sense is Sense.MOST else bound > truth + 1e-9


@MANY
@given(small())
def test_no_count_goes_further_than_the_truth(problem: CompositionProblem) -> None:
    for _, goal, _ in goals_of(problem):
        alone = attrs.evolve(problem, goals=(goal,))
        truth = best(alone, lambda members, alone=alone: measured(alone, members), goal.sense)

        assert not goes_too_far(bound_of(problem, goal), truth, goal.sense)


@MANY
@given(small(soft=True))
def test_no_count_of_wishes_goes_further_than_the_truth(problem: CompositionProblem) -> None:
    truth = best(problem, lambda members: check(problem, members).wishes, Sense.LEAST)
    bound = wishes_bound(Given.of(problem))

    assert bound is not None
    assert not goes_too_far(bound, truth, Sense.LEAST)


@MANY
@given(small(hard=True), st.data())
def test_no_prices_go_further_than_the_truth(
    problem: CompositionProblem, data: st.DataObject
) -> None:
    form = Form.of(Given.of(problem))
    assume(form is not None)
    assert form is not None
    keys = [row.key for row in rows(form)]
    amounts = st.floats(0, 4, allow_nan=False)
    prices = data.draw(st.dictionaries(st.sampled_from(keys), amounts, max_size=8))
    sense = sense_of(problem.goals[0])

    bound = price_bound(problem, prices)

    assert bound is not None
    assert not goes_too_far(bound, best(problem, lambda one: measured(problem, one), sense), sense)


@MANY
@given(small(hard=True))
def test_every_seating_is_a_point_of_the_form(problem: CompositionProblem) -> None:
    assume(Form.of(Given.of(problem)))
    count_points(problem)


ROOMY = attrs.evolve(
    given_by("s1", (0, 3), (1, 2), load=(0, 2)),
    candidates=(
        person("a", "s1 s2", "d1", area="n"),
        person("b", "s2 s3", "d2"),
        person("c", "s3", "d2", load=(1, 2)),
    ),
)
HARD: tuple[Any, ...] = (
    AtLeast(name="x", dimension="step", value="s3"),
    AtMost(name="x", dimension="step", value="s3", maximum=1),
    AtLeastShare(name="x", dimension="step", value="s3", share=0.5),
    AtMostShare(name="x", dimension="discipline", value="d2", share=0.5),
    AtMostShare(name="x", dimension="discipline", share=0.5),
    Distinct(name="x", dimension="discipline", minimum=1),
    Distinct(name="x", dimension="step", minimum=3, groups=("g2",)),
    Together(name="x", codes=("a", "b")),
    Together(name="x", codes=("a", "stranger"), groups=("g1",)),
    Apart(name="x", codes=("b", "c")),
    Fixed(name="x", code="b", groups=("g2",)),
    Excluded(name="x", code="b", groups=("g1",)),
)
ROWED: tuple[Any, ...] = (
    StepCover(at_least=2),
    cover(("s1", 1), ("s1 s2", 2), ("s2 s3", 0.5)),
    Balance(),
    Cost(),
    LargestLoad(),
    *(HeavyLoad(groups=groups) for groups in range(3)),
)


@pytest.mark.parametrize("asked", HARD, ids=lambda one: type(one).__name__)
def test_whoever_meets_a_requirement_keeps_to_its_rows(asked: Any) -> None:
    assert count_points(attrs.evolve(ROOMY, requirements=(asked,), goals=(StepCover(),)))


@pytest.mark.parametrize("goal", ROWED, ids=lambda one: one.key)
def test_every_seating_keeps_to_the_rows_of_a_goal(goal: Any) -> None:
    assert count_points(attrs.evolve(ROOMY, goals=(goal,)))


def count_points(problem: CompositionProblem) -> int:
    """Assert that seatings of *problem* keep to all rows and are worth their value; count them."""
    form = Form.of(Given.of(problem))
    assert form is not None
    sign = 1 if sense_of(problem.goals[0]) is Sense.MOST else -1
    number = 0
    for members in itertools.islice(seatings(problem), 100):
        number += 1
        point = Point(problem, members)
        for row in rows(form):
            total = sum(times * point.at(variable) for variable, times in row.parts)
            assert total <= row.most, row.key
        worth = sum(worth * point.at(variable) for variable, worth in form.worth.items())
        assert float(worth) == pytest.approx(sign * measured(problem, members))
        assert all(0 <= point.at(one) <= form.ceiling(one) for one in form.worth)
    return number


@attrs.frozen
class Point:
    """A seating as a point of the linear form: what every variable is there."""

    problem: CompositionProblem
    members: Members

    def at(self, variable: tuple[Any, ...]) -> int:
        """Return the value of *variable*."""
        kind, *rest = variable
        match kind:
            case "x":
                return int(self.problem.candidates[rest[0]] in self.group(rest[1]))
            case "end":
                return int(self.there(*rest))
            case "joint":
                return int(all(self.there(rest[0], end) for end in rest[1]))
            case "kind" | "whole":
                return self.rule(kind, *rest)
            case "heavy":
                seats = self.seats(self.problem.candidates[rest[1]])
                return int(seats >= max(1, rest[0]))
        sizes = [len(codes) for codes in self.members.values()]
        tops = [self.seats(one) for one in self.problem.candidates]
        return {TOP: max(tops), LARGEST: max(sizes), SMALLEST: min(sizes)}[variable]

    def group(self, place: int) -> list[Candidate]:
        """Return the members of the group at *place*."""
        codes = self.members[self.problem.groups[place].id]
        return [one for one in self.problem.candidates if one.code in codes]

    def seats(self, one: Candidate) -> int:
        """Return in how many groups *one* sits."""
        return sum(one.code in codes for codes in self.members.values())

    def there(self, place: int, end: End) -> bool:
        """Whether enough members of the group at *place* carry what *end* asks."""
        return sum(one.has(end.dimension, end.value) for one in self.group(place)) >= end.at_least

    def rule(self, kind: str, number: int, place: int, at: int, part: int = 0) -> int:
        """Return whether a part of a rule has a member, or whether all of its people are."""
        rules: list[Any] = list(self.problem.requirements[number].rules(self.problem.candidates))
        people = rules[at].parts[part] if kind == "kind" else rules[at].people
        here = [self.problem.candidates[one] in self.group(place) for one in people]
        return int(any(here))


@MANY
@given(small(hard=True, soft=True))
def test_what_is_true_stands(problem: CompositionProblem) -> None:
    members = next(seatings(problem), None)
    assume(members is not None)
    assert members is not None

    found = verify(problem, told(problem, members))

    assert found.broken == ()
    assert found.unchecked == ()
