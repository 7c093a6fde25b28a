"""Two versions compared: what came, what went, what changed hands."""

from __future__ import annotations

import itertools
import json
import random
import time

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from process_parts import edges, line, step

from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.process.versions import Comparison, Road, compare, road
from lerendwerk_core.process.versions.assign import assigned
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import KnownBy, Stance

OLD = line([step("melden", "loket"), step("praten", "hulp"), step("besluiten", "besluit")])


def renamed_ids(process: WorkProcess) -> WorkProcess:
    """The same process, drawn anew with other ids."""
    new = {one.id: f"x{number}" for number, one in enumerate(process.steps)}
    return attrs.evolve(
        process,
        steps=tuple(attrs.evolve(one, id=new[one.id]) for one in process.steps),
        edges=tuple(
            attrs.evolve(one, source=new[one.source], target=new[one.target])
            for one in process.edges
        ),
    )


def labelled(process: WorkProcess, **labels: str) -> WorkProcess:
    steps = (
        attrs.evolve(one, label=Text.of(labels[one.id])) if one.id in labels else one
        for one in process.steps
    )
    return attrs.evolve(process, steps=tuple(steps))


def test_what_came_and_what_went() -> None:
    new = line([step("melden", "loket"), step("besluiten", "besluit"), step("helpen", "hulp")])

    found = compare(OLD, new)

    assert [one.name for one in found.added] == ["helpen"]
    assert [one.name for one in found.removed] == ["praten"]
    assert [one.before.name for one in found.matched] == ["melden", "besluiten"]


def test_a_step_that_another_role_has_now_is_moved() -> None:
    new = line([step("melden", "loket"), step("praten", "loket"), step("besluiten", "besluit")])

    found = compare(OLD, new)

    assert [(m.before.name, m.before.role, m.after.role) for m in found.moved] == [
        ("praten", "hulp", "loket")
    ]
    assert [(h.source, h.target) for h in found.handovers_lost] == [
        ("melden", "praten"),
        ("praten", "besluiten"),
    ]
    assert [(h.from_role, h.to_role) for h in found.handovers_won] == [("loket", "besluit")]
    assert found.handovers == (2, 1)


def test_ids_made_anew_change_nothing() -> None:
    assert compare(OLD, renamed_ids(OLD)).is_nothing
    assert {one.by for one in compare(OLD, renamed_ids(OLD)).matched} == {KnownBy.NAME}


def test_a_new_name_on_the_same_id_is_renamed_when_its_surroundings_are_the_same() -> None:
    new = labelled(OLD, praten="keukentafelgesprek")

    found = compare(OLD, new)

    assert [(one.before.name, one.after.name) for one in found.renamed] == [
        ("praten", "keukentafelgesprek")
    ]
    assert (found.added, found.removed) == ((), ())


def test_an_id_on_something_else_altogether_is_no_proof() -> None:
    elsewhere = WorkProcess(id="p", steps=(step("melden", "loket"), step("praten", "jurist")))
    new = labelled(elsewhere, praten="bezwaar")

    found = compare(OLD, new)

    assert [one.name for one in found.added] == ["bezwaar"]
    assert [one.name for one in found.removed] == ["praten", "besluiten"]


def test_a_name_much_alike_in_the_same_place_is_renamed() -> None:
    old = labelled(OLD, praten="Gesprek met inwoner voeren")
    new = labelled(renamed_ids(OLD), x1="gesprek met de inwoner voeren")

    (one,) = compare(old, new).renamed

    assert (one.by, one.after.id) == (KnownBy.LIKENESS, "x1")


def test_two_steps_of_one_name_are_told_apart_by_role_and_neighbours() -> None:
    old = labelled(
        line([step("a", "x"), step("b", "x"), step("c", "y"), step("d", "y")]), b="mail", d="mail"
    )
    steps = {one.id: one for one in renamed_ids(old).steps}
    shuffled = attrs.evolve(
        renamed_ids(old), steps=tuple(steps[k] for k in ("x3", "x2", "x1", "x0"))
    )

    found = compare(old, shuffled)

    assert {one.before.id: one.after.id for one in found.matched} == {
        "a": "x0",
        "b": "x1",
        "c": "x2",
        "d": "x3",
    }


def test_waiting_work_and_stance_are_compared() -> None:
    old = line([step("a", wait=5.0, touch=60.0, stance=Stance.VOOR)])
    new = line([step("a", wait=2.0, touch=30.0, stance=Stance.DAT)])

    found = compare(old, new)

    assert (found.waits, found.touch) == ((5.0, 2.0), (60.0, 30.0))
    assert [(s.before, s.after) for s in found.stance] == [(Stance.VOOR, Stance.DAT)]


def test_drawings_are_compared_by_all_their_nodes() -> None:
    def drawing(kind: str, role: str) -> Drawing:
        return Drawing(
            id="d",
            nodes=(
                DrawnNode(id="s", kind="startEvent", name="Melding", role=role),
                DrawnNode(id="t", kind=kind, name="Praten", role=role),
            ),
            flows=(DrawnFlow(id="f", source="s", target="t"),),
        )

    assert compare(drawing("task", "a"), drawing("userTask", "a")).is_nothing
    assert len(compare(drawing("task", "a"), drawing("task", "b")).moved) == 2
    assert [
        one.family for one in compare(drawing("task", "a"), drawing("subProcess", "a")).added
    ] == ["sub"]


def test_a_road_has_a_comparison_from_each_version_to_the_next() -> None:
    travelled = road([OLD, OLD, renamed_ids(OLD)], ["0.1", "0.2", "1.0"])

    assert [one.is_nothing for one in travelled.changes] == [True, True]
    assert [one.name for one in travelled.versions] == ["0.1", "0.2", "1.0"]
    assert road([OLD]).changes == ()
    assert road([]).whole is None


def test_every_version_of_a_road_has_its_facts() -> None:
    new = line([step("melden", "loket", wait=2.0), step("praten", "loket", stance=Stance.DAT)])

    travelled = road([OLD, new, OLD])

    first, second, _ = travelled.versions
    assert dict(first.roles) == {"besluit": 1, "hulp": 1, "loket": 1}
    assert [(one.from_role, one.to_role, one.ways) for one in first.between] == [
        ("hulp", "besluit", 1),
        ("loket", "hulp", 1),
    ]
    assert (second.name, second.handovers, second.wait) == ("2", 0, 2.0)
    assert dict(second.stance) == {"voor": 0, "dat": 1}


def test_a_road_adds_up_what_was_undone_again_and_holds_the_last_against_the_first() -> None:
    without = attrs.evolve(OLD, steps=OLD.steps[:2], edges=OLD.edges[:1])

    travelled = road([OLD, without, OLD])

    assert (travelled.totals["added"], travelled.totals["removed"]) == (1, 1)
    assert travelled.whole is not None
    assert travelled.whole.is_nothing


def test_a_comparison_says_what_it_rests_on() -> None:
    new = line([step("melden", "loket"), step("praten", "loket"), step("besluiten", "besluit")])

    assert [str(one) for one in compare(OLD, new).because] == [
        "Known again: 3, 3 by id.",
        "Ways from role to role: 2, now 1; 1 more, 2 fewer.",
    ]


def test_a_gateway_without_a_name_is_known_by_its_place() -> None:
    def drawing(prefix: str) -> Drawing:
        nodes = [
            DrawnNode(id=f"{prefix}{n}", kind=kind, name=name, role="loket")
            for n, (kind, name) in enumerate(
                [("task", "melden"), ("exclusiveGateway", ""), ("task", "praten")]
            )
        ]
        ends = itertools.pairwise(node.id for node in nodes)
        flows = (DrawnFlow(id=f"{a}{b}", source=a, target=b) for a, b in ends)
        return Drawing(id="d", nodes=tuple(nodes), flows=tuple(flows))

    found = compare(drawing("a"), drawing("b"))

    assert [one.by for one in found.matched] == [KnownBy.NAME, KnownBy.PLACE, KnownBy.NAME]


def test_another_number_elsewhere_is_another_step() -> None:
    old = WorkProcess(id="p", steps=(attrs.evolve(step("a", "x"), label=Text.of("bijlage 10")),))
    new = WorkProcess(id="p", steps=(attrs.evolve(step("b", "x"), label=Text.of("bijlage 11")),))

    assert compare(old, new).matched == ()


names = st.sampled_from(["melden", "praten", "mail", "mailen", "Mail", "besluit nemen", ""])
roles = st.sampled_from(["", "loket", "hulp"])


@st.composite
def processes(draw: st.DrawFn) -> WorkProcess:
    made = draw(st.lists(st.tuples(names, roles), max_size=7))
    steps = [
        attrs.evolve(step(f"s{n}", *filter(None, [role])), label=Text.of(name))
        for n, (name, role) in enumerate(made)
    ]
    ends = st.sampled_from([one.id for one in steps] or ["-"])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=8)) if steps else []
    ways = tuple(attrs.evolve(edges("ab")[0], source=a, target=b) for a, b in dict.fromkeys(pairs))
    return WorkProcess(id="p", steps=tuple(steps), edges=ways)


def pairs(found: Comparison) -> set[tuple[str, str]]:
    return {(one.before.id, one.after.id) for one in found.matched}


@given(processes())
def test_a_process_does_not_differ_from_itself(one: WorkProcess) -> None:
    found = compare(one, one)

    assert found.is_nothing
    assert pairs(found) == {(step.id, step.id) for step in one.steps}


@given(processes())
def test_other_ids_alone_bring_and_take_nothing(one: WorkProcess) -> None:
    found = compare(one, renamed_ids(one))

    assert (found.added, found.removed, found.renamed, found.moved) == ((), (), (), ())


@given(processes())
def test_other_ids_alone_change_no_handover_where_steps_can_be_told_apart(one: WorkProcess) -> None:
    assume(len({(step.label.nl.casefold(), step.lead) for step in one.steps}) == len(one.steps))

    assert compare(one, renamed_ids(one)).is_nothing


@given(processes(), processes())
def test_every_step_is_in_one_place_and_only_one(old: WorkProcess, new: WorkProcess) -> None:
    found = compare(old, new)

    before = [one.before.id for one in found.matched] + [one.id for one in found.removed]
    after = [one.after.id for one in found.matched] + [one.id for one in found.added]
    assert sorted(before) == sorted(one.id for one in old.steps)
    assert sorted(after) == sorted(one.id for one in new.steps)


@given(processes(), processes())
def test_the_way_back_says_the_same(old: WorkProcess, new: WorkProcess) -> None:
    there, back = compare(old, new), compare(new, old)

    assert pairs(there) == {(one, other) for other, one in pairs(back)}
    assert (there.added, there.removed) == (back.removed, back.added)
    assert set(there.handovers_won) == set(back.handovers_lost)
    assert set(there.handovers_lost) == set(back.handovers_won)
    assert there.handovers == back.handovers[::-1]


@given(processes(), processes())
def test_handovers_won_less_those_lost_is_what_they_grew_by(
    old: WorkProcess, new: WorkProcess
) -> None:
    found = compare(old, new)

    grown = len(found.handovers_won) - len(found.handovers_lost)
    assert found.handovers[1] - found.handovers[0] == grown


@given(processes(), processes())
def test_names_in_common_are_matched_whatever_the_ids(old: WorkProcess, new: WorkProcess) -> None:
    found = compare(old, renamed_ids(new))

    left = {one.name.casefold() for one in found.removed} - {""}
    came = {one.name.casefold() for one in found.added} - {""}
    assert not left & came


@given(processes(), processes(), st.randoms(use_true_random=False))
def test_the_order_in_which_steps_and_ways_are_written_does_not_matter(
    old: WorkProcess, new: WorkProcess, chance: random.Random
) -> None:
    shuffled = attrs.evolve(
        new,
        steps=tuple(chance.sample(new.steps, len(new.steps))),
        edges=tuple(chance.sample(new.edges, len(new.edges))),
    )

    one, other = compare(old, new), compare(old, shuffled)

    assert pairs(one) == pairs(other)
    assert set(one.handovers_won) == set(other.handovers_won)


@given(processes(), processes())
def test_a_comparison_is_the_same_after_a_trip_through_json(
    old: WorkProcess, new: WorkProcess
) -> None:
    travelled = road([old, new])

    assert Road.from_dict(json.loads(json.dumps(travelled.to_dict()))) == travelled


worths = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)), st.integers(1, 9).map(float), max_size=12
)


@given(worths)
def test_what_is_assigned_is_worth_most(worth: dict[tuple[int, int], float]) -> None:
    found = list(assigned(worth))

    assert len({one for one, _ in found}) == len({other for _, other in found}) == len(found)
    ways = (zip(range(5), order, strict=True) for order in itertools.permutations(range(5)))
    best = max(sum(worth.get(pair, 0.0) for pair in way) for way in ways)
    assert sum(worth[pair] for pair in found) == best


def test_without_an_end_of_a_way_the_rest_is_compared() -> None:
    broken = attrs.evolve(OLD, edges=(*OLD.edges, *edges("zy")))

    assert compare(OLD, broken).is_nothing


@pytest.mark.parametrize("same_name", [True, False])
def test_thousands_of_steps_take_seconds(same_name: bool) -> None:
    def drawn(prefix: str) -> WorkProcess:
        steps = [
            attrs.evolve(
                step(f"{prefix}{n}", f"rol{n % 7}"),
                label=Text.of("mail" if same_name else f"vastleggen van onderdeel {n % 1500}"),
            )
            for n in range(2000)
        ]
        return line(steps)

    began = time.perf_counter()
    found = compare(drawn("a"), drawn("b"))

    assert time.perf_counter() - began < 10
    assert found.is_nothing
