"""
Regie: who steers, who contracts whom, who answers to the council (C#16-26).

A regie model is data over seven rule types: position, boundary, choice, aggregation, information,
scope and payoff.
"""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.raci import COUNCIL, RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, DecisionRight, Holder

EXECUTIVE = "college"
MUNICIPALITY = "gemeente"
MUNICIPAL_HR = "p_en_o"
EMPLOYEE = "medewerker"
PERSONAL_ROUTE = "persoonlijke_route"
DECISION = "besluit_nemen"
"""The activity of deciding on an individual provision."""

STEP = "stap_uitvoeren"
"""The activity of carrying out a step of the process."""


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
class SeatRule(Wired):
    """
    Seats that a model demands: ``who`` names an actor or a rule such as ``each_partner``.

    ``maximum`` is ``None`` when there may be any number; a ``hard`` rule must be met, any other is
    a wish.
    """

    who: str
    minimum: int = 1
    maximum: int | None = None
    role: str = ""
    hard: bool = False


@attrs.frozen(kw_only=True)
class ShareRule(Wired):
    """The largest share (0 to 1) of the seats that one party may have; a wish unless ``hard``."""

    share: float
    hard: bool = False


@attrs.frozen(kw_only=True)
class Boundary(Wired):
    """Who must sit in a body, who chairs it, and the largest share of its seats (``any`` or an actor)."""

    must: tuple[SeatRule, ...] = ()
    chair: str = ""
    per: str = ""
    max_seat_share: Table[str, ShareRule] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class Scope(Wired):
    """What a model covers and what it asks of areas, goals and partners."""

    area_partition_required: bool = False
    services: str = "all"
    shared_goals_min: int = 0
    partners_min: int = 0


@attrs.frozen(kw_only=True)
class Payoff(Wired):
    """How contracts run: pattern, who gives them to whom, funding, prime contractors per area."""

    pattern: str = ""
    giver: str = ""
    taker: str = ""
    funding: str = ""
    primes_per_area: int | None = None
    subcontracting: bool = False
    covenant: bool = False


@attrs.frozen(kw_only=True)
class RegieModel(Wired):
    """
    A way to direct, as data over the seven rule types (C#19).

    ``rank`` orders a family by falling steering (1 strongest); a model may be unranked. The
    steering degree is derived from ``choice`` and has no field. ``chain`` is the line from those
    who do the work to the council; ``accountable_to`` names whom an actor outside it answers to.
    ``quorum`` is the share (0 to 1) that must be there to decide.
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
    quorum: float | None = None
    escalation: str = ""
    chain: tuple[str, ...] = (EXECUTIVE, COUNCIL)
    accountable_to: Table[str, str] = attrs.field(factory=Table)
    reports: tuple[Text, ...] = ()
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

    ``services`` is ``None`` when the dossier does not list them: then all steps are meant. One that
    no longer holds has a day ``until`` which it held, that day not included.
    """

    model: str
    area: str = ""
    act: Decentralisation | None = None
    partners: tuple[str, ...] = ()
    services: tuple[str, ...] | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    rationale: Text | None = None

    def covers(self, step: str) -> bool:
        """Whether the step with id *step* falls under the arrangement."""
        return self.services is None or step in self.services

    @property
    def scope_name(self) -> str:
        """The name under which results list the arrangement: its area, else its act, else ``all``."""
        return self.area or (self.act.value if self.act else "all")


@attrs.frozen(kw_only=True)
class Demand(Wired):
    """
    What an arrangement asks of a learning group, ready for composition.

    At least ``minimum`` members whose ``dimension`` is ``value``, or at most ``maximum`` of them, or
    at most ``max_share`` of the seats for one value (``value`` empty: for any single value). What is
    ``hard`` must be so; anything else is a wish.
    """

    id: str
    dimension: str
    value: str
    because: Text
    area: str = ""
    minimum: int = 0
    maximum: int | None = None
    max_share: float | None = None
    role: str = ""
    hard: bool = False
