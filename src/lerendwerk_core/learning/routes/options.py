"""What a route of one group can hold: what is planned already, and what of the catalogue fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import (
    CompetenceRef,
    LearningActivity,
    LearningGroup,
    Need,
    PlannedActivity,
)
from lerendwerk_core.model.routes import RouteOption
from lerendwerk_core.vocabulary import CompetenceMatch, Content, LearningMode
from lerendwerk_core.wording import reason

Catalogue = Mapping[str, LearningActivity]

SAME = (CompetenceMatch.EXACT, CompetenceMatch.CLOSE)
"""How close competences must come to be the one that is meant."""


def planned_for(dossier: Dossier, group: LearningGroup) -> tuple[PlannedActivity, ...]:
    """Return what is planned for *group*; what names no groups is for all."""
    return tuple(one for one in dossier.activities if not one.groups or group.id in one.groups)


def fitting(
    catalogue: Catalogue, group: LearningGroup, planned: Iterable[PlannedActivity]
) -> dict[str, int]:
    """Return in how many parts *group* does each activity that fits it and is not planned yet."""
    taken = {one.activity for one in planned}
    size = len(group.members)
    return {
        key: parts
        for key, one in catalogue.items()
        if key not in taken and (parts := parts_for(size, one.size))
    }


def parts_for(size: int, fits: tuple[int, int]) -> int:
    """
    Return in how few parts *size* people can do what is for *fits* people; 0 if they cannot.

    Of a group that is not there yet (size 0) nobody knows, so everything fits it.
    """
    least, most = fits
    for parts in range(1, size + 1):
        if -(-size // parts) <= most:
            return parts if size // parts >= least else 0
    return int(size == 0)


def options_of(
    planned: Sequence[PlannedActivity],
    parts: Mapping[str, int],
    catalogue: Catalogue,
    subjects: Sequence[Need],
) -> tuple[RouteOption, ...]:
    """Return what is *planned*, then what fits in so many *parts*, held about *subjects* where it can."""
    return (
        *(_planned(one, catalogue[one.activity]) for one in planned),
        *(
            option
            for key, count in parts.items()
            for option in _offered(catalogue[key], count, subjects)
        ),
    )


def helps(activity: LearningActivity, need: Need) -> bool:
    """Whether *need* names *activity*, or both mean the same competence."""
    wanted, built = _meant(need.competences), _meant(activity.competences)
    return activity.id in need.activities or bool(wanted & built)


def is_open(activity: LearningActivity) -> bool:
    """Whether those who take part bring a subject of their own to learn about."""
    return activity.content is Content.OWN and activity.mode is not LearningMode.UNLEARN


def _meant(competences: Iterable[CompetenceRef]) -> set[tuple[str, str]]:
    """Return the competences that are meant, not those that are wider, narrower or only akin."""
    return {(one.scheme, one.code) for one in competences if one.match in SAME}


def _offered(
    activity: LearningActivity, parts: int, subjects: Sequence[Need]
) -> Iterator[RouteOption]:
    """Yield *activity*, once for each of *subjects* if it is open to them."""
    plain = _option(activity, parts)
    if not subjects or not is_open(activity):
        yield plain
        return
    for need in subjects:
        label = reason("activity-about", activity=activity.label, subject=need.label)
        yield attrs.evolve(plain, id=f"{activity.id}:{need.id}", label=label, subject=need.id)


def _planned(one: PlannedActivity, activity: LearningActivity) -> RouteOption:
    hours = one.hours_of(activity)
    return attrs.evolve(_option(activity, 1), id=one.id, hours=hours, planned=True, date=one.date)


def _option(activity: LearningActivity, parts: int) -> RouteOption:
    return RouteOption(
        id=activity.id,
        activity=activity.id,
        label=activity.label,
        hours=activity.hours,
        level=activity.level,
        formality=activity.formality,
        mode=activity.mode,
        after=activity.after,
        in_parts=parts,
    )
