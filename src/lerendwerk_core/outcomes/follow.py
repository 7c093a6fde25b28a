"""Results over time: three pairs, never blended; worse as plain as better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.outcomes import Measure, OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair, Stage

_finding = partial(Finding.of, stage=Stage.OUTCOMES)

DECIMALS = 4


@attrs.frozen(kw_only=True)
class MomentFigures(Wired):
    """
    One moment of a series.

    ``n`` is the number of respondents, ``response`` its share of the staff; ``change`` is since the
    previous visible moment. All are ``None`` and ``suppressed`` is true when n is under the minimum
    cell; ``worse`` is ``None`` when the direction of the measure is unknown or nothing precedes.
    """

    n: int | None
    response: float | None
    value: float | None
    change: float | None
    worse: bool | None
    suppressed: bool


@attrs.frozen(kw_only=True)
class SeriesFigures(Wired):
    """A measured series; ``pair`` and ``part`` say which of the results it belongs to, if any."""

    label: Text
    pair: OutcomePair | None
    part: str
    better: Better
    moments: Table[str, MomentFigures]


@attrs.frozen(kw_only=True)
class Outcomes(Wired):
    """The series that were measured, and the parts of the three results that nobody measures."""

    series: Table[str, SeriesFigures]
    unmeasured: tuple[str, ...]


PARTS = {
    OutcomePair.INVOLVEMENT_SUPPORT: ("involvement", "support"),
    OutcomePair.EFFICIENT_PROCESS: ("structure", "observation"),
    OutcomePair.SKILLED_MOTIVATED: ("skill", "motivation"),
}


def follow(dossier: Dossier, measures: Iterable[Measure]) -> Outcomes | None:
    """Return the results of *dossier* over time; ``None`` when nothing was measured."""
    record = dossier.outcomes
    if record is None:
        return None
    known = tuple(measures)
    series = {one.id: _series(one, record, dossier, known) for one in record.series}
    measured = {(one.pair, one.part) for one in series.values()}
    return Outcomes(
        series=Table(series),
        unmeasured=tuple(
            part for pair, parts in PARTS.items() for part in parts if (pair, part) not in measured
        ),
    )


def _series(
    one: OutcomeSeries, record: OutcomeRecord, dossier: Dossier, measures: Sequence[Measure]
) -> SeriesFigures:
    measure = next((measure for measure in measures if measure.measures(one.id)), None)
    better = measure.better if measure else Better.UNKNOWN
    return SeriesFigures(
        label=measure.label if measure else Text.of(one.id.replace("_", " ")),
        pair=measure.pair if measure else None,
        part=measure.part if measure else "",
        better=better,
        moments=Table(_moments(one, record, dossier, better)),
    )


def _moments(
    one: OutcomeSeries, record: OutcomeRecord, dossier: Dossier, better: Better
) -> Iterator[tuple[str, MomentFigures]]:
    before: float | None = None
    for moment in _ordered(one.values, dossier.period.measurements):
        n = record.response.get(moment)
        if n is not None and below(n, dossier.minimum_cell):
            yield moment, HIDDEN
            continue
        value = one.values[moment]
        change = None if before is None else round(value - before, DECIMALS)
        share = round(n / len(dossier.people), 2) if n is not None and dossier.people else None
        yield (
            moment,
            MomentFigures(
                n=n,
                response=share,
                value=value,
                change=change,
                worse=_is_worse(change, better),
                suppressed=False,
            ),
        )
        before = value


HIDDEN = MomentFigures(n=None, response=None, value=None, change=None, worse=None, suppressed=True)


def _ordered(moments: Iterable[str], known: Sequence[str]) -> list[str]:
    """Return *moments* in the order of the dossier's measurements, others behind as written."""
    given = list(moments)
    return [*(one for one in known if one in given), *(one for one in given if one not in known)]


def _is_worse(change: float | None, better: Better) -> bool | None:
    if change is None or better is Better.UNKNOWN:
        return None
    return change < 0 if better is Better.HIGHER else change > 0


def findings(outcomes: Outcomes) -> Iterator[Finding]:
    """Yield what to discuss about the results."""
    for name, one in outcomes.series.items():
        where = f"outcomes.{name}"
        if one.better is Better.UNKNOWN:
            yield _finding("measure-unknown", where, series=one.label)
        worse = [moment for moment, figures in one.moments.items() if figures.worse]
        if worse:
            yield _finding("outcome-worse", where, series=one.label, moments=worse)
        hidden = [moment for moment, figures in one.moments.items() if figures.suppressed]
        if hidden:
            yield _finding("outcome-suppressed", where, series=one.label, moments=hidden)
        uncounted = [
            m for m, figures in one.moments.items() if figures.n is None and m not in hidden
        ]
        if uncounted:
            yield _finding("response-unknown", where, series=one.label, moments=uncounted)
        if len(one.moments) == 1:
            yield _finding("outcome-one-moment", where, series=one.label)
