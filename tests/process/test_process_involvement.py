"""Who takes part where, and how heavy a border weighs."""

from __future__ import annotations

import attrs
from process_parts import dossier, edges, letters, line, step

from lerendwerk_core.model.process import Edge, WorkProcess
from lerendwerk_core.process.borders import BUSIEST, weighed_borders
from lerendwerk_core.process.involvement import Overlap, involvement
from lerendwerk_core.vocabulary import Rung

WORK = line(
    [
        step("melden", "loket"),
        step("praten", "loket", "hulp"),
        step("besluiten", "besluit", "loket"),
        step("helpen", "hulp"),
    ]
)


def test_every_discipline_has_the_steps_it_performs_and_those_it_leads() -> None:
    found = involvement(dossier(WORK), WORK)

    assert found.performs["loket"] == ("melden", "praten", "besluiten")
    assert found.leads["loket"] == ("melden", "praten")
    assert found.performs["hulp"] == ("praten", "helpen")
    assert found.alone == ("melden", "helpen")


def test_a_bridge_performs_both_ends_of_a_far_border() -> None:
    found = involvement(dossier(WORK), WORK)

    # From praten (loket) to besluiten (besluit) the department differs, and loket does both.
    assert {one.discipline: one.borders for one in found.bridges} == {
        "loket": (("praten", "besluiten"),)
    }


def test_disciplines_that_do_the_same_steps_overlap() -> None:
    twice = line([step("a", "loket", "balie"), step("b", "balie", "loket"), step("c", "loket")])

    assert involvement(dossier(twice), twice).overlaps == (
        Overlap(first="loket", second="balie", steps=("a", "b")),
    )


def test_the_highest_border_comes_first() -> None:
    found = involvement(dossier(WORK), WORK).borders

    assert [(one.source, one.border, one.weight) for one in found] == [
        ("besluiten", Rung.OTHER_ORGANISATION, 3),
        ("praten", Rung.OTHER_DEPARTMENT, 2),
    ]


def test_a_busy_border_weighs_more_than_one_that_is_hardly_used() -> None:
    seen = {("praten", "besluiten"): 200, ("besluiten", "helpen"): 30, ("melden", "praten"): 100}
    ways = tuple(attrs.evolve(e, seen=seen[e.source, e.target]) for e in WORK.edges)
    busy = attrs.evolve(WORK, edges=ways)

    weights = {edge.source: weight for edge, weight in weighed_borders(dossier(busy), busy)}

    assert weights == {"praten": 2 * BUSIEST, "besluiten": 3 * 2}


def test_a_way_that_was_never_seen_still_weighs_something() -> None:
    ways = (Edge(source="besluiten", target="helpen", seen=0), *edges())
    unseen = attrs.evolve(WORK, edges=(*ways, Edge(source="melden", target="praten", seen=9)))

    weights = {edge.source: weight for edge, weight in weighed_borders(dossier(unseen), unseen)}

    assert weights == {"besluiten": 3}


def test_steps_without_performers_involve_nobody() -> None:
    bare = letters("abc")
    found = involvement(dossier(bare), bare)

    assert (found.performs, found.alone, found.bridges, found.borders) == ({}, (), (), ())


def test_an_empty_process_involves_nobody() -> None:
    nothing = WorkProcess(id="leeg")

    assert involvement(dossier(nothing), nothing).overlaps == ()
