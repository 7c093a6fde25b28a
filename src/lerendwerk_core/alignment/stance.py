"""Which way the work turns: caring for, or making sure that; and what shifted (C#8)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import AgreementKind, Stance


@attrs.frozen(kw_only=True)
class StanceShare(Wired):
    """
    How many turn which way, and of how many nobody said.

    ``share_dat`` is the part of those that turn at all which make sure that people manage; ``None``
    when none does.
    """

    voor: int
    dat: int
    unsaid: int
    share_dat: float | None


@attrs.frozen(kw_only=True)
class StanceMove(Wired):
    """A step that turns another way in a later version than in the one before."""

    step: str
    label: Text
    before: Stance | None
    after: Stance | None
    version: str


@attrs.frozen(kw_only=True)
class StanceFigures(Wired):
    """
    Which way steps turn per version of the process, and which of them shifted.

    ``tasks`` and ``behaviour`` are those of new positions, and of agreements on roles, tasks and
    behaviour.
    """

    steps: Table[str, StanceShare]
    tasks: StanceShare
    behaviour: StanceShare
    shifts: tuple[StanceMove, ...]


def stance_figures(dossier: Dossier, versions: tuple[WorkProcess, ...]) -> StanceFigures:
    """Return which way the work of *dossier* turns, in every one of *versions*, oldest first."""
    steps = {str(one.version): share_of(step.stance for step in one.steps) for one in versions}
    return StanceFigures(
        steps=Table(steps),
        tasks=share_of(_tasks(dossier)),
        behaviour=share_of(_behaviour(dossier)),
        shifts=tuple(move for pair in pairwise(versions) for move in _moves(*pair)),
    )


def share_of(stances: Iterable[Stance | None]) -> StanceShare:
    """Return how many of *stances* turn which way."""
    given = list(stances)
    voor, dat = given.count(Stance.VOOR), given.count(Stance.DAT)
    share = round(dat / (voor + dat), 2) if voor + dat else None
    return StanceShare(voor=voor, dat=dat, unsaid=given.count(None), share_dat=share)


def _tasks(dossier: Dossier) -> Iterator[Stance | None]:
    yield from (one.tasks.stance for one in dossier.repositioning if one.tasks.text)
    kinds = (AgreementKind.ROLE, AgreementKind.TASK)
    yield from (one.stance for one in dossier.agreements if one.kind in kinds)


def _behaviour(dossier: Dossier) -> Iterator[Stance | None]:
    yield from (one.behaviour.stance for one in dossier.repositioning if one.behaviour.text)
    yield from (one.stance for one in dossier.agreements if one.kind is AgreementKind.BEHAVIOUR)


def _moves(old: WorkProcess, new: WorkProcess) -> Iterator[StanceMove]:
    was = {step.id: step.stance for step in old.steps}
    for step in new.steps:
        if step.id in was and was[step.id] is not step.stance:
            yield StanceMove(
                step=step.id,
                label=step.label,
                before=was[step.id],
                after=step.stance,
                version=str(new.version),
            )
