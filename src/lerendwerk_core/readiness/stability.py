"""
Does the advice hold: combined in another way, without any one respondent, organisation or item, and
however the missing answers turn out?

Whether it hangs on one person is told; on whom is not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import attrs

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.answers import (
    ANSWERS,
    CODES,
    LEVELS,
    OPEN,
    AnswerRound,
    AnswerSheet,
    Counts,
)
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import Aggregation, RouteRule
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.aggregation import AGGREGATIONS
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.readiness.several import merged, one_answer
from lerendwerk_core.vocabulary import Answer, Route

Routing = Callable[[AnswerSheet], Route | None]


@attrs.frozen(kw_only=True)
class Stability(Wired):
    """
    Whether the route stays as it is.

    ``routes`` gives the route per way of combining answers; ``without_anyone`` is whether it survives
    the loss of any one respondent; ``organisations`` and ``items`` are those of which the loss brings
    another route; ``open_best`` and ``open_worst`` are the routes when all that was not answered turns
    out in order, or not. Of few people what would tell of one of them is missing: no ``routes``, or
    ``None``.
    """

    routes: Table[str, Route]
    without_anyone: bool | None
    organisations: tuple[str, ...] | None
    items: tuple[str, ...]
    open_best: Route | None
    open_worst: Route | None

    @property
    def depends_on_choice(self) -> bool:
        """Whether another way of combining answers gives another route."""
        return len(set(self.routes.values())) > 1


def stability(
    checklist: Checklist,
    answered: AnswerRound,
    rule: RouteRule,
    way: Aggregation,
    ways: Iterable[Aggregation] = AGGREGATIONS,
) -> Stability:
    """Return whether the route that *rule* takes from *answered*, combined by *way*, holds."""
    route = routing(checklist, rule)
    counts = _Counts.of(checklist, answered, way)
    now = route(counts.sheet())
    spans = answered.spans if len(answered.spans) > 1 else {}
    return Stability(
        routes=Table((one.key, _certain(route(merged(checklist, answered, one)))) for one in ways),
        without_anyone=_holds(counts.without_each(answered), route, now),
        organisations=tuple(
            name
            for name in sorted(spans)
            if route(counts.without(answered, name)) not in (now, None)
        ),
        items=tuple(_items(counts.sheet(), route, now)),
        open_best=_certain(route(counts.filled(0).sheet())),
        open_worst=_certain(route(counts.filled(LEVELS - 1).sheet())),
    )


def routing(checklist: Checklist, rule: RouteRule) -> Routing:
    """Return what gives the route of a sheet, or ``None`` where too few items count for one."""

    def route(sheet: AnswerSheet) -> Route | None:
        try:
            return decide(position_of(checklist, sheet), rule)[0]
        except ReadinessError:
            return None

    return route


def _certain(route: Route | None) -> Route:
    return route or Route.UNDETERMINED


def _holds(sheets: Iterable[AnswerSheet], route: Routing, now: Route | None) -> bool:
    return all(route(sheet) in (now, None) for sheet in sheets)


def _items(sheet: AnswerSheet, route: Routing, now: Route | None) -> Iterator[str]:
    """Yield the items that the route hangs on: where they did not count, it would be another."""
    for item in sheet:
        without = Table({**sheet, item: Answer.NOT_APPLICABLE})
        if route(without) not in (now, None):
            yield item


@attrs.frozen
class _Counts:
    """How often every answer was given to every item, in as many parts as the way looks at."""

    way: Aggregation
    parts: dict[str, list[Counts]]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, checklist: Checklist, answered: AnswerRound, way: Aggregation) -> _Counts:
        whole = ((0, len(answered)),)
        spans = tuple(answered.spans.values()) if way.by_organisation else whole
        items = checklist.item_ids
        parts = {item: [answered.counts(item, span) for span in spans] for item in items}
        return cls(way, parts, spans)

    def sheet(self) -> AnswerSheet:
        return Table((item, one_answer(parts, self.way)) for item, parts in self.parts.items())

    def filled(self, level: int) -> _Counts:
        """Return the counts in which everybody who did not answer chose *level*."""
        parts = {item: [filled(one, level) for one in of] for item, of in self.parts.items()}
        return attrs.evolve(self, parts=parts)

    def without(self, answered: AnswerRound, organisation: str) -> AnswerSheet:
        """Return what is left when nobody of *organisation* had answered."""
        gone = answered.spans[organisation]
        at = next(at for at, span in enumerate(self.spans) if span[0] <= gone[0] < span[1])
        left = {
            item: [
                _less(one, answered.counts(item, gone)) if i == at else one
                for i, one in enumerate(of)
            ]
            for item, of in self.parts.items()
        }
        return attrs.evolve(self, parts=left).sheet()

    def without_each(self, answered: AnswerRound) -> Iterator[AnswerSheet]:
        """Yield what is left without each respondent: every outcome once, in a fixed order."""
        now = self.sheet()
        outcomes = {item: self._without_one(answered.column(item), item) for item in now}
        swinging = {
            item: column for item, column in outcomes.items() if set(column) != {CODES[now[item]]}
        }
        for row in sorted(set(zip(*swinging.values(), strict=True))):
            changed = zip(swinging, row, strict=True)
            yield Table({**now, **{item: ANSWERS[code] for item, code in changed}})

    def _without_one(self, column: bytes, item: str) -> bytes:
        """Return per respondent what *item* comes to without the answer of that one."""
        parts = self.parts[item]
        return b"".join(
            column[slice(*span)].translate(self._after_loss(parts, at))
            for at, span in enumerate(self.spans)
        )

    def _after_loss(self, parts: Sequence[Counts], at: int) -> bytes:
        """Return the answer that is left for every answer that part *at* may lose."""
        after = bytearray(256)
        for code, count in enumerate(parts[at]):
            if count:
                one = _less(parts[at], tuple(int(code == other) for other in range(len(ANSWERS))))
                after[code] = CODES[one_answer([*parts[:at], one, *parts[at + 1 :]], self.way)]
        return bytes(after)


def filled(counts: Counts, level: int) -> Counts:
    """Return *counts* in which whoever did not answer chose *level*."""
    return tuple(
        0 if code == OPEN else count + counts[OPEN] * (code == level)
        for code, count in enumerate(counts)
    )


def _less(counts: Counts, gone: Counts) -> Counts:
    return tuple(one - other for one, other in zip(counts, gone, strict=True))
