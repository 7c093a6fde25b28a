"""The work process among the results: its structure over versions, and what an event log observes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lerendwerk_core.model.observed import Duration
from lerendwerk_core.model.table import Table
from lerendwerk_core.outcomes.figures import SeriesFigures
from lerendwerk_core.outcomes.series import Frame, differences_of_means, moments_of
from lerendwerk_core.process.map import ProcessMap
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, OutcomePair
from lerendwerk_core.wording import page_text

SECONDS_PER_DAY = 86_400
DECIMALS = 3


def structure(drawn: ProcessMap) -> Iterator[tuple[str, SeriesFigures]]:
    """Yield handovers, waiting days and flow efficiency over the versions of a process."""
    versions = drawn.versions
    rows: dict[str, tuple[Text, Better, dict[str, float | None]]] = {
        "handovers": (
            page_text("outcomes-handovers"),
            Better.LOWER,
            {key: one.handovers for key, one in versions.items()},
        ),
        "wait_days": (
            page_text("outcomes-wait-days"),
            Better.LOWER,
            {key: one.wait_days for key, one in versions.items()},
        ),
        "flow_efficiency": (
            page_text("outcomes-flow-efficiency"),
            Better.HIGHER,
            {key: one.flow_efficiency for key, one in versions.items()},
        ),
    }
    for name, (label, better, values) in rows.items():
        if any(value is not None for value in values.values()):
            yield name, _series(label, "structure", better, values, Frame((), 0, 0))


def observed(drawn: ProcessMap, minimum: int) -> Iterator[tuple[str, SeriesFigures]]:
    """Yield how long a case took in the event log, the middle one and nine of ten."""
    took = drawn.observed.took if drawn.observed else None
    if took is None:
        return
    rows = {
        "lead_time_median": (page_text("outcomes-lead-median"), took.median),
        "lead_time_p90": (page_text("outcomes-lead-p90"), took.p90),
    }
    for name, (label, seconds) in rows.items():
        yield name, _of_log(label, seconds, took, minimum)


def _of_log(label: Text, seconds: float, took: Duration, minimum: int) -> SeriesFigures:
    values = {"log": round(seconds / SECONDS_PER_DAY, DECIMALS)}
    frame = Frame((), 0, minimum)
    return _series(label, "observation", Better.LOWER, values, frame, {"log": took.count})


def _series(
    label: Text,
    part: str,
    better: Better,
    values: Mapping[str, float | None],
    frame: Frame,
    n: Mapping[str, int] | None = None,
) -> SeriesFigures:
    moments = Table(moments_of(values, n or {}, better, frame))
    return SeriesFigures(
        label=label,
        pair=OutcomePair.EFFICIENT_PROCESS,
        part=part,
        better=better,
        moments=moments,
        differences=tuple(differences_of_means(moments)),
    )
