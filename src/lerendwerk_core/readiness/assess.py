"""From the answers of one round or several, by one or by many, to the advice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from lerendwerk_core.errors import ReadinessError, UnknownKeyError
from lerendwerk_core.model.answers import AnswerRound, AnswerSheet, ChecklistUse
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import Aggregation, RouteRule, ScoringModel
from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.advise import Adviser
from lerendwerk_core.readiness.aggregation import AGGREGATIONS
from lerendwerk_core.readiness.comparable import Comparable, comparable
from lerendwerk_core.readiness.disagreement import of_people, of_voices
from lerendwerk_core.readiness.people.folded import OTHERS, folded
from lerendwerk_core.readiness.people.opened import Opened, opened
from lerendwerk_core.readiness.people.veiled import FEW, veiled
from lerendwerk_core.readiness.proof.change import changes
from lerendwerk_core.readiness.result import Readiness
from lerendwerk_core.readiness.rule import SourceRule
from lerendwerk_core.readiness.scoring.models import scores
from lerendwerk_core.readiness.several import merged
from lerendwerk_core.readiness.stability import Stability, routing, stability
from lerendwerk_core.text import Text


def assess(
    checklist: Checklist,
    answered: ChecklistUse,
    rule: RouteRule | None = None,
    models: Iterable[ScoringModel] = (),
    ways: Iterable[Aggregation] = AGGREGATIONS,
    *,
    minimum: int = SMALLEST_CELL,
    base: Checklist | None = None,
) -> Readiness:
    """
    Return the advice that *answered* leads to on *checklist*, and what *models* say beside it.

    *ways* are those in which the answers of many may become one; *answered* names the one that counts.
    Of fewer than *minimum* people nothing is told. With the *base* of a tailored checklist its advice
    stands beside, and that on what both have in common.

    Raises:
        ReadinessError: Fewer than three items count, or fewer than *minimum* people answered.
        UnknownKeyError: *ways* has not the way that *answered* names.
    """
    assessor = _Assessor(checklist, rule or SourceRule(), answered.combine, tuple(ways), minimum)
    rounds = told_rounds(answered.rounds, minimum)
    sheets = Table((one.moment, assessor.sheet(one)) for one in rounds)
    found = assessor.rounds(rounds, sheets)
    if not found:
        return attrs.evolve(assessor.adviser.advise(Table()), texts=_texts(checklist))
    last = sheets[rounds[-1].moment]
    latest = attrs.evolve(
        found[-1],
        texts=_texts(checklist),
        scores=scores(checklist, last, models),
        changes=changes(checklist, sheets, assessor.rule),
        comparable=_beside(base, checklist, last, assessor.rule),
        target=answered.target,
        untold=tuple(one.moment for one in answered.rounds if one.moment not in sheets),
    )
    if not any(one.moment for one in rounds):
        return latest
    return attrs.evolve(latest, rounds=Table(zip(sheets, found, strict=True)))


def told_rounds(rounds: Iterable[AnswerRound], minimum: int) -> tuple[AnswerRound, ...]:
    """
    Return the rounds of which something may be told, small organisations looked at together.

    Raises:
        ReadinessError: In none of them so many people answered.
    """
    given = tuple(rounds)
    enough = [one for one in given if not one.of_people or len(one) >= minimum]
    if given and not enough:
        raise ReadinessError(
            Text(
                f"Er antwoordden minder dan {minimum} mensen; van zo weinig wordt niets getoond.",
                f"Fewer than {minimum} people answered; of so few nothing is shown.",
            )
        )
    return folded(enough, minimum)


def _beside(
    base: Checklist | None, checklist: Checklist, sheet: AnswerSheet, rule: RouteRule
) -> Comparable | None:
    laid = base is not None and base.id != checklist.id
    return comparable(base, checklist, sheet, rule) if base and laid else None


def _way(key: str, ways: Iterable[Aggregation]) -> Aggregation:
    known = {one.key: one for one in ways}
    if key not in known:
        raise UnknownKeyError.of("aggregation", key, sorted(known))
    return known[key]


def _texts(checklist: Checklist) -> Table[str, Text]:
    return Table((item.id, item.label) for item in checklist.items)


class _Assessor:
    """Assesses round after round in one way."""

    def __init__(
        self,
        checklist: Checklist,
        rule: RouteRule,
        combine: str,
        ways: tuple[Aggregation, ...],
        minimum: int,
    ) -> None:
        self.checklist, self.rule, self.ways, self.minimum = checklist, rule, ways, minimum
        self.way = _way(combine, ways)
        self.adviser = Adviser(checklist, rule)

    def sheet(self, one: AnswerRound) -> AnswerSheet:
        """Return the one sheet that the answers of a round come to."""
        return merged(self.checklist, one, self.way)

    def rounds(
        self, rounds: tuple[AnswerRound, ...], sheets: Mapping[str, AnswerSheet]
    ) -> list[Readiness]:
        """Return the advice of each of *rounds*, with the one sheet that each comes to."""
        people = [one for one in rounds if one.of_people]
        tables = iter(opened(people, self.checklist.item_ids, self.way, self.minimum))
        return [
            self._people(one, sheets[one.moment], next(tables))
            if one.of_people
            else self._voices(one, sheets[one.moment])
            for one in rounds
        ]

    def _voices(self, one: AnswerRound, sheet: AnswerSheet) -> Readiness:
        """Return the advice of organisations that each gave one answer."""
        together = self.adviser.advise(sheet)
        if len(one) == 1:
            return together
        differ = of_voices(self.checklist, one)
        return attrs.evolve(
            self._with_agenda(attrs.evolve(together, disagreement=differ)),
            combined=sheet,
            respondents=Table((name, self.adviser.advise(said)) for name, said in one.sheets()),
            stability=self._stability(one),
        )

    def _stability(self, one: AnswerRound) -> Stability:
        return stability(self.checklist, one, self.rule, self.way, self.ways)

    def _people(self, one: AnswerRound, sheet: AnswerSheet, told: Opened) -> Readiness:
        """Return the advice of people, with nothing that gives away what any of them answered."""
        apart = self._apart(one, told)
        differ = of_people(self.checklist, one, told, apart)
        holds = self._stability(one)
        if len(one) < FEW * self.minimum:
            route = routing(self.checklist, self.rule)
            holds, differ = veiled(holds, differ, told, self.ways, route)
        together = attrs.evolve(self.adviser.advise(sheet), disagreement=differ)
        return attrs.evolve(
            self._with_agenda(together),
            people=len(one),
            combined=sheet,
            answers=told.answers,
            organisations=Table((name, self.adviser.advise(said)) for name, said in apart.items()),
            stability=holds,
        )

    def _apart(self, one: AnswerRound, told: Opened) -> dict[str, AnswerSheet]:
        """Return what the people of each organisation come to, where that may be told."""
        names = [name for name in one.spans if name != OTHERS and name not in told.closed]
        return {name: self.sheet(one.of_organisation(name)) for name in names}

    def _with_agenda(self, found: Readiness) -> Readiness:
        """Return *found* with what to talk about: where people stand against each other first."""
        first = found.disagreement.polarised if found.disagreement else ()
        return attrs.evolve(found, agenda=tuple(dict.fromkeys((*first, *found.drivers))))
