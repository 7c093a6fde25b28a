"""Do the arrangements divide the territory, without overlap and without holes? (C#23-25)"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.regie import Arrangement, RegieModel
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Decentralisation


@attrs.frozen(kw_only=True)
class Claim(Wired):
    """An area that arrangements hold for twice, or not at all, for an act (``None``: for all acts)."""

    area: str
    act: Decentralisation | None
    models: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Territory(Wired):
    """
    How the arrangements divide the territory.

    ``overlaps`` fall under two arrangements for the same act and services, ``holes`` under none
    while a model in the dossier asks that areas divide the territory. The same for the parts of
    areas where the dossier lists those: ``parts_twice`` and ``parts_nowhere``.
    """

    overlaps: tuple[Claim, ...] = ()
    holes: tuple[Claim, ...] = ()
    parts_twice: tuple[str, ...] = ()
    parts_nowhere: tuple[str, ...] = ()


def territory(dossier: Dossier, models: Mapping[str, RegieModel]) -> Territory:
    """Return how the arrangements of *dossier* divide its territory."""
    dividing = [
        one for one in dossier.arrangements if models[one.model].scope.area_partition_required
    ]
    in_areas = Counter(part for area in dossier.areas for part in dict.fromkeys(area.parts))
    return Territory(
        overlaps=_overlaps(dossier),
        holes=_holes(dossier, dividing),
        parts_twice=tuple(part for part, times in in_areas.items() if times > 1),
        parts_nowhere=tuple(part for part in dossier.territory if part not in in_areas),
    )


def _overlaps(dossier: Dossier) -> tuple[Claim, ...]:
    pairs = combinations(dossier.arrangements, 2)
    found = (
        Claim(
            area=one.area or other.area, act=one.act or other.act, models=(one.model, other.model)
        )
        for one, other in pairs
        if _meet(one, other)
    )
    return tuple(dict.fromkeys(found))


def _meet(one: Arrangement, other: Arrangement) -> bool:
    """Whether some step in some area under some act falls under both."""
    areas = not one.area or not other.area or one.area == other.area
    acts = one.act is None or other.act is None or one.act is other.act
    if one.services is None or other.services is None:
        return areas and acts
    return areas and acts and bool(set(one.services) & set(other.services))


def _holes(dossier: Dossier, dividing: list[Arrangement]) -> tuple[Claim, ...]:
    acts = dict.fromkeys(one.act for one in dividing)
    return tuple(
        Claim(area=area.id, act=act)
        for act in acts
        for area in dossier.areas
        if not any(_covers(one, area.id, act) for one in dossier.arrangements)
    )


def _covers(one: Arrangement, area: str, act: Decentralisation | None) -> bool:
    return one.area in ("", area) and (one.act is None or one.act is act)
