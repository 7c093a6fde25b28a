"""Figures of a group with smaller groups in it: which of them may be in it, and seen beside it."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from lerendwerk_core.disclosure.counts import below
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired

DIRECT = "direct"
"""The name of whoever is in the group and in none of those within it."""


@attrs.frozen(kw_only=True)
class OpenGroup(Wired):
    """
    A group as it may be seen: ``shown`` per part, the names of those ``hidden``.

    ``uses`` are the parts of which the answers are in the figure of the whole group: the hidden ones
    only when there are enough of them together, or the figure less what is shown would tell of them.
    """

    shown: Table[str, int]
    hidden: tuple[str, ...]
    uses: tuple[str, ...]


def open_group(parts: Mapping[str, int], minimum: int) -> OpenGroup:
    """Return a group of *parts*, by how many people each has, as it may be seen."""
    hidden = [name for name, count in parts.items() if count and below(count, minimum)]
    together = sum(parts[name] for name in hidden)
    left_out = set(hidden) if below(together, minimum) else set()
    return OpenGroup(
        shown=Table((name, count) for name, count in parts.items() if name not in hidden),
        hidden=tuple(hidden),
        uses=tuple(name for name, count in parts.items() if count and name not in left_out),
    )
