"""
When it cannot: a few demands that conflict, none of them too many, and the cheapest way out.

First everything may be given up at its price: the cheapest way is the relaxation. What had to give
is then held fast and the rest given up again, until nothing can be: what is held by then conflicts.
Last, each is dropped in turn and stays out if the others conflict without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from lerendwerk_core.composition.demands import demands_of, in_a_row, told, ways_out
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.exact.highs import Answer, solved
from lerendwerk_core.composition.exact.linear import Demands, Key, Linear, linear, size_of
from lerendwerk_core.composition.precheck import Shown
from lerendwerk_core.composition.result import Demanded, Relaxation
from lerendwerk_core.composition.tally import Tally, tallied
from lerendwerk_core.model.composition import CompositionProblem
from lerendwerk_core.text import Text
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

    *shown* is what counting shows already; where the exact solver is not there, the problem too
    large for it, or *stop* says to stop, that is all.
    """
    search = _Search.of(problem, stop)
    found = search.found() if search else _Found()
    said = (*(one.says for one in shown), *_words(found))
    return {
        "because": said or (reason("conflict-unknown"),),
        "conflict": found.conflict or (shown[0].demands if shown else ()),
        "relaxations": found.relaxations,
    }


@attrs.frozen(kw_only=True)
class _Found:
    """
    What was found: a ``conflict`` and ``relaxations``.

    ``least`` says whether each demand of the conflict is known to be needed for it, ``cheapest``
    whether no other way out is known to cost less.
    """

    conflict: tuple[Demanded, ...] = ()
    relaxations: tuple[Relaxation, ...] = ()
    least: bool = False
    cheapest: bool = False


def _words(found: _Found) -> Iterator[Text]:
    if found.conflict:
        code = "conflict-demands" if found.least else "conflict-demands-some"
        yield reason(code, demands=in_a_row(told(found.conflict)))
    if found.relaxations:
        code = "conflict-way-out" if found.cheapest else "conflict-some-way-out"
        ways = ways_out(found.relaxations)
        yield reason(code, ways=in_a_row(says for says, _ in ways), cost=sum(c for _, c in ways))


@attrs.define(eq=False)
class _Search:
    """Looks for the conflict among the demands of one problem."""

    tally: Tally
    demands: Mapping[Key, Demanded]
    stop: Callable[[], bool]

    @classmethod
    def of(cls, problem: CompositionProblem, stop: Callable[[], bool]) -> _Search | None:
        """Return the search, or nothing where the exact solver cannot be asked."""
        if not highs.is_there() or stop():
            return None
        # Goals do not matter here, and cost time.
        tally = tallied(attrs.evolve(problem, goals=()))
        demands = {(one.name, one.group): one for one in demands_of(problem)}
        return cls(tally, demands, stop) if size_of(tally) <= LARGEST else None

    def found(self) -> _Found:
        """Return the conflict and the cheapest way out, as far as they are known."""
        model, answer = self._solve(Demands(given=frozenset(self.demands)))
        gave = list(self._gave(model, answer))
        conflict, least = self._conflict(gave)
        return _Found(
            conflict=tuple(self.demands[key] for key in conflict),
            relaxations=tuple(self._relaxed(model, answer, key) for key in gave),
            least=least,
            cheapest=answer.status == "optimal",
        )

    def _conflict(self, gave: list[Key]) -> tuple[tuple[Key, ...], bool]:
        """Return demands that conflict, and whether each is needed for it."""
        held: list[Key] = []
        while gave and not self.stop():
            held += gave
            rest = frozenset(self.demands) - frozenset(held)
            model, answer = self._solve(Demands(kept=frozenset(held), given=rest))
            if answer.status == "infeasible":
                return self._least(tuple(held))
            gave = list(self._gave(model, answer))
        return (), False

    def _least(self, held: tuple[Key, ...]) -> tuple[tuple[Key, ...], bool]:
        known = True
        for key in held:
            others = tuple(one for one in held if one != key)
            _, answer = self._solve(Demands(kept=frozenset(others)))
            if answer.status == "infeasible":
                held = others
            elif answer.solution is None:
                known = False
        return held, known

    def _solve(self, demands: Demands) -> tuple[Linear, Answer]:
        model = linear(self.tally, soft=False, demands=demands)
        # What costs nothing has a small price all the same, or more would be given up than needed.
        worth = {one: -(price or NEXT_TO_NOTHING) for one, price in model.wishes.items()}
        return model, solved(model, worth, stop=self.stop, nodes=NODES)

    def _gave(self, model: Linear, answer: Answer) -> Iterator[Key]:
        solution = answer.solution
        if solution is not None:
            for key in self.demands:
                if any(round(solution[one]) for one in model.given.get(key, ())):
                    yield key

    def _relaxed(self, model: Linear, answer: Answer, key: Key) -> Relaxation:
        assert answer.solution is not None  # noqa: S101 - something gave in it
        shortfalls = model.given[key]
        seats = sum(round(answer.solution[one]) for one in shortfalls)
        cost = sum(round(answer.solution[one]) * round(model.wishes[one]) for one in shortfalls)
        demanded = self.demands[key]
        says = reason("give-up", demand=told([demanded])[0], seats=seats)
        return Relaxation(demanded=demanded, seats=seats, cost=cost, says=says)
