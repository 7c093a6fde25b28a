"""The import report: what was met, what became of it, and what was left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from lerendwerk_core.model.drawing import DrawnNode, ImportReport
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.bpmn.collect import Collected
from lerendwerk_core.sources.bpmn.names import NODES, NOT_READ
from lerendwerk_core.vocabulary import RoleFrom


def report(
    found: Collected,
    nodes: tuple[DrawnNode, ...],
    dangling: tuple[str, ...],
    used: Collection[str],
) -> ImportReport:
    """Return the report on *found*; *used* are the associations that were read."""
    return ImportReport(
        elements=_sorted(found.counts),
        roles=_by_rung(node.role_from for node in nodes),
        without_role=tuple(node.id for node in nodes if not node.role),
        dangling=dangling,
        duplicates=tuple(key for key, count in found.ids.items() if count > 1),
        unnamed=tuple(node.id for node in nodes if not node.name),
        not_read=_not_read(found, used),
    )


def _sorted(counts: Counter[str]) -> Table[str, int]:
    return Table(sorted(counts.items()))


def _by_rung(rungs: Iterable[RoleFrom]) -> Table[str, int]:
    counts = Counter(rungs)
    return Table({rung.value: counts[rung] for rung in RoleFrom if counts[rung]})


def _not_read(found: Collected, used: Collection[str]) -> Table[str, int]:
    left = Counter({name: count for name, count in found.counts.items() if _is_left(name)})
    flows = found.flows.items()
    left["association"] = sum(
        met.element.name == "association" and key not in used for key, met in flows
    )
    return _sorted(+left)


def _is_left(name: str) -> bool:
    """Whether *name* is, or must be, something to see in a drawing that is not read."""
    return name in NOT_READ or (name.endswith(("Task", "Event", "Gateway")) and name not in NODES)
