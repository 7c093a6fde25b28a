"""Results over time (C#58-60)."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair


@attrs.frozen(kw_only=True)
class Measure(Wired):
    """
    A way to measure one part of one of the three results.

    A dossier's series belongs to the measure whose ``id`` (or other name) begins its name.
    """

    id: str
    label: Text
    pair: OutcomePair
    part: str
    better: Better = Better.UNKNOWN
    also: tuple[str, ...] = ()

    def measures(self, series: str) -> bool:
        """Whether the series named *series* is of this measure."""
        return any(
            series == name or series.startswith(f"{name}_") for name in (self.id, *self.also)
        )


@attrs.frozen(kw_only=True, repr=False)
class OutcomeSeries:
    """
    Values per moment as the dossier gives them, not yet checked for small cells.

    Like a need it has no way out: what leaves the library is what ``outcomes`` makes of it.
    """

    id: str
    values: Table[str, float]

    def __repr__(self) -> str:
        return f"OutcomeSeries(id={self.id!r})"


@attrs.frozen(kw_only=True, repr=False)
class Observation:
    """
    One unit (a person or a case) at one moment: a value per measure that was answered.

    ``code`` is a pseudonym that recognises the unit at another moment, if there is one. Like a series
    it has no way out; what it holds is not even shown.
    """

    moment: str
    code: str = ""
    organisation: str = ""
    discipline: str = ""
    area: str = ""
    values: Table[str, float] = attrs.field(factory=Table)

    def __repr__(self) -> str:
        return "Observation()"


@attrs.frozen(kw_only=True, repr=False)
class OutcomeRecord:
    """The response per moment, the series that were measured, the observations behind others."""

    response: Table[str, int] = attrs.field(factory=Table)
    series: tuple[OutcomeSeries, ...] = ()
    observations: tuple[Observation, ...] = ()
    instruments: tuple[Instrument, ...] = ()

    def __repr__(self) -> str:
        return f"OutcomeRecord(series={[series.id for series in self.series]!r})"
