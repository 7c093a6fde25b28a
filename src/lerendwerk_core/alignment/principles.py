"""Principles: do they hold for transition and system, what do they carry, which pillars? (C#9, 42, 51)"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Principle
from lerendwerk_core.model.process import Step
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Pillar


@attrs.frozen(kw_only=True)
class Cover(Wired):
    """
    What a principle carries: goals and steps of the work, agreements, learning activities.

    A goal counts when it names the principle or serves one of its pillars, a step when it names it or
    works on such a goal, an agreement when the principle is its frame, an activity when it names it.
    """

    goals: tuple[str, ...]
    steps: tuple[str, ...]
    agreements: tuple[str, ...]
    activities: tuple[str, ...]

    @property
    def is_idle(self) -> bool:
        """Whether nothing carries the principle out."""
        return not (self.goals or self.steps or self.agreements or self.activities)


@attrs.frozen(kw_only=True)
class PillarCover(Wired):
    """What serves a pillar: principles and goals that name it, steps that work on such a goal."""

    principles: tuple[str, ...]
    goals: tuple[str, ...]
    steps: tuple[str, ...]


@attrs.frozen(kw_only=True)
class PrincipleFigures(Wired):
    """
    For what the principles hold, the ``pillars`` they serve, and the agreements and planned
    activities that refer to each.

    ``cover`` is what each principle carries, ``idle`` are those that carry nothing, ``pillar_cover`` is
    what serves each pillar. ``covered`` is the part of each kind of thing that some principle carries.
    """

    both: tuple[str, ...]
    only_system: tuple[str, ...]
    only_transition: tuple[str, ...]
    neither: tuple[str, ...]
    pillars: tuple[Pillar, ...]
    used_by: Table[str, tuple[str, ...]]
    labels: Table[str, Text]
    cover: Table[str, Cover]
    idle: tuple[str, ...]
    pillar_cover: Table[Pillar, PillarCover]
    covered: Table[str, float]


def principle_figures(dossier: Dossier) -> PrincipleFigures:
    """Return for what the principles of *dossier* hold, and what they carry."""
    holds = {one.id: (one.transition, one.system) for one in dossier.principles}
    served = {pillar for one in dossier.principles for pillar in one.pillars}
    cover = {one.id: _cover(dossier, one) for one in dossier.principles}
    return PrincipleFigures(
        both=_those(holds, (True, True)),
        only_system=_those(holds, (False, True)),
        only_transition=_those(holds, (True, False)),
        neither=_those(holds, (False, False)),
        pillars=tuple(sorted(served, key=lambda pillar: pillar.value)),
        used_by=Table((key, (*one.agreements, *one.activities)) for key, one in cover.items()),
        labels=Table((one.id, one.label) for one in dossier.principles),
        cover=Table(cover),
        idle=tuple(key for key, one in cover.items() if one.is_idle),
        pillar_cover=Table((pillar, _pillar_cover(dossier, pillar)) for pillar in Pillar),
        covered=Table(_covered(dossier, cover)),
    )


def _those(holds: dict[str, tuple[bool, bool]], scope: tuple[bool, bool]) -> tuple[str, ...]:
    return tuple(one for one, where in holds.items() if where == scope)


def _steps(dossier: Dossier) -> tuple[Step, ...]:
    return dossier.process.steps if dossier.process else ()


def _cover(dossier: Dossier, principle: Principle) -> Cover:
    pillars = set(principle.pillars)
    goals = tuple(
        one.id
        for one in dossier.goals
        if principle.id in one.principles or pillars & set(one.pillars)
    )
    return Cover(
        goals=goals,
        steps=tuple(
            one.id
            for one in _steps(dossier)
            if principle.id in one.principles or set(goals) & set(one.goals)
        ),
        agreements=tuple(one.id for one in dossier.agreements if one.frame == principle.id),
        activities=tuple(one.id for one in dossier.activities if principle.id in one.principles),
    )


def _pillar_cover(dossier: Dossier, pillar: Pillar) -> PillarCover:
    goals = tuple(one.id for one in dossier.goals if pillar in one.pillars)
    return PillarCover(
        principles=tuple(one.id for one in dossier.principles if pillar in one.pillars),
        goals=goals,
        steps=tuple(one.id for one in _steps(dossier) if set(goals) & set(one.goals)),
    )


def _covered(dossier: Dossier, cover: dict[str, Cover]) -> Iterator[tuple[str, float]]:
    """Yield per kind of thing the part of them that some principle carries; nothing where none are."""
    every = {
        "goals": dossier.goals,
        "steps": _steps(dossier),
        "agreements": dossier.agreements,
        "activities": dossier.activities,
    }
    for kind, all_of_it in every.items():
        carried = {one for each in cover.values() for one in getattr(each, kind)}
        if all_of_it:
            yield kind, round(len(carried) / len(all_of_it), 2)
