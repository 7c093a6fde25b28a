"""
When it cannot: a few demands that conflict, none of them too many, and the cheapest way out.

First everything may be given up at its price: the cheapest way is the relaxation. What had to give
is then held fast and the rest given up again, until nothing can be: what is held by then conflicts.
Last, each is dropped in turn and stays out if the others conflict without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.exact.highs import Answer, solved
from lerendwerk_core.composition.exact.linear import (
    LOAD_OF,
    SIZE_OF,
    Demands,
    Key,
    Linear,
    linear,
    size_of,
)
from lerendwerk_core.composition.precheck import Shown
from lerendwerk_core.composition.result import Demanded, Relaxation
from lerendwerk_core.composition.tally import Tally, tallied
from lerendwerk_core.model.composition import CompositionProblem
from lerendwerk_core.text import LANGUAGES, Text
from lerendwerk_core.wording import reason

LARGEST = 40_000
NODES = 100_000
NEXT_TO_NOTHING = 0.001
NEVER: Callable[[], bool] = lambda: False  # noqa: E731 - a default, as a caller would write it


def conflicting(
    problem: CompositionProblem,
    shown: tuple[Shown, ...],
    *,
    stop: Callable[[], bool] = NEVER,
) -> dict[str, Any]:
    """
    Return why *problem* cannot be: ``because``, ``conflict`` and ``relaxations`` of a composition.

    *shown* is what counting shows already; where the exact solver is not there, or the problem too
    large for it, that is all.
    """
    found = _Search.of(problem, stop)
    said = tuple(one.says for one in shown)
    if found is None:
        return {"because": said, "conflict": shown[0].demands if shown else ()}
    relaxations = found.relaxations()
    conflict = tuple(found.demanded(key) for key in found.conflict())
    return {
        "because": (*said, *_words(conflict, relaxations)),
        "conflict": conflict,
        "relaxations": relaxations,
    }


def _words(conflict: tuple[Demanded, ...], relaxations: tuple[Relaxation, ...]) -> Iterator[Text]:
    if conflict:
        nl, en = ("; ".join(one.in_(lang) for one in conflict) for lang in LANGUAGES)
        yield reason("conflict-demands", demands=Text(nl, en))
    if relaxations:
        nl, en = ("; ".join(one.says.in_(lang) for one in relaxations) for lang in LANGUAGES)
        cost = sum(one.cost for one in relaxations)
        yield reason("conflict-way-out", ways=Text(nl, en), cost=cost)


@attrs.define(eq=False)
class _Search:
    """Looks for the conflict among the demands of one problem."""

    tally: Tally
    keys: tuple[Key, ...]
    stop: Callable[[], bool]

    @classmethod
    def of(cls, problem: CompositionProblem, stop: Callable[[], bool]) -> _Search | None:
        """Return the search, or nothing where the exact solver cannot be asked."""
        if not highs.is_there():
            return None
        # Goals do not matter here, and cost time.
        tally = tallied(attrs.evolve(problem, goals=()))
        keys = tuple(dict.fromkeys(_keys(tally)))
        return cls(tally, keys, stop) if size_of(tally) <= LARGEST else None

    def relaxations(self) -> tuple[Relaxation, ...]:
        """Return the cheapest way out: what to give up, by how much."""
        model, answer = self._solve(Demands(given=frozenset(self.keys)))
        if answer.solution is None:
            return ()
        return tuple(self._relaxed(model, answer, key) for key in self._gave(model, answer))

    def conflict(self) -> tuple[Key, ...]:
        """Return demands that conflict; without any one of them the others do not."""
        held: list[Key] = []
        while True:
            rest = frozenset(self.keys) - frozenset(held)
            model, answer = self._solve(Demands(kept=frozenset(held), given=rest))
            if answer.status == "infeasible":
                return self._least(tuple(held))
            gave = list(self._gave(model, answer))
            if not gave or self.stop():
                return ()
            held += gave

    def _least(self, held: tuple[Key, ...]) -> tuple[Key, ...]:
        for key in held:
            others = tuple(one for one in held if one != key)
            _, answer = self._solve(Demands(kept=frozenset(others)))
            if answer.status == "infeasible":
                held = others
        return held

    def _solve(self, demands: Demands) -> tuple[Linear, Answer]:
        model = linear(self.tally, soft=False, demands=demands)
        # What costs nothing has a small price all the same, or more would be given up than needed.
        worth = {one: -(price or NEXT_TO_NOTHING) for one, price in model.wishes.items()}
        return model, solved(model, worth, stop=self.stop, nodes=NODES)

    def _gave(self, model: Linear, answer: Answer) -> Iterator[Key]:
        solution = answer.solution
        if solution is not None:
            for key in self.keys:
                if any(round(solution[one]) for one in model.given.get(key, ())):
                    yield key

    def _relaxed(self, model: Linear, answer: Answer, key: Key) -> Relaxation:
        assert answer.solution is not None  # noqa: S101 - the caller looked
        shortfalls = model.given[key]
        seats = sum(round(answer.solution[one]) for one in shortfalls)
        cost = sum(round(answer.solution[one]) * round(model.wishes[one]) for one in shortfalls)
        demanded = self.demanded(key)
        says = reason("give-up", demand=Text(demanded.in_("nl"), demanded.in_("en")), seats=seats)
        return Relaxation(demanded=demanded, seats=seats, cost=cost, says=says)

    def demanded(self, key: Key) -> Demanded:
        """Return the demand *key* in words."""
        return Demanded(name=key[0], group=key[1], asks=_asks(self.tally.problem, key))


def _keys(tally: Tally) -> Iterator[Key]:
    problem = tally.problem
    for group in problem.groups:
        for requirement in problem.requirements_of(group.id):
            if requirement.hard:
                yield requirement.name, group.id
    for group in problem.groups:
        yield SIZE_OF + group.id, group.id
    for one in problem.candidates:
        yield LOAD_OF + one.code, ""


def _asks(problem: CompositionProblem, key: Key) -> Text:
    name, group = key
    named = [one for one in problem.requirements_of(group) if one.hard and one.name == name]
    if group and named:
        asked = list(dict.fromkeys(one.asks() for one in named))
        return Text(*("; ".join(one.in_(lang) for one in asked) for lang in LANGUAGES))
    if group:
        low, high = next(one.size for one in problem.groups if one.id == group)
        return reason("asks-size", low=low, high=high)
    code = name.removeprefix(LOAD_OF)
    low, high = next(problem.load_of(one) for one in problem.candidates if one.code == code)
    return reason("asks-load", code=code, low=low, high=high)
