"""
From a log to a process: the steps that were done, by the groups that did them, and the usual ways.

The main path takes the most frequent succession out of every step and into every step, and every
succession that at least MAIN_SHARE of the events of its first step take. Steps that cannot be reached
then from where cases begin are joined to it by the most frequent succession that leads there. What is
rarer but happened in MANY_CASES of the cases is a branch; the rest is in the log and not in the process.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lerendwerk_core.model.observed import Observed, StepSeen, Succession
from lerendwerk_core.model.process import Edge, Step, WorkProcess
from lerendwerk_core.process.durations import DAY
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import plain

MAIN_SHARE = 0.2
MANY_CASES = 0.01
PERFORMS = 0.1
"""Who does so large a share of a step performs it."""


def mined(observed: Observed, *, name: str = "log") -> WorkProcess:
    """Return the process that *observed* shows; performers are groups, who does most leads."""
    ids = step_ids([one.step for one in observed.steps])
    order = _by_place(observed)
    waits = _waits(observed.successions)
    steps = (_step(one, ids[one.step], waits.get(one.step, 0.0)) for one in order)
    main = _main_path(observed)
    place = {one.step: number for number, one in enumerate(order)}
    ways = [one for one in observed.successions if one.source != one.target]
    ways.sort(key=lambda one: place[one.source] > place[one.target])  # what leads on before returns
    often = MANY_CASES * observed.cases
    return WorkProcess(
        id=name,
        steps=tuple(steps),
        edges=tuple(_edge(one, ids) for one in ways if _ends(one) in main),
        branches=tuple(
            _edge(one, ids) for one in ways if _ends(one) not in main and one.count >= often
        ),
        origin="log",
    )


def step_ids(names: Iterable[str]) -> dict[str, str]:
    """Return an id for every name: its letters and digits, a number behind it where two are alike."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        base = re.sub(r"[^a-z0-9]+", "_", plain(name)).strip("_")[:60] or "stap"
        key, number = base, 1
        while key in taken:
            number += 1
            key = f"{base}_{number}"
        taken.add(key)
        ids[name] = key
    return ids


def _by_place(observed: Observed) -> list[StepSeen]:
    """Return the steps as they mostly come: by their mean place in the variants, then by number."""
    places: dict[str, list[int]] = {}
    for way in observed.variants:
        for place, step in enumerate(dict.fromkeys(way.steps)):
            places.setdefault(step, []).extend([place] * min(way.cases, 1_000))
    far = max((len(way.steps) for way in observed.variants), default=0)
    mean = {step: sum(where) / len(where) for step, where in places.items()}
    return sorted(observed.steps, key=lambda one: (mean.get(one.step, far), -one.count, one.step))


def _step(seen: StepSeen, key: str, wait: float) -> Step:
    groups = [group for group, count in seen.groups.items() if count >= PERFORMS * seen.count]
    return Step(id=key, label=Text.of(seen.step), performers=tuple(groups), wait=wait)


def _waits(successions: Iterable[Succession]) -> dict[str, float]:
    """Return per step how many days most work waited before it: the median of its main way in."""
    waits: dict[str, float] = {}
    for one in successions:  # the most frequent first
        if one.took and one.source != one.target:
            waits.setdefault(one.target, round(one.took.median / DAY, 2))
    return waits


def _main_path(observed: Observed) -> set[tuple[str, str]]:
    counts = {one.step: one.count for one in observed.steps}
    ways = [one for one in observed.successions if one.source != one.target]
    out, into = _firsts(ways, "source"), _firsts(ways, "target")
    starts = {one.step for one in observed.steps if 2 * one.starts > one.count}
    ends = {one.step for one in observed.steps if 2 * one.ends > one.count}
    usual = (one for one in ways if one.count >= MAIN_SHARE * counts[one.source])
    kept = [one for step, one in out.items() if step not in ends]
    kept += [one for step, one in into.items() if step not in starts]
    main = {_ends(one) for one in (*usual, *kept)}
    return main | set(_joining(main, ways, _beginnings(observed.steps)))


def _beginnings(steps: Iterable[StepSeen]) -> set[str]:
    """Return the step that most cases begin with, and those that are mostly a beginning."""
    begins = [one for one in steps if one.starts]
    most = max(begins, key=lambda one: one.starts, default=None)
    return {one.step for one in begins if one is most or 2 * one.starts > one.count}


def _joining(
    main: set[tuple[str, str]], ways: Iterable[Succession], beginnings: set[str]
) -> Iterator[tuple[str, str]]:
    """Yield what *main* lacks to lead to every step: each time the most frequent of *ways* there."""
    reached = _reached(beginnings, main)
    while new := next((one for one in ways if _leads_on(one, reached)), None):
        yield _ends(new)
        reached |= _reached({new.target}, main)


def _leads_on(one: Succession, reached: set[str]) -> bool:
    return one.source in reached and one.target not in reached


def _reached(begin: set[str], edges: Iterable[tuple[str, str]]) -> set[str]:
    follows: dict[str, set[str]] = {}
    for source, target in edges:
        follows.setdefault(source, set()).add(target)
    reached, ahead = set(begin), list(begin)
    while ahead:
        new = follows.get(ahead.pop(), set()) - reached
        reached |= new
        ahead += new
    return reached


def _firsts(ways: Iterable[Succession], end: str) -> dict[str, Succession]:
    found: dict[str, Succession] = {}
    for one in ways:
        found.setdefault(getattr(one, end), one)
    return found


def _ends(one: Succession) -> tuple[str, str]:
    return one.source, one.target


def _edge(one: Succession, ids: dict[str, str]) -> Edge:
    days = round(one.took.median / DAY, 3) if one.took else None
    return Edge(source=ids[one.source], target=ids[one.target], seen=one.count, waited=days)


def roles_of(process: WorkProcess) -> Iterator[str]:
    """Yield the groups that perform something, each once."""
    return iter(dict.fromkeys(who for step in process.steps for who in step.performers))
