"""The answer: groups, what they are worth, what proves it, and why everyone sits where they sit."""

from __future__ import annotations

import attrs

from lerendwerk_core.composition.check import Unmet
from lerendwerk_core.composition.explain import Seat
from lerendwerk_core.composition.review import GroupFigures
from lerendwerk_core.model.composition import COUNTING, PRICES, SOLVER, WISHES, CountingLine, Proof
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Lang, Text

__all__ = [
    "COUNTING",
    "PRICES",
    "SOLVER",
    "WISHES",
    "Certificate",
    "Composition",
    "CountingLine",
    "Demanded",
    "GoalValue",
    "Proof",
    "Relaxation",
    "TierValue",
    "Vulnerable",
]


@attrs.frozen(kw_only=True)
class GoalValue(Wired):
    """
    A goal's value over all groups, and a bound that no composition passes.

    ``sense`` says whether ``most`` or ``least`` is wanted; ``tier`` and ``weight`` where it counts.
    """

    goal: str
    value: float
    bound: float
    sense: str = "most"
    tier: int = 0
    weight: float = 1.0


@attrs.frozen(kw_only=True)
class TierValue(Wired):
    """
    The value of a tier, and what no composition passes while the tiers before it keep theirs.

    A tier of one goal has that goal's value; a weighted one the sum of its parts, what is wanted
    ``least`` taken off.
    """

    key: str
    value: float
    bound: float
    sense: str = "most"

    @property
    def proven(self) -> bool:
        """Whether value and bound meet."""
        return self.value == self.bound


@attrs.frozen(kw_only=True)
class Certificate(Wired):
    """
    What proves the bounds, and the best bounds that can be checked without a solver.

    ``proofs`` hold one proof per tier for the bound that is claimed; where a solver says it,
    ``checked`` holds the best bound that counting or prices prove.
    """

    proofs: tuple[Proof, ...] = ()
    checked: tuple[Proof, ...] = ()
    because: tuple[Text, ...] = ()

    def in_(self, lang: Lang) -> str:
        """Return the certificate in one sentence."""
        return " ".join(text.in_(lang) for text in self.because)


@attrs.frozen(kw_only=True)
class Demanded(Wired):
    """
    One thing that the problem demands, where it is part of a conflict.

    ``name`` is that of a requirement, or ``size``, ``load`` or ``admitted`` with what it binds;
    ``group`` is empty where it binds no group.
    """

    name: str
    group: str
    asks: Text

    def in_(self, lang: Lang) -> str:
        """Return what it asks, with the group it asks it of."""
        said = self.asks.in_(lang)
        return f"{self.group}: {said}" if self.group else said


@attrs.frozen(kw_only=True)
class Relaxation(Wired):
    """What to give up, by how many seats, and what that costs."""

    demanded: Demanded
    seats: int
    cost: int
    says: Text


@attrs.frozen(kw_only=True)
class Vulnerable(Wired):
    """Someone whose leaving breaks the cover of ``steps`` or ``handovers`` in ``group``."""

    group: str
    code: str
    steps: tuple[str, ...]
    handovers: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Composition(Wired):
    """
    The learning groups: ``groups`` are those that exist, reviewed; the rest is what was composed.

    ``members`` and ``proposed`` hold the composed groups and their figures. ``objective``,
    ``bound`` and ``gap`` are those of the first tier, ``tiers`` of every one and ``goals`` of every
    goal apart. ``wishes`` is what unmet soft requirements cost, ``wishes_bound`` the least that they
    must. ``status`` is ``optimal`` only when no seating is better in the order of wishes and tiers,
    and that is proven; ``feasible`` otherwise; ``infeasible`` when the demands were shown to
    conflict: ``conflict`` then holds few that do, ``relaxations`` the cheapest way out;
    ``none-found`` when no seating was met that satisfies the hard requirements (which proves
    nothing); ``not-asked`` when the dossier asks for no groups.
    """

    status: str = "not-asked"
    stopped_by: str = ""
    seed: int = 0
    objective: float | None = None
    bound: float | None = None
    gap: float | None = None
    tiers: tuple[TierValue, ...] = ()
    goals: tuple[GoalValue, ...] = ()
    wishes: int = 0
    wishes_bound: int = 0
    members: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    seats: tuple[Seat, ...] = ()
    vulnerable: tuple[Vulnerable, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    certificate: Certificate = Certificate()
    conflict: tuple[Demanded, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    because: tuple[Text, ...] = ()
    groups: Table[str, GroupFigures] = attrs.field(factory=Table)
    proposed: Table[str, GroupFigures] = attrs.field(factory=Table)
