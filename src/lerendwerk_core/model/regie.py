"""
Regie: who steers, who contracts whom, who answers to the council (C#16-26).

A regie model is data over seven rule types: position, boundary, choice, aggregation, information,
scope and payoff.
"""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, DecisionRight, Holder

COUNCIL = "gemeenteraad"
EXECUTIVE = "college"
EMPLOYEE = "medewerker"
PERSONAL_ROUTE = "persoonlijke_route"


@attrs.frozen(kw_only=True)
class RegieActor(Wired):
    """A part that a regie model gives to someone: a body, a function or a kind of party."""

    id: str
    label: Text


@attrs.frozen(kw_only=True)
class RegieActivity(Wired):
    """An activity for which a regie model says who is accountable and who does it."""

    id: str
    label: Text
    concepts: tuple[int, ...] = ()


@attrs.frozen(kw_only=True)
class RaciRow(Wired):
    """
    Who is accountable for, does, is consulted on and is informed of one activity.

    The council's ultimate accountability is no field: it cannot be set, only read (C#20).
    """

    accountable: tuple[str, ...]
    responsible: tuple[str, ...]
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()

    @property
    def ultimate(self) -> str:
        """The body that is ultimately accountable, whatever the model says."""
        return COUNCIL

    @property
    def parties(self) -> tuple[str, ...]:
        """Everyone with a part in the activity, each once."""
        cells = (*self.accountable, *self.responsible, *self.consulted, *self.informed)
        return tuple(dict.fromkeys(cells))


@attrs.frozen(kw_only=True)
class SeatRule(Wired):
    """A seat that a model demands: ``who`` names an actor or a rule such as ``each_partner``."""

    who: str
    minimum: int = 1
    role: str = ""


@attrs.frozen(kw_only=True)
class Boundary(Wired):
    """Who must sit in a body, who chairs it, and the largest share of its seats (``any`` or an actor)."""

    must: tuple[SeatRule, ...] = ()
    chair: str = ""
    per: str = ""
    max_seat_share: Table[str, float] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class Scope(Wired):
    """What a model covers and what it asks of areas, goals and partners."""

    area_partition_required: bool = False
    services: str = "all"
    shared_goals_min: int = 0
    partners_min: int = 0


@attrs.frozen(kw_only=True)
class Payoff(Wired):
    """How contracts run: pattern, from whom to whom, prime contractors per area."""

    pattern: str = ""
    primes_per_area: int | None = None
    subcontracting: bool = False
    covenant: bool = False


@attrs.frozen(kw_only=True)
class RegieModel(Wired):
    """
    A way to direct, as data over the seven rule types (C#19).

    ``rank`` orders a family by falling steering (1 strongest); a model may be unranked. The
    steering degree is derived from ``choice`` and has no field.
    """

    id: str
    family: str
    label: Text
    choice: Table[DecisionRight, Holder]
    rank: int | None = None
    concepts: tuple[int, ...] = ()
    position: tuple[str, ...] = ()
    learning_group: Boundary = Boundary()
    steering_group: Boundary = Boundary()
    aggregation: str = ""
    escalation: str = ""
    chain: tuple[str, ...] = (EXECUTIVE, COUNCIL)
    raci: Table[str, RaciRow] = attrs.field(factory=Table)
    scope: Scope = Scope()
    payoff: Payoff = Payoff()
    emphasis: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    unlearn: tuple[Text, ...] = ()


@attrs.frozen(kw_only=True)
class Arrangement(Wired):
    """
    The choice of a model for an area, an act and a set of services, dated and reasoned (C#17).

    ``services`` is ``None`` when the dossier does not list them: then all steps are meant.
    """

    model: str
    area: str = ""
    act: Decentralisation | None = None
    partners: tuple[str, ...] = ()
    services: tuple[str, ...] | None = None
    since: dt.date | None = None
    rationale: Text | None = None

    @property
    def scope_name(self) -> str:
        """The name under which results list the arrangement: its area, else its act, else ``all``."""
        return self.area or (self.act.value if self.act else "all")


@attrs.frozen(kw_only=True)
class Demand(Wired):
    """
    What an arrangement asks of a learning group, ready for composition.

    Either at least ``minimum`` members whose ``dimension`` is ``value``, or at most ``max_share``
    of the seats for one value (``value`` empty: for any single value).
    """

    id: str
    dimension: str
    value: str
    because: Text
    area: str = ""
    minimum: int = 0
    max_share: float | None = None
    role: str = ""
