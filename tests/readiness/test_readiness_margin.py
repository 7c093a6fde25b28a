"""Route, margin and the family of smallest flip sets against trying every change."""

from __future__ import annotations

import itertools

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import assessed, checklist, fillings, route_of, sheet

from lerendwerk_core.model.contracts import Tally
from lerendwerk_core.readiness.margin import LISTED_FLIPS, margins, sets_of
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.vocabulary import Route

Flips = set[tuple[str, ...]]


def decided(letters: tuple[str, ...], last: int) -> Route:
    """The route of *letters*, undetermined while open answers leave more than one."""
    reachable = {route_of(filled, last) for filled in fillings(letters)}
    return reachable.pop() if len(reachable) == 1 else Route.UNDETERMINED


def others(letter: str) -> str:
    """The kinds of answer that *letter* can change into."""
    return {"g": "n", "n": "g", "p": "g", "o": "gn", "x": ""}[letter]


def smallest_flips(letters: tuple[str, ...], last: int) -> tuple[int, Flips]:
    """The least number of changes to another route, and every set of that many items that does."""
    route = decided(letters, last)
    for size in range(1, len(letters) + 1):
        found: Flips = set()
        for places in itertools.combinations(range(len(letters)), size):
            for changes in itertools.product(*(others(letters[place]) for place in places)):
                changed = list(letters)
                for place, letter in zip(places, changes, strict=True):
                    changed[place] = letter
                if decided(tuple(changed), last) is not route:
                    found.add(tuple(f"i{place}" for place in places))
        if found:
            return size, found
    return 0, set()


def reached(letters: tuple[str, ...], last: int, places: tuple[int, ...]) -> set[Route]:
    """Every route to which some other answers to *places*, and to no other items, lead."""
    found: set[Route] = set()
    for changes in itertools.product(*(others(letters[place]) for place in places)):
        changed = list(letters)
        for place, letter in zip(places, changes, strict=True):
            changed[place] = letter
        found.add(decided(tuple(changed), last))
    return found


def minimal_flips(letters: tuple[str, ...], last: int) -> list[set[int]]:
    """Every set of items that leads to another route and of which no part does, smallest first."""
    route, found = decided(letters, last), list[set[int]]()
    for size in range(1, len(letters) + 1):
        for places in itertools.combinations(range(len(letters)), size):
            within = any(one <= set(places) for one in found)
            if not within and reached(letters, last, places) - {route}:
                found.append(set(places))
    return found


def least(letters: tuple[str, ...], last: int) -> dict[str, tuple[int, int]]:
    """Per other route the least number of changes that lead to it, and how many sets of so many do."""
    route, found = decided(letters, last), dict[str, tuple[int, int]]()
    for size in range(1, len(letters) + 1):
        for places in itertools.combinations(range(len(letters)), size):
            for other in reached(letters, last, places) - {route, Route.UNDETERMINED}:
                few, sets = found.get(other.value, (size, 0))
                if few == size:
                    found[other.value] = few, sets + 1
    return found


sheets = st.text("gpnox", min_size=3, max_size=8).filter(lambda one: len(one) - one.count("x") >= 3)


@settings(max_examples=150, deadline=None)
@given(sheets, st.data())
def test_the_minimal_sets_are_those_that_trying_everything_finds(
    letters: str, data: st.DataObject
) -> None:
    last = data.draw(st.integers(0, len(letters) - 1))

    found = assessed(letters, last)

    expected = minimal_flips(tuple(letters), last)
    assert found.minimal_total == len(expected)
    sizes = [len(one) for one in found.minimal]
    assert sizes == sorted(sizes)
    assert len({*found.minimal}) == len(found.minimal) == min(len(expected), LISTED_FLIPS)
    assert all({int(item[1:]) for item in one} in expected for one in found.minimal)
    assert set(found.flips) <= {*found.minimal} or len(expected) > LISTED_FLIPS


@settings(max_examples=150, deadline=None)
@given(sheets, st.data())
def test_what_it_takes_to_reach_a_route_is_what_trying_everything_finds(
    letters: str, data: st.DataObject
) -> None:
    last = data.draw(st.integers(0, len(letters) - 1))

    found = assessed(letters, last).reach

    reach = {route: (one.answers, one.total) for route, one in found.items()}
    assert reach == least(tuple(letters), last)
    for route, one in found.items():
        for items in one.sets:
            places = tuple(int(item[1:]) for item in items)
            assert Route.valued(route) in reached(tuple(letters), last, places)


@attrs.frozen
class Stepwise:
    """A rule that goes to and fro with the number of deficient items."""

    routes: tuple[Route, ...]
    key: str = "stepwise"

    def __call__(self, tally: Tally) -> tuple[Route, bool]:
        return self.routes[(tally.deficient + tally.last_is_deficient) % len(self.routes)], False


@settings(max_examples=100, deadline=None)
@given(
    st.text("gno", min_size=3, max_size=6),
    st.lists(
        st.sampled_from([Route.SECURE, Route.COURSES, Route.TARGETED]), min_size=1, max_size=5
    ),
)
def test_any_rule_has_its_minimal_sets_found(letters: str, routes: list[Route]) -> None:
    rule, list_ = Stepwise(tuple(routes)), checklist(len(letters))

    def route(changed: tuple[str, ...]) -> Route:
        return decide(position_of(list_, sheet(changed)), rule)[0]

    expected: list[set[int]] = []
    for size in range(1, len(letters) + 1):
        for places in itertools.combinations(range(len(letters)), size):
            if any(one <= set(places) for one in expected):
                continue
            for changes in itertools.product(*(others(letters[place]) for place in places)):
                changed = list(letters)
                for place, letter in zip(places, changes, strict=True):
                    changed[place] = letter
                if route(tuple(changed)) is not route(tuple(letters)):
                    expected.append(set(places))
                    break

    found = margins(position_of(list_, sheet(letters)), rule)

    sets = sets_of(list_, sheet(letters), found.minimal, limit=1000)
    assert sets.total == len(sets.listed) == len(expected)
    assert [{int(item[1:]) for item in one} for one in sets.listed] == expected


def agrees(letters: tuple[str, ...], last: int) -> None:
    found = assessed(letters, last)
    margin, flips = smallest_flips(letters, last)
    assert found.route is decided(letters, last)
    assert (found.margin, found.flips_total) == (margin, len(flips))
    assert len(found.flips) == len(set(found.flips)) == min(len(flips), LISTED_FLIPS)
    assert set(found.flips) <= flips


@pytest.mark.parametrize(("count", "last"), [(3, 2), (3, 0), (4, 3), (5, 4), (5, 1), (6, 5)])
def test_every_complete_sheet_has_the_flips_that_trying_everything_finds(
    count: int, last: int
) -> None:
    for letters in itertools.product("gpn", repeat=count):
        agrees(letters, last)


@pytest.mark.parametrize(("count", "last"), [(3, 2), (4, 3), (4, 0)])
def test_open_and_inapplicable_answers_have_the_flips_that_trying_everything_finds(
    count: int, last: int
) -> None:
    for letters in itertools.product("gnox", repeat=count):
        if count - letters.count("x") >= 3:
            agrees(letters, last)


@pytest.mark.parametrize("letters", ["gnoogn", "ooooon", "xnoogn", "nnxxoog", "nnnoooo"])
def test_longer_sheets_with_open_answers_agree_too(letters: str) -> None:
    agrees(tuple(letters), len(letters) - 1)


def test_flips_stand_in_the_order_of_the_checklist() -> None:
    found = assessed("nnnnngggg")

    assert found.flips == (("i0",), ("i1",), ("i2",), ("i3",), ("i4",))


def test_only_so_many_flips_are_listed_but_all_are_counted() -> None:
    found = assessed("n" * 17)

    assert len(found.flips) == LISTED_FLIPS
    assert found.flips_total == 24310  # 9 of 17: 16 others, or 8 of them with the last item
    assert all(len(one) == found.margin == 9 for one in found.flips)


def test_a_long_checklist_counts_more_flips_than_could_be_listed() -> None:
    found = assessed("n" * 61)

    assert found.margin == 31
    assert found.flips_total > 10**17
    assert len(found.flips) == LISTED_FLIPS
