"""What a scoring model works on, and what it says (C#64)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class Node(Wired):
    """
    A section with ``children``, or an item with a ``value`` between ``low`` and ``high``.

    ``value`` is ``None`` where nobody answered; ``applies`` is false for what does not apply.
    """

    id: str = ""
    weight: float = 1.0
    value: float | None = None
    low: float = 0.0
    high: float = 1.0
    applies: bool = True
    children: tuple[Node, ...] = ()

    @property
    def share(self) -> float:
        """How far an answered item is on its own scale, from 0 to 1."""
        return ((self.value or 0.0) - self.low) / (self.high - self.low)

    def items(self) -> Iterator[Node]:
        """Yield the items below that apply, and that are in sections that do."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node.applies and node.children:
                waiting.extend(reversed(node.children))
            elif node.applies:
                yield node


UNSAID = reason("score-unsaid")


@attrs.frozen(kw_only=True)
class Scored(Wired):
    """
    What a model says: ``value`` of ``most``, ``None`` where there is nothing to score.

    ``counted`` items are in it; ``unanswered`` are not, or as the model says; ``parts`` are the values
    of the sections right below the top, where the model has them. ``missing`` and ``not_applicable``
    say what the model does with an item that nobody answered, and with one that does not apply.
    """

    model: str
    value: float | None
    most: float
    counted: int
    unanswered: int
    parts: Table[str, float] = attrs.field(factory=Table)
    missing: Text = UNSAID
    not_applicable: Text = UNSAID
