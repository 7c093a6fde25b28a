"""Small counts: nothing that leaves gives one away, and nothing is hidden without need."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.disclosure import (
    Bounds,
    below,
    is_determined,
    open_counts,
    too_few_follow,
    total_of,
)

CELLS = "abcd"
few = st.integers(0, 12)
tables = st.lists(few, min_size=1, max_size=4).map(lambda one: dict(zip(CELLS, one, strict=False)))
minimums = st.integers(3, 6)

STAFF = {
    "jeugdconsulent": 7,
    "gedragswetenschapper": 3,
    "jeugd_gezinswerker": 14,
    "opvoedondersteuner": 5,
    "jeugdverpleegkundige": 6,
    "jeugdarts": 2,
    "jeugdbeschermer": 4,
    "ggz_behandelaar": 4,
    "schoolmaatschappelijk_werker": 3,
}
"""The staff of the fictitious scenario S1, and below it the needs that its people name."""

NEEDS = {
    "n1": {"jeugd_gezinswerker": 11, "jeugdconsulent": 2, "jeugdbeschermer": 1},
    "n2": {
        "jeugd_gezinswerker": 9,
        "jeugdverpleegkundige": 5,
        "schoolmaatschappelijk_werker": 3,
        "jeugdconsulent": 4,
        "ggz_behandelaar": 2,
    },
    "n3": {"jeugdconsulent": 5, "opvoedondersteuner": 3},
    "n4": {"jeugd_gezinswerker": 6, "opvoedondersteuner": 4},
    "n5": {"opvoedondersteuner": 3, "jeugdconsulent": 1},
    "n6": {"jeugdconsulent": 2},
}


def consistent(total: int, bounds: Sequence[Bounds]) -> Iterator[tuple[int, ...]]:
    """Every way to fill cells within *bounds* so that they add up to *total*."""
    ranges = [range(low, high + 1) for low, high in bounds]
    return (one for one in itertools.product(*ranges) if sum(one) == total)


def values_of(total: int, bounds: Sequence[Bounds], place: int) -> set[int]:
    """What an attacker holds possible for the cell at *place*."""
    return {one[place] for one in consistent(total, bounds)}


@given(
    st.lists(st.tuples(st.integers(1, 3), st.integers(3, 5)), min_size=1, max_size=3),
    st.lists(st.tuples(st.just(5), st.integers(5, 9)), max_size=2),
    st.data(),
)
def test_a_cell_is_determined_exactly_when_one_value_is_left_for_it(
    small: list[Bounds], others: list[Bounds], data: st.DataObject
) -> None:
    bounds = [*small, *others]
    total = sum(data.draw(st.integers(low, high)) for low, high in bounds)

    found = is_determined(total, small, others)

    assert found == any(len(values_of(total, bounds, one)) == 1 for one in range(len(small)))


@given(tables, st.lists(st.integers(0, 6), min_size=4, max_size=4), minimums)
def test_a_total_is_shown_exactly_when_it_leaves_every_small_cell_in_doubt(
    counts: dict[str, int], spare: list[int], minimum: int
) -> None:
    most = {cell: counts[cell] + more for cell, more in zip(counts, spare, strict=False)}
    named = [cell for cell in counts if counts[cell]]
    small = [cell for cell in named if counts[cell] < minimum]
    bounds = [
        (1, min(minimum - 1, most[cell])) if cell in small else (minimum, most[cell])
        for cell in named
    ]
    total = sum(counts.values())

    found = total_of(counts, most, minimum)

    doubted = (len(values_of(total, bounds, named.index(cell))) > 1 for cell in small)
    assert found == (total if total >= minimum and all(doubted) else None)


@given(tables, minimums)
def test_what_is_open_leaves_every_hidden_small_cell_in_doubt(
    counts: dict[str, int], minimum: int
) -> None:
    found = open_counts(counts, minimum)

    assert {cell for cell in counts if 0 < counts[cell] < minimum} <= set(found.hidden)
    assert dict(found.shown) == {one: counts[one] for one in counts if one not in found.hidden}
    if found.hidden and found.total is not None:
        left = found.total - sum(found.shown.values())
        bounds = [
            (1, minimum - 1) if counts[cell] < minimum else (minimum, left) for cell in found.hidden
        ]
        assert left >= minimum
        for place, cell in enumerate(found.hidden):
            assert counts[cell] >= minimum or len(values_of(left, bounds, place)) > 1


@pytest.mark.parametrize(
    ("minimum", "cells", "most"), [(3, 3, 8), (3, 4, 5), (5, 2, 14), (5, 3, 9)]
)
def test_not_even_who_knows_how_the_library_decides_can_work_out_a_small_count(
    minimum: int, cells: int, most: int
) -> None:
    possible: dict[object, list[tuple[int, ...]]] = defaultdict(list)
    for counts in itertools.product(range(most + 1), repeat=cells):
        seen = open_counts(dict(zip(CELLS, counts, strict=False)), minimum)
        possible[seen].append(counts)

    for seen, behind in possible.items():
        for cell in seen.hidden:
            values = {counts[CELLS.index(cell)] for counts in behind}
            assert len(values) > 1 or min(values) >= minimum, (seen, behind)


@given(tables, minimums)
def test_no_cell_is_hidden_beside_the_small_ones_unless_they_need_it(
    counts: dict[str, int], minimum: int
) -> None:
    small = {cell: count for cell, count in counts.items() if 0 < count < minimum}
    bounds = [(1, minimum - 1)] * len(small)
    left = sum(small.values())
    in_doubt = all(len(values_of(left, bounds, place)) > 1 for place in range(len(small)))

    found = open_counts(counts, minimum)

    if not small:
        assert (found.hidden, found.total) == ((), sum(counts.values()))
    if small and left >= minimum and in_doubt:
        assert set(found.hidden) == set(small)


@given(tables, minimums)
def test_what_is_hidden_is_never_larger_than_what_is_shown(
    counts: dict[str, int], minimum: int
) -> None:
    found = open_counts(counts, minimum)

    shown = [count for count in found.shown.values() if count]
    if shown and found.hidden:
        assert max(counts[cell] for cell in found.hidden) < min(shown)


def test_a_visible_cell_that_equals_the_hidden_one_is_hidden_with_it() -> None:
    found = open_counts({"a": 5, "b": 5, "c": 3, "d": 9}, 5)

    assert (found.hidden, dict(found.shown), found.total) == (("a", "b", "c"), {"d": 9}, 22)


@pytest.mark.parametrize(
    ("counts", "hidden", "total"),
    [
        ({"a": 0, "b": 6}, "", 6),
        ({"a": 4, "b": 6, "c": 9}, "ab", 19),
        ({"a": 1, "b": 1, "c": 1, "d": 6}, "abcd", 9),
        ({"a": 2, "b": 4, "c": 9}, "ab", 15),
        ({"a": 4}, "a", None),
        ({"a": 4, "b": 4}, "ab", None),
        ({"a": 1, "b": 1, "c": 1, "d": 1}, "abcd", None),
        ({}, "", 0),
    ],
)
def test_tables_with_small_cells_show_what_they_can(
    counts: Mapping[str, int], hidden: str, total: int | None
) -> None:
    found = open_counts(counts, 5)

    assert ("".join(found.hidden), found.total) == (hidden, total)


@pytest.mark.parametrize(
    ("need", "total"),
    [("n1", 14), ("n2", 23), ("n3", 8), ("n4", 10), ("n5", None), ("n6", None)],
)
def test_the_needs_of_the_scenario_are_shown_where_it_is_safe_and_only_there(
    need: str, total: int | None
) -> None:
    assert total_of(NEEDS[need], STAFF, 5) == total


def test_the_staff_of_the_scenario_needs_no_more_than_its_small_cells_hidden() -> None:
    found = open_counts(STAFF, 5)

    assert set(found.hidden) == {cell for cell, count in STAFF.items() if count < 5}
    assert found.total == 48


@pytest.mark.parametrize(("count", "expected"), [(4, True), (5, False), (4.99, True), (0, True)])
def test_below_is_strict(count: float, expected: bool) -> None:
    assert below(count, 5) == expected


# -- breakdowns beside each other ----------------------------------------------------------------


def test_the_rest_of_a_cell_that_lies_in_another_is_told_by_both() -> None:
    atoms = {("a", "x"): 8, ("a", "y"): 1, ("a", "z"): 1, ("b", "y"): 6, ("b", "z"): 7}
    everything = [("a", "b"), ("x", "y", "z")]

    assert too_few_follow(atoms, everything, 5)  # a less x is two people


@given(
    st.dictionaries(
        st.tuples(st.sampled_from("ab"), st.sampled_from("xyz")), st.integers(1, 9), min_size=1
    ),
    st.sets(st.sampled_from("ab")),
    st.sets(st.sampled_from("xyz")),
)
def test_what_follows_from_two_breakdowns_is_a_sum_of_what_is_shown(
    atoms: dict[tuple[str, ...], int], first: set[str], second: set[str]
) -> None:
    shown = [sorted(first), sorted(second)]

    assert too_few_follow(atoms, shown, 5) == follows(atoms, shown, 5)


def follows(
    atoms: Mapping[tuple[str, ...], int], shown: Sequence[Sequence[str]], minimum: int
) -> bool:
    """The same by rank, over fractions: a small group follows when it adds nothing to what is known."""
    keys = list(atoms)
    cells = [{k for k in keys if k[at] == c} for at in (0, 1) for c in {k[at] for k in keys}]
    seen = [{k for k in keys if k[at] == c} for at, own in enumerate(shown) for c in own]
    known = [set(keys), *seen]
    groups = [{k} for k in keys]
    groups += [a & b for a in cells for b in cells] + [a - b for a in cells for b in cells]
    few = [one for one in groups if 0 < sum(atoms[k] for k in one) < minimum]
    return any(rank(keys, known) == rank(keys, [*known, one]) for one in few)


def rank(keys: Sequence[tuple[str, ...]], groups: Sequence[set[tuple[str, ...]]]) -> int:
    rows = [[Fraction(k in one) for k in keys] for one in groups]
    found = 0
    for column in range(len(keys)):
        pivot = next((r for r in rows[found:] if r[column]), None)
        if pivot is None:
            continue
        rows.remove(pivot)
        rows.insert(found, pivot)
        for other in rows[found + 1 :]:
            share = other[column] / pivot[column]
            other[:] = [a - share * b for a, b in zip(other, pivot, strict=True)]
        found += 1
    return found
