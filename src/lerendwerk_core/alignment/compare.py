"""Who does what before and after: cells that changed, conflicts that went and came (C#54)."""

from __future__ import annotations

import attrs

from lerendwerk_core.alignment.roles import RoleFigures
from lerendwerk_core.model.raci import CellMove, cell_moves
from lerendwerk_core.model.wire import Wired


@attrs.frozen(kw_only=True)
class RoleChanges(Wired):
    """
    What changed in the roles between two versions of the process.

    Conflicts are told as step and code: ``resolved`` are gone, ``added`` are new, ``remaining`` were
    there before and still are. Borders are pairs of organisations.
    """

    before: str
    after: str
    cells: tuple[CellMove, ...]
    resolved: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]
    remaining: tuple[tuple[str, str], ...]
    borders_gone: tuple[tuple[str, str], ...]
    borders_added: tuple[tuple[str, str], ...]


def role_changes(before: str, was: RoleFigures, after: str, now: RoleFigures) -> RoleChanges:
    """Return what changed from *was*, of version *before*, to *now*, of version *after*."""
    then, later = _conflicts(was), _conflicts(now)
    had, has = ([one.parties for one in figures.borders] for figures in (was, now))
    return RoleChanges(
        before=before,
        after=after,
        cells=tuple(cell_moves(was.rows, now.rows)),
        resolved=tuple(one for one in then if one not in later),
        added=tuple(one for one in later if one not in then),
        remaining=tuple(one for one in then if one in later),
        borders_gone=tuple(one for one in had if one not in has),
        borders_added=tuple(one for one in has if one not in had),
    )


def _conflicts(figures: RoleFigures) -> tuple[tuple[str, str], ...]:
    return tuple((one.row, one.code) for one in figures.conflicts)
