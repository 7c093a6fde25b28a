"""What one group must serve, and which of its options do."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.learning.routes.options import Catalogue, helps, is_open
from lerendwerk_core.learning.unlearning import unlearn_figures
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import ChangeStep
from lerendwerk_core.model.learning import LearningActivity, LearningGroup, Need, PlannedActivity
from lerendwerk_core.model.routes import RouteOption, Wish
from lerendwerk_core.model.unlearning import UnlearnGoal
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    Characteristic,
    Formality,
    LearningLevel,
    LearningMode,
    Purpose,
    UnlearnState,
)
from lerendwerk_core.wording import reason

LEVELS = (LearningLevel.ORGANISATION, LearningLevel.INDIVIDUAL)
FORMALITIES = (Formality.FORMAL, Formality.INFORMAL)
OWN_LEARNING = (Characteristic.C7, Characteristic.C8)
"""What a group for individual learning is asked; the rest holds for organisational learning (C#52)."""


def needs_of(
    dossier: Dossier, group: LearningGroup, collective: Collection[str]
) -> tuple[Need, ...]:
    """Return the collective needs that people of the disciplines in *group* named."""
    mine = {one.discipline for one in dossier.people if one.code in group.members}
    disciplines = mine or set(dossier.disciplines)
    return tuple(
        need
        for need in dossier.needs
        if need.id in collective and any(need.named.get(one) for one in disciplines)
    )


@attrs.frozen(kw_only=True)
class Wishes:
    """Says what ``group`` must serve; ``together`` are needs that any open activity serves at once."""

    dossier: Dossier
    group: LearningGroup
    catalogue: Catalogue
    options: Sequence[RouteOption]
    planned: Mapping[str, PlannedActivity]
    together: frozenset[str] = frozenset()

    def all(self, needs: Sequence[Need]) -> Iterator[Wish]:
        """Yield every wish: *needs*, what is to be unlearned, what a route must have, change steps."""
        for need in needs:
            meeting = (one for one in self.options if self._meets(one, need))
            yield _wish(f"need:{need.id}", need.label, meeting)
        for goal in self._to_unlearn():
            unlearning = (one for one in self.options if self._unlearns(one, goal))
            yield _wish(f"unlearn:{goal.id}", goal.label, unlearning)
        yield from self._asked_of_a_route()
        for step in self.dossier.plan.change_steps:
            yield from self._change(step)

    # -- needs ---------------------------------------------------------------------------------

    def _meets(self, option: RouteOption, need: Need) -> bool:
        """Whether *option* is planned for *need*, would help, or is about it."""
        if option.mode is LearningMode.UNLEARN:
            return False
        activity = self._of(option)
        if option.planned and need.id in self.planned[option.id].needs:
            return True
        at_once = need.id in self.together and is_open(activity) and not option.planned
        return helps(activity, need) or option.subject == need.id or at_once

    # -- unlearning ----------------------------------------------------------------------------

    def _to_unlearn(self) -> Iterator[UnlearnGoal]:
        """Yield what is of this group, or of all, and not secured."""
        now = {one.id: one.now for one in unlearn_figures(self.dossier)}
        for goal in self.dossier.unlearning:
            mine = not goal.groups or self.group.id in goal.groups
            if mine and now[goal.id] is not UnlearnState.SECURED:
                yield goal

    def _unlearns(self, option: RouteOption, goal: UnlearnGoal) -> bool:
        """Whether *option* is said to unlearn *goal*, or suits its kind and is said for nothing else."""
        said = self.planned[option.id].unlearns if option.planned else ()
        kinds = self._of(option).unlearns
        suits = goal.id in said if said else not kinds or goal.kind in kinds
        return option.mode is not LearningMode.LEARN and suits

    # -- what a route must have ----------------------------------------------------------------

    def _asked_of_a_route(self) -> Iterator[Wish]:
        for one in Characteristic if self._is_whole else OWN_LEARNING:
            having = (o for o in self.options if one in self._of(o).characteristics)
            yield _wish(f"characteristic:{one.value}", one.label, having)
        for level in LEVELS if self._is_whole else (LearningLevel.INDIVIDUAL,):
            on_it = (o for o in self.options if o.level in (level, LearningLevel.BOTH))
            yield _wish(f"level:{level.value}", level.label, on_it)
        for form in FORMALITIES if self._is_whole else (Formality.INFORMAL,):
            of_it = (o for o in self.options if o.formality is form)
            yield _wish(f"formality:{form.value}", form.label, of_it)

    @property
    def _is_whole(self) -> bool:
        """Whether the group is for organisational learning, of which everything is asked."""
        return self.group.purpose is Purpose.ORGANISATION

    def _change(self, step: ChangeStep) -> Iterator[Wish]:
        """Yield the wish that *step* carries its learning in time (C#41, 43), if that is this group's."""
        carried = self.planned.get(step.activity)
        if not self._is_whole or (step.activity and carried is None):
            return
        label = reason("change-step-carries", step=step.label)
        carrying = (one for one in self.options if _can_carry(one, carried))
        wish = _wish(f"change-step:{step.id}", label, carrying)
        yield attrs.evolve(wish, by=step.start)

    def _of(self, option: RouteOption) -> LearningActivity:
        return self.catalogue[option.activity]


def _can_carry(option: RouteOption, carried: PlannedActivity | None) -> bool:
    """Whether *option* is the activity that a change step names; of one that names none, any shared."""
    if carried:
        return option.activity == carried.activity
    return option.level is not LearningLevel.INDIVIDUAL


def _wish(key: str, label: Text, serving: Iterable[RouteOption]) -> Wish:
    return Wish(key=key, label=label, served_by=tuple(one.id for one in serving))
