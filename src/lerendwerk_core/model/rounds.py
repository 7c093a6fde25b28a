"""What a later round answers differently (C#40)."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Route


@attrs.frozen(kw_only=True)
class RoundChange(Wired):
    """
    What changed between two rounds, and what carried it.

    Items are better or worse, newly answered, or not answered any more; what began or ceased to apply is
    ``not_comparable``. Where the route became another, ``carried_by`` are the smallest sets of changed
    items without which it would have stayed (the first of ``carried_total``).
    """

    before: str
    after: str
    route_before: Route
    route_after: Route
    improved: tuple[str, ...] = ()
    worsened: tuple[str, ...] = ()
    newly_answered: tuple[str, ...] = ()
    no_longer_answered: tuple[str, ...] = ()
    not_comparable: tuple[str, ...] = ()
    carried_by: tuple[tuple[str, ...], ...] = ()
    carried_total: int = 0
