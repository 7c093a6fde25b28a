"""Sets with so many items of each kind, against going through all sets there are."""

from __future__ import annotations

import itertools
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.readiness.proof.item_sets import sets_with

numbers = st.fixed_dictionaries({kind: st.integers(0, 3) for kind in "abc"})


@given(
    st.text("abcx", min_size=1, max_size=8),
    st.lists(numbers, max_size=4, unique_by=lambda one: tuple(one.values())),
    st.integers(0, 12),
)
def test_the_first_sets_are_listed_in_order_and_all_are_counted(
    letters: str, choices: list[dict[str, int]], limit: int
) -> None:
    kinds = {f"i{place}": letter for place, letter in enumerate(letters)}

    expected = [
        items
        for size in range(len(kinds) + 1)
        for items in itertools.combinations(kinds, size)
        if any(Counter(kinds[item] for item in items) == Counter(one) for one in choices)
    ]

    found = sets_with(kinds, choices, limit)
    assert found.total == len(expected)
    assert list(found.listed) == expected[:limit]
    assert list(sets_with(kinds, choices).listed) == expected


def test_of_more_sets_than_there_are_atoms_the_first_are_there_at_once() -> None:
    kinds = {f"i{place}": "a" for place in range(2000)}

    found = sets_with(kinds, [{"a": 1000}], limit=2)

    assert found.total > 10**600
    assert found.listed[0] == tuple(f"i{place}" for place in range(1000))
    assert found.listed[1] == (*found.listed[0][:-1], "i1000")
