"""What a comparison of versions says."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process.versions.names import plain_name
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import KnownBy, Stance


@attrs.frozen(kw_only=True)
class Item(Wired):
    """A step or a node of one version, as it is compared; ``family`` is that of a drawn node."""

    id: str
    label: Text
    family: str
    role: str = ""

    @property
    def name(self) -> str:
        """The name by which it is compared, empty if it has none."""
        return self.label.nl


@attrs.frozen(kw_only=True)
class Matched(Wired):
    """A step that is in both versions, and by what it was known again."""

    before: Item
    after: Item
    by: KnownBy

    @property
    def is_renamed(self) -> bool:
        """Whether the name differs in more than capitals and spaces."""
        return plain_name(self.before.name) != plain_name(self.after.name)

    @property
    def is_moved(self) -> bool:
        """Whether another role has it now."""
        return plain_name(self.before.role) != plain_name(self.after.role)


@attrs.frozen(kw_only=True)
class HandoverChange(Wired):
    """A way from one role to another that is there in only one of the versions; its ends by name."""

    source: str
    target: str
    from_role: str
    to_role: str


@attrs.frozen(kw_only=True)
class StanceShift(Wired):
    """A step whose stance changed: from caring for to making sure that, or back."""

    step: str
    label: Text
    before: Stance | None
    after: Stance | None


@attrs.frozen(kw_only=True)
class Comparison(Wired):
    """
    What changed from one version to the next.

    Every step is in ``matched``, ``added`` or ``removed``; ``renamed`` and ``moved`` (to another role)
    are those of ``matched`` that did. ``handovers``, ``waits`` and ``touch`` give before and after:
    ways between two roles, days, minutes (0 in a drawing, which holds no times). Ways between roles
    won less those lost is what they grew by.
    """

    matched: tuple[Matched, ...]
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    renamed: tuple[Matched, ...]
    moved: tuple[Matched, ...]
    handovers_won: tuple[HandoverChange, ...]
    handovers_lost: tuple[HandoverChange, ...]
    handovers: tuple[int, int]
    waits: tuple[float, float] = (0.0, 0.0)
    touch: tuple[float, float] = (0.0, 0.0)
    stance: tuple[StanceShift, ...] = ()
    because: tuple[Text, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changed that is compared."""
        changed = self.added or self.removed or self.renamed or self.moved or self.stance
        timed = self.waits[0] != self.waits[1] or self.touch[0] != self.touch[1]
        return not (changed or timed or self.handovers_won or self.handovers_lost)


@attrs.frozen(kw_only=True)
class BetweenRoles(Wired):
    """How many ways lead from one role to another."""

    from_role: str
    to_role: str
    ways: int


@attrs.frozen(kw_only=True)
class VersionFacts(Wired):
    """
    What one version of a road holds.

    ``items`` counts steps or nodes by family, ``roles`` the tasks of every role, ``between`` the ways
    from each role to each other one; ``handovers`` is all of them. The rest is as in a comparison.
    """

    name: str
    items: Table[str, int]
    roles: Table[str, int]
    between: tuple[BetweenRoles, ...]
    handovers: int
    wait: float
    touch: float
    stance: Table[str, int]


@attrs.frozen(kw_only=True)
class Road(Wired):
    """
    The road travelled over several versions: each of them, and what changed from each to the next.

    ``totals`` adds up what changed on the way, also what was undone again; ``whole`` is the last
    version held against the first, ``None`` where there is no other.
    """

    versions: tuple[VersionFacts, ...]
    changes: tuple[Comparison, ...]
    totals: Table[str, int]
    whole: Comparison | None = None
