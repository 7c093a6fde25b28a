"""A learning route: what it must serve, what it can be made of, and what it became (C#49, 56, 57)."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Formality, LearningLevel, LearningMode, RouteStatus


@attrs.frozen(kw_only=True)
class CollectiveNumbers(Wired):
    """
    The numbers of a rule that says which needs are collective: fewest ``people``, least share of all
    staff, least share of the staff of the disciplines that name it.
    """

    people: int = 5
    share_of_all: float = 0.25
    share_of_disciplines: float = 0.5


@attrs.frozen(kw_only=True)
class RouteRequest(Wired):
    """
    How a dossier wants its routes planned.

    A group comes together every ``every`` days from ``start`` until ``end``, for
    ``hours_per_occasion`` at a time; without ``start`` a route is an order and has no dates.
    ``hours`` is the most that one participant may spend, what is planned already included. ``rule``
    names the rule by which a need is collective, ``collective`` holds its numbers.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    every: int = 14
    hours_per_occasion: float = 4.0
    hours: float | None = None
    groups: tuple[str, ...] = ()
    except_: tuple[dt.date, ...] = ()
    rule: str = "standard"
    collective: CollectiveNumbers = CollectiveNumbers()


@attrs.frozen(kw_only=True)
class Wish(Wired):
    """
    One thing that a route must serve: a need, something to unlearn, a characteristic, a level, a
    formality, a change step.

    ``served_by`` are the activities that do; ``by`` the last day on which that counts.
    """

    key: str
    label: Text
    served_by: tuple[str, ...]
    by: dt.date | None = None


@attrs.frozen(kw_only=True)
class RouteOption(Wired):
    """
    Something that a route can hold: an ``activity`` of the catalogue, or one that is planned already.

    ``hours`` are per participant, ``after`` the activities that must precede it; ``in_parts`` is in
    how many parts the group splits up to do it. What is ``planned`` stays, on its ``date`` if it
    has one. ``subject`` is what it is about, where those who take part bring that themselves.
    """

    id: str
    activity: str
    label: Text
    hours: float
    level: LearningLevel
    formality: Formality
    mode: LearningMode
    after: tuple[str, ...] = ()
    in_parts: int = 1
    planned: bool = False
    date: dt.date | None = None
    subject: str = ""


@attrs.frozen(kw_only=True)
class RouteProblem(Wired):
    """
    What to plan for one group.

    ``occasions`` are the days on which the group can come together, ``None`` when a route needs an
    order only; after the last they would go on ``every`` so many days. ``hours`` is the most per
    participant.
    """

    options: tuple[RouteOption, ...]
    wishes: tuple[Wish, ...]
    hours: float | None = None
    occasions: tuple[dt.date, ...] | None = None
    hours_per_occasion: float = 4.0
    every: int = 14


@attrs.frozen(kw_only=True)
class RouteActivity(Wired):
    """An activity in a route, in its order, with the days it takes and the wishes that it serves."""

    id: str
    activity: str
    label: Text
    level: LearningLevel
    formality: Formality
    mode: LearningMode
    hours: float
    in_parts: int
    planned: bool
    dates: tuple[dt.date, ...]
    serves: tuple[str, ...]


@attrs.frozen(kw_only=True)
class WayOut(Wired):
    """
    One way to make a route possible: more ``hours``, more ``occasions``, ``later`` change steps, or
    fewer ``wishes``.
    """

    kind: str
    because: Text


@attrs.frozen(kw_only=True)
class LearningRoute(Wired):
    """
    A route, with what it serves and what it cannot.

    ``hours`` are per participant, of which ``new_hours`` are not planned yet. ``status`` is
    ``optimal`` when it is proven that no route serves as much in fewer new hours (of those, the
    fewest activities). ``given_up`` are the fewest wishes without which there is a route;
    ``conflict`` are wishes and limits that cannot be together, though each can be left out to mend
    it; ``ways_out`` are the least changes of each kind.
    """

    activities: tuple[RouteActivity, ...]
    hours: float
    new_hours: float
    status: RouteStatus
    wishes: Table[str, Text]
    serves: Table[str, tuple[str, ...]]
    given_up: tuple[str, ...] = ()
    unserved: tuple[str, ...] = ()
    conflict: tuple[str, ...] = ()
    ways_out: tuple[WayOut, ...] = ()
    because: tuple[Text, ...] = ()
