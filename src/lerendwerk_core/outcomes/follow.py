"""Results over time: three pairs, never blended; worse as plain as better."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.instruments import Instrument, whole_instruments
from lerendwerk_core.model.outcomes import Measure, OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.table import Table
from lerendwerk_core.outcomes.figures import Outcomes, SeriesFigures
from lerendwerk_core.outcomes.scores import Scale, off_scale, scales, scored
from lerendwerk_core.outcomes.series import Frame, Observed, differences_of_means, moments_of
from lerendwerk_core.outcomes.work import observed, structure
from lerendwerk_core.process.map import ProcessMap
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair

PARTS = {
    OutcomePair.INVOLVEMENT_SUPPORT: ("involvement", "support"),
    OutcomePair.EFFICIENT_PROCESS: ("structure", "observation"),
    OutcomePair.SKILLED_MOTIVATED: ("skill", "motivation"),
}


def follow(
    dossier: Dossier,
    measures: Iterable[Measure],
    drawn: ProcessMap | None = None,
    instruments: Iterable[Instrument] = (),
) -> Outcomes | None:
    """
    Return the results of *dossier* over time; ``None`` when nothing was measured.

    *drawn* is the map of its process; *instruments* score what the dossier's own do not.
    """
    record = dossier.outcomes
    if record is None:
        return None
    own = {one.id: one for one in (*instruments, *record.instruments)}
    whole, unfounded = whole_instruments(own.values())
    found = scales(whole, record.observations)
    frame = Frame(dossier.period.measurements, len(dossier.people), dossier.minimum_cell)
    series = dict(_Following(tuple(measures), found, frame).series(record))
    built = Table(structure(drawn)) if drawn else Table[str, SeriesFigures]()
    seen = Table(observed(drawn, dossier.minimum_cell)) if drawn else Table[str, SeriesFigures]()
    return Outcomes(
        series=Table(series),
        unmeasured=tuple(_unmeasured((*series.values(), *built.values(), *seen.values()))),
        structure=built,
        observation=seen,
        unfounded=unfounded,
        off_scale=off_scale(record.observations, found),
        twice=tuple(one.id for one in record.series if one.id in {scale.id for scale in found}),
    )


def _unmeasured(series: Iterable[SeriesFigures]) -> Iterator[str]:
    measured = {(one.pair, one.part) for one in series}
    for pair, parts in PARTS.items():
        yield from (part for part in parts if (pair, part) not in measured)


@attrs.frozen
class _Following:
    """Makes series of means as they were written, and of observations."""

    measures: Sequence[Measure]
    scales: Sequence[Scale]
    frame: Frame

    def series(self, record: OutcomeRecord) -> Iterator[tuple[str, SeriesFigures]]:
        """Yield every series by its name."""
        rows = scored(record.observations, self.scales)
        names = dict.fromkeys(name for row in rows for name in row.values)
        for name in names:
            yield name, self._observed(Observed.of(name, rows))
        for one in record.series:
            if one.id not in names:
                yield one.id, self._written(one, record.response)

    def _named(self, name: str) -> SeriesFigures:
        """Return the series *name* without figures: what it is called and belongs to."""
        scale = next((one for one in self.scales if one.id == name), None)
        measure = next((one for one in self.measures if one.measures(name)), None)
        about = scale.instrument if scale else measure
        label = scale.label if scale else about.label if about else None
        return SeriesFigures(
            label=label or Text.of(name.replace("_", " ")),
            pair=about.pair if about else None,
            part=about.part if about else "",
            better=about.better if about else Better.UNKNOWN,
            moments=Table(),
        )

    def _written(self, one: OutcomeSeries, response: Mapping[str, int]) -> SeriesFigures:
        named = self._named(one.id)
        moments = Table(moments_of(one.values, response, named.better, self.frame))
        differences = tuple(differences_of_means(moments))
        return attrs.evolve(named, moments=moments, differences=differences)

    def _observed(self, one: Observed) -> SeriesFigures:
        named = self._named(one.measure)
        moments = one.moments(named.better, self.frame)
        parts = Table(one.parts(moments, named.better, self.frame))
        differences = one.differences(moments, self.frame, has_cells=bool(parts))
        return attrs.evolve(
            named,
            moments=moments,
            differences=tuple(differences),
            parts=parts,
        )
