"""From a dossier to what must be planned for one of its groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import ChangeStep
from lerendwerk_core.model.learning import (
    CompetenceRef,
    LearningActivity,
    LearningGroup,
    Need,
    PlannedActivity,
)
from lerendwerk_core.model.routes import RouteOption, RouteProblem, RouteRequest, Wish
from lerendwerk_core.model.unlearning import UnlearnGoal
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    Characteristic,
    CompetenceMatch,
    Content,
    Formality,
    LearningLevel,
    LearningMode,
    Purpose,
    UnlearnKind,
    UnlearnState,
)
from lerendwerk_core.wording import reason

Catalogue = Mapping[str, LearningActivity]

LEVELS = (LearningLevel.ORGANISATION, LearningLevel.INDIVIDUAL)
FORMALITIES = (Formality.FORMAL, Formality.INFORMAL)
OWN_LEARNING = (Characteristic.C7, Characteristic.C8)
"""What a group for individual learning is asked; the rest holds for organisational learning (C#52)."""

MOST_OCCASIONS = 520
MOST_SUBJECTS = 40
"""With more needs than this, what is open to any subject is held once, about all of them."""


def brief(
    dossier: Dossier, group: LearningGroup, catalogue: Catalogue, collective: Collection[str]
) -> RouteProblem:
    """
    Return what to plan for *group*: everything it must learn and unlearn, within its means.

    *collective* are the needs that are learned together. A group serves those that people of its
    disciplines named, what is to be unlearned and not secured yet, and the change steps whose
    learning is its own. A group for organisational learning also serves all eight characteristics,
    both levels and both formalities.
    """
    size = len(group.members)
    planned = tuple(_planned(dossier, group, catalogue))
    taken = {one.activity for one in planned}
    fitting = {
        key: parts
        for key, one in catalogue.items()
        if key not in taken and (parts := parts_for(size, one.size))
    }
    needs = tuple(_needs_of(dossier, group, collective))
    met = {need for one in planned for need in one.needs}
    subjects = tuple(
        need
        for need in needs
        if need.id not in met and not any(_helps(catalogue[key], need) for key in fitting)
    )
    many = len(subjects) > MOST_SUBJECTS
    apart, together = ((), subjects) if many else (subjects, ())
    options = (
        *(_planned_option(one, catalogue) for one in planned),
        *(
            option
            for key, parts in fitting.items()
            for option in _offered(catalogue[key], parts, apart)
        ),
    )
    together_ids = frozenset(need.id for need in together)
    wishes = _Wishes(dossier, group, catalogue, options, planned, together_ids)
    return RouteProblem(
        options=options,
        wishes=tuple(wishes.all(needs)),
        hours=dossier.routes.hours,
        occasions=occasions(dossier.routes),
        hours_per_occasion=dossier.routes.hours_per_occasion,
        every=dossier.routes.every,
    )


def parts_for(size: int, fits: tuple[int, int]) -> int:
    """Return in how few parts *size* people can do what is for *fits* people; 0 if they cannot."""
    least, most = fits
    for parts in range(1, size + 1):
        if -(-size // parts) <= most:
            return parts if size // parts >= least else 0
    return 0


def occasions(request: RouteRequest) -> tuple[dt.date, ...] | None:
    """Return the days on which a group comes together; ``None`` where nobody said from when."""
    if request.start is None:
        return None
    end = request.end or dt.date.max
    most = min(MOST_OCCASIONS, (end - request.start).days // request.every + 1)
    days = (request.start + dt.timedelta(days=request.every * at) for at in range(max(most, 0)))
    return tuple(day for day in days if day not in request.except_)


def _planned(
    dossier: Dossier, group: LearningGroup, catalogue: Catalogue
) -> Iterator[PlannedActivity]:
    for one in dossier.activities:
        if one.activity in catalogue and (group.id in one.groups or not one.groups):
            yield one


def _needs_of(
    dossier: Dossier, group: LearningGroup, collective: Collection[str]
) -> Iterator[Need]:
    """Yield the collective needs that people of the group's disciplines named."""
    mine = _disciplines(dossier, group)
    for need in dossier.needs:
        if need.id in collective and any(need.named.get(one) for one in mine):
            yield need


def _helps(activity: LearningActivity, need: Need) -> bool:
    """Whether *need* names the activity, or both mean the same competence."""
    wanted, built = _meant(need.competences), _meant(activity.competences)
    return activity.id in need.activities or bool(wanted & built)


def _meant(competences: Iterable[CompetenceRef]) -> set[tuple[str, str]]:
    """Return the competences that are meant, not those that are wider, narrower or only akin."""
    return {(one.scheme, one.code) for one in competences if one.match in SAME}


SAME = (CompetenceMatch.EXACT, CompetenceMatch.CLOSE)


def _offered(
    activity: LearningActivity, parts: int, subjects: tuple[Need, ...]
) -> Iterator[RouteOption]:
    """Yield *activity*; where those who take part bring the subject, once for each that they have."""
    plain = _option(activity, parts)
    if activity.content is Content.SET or activity.mode is LearningMode.UNLEARN or not subjects:
        yield plain
        return
    for need in subjects:
        label = reason("activity-about", activity=activity.label, subject=need.label)
        about = _about(activity.id, need.id)
        yield attrs.evolve(plain, id=about, label=label, subject=need.id)


def _about(activity: str, need: str) -> str:
    return f"{activity}:{need}"


def _planned_option(one: PlannedActivity, catalogue: Catalogue) -> RouteOption:
    activity = catalogue[one.activity]
    hours = activity.hours if one.hours is None else one.hours
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


class _Wishes:
    """What one group must serve, and by which of its options."""

    def __init__(
        self,
        dossier: Dossier,
        group: LearningGroup,
        catalogue: Catalogue,
        options: tuple[RouteOption, ...],
        planned: tuple[PlannedActivity, ...],
        together: frozenset[str],
    ) -> None:
        self.dossier, self.group, self.catalogue = dossier, group, catalogue
        self.options, self.together = options, together
        self.planned = {one.id: one for one in planned}

    def all(self, needs: Iterable[Need]) -> Iterator[Wish]:
        """Yield every wish, in the order of the dossier."""
        for need in needs:
            yield Wish(key=f"need:{need.id}", label=need.label, served_by=self._meeting(need))
        for goal in self.dossier.unlearning:
            if not _is_secured(goal, self.dossier) and (
                not goal.groups or self.group.id in goal.groups
            ):
                served_by = self._unlearning(goal)
                yield Wish(key=f"unlearn:{goal.id}", label=goal.label, served_by=served_by)
        yield from self._asked_of_a_route()
        if self.group.purpose is Purpose.ORGANISATION:
            for step in self.dossier.plan.change_steps:
                yield from self._change(step)

    def _meeting(self, need: Need) -> tuple[str, ...]:
        """Return what is planned for *need*, what would help or builds it, or what is held about it."""
        learning = [one for one in self.options if one.mode is not LearningMode.UNLEARN]
        return tuple(
            one.id
            for one in learning
            if need.id in self._needs_of(one)
            or _helps(self._of(one), need)
            or one.id == _about(one.activity, need.id)
            or (need.id in self.together and self._is_open(one))
        )

    def _is_open(self, option: RouteOption) -> bool:
        """Whether *option* is not planned yet, and those who take part bring the subject."""
        return not option.planned and self._of(option).content is Content.OWN

    def _unlearning(self, goal: UnlearnGoal) -> tuple[str, ...]:
        return tuple(
            one.id
            for one in self.options
            if one.mode is not LearningMode.LEARN
            and (self._unlearns(one, goal) if one.planned else self._suits(one, goal.kind))
        )

    def _suits(self, option: RouteOption, kind: UnlearnKind) -> bool:
        kinds = self._of(option).unlearns
        return not kinds or kind in kinds

    def _unlearns(self, option: RouteOption, goal: UnlearnGoal) -> bool:
        """Whether a planned activity is for *goal*: said so, or said for nothing in particular."""
        said = self.planned[option.id].unlearns
        return goal.id in said if said else self._suits(option, goal.kind)

    def _asked_of_a_route(self) -> Iterator[Wish]:
        whole = self.group.purpose is Purpose.ORGANISATION
        for one in Characteristic if whole else OWN_LEARNING:
            served_by = [o.id for o in self.options if one in self._of(o).characteristics]
            yield _wish(f"characteristic:{one.value}", one.label, served_by)
        for level in LEVELS if whole else (LearningLevel.INDIVIDUAL,):
            served_by = [o.id for o in self.options if o.level in (level, LearningLevel.BOTH)]
            yield _wish(f"level:{level.value}", level.label, served_by)
        for formality in FORMALITIES if whole else (Formality.INFORMAL,):
            served_by = [o.id for o in self.options if o.formality is formality]
            yield _wish(f"formality:{formality.value}", formality.label, served_by)

    def _change(self, step: ChangeStep) -> Iterator[Wish]:
        """Yield the wish that *step* carries its learning in time (C#41, 43), if that is this group's."""
        carried = {one.id: one for one in self.dossier.activities}.get(step.activity)
        if step.activity and (carried is None or carried.id not in self.planned):
            return
        if carried:
            served_by = [one.id for one in self.options if one.activity == carried.activity]
        else:
            served_by = [o.id for o in self.options if o.level is not LearningLevel.INDIVIDUAL]
        label = reason("change-step-carries", step=step.label)
        yield attrs.evolve(_wish(f"change-step:{step.id}", label, served_by), by=step.start)

    def _of(self, option: RouteOption) -> LearningActivity:
        return self.catalogue[option.activity]

    def _needs_of(self, option: RouteOption) -> tuple[str, ...]:
        return self.planned[option.id].needs if option.planned else ()


def _wish(key: str, label: Text, served_by: list[str]) -> Wish:
    return Wish(key=key, label=label, served_by=tuple(served_by))


def _disciplines(dossier: Dossier, group: LearningGroup) -> set[str]:
    """Return the disciplines in *group*; of a group without members all there are."""
    mine = {one.discipline for one in dossier.people if one.code in group.members}
    return mine or set(dossier.disciplines)


def _is_secured(goal: UnlearnGoal, dossier: Dossier) -> bool:
    states = [goal.stage[one] for one in dossier.period.measurements if one in goal.stage]
    states += [one.state for one in sorted(goal.events, key=lambda one: one.date)]
    return bool(states) and states[-1] is UnlearnState.SECURED
