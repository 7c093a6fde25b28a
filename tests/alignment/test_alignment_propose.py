"""A proposal for RACI, from performers, a drawing and a log."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.alignment.propose import MOST_ROLES, propose
from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode, Pool
from lerendwerk_core.model.observed import Observed, StepSeen
from lerendwerk_core.model.origin import Overlay, ProcessOrigin
from lerendwerk_core.model.process import Edge, Step, WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import FlowKind


def step(key: str, label: str, *performers: str, raci: RaciRow | None = None) -> Step:
    return Step(id=key, label=Text.of(label), performers=performers, raci=raci)


def process(*steps: Step) -> WorkProcess:
    ways = (Edge(source=a.id, target=b.id) for a, b in itertools.pairwise(steps))
    return WorkProcess(id="p", steps=steps, edges=tuple(ways))


def test_who_performs_is_responsible_and_who_leads_accountable() -> None:
    found = propose(process(step("a", "Melden", "consulent", "arts")))

    row = found.rows["a"].row
    assert row.responsible == ("consulent", "arts")
    assert row.accountable == ("consulent",)
    assert [one.en for one in found.rows["a"].because] == [
        "Responsible: who performs the step.",
        "Accountable: who leads the step.",
    ]
    assert found.conflicts == ()


def test_who_decides_in_the_next_step_is_accountable() -> None:
    found = propose(
        process(step("a", "Plan maken", "consulent"), step("b", "Plan goedkeuren", "manager"))
    )

    assert found.rows["a"].row.accountable == ("manager",)
    assert [(one.row, one.code) for one in found.conflicts] == [("a", "raci-decides-elsewhere")]
    assert found.rows["b"].row.accountable == ("manager",)


def test_a_word_that_only_contains_a_deciding_word_decides_nothing() -> None:
    found = propose(process(step("a", "Plan", "consulent"), step("b", "Onbeslist", "manager")))

    assert found.rows["a"].row.accountable == ("consulent",)


def test_who_keeps_the_gateway_behind_a_step_is_accountable() -> None:
    drawing = Drawing(
        id="d",
        nodes=(
            DrawnNode(id="a", kind="userTask", role="Consulent"),
            DrawnNode(id="g", kind="exclusiveGateway", role="Kwaliteit"),
        ),
        flows=(
            DrawnFlow(id="1", source="a", target="g"),
            DrawnFlow(id="2", source="g", target="b"),
            DrawnFlow(id="3", source="g", target="c"),
        ),
    )
    origin = ProcessOrigin(drawing=drawing, roles=Table({"Kwaliteit": "kwaliteit"}))

    found = propose(process(step("a", "Melden", "consulent")), origin)

    assert found.rows["a"].row.accountable == ("kwaliteit",)


def test_messages_say_who_is_consulted_and_who_is_informed() -> None:
    drawing = Drawing(
        id="d",
        pools=(Pool(id="p", name="Huisarts"),),
        nodes=(DrawnNode(id="a", kind="task"), DrawnNode(id="x", kind="task", role="Rechter")),
        flows=(
            DrawnFlow(id="1", source="p", target="a", kind=FlowKind.MESSAGE),
            DrawnFlow(id="2", source="a", target="x", kind=FlowKind.MESSAGE),
        ),
    )

    found = propose(process(step("a", "Vragen", "consulent")), ProcessOrigin(drawing=drawing))

    row = found.rows["a"].row
    assert (row.consulted, row.informed) == (("Huisarts",), ("Rechter",))


def test_who_takes_the_work_over_is_informed() -> None:
    found = propose(process(step("a", "Melden", "loket"), step("b", "Praten", "consulent")))

    assert found.rows["a"].row.informed == ("consulent",)


def test_who_does_a_large_share_in_the_log_is_responsible_too() -> None:
    seen = StepSeen(
        step="Melding", count=100, cases=90, groups=Table({"G1": 70, "G2": 26, "G3": 4})
    )
    origin = ProcessOrigin(
        observed=Observed(cases=90, events=100, steps=(seen,)),
        overlay=Overlay(steps=Table({"Melding": "a"})),
        roles=Table({"G1": "loket", "G2": "balie"}),
    )

    found = propose(process(step("a", "Melden", "loket")), origin)

    assert found.rows["a"].row.responsible == ("loket", "balie")
    assert "log" in found.rows["a"].because[0].en


def test_steps_of_the_log_that_mean_one_step_and_groups_that_mean_one_role_are_added_up() -> None:
    seen = (
        StepSeen(step="Melding", count=100, cases=90, groups=Table({"G1": 80, "G2": 10, "G3": 10})),
        StepSeen(step="Melden", count=100, cases=90, groups=Table({"G1": 50, "G2": 20, "G3": 30})),
    )
    origin = ProcessOrigin(
        observed=Observed(cases=90, events=200, steps=seen),
        overlay=Overlay(steps=Table({"Melding": "a", "Melden": "a"})),
        roles=Table({"G1": "loket", "G2": "balie", "G3": "balie"}),
    )

    found = propose(process(step("a", "Melden", "loket")), origin)

    assert found.rows["a"].row.responsible == ("loket", "balie")  # 70 of 200 at the desk


def test_nobody_too_many_and_two_accountable_are_conflicts() -> None:
    two = RaciRow(accountable=("gem", "zorg"), responsible=("gem",))
    crowd = tuple(f"rol-{number}" for number in range(MOST_ROLES + 1))
    found = propose(
        process(step("a", "Niemand"), step("b", "Allen", *crowd), step("c", "Twee", "x", raci=two))
    )

    assert [(one.row, one.code) for one in found.conflicts] == [
        ("a", "row-nobody-responsible"),
        ("b", "raci-many"),
        ("c", "row-several-accountable"),
    ]
    assert [one.en[:8] for one in found.rows["a"].because] == ["Informed"]


names = st.lists(st.sampled_from("klmnop"), max_size=6, unique=True)


@given(st.lists(st.tuples(st.sampled_from(["Doen", "Besluiten"]), names), max_size=8))
def test_every_step_has_one_accountable_at_most_and_nobody_is_told_twice(
    work: list[tuple[str, list[str]]],
) -> None:
    steps = [step(f"s{n}", label, *who) for n, (label, who) in enumerate(work)]
    found = propose(process(*steps))

    for one in steps:
        row = found.rows[one.id].row
        assert len(row.accountable) <= 1
        assert set(row.responsible) == set(one.performers)
        assert not set(row.informed) & {*row.responsible, *row.accountable}
        assert bool(row.accountable) or not one.performers
