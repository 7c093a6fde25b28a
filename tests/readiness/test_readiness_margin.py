"""Route, margin and the family of smallest flip sets against trying every change."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readiness_sheets import assessed, checklist, fillings, route_of, sheet

from lerendwerk_core.model.contracts import RouteRule, Tally
from lerendwerk_core.readiness.proof.margin import LISTED_FLIPS, Shape, margins, sets_of
from lerendwerk_core.readiness.rule import SourceRule, decide, position_of
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
class Drawn:
    """Any rule at all: *steps* says where it goes, by the number of deficient items, to and fro."""

    steps: tuple[tuple[Route, Route], ...]
    key: str = "drawn"

    def __call__(self, tally: Tally) -> tuple[Route, bool]:
        step = self.steps[(tally.deficient + 2 * tally.items) % len(self.steps)]
        return step[tally.last_is_deficient], False


@attrs.frozen
class Rising:
    """Any rule that goes one way: further along *bounds* as more items lack, the last counting extra."""

    bounds: tuple[int, ...]
    extra: int
    key: str = "rising"

    def __call__(self, tally: Tally) -> tuple[Route, bool]:
        lacking = tally.deficient + self.extra * tally.last_is_deficient
        return list(Route)[sum(bound <= lacking for bound in self.bounds)], False


step = st.tuples(*[st.sampled_from([Route.SECURE, Route.COURSES, Route.TARGETED])] * 2)
rules = st.one_of(
    st.builds(Drawn, st.lists(step, min_size=1, max_size=9).map(tuple)),
    st.builds(Rising, st.lists(st.integers(0, 9), max_size=3).map(tuple), st.integers(0, 3)),
)


@settings(max_examples=250, deadline=None)
@given(sheets.filter(lambda one: len(one) < 8), st.data(), rules)
def test_any_rule_has_its_minimal_sets_and_routes_found(
    letters: str, data: st.DataObject, rule: RouteRule
) -> None:
    list_ = checklist(len(letters), data.draw(st.integers(0, len(letters) - 1)))

    def reached(places: tuple[int, ...]) -> set[Route]:
        every = itertools.product(*(others(letters[place]) for place in places))
        mixed = (
            {**dict(enumerate(letters)), **dict(zip(places, one, strict=True))} for one in every
        )
        positions = (position_of(list_, sheet(list(one.values()))) for one in mixed)
        return {decide(position, rule)[0] for position in positions}

    now, minimal = reached(()).pop(), list[tuple[int, ...]]()
    fewest: dict[Route, list[tuple[int, ...]]] = {}
    for size in range(1, len(letters) + 1):
        for places in itertools.combinations(range(len(letters)), size):
            routes = reached(places) - {now}
            if routes and not any(set(one) <= set(places) for one in minimal):
                minimal.append(places)
            for route in routes - {Route.UNDETERMINED}:
                if len(fewest.setdefault(route, [places])[0]) == size:
                    fewest[route].append(places)

    found = margins(position_of(list_, sheet(letters)), rule)

    def listed(shapes: Sequence[Shape]) -> list[tuple[int, ...]]:
        sets = sets_of(list_, sheet(letters), shapes, limit=1000)
        assert sets.total == len(sets.listed)
        return [tuple(int(item[1:]) for item in one) for one in sets.listed]

    assert listed(found.minimal) == minimal
    sets = {route: listed(shapes) for route, shapes in found.reach.items()}
    assert sets == {route: list(dict.fromkeys(places)) for route, places in fewest.items()}


def test_with_many_open_items_a_rule_is_asked_once_per_tally() -> None:
    asked: Counter[Tally] = Counter()

    @attrs.frozen
    class Counting(SourceRule):
        def __call__(self, tally: Tally) -> tuple[Route, bool]:
            asked[tally] += 1
            return super().__call__(tally)

    letters = "n" * 30 + "g" * 30 + "o" * 60
    found = margins(position_of(checklist(120), sheet(letters)), Counting())

    assert len(found.minimal) > 100
    assert set(asked.values()) == {1}
    assert len(asked) == 2 * 120


def test_an_item_that_a_layer_set_aside_is_in_no_set() -> None:
    whole = checklist(5)
    aside = attrs.evolve(whole.items[0], applies=False)
    tailored = attrs.evolve(whole, items=(aside, *whole.items[1:]))
    said = sheet("nnngg")

    found = margins(position_of(tailored, said), SourceRule())

    sets = sets_of(tailored, said, found.minimal, limit=1000)
    assert sets.listed
    assert not any("i0" in one for one in sets.listed)


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
