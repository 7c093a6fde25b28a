"""Two states of one trajectory side by side: what changed, what came up, what to discuss next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from lerendwerk_core.following.changes import Change, changes
from lerendwerk_core.following.stages import facts_of
from lerendwerk_core.hooks import TrajectoryContext
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity, Stage
from lerendwerk_core.wording import page_text


@attrs.frozen(kw_only=True)
class State:
    """The results of all stages on one day, with what there was to discuss."""

    date: dt.date
    minimum_cell: int
    found: TrajectoryContext
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class Topic(Wired):
    """
    Something to discuss next: ``kind`` is ``worse`` (it went back), ``new`` (it came up), ``due`` (a
    review whose day has passed) or ``still`` (it was there before and is there yet).
    """

    kind: str
    stage: Stage
    text: Text


@attrs.frozen(kw_only=True)
class Following(Wired):
    """
    What is otherwise on ``until`` than it was on ``since``.

    ``dates`` are all days of which there is a state; ``better`` and ``worse`` are how many changes went
    which way, ``other`` those of which no way is better. ``came``, ``gone`` and ``still`` are findings;
    ``discuss`` is what to talk about next: first what went back, then what came up, what is due, what
    stays.
    """

    dates: tuple[dt.date, ...]
    since: dt.date
    until: dt.date
    changes: tuple[Change, ...]
    better: int
    worse: int
    other: int
    came: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    still: tuple[Finding, ...]
    discuss: tuple[Topic, ...]


def follow(before: State, after: State, dates: tuple[dt.date, ...] = ()) -> Following:
    """Return what changed from *before* to *after*; *dates* are all days of the trajectory."""
    minimum = max(before.minimum_cell, after.minimum_cell)
    found = changes(facts_of(before.found), facts_of(after.found), minimum)
    was, now = (_by_place(state.findings) for state in (before, after))
    came = tuple(one for key, one in now.items() if key not in was)
    still = tuple(one for key, one in now.items() if key in was)
    return Following(
        dates=dates or (before.date, after.date),
        since=before.date,
        until=after.date,
        changes=found,
        better=sum(one.worse is False for one in found),
        worse=sum(one.worse is True for one in found),
        other=sum(one.worse is None for one in found),
        came=came,
        gone=tuple(one for key, one in was.items() if key not in now),
        still=still,
        discuss=tuple(_topics(found, came, still, after)),
    )


def _by_place(findings: tuple[Finding, ...]) -> dict[tuple[str, str], Finding]:
    return {(one.code, one.where): one for one in findings}


def _topics(
    found: tuple[Change, ...],
    came: tuple[Finding, ...],
    still: tuple[Finding, ...],
    after: State,
) -> Iterator[Topic]:
    for change in found:
        if change.worse:
            text = page_text(
                "follow-went-back", what=change.label, before=change.before, after=change.after
            )
            yield Topic(kind="worse", stage=change.stage, text=text)
    for one in came:
        if one.severity is not Severity.NOTE:
            yield Topic(kind="new", stage=one.stage, text=one.message)
    for moment in after.found.review.overdue:
        text = page_text("review-overdue", moments=(moment,))
        yield Topic(kind="due", stage=Stage.REVIEW, text=text)
    for one in still:
        if one.severity is not Severity.NOTE:
            yield Topic(kind="still", stage=one.stage, text=one.message)
