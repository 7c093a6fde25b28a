"""How far respondents agree: properties, and what is not defined."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lerendwerk_core.readiness.agreement import (
    consensus,
    fleiss_kappa,
    is_polarised,
    kendalls_w,
    krippendorff_alpha,
    level_counts,
    mean_weighted_kappa,
    weighted_kappa,
)

levels = st.integers(0, 2)
maybe = st.one_of(st.none(), levels)


@st.composite
def ratings(
    draw: st.DrawFn, answers: st.SearchStrategy[int | None] = maybe
) -> list[list[int | None]]:
    items = draw(st.integers(1, 6))
    row = st.lists(answers, min_size=items, max_size=items)
    return draw(st.lists(row, min_size=2, max_size=6))


def plain_alpha(told: list[list[int | None]]) -> float | None:
    """Interval alpha by its definition: every pair of answers to an item against every pair at all."""
    units = [[one for one in column if one is not None] for column in zip(*told, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    every = [one for unit in units for one in unit]
    if len(set(every)) < 2:
        return None
    inside = sum(
        (a - b) ** 2 / (len(unit) - 1) for unit in units for a in unit for b in unit
    ) / len(every)
    overall = sum((a - b) ** 2 for a in every for b in every) / (len(every) * (len(every) - 1))
    return 1 - inside / overall


@given(ratings())
def test_alpha_is_what_its_definition_says(told: list[list[int | None]]) -> None:
    found, plain = krippendorff_alpha(told, level="interval"), plain_alpha(told)

    assert (found is None) == (plain is None)
    if found is not None and plain is not None:
        assert found == pytest.approx(plain)


@given(ratings())
def test_who_says_what_does_not_matter_to_alpha(told: list[list[int | None]]) -> None:
    for level in ("nominal", "ordinal", "interval"):
        assert krippendorff_alpha(told, level=level) == krippendorff_alpha(told[::-1], level=level)


@given(ratings())
def test_alpha_is_one_only_where_nobody_differs(told: list[list[int | None]]) -> None:
    alpha = krippendorff_alpha(told)
    assume(alpha is not None)

    columns = ([one for one in column if one is not None] for column in zip(*told, strict=True))
    assert (alpha == 1.0) == all(len(set(column)) < 2 for column in columns)


@given(st.lists(levels, min_size=1, max_size=8))
def test_somebody_agrees_with_themselves(row: list[int]) -> None:
    same = weighted_kappa(row, row)

    assert same == (None if len(set(row)) == 1 else 1.0)
    assert kendalls_w([row, row]) in (None, 1.0)


def test_what_is_not_defined_is_none_and_no_agreement() -> None:
    assert krippendorff_alpha([[1, 1], [1, 1]]) is None
    assert krippendorff_alpha([[0, None], [None, 1]]) is None
    assert fleiss_kappa([[1, 1], [1, 1]]) is None
    assert mean_weighted_kappa([[1, 1], [1, 1]]) is None
    assert kendalls_w([[1, 1], [1, 1]]) is None
    assert kendalls_w([[1, None], [1, 2]]) is None
    assert kendalls_w([]) is None
    assert consensus([0, 0, 0]) is None
    assert consensus([4]) == 1.0


def test_fleiss_kappa_needs_every_answer() -> None:
    with pytest.raises(ValueError, match="everybody"):
        fleiss_kappa([[1, None], [1, 1]])


@given(st.lists(st.integers(0, 20), min_size=2, max_size=7))
def test_consensus_lies_between_none_and_full_and_has_no_direction(counts: list[int]) -> None:
    found = consensus(counts)
    assume(found is not None)

    assert found is not None
    assert 0 <= found <= 1
    turned = consensus(counts[::-1])
    assert turned is not None
    assert math.isclose(found, turned, abs_tol=1e-12)
    assert consensus([n * 3 for n in counts]) == pytest.approx(found)


def test_two_ends_against_each_other_are_polarised() -> None:
    assert is_polarised([5, 0, 5])
    assert not is_polarised([5, 6, 5])
    assert not is_polarised([9, 0, 1])
    assert not is_polarised([0, 0, 0])
    assert not is_polarised([4])


def test_levels_are_counted() -> None:
    assert level_counts([0, 2, None, 2], 3) == (1, 0, 2)
