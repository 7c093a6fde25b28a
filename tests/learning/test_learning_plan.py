"""The eight characteristics, each met and not met, the hours and the plan of activities."""

from __future__ import annotations

from collections.abc import Callable

import attrs
import pytest
from learning_parts import CATALOGUE, need, planned, staff

from lerendwerk_core.learning import findings, plan
from lerendwerk_core.learning.road import COURSES, LEREND_WERKEN, SECURE
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Agreement, Principle
from lerendwerk_core.model.learning import (
    LearningGroup,
    PlannedActivity,
    ResourceFrame,
)
from lerendwerk_core.model.people import Organisation, Person
from lerendwerk_core.model.process import Change as StepChange
from lerendwerk_core.model.process import Renewal, Step, WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.unlearning import UnlearnGoal
from lerendwerk_core.process import renewed
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Characteristic,
    Purpose,
    Route,
    Stance,
    UnlearnKind,
)
from lerendwerk_core.wording import PAGES

CLEAR = RaciRow(accountable=("gem",), responsible=("gem",))
GROUP = LearningGroup(id="lg", members=("jg-01", "jc-01"))
ACTIVITY = PlannedActivity(
    id="l1", activity="koffie", groups=("lg",), steps=("s1",), principles=("p1",), hours=2.0
)
BEHAVIOUR = Agreement(
    id="a1", kind=AgreementKind.BEHAVIOUR, label=Text.of("a1"), authors=("lg",), frame="p1"
)
ROLE = attrs.evolve(BEHAVIOUR, id="a2", kind=AgreementKind.ROLE)
UNLEARN = UnlearnGoal(id="u1", kind=UnlearnKind.PATTERN, label=Text.of("u1"))

COMPLETE = Dossier(
    id="d",
    people=(
        *staff(jg=9, jc=9),
        Person(code="CM-01", discipline="contractmanager", organisation="g"),
    ),
    process=WorkProcess(
        id="p",
        steps=(Step(id="s1", label=Text.of("s1"), performers=("jg", "jc"), raci=CLEAR),),
        renewal=Renewal(change=(StepChange(step="s1", stance=Stance.DAT),)),
        mapped_by=("lg",),
    ),
    principles=(Principle(id="p1", label=Text.of("p1"), owner="college"),),
    groups=(GROUP,),
    agreements=(BEHAVIOUR, ROLE),
    needs=(need("n1", jg=9),),
    activities=(ACTIVITY,),
)
"""A dossier that meets every characteristic."""

Change = Callable[[Dossier], Dossier]


def states(dossier: Dossier) -> dict[str, str]:
    after = dossier.process and renewed(dossier.process)
    versions = tuple(one for one in (dossier.process, after) if one)
    found = plan(dossier, CATALOGUE, versions).characteristics
    assert all(one.because for one in found.values())
    return {key.value: one.state for key, one in found.items()}


def changed(**parts: object) -> Change:
    return lambda dossier: attrs.evolve(dossier, **parts)


def in_process(**parts: object) -> Change:
    return lambda dossier: attrs.evolve(dossier, process=attrs.evolve(dossier.process, **parts))


def with_raci(row: RaciRow | None) -> Change:
    assert COMPLETE.process
    return in_process(steps=(attrs.evolve(COMPLETE.process.steps[0], raci=row),))


def grouped(*members: str) -> Change:
    return changed(groups=(attrs.evolve(GROUP, members=members),))


def acting(**parts: object) -> Change:
    return changed(activities=(attrs.evolve(ACTIVITY, **parts),))


TWO = tuple(Organisation(id=one, label=Text.of(one)) for one in ("gem", "zorg"))
TOGETHER = attrs.evolve(CLEAR, responsible=("gem", "zorg"))


def together(*agreements: Agreement) -> Change:
    """Two organisations do the step, with *agreements*."""

    def change(dossier: Dossier) -> Dossier:
        shared = with_raci(TOGETHER)(dossier)
        return attrs.evolve(shared, organisations=TWO, agreements=(BEHAVIOUR, *agreements))

    return change


def test_a_complete_dossier_meets_all_eight_characteristics() -> None:
    assert states(COMPLETE) == {f"C{number}": "met" for number in range(1, 9)}


@pytest.mark.parametrize(
    ("change", "not_met"),
    [
        pytest.param(changed(activities=()), "C1 C7", id="nothing planned"),
        pytest.param(acting(steps=()), "C1", id="an activity without a step"),
        pytest.param(changed(principles=()), "C2", id="no principles"),
        pytest.param(
            changed(principles=(Principle(id="p1", label=Text.of("p1")),)),
            "C2",
            id="a principle that nobody in the top owns",
        ),
        pytest.param(acting(principles=()), "C2", id="an activity without a principle"),
        pytest.param(
            changed(agreements=(attrs.evolve(BEHAVIOUR, frame=""), ROLE)),
            "C2 C6",
            id="an agreement without a frame",
        ),
        pytest.param(
            changed(agreements=(), activities=()), "C1 C2 C5 C6 C7", id="nothing uses a principle"
        ),
        pytest.param(
            changed(groups=(), activities=(attrs.evolve(ACTIVITY, groups=()),)),
            "C3",
            id="no groups",
        ),
        pytest.param(
            changed(groups=(attrs.evolve(GROUP, purpose=Purpose.INDIVIDUAL),)),
            "C3",
            id="groups for individual learning only",
        ),
        pytest.param(grouped("jg-01", "jg-02"), "C3", id="one discipline"),
        pytest.param(grouped(), "C3", id="an empty group"),
        pytest.param(in_process(renewal=None), "C4", id="a process that was not renewed"),
        pytest.param(
            in_process(renewal=Renewal()), "C4", id="a renewal in which nothing is otherwise"
        ),
        pytest.param(
            in_process(renewal=Renewal(change=(StepChange(step="s1", wait=9.0),))),
            "C4",
            id="a renewal that only takes longer",
        ),
        pytest.param(
            in_process(renewal=Renewal(change=(StepChange(step="s1", touch=9.0),))),
            "C4",
            id="a renewal that is only more work",
        ),
        pytest.param(changed(process=None), "C3 C4 C5", id="no process"),
        pytest.param(with_raci(None), "C5", id="roles that nobody wrote down"),
        pytest.param(
            with_raci(attrs.evolve(CLEAR, accountable=("gem", "zorg"))), "C5", id="two accountable"
        ),
        pytest.param(changed(agreements=(BEHAVIOUR,)), "C5", id="no agreement on roles"),
        pytest.param(with_raci(attrs.evolve(CLEAR, responsible=())), "C5", id="nobody does it"),
        pytest.param(together(ROLE), "C5", id="a shared step, and an agreement of nobody"),
        pytest.param(
            together(attrs.evolve(ROLE, parties=("gem", "zorg"), steps=("elders",))),
            "C5",
            id="an agreement about another step",
        ),
        pytest.param(
            together(attrs.evolve(ROLE, parties=("gem", "zorg"))), "", id="a shared step, agreed"
        ),
        pytest.param(changed(agreements=(ROLE,)), "C6", id="no agreement on behaviour"),
        pytest.param(
            changed(agreements=(attrs.evolve(BEHAVIOUR, authors=()), ROLE)),
            "C6",
            id="an agreement that nobody wrote",
        ),
        pytest.param(acting(activity="leergang"), "C7", id="nothing informal"),
        pytest.param(acting(hours=0.0), "C7", id="informal, but no time for it"),
        pytest.param(changed(needs=()), "C8", id="no needs"),
    ],
)
def test_a_characteristic_is_not_met_when_what_shows_it_is_missing(
    change: Change, not_met: str
) -> None:
    found = states(change(COMPLETE))

    assert {key for key, state in found.items() if state == "not met"} == set(not_met.split())


def test_who_performs_no_step_is_a_flaw_unless_a_regie_model_invites_them() -> None:
    idle = Person(code="x-01", discipline="x", organisation="x")
    dossier = attrs.evolve(COMPLETE, people=(*COMPLETE.people, idle))

    assert states(grouped("jg-01", "jc-01", "x-01")(dossier))["C3"] == "not met"
    assert states(grouped("jg-01", "jc-01", "CM-01")(dossier))["C3"] == "met"


def test_two_disciplines_of_one_department_are_no_learning_across_borders() -> None:
    people = tuple(attrs.evolve(one, organisation="gem") for one in COMPLETE.people)
    apart = tuple(attrs.evolve(one, department=one.discipline) for one in people)

    assert states(attrs.evolve(COMPLETE, people=people))["C3"] == "not met"
    assert states(attrs.evolve(COMPLETE, people=apart))["C3"] == "met"


def test_hours_count_every_participant_and_default_to_the_catalogue() -> None:
    dossier = attrs.evolve(
        COMPLETE,
        activities=(
            ACTIVITY,
            PlannedActivity(id="l2", activity="gemengd", groups=("lg",)),
            PlannedActivity(id="l3", activity="leergang"),
        ),
        resources=ResourceFrame(learning_hours=17.0),
    )

    hours = planned(dossier).hours

    assert (hours.planned, hours.frame) == (2 * 2 + 4 * 2 + 6, 17)


def codes(dossier: Dossier) -> list[str]:
    return [one.code for one in findings(dossier, CATALOGUE, planned(dossier))]


@pytest.mark.parametrize(("frame", "over"), [(3.9, True), (4.0, False), (None, False)])
def test_hours_over_the_frame_are_a_finding(frame: float | None, over: bool) -> None:
    dossier = attrs.evolve(COMPLETE, resources=ResourceFrame(learning_hours=frame))

    assert ("hours-over-frame" in codes(dossier)) == over


@pytest.mark.parametrize(
    ("chosen", "only"), [(["leergang"], True), (["leergang", "koffie"], False), ([], False)]
)
def test_a_plan_with_courses_only_is_a_finding(chosen: list[str], only: bool) -> None:
    activities = tuple(PlannedActivity(id=one, activity=one) for one in chosen)

    found = codes(attrs.evolve(COMPLETE, activities=activities))

    assert ("only-courses" in found) == only


@pytest.mark.parametrize(
    ("activity", "unlearns", "code"),
    [
        ("afleren", ("u1",), ""),
        ("beide", ("u1",), ""),
        ("koffie", ("u1",), "unlearn-by-learning-only"),
        ("afleren", (), "unlearn-without-activity"),
    ],
)
def test_what_is_to_be_unlearned_needs_an_activity_that_unlearns(
    activity: str, unlearns: tuple[str, ...], code: str
) -> None:
    doing = PlannedActivity(id="l", activity=activity, unlearns=unlearns)

    found = codes(attrs.evolve(COMPLETE, activities=(doing,), unlearning=(UNLEARN,)))

    assert {one for one in found if one.startswith("unlearn-")} == ({code} if code else set())


def test_every_characteristic_that_is_not_met_is_a_finding() -> None:
    empty = Dossier(id="d")

    assert codes(COMPLETE).count("characteristic-not-met") == 1  # planned() takes one version
    assert codes(empty).count("characteristic-not-met") == len(Characteristic)


def test_the_route_unlearns_only_where_there_is_something_to_unlearn() -> None:
    without = planned(COMPLETE).routes["lg"]
    with_goal = planned(attrs.evolve(COMPLETE, unlearning=(UNLEARN,))).routes["lg"]

    assert not any(key.startswith("unlearn") for key in without.wishes)
    assert {"afleren", "beide"} & set(with_goal.serves["unlearn:u1"])


def test_what_speaks_for_and_against_a_characteristic_is_told_apart() -> None:
    loose = PlannedActivity(id="l2", activity="koffie", groups=("lg",), principles=("p1",))
    dossier = attrs.evolve(COMPLETE, activities=(ACTIVITY, loose))

    found = planned(dossier).characteristics[Characteristic.C1]

    assert found.state == "not met"
    assert "1 of 2" in found.evidence_for[0].en
    assert found.evidence_against == found.because
    assert "l2" in found.because[0].en


def test_without_anything_informal_only_that_is_said() -> None:
    found = planned(acting(activity="leergang")(COMPLETE)).characteristics[Characteristic.C7]
    assert len(found.evidence_against) == 1


def test_a_group_that_nothing_informal_reaches_is_named() -> None:
    other = LearningGroup(id="ander", members=("jg-02", "jc-02"))
    found = planned(attrs.evolve(COMPLETE, groups=(GROUP, other))).characteristics

    assert "ander" in found[Characteristic.C7].evidence_against[0].en


def test_a_process_that_nobody_of_those_who_take_part_mapped_is_no_work_of_theirs() -> None:
    assert states(in_process(mapped_by=())(COMPLETE))["C4"] == "not met"
    acted = attrs.evolve(
        in_process(mapped_by=())(COMPLETE),
        activities=(ACTIVITY, attrs.evolve(ACTIVITY, id="l2", activity="gemengd")),
    )
    assert states(acted)["C4"] == "met"


def test_an_agreement_at_odds_with_its_frame_speaks_against_own_agreements() -> None:
    found = plan(COMPLETE, CATALOGUE, (), conflicting=("a1",)).characteristics

    assert found[Characteristic.C6].state == "not met"
    assert found[Characteristic.C6].evidence_for


def test_steps_of_which_nobody_learns_speak_against_groups_by_involvement() -> None:
    assert COMPLETE.process
    alone = Step(id="s2", label=Text.of("s2"), performers=("ja",), raci=CLEAR)
    dossier = in_process(steps=(*COMPLETE.process.steps, alone))(COMPLETE)

    assert states(dossier)["C3"] == "not met"


def test_a_need_without_consent_is_used_nowhere() -> None:
    kept = attrs.evolve(COMPLETE.needs[0], consented=False)
    found = planned(attrs.evolve(COMPLETE, needs=(kept,)))

    assert (found.needs, found.collective_needs, found.personal_needs) == ((), (), 0)
    assert found.characteristics[Characteristic.C8].state == "not met"


# -- only together (C#48) ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("members", "alone"),
    [
        (("jg-01", "jc-01"), ()),
        (("jg-01",), ("l1", "l2")),
        (("jg-01", "jg-02"), ("l1", "l2")),
        ((), ("l1", "l2")),
    ],
)
def test_what_one_person_or_one_party_does_brings_nothing_about_together(
    members: tuple[str, ...], alone: tuple[str, ...]
) -> None:
    activities = (
        attrs.evolve(ACTIVITY, id="l1", activity="gemengd"),
        attrs.evolve(ACTIVITY, id="l2", activity="leergang"),
    )
    found = planned(attrs.evolve(grouped(*members)(COMPLETE), activities=activities)).joint

    assert found.alone == alone
    assert found.activities["role-clarity"] == ("l2",)
    assert not found.holds  # nothing is personal


def test_the_three_goals_hold_when_each_is_served_by_several_parties() -> None:
    keys = ("gemengd", "leergang", "afleren")
    every = tuple(attrs.evolve(ACTIVITY, id=key, activity=key) for key in keys)

    for count in range(len(every) + 1):
        dossier = attrs.evolve(COMPLETE, activities=every[:count])
        assert planned(dossier).joint.holds == (count == len(every))
        codes = [one.code for one in findings(dossier, CATALOGUE, planned(dossier))]
        assert ("not-together" in codes) == (0 < count < len(every))


# -- the road (C#47) ---------------------------------------------------------------------------


def test_lerend_werken_and_courses_have_stages_of_their_own() -> None:
    roads = {
        route: [one.id for one in plan(COMPLETE, CATALOGUE, (), route=route).road]
        for route in Route
    }

    assert "courses" in roads[Route.COURSES]
    assert "groups" not in roads[Route.COURSES]
    assert "groups" in roads[Route.LEREND_WERKEN] == roads[Route.TARGETED]
    assert all(road[0] == "checklist" and road[-1] == "review" for road in roads.values())


def test_every_stage_of_a_road_has_words_and_all_words_are_of_one() -> None:
    said = {code.removeprefix("roadstage-") for code in PAGES if code.startswith("roadstage-")}

    assert said == {one for stages in (LEREND_WERKEN, COURSES, SECURE) for one in stages}


def test_a_course_that_is_tied_to_the_work_is_applied_there() -> None:
    course = attrs.evolve(ACTIVITY, activity="leergang")
    for steps, applied in ((("s1",), True), ((), False)):
        dossier = attrs.evolve(COMPLETE, activities=(attrs.evolve(course, steps=steps),))
        road = plan(dossier, CATALOGUE, (), route=Route.COURSES).road
        seen = {one.id: one.seen for one in road}
        assert seen["courses"]
        assert seen["applied"] == applied


def test_hours_of_learning_are_a_share_of_the_hours_of_work() -> None:
    resources = ResourceFrame(learning_hours=5.0, work_hours=1600.0)
    found = planned(attrs.evolve(COMPLETE, resources=resources))

    assert found.hours.planned == 4.0
    assert found.hours.share_of_work == 0.0025
    codes = [one.code for one in findings(COMPLETE, CATALOGUE, found)]
    assert ("routes-over-frame" in codes) == (4.0 + found.hours.proposed > 5.0)
