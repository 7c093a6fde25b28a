"""Goals, actions and actors: does what is done serve a goal that its doers share? (C#18)"""

from __future__ import annotations

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text


@attrs.frozen(kw_only=True)
class GoalFigures(Wired):
    """
    How a goal is carried: the number of steps that serve it and who does not endorse it.

    ``working_without_endorsing`` are the organisations that perform a step for a goal that they do
    not endorse.
    """

    label: Text
    steps: int
    not_endorsed: tuple[str, ...]
    working_without_endorsing: tuple[str, ...]


def goal_figures(dossier: Dossier) -> dict[str, GoalFigures]:
    """Return the figures of every goal, on the current version of the process."""
    everyone = sorted(one.id for one in dossier.organisations)
    steps = dossier.process.steps if dossier.process else ()
    figures: dict[str, GoalFigures] = {}
    for goal in dossier.goals:
        serving = [step for step in steps if goal.id in step.goals]
        doing = {dossier.employer_of(one) for step in serving for one in step.performers} - {""}
        missing = tuple(one for one in everyone if one not in goal.endorsed_by)
        figures[goal.id] = GoalFigures(
            label=goal.label,
            steps=len(serving),
            not_endorsed=missing,
            working_without_endorsing=tuple(one for one in missing if one in doing),
        )
    return figures


def endorsed_by_all(dossier: Dossier, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the goals that all *parties* endorse (C#26)."""
    return tuple(
        goal.id for goal in dossier.goals if parties and set(parties) <= set(goal.endorsed_by)
    )
