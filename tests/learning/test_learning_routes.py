"""Routes against trying every choice in every order, and what they say when not everything fits."""

from __future__ import annotations

import datetime as dt
import itertools
import math
from collections.abc import Iterator

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from learning_parts import activity, need, staff

from lerendwerk_core.learning import brief, plan, solve
from lerendwerk_core.learning.routes.brief import occasions
from lerendwerk_core.learning.routes.options import parts_for
from lerendwerk_core.learning.routes.way_out import is_possible
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import ChangeStep, Plan, ReviewMoment
from lerendwerk_core.model.learning import CompetenceRef, LearningGroup, PlannedActivity
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.routes import RouteOption, RouteProblem, RouteRequest, Wish
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.unlearning import UnlearnEvent, UnlearnGoal
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    CompetenceMatch,
    Content,
    Formality,
    LearningLevel,
    LearningMode,
    Purpose,
    RouteStatus,
    UnlearnKind,
    UnlearnState,
)

DAY = dt.date(2025, 1, 6)
WEEK = dt.timedelta(days=7)


def option(key: str, hours: float, **changes: object) -> RouteOption:
    plain = RouteOption(
        id=key,
        activity=key,
        label=Text.of(key),
        hours=hours,
        level=LearningLevel.BOTH,
        formality=Formality.MIXED,
        mode=LearningMode.BOTH,
    )
    return attrs.evolve(plain, **changes)


def wish(key: str, *served_by: str, by: dt.date | None = None) -> Wish:
    return Wish(key=key, label=Text.of(key), served_by=served_by, by=by)


names = "abcde"


@st.composite
def problems(draw: st.DrawFn) -> RouteProblem:
    count = draw(st.integers(1, 5))
    own = names[:count]
    options = []
    for at, key in enumerate(own):
        earlier = draw(st.sets(st.sampled_from(own[:at]), max_size=2)) if at else set()
        planned = draw(st.integers(0, 4)) == 0
        options.append(
            option(
                key,
                draw(st.integers(0, 8)) / 2,
                after=tuple(sorted(earlier)),
                planned=planned,
                date=DAY + draw(st.integers(-1, 4)) * WEEK if planned else None,
            )
        )
    wishes = [
        wish(
            f"w{at}",
            *sorted(draw(st.sets(st.sampled_from(own), min_size=1, max_size=3))),
            by=draw(st.none() | st.integers(0, 4).map(lambda w: DAY + w * WEEK)),
        )
        for at in range(draw(st.integers(1, 4)))
    ]
    return RouteProblem(
        options=tuple(options),
        wishes=tuple(wishes),
        hours=draw(st.none() | st.integers(0, 16).map(lambda half: half / 2)),
        occasions=draw(
            st.none() | st.integers(0, 5).map(lambda n: tuple(DAY + at * WEEK for at in range(n)))
        ),
        hours_per_occasion=draw(st.sampled_from([1.0, 2.0, 4.0])),
        every=7,
    )


def parts(problem: RouteProblem, one: RouteOption) -> int:
    return max(1, math.ceil(one.hours / problem.hours_per_occasion))


def timetables(problem: RouteProblem, chosen: list[RouteOption]) -> Iterator[dict[str, dt.date]]:
    """Every way in which what is new can be put on the free days; the last day of each."""
    if problem.occasions is None:
        yield {}
        return
    taken = {one.date for one in problem.options if one.planned}
    free = [day for day in problem.occasions if day not in taken]
    new = [one for one in chosen if not one.planned]
    work = [one.id for one in new for _ in range(parts(problem, one))]
    for days in itertools.combinations(free, len(work)) if len(work) <= len(free) else ():
        for order in set(itertools.permutations(work)):
            when = {key: [d for d, k in zip(days, order, strict=True) if k == key] for key in order}
            if all(follows(problem, one, when) for one in new):
                yield {key: max(held) for key, held in when.items()}


def follows(problem: RouteProblem, one: RouteOption, when: dict[str, list[dt.date]]) -> bool:
    """Whether *one* comes after all that must precede it."""
    for key in one.after:
        before = next(o for o in problem.options if o.id == key)
        if before.planned and before.date and before.date >= min(when[one.id]):
            return False
        if not before.planned and max(when[key]) >= min(when[one.id]):
            return False
    return True


def brute(problem: RouteProblem) -> tuple[int, float, int]:
    """The fewest wishes given up, then the fewest new hours, then the fewest activities."""
    fixed = [one for one in problem.options if one.planned]
    others = [one for one in problem.options if not one.planned]
    best = (math.inf, math.inf, math.inf)
    for count in range(len(others) + 1):
        for new in itertools.combinations(others, count):
            chosen = [*fixed, *new]
            ids = {one.id for one in chosen}
            total = sum(one.hours for one in chosen)
            over = problem.hours is not None and total > problem.hours
            if any(not set(one.after) <= ids for one in new) or (over and new):
                continue
            for ends in timetables(problem, list(chosen)):
                lost = sum(not served(problem, one, ids, ends) for one in problem.wishes)
                best = min(best, (lost, sum(one.hours for one in new), count))
    return best  # type: ignore[return-value]


def served(problem: RouteProblem, one: Wish, ids: set[str], ends: dict[str, dt.date]) -> bool:
    for option_ in problem.options:
        if option_.id not in ids or option_.id not in one.served_by:
            continue
        if one.by is None or problem.occasions is None:
            return True
        end = option_.date if option_.planned else ends.get(option_.id)
        if end is None or end <= one.by:
            return True
    return False


@settings(max_examples=400, deadline=None)
@given(problems())
def test_a_route_is_the_best_of_every_choice_in_every_order(problem: RouteProblem) -> None:
    found = solve(problem)

    new = [one for one in found.activities if not one.planned]
    assert (len(found.given_up), found.new_hours, len(new)) == brute(problem)
    assert found.status is (RouteStatus.IMPOSSIBLE if found.given_up else RouteStatus.OPTIMAL)


@settings(max_examples=200, deadline=None)
@given(problems())
def test_a_route_keeps_to_its_limits_and_its_order(problem: RouteProblem) -> None:
    found = solve(problem)
    dates = [day for one in found.activities if not one.planned for day in one.dates]

    assert len(set(dates)) == len(dates)
    assert set(dates) <= set(problem.occasions or ())
    assert set(found.serves) == {one.key for one in problem.wishes} - set(found.given_up)
    place = {one.id: at for at, one in enumerate(found.activities)}
    for one in found.activities:
        after = next(o.after for o in problem.options if o.id == one.id)
        if not one.planned:
            assert all(place[key] < place[one.id] for key in after)
            if problem.occasions is not None:
                assert len(one.dates) == parts(problem, option(one.id, one.hours))


@settings(max_examples=100, deadline=None)
@given(problems())
def test_a_conflict_cannot_be_and_without_any_part_of_it_can(problem: RouteProblem) -> None:
    found = solve(problem)
    parts_of_it = list(found.conflict)

    def possible(kept: list[str]) -> bool | None:
        far = tuple(DAY + at * WEEK for at in range(200))
        days = problem.occasions if "end" in kept or not problem.occasions else far
        left = [one for one in problem.wishes if one.key in kept]
        hours = problem.hours if "hours" in kept else None
        return is_possible(attrs.evolve(problem, wishes=tuple(left), hours=hours, occasions=days))

    if parts_of_it:
        assert possible(parts_of_it) is False
        for part in parts_of_it:
            assert possible([one for one in parts_of_it if one != part]) is True
    assert bool(found.given_up) == (brute(problem)[0] > 0)


@settings(max_examples=60, deadline=None)
@given(problems())
def test_the_hours_of_the_way_out_are_enough_and_less_is_not(problem: RouteProblem) -> None:
    if problem.hours is None:
        return
    found = solve(problem)
    for way in found.ways_out:
        if way.kind == "hours":
            enough = float(way.because.en.split("(")[1].split()[0])
            assert solve(attrs.evolve(problem, hours=enough)).given_up == ()
            assert solve(attrs.evolve(problem, hours=enough - 0.25)).given_up


def test_what_comes_first_to_mind_is_not_kept_when_the_days_are_few() -> None:
    every = {"a": "w1", "c": "w2", "d": "w3", "e": "w3", "b": "w1 w2"}
    options = tuple(option(key, 3.0 if key == "b" else 1.0) for key in every)
    wishes = tuple(
        wish(name, *(key for key, serves in every.items() if name in serves.split()))
        for name in ("w1", "w2", "w3")
    )
    problem = RouteProblem(options=options, wishes=wishes, occasions=(DAY, DAY + WEEK))

    found = solve(problem)

    assert {one.id for one in found.activities} == {"b", "d"}
    hours = attrs.evolve(problem, occasions=None, hours=4.0)
    assert solve(hours).given_up == ()


@st.composite
def spoken_about(draw: st.DrawFn) -> RouteProblem:
    """Two activities, held about two or three subjects; what else serves makes some of them unlike."""
    subjects = ["x", "y", "z"][: draw(st.integers(2, 3))]
    options = [
        option(f"{key}:{subject}", hours, activity=key, subject=subject)
        for key, hours in (("p", draw(st.integers(1, 4)) / 2), ("q", draw(st.integers(1, 4)) / 2))
        for subject in subjects
    ]
    options.append(option("r", draw(st.integers(1, 4)) / 2))
    own = {subject: [f"p:{subject}", f"q:{subject}"] for subject in subjects}
    for subject in draw(st.sets(st.sampled_from(subjects))):
        own[subject] = draw(st.sampled_from([["r", *own[subject]], own[subject][:1]]))
    wishes = [wish(subject, *servers) for subject, servers in own.items()]
    for name in "pq":
        if draw(st.booleans()):
            about = draw(st.sets(st.sampled_from(subjects), min_size=1))
            wishes.append(wish(f"mark-{name}", *(f"{name}:{one}" for one in sorted(about))))
    return RouteProblem(
        options=tuple(options),
        wishes=tuple(wishes),
        hours=draw(st.none() | st.integers(1, 10).map(lambda half: half / 2)),
    )


@settings(max_examples=300, deadline=None)
@given(spoken_about())
def test_subjects_that_are_looked_at_once_lose_no_route(problem: RouteProblem) -> None:
    found = solve(problem)

    new = (len(found.given_up), found.new_hours, len(found.activities))
    assert new == brute(problem)


@pytest.mark.parametrize(
    ("size", "fits", "parts_"),
    [
        (11, (4, 8), 2),
        (11, (6, 14), 1),
        (3, (4, 8), 0),
        (11, (1, 1), 11),
        (5, (3, 4), 0),
        (1, (1, 3), 1),
    ],
)
def test_a_group_splits_up_in_as_few_parts_as_fit(
    size: int, fits: tuple[int, int], parts_: int
) -> None:
    assert parts_for(size, fits) == parts_


def test_without_a_first_day_there_are_no_dates_and_days_off_are_left_out() -> None:
    assert occasions(RouteRequest()) is None
    asked = RouteRequest(start=DAY, end=DAY + 3 * WEEK, every=7, except_=(DAY + WEEK,))
    assert occasions(asked) == (DAY, DAY + 2 * WEEK, DAY + 3 * WEEK)


CATALOGUE = {
    one.id: one
    for one in (
        activity("gesprek", 2.0, "7", content=Content.OWN, formality=Formality.INFORMAL),
        activity("kaart", 8.0, "1346"),
        activity("rollen", 3.0, "5", after=("kaart",)),
        activity("cursus", 7.0, "28", formality=Formality.FORMAL, level=LearningLevel.INDIVIDUAL),
        activity("afscheid", 1.0, "", mode=LearningMode.UNLEARN, unlearns=(UnlearnKind.PATTERN,)),
    )
}
GROUP = LearningGroup(id="lg", members=("jg-01", "jg-02", "jc-01"))
DOSSIER = Dossier(
    id="d",
    people=staff(jg=9, jc=9, ja=9),
    groups=(GROUP,),
    needs=(need("n1", jg=9), need("n2", ja=9)),
    unlearning=(UnlearnGoal(id="u1", kind=UnlearnKind.PATTERN, label=Text.of("u1")),),
)


def planned_for(dossier: Dossier, group: LearningGroup = GROUP, *shared: str) -> RouteProblem:
    return brief(dossier, group, CATALOGUE, shared or ("n1", "n2"))


def test_a_group_serves_the_needs_of_its_own_disciplines_and_what_is_to_be_unlearned() -> None:
    asked = {one.key: one.served_by for one in planned_for(DOSSIER).wishes}

    assert asked["need:n1"] == ("gesprek:n1",)
    assert "need:n2" not in asked
    assert asked["unlearn:u1"] == ("afscheid",)
    assert {key for key in asked if key.startswith("characteristic")} == {
        f"characteristic:C{number}" for number in range(1, 9)
    }
    assert {"level:organisation", "level:individual", "formality:formal", "formality:informal"} < {
        *asked
    }


def test_where_there_are_no_groups_yet_everything_fits_everybody() -> None:
    found = plan(attrs.evolve(DOSSIER, groups=()), CATALOGUE, ()).routes

    assert list(found) == ["everybody"]
    assert found["everybody"].status is RouteStatus.OPTIMAL
    assert {"need:n1", "need:n2", "unlearn:u1", "characteristic:C4"} <= set(
        found["everybody"].serves
    )


@pytest.mark.parametrize(("event", "asked"), [(-9, True), (9, False)])
def test_what_is_secured_last_is_not_asked_and_what_fell_back_since_is(
    event: int, asked: bool
) -> None:
    (goal,) = DOSSIER.unlearning
    then = UnlearnEvent(date=DAY + dt.timedelta(days=event), state=UnlearnState.SECURED)
    stage = Table({"T1": UnlearnState.NAMED})
    dossier = attrs.evolve(
        DOSSIER,
        period=Period(measurements=("T1",)),
        plan=Plan(reviews=(ReviewMoment(moment="T1", date=DAY),)),
        unlearning=(attrs.evolve(goal, stage=stage, events=(then,)),),
    )

    keys = [one.key for one in planned_for(dossier).wishes]

    assert ("unlearn:u1" in keys) == asked


def test_a_belief_is_not_unlearned_by_what_is_for_patterns() -> None:
    (goal,) = DOSSIER.unlearning
    dossier = attrs.evolve(DOSSIER, unlearning=(attrs.evolve(goal, kind=UnlearnKind.BELIEF),))

    found = solve(planned_for(dossier))

    assert found.unserved == ("unlearn:u1",)


def test_a_need_says_itself_what_would_help_or_points_at_a_competence() -> None:
    esco = CompetenceRef(scheme="esco", code="S1", label=Text.of("S1"))
    said = attrs.evolve(need("n1", jg=9), activities=("cursus",))
    tied = attrs.evolve(need("n1", jg=9), competences=(esco,))
    catalogue = {**CATALOGUE, "kaart": attrs.evolve(CATALOGUE["kaart"], competences=(esco,))}

    for one, by in ((said, "cursus"), (tied, "kaart")):
        problem = brief(attrs.evolve(DOSSIER, needs=(one,)), GROUP, catalogue, ("n1",))
        assert next(w.served_by for w in problem.wishes if w.key == "need:n1") == (by,)


@pytest.mark.parametrize("match", list(CompetenceMatch))
def test_a_competence_that_nothing_here_builds_leaves_a_need_to_be_spoken_about(
    match: CompetenceMatch,
) -> None:
    esco = CompetenceRef(scheme="esco", code="S1", label=Text.of("S1"), match=match)
    tied = attrs.evolve(need("n1", jg=9), competences=(esco,))
    catalogue = {**CATALOGUE, "kaart": attrs.evolve(CATALOGUE["kaart"], competences=(esco,))}
    same = match in (CompetenceMatch.EXACT, CompetenceMatch.CLOSE)

    for known, by in ((catalogue, "kaart" if same else "gesprek:n1"), (CATALOGUE, "gesprek:n1")):
        problem = brief(attrs.evolve(DOSSIER, needs=(tied,)), GROUP, known, ("n1",))
        assert next(w.served_by for w in problem.wishes if w.key == "need:n1") == (by,)


@pytest.mark.parametrize("count", [41, 250, 2000])
def test_more_needs_than_anyone_has_end_soon_with_an_honest_word(count: int) -> None:
    needs = tuple(need(f"n{at}", jg=9) for at in range(count))
    steps = tuple(
        ChangeStep(id=f"c{at}", label=Text.of("c"), start=DAY + at * dt.timedelta(days=1))
        for at in range(count // 2)
    )
    dossier = attrs.evolve(
        DOSSIER, needs=needs, plan=Plan(change_steps=steps), routes=RouteRequest(start=DAY)
    )

    found = solve(planned_for(dossier, GROUP, *(one.id for one in needs)))

    proven = found.status in (RouteStatus.OPTIMAL, RouteStatus.IMPOSSIBLE)
    assert proven == (count == 41)
    assert proven or found.status is RouteStatus.UNKNOWN


def test_what_is_planned_counts_and_is_not_offered_again() -> None:
    done = PlannedActivity(id="l1", activity="kaart", groups=("lg",), hours=12.0, needs=("n1",))
    found = solve(planned_for(attrs.evolve(DOSSIER, activities=(done,))))

    assert [one.id for one in found.activities if one.planned] == ["l1"]
    assert "kaart" not in [one.id for one in found.activities]
    assert "l1" in found.serves["need:n1"]
    assert found.hours == 12.0 + found.new_hours


def test_a_change_step_carries_its_learning_before_it_begins() -> None:
    step = ChangeStep(id="c1", label=Text.of("c1"), start=DAY + WEEK)
    asked = RouteRequest(start=DAY, end=DAY + 60 * WEEK, every=7, hours_per_occasion=8.0)
    dossier = attrs.evolve(DOSSIER, plan=Plan(change_steps=(step,)), routes=asked)

    found = solve(planned_for(dossier))

    first = [one for one in found.activities if one.dates and one.dates[-1] <= step.start]
    assert {one.id for one in first} & set(found.serves["change-step:c1"])


def test_a_group_for_individual_learning_is_asked_less() -> None:
    group = attrs.evolve(GROUP, purpose=Purpose.INDIVIDUAL)

    asked = {one.key for one in planned_for(DOSSIER, group).wishes}

    assert {key for key in asked if key.startswith("characteristic")} == {
        "characteristic:C7",
        "characteristic:C8",
    }
    assert "level:organisation" not in asked


def test_the_order_of_alike_subjects_makes_no_difference_to_the_hours() -> None:
    needs = tuple(need(f"n{at}", jg=9) for at in range(4))
    keys = tuple(one.id for one in needs)
    routes = [
        solve(planned_for(attrs.evolve(DOSSIER, needs=order), GROUP, *keys))
        for order in itertools.permutations(needs)
    ]

    assert {(one.hours, one.status) for one in routes} == {(routes[0].hours, RouteStatus.OPTIMAL)}
    assert all(f"need:{key}" in routes[0].serves for key in keys)
