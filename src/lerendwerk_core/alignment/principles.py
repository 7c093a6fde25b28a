"""Principles: do they hold for transition and system, and which pillars do they serve? (C#9, 42, 51)"""

from __future__ import annotations

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Pillar


@attrs.frozen(kw_only=True)
class PrincipleFigures(Wired):
    """
    For what the principles hold, the ``pillars`` they serve, and the agreements and planned
    activities that refer to each.
    """

    both: tuple[str, ...]
    only_system: tuple[str, ...]
    only_transition: tuple[str, ...]
    neither: tuple[str, ...]
    pillars: tuple[Pillar, ...]
    used_by: Table[str, tuple[str, ...]]
    labels: Table[str, Text]


def principle_figures(dossier: Dossier) -> PrincipleFigures:
    """Return for what the principles of *dossier* hold."""
    holds = {one.id: (one.transition, one.system) for one in dossier.principles}
    served = {pillar for one in dossier.principles for pillar in one.pillars}
    return PrincipleFigures(
        both=_those(holds, (True, True)),
        only_system=_those(holds, (False, True)),
        only_transition=_those(holds, (True, False)),
        neither=_those(holds, (False, False)),
        pillars=tuple(sorted(served, key=lambda pillar: pillar.value)),
        used_by=Table((one.id, _users(dossier, one.id)) for one in dossier.principles),
        labels=Table((one.id, one.label) for one in dossier.principles),
    )


def _those(holds: dict[str, tuple[bool, bool]], scope: tuple[bool, bool]) -> tuple[str, ...]:
    return tuple(one for one, where in holds.items() if where == scope)


def _users(dossier: Dossier, principle: str) -> tuple[str, ...]:
    agreements = (one.id for one in dossier.agreements if one.frame == principle)
    activities = (one.id for one in dossier.activities if principle in one.principles)
    return (*agreements, *activities)
