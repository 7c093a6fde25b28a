"""What stage 8 results in: series over time, differences, and for whom."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.outcomes.difference import Difference
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair


@attrs.frozen(kw_only=True)
class MomentFigures(Wired):
    """
    One moment of a series.

    ``n`` is the number of respondents (of this measure, where there are observations), ``response``
    its share of the staff; ``change`` is since the previous visible moment. All are ``None`` and
    ``suppressed`` is true when n is under the minimum cell; ``worse`` is ``None`` when the direction
    of the measure is unknown or nothing precedes.
    """

    n: int | None
    response: float | None
    value: float | None
    change: float | None
    worse: bool | None
    suppressed: bool


HIDDEN = MomentFigures(n=None, response=None, value=None, change=None, worse=None, suppressed=True)


@attrs.frozen(kw_only=True)
class PartFigures(Wired):
    """
    A series per organisation, discipline or area: the ``cells`` that may be seen, by moment.

    The cells in ``hidden`` are hidden at every moment.
    """

    cells: Table[str, Table[str, MomentFigures]]
    hidden: tuple[str, ...]


@attrs.frozen(kw_only=True)
class SeriesFigures(Wired):
    """
    A measured series; ``pair`` and ``part`` say which of the results it belongs to, if any.

    ``differences`` are between the first and the last visible moment, then between each and the next;
    ``parts`` hold for whom, by ``organisation``, ``discipline`` and ``area``, beside the whole.
    """

    label: Text
    pair: OutcomePair | None
    part: str
    better: Better
    moments: Table[str, MomentFigures]
    differences: tuple[Difference, ...] = ()
    parts: Table[str, PartFigures] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class Outcomes(Wired):
    """
    The series that were measured, and the parts of the three results that nobody measures.

    ``structure`` are figures of the drawn process over its versions, ``observation`` those of an event
    log; neither is a measurement of people. ``unfounded`` are instruments that extend one that is not
    there, ``off_scale`` those with answers outside their scale, which count as not answered;
    ``twice`` are series that were written by hand and also scored, of which the scores are here.
    """

    series: Table[str, SeriesFigures]
    unmeasured: tuple[str, ...]
    structure: Table[str, SeriesFigures] = attrs.field(factory=Table)
    observation: Table[str, SeriesFigures] = attrs.field(factory=Table)
    unfounded: tuple[str, ...] = ()
    off_scale: tuple[str, ...] = ()
    twice: tuple[str, ...] = ()
