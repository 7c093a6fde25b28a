"""The unlearning register: named, interrupted, replaced, secured, and relapse (C#32-34)."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import UnlearnGoal
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import UnlearnKind, UnlearnState

STATES = tuple(UnlearnState)


@attrs.frozen(kw_only=True)
class UnlearnFigures(Wired):
    """
    How far one thing to unlearn has come.

    ``relapses`` are the moments at which the state is lower than the moment before; ``stalled``
    says that it has not moved since the previous moment and is not secured yet.
    """

    id: str
    kind: UnlearnKind
    label: Text
    replaced_by: Text | None
    stages: Table[str, UnlearnState]
    now: UnlearnState | None
    relapses: tuple[str, ...]
    stalled: bool


def unlearn_figures(dossier: Dossier) -> tuple[UnlearnFigures, ...]:
    """Return the register of *dossier*."""
    return tuple(_figures(goal, dossier.period.measurements) for goal in dossier.unlearning)


def _figures(goal: UnlearnGoal, moments: Sequence[str]) -> UnlearnFigures:
    order = [moment for moment in moments if moment in goal.stage]
    order += [moment for moment in goal.stage if moment not in order]
    stages = [goal.stage[moment] for moment in order]
    pairs = list(zip(order[1:], itertools.pairwise(stages), strict=True))
    now = stages[-1] if stages else None
    same = len(stages) > 1 and stages[-2] is now
    return UnlearnFigures(
        id=goal.id,
        kind=goal.kind,
        label=goal.label,
        replaced_by=goal.replaced_by,
        stages=Table(zip(order, stages, strict=True)),
        now=now,
        relapses=tuple(m for m, (a, b) in pairs if STATES.index(b) < STATES.index(a)),
        stalled=same and now is not UnlearnState.SECURED,
    )
