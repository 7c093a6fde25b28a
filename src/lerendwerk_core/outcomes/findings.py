"""What there is to discuss about the results."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.outcomes.figures import MomentFigures, Outcomes, SeriesFigures
from lerendwerk_core.vocabulary import Better, Stage

_finding = partial(Finding.of, stage=Stage.OUTCOMES)

FEW = 20
"""Of fewer people a difference may come from a few answers."""


def findings(outcomes: Outcomes) -> Iterator[Finding]:
    """Yield what to discuss about the results."""
    for name, one in outcomes.series.items():
        yield from _of_series(f"outcomes.{name}", one)
    for key in outcomes.unfounded:
        yield _finding("instrument-unfounded", "outcomes.instruments", instrument=key)
    for key in outcomes.off_scale:
        yield _finding("instrument-off-scale", "outcomes.data", instrument=key)
    for key in outcomes.twice:
        yield _finding("outcome-told-twice", f"outcomes.{key}", series=key)


def _of_series(where: str, one: SeriesFigures) -> Iterator[Finding]:
    if one.better is Better.UNKNOWN:
        yield _finding("measure-unknown", where, series=one.label)
    if worse := _when(one, lambda figures: bool(figures.worse)):
        yield _finding("outcome-worse", where, series=one.label, moments=worse)
    if hidden := _when(one, lambda figures: figures.suppressed):
        yield _finding("outcome-suppressed", where, series=one.label, moments=hidden)
    if few := _when(one, lambda figures: figures.n is not None and figures.n < FEW):
        yield _finding("outcome-few", where, series=one.label, moments=few, few=FEW)
    if uncounted := _when(one, lambda figures: figures.n is None and not figures.suppressed):
        yield _finding("response-unknown", where, series=one.label, moments=uncounted)
    if len(one.moments) == 1:
        yield _finding("outcome-one-moment", where, series=one.label)


def _when(one: SeriesFigures, holds: Callable[[MomentFigures], bool]) -> list[str]:
    return [moment for moment, figures in one.moments.items() if holds(figures)]
