"""
Prices that prove a bound: what weak duality makes of the linear form of the first tier.

Whoever has the prices can recompute the bound from the problem alone, without a solver.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import numpy as np

from lerendwerk_core.composition.exact.highs import solved
from lerendwerk_core.composition.exact.linear import Linear, Name, linear
from lerendwerk_core.composition.tally import Floats, Tally
from lerendwerk_core.model.composition import PRICES, Proof, Sense
from lerendwerk_core.model.table import Table

SMALLEST = 1e-9
ROUNDING = 1e-7


def priced(tally: Tally, stop: Callable[[], bool]) -> Proof | None:
    """Return the best bound on the first tier that prices prove, if there are any."""
    if tally.distances or tally.loaded or tally.floors:
        return None
    model = linear(tally, soft=False)
    answer = solved(model, model.wants[0], stop=stop, nodes=0, relaxed=True)
    if answer.prices is None:
        return None
    prices = np.where(np.abs(answer.prices) < SMALLEST, 0.0, answer.prices)
    bound = dual_bound(model, prices)
    whole = _is_whole(model)
    # What is worth whole numbers only cannot be better than the whole number below.
    bound = math.floor(bound + ROUNDING) if whole else bound + ROUNDING
    least = tally.problem.goals[0]
    if getattr(least, "sense", Sense.MOST) is Sense.LEAST:
        bound = -bound
    return Proof(tier=0, bound=bound, by=PRICES, prices=Table(_named(model, prices)))


def dual_bound(model: Linear, prices: Floats) -> float:
    """Return the bound that *prices* (one per row, signed) prove on the first tier of *model*."""
    rows = [(low, high) for _, low, high in model.rows]
    base = sum(
        price * (high if price > 0 else low)
        for price, (low, high) in zip(prices, rows, strict=True)
        if price
    )
    worth = np.zeros(len(model.low))
    for variable, value in model.wants[0].items():
        worth[variable] = value
    row_of = np.repeat(np.arange(len(model.rows)), np.diff([*model.starts, len(model.indices)]))
    np.subtract.at(worth, model.indices, np.array(model.values) * prices[row_of])
    return float(base + (np.maximum(worth, 0.0) * np.array(model.high)).sum())


def _is_whole(model: Linear) -> bool:
    return all(float(value).is_integer() for value in model.wants[0].values())


def _named(model: Linear, prices: Floats) -> dict[str, float]:
    named: dict[str, float] = {}
    for (name, _, _), price in zip(model.rows, prices, strict=True):
        if price:
            for key in _keys(model, name, price):
                named[_numbered(key, named)] = abs(float(price))
    return named


def _numbered(key: str, named: dict[str, float]) -> str:
    """Return *key*, numbered where rows before it have the same name."""
    names = itertools.chain((key,), (f"{key} #{number}" for number in itertools.count(2)))
    return next(name for name in names if name not in named)


def _keys(model: Linear, name: Name, price: float) -> list[str]:
    """Return the names under which a verifier knows the row: per person, and per side it bounds."""
    kind, *rest = name
    if kind in ("size", "load"):
        kind = f"{kind}-{'high' if price > 0 else 'low'}"
    if kind in ("load-high", "load-low", "top"):
        people = model.tally.problem.candidates
        place = next(p for p, one in enumerate(people) if one.code == rest[0])
        alike = np.flatnonzero(model.kinds == model.kinds[place])
        return [f"{kind} / {people[one].code}" for one in alike]
    return [" / ".join((kind, *rest))]
