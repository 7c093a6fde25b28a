"""The least repair of a RACI, against every row that could be; borders and what changed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.alignment import align
from lerendwerk_core.alignment.conflicts import conflicts_in
from lerendwerk_core.alignment.repair import Evidence, repair
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Agreement
from lerendwerk_core.model.people import Organisation, Person
from lerendwerk_core.model.process import Edge, Step, WorkProcess
from lerendwerk_core.model.raci import CELLS, RaciRow
from lerendwerk_core.process import neighbours
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import AgreementKind
from make import read

PARTIES = ("a", "b", "client")
Cells = tuple[frozenset[str], ...]

cells = st.lists(st.sampled_from(PARTIES), max_size=3, unique=True).map(tuple)
rows = st.builds(RaciRow, accountable=cells, responsible=cells, consulted=cells, informed=cells)
says = st.lists(st.sampled_from(["a", "b"]), max_size=2).map(
    lambda names: [Evidence(party=one, because=Text.of(one)) for one in names]
)


def cells_of(row: RaciRow) -> Cells:
    return tuple(frozenset(getattr(row, name)) for name in CELLS)


def subsets() -> list[frozenset[str]]:
    sizes = (combinations(PARTIES, size) for size in range(len(PARTIES) + 1))
    return [frozenset(one) for one in chain.from_iterable(sizes)]


def whole(row: Cells) -> bool:
    accountable, responsible, consulted, informed = row
    doing = accountable | responsible
    return (
        len(accountable) == 1
        and "client" not in accountable
        and bool(responsible)
        and not doing & (consulted | informed)
        and not consulted & informed
    )


WHOLE = [row for row in product(subsets(), repeat=4) if whole(row)]


def distance(one: Cells, other: Cells) -> int:
    return sum(len(these ^ those) for these, those in zip(one, other, strict=True))


@settings(max_examples=300)
@given(rows, says)
def test_no_row_that_is_whole_is_nearer(row: RaciRow, evidence: list[Evidence]) -> None:
    # With nothing that names anyone, a choice stands for whoever is chosen.
    known = evidence or [Evidence(party="a", because=Text.of("a"))]

    found = repair({"s": row}, {"s": known})

    after = cells_of(found.rows["s"])
    assert whole(after)
    assert len(found.changes) == distance(cells_of(row), after)
    named = {one.party for one in known} | set(row.accountable)
    ways = [distance(cells_of(row), one) for one in WHOLE if one[0] <= named]
    assert len(found.changes) == min(ways)
    if set(row.accountable) - {"client"}:
        assert min(ways) == min(distance(cells_of(row), one) for one in WHOLE)


@given(rows, says)
def test_a_repaired_row_has_no_conflict_and_is_left_alone(
    row: RaciRow, evidence: list[Evidence]
) -> None:
    found = repair({"s": row}, {"s": [*evidence, Evidence(party="b", because=Text.of("b"))]})

    assert list(conflicts_in(found.rows)) == []
    again = repair(found.rows, {})
    assert again.changes == ()
    assert again.rows == found.rows


@given(rows)
def test_a_row_conflicts_exactly_when_it_is_not_whole(row: RaciRow) -> None:
    conflicts = list(conflicts_in({"s": row}))

    assert bool(conflicts) == (not whole(cells_of(row)))
    assert bool(repair({"s": row}, {}).changes) == bool(conflicts)


@given(st.lists(rows, min_size=2, max_size=4))
def test_the_order_of_rows_makes_no_difference(many: list[RaciRow]) -> None:
    named = {f"s{at}": row for at, row in enumerate(many)}
    turned = dict(reversed(named.items()))

    one, other = repair(named, {}), repair(turned, {})

    assert sorted(one.changes, key=str) == sorted(other.changes, key=str)


def test_the_first_evidence_decides_between_equals() -> None:
    row = RaciRow(accountable=("a", "b"), responsible=("a",))
    evidence = [Evidence(party="b", because=Text.of("model"))]

    (change,) = repair({"s": row}, {"s": evidence}).changes

    assert (change.cell, change.party, change.put) == ("accountable", "a", False)


def test_fewer_changes_go_before_stronger_evidence() -> None:
    row = RaciRow(accountable=("a",), responsible=("a",), consulted=("a",))
    evidence = [Evidence(party="b", because=Text.of("model"))]

    (change,) = repair({"s": row}, {"s": evidence}).changes

    assert (change.cell, change.party) == ("consulted", "a")


def test_where_nothing_says_who_a_choice_is_asked() -> None:
    found = repair({"s": RaciRow(accountable=(), responsible=("client",))}, {})

    (change,) = found.changes
    assert (change.cell, change.party, change.put) == ("accountable", "", True)
    assert "kies" in change.because.nl


def test_the_known_scenario_shape(bench: lw.Workbench, tmp_path: Path) -> None:
    more = """
    regie: {arrangements: [{model: volledige_regie}]}
    """
    dossier = read(bench, tmp_path, more)
    assert dossier.process is not None
    steps = list(dossier.process.steps)
    steps[0] = attrs.evolve(
        steps[0], raci=RaciRow(accountable=("gem", "zorg"), responsible=("gem",))
    )
    steps[1] = attrs.evolve(steps[1], raci=RaciRow(accountable=(), responsible=("zorg",)))
    broken = attrs.evolve(dossier, process=attrs.evolve(dossier.process, steps=tuple(steps)))

    found = bench.align(broken)

    roles = found.roles["1"]
    assert [(one.row, one.party, one.put) for one in roles.repair.changes] == [
        ("s1", "zorg", False),
        ("s2", "gem", True),
    ]
    assert "regiemodel" in roles.repair.changes[1].because.nl
    # s3 is zorg's in the RACI, and the municipality's by the model
    assert dict(roles.elsewhere) == {"s3": "gem"}
    codes = {one.code for one in lw.alignment.findings(broken, found)}
    assert {"row-several-accountable", "row-no-accountable", "accountable-elsewhere"} <= codes
    assert lw.alignment.Alignment.from_dict(found.to_dict()) == found


# -- borders -----------------------------------------------------------------------------------------

ORGANISATIONS = tuple(Organisation(id=one, label=Text.of(one)) for one in ("a", "b", "c"))
PEOPLE = tuple(
    Person(code=f"P-{one}", discipline=f"d{one}", organisation=one) for one in ("a", "b", "c")
)
performers = st.lists(st.sampled_from(["da", "db", "dc", "x"]), max_size=2, unique=True).map(tuple)


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    steps = tuple(
        Step(id=f"s{at}", label=Text.of("s"), performers=draw(performers)) for at in range(3)
    )
    edges = draw(st.lists(st.tuples(st.sampled_from("012"), st.sampled_from("012")), max_size=4))
    parties = st.lists(st.sampled_from(["a", "b", "c"]), unique=True).map(tuple)
    agreements = tuple(
        Agreement(
            id=f"a{at}",
            kind=AgreementKind.ROLE,
            label=Text.of("a"),
            parties=draw(parties),
            steps=draw(st.lists(st.sampled_from(["s0", "s2"]), unique=True).map(tuple)),
        )
        for at in range(2)
    )
    process = WorkProcess(
        id="p",
        steps=steps,
        edges=tuple(Edge(source=f"s{one}", target=f"s{other}") for one, other in edges),
    )
    return Dossier(
        id="x",
        organisations=ORGANISATIONS,
        people=PEOPLE,
        process=process,
        agreements=agreements,
    )


def pairs_of(dossier: Dossier) -> Iterator[tuple[str, str, str]]:
    """Every pair of organisations that meets, with the step at which it does."""
    assert dossier.process is not None
    steps = {step.id: step for step in dossier.process.steps}
    for one, other in combinations("abc", 2):
        for step in steps.values():
            if {f"d{one}", f"d{other}"} <= set(step.performers):
                yield one, other, step.id
        for edge in dossier.process.edges:
            leads = {steps[edge.source].lead, steps[edge.target].lead}
            if leads == {f"d{one}", f"d{other}"}:
                yield one, other, edge.source
                yield one, other, edge.target


@given(dossiers())
def test_borders_are_where_two_organisations_meet(dossier: Dossier) -> None:
    assert dossier.process is not None

    found = neighbours(dossier, dossier.process)

    met = set(pairs_of(dossier))
    assert {one.parties for one in found} == {(one, other) for one, other, _ in met}
    assert list(found) == sorted(found, key=lambda one: one.parties)
    for border in found:
        places = {place for one, other, place in met if (one, other) == border.parties}
        assert {*border.steps, *chain.from_iterable(border.handovers)} == places
        aligned = {
            one.id
            for one in dossier.agreements
            if set(border.parties) <= set(one.parties)
            and (not one.steps or places & set(one.steps))
        }
        assert set(border.agreements) == aligned


# -- before and after --------------------------------------------------------------------------------


def version(number: int, *rows: RaciRow) -> WorkProcess:
    steps = tuple(Step(id=f"s{at}", label=Text.of("s"), raci=row) for at, row in enumerate(rows, 1))
    return WorkProcess(id="p", version=number, steps=steps)


def test_what_a_version_changed_in_the_roles() -> None:
    broken = RaciRow(accountable=("a", "b"), responsible=("a",))
    mended = RaciRow(accountable=("b",), responsible=("a", "c"))
    stays = RaciRow(accountable=(), responsible=("a",))
    fine = RaciRow(accountable=("a",), responsible=("a",))
    worse = RaciRow(accountable=("a",), responsible=())
    before, after = version(1, broken, stays, fine), version(2, mended, stays, worse)
    dossier = Dossier(id="d", organisations=ORGANISATIONS, process=before)

    (found,) = align(dossier, (before, after)).changes

    assert found.resolved == (("s1", "row-several-accountable"),)
    assert found.remaining == (("s2", "row-no-accountable"),)
    assert found.added == (("s3", "row-nobody-responsible"),)
    assert [(one.row, one.cell, one.came, one.left) for one in found.cells] == [
        ("s1", "accountable", (), ("a",)),
        ("s1", "responsible", ("c",), ()),
        ("s3", "responsible", (), ("a",)),
    ]
    assert found.borders_added == (("a", "c"),)


@given(rows, rows)
def test_the_changes_lead_from_one_to_the_other(one: RaciRow, other: RaciRow) -> None:
    before, after = version(1, one), version(2, other)
    dossier = Dossier(id="d", organisations=ORGANISATIONS, process=before)

    (found,) = align(dossier, (before, after)).changes

    cells = {name: set(getattr(one, name)) for name in CELLS}
    for move in found.cells:
        cells[move.cell] = (cells[move.cell] - set(move.left)) | set(move.came)
    assert cells == {name: set(getattr(other, name)) for name in CELLS}


@pytest.mark.parametrize("backend", [None, "pandas", "polars", "pyarrow"])
def test_roles_as_a_frame(backend: str | None) -> None:
    process = version(1, RaciRow(accountable=("a",), responsible=("a", "b")))
    dossier = Dossier(id="d", organisations=ORGANISATIONS, process=process)

    frame = align(dossier, (process,)).roles["1"].to_frame(backend)

    assert len(frame) == 3
    if backend is None:
        assert frame[0] == {"step": "s1", "cell": "accountable", "party": "a"}
