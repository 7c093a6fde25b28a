"""Two versions compared: what came, what went, what changed hands."""

from __future__ import annotations

import random

import attrs
from hypothesis import given
from hypothesis import strategies as st
from process_parts import edges, line, step

from lerendwerk_core.model.drawing import Drawing, DrawnFlow, DrawnNode
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.process.versions import compare, road
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stance

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
    assert {one.by for one in compare(OLD, renamed_ids(OLD)).matched} == {"name"}


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

    assert (one.by, one.after.id) == ("likeness", "x1")


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
    assert [one.is_nothing for one in road([OLD, OLD, renamed_ids(OLD)])] == [True, True]
    assert road([OLD]) == ()


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


@given(processes())
def test_a_process_does_not_differ_from_itself(one: WorkProcess) -> None:
    assert compare(one, one).is_nothing


@given(processes(), processes())
def test_every_step_is_in_one_place_and_only_one(old: WorkProcess, new: WorkProcess) -> None:
    found = compare(old, new)

    before = [one.before.id for one in found.matched] + [one.id for one in found.removed]
    after = [one.after.id for one in found.matched] + [one.id for one in found.added]
    assert sorted(before) == sorted(one.id for one in old.steps)
    assert sorted(after) == sorted(one.id for one in new.steps)


@given(processes(), processes())
def test_names_in_common_are_matched_whatever_the_ids(old: WorkProcess, new: WorkProcess) -> None:
    found = compare(old, renamed_ids(new))

    left = {one.name.casefold() for one in found.removed} - {""}
    came = {one.name.casefold() for one in found.added} - {""}
    assert not left & came


@given(processes(), processes(), st.randoms(use_true_random=False))
def test_the_order_in_which_steps_are_written_does_not_matter(
    old: WorkProcess, new: WorkProcess, chance: random.Random
) -> None:
    unlike = len({(one.label.nl.casefold(), one.lead) for one in new.steps}) == len(new.steps)
    shuffled = attrs.evolve(new, steps=tuple(chance.sample(new.steps, len(new.steps))))

    one, other = compare(old, new), compare(old, shuffled)

    if unlike:
        assert {(m.before.id, m.after.id) for m in one.matched} == {
            (m.before.id, m.after.id) for m in other.matched
        }
    assert sorted(m.name for m in one.removed) == sorted(m.name for m in other.removed)
