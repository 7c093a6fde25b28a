"""From answers to advice: the route, what it rests on and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from lerendwerk_core.model.answers import AnswerRound, AnswerSheet, ChecklistUse
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import Aggregation, Finding, RouteRule, ScoringModel
from lerendwerk_core.model.scoring import Scored
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.aggregation import AGGREGATIONS
from lerendwerk_core.readiness.margin import Switch, flip_sets, smallest_switches
from lerendwerk_core.readiness.rule import Position, SourceRule, decide, position_of
from lerendwerk_core.readiness.scoring import scores
from lerendwerk_core.readiness.several import Disagreement, disagreement, merged
from lerendwerk_core.readiness.stability import Stability, stability
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route, Stage
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class SectionCount(Wired):
    """How many items of a section count, and how many of those are deficient."""

    id: str
    label: Text
    items: int
    deficient: int


@attrs.frozen(kw_only=True)
class Readiness(Wired):
    """
    The advice and what it rests on.

    ``items`` is n, the items that count; ``deficient`` is d; ``margin`` the least number of answers
    to change to reach another route (``None`` where no change does) and ``flips`` the sets of items
    that do (the first of ``flips_total``). With several respondents or rounds the top level is the
    aggregate or the latest round, and ``respondents`` and ``rounds`` hold the same figures for each;
    ``texts`` are the items as they were asked, and ``scores`` what scoring models say, both at the top
    level only: the route does not come from a score.
    """

    checklist: str
    label: Text
    reconstruction: bool
    items: int
    counts: Table[str, int]
    deficient: int
    route: Route
    stated_by_source: bool
    margin: int | None
    drivers: tuple[str, ...]
    flips: tuple[tuple[str, ...], ...]
    flips_total: int
    sections: tuple[SectionCount, ...]
    because: tuple[Text, ...]
    respondents: Table[str, Readiness] = attrs.field(factory=Table)
    disagreement: Disagreement | None = None
    stability: Stability | None = None
    texts: Table[str, Text] = attrs.field(factory=Table)
    rounds: Table[str, Readiness] = attrs.field(factory=Table)
    scores: Table[str, Scored] = attrs.field(factory=Table)


def assess(
    checklist: Checklist,
    answered: ChecklistUse,
    rule: RouteRule | None = None,
    models: Iterable[ScoringModel] = (),
    ways: Iterable[Aggregation] = AGGREGATIONS,
) -> Readiness:
    """
    Return the advice that *answered* leads to on *checklist*, and what *models* say beside it.

    *ways* are those in which the answers of many may become one; *answered* names the one that counts.

    Raises:
        ReadinessError: Fewer than three items count.
    """
    adviser = _Adviser(checklist, rule or SourceRule(), answered.combine, tuple(ways))
    rounds = [adviser.round(one) for one in answered.rounds]
    if not rounds:
        return attrs.evolve(adviser.sheet(Table()), texts=_texts(checklist))
    moments = [one.moment for one in answered.rounds]
    sheet = merged(checklist, answered.rounds[-1], adviser.way)
    said = scores(checklist, sheet, models)
    latest = attrs.evolve(rounds[-1], texts=_texts(checklist), scores=said)
    if not any(moments):
        return latest
    return attrs.evolve(latest, rounds=Table(zip(moments, rounds, strict=True)))


def _texts(checklist: Checklist) -> Table[str, Text]:
    return Table((item.id, item.label) for item in checklist.items)


@attrs.define
class _Adviser:
    """Advises on sheet after sheet; what would change the route is looked for once per position."""

    checklist: Checklist
    rule: RouteRule
    combine: str
    ways: tuple[Aggregation, ...]
    known: dict[Position, tuple[Switch, ...]] = attrs.field(factory=dict)

    @property
    def way(self) -> Aggregation:
        """The way in which the answers of many become one."""
        return next(one for one in self.ways if one.key == self.combine)

    def round(self, one: AnswerRound) -> Readiness:
        """Return the advice of a round: of its one sheet, or of all together and each apart."""
        together = self.sheet(merged(self.checklist, one, self.way))
        if len(one) == 1:
            return together
        return attrs.evolve(
            together,
            respondents=Table((name, self.sheet(sheet)) for name, sheet in one.sheets()),
            disagreement=disagreement(self.checklist, one),
            stability=stability(self.checklist, one, self.rule, self.way, self.ways),
        )

    def sheet(self, sheet: AnswerSheet) -> Readiness:
        """Return the advice of one sheet."""
        checklist = self.checklist
        position = position_of(checklist, sheet)
        route, stated = decide(position, self.rule)
        switches = self._switches(position)
        flips, total = flip_sets(checklist, sheet, switches, position.last)
        margin = switches[0].size(position) if switches else None
        return Readiness(
            checklist=checklist.id,
            label=checklist.label,
            reconstruction=checklist.reconstruction,
            items=position.items,
            counts=_counts(checklist, sheet),
            deficient=position.all_deficient,
            route=route,
            stated_by_source=stated,
            margin=margin,
            drivers=_drivers(checklist, sheet, route),
            flips=flips,
            flips_total=total,
            sections=tuple(_sections(checklist, sheet)),
            because=_because(position.all_deficient, position.items, route, margin, stated=stated),
        )

    def _switches(self, position: Position) -> tuple[Switch, ...]:
        if position not in self.known:
            self.known[position] = smallest_switches(position, self.rule)
        return self.known[position]


def _counts(checklist: Checklist, sheet: AnswerSheet) -> Table[str, int]:
    answers = [sheet.get(item, Answer.UNANSWERED) for item in checklist.item_ids]
    return Table((answer.value, answers.count(answer)) for answer in Answer)


def _drivers(checklist: Checklist, sheet: AnswerSheet, route: Route) -> tuple[str, ...]:
    """Return the items that the route rests on: what lacks most first, or what is still open."""
    if route is Route.UNDETERMINED:
        return _answered(checklist, sheet, Answer.UNANSWERED)
    lacking = _answered(checklist, sheet, Answer.NOT_IN_ORDER)
    return (*lacking, *_answered(checklist, sheet, Answer.PARTLY))


def _answered(checklist: Checklist, sheet: AnswerSheet, answer: Answer) -> tuple[str, ...]:
    given = ((item, sheet.get(item, Answer.UNANSWERED)) for item in checklist.item_ids)
    return tuple(item for item, said in given if said is answer)


def _sections(checklist: Checklist, sheet: AnswerSheet) -> Iterator[SectionCount]:
    for section in checklist.sections:
        items = [item.id for item in checklist.items if item.section == section.id]
        answers = [sheet.get(item, Answer.UNANSWERED) for item in items]
        counting = [answer for answer in answers if answer is not Answer.NOT_APPLICABLE]
        yield SectionCount(
            id=section.id,
            label=section.label,
            items=len(counting),
            deficient=sum(answer.is_deficient for answer in counting),
        )


def _because(
    deficient: int, items: int, route: Route, margin: int | None, *, stated: bool
) -> tuple[Text, ...]:
    return (
        reason(f"route-{route.value}", deficient=deficient, items=items),
        reason("route-stated" if stated else "route-own-reading"),
        reason("route-margin", margin=margin) if margin else reason("route-no-margin"),
    )


def findings(readiness: Readiness) -> Iterator[Finding]:
    """Yield what to discuss about the advice."""
    if readiness.reconstruction:
        yield _finding("checklist-reconstruction", readiness)
    if readiness.route is Route.UNDETERMINED:
        yield _finding("route-undetermined", readiness, items=readiness.drivers)
    elif readiness.margin == 1:
        yield _finding("route-narrow", readiness)
    holds = readiness.stability
    if holds and holds.depends_on_choice:
        said = [f"{way}: {route.value}" for way, route in holds.routes.items()]
        yield _finding("route-by-combination", readiness, routes=said)
    if holds and holds.without_anyone is False:
        yield _finding("route-hangs-on-one", readiness)
    differ = readiness.disagreement
    if differ and differ.full_scale:
        yield _finding("respondents-polarised", readiness, items=differ.polarised)


def _finding(code: str, readiness: Readiness, **values: object) -> Finding:
    where, stage = "checklist", Stage.READINESS
    return Finding.of(code, where, stage=stage, checklist=readiness.label, **values)
