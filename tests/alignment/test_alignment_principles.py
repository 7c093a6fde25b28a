"""What principles carry, which way the work turns, and agreements within their frames."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest

import lerendwerk_core as lw
import make
from lerendwerk_core.alignment import align, findings, frame_conflicts
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Agreement, Frame, Goal, Placed, Principle, Repositioning
from lerendwerk_core.model.learning import LearningGroup, PlannedActivity
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import AgreementKind, Pillar, Stance

DAY = dt.date(2025, 3, 1)


def step(key: str, **parts: object) -> Step:
    return Step(id=key, label=Text.of(key), **parts)


def principle(key: str, *pillars: Pillar, **parts: object) -> Principle:
    return Principle(
        id=key, label=Text.of(key), pillars=pillars, transition=True, system=True, **parts
    )


def agreement(**parts: object) -> Agreement:
    plain = Agreement(
        id="a1", kind=AgreementKind.BEHAVIOUR, label=Text.of("a1"), frame="p1", date=DAY
    )
    return attrs.evolve(plain, authors=("lg",), **parts)


DOSSIER = Dossier(
    id="d",
    people=(Person(code="JG-01", discipline="jg", organisation="jt"),),
    groups=(LearningGroup(id="lg", members=("JG-01",)),),
    goals=(
        Goal(id="g1", label=Text.of("g1"), pillars=(Pillar.PREVENTION,)),
        Goal(id="g2", label=Text.of("g2"), principles=("p2",)),
    ),
    process=WorkProcess(
        id="w",
        steps=(
            step("s1", goals=("g1",), performers=("jg",)),
            step("s2", goals=("g2",), performers=("ja",)),
            step("s3", principles=("p3",)),
        ),
    ),
    principles=(
        principle("p1", Pillar.PREVENTION),
        principle("p2"),
        principle("p3", Pillar.ACTIVATION),
        principle("p4"),
    ),
    agreements=(agreement(steps=("s1",)),),
    activities=(PlannedActivity(id="l1", activity="x", principles=("p2",)),),
)


def codes(dossier: Dossier) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in findings(dossier, align(dossier, versions(dossier)))]


def versions(dossier: Dossier) -> tuple[WorkProcess, ...]:
    return (dossier.process,) if dossier.process else ()


def test_a_principle_carries_goals_steps_agreements_and_activities() -> None:
    found = align(DOSSIER, versions(DOSSIER)).principles

    assert {key: attrs.astuple(one) for key, one in found.cover.items()} == {
        "p1": (("g1",), ("s1",), ("a1",), ()),
        "p2": (("g2",), ("s2",), (), ("l1",)),
        "p3": ((), ("s3",), (), ()),
        "p4": ((), (), (), ()),
    }
    assert found.idle == ("p4",)
    assert found.covered == {"goals": 1.0, "steps": 1.0, "agreements": 1.0, "activities": 1.0}
    assert ("principle-idle", "principles.p4") in codes(DOSSIER)


def test_a_pillar_without_principle_and_one_without_work_are_two_things() -> None:
    found = align(DOSSIER, versions(DOSSIER)).principles

    assert found.pillar_cover[Pillar.PREVENTION].steps == ("s1",)
    assert found.pillar_cover[Pillar.ACTIVATION].principles == ("p3",)
    said = [code for code, _ in codes(DOSSIER) if code.startswith("pillar")]
    assert sorted(said) == ["pillar-uncovered", "pillar-without-work"]


@pytest.mark.parametrize(
    ("frame", "changes", "conflicts"),
    [
        (Frame(), {}, 0),
        (Frame(kinds=(AgreementKind.ROLE,)), {}, 1),
        (Frame(kinds=(AgreementKind.ROLE, AgreementKind.BEHAVIOUR)), {}, 0),
        (Frame(steps=("s2",)), {"steps": ("s1", "s2")}, 1),
        (Frame(steps=("s1",)), {"steps": ("s1",)}, 0),
        (Frame(parties=("jt",)), {}, 1),
        (Frame(parties=("jt",)), {"parties": ("gem", "jt")}, 0),
        (Frame(stance=Stance.DAT), {"stance": Stance.VOOR}, 1),
        (Frame(stance=Stance.DAT), {"stance": Stance.DAT}, 0),
        (Frame(stance=Stance.DAT), {}, 0),
        (Frame(since=DAY), {}, 0),
        (Frame(since=DAY + dt.timedelta(days=1)), {}, 1),
        (Frame(until=DAY), {}, 0),
        (Frame(until=DAY - dt.timedelta(days=1)), {}, 1),
        (Frame(until=DAY - dt.timedelta(days=1)), {"date": None}, 0),
        (Frame(), {"conflict": Text.of("botst")}, 1),
        (Frame(kinds=(AgreementKind.ROLE,), parties=("jt",)), {"stance": Stance.DAT}, 2),
    ],
)
def test_an_agreement_conflicts_with_its_frame_where_it_leaves_the_bounds(
    frame: Frame, changes: dict[str, object], conflicts: int
) -> None:
    dossier = attrs.evolve(
        DOSSIER,
        principles=(principle("p1", frame=frame),),
        agreements=(agreement(**changes),),
    )

    assert len(frame_conflicts(dossier).get("a1", ())) == conflicts
    said = [code for code, _ in codes(dossier) if code == "agreement-against-frame"]
    assert len(said) == conflicts


def test_an_agreement_by_people_who_do_not_do_the_work_is_told() -> None:
    own = attrs.evolve(DOSSIER, agreements=(agreement(steps=("s1",)),))
    others = attrs.evolve(DOSSIER, agreements=(agreement(steps=("s2",)),))
    about_nothing = attrs.evolve(DOSSIER, agreements=(agreement(),))

    told = [
        ("agreement-by-others", "agreements.a1") in codes(one)
        for one in (own, others, about_nothing)
    ]
    assert told == [False, True, False]


def test_an_agreement_without_a_date_is_told() -> None:
    assert ("agreement-undated", "agreements.a1") in codes(
        attrs.evolve(DOSSIER, agreements=(agreement(date=None),))
    )


def test_steps_tasks_and_behaviour_turn_and_what_shifted_is_told() -> None:
    old = WorkProcess(
        id="w", steps=(step("s1", stance=Stance.VOOR), step("s2"), step("s3", stance=Stance.DAT))
    )
    new = attrs.evolve(
        old,
        version=2,
        steps=(step("s1", stance=Stance.DAT), step("s2"), step("s3", stance=Stance.VOOR)),
    )
    row = Repositioning(
        stakeholder="clienten",
        tasks=Placed(text=Text.of("t"), stance=Stance.DAT),
        behaviour=Placed(text=Text.of("b"), stance=Stance.VOOR),
    )
    dossier = attrs.evolve(
        DOSSIER,
        repositioning=(row,),
        agreements=(agreement(), agreement(kind=AgreementKind.TASK, stance=Stance.DAT)),
    )
    found = align(dossier, (old, new)).stance

    assert attrs.astuple(found.steps["1"]) == (1, 1, 1, 0.5)
    assert attrs.astuple(found.tasks) == (0, 2, 0, 1.0)
    assert attrs.astuple(found.behaviour) == (1, 0, 1, 0.0)
    moved = [(one.step, one.before, one.after) for one in found.shifts]
    assert moved == [("s1", Stance.VOOR, Stance.DAT), ("s3", Stance.DAT, Stance.VOOR)]


def test_frames_stances_and_what_is_unlearned_are_read_from_a_dossier(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = make.read(
        bench,
        tmp_path,
        """
        principles:
          - {id: p1, nl: P1, transition: true, frame: {kinds: [gedrag], parties: [gem], stance: dat, since: 2025-01-01}}
        groups: [{id: lg, members: [WC-01, OS-01]}]
        agreements:
          - {id: a1, kind: gedrag, nl: A1, frame: p1, authors: [lg], stance: voor, parties: [zorg], conflict: {nl: knelt, en: pinches}}
        unlearning:
          - {id: u1, kind: patroon, nl: U1, step: s1, groups: [lg], blocks: {thinking: anders, doing: {nl: doen, en: do}},
             events: [{date: 2025-02-01, state: onderbroken}, {date: 2025-03-01, state: terugval, nl: nieuw systeem, en: new system}]}
        repositioning: [{stakeholder: clienten, tasks: {nl: zelf kiezen, en: choose, stance: dat}}]
        """,
    )
    found = bench.align(dossier)

    assert len(found.frame_conflicts["a1"]) == 3
    assert found.stance.tasks.dat == 1
    (goal,) = bench.plan(dossier).unlearning
    assert goal.relapses == ("2025-03-01",)
    assert (goal.step, goal.blocks and goal.blocks.doing) == ("s1", Text("doen", "do"))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("{id: u1, kind: loyaliteit, nl: U1, step: s1}", "only-patterns-have-steps"),
        ("{id: u1, kind: patroon, nl: U1, principle: p1}", "only-beliefs-have-principles"),
        (
            "{id: u1, kind: patroon, nl: U1, events: [{date: 2025-01-01, state: benoemd}, {date: 2025-01-01, state: geborgd}]}",
            "two-states-on-a-day",
        ),
        ("{id: u1, kind: overtuiging, nl: U1, person: WC-01}", "unknown-key"),
    ],
)
def test_what_cannot_be_unlearned_like_that_is_refused(
    bench: lw.Workbench, tmp_path: Path, row: str, code: str
) -> None:
    with pytest.raises(lw.DossierError) as error:
        make.read(bench, tmp_path, f"principles: [{{id: p1, nl: P1}}]\nunlearning:\n  - {row}\n")

    assert [one.code for one in error.value.problems] == [code]
