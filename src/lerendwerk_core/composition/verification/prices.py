"""
Weak duality: prices on what every seating keeps to bound what any seating can be worth.

Whoever pays the price of every row can have each variable for less than it is worth only up to its
ceiling; no seating makes more of the first tier than that. All sums are exact.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction

from lerendwerk_core.composition.verification.form import Form
from lerendwerk_core.composition.verification.given import CLOSE, Given, sense_of
from lerendwerk_core.composition.verification.rows import rows
from lerendwerk_core.model.composition import CompositionProblem, Sense

NEAR = 1e-6
"""How far a claim may be off for having been computed in floating point, as a share of it."""


def price_bound(problem: CompositionProblem, prices: Mapping[str, float]) -> Fraction | None:
    """
    Return what *prices* prove of the first tier of *problem*, in its own sense.

    A price that is negative, or of a row that is none, proves nothing and counts as no price. None
    where the first tier has no linear form.
    """
    form = Form.of(Given.of(problem))
    return None if form is None else _in_its_sense(form, _dual(form, prices))


def price_faults(given: Given, prices: Mapping[str, float], bound: float) -> Iterator[str]:
    """Yield why *prices* do not prove *bound* for the first tier."""
    form = Form.of(given)
    if form is None:
        yield "prices can prove nothing of the first tier"
        return
    keys = {row.key for row in rows(form)}
    yield from (f"{key} has a price and is no row" for key in prices if key not in keys)
    for key, price in prices.items():
        if not 0 <= price < math.inf:
            yield f"the price of {key} is {price:g}"
    reached = _dual(form, prices)
    if not _as_tight(form, reached, Fraction(bound)):
        yield f"the prices prove {float(_in_its_sense(form, reached)):g}, not {bound:g}"


def _dual(form: Form, prices: Mapping[str, float]) -> Fraction:
    """Return what nothing exceeds at *prices*: what the rows cost, and what is left to be gained."""
    left = dict(form.worth)
    paid = Fraction(0)
    for row in rows(form):
        if 0 < prices.get(row.key, 0) < math.inf:
            price = Fraction(prices[row.key])
            paid += price * row.most
            for variable, times in row.parts:
                left[variable] = left.get(variable, Fraction(0)) - price * times
    gains = (form.ceiling(variable) * worth for variable, worth in left.items() if worth > 0)
    return paid + sum(gains, Fraction(0))


def _as_tight(form: Form, reached: Fraction, bound: Fraction) -> bool:
    """Whether no seating passes *bound* because none passes *reached*."""
    wanted = _in_its_sense(form, bound)
    if form.is_whole and math.floor(reached + Fraction(CLOSE)) <= wanted:
        return True
    return reached <= wanted + Fraction(NEAR) * max(Fraction(1), abs(wanted))


def _in_its_sense(form: Form, value: Fraction) -> Fraction:
    """Return *value* of the form as a value of the tier, or the other way round."""
    return value if sense_of(form.given.problem.goals[0]) is Sense.MOST else -value
