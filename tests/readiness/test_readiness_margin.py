"""Route, margin and the family of smallest flip sets against trying every change."""

from __future__ import annotations

import itertools

import pytest
from readiness_sheets import assessed, fillings, route_of

from lerendwerk_core.readiness.margin import LISTED_FLIPS
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
