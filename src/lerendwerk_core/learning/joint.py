"""
Forming the organisation, clarity of roles and personal development only come about together (C#48).

So each of the three must be served by something that several people of several organisations do, for
neither one person nor one party can bring it about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity, PlannedActivity
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Characteristic, JointGoal, LearningLevel
from lerendwerk_core.wording import reason

Catalogue = Mapping[str, LearningActivity]

_FORMING = {Characteristic.C3, Characteristic.C4, Characteristic.C6}
SEVERAL = 2


@attrs.frozen(kw_only=True)
class JointFigures(Wired):
    """
    Whether the three goals are served together, and by what.

    ``activities`` are those that serve a goal, ``alone`` those of them that one person or one party
    does by itself and that therefore do not count.
    """

    holds: bool
    activities: Table[str, tuple[str, ...]]
    alone: tuple[str, ...]
    because: tuple[Text, ...]


SERVES: Mapping[JointGoal, Callable[[LearningActivity], bool]] = {
    JointGoal.ORGANISATION: lambda one: bool(_FORMING & set(one.characteristics)),
    JointGoal.ROLES: lambda one: Characteristic.C5 in one.characteristics,
    JointGoal.PERSONAL: lambda one: (
        one.level is not LearningLevel.ORGANISATION or Characteristic.C8 in one.characteristics
    ),
}


def joint_figures(dossier: Dossier, catalogue: Catalogue) -> JointFigures:
    """Return whether the activities that *dossier* plans serve the three goals together."""
    alone = {one.id for one in dossier.activities if not _is_shared(dossier, one)}
    serving = {
        goal: tuple(one.id for one in dossier.activities if serves(catalogue[one.activity]))
        for goal, serves in SERVES.items()
    }
    together = {goal: [one for one in ids if one not in alone] for goal, ids in serving.items()}
    return JointFigures(
        holds=all(together.values()),
        activities=Table((goal.value, ids) for goal, ids in serving.items()),
        alone=tuple(one.id for one in dossier.activities if one.id in alone),
        because=tuple(_because(serving, together)),
    )


def _because(
    serving: Mapping[JointGoal, tuple[str, ...]], together: Mapping[JointGoal, list[str]]
) -> Iterator[Text]:
    for goal, ids in serving.items():
        if together[goal]:
            yield reason("goal-served-together", goal=goal.label, activities=together[goal])
        elif ids:
            yield reason("goal-served-alone", goal=goal.label, activities=ids)
        else:
            yield reason("goal-not-served", goal=goal.label)


def _is_shared(dossier: Dossier, activity: PlannedActivity) -> bool:
    """Whether several people of several organisations do it, in at least one group."""
    organisation = {one.code: one.organisation for one in dossier.people}
    groups = [one for one in dossier.groups if one.id in activity.groups]
    return any(len({organisation[code] for code in group.members}) >= SEVERAL for group in groups)
