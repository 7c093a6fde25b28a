"""The figures of a version of the process, and what there is to discuss about it."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from process_parts import STAFF, dossier, edges, letters, line, renewal, step

from lerendwerk_core.model.process import Change, Move, WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.process import ProcessMap, findings, map_process, rung_between
from lerendwerk_core.process.borders import handover_edges, weighed_borders
from lerendwerk_core.process.map import flow_efficiency
from lerendwerk_core.vocabulary import Rung, Stance


def mapped(process: WorkProcess, registered: tuple[str, ...] = ()) -> ProcessMap:
    found = map_process(dossier(process, registered=registered))
    assert found is not None
    return found


def codes(process: WorkProcess) -> set[str]:
    return {one.code for one in findings(mapped(process))}


@pytest.mark.parametrize(
    ("touch", "wait", "efficiency"),
    [(480, 0, 1.0), (480, 1, 0.5), (1770, 115, 0.031), (0, 3, 0.0), (0, 0, None)],
)
def test_flow_efficiency_is_touch_in_days_of_eight_hours_against_all_time(
    touch: float, wait: float, efficiency: float | None
) -> None:
    assert flow_efficiency(touch, wait) == efficiency


@given(st.floats(0, 1e6), st.floats(0.01, 1e4))
def test_flow_efficiency_lies_between_nothing_and_one(touch: float, wait: float) -> None:
    found = flow_efficiency(touch, wait)

    assert found is not None
    assert 0 <= found <= 1


@pytest.mark.parametrize(
    ("giver", "receiver", "rung"),
    [
        ("loket", "loket", Rung.SAME_ROLE),
        ("loket", "balie", Rung.SAME_DEPARTMENT),
        ("loket", "besluit", Rung.OTHER_DEPARTMENT),
        ("loket", "hulp", Rung.OTHER_ORGANISATION),
        ("loket", "niemand", Rung.OTHER_DEPARTMENT),
        ("niemand", "ook_niemand", Rung.OTHER_DEPARTMENT),
    ],
)
def test_the_border_ladder_says_which_border_a_handover_crosses(
    giver: str, receiver: str, rung: Rung
) -> None:
    found = dossier(letters("ab"))

    assert rung_between(found, giver, receiver) is rung
    assert rung_between(found, receiver, giver) is rung


def test_a_handover_is_a_transition_between_leads_of_different_organisations() -> None:
    process = line(
        [
            step("a", "loket", "hulp"),
            step("b", "hulp", "loket"),
            step("c", "hulp"),
            step("d", "besluit", "hulp"),
            step("e", "balie"),
            step("f", "loket"),
        ]
    )

    now = mapped(process).now

    assert (now.transitions, now.handovers) == (5, 2)
    assert [one.border for one in now.main_path] == [
        Rung.OTHER_ORGANISATION,
        Rung.SAME_ROLE,
        Rung.OTHER_ORGANISATION,
        Rung.OTHER_DEPARTMENT,
        Rung.SAME_DEPARTMENT,
    ]
    assert {key: count for key, count in now.borders.items() if count} == {
        "same-role": 1,
        "same-department": 1,
        "other-department": 1,
        "other-organisation": 2,
    }


def test_borders_between_roles_weigh_more_the_higher_they_are_on_the_ladder() -> None:
    leads = ["loket", "loket", "balie", "besluit", "hulp"]
    process = line([step(one, lead) for one, lead in zip("abcde", leads, strict=True)])
    found = dossier(process)

    weighed = [
        (edge.source + edge.target, weight) for edge, weight in weighed_borders(found, process)
    ]

    assert weighed == [("bc", 1), ("cd", 2), ("de", 3)]
    assert [edge.source + edge.target for edge in handover_edges(found, process)] == ["de"]


def test_a_version_says_where_it_hands_over_and_how_long_it_works_and_waits() -> None:
    process = line([step("a", "loket", touch=720, wait=3), step("b", "hulp"), step("c", "hulp")])
    only_wait, nothing = line([step("a", wait=2)]), line([step("a")])

    handovers, flow = (one.nl for one in mapped(process).now.because)

    assert "a > b" in handovers
    assert "b > c" not in handovers
    assert "1,5 werkdagen" in flow
    assert "3 dagen" in flow
    assert len(mapped(only_wait).now.because) == 1
    assert mapped(nothing).now.because == ()


@given(st.lists(st.sampled_from([*STAFF, "niemand"]), min_size=1, max_size=8))
def test_every_transition_stands_on_exactly_one_rung(leads: list[str]) -> None:
    now = mapped(line([step(f"s{n}", lead) for n, lead in enumerate(leads)])).now

    assert sum(now.borders.values()) == now.transitions == len(leads) - 1
    assert now.handovers == now.borders["other-organisation"]


def test_branches_are_shown_but_are_no_transitions_of_the_main_path() -> None:
    process = line([step("a", "loket"), step("b", "loket")], branches=edges("ab"))

    now = mapped(process).now

    assert now.transitions == 1
    assert [(one.source, one.target) for one in now.branches] == [("a", "b")]


def test_steps_without_goal_client_or_performer_are_named() -> None:
    client = RaciRow(accountable=("gem",), responsible=("gem",), consulted=("cliënt",))
    process = line(
        [
            step("a", "loket", goals=("g",), raci=client),
            step("b", "loket", goals=("g",)),
            step("c", raci=client),
        ]
    )

    now = mapped(process).now

    assert (now.without_goal, now.without_client) == (("c",), ("b",))
    assert now.without_performer == ("c",)
    assert {"steps-without-goal", "steps-without-client", "step-without-performer"} <= codes(
        process
    )


def test_a_step_whose_raci_nobody_wrote_lacks_no_accountable() -> None:
    none = RaciRow(accountable=(), responsible=("gem",))
    two = RaciRow(accountable=("gem", "zorg"), responsible=("gem",))
    twice = RaciRow(accountable=("gem", "gem"), responsible=("gem",))
    process = line([step("a"), step("b", raci=none), step("c", raci=two), step("d", raci=twice)])

    now = mapped(process).now

    assert (now.accountable_missing, now.accountable_double) == (("b",), ("c",))


def test_a_registered_step_names_the_disciplines_that_carry_no_registration() -> None:
    process = line(
        [step("a", "loket", "hulp", "balie", registered=True), step("b", "loket", "balie")]
    )

    found = mapped(process, registered=("hulp",))

    assert found.now.unregistered == {"a": ("loket", "balie")}
    assert [one.code for one in findings(found)].count("step-unregistered") == 1


def test_stance_and_time_are_summed_over_the_steps() -> None:
    process = line(
        [
            step("a", touch=30, wait=2, stance=Stance.VOOR),
            step("b", touch=15, wait=3, stance=Stance.DAT),
            step("c", stance=Stance.DAT),
            step("d"),
        ]
    )

    now = mapped(process).now

    assert (now.touch_minutes, now.wait_days) == (45, 5)
    assert now.stance == {"voor": 1, "dat": 2}


def test_waiting_longer_than_all_terms_together_is_a_finding() -> None:
    terms = Table({"melding": 4.0, "besluit": 2.0})
    slow = line([step("a", wait=7)], statutory=terms)
    just = line([step("a", wait=6)], statutory=terms)
    no_terms = line([step("a", wait=7)])

    assert "waiting-beyond-terms" in codes(slow)
    assert "waiting-beyond-terms" not in codes(just) | codes(no_terms)


def test_two_versions_show_what_changed_and_by_how_much() -> None:
    process = line(
        [step("a", "loket"), step("b", "hulp", wait=5), step("c", "loket", stance=Stance.VOOR)],
        renewal=renewal(
            change=[
                Change(step="b", lead="balie", wait=2.0),
                Change(step="c", stance=Stance.DAT, accountable=("gem",)),
            ]
        ),
    )

    found = mapped(process)

    assert (found.current, list(found.versions)) == ("1", ["1", "2"])
    (change,) = found.changes
    assert (change.handovers, change.wait_days, change.touch_minutes) == (-2, -3, 0)
    seen = {(one.step, one.field): (one.before, one.after) for one in change.steps}
    assert seen == {
        ("b", "lead"): ("hulp", "balie"),
        ("b", "wait"): ("5", "2"),
        ("c", "stance"): ("voor", "dat"),
        ("c", "accountable"): ("", "gem"),
    }


def test_a_moved_step_says_what_it_came_after_and_comes_after_now() -> None:
    process = attrs.evolve(letters("abcd"), renewal=renewal(Move(step="b", to_after="c")))

    (change,) = mapped(process).changes

    seen = {one.step: (one.before, one.after) for one in change.steps if one.field == "after"}
    assert seen == {"b": ("a", "c"), "c": ("b", "a"), "d": ("c", "b")}


def test_a_renewal_that_waits_longer_is_a_finding_and_a_faster_one_is_not() -> None:
    slower = renewal(change=[Change(step="a", wait=3.0)])
    faster = renewal(change=[Change(step="a", wait=1.0)])
    base = line([step("a", wait=2.0)])

    assert "renewal-worse" in codes(attrs.evolve(base, renewal=slower))
    assert "renewal-worse" not in codes(attrs.evolve(base, renewal=faster))


@pytest.mark.parametrize(("lead", "handovers", "worse"), [("hulp", 1, True), ("balie", 0, False)])
def test_a_renewal_that_hands_over_more_often_is_a_finding(
    lead: str, handovers: int, worse: bool
) -> None:
    other = renewal(change=[Change(step="b", lead=lead, touch=9.0)])
    process = line([step("a", "loket"), step("b", "loket", touch=5)], renewal=other)

    (change,) = mapped(process).changes

    assert (change.handovers, change.touch_minutes) == (handovers, 4)
    assert ("renewal-worse" in codes(process)) == worse


def test_without_a_process_there_is_no_map() -> None:
    assert map_process(attrs.evolve(dossier(letters("a")), process=None)) is None
