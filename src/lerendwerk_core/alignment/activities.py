"""Who does what in the activities of regie, as the municipality wrote it, against its model (C#54)."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from lerendwerk_core.alignment.conflicts import RowConflict, conflicts_in
from lerendwerk_core.alignment.repair import Evidence, Repair, repair
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class ActivityFigures(Wired):
    """
    The rows per activity that the dossier writes down, what is wrong in them, and the least repair.

    ``elsewhere`` are activities whose one
    accountable party is another than the regie model says, with the model's.
    """

    rows: Table[str, RaciRow]
    conflicts: tuple[RowConflict, ...]
    repair: Repair
    elsewhere: Table[str, str]


def activity_figures(
    rows: Mapping[str, RaciRow], expected: Mapping[str, tuple[str, ...]]
) -> ActivityFigures:
    """Return the figures of *rows*; *expected* are the parties that the model makes accountable."""
    evidence = {
        activity: [Evidence(party=one, because=reason("evidence-model")) for one in parties]
        for activity, parties in expected.items()
    }
    return ActivityFigures(
        rows=Table(rows),
        conflicts=tuple(conflicts_in(rows)),
        repair=repair(rows, evidence),
        elsewhere=Table(
            (activity, expected[activity][0])
            for activity, row in rows.items()
            if activity in expected
            and len(set(row.accountable)) == 1
            and row.accountable[0] not in expected[activity]
        ),
    )
