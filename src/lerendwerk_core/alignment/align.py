"""Roles, principles and agreements of a dossier, laid side by side (C#27-31, 39-44, 51, 54, 55)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Any

import attrs

from lerendwerk_core.alignment import positions
from lerendwerk_core.alignment.activities import ActivityFigures, activity_figures
from lerendwerk_core.alignment.agreements import frame_conflicts, made_by_others
from lerendwerk_core.alignment.compare import RoleChanges, role_changes
from lerendwerk_core.alignment.plan import PlanFigures, plan_figures
from lerendwerk_core.alignment.principles import PrincipleFigures, principle_figures
from lerendwerk_core.alignment.propose import RaciProposal, propose
from lerendwerk_core.alignment.roles import RoleFigures, role_figures
from lerendwerk_core.alignment.stance import StanceFigures, stance_figures
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.frame import TEXT, Row, as_frame
from lerendwerk_core.model.goals import (
    SOURCE_STAKEHOLDERS,
    Agreement,
    Expectation,
    Repositioning,
    Stakeholder,
)
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import RepositioningState


@attrs.frozen(kw_only=True)
class Alignment(Wired):
    """
    Who does what, and from which principles.

    ``roles`` is keyed by version of the process; ``proposal`` is what the current version itself
    suggests, to talk about where nobody has written it down; ``changes`` is what each version
    changed in the roles of the one before; ``open_positions`` lists per
    stakeholder type the parts of its repositioning that nobody has filled, ``positions`` is the whole
    matrix of types and parts with the state of each, ``position_counts`` how many of its cells are
    empty or have landed how far, ``unanswered`` the expectations without answer. ``frame_conflicts`` says
    per agreement where it is at odds with its frame, ``made_by_others`` which are about work that none
    of their makers do.
    """

    roles: Table[str, RoleFigures]
    repositioning: tuple[Repositioning, ...]
    stakeholders: Table[str, Text]
    positions: Table[str, Table[str, RepositioningState]]
    open_positions: Table[str, tuple[str, ...]]
    position_counts: Table[str, int]
    unanswered: tuple[Expectation, ...]
    activities: ActivityFigures
    proposal: RaciProposal | None
    principles: PrincipleFigures
    stance: StanceFigures
    agreements: tuple[Agreement, ...]
    frame_conflicts: Table[str, tuple[Text, ...]]
    made_by_others: tuple[str, ...]
    plan: PlanFigures
    changes: tuple[RoleChanges, ...] = ()

    def text_at(self, stakeholder: str, part: str) -> Text | None:
        """Return the words in a cell of the matrix of positions; ``None`` if it is empty."""
        rows = (one for one in self.repositioning if one.stakeholder == stakeholder)
        return next((one.text_of(part) for one in rows), None)

    def to_frame(self, backend: str | None = None) -> Any:
        """
        Return a row per stakeholder type and part of its position: a frame, or dictionaries.

        The RACI is a frame of its own: ``roles[version].to_frame()``.

        Raises:
            MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
        """
        names = ("stakeholder", "part", "text_nl", "text_en", "state")
        return as_frame(self._cells(), dict.fromkeys(names, TEXT), backend)

    def _cells(self) -> Iterator[Row]:
        for key, row in self.positions.items():
            for part, state in row.items():
                text = self.text_at(key, part)
                words = {"text_nl": text and text.nl, "text_en": text and text.en}
                yield {"stakeholder": key, "part": part, **words, "state": state.value}


def align(
    dossier: Dossier,
    versions: tuple[WorkProcess, ...],
    expected: Mapping[str, str] | None = None,
    stakeholders: Iterable[Stakeholder] = SOURCE_STAKEHOLDERS,
    expected_activities: Mapping[str, tuple[str, ...]] | None = None,
) -> Alignment:
    """
    Return the alignment of *dossier*, on every one of *versions* of its process, oldest first.

    *expected* says per step which organisation the regie model makes accountable; *stakeholders* are
    the types of those who are repositioned; *expected_activities* are the parties, each as good,
    whom the model makes accountable for an activity of regie.
    """
    types = tuple(stakeholders)
    roles = {
        str(one.version): role_figures(dossier, one, versions[at + 1 :], expected)
        for at, one in enumerate(versions)
    }
    return Alignment(
        roles=Table(roles),
        activities=activity_figures(dossier.activity_raci, expected_activities or {}),
        changes=tuple(
            role_changes(before, was, after, now)
            for (before, was), (after, now) in pairwise(roles.items())
        ),
        proposal=propose(dossier.process, dossier.origin) if dossier.process else None,
        repositioning=dossier.repositioning,
        stakeholders=Table((one.id, one.label) for one in types),
        positions=Table(positions.states(dossier, types)),
        open_positions=Table(positions.open_parts(dossier, types)),
        position_counts=Table(positions.counts(dossier, types)),
        unanswered=tuple(positions.unanswered(dossier)),
        principles=principle_figures(dossier),
        stance=stance_figures(dossier, versions),
        agreements=dossier.agreements,
        frame_conflicts=frame_conflicts(dossier),
        made_by_others=made_by_others(dossier),
        plan=plan_figures(dossier),
    )
