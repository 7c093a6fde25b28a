"""
The first tier as a linear form: which variables there are, and what each is worth.

A seating is a point of it: ``x`` says who sits where, ``end`` and ``joint`` what is covered, ``top``,
``largest``, ``smallest`` and ``heavy`` how seats are shared, and ``kind`` and ``whole`` how hard
requirements are met. Soft requirements have no part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

import attrs

from lerendwerk_core.composition.verification.given import Given, can_be_bounded, parts_of
from lerendwerk_core.model.composition import (
    Covered,
    Distances,
    End,
    Loaded,
    SeatWorth,
    Sense,
    SizeSpread,
    Term,
    TopLoad,
)

WHOLE = Fraction(1, 10**12)
"""How far from a whole number three times a third may be, where a third is a float."""

Variable = tuple[object, ...]
Ends = frozenset[End]

TOP: Variable = ("top",)
LARGEST: Variable = ("largest",)
SMALLEST: Variable = ("smallest",)


@attrs.frozen(eq=False)
class Form:
    """
    What the first tier wants most: the sum of all variables, each times its ``worth``.

    ``covered`` holds what each group lists to cover, ``heavy`` the loads that are counted as heavy.
    """

    given: Given
    worth: Mapping[Variable, Fraction]
    covered: Mapping[int, frozenset[Ends]]
    heavy: frozenset[int]

    @classmethod
    def of(cls, given: Given) -> Form | None:
        """Return the form of the first tier; None where it has none."""
        weighed = tuple(_weighed(given))
        if not weighed or any(term is None for term, _ in weighed):
            return None
        writer = _Writer(given)
        for term, weight in weighed:
            writer.take(term, weight)
        covered = {group: frozenset(many) for group, many in writer.covered.items()}
        return cls(given, writer.worth, covered, frozenset(writer.heavy))

    @property
    def is_whole(self) -> bool:
        """Whether every seating is worth a whole number: every variable is one there."""
        return all(abs(worth - round(worth)) <= WHOLE for worth in self.worth.values())

    def ceiling(self, variable: Variable) -> int:
        """Return the most that *variable* can be in any seating; the least is 0."""
        if variable == TOP:
            return len(self.given.admitted)
        return len(self.given.most) if variable in (LARGEST, SMALLEST) else 1


def _weighed(given: Given) -> Iterator[tuple[Term | None, Fraction]]:
    """Yield the terms of the first tier, each with its signed weight; None for what has no form."""
    for goal, weight in parts_of(given.problem.goals[0]) if given.problem.goals else ():
        terms = tuple(goal.terms(given.problem))
        distant = any(isinstance(term, Distances) for term in terms)
        if distant or weight < 0 or not can_be_bounded(terms):
            yield None, Fraction(0)
        # The form wants most; where least of a goal is wanted, it wants most of the opposite.
        sign = 1 if goal.sense is Sense.MOST else -1
        for term in terms:
            yield term, sign * Fraction(weight)


@attrs.define(eq=False)
class _Writer:
    """Adds up what the terms make of each variable."""

    given: Given
    worth: dict[Variable, Fraction] = attrs.field(factory=dict)
    covered: dict[int, set[Ends]] = attrs.field(factory=dict)
    heavy: set[int] = attrs.field(factory=set)

    def take(self, term: Term | None, weight: Fraction) -> None:
        match term:
            case Covered():
                self._cover(term, weight)
            case SeatWorth():
                self._seat(term, weight)
            case SizeSpread():
                self._add(LARGEST, weight)
                self._add(SMALLEST, -weight)
            case TopLoad():
                self._add(TOP, weight)
            case Loaded():
                self.heavy.add(term.least)
                for person in range(len(self.given.most)):
                    self._add(("heavy", term.least, person), weight)

    def _cover(self, term: Covered, weight: Fraction) -> None:
        for group in self._places(term.group):
            for element in term.elements:
                ends = frozenset(element.ends)
                self.covered.setdefault(group, set()).add(ends)
                self._add(covering(group, ends), weight * Fraction(element.weight))

    def _seat(self, term: SeatWorth, weight: Fraction) -> None:
        for group in self._places(term.group):
            for person in self.given.admitted[group]:
                self._add(("x", person, group), weight * Fraction(term.worth[person]))

    def _places(self, name: str) -> Iterator[int]:
        return (place for place, one in enumerate(self.given.problem.groups) if one.id == name)

    def _add(self, variable: Variable, worth: Fraction) -> None:
        self.worth[variable] = self.worth.get(variable, Fraction(0)) + worth


def covering(group: int, ends: Ends) -> Variable:
    """Return the variable that says whether *ends* are all there in *group*."""
    return ("end", group, *ends) if len(ends) == 1 else ("joint", group, ends)
