"""One measure over time: what may be seen of its moments, what differs, and for whom."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.model.outcomes import Observation
from lerendwerk_core.model.table import Table
from lerendwerk_core.outcomes.difference import Difference, of_means
from lerendwerk_core.outcomes.figures import HIDDEN, MomentFigures, PartFigures
from lerendwerk_core.outcomes.pairs import Comparing, values_of
from lerendwerk_core.outcomes.parts import breakdowns
from lerendwerk_core.vocabulary import Better

DECIMALS = 4


@attrs.frozen
class Frame:
    """What every series is held against: the order of moments, the staff, the minimum cell."""

    known: Sequence[str]
    staff: int
    minimum: int


def moments_of(
    values: Mapping[str, float | None], n: Mapping[str, int], better: Better, frame: Frame
) -> Iterator[tuple[str, MomentFigures]]:
    """Yield the figures of every moment; one with too few respondents is hidden, and skipped."""
    before: float | None = None
    for moment in in_order(values, frame.known):
        count, value = n.get(moment), values[moment]
        if count is not None and below(count, frame.minimum) and value is not None:
            yield moment, HIDDEN
            continue
        change = None if before is None or value is None else round(value - before, DECIMALS)
        yield (
            moment,
            MomentFigures(
                n=count,
                response=_response(count, frame.staff),
                value=value,
                change=change,
                worse=is_worse(change, better),
                suppressed=False,
            ),
        )
        before = before if value is None else value


def _response(count: int | None, staff: int) -> float | None:
    return round(count / staff, 2) if count is not None and staff else None


def in_order(moments: Iterable[str], known: Sequence[str]) -> list[str]:
    """Return *moments* in the order of the dossier's measurements, others behind as written."""
    given = list(moments)
    return [*(one for one in known if one in given), *(one for one in given if one not in known)]


def is_worse(change: float | None, better: Better) -> bool | None:
    """Whether *change* goes the wrong way; ``None`` when nobody can say."""
    if change is None or better is Better.UNKNOWN:
        return None
    return change < 0 if better is Better.HIGHER else change > 0


def compared(moments: Mapping[str, MomentFigures]) -> list[tuple[str, str]]:
    """Return which moments are compared: the first and the last, then each with the next."""
    visible = [moment for moment, one in moments.items() if one.value is not None]
    steps = list(pairwise(visible))
    return [(visible[0], visible[-1]), *(steps if len(steps) > 1 else ())] if steps else []


def differences_of_means(moments: Mapping[str, MomentFigures]) -> Iterator[Difference]:
    """Yield the plain differences of a series of which only means are known."""
    for before, after in compared(moments):
        earlier, later = moments[before], moments[after]
        change = (later.value or 0.0) - (earlier.value or 0.0)
        yield of_means(before, after, change, (earlier.n, later.n))


@attrs.frozen
class Observed:
    """The observations of one measure, by moment."""

    measure: str
    rows: Mapping[str, Sequence[Observation]]

    @classmethod
    def of(cls, measure: str, rows: Sequence[Observation]) -> Observed:
        """Return those of *rows* that answer *measure*."""
        answered = [row for row in rows if measure in row.values]
        moments = dict.fromkeys(row.moment for row in answered)
        return cls(measure, {one: [r for r in answered if r.moment == one] for one in moments})

    def moments(self, better: Better, frame: Frame) -> Table[str, MomentFigures]:
        """Return the mean and the number of respondents at every moment."""
        n = {moment: len(found) for moment, found in self.rows.items()}
        means = {moment: self._mean(found) for moment, found in self.rows.items()}
        return Table(moments_of(means, n, better, frame))

    def _mean(self, rows: Sequence[Observation]) -> float | None:
        if not rows:
            return None
        return round(math.fsum(row.values[self.measure] for row in rows) / len(rows), DECIMALS)

    def differences(
        self, moments: Mapping[str, MomentFigures], frame: Frame, *, has_cells: bool
    ) -> Iterator[Difference]:
        """Yield the differences between the visible *moments*, each with its interval."""
        comparing = Comparing(values_of(self.rows, self.measure), frame.minimum, has_cells)
        for before, after in compared(moments):
            yield comparing.difference(before, after)

    def parts(
        self, moments: Mapping[str, MomentFigures], better: Better, frame: Frame
    ) -> Iterator[tuple[str, PartFigures]]:
        """Yield for whom, at the visible *moments*."""
        visible = {one: self.rows[one] for one, shown in moments.items() if not shown.suppressed}
        alone = attrs.evolve(frame, staff=0)
        for found in breakdowns(visible, frame.minimum):
            cells = (
                (cell, self._cell(visible, found.by, cell).moments(better, alone))
                for cell in found.shown
            )
            yield found.by, PartFigures(cells=Table(cells), hidden=found.hidden)

    def _cell(self, rows: Mapping[str, Sequence[Observation]], by: str, cell: str) -> Observed:
        inside = {
            moment: [row for row in found if getattr(row, by) == cell]
            for moment, found in rows.items()
        }
        return Observed(self.measure, inside)
