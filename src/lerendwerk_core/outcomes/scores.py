"""Scores of instruments: per person the mean of the items that were answered, at least half of them."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import attrs

from lerendwerk_core.model.instruments import Instrument, InstrumentItem
from lerendwerk_core.model.outcomes import Observation
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text

DECIMALS = 3
HALF = 0.5


@attrs.frozen
class Scale:
    """What the scores of an instrument, or of one of its dimensions, are called and made of."""

    id: str
    label: Text
    instrument: Instrument
    items: tuple[InstrumentItem, ...]

    def score(self, row: Observation) -> float | None:
        """Return the mean of what *row* answers; ``None`` when that is less than half of the items."""
        given = [answer for item in self.items if (answer := self._answer(item, row)) is not None]
        if not given or len(given) < HALF * len(self.items):
            return None
        return round(math.fsum(given) / len(given), DECIMALS)

    def _answer(self, item: InstrumentItem, row: Observation) -> float | None:
        one, said = self.instrument, row.values.get(item.id)
        if said is None or not one.least <= said <= one.most:
            return None
        return one.least + one.most - said if item.reversed else said


def scales(instruments: Sequence[Instrument], rows: Sequence[Observation]) -> tuple[Scale, ...]:
    """Return what can be scored: of every instrument the items that *rows* have a column for."""
    asked = {name for row in rows for name in row.values}
    return tuple(scale for one in instruments for scale in _scales_of(one, asked))


def _scales_of(one: Instrument, asked: set[str]) -> Iterator[Scale]:
    items = tuple(item for item in one.items if item.id in asked)
    if not items:
        return
    yield Scale(one.id, one.label, one, items)
    for dimension in one.dimensions:
        own = tuple(item for item in items if item.dimension == dimension.id)
        label = Text(
            f"{one.label.nl}: {dimension.label.nl}", f"{one.label.en}: {dimension.label.en}"
        )
        if own:
            yield Scale(f"{one.id}_{dimension.id}", label, one, own)


def scored(rows: Sequence[Observation], found: Sequence[Scale]) -> tuple[Observation, ...]:
    """Return *rows* with scores in the place of the items that they are made of."""
    return tuple(attrs.evolve(row, values=Table(_values(row, found))) for row in rows)


def _values(row: Observation, found: Sequence[Scale]) -> Iterator[tuple[str, float]]:
    items = {item.id for scale in found for item in scale.items}
    yield from ((name, value) for name, value in row.values.items() if name not in items)
    for scale in found:
        value = scale.score(row)
        if value is not None:
            yield scale.id, value


def off_scale(rows: Sequence[Observation], found: Sequence[Scale]) -> tuple[str, ...]:
    """Return the instruments of which an item has an answer outside the scale."""
    wrong = (
        scale.instrument.id
        for scale in found
        for item in scale.items
        for row in rows
        if not scale.instrument.least <= row.values.get(item.id, scale.instrument.least)
        or not row.values.get(item.id, scale.instrument.most) <= scale.instrument.most
    )
    return tuple(dict.fromkeys(wrong))
