"""The unlearning register: relapse and standstill, in the order of the measurements."""

from __future__ import annotations

import datetime as dt
import itertools

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from learning_parts import CATALOGUE, need, planned, staff

from lerendwerk_core.learning import findings
from lerendwerk_core.learning.unlearning import UnlearnFigures
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Plan, ReviewMoment
from lerendwerk_core.model.learning import LearningGroup, PlannedActivity
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.unlearning import UnlearnEvent, UnlearnGoal
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import UnlearnKind, UnlearnState

ORDER = list(UnlearnState)
MOMENTS = ("T0", "T1", "T2", "T3")


def dossier(stages: dict[str, UnlearnState], moments: tuple[str, ...] = MOMENTS) -> Dossier:
    goal = UnlearnGoal(id="u", kind=UnlearnKind.BELIEF, label=Text.of("u"), stage=Table(stages))
    return Dossier(id="d", period=Period(measurements=moments), unlearning=(goal,))


def figures(*states: str, moments: tuple[str, ...] = MOMENTS) -> UnlearnFigures:
    stages = dict(zip(MOMENTS, map(UnlearnState, states), strict=False))
    (found,) = planned(dossier(stages, moments)).unlearning
    return found


@given(st.lists(st.sampled_from(ORDER), max_size=4))
def test_a_relapse_is_every_moment_that_is_lower_than_the_one_before(
    states: list[UnlearnState],
) -> None:
    found = figures(*(one.value for one in states))

    levels = [ORDER.index(one) for one in states]
    lower = [later < earlier for earlier, later in itertools.pairwise(levels)]
    assert found.relapses == tuple(itertools.compress(MOMENTS[1:], lower))
    assert found.now == (states[-1] if states else None)


@given(st.permutations(MOMENTS))
def test_the_order_in_which_stages_are_written_does_not_matter(written: list[str]) -> None:
    states = dict(zip(MOMENTS, map(UnlearnState, _ROLLER_COASTER), strict=True))

    (found,) = planned(dossier({moment: states[moment] for moment in written})).unlearning

    assert list(found.stages) == list(MOMENTS)
    assert found == figures(*_ROLLER_COASTER)


_ROLLER_COASTER = ("named", "replaced", "interrupted", "interrupted")


def test_a_relapse_and_a_standstill_are_told_apart() -> None:
    found = figures(*_ROLLER_COASTER)

    assert (found.relapses, found.stalled) == (("T2",), True)


def test_what_is_secured_does_not_stall() -> None:
    assert not figures("named", "secured", "secured").stalled
    assert figures("named", "named").stalled
    assert not figures("named", "interrupted").stalled
    assert not figures("named").stalled


def test_moments_that_the_dossier_does_not_measure_come_last() -> None:
    stages = {"later": UnlearnState.NAMED, "T0": UnlearnState.REPLACED}

    (found,) = planned(dossier(stages)).unlearning

    assert (list(found.stages), found.relapses) == (["T0", "later"], ("later",))


def test_relapse_and_standstill_are_findings_of_their_own() -> None:
    states = dict(zip(MOMENTS, map(UnlearnState, _ROLLER_COASTER), strict=True))
    subject = dossier(states)

    found = {one.code: one for one in findings(subject, CATALOGUE, planned(subject))}

    assert "T2" in found["relapse"].message.nl
    assert "onderbroken" in found["unlearning-stalled"].message.nl
    assert found["relapse"].where == "unlearning.u"


# -- a clock of its own --------------------------------------------------------------------------


def event(day: int, state: str) -> UnlearnEvent:
    return UnlearnEvent(
        date=dt.date(2025, 1, 1) + dt.timedelta(days=day), state=UnlearnState(state)
    )


def goal_with(*events: UnlearnEvent, **parts: object) -> UnlearnGoal:
    return UnlearnGoal(id="u", kind=UnlearnKind.PATTERN, label=Text.of("u"), events=events, **parts)


def of(goal: UnlearnGoal, **parts: object) -> UnlearnFigures:
    (found,) = planned(Dossier(id="d", unlearning=(goal,), **parts)).unlearning
    return found


def test_events_between_the_moments_count_with_their_own_days() -> None:
    reviews = tuple(
        ReviewMoment(moment=f"T{at}", date=dt.date(2025, month, 1))
        for at, month in ((0, 1), (1, 6))
    )
    stage = Table({"T0": UnlearnState.NAMED, "T1": UnlearnState.REPLACED})
    found = of(
        goal_with(event(31, "replaced"), event(62, "relapsed"), stage=stage),
        plan=Plan(reviews=reviews),
        period=Period(measurements=("T0", "T1")),
    )

    assert [one.state.value for one in found.course] == [
        "named",
        "replaced",
        "relapsed",
        "replaced",
    ]
    assert found.relapses == ("2025-03-04",)
    assert found.days_in_state == {"named": 31, "replaced": 31, "relapsed": 89}
    assert found.since == dt.date(2025, 6, 1)


@given(st.permutations(range(4)))
def test_events_may_be_written_in_any_order(order: list[int]) -> None:
    events = (event(0, "named"), event(9, "interrupted"), event(20, "named"), event(30, "replaced"))

    assert of(goal_with(*(events[at] for at in order))) == of(goal_with(*events))


@pytest.mark.parametrize(("days", "too_soon"), [(30, True), (89, True), (90, False), (400, False)])
def test_secured_takes_three_months_of_being_replaced(days: int, too_soon: bool) -> None:
    found = of(goal_with(event(0, "replaced"), event(days, "secured")))

    assert found.secured_too_soon == too_soon


def test_what_is_called_secured_at_once_is_not_judged_and_straight_from_named_is_too_soon() -> None:
    assert not of(goal_with(event(0, "secured"))).secured_too_soon
    assert of(goal_with(event(0, "named"), event(400, "secured"))).secured_too_soon


def test_a_group_too_small_to_be_named_is_left_out() -> None:
    small = LearningGroup(id="lg", members=("jg-01", "jg-02"))
    large = LearningGroup(id="ok", members=tuple(f"jg-{at:02d}" for at in range(1, 7)))
    dossier = Dossier(
        id="d",
        people=staff(jg=9),
        groups=(small, large),
        unlearning=(goal_with(groups=("lg", "ok")),),
    )
    found = planned(dossier)

    assert (found.unlearning[0].groups, found.unlearning[0].groups_hidden) == (("ok",), True)
    assert "unlearning-of-few" in [one.code for one in findings(dossier, CATALOGUE, found)]


def test_nothing_that_is_learned_changes_the_register() -> None:
    group = LearningGroup(id="lg", members=("jg-01",))
    bare = Dossier(
        id="d", people=staff(jg=9), groups=(group,), unlearning=(goal_with(event(0, "named")),)
    )
    learning = attrs.evolve(
        bare,
        needs=(need("n", jg=9),),
        activities=tuple(
            PlannedActivity(
                id=f"l{at}", activity="gemengd", groups=("lg",), unlearns=("u",), hours=99.0
            )
            for at in range(9)
        ),
    )

    assert planned(bare).unlearning == planned(learning).unlearning
