"""How the regie came to be what it is: every change of arrangement, dated and reasoned (C#17)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import pairwise

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.regie import Arrangement, RegieModel
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.regie.steering import steering_degree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation


@attrs.frozen(kw_only=True)
class RegieChange(Wired):
    """
    One change: what held before in an area for an act, what holds after, since when and why.

    The degrees are ``None`` for a model that nobody offers any more. ``gap_days`` is how long no
    arrangement held in between; below zero two held at once; ``None`` if a date lacks.
    """

    area: str
    act: Decentralisation | None
    before: str
    after: str
    date: dt.date | None
    rationale: Text | None
    degree_before: float | None
    degree_after: float | None
    gap_days: int | None


def history(dossier: Dossier, models: Mapping[str, RegieModel]) -> tuple[RegieChange, ...]:
    """Return every change from one arrangement to the next in the same area and act, oldest first."""
    scopes: dict[tuple[str, Decentralisation | None], list[Arrangement]] = {}
    for one in (*dossier.former_arrangements, *dossier.arrangements):
        scopes.setdefault((one.area, one.act), []).append(one)
    found = [change for held in scopes.values() for change in _changes(held, models)]
    return tuple(sorted(found, key=lambda one: (one.date or dt.date.min, one.area)))


def _changes(held: list[Arrangement], models: Mapping[str, RegieModel]) -> Iterator[RegieChange]:
    """Yield the changes between arrangements of one scope; those of today are not each other's past."""
    former = sorted((one for one in held if one.until), key=lambda one: one.since or dt.date.min)
    current = [one for one in held if not one.until]
    yield from (_change(one, other, models) for one, other in pairwise(former))
    if former:
        yield from (_change(former[-1], one, models) for one in current)


def _change(
    before: Arrangement, after: Arrangement, models: Mapping[str, RegieModel]
) -> RegieChange:
    dated = before.until is not None and after.since is not None
    return RegieChange(
        area=after.area,
        act=after.act,
        before=before.model,
        after=after.model,
        date=after.since,
        rationale=after.rationale,
        degree_before=_degree(before, models),
        degree_after=_degree(after, models),
        gap_days=(after.since - before.until).days if dated else None,  # type: ignore[operator]
    )


def _degree(one: Arrangement, models: Mapping[str, RegieModel]) -> float | None:
    model = models.get(one.model)
    return steering_degree(model) if model else None
