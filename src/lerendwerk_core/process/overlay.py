"""
A log laid on a drawn or written process: which ways work went, and how long it took.

A case is read by cause, not by the clock. What brought a step about is the latest step that leads to
it and has not been answered by it yet; of steps that are parallel each. Where nothing that leads to it
came before, the latest step that is not parallel to it did, and that way is not drawn. So what two
parallel branches do in turn is no handover.

The same way through the process gives the same causes, so every variant is read once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog
from lerendwerk_core.model.origin import EdgeSeen, Overlay
from lerendwerk_core.model.process import Edge, WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.durations import DAY, duration
from lerendwerk_core.process.parallel import Parallel, parallel

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Times

NEAR = 0.75
"""How much alike two names are, at least, for the one to be held for a slip of the other."""

SHOWN = 12
"""So many of the ids there are are named when another was given."""

UNKNOWN = ""
"""The step of the process that a step of the log is, when it is none."""


def lay(
    log: EventLog,
    process: WorkProcess,
    drawing: Drawing | None = None,
    *,
    names: Mapping[str, str] | None = None,
) -> Overlay:
    """
    Return *log* laid on *process*; the gateways of *drawing* say what is parallel.

    Steps of the log are found by the name or the id of a step; *names* gives the step id for a name
    that differs. What stands for no step is passed over, so that what came before it causes what
    comes after it.

    Raises:
        UnknownKeyError: *names* gives an id that no step has.
    """
    _refuse_unknown(names or {}, process)
    meant = matched(log.steps, process, names or {})
    found = [meant.get(name, UNKNOWN) for name in log.steps]
    unknown = tuple(name for name, key in zip(log.steps, found, strict=True) if key == UNKNOWN)
    causes = _Causes(process, parallel(process, drawing))
    seen, beside = _walked_ways(log, found, causes)
    return Overlay(
        steps=Table(meant),
        unknown=unknown,
        near=Table(_near(unknown, process)),
        never=tuple(step.id for step in process.steps if step.id not in set(found)),
        edges=_edges(process, seen),
        parallel=beside,
    )


def _refuse_unknown(names: Mapping[str, str], process: WorkProcess) -> None:
    known = [step.id for step in process.steps]
    for key in names.values():
        if key not in known:
            raise UnknownKeyError.of("step", key, known[:SHOWN])


def matched(names: Sequence[str], process: WorkProcess, given: Mapping[str, str]) -> dict[str, str]:
    """Return for every one of *names* that is a step of *process* the id of that step."""
    known = {_plain(step.id): step.id for step in reversed(process.steps)}
    for step in reversed(process.steps):
        known |= {_plain(words): step.id for words in (step.label.en, step.label.nl) if words}
    found = {name: given.get(name) or known.get(_plain(name), UNKNOWN) for name in names}
    return {name: key for name, key in found.items() if key}


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", " ", name).casefold().strip() or name


def _near(unknown: Iterable[str], process: WorkProcess) -> dict[str, str]:
    """Return for every unknown name the step whose name is most like it, if any is."""
    names = {_plain(words): step.id for step in process.steps for words in _said(step.label)}
    close = {one: difflib.get_close_matches(_plain(one), names, 1, NEAR) for one in unknown}
    return {one: names[found[0]] for one, found in close.items() if found}


def _said(label: object) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (getattr(label, "nl", ""), getattr(label, "en", "")))))


class _Causes:
    """Reads a way through the process: which place brought which about."""

    def __init__(self, process: WorkProcess, beside: Parallel) -> None:
        self.before: dict[str, list[str]] = {step.id: [] for step in process.steps}
        for edge in (*process.edges, *process.branches):
            self.before[edge.target].append(edge.source)
        self.beside = beside

    def of(self, steps: Sequence[str]) -> tuple[list[tuple[int, int]], int]:
        """
        Return pairs of places in *steps*, the first of which brought the second about.

        And how many places follow by the clock what is parallel to them.
        """
        latest: dict[str, int] = {}
        pairs: list[tuple[int, int]] = []
        by_clock, previous = 0, ""
        for place, step in enumerate(steps):
            if step == UNKNOWN:
                continue
            pairs += [(cause, place) for cause in self._causes(steps, place, latest)]
            by_clock += self.beside(previous, step)
            latest[step] = place
            previous = step
        return pairs, by_clock

    def _causes(self, steps: Sequence[str], place: int, latest: Mapping[str, int]) -> list[int]:
        step = steps[place]
        answered = latest.get(step, -1)
        fresh = (latest.get(one, -1) for one in self.before[step])
        chosen: list[int] = []
        for cause in sorted({one for one in fresh if one > answered}, reverse=True):
            if all(self.beside(steps[cause], steps[other]) for other in chosen):
                chosen.append(cause)
        if chosen:
            return chosen
        others = (at for one, at in latest.items() if not self.beside(one, step))
        return [at for at in [max(others, default=-1)] if at >= 0]


@attrs.define
class _Way:
    """What a log shows of one way, in pieces: one for every variant that goes it."""

    count: int = 0
    took: list[npt.NDArray[np.int64]] = attrs.field(factory=list)
    other: int = 0
    named: int = 0


def _walked_ways(
    log: EventLog, found: Sequence[str], causes: _Causes
) -> tuple[dict[tuple[str, str], _Way], int]:
    """Return what was seen of every way, and the successions between parallel steps."""
    ways: dict[tuple[str, str], _Way] = {}
    beside = 0
    for codes, starts in log.ways_through():
        steps = [found[code] for code in codes]
        pairs, by_clock = causes.of(steps)
        beside += by_clock * len(starts)
        for cause, place in pairs:
            way = ways.setdefault((steps[cause], steps[place]), _Way())
            _count(way, log, starts + cause, starts + place)
    return ways, beside


def _count(way: _Way, log: EventLog, cause: Times, effect: Times) -> None:
    """Add to *way* that the events *cause* brought the events *effect* about."""
    way.count += len(cause)
    timed = (log.time[cause] != NO_TIME) & (log.time[effect] != NO_TIME)
    way.took.append((log.time[effect] - log.time[cause])[timed])
    named = (log.person[cause] != NOBODY) & (log.person[effect] != NOBODY)
    way.named += int(named.sum())
    way.other += int((log.person[cause] != log.person[effect])[named].sum())


def _edges(process: WorkProcess, seen: Mapping[tuple[str, str], _Way]) -> tuple[EdgeSeen, ...]:
    """Return the drawn ways in their order, then the others, the most used first."""
    drawn = dict.fromkeys((e.source, e.target) for e in (*process.edges, *process.branches))
    others = sorted((ends for ends in seen if ends not in drawn), key=lambda e: (-seen[e].count, e))
    nothing = _Way()
    return tuple(
        EdgeSeen(
            source=ends[0],
            target=ends[1],
            drawn=ends in drawn,
            count=seen.get(ends, nothing).count,
            took=duration(seen.get(ends, nothing).took),
            other_person=way.other if (way := seen.get(ends, nothing)).named else None,
        )
        for ends in (*drawn, *others)
    )


def walked(process: WorkProcess, overlay: Overlay) -> WorkProcess:
    """Return *process* with how often work went each of its ways, and how long that took."""
    seen = {(one.source, one.target): one for one in overlay.edges if one.drawn}

    def with_counts(edge: Edge) -> Edge:
        one = seen[edge.source, edge.target]
        days = one.took.median / DAY if one.took else None
        return attrs.evolve(edge, seen=one.count, waited=days)

    edges, branches = (tuple(map(with_counts, ways)) for ways in (process.edges, process.branches))
    return attrs.evolve(process, edges=edges, branches=branches)
