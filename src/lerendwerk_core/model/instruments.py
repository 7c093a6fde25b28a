"""Questionnaires that measure one thing with many items, such as the DLOQ; their items may lack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair


@attrs.frozen(kw_only=True)
class Dimension(Wired):
    """A part of what an instrument measures."""

    id: str
    label: Text


@attrs.frozen(kw_only=True)
class InstrumentItem(Wired):
    """One statement; ``reversed`` where agreeing means less of what is measured."""

    id: str
    dimension: str = ""
    label: Text
    reversed: bool = False


@attrs.frozen(kw_only=True)
class Instrument(Wired):
    """
    Items on one scale, from ``least`` to ``most``, in dimensions.

    One that ``extends`` another (by id) has its dimensions, and brings the items. ``pair`` and ``part``
    say which of the results it measures, if any.
    """

    id: str
    label: Text
    extends: str = ""
    pair: OutcomePair | None = None
    part: str = ""
    better: Better = Better.HIGHER
    least: float = 1.0
    most: float = 5.0
    dimensions: tuple[Dimension, ...] = ()
    items: tuple[InstrumentItem, ...] = ()

    def on(self, base: Instrument) -> Instrument:
        """Return this instrument with the dimensions and items of *base* before its own."""
        own = {one.id for one in self.dimensions}
        items = {one.id for one in self.items}
        dimensions = (one for one in base.dimensions if one.id not in own)
        kept = (one for one in base.items if one.id not in items)
        return attrs.evolve(
            self,
            extends="",
            dimensions=(*dimensions, *self.dimensions),
            items=(*kept, *self.items),
        )


def whole_instruments(
    instruments: Iterable[Instrument],
) -> tuple[tuple[Instrument, ...], tuple[str, ...]]:
    """Return *instruments* laid on what they extend, and the ids of those that rest on nothing."""
    known = {one.id: one for one in instruments}
    whole = {key: _laid(one, known) for key, one in known.items()}
    return (
        tuple(one for one in whole.values() if one is not None),
        tuple(key for key, one in whole.items() if one is None),
    )


def _laid(one: Instrument, known: Mapping[str, Instrument]) -> Instrument | None:
    met = {one.id}
    while one.extends:
        base = known.get(one.extends)
        if base is None or base.id in met:
            return None
        met.add(base.id)
        one = attrs.evolve(one.on(base), extends=base.extends)
    return one
