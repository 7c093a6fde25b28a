"""
Actors, actions and goals: do independent actors direct themselves at one coherent whole? (C#18)

Actors are the organisations, independent when they are not the municipality; actions are the steps
of the current version of the process. An actor is tied to the actions that it performs and to the
goals that it endorses, an action to the goals that it serves.
"""

from __future__ import annotations

from collections.abc import Iterable

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


@attrs.frozen(kw_only=True)
class Coherence(Wired):
    """
    The graph of actors, actions and goals, and where it is broken.

    ``performs``, ``endorses`` and ``serves`` are its edges, as pairs of ids: actor and action, actor
    and goal, action and goal. ``independent`` are the actors that are not the municipality.
    """

    actors: tuple[str, ...]
    independent: tuple[str, ...]
    performs: tuple[tuple[str, str], ...]
    endorses: tuple[tuple[str, str], ...]
    serves: tuple[tuple[str, str], ...]
    actions_without_goal: tuple[str, ...]
    goals_without_action: tuple[str, ...]
    actors_without_action: tuple[str, ...]
    working_without_endorsing: tuple[tuple[str, str], ...]


def coherence(dossier: Dossier) -> Coherence:
    """Return the graph of *dossier* and its breaks; without a process there are no actions."""
    steps = dossier.process.steps if dossier.process else ()
    actors = tuple(one.id for one in dossier.organisations)
    performs = _performs(dossier)
    # Who is named twice as endorsing a goal endorses it once, and so for a step and its goals.
    endorses = _each_once((who, goal.id) for goal in dossier.goals for who in goal.endorsed_by)
    serves = _each_once((step.id, goal) for step in steps for goal in step.goals)
    doing, served = {who for who, _ in performs}, {goal for _, goal in serves}
    return Coherence(
        actors=actors,
        independent=tuple(one.id for one in dossier.organisations if not one.is_municipality),
        performs=performs,
        endorses=endorses,
        serves=serves,
        actions_without_goal=tuple(step.id for step in steps if not step.goals),
        goals_without_action=tuple(one.id for one in dossier.goals if one.id not in served),
        actors_without_action=tuple(who for who in actors if steps and who not in doing),
        working_without_endorsing=_unendorsed(performs, serves, endorses),
    )


def _performs(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """Return every organisation that staffs a discipline of a step, with that step."""
    staff: dict[str, dict[str, None]] = {}
    for person in dossier.people:
        staff.setdefault(person.discipline, {})[person.organisation] = None
    steps = dossier.process.steps if dossier.process else ()
    pairs = (
        (who, step.id)
        for step in steps
        for discipline in step.performers
        for who in staff.get(discipline, ())
    )
    return _each_once(pairs)


def _each_once(pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(dict.fromkeys(pairs))


def _unendorsed(
    performs: tuple[tuple[str, str], ...],
    serves: tuple[tuple[str, str], ...],
    endorses: tuple[tuple[str, str], ...],
) -> tuple[tuple[str, str], ...]:
    """Return the pairs of an actor and a goal that it works on and does not endorse."""
    goals: dict[str, list[str]] = {}
    for step, goal in serves:
        goals.setdefault(step, []).append(goal)
    works = ((who, goal) for who, step in performs for goal in goals.get(step, ()))
    return _each_once(pair for pair in works if pair not in endorses)


def goal_figures(dossier: Dossier, found: Coherence) -> dict[str, GoalFigures]:
    """Return the figures of every goal, on the current version of the process."""
    everyone = sorted(found.actors)
    return {
        goal.id: GoalFigures(
            label=goal.label,
            steps=sum(served == goal.id for _, served in found.serves),
            not_endorsed=tuple(one for one in everyone if one not in goal.endorsed_by),
            working_without_endorsing=tuple(
                one for one in everyone if (one, goal.id) in found.working_without_endorsing
            ),
        )
        for goal in dossier.goals
    }


def endorsed_by_all(dossier: Dossier, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the goals that all *parties* endorse (C#26)."""
    return tuple(
        goal.id for goal in dossier.goals if parties and set(parties) <= set(goal.endorsed_by)
    )
