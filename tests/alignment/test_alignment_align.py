"""Roles, principles, agreements and the plan, laid side by side."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest

import lerendwerk_core as lw
from lerendwerk_core.alignment import Alignment, align, findings
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import (
    Agreement,
    ChangeStep,
    OutlineElement,
    Placed,
    Plan,
    Principle,
    Repositioning,
)
from lerendwerk_core.model.learning import PlannedActivity
from lerendwerk_core.model.people import Organisation
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Author,
    Pillar,
    RepositioningState,
    StakeholderType,
)
from make import read

ORGANISATIONS = tuple(Organisation(id=one, label=Text.of(one)) for one in ("a", "b", "c"))
START = dt.date(2025, 6, 1)


def row(accountable: str, responsible: str) -> RaciRow:
    """A row with one letter a party."""
    return RaciRow(accountable=tuple(accountable), responsible=tuple(responsible))


def named(text: str) -> Placed:
    return Placed(text=Text.of(text), state=RepositioningState.NAMED)


def process(*rows: RaciRow | None, version: int = 1) -> WorkProcess:
    steps = (
        Step(id=f"s{place}", label=Text.of("s"), raci=one) for place, one in enumerate(rows, 1)
    )
    return WorkProcess(id="p", version=version, steps=tuple(steps))


def agreement(key: str, parties: str = "", frame: str = "", authors: str = "") -> Agreement:
    return Agreement(
        id=key,
        kind=AgreementKind.ROLE,
        label=Text.of(key),
        parties=tuple(parties),
        authors=tuple(authors),
        frame=frame,
    )


def aligned(*versions: WorkProcess, **parts: object) -> tuple[Alignment, list[str]]:
    """The alignment of a dossier with *parts*, and the codes of its findings."""
    dossier = attrs.evolve(Dossier(id="d", organisations=ORGANISATIONS), **parts)
    found = align(dossier, versions)
    return found, [one.code for one in findings(dossier, found)]


def test_gaps_and_doubles_in_the_raci_are_named_per_version() -> None:
    now = process(row("a", "a"), row("", "b"), row("ab", "a"), row("aa", ""), None)
    later = process(row("a", "a"), row("b", "b"), row("a", "a"), row("a", "a"), None, version=2)

    found, codes = aligned(now, later)

    roles = found.roles["1"]
    assert [(one.row, one.code) for one in roles.conflicts] == [
        ("s2", "row-no-accountable"),
        ("s3", "row-several-accountable"),
        ("s4", "row-nobody-responsible"),
    ]
    assert (roles.unclear, roles.unwritten) == (("s2", "s3"), ("s5",))
    assert found.roles["2"].conflicts == ()
    assert [one for one in codes if one.startswith("row-")] == [
        "row-no-accountable",
        "row-several-accountable",
        "row-nobody-responsible",
    ]


def test_pairs_that_share_a_step_without_an_agreement_are_named() -> None:
    found, codes = aligned(
        process(row("a", "ab"), row("a", "cba")), agreements=(agreement("x", "ba"),)
    )

    assert found.roles["1"].pairs_without_agreement == (("a", "c"), ("b", "c"))
    assert codes.count("pair-not-aligned") == 2


def test_an_agreement_of_three_parties_covers_all_their_pairs() -> None:
    found, _ = aligned(process(row("a", "abc")), agreements=(agreement("x", "cab"),))

    assert found.roles["1"].pairs_without_agreement == ()


def test_who_is_no_organisation_needs_no_agreement() -> None:
    shared = RaciRow(accountable=("a",), responsible=("a", "client"))

    assert aligned(process(shared))[0].roles["1"].pairs_without_agreement == ()


def test_principles_are_sorted_by_what_they_hold_for() -> None:
    principles = tuple(
        Principle(id=key, label=Text.of(key), transition=transition, system=system)
        for key, transition, system in (
            ("p1", True, True),
            ("p2", False, True),
            ("p3", True, False),
            ("p4", False, False),
        )
    )

    found, codes = aligned(principles=principles)

    figures = found.principles
    assert (figures.both, figures.only_system) == (("p1",), ("p2",))
    assert (figures.only_transition, figures.neither) == (("p3",), ("p4",))
    assert {"principle-only-system", "principle-only-transition"} <= set(codes)


@pytest.mark.parametrize(
    ("pillars", "uncovered"), [((), 3), ((Pillar.PREVENTION,), 2), (tuple(Pillar), 0)]
)
def test_pillars_that_no_principle_serves_are_findings(
    pillars: tuple[Pillar, ...], uncovered: int
) -> None:
    one = Principle(id="p", label=Text.of("p"), pillars=pillars, transition=True, system=True)

    found, codes = aligned(principles=(one,))

    assert set(found.principles.pillars) == set(pillars)
    assert codes.count("pillar-uncovered") == uncovered


def test_a_principle_says_which_agreements_and_activities_refer_to_it() -> None:
    used, unused = (Principle(id=key, label=Text.of(key)) for key in ("p1", "p2"))

    found, _ = aligned(
        principles=(used, unused),
        agreements=(agreement("x", frame="p1"), agreement("y")),
        activities=(PlannedActivity(id="l", activity="z", principles=("p1",)),),
    )

    assert found.principles.used_by == {"p1": ("x", "l"), "p2": ()}


def test_an_agreement_without_a_frame_or_authors_is_a_finding() -> None:
    complete = agreement("x", frame="p", authors="g")

    assert "agreement-without-frame" in aligned(agreements=(agreement("y", authors="g"),))[1]
    assert "agreement-without-authors" in aligned(agreements=(agreement("y", frame="p"),))[1]
    said = [one for one in aligned(agreements=(complete,))[1] if "agreement" in one]
    assert said == ["agreement-undated"]


@pytest.mark.parametrize(
    ("written", "by_participants", "deepest", "in_detail"),
    [
        ([], None, 0, False),
        ([(Author.TOP, 1)], 0.0, 1, False),
        ([(Author.TOP, 1), (Author.PARTICIPANTS, 3)], 0.5, 1, False),
        ([(Author.TOP, 2), (Author.PARTICIPANTS, 1), (Author.PARTICIPANTS, 2)], 0.67, 2, True),
    ],
)
def test_the_top_plans_in_outline_and_participants_in_detail(
    written: list[tuple[Author, int]], by_participants: float | None, deepest: int, in_detail: bool
) -> None:
    outline = tuple(
        OutlineElement(id=f"o{place}", label=Text.of("o"), by=by, depth=depth)
        for place, (by, depth) in enumerate(written)
    )

    found, codes = aligned(plan=Plan(outline=outline))

    assert found.plan.elements == len(written)
    assert (found.plan.by_participants, found.plan.deepest_by_top) == (by_participants, deepest)
    assert ("top-plans-in-detail" in codes) == in_detail


@pytest.mark.parametrize(
    ("activity", "days", "code"),
    [
        ("", 0, "change-without-learning"),
        ("l", 1, "learning-too-late"),
        ("l", 0, ""),
        ("l", -9, ""),
    ],
)
def test_a_change_step_carries_learning_that_does_not_come_too_late(
    activity: str, days: int, code: str
) -> None:
    step = ChangeStep(id="c", label=Text.of("c"), start=START, activity=activity)
    learning = PlannedActivity(id="l", activity="z", date=START + dt.timedelta(days=days))

    found, codes = aligned(plan=Plan(change_steps=(step,)), activities=(learning,))

    learnt = {one for one in codes if "learning" in one}
    assert learnt == ({code} if code else set())
    assert found.plan.change_steps == 1


def test_learning_without_a_date_is_not_called_late() -> None:
    step = ChangeStep(id="c", label=Text.of("c"), start=START, activity="l")
    learning = PlannedActivity(id="l", activity="z")

    found, _ = aligned(plan=Plan(change_steps=(step,)), activities=(learning,))

    assert found.plan.learning_too_late == ()


def test_every_stakeholder_type_shows_which_fields_are_still_open() -> None:
    one = Repositioning(stakeholder="clients", position=named("x"), tasks=named("y"))

    found, codes = aligned(repositioning=(one,))

    assert set(found.open_positions) == {one.value for one in StakeholderType}
    assert found.open_positions["clients"] == (
        "roles",
        "expectations",
        "knowledge",
        "behaviour",
    )
    assert len(found.open_positions["executives"]) == 6
    assert "repositioning-absent" not in codes
    assert "repositioning-absent" in aligned()[1]


def test_a_verb_of_the_municipal_task_without_a_change_step_is_reported(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    steps = "plan: {change_steps: [{id: c1, verb: vormgeven}, {id: c2, verb: steer}]}\n"

    result = bench.run(read(bench, tmp_path, steps))

    assert [verb.value for verb in result.alignment.plan.verbs_without_step] == ["guide"]
    assert "verb-without-step" in {finding.code for finding in result.findings}


def test_where_no_change_step_has_a_verb_nothing_is_said_of_verbs(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    result = bench.run(read(bench, tmp_path, "plan: {change_steps: [{id: c1}]}\n"))

    assert result.alignment.plan.verbs_without_step == ()
