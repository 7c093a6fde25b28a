"""The matrix of new positions: types of stakeholder against parts of their position (C#27-30)."""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import PARTS, Expectation, Repositioning, Stakeholder
from lerendwerk_core.model.table import Table
from lerendwerk_core.vocabulary import RepositioningState


def _recorded(
    dossier: Dossier, types: tuple[Stakeholder, ...]
) -> Iterator[tuple[str, Repositioning]]:
    recorded = {one.stakeholder: one for one in dossier.repositioning}
    for one in types:
        yield one.id, recorded.get(one.id, Repositioning(stakeholder=one.id))


def states(
    dossier: Dossier, types: tuple[Stakeholder, ...]
) -> Iterator[tuple[str, Table[str, RepositioningState]]]:
    """Yield per type of stakeholder the state of every part of its position."""
    for key, row in _recorded(dossier, types):
        yield key, Table((part, row.state_of(part)) for part in PARTS)


def open_parts(
    dossier: Dossier, types: tuple[Stakeholder, ...]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Return per type of stakeholder the parts that nobody has filled."""
    return ((key, row.open_fields) for key, row in _recorded(dossier, types))


def counts(dossier: Dossier, types: tuple[Stakeholder, ...]) -> Iterator[tuple[str, int]]:
    """Yield how many cells are empty, and how many of the others have landed how far."""
    cells = [(row, part) for _, row in _recorded(dossier, types) for part in PARTS]
    filled = [row.state_of(part) for row, part in cells if row.text_of(part) is not None]
    yield "empty", len(cells) - len(filled)
    yield from ((state.value, filled.count(state)) for state in RepositioningState)


def unanswered(dossier: Dossier) -> Iterator[Expectation]:
    """Yield the expectations of somebody that nobody answered (C#29)."""
    for row in dossier.repositioning:
        yield from (one for one in row.expectations if one.of and not one.is_answered)
