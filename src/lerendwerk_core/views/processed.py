"""A work process in words: steps, borders, what a drawing or a log shows, who might have which part."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lerendwerk_core.alignment.propose import RaciProposal
from lerendwerk_core.model.observed import Duration, Observed
from lerendwerk_core.model.origin import Overlay
from lerendwerk_core.process import Comparison, ProcessMap, Road
from lerendwerk_core.text import Lang, Text, number
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import RoleFrom, Rung
from lerendwerk_core.wording import page_text

INDENT = "  "
MOST_LINES = 10
"""So many ways, borders and conflicts are told; the rest is in ``--json``."""

HOUR = 3600.0
DAY = 24 * HOUR


def processed_lines(shown: Shown, lang: Lang, width: int) -> Iterator[str]:
    """Yield what there is to say about the process, in at most *width* columns."""
    if shown.process is None:
        return
    for heading, lines in _parts(shown.process, shown.alignment.proposal):
        if lines:
            yield ""
            yield from textwrap.wrap(heading.in_(lang), width)
        for line in lines:
            yield from textwrap.wrap(
                line.in_(lang), width, initial_indent=INDENT, subsequent_indent=INDENT * 2
            )


def _parts(
    found: ProcessMap, proposal: RaciProposal | None
) -> Iterator[tuple[Text, Sequence[Text]]]:
    yield page_text("process-steps"), [*_steps(found)]
    yield page_text("process-borders"), [*_borders(found)]
    if found.report:
        yield page_text("process-drawing"), [*_drawing(found)]
    if found.observed:
        yield page_text("process-log"), [*_log(found.observed)]
        yield page_text("process-ways"), [*_ways(found.observed)]
    if found.overlay:
        yield page_text("process-overlay"), [*_overlay(found.overlay)]
    if proposal and found.now.raci_absent:
        yield page_text("process-raci"), [*_raci(proposal)]


def road_lines(travelled: Road, lang: Lang, width: int) -> Iterator[str]:
    """Yield what changed from each version to the next, in at most *width* columns."""
    for (before, after), one in zip(pairwise(travelled.versions), travelled.changes, strict=True):
        yield ""
        heading = page_text("road-from-to", before=before.name, after=after.name)
        yield from textwrap.wrap(heading.in_(lang), width)
        for line in _changes(one):
            yield from textwrap.wrap(
                line.in_(lang), width, initial_indent=INDENT, subsequent_indent=INDENT * 2
            )


def _changes(one: Comparison) -> Iterator[Text]:
    if one.is_nothing:
        yield page_text("road-nothing")
    named = {"road-added": one.added, "road-removed": one.removed}
    for code, items in named.items():
        labels = [item.label for item in items if item.name]
        if labels:
            yield page_text(code, steps=labels)
    for pair in one.renamed:
        if pair.before.name or pair.after.name:
            yield page_text("road-renamed", before=pair.before.label, after=pair.after.label)
    for pair in one.moved:
        if pair.after.name:
            step, (was, becomes) = pair.after.label, (pair.before.role, pair.after.role)
            yield page_text("road-moved", step=step, before=was or "-", after=becomes or "-")
    won, lost = len(one.handovers_won), len(one.handovers_lost)
    yield page_text(
        "road-handovers", before=one.handovers[0], after=one.handovers[1], won=won, lost=lost
    )


def _steps(found: ProcessMap) -> Iterator[Text]:
    for step in sorted(found.now.step_list, key=lambda one: one.rank):
        wait = page_text("process-waits", days=float(step.wait)) if step.wait else Text("", "")
        who = step.lead or page_text("label-nobody")
        yield page_text("process-step", step=step.id, label=step.label, who=who, wait=wait)


def _borders(found: ProcessMap) -> Iterator[Text]:
    for one in found.involvement.borders[:MOST_LINES]:
        often = Text("", "") if one.seen is None else page_text("process-often", count=one.seen)
        yield page_text(
            "process-border",
            source=one.source,
            target=one.target,
            border=one.border.label,
            often=often,
        )


def _drawing(found: ProcessMap) -> Iterator[Text]:
    if found.report is None:
        return
    for how, count in found.report.roles.items():
        yield page_text("process-role-from", count=count, how=RoleFrom.valued(how).label)


def _log(seen: Observed) -> Iterator[Text]:
    yield page_text(
        "process-log-counts", cases=seen.cases, events=seen.events, ways=seen.variant_count
    )
    for rung, count in seen.borders.items():
        if count:
            yield page_text("process-rung", rung=Rung.valued(rung).label, count=count)
    for code, took in (
        ("process-inside", seen.inside),
        ("process-at-borders", seen.at_borders),
    ):
        if took:
            yield page_text(code, median=_time(took.median), p90=_time(took.p90))


def _ways(seen: Observed) -> Iterator[Text]:
    for one in seen.successions[:MOST_LINES]:
        yield page_text(
            "process-way",
            source=one.source,
            target=one.target,
            count=one.count,
            took=_took(one.took),
        )


def _overlay(found: Overlay) -> Iterator[Text]:
    drawn = [edge for edge in found.edges if edge.drawn]
    used = sum(bool(edge.count) for edge in drawn)
    yield page_text("process-fits", used=used, drawn=len(drawn), other=len(found.not_drawn))
    if found.parallel:
        yield page_text("process-parallel", count=found.parallel)


def _raci(proposal: RaciProposal) -> Iterator[Text]:
    for step, one in proposal.rows.items():
        yield page_text("process-row", step=step, A=one.row.accountable, R=one.row.responsible)
    for conflict in proposal.conflicts[:MOST_LINES]:
        yield page_text("process-settle", step=conflict.row, why=conflict.because)


def _took(took: Duration | None) -> Text:
    return page_text("process-took", median=_time(took.median)) if took else Text("", "")


def _time(seconds: float) -> Text:
    """Return a time as people say it: minutes, hours or days."""
    if seconds < HOUR:
        value, unit = round(seconds / 60, 1), Text("minuten", "minutes")
    elif seconds < DAY:
        value, unit = round(seconds / HOUR, 1), Text("uur", "hours")
    else:
        value, unit = round(seconds / DAY, 1), Text("dagen", "days")
    return Text(f"{number(value, 'nl')} {unit.nl}", f"{number(value, 'en')} {unit.en}")
