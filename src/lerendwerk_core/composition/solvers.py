"""The solvers that ship with the library: the search alone, and the search with an exact prover."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

import attrs
import numpy as np

from lerendwerk_core.composition.bounds import counted, tier_bounds, wishes_bound
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.exact.alone import bounds_alone
from lerendwerk_core.composition.exact.linear import size_of
from lerendwerk_core.composition.exact.prices import priced
from lerendwerk_core.composition.exact.subsets import best_of_all, within_reach
from lerendwerk_core.composition.exact.tiers import climbed
from lerendwerk_core.composition.search.anneal import annealed
from lerendwerk_core.composition.search.diverse import exchanged, is_only_diverse
from lerendwerk_core.composition.search.exchange import exchanged_seats, is_only_cover
from lerendwerk_core.composition.search.seats import NOBODY, Seats
from lerendwerk_core.composition.tally import HARD, SOFT, TIERS, Floats, Ints, Tally, tallied
from lerendwerk_core.model.composition import (
    EVERY_SUBSET,
    SOLVER,
    WISHES,
    CompositionProblem,
    Proof,
    Seating,
    Sense,
)
from lerendwerk_core.model.contracts import Progress
from lerendwerk_core.model.table import Table

NODES = {"quick": 200, "normal": 20_000, "thorough": 1_000_000}
"""How large the search tree of the exact solver may grow, for a problem of one group."""

TWINS = {"quick": 30_000, "normal": 300_000, "thorough": 30_000_000}
"""The same where groups are alike, times the number of variables: a node takes long there."""

SMALL = 1_000
"""With so few variables the exact solver is asked before a long search."""

LARGEST = {"quick": 2_000, "normal": 12_000, "thorough": 100_000}
"""How many variables a problem may have for the exact solver to be asked at all."""

LARGEST_ALIKE = {"quick": 2_000, "normal": 4_000, "thorough": 100_000}
"""The same where most groups are alike: beyond it the solver took a minute and brought nothing."""

ROUNDS = {"quick": 0, "normal": 80, "thorough": 400}
"""In how many rounds people's seats get a price, where groups are alike."""

OPEN = {"quick": 1.0, "normal": 0.005, "thorough": 0.0}
"""How wide the gap has to be for that."""

DIGITS = 6
"""HiGHS reckons no further than that."""


@attrs.frozen
class Search:
    """Seats candidates by the built-in search alone; what it proves, it proves by counting."""

    key: str = "search"

    def __call__(
        self,
        problem: CompositionProblem,
        *,
        seed: int,
        effort: str,
        stop: Callable[[], bool],
        tell: Callable[[Progress], None],
        start: Seating | None = None,
    ) -> Seating:
        """Return the best seating found; the same problem, seed and effort give the same one."""
        run = _Run.of(problem, stop, tell)
        run.search(seed, effort, start)
        return run.seating(seed)


@attrs.frozen
class Standard:
    """Searches, and where the gap stays open asks an exact solver to improve or prove, if there."""

    key: str = "standard"

    def __call__(
        self,
        problem: CompositionProblem,
        *,
        seed: int,
        effort: str,
        stop: Callable[[], bool],
        tell: Callable[[Progress], None],
        start: Seating | None = None,
    ) -> Seating:
        """Return the best seating found, with proofs as far as they go."""
        run = _Run.of(problem, stop, tell)
        run.search(seed, "quick", start)
        if run.is_open and within_reach(run.tally):
            run.exhaust()
        if run.is_open and run.proves_early:
            run.prove(effort)
        if run.is_open and effort != "quick":
            run.search(seed, effort, run.seating(seed))
        if run.is_open and not run.proves_early:
            run.prove(effort)
        if run.is_open and run.has_twins and run.is_wide(effort):
            run.price_people(effort)
        return run.seating(seed)


@attrs.define(eq=False)
class _Run:
    """One solve: the problem in arrays, what nothing exceeds, and the best so far."""

    tally: Tally
    target: Floats
    stop: Callable[[], bool]
    tell: Callable[[Progress], None]
    members: list[list[int]] = attrs.field(factory=list)
    value: Floats = attrs.field(factory=lambda: np.zeros(0))
    proofs: list[Proof] = attrs.field(factory=list)
    stopped_by: str = "effort"
    impossible: bool = False
    size: int = 0
    """About how many variables the problem has for the exact solver."""
    began: float = attrs.field(factory=time.monotonic)

    @classmethod
    def of(
        cls,
        problem: CompositionProblem,
        stop: Callable[[], bool],
        tell: Callable[[Progress], None],
    ) -> _Run:
        tally = tallied(problem)
        return cls(tally, target(tally), stop, tell, size=max(1, size_of(tally)))

    @property
    def is_open(self) -> bool:
        """Whether the best so far is not proven, and nobody said to stop."""
        return not self.impossible and self.stopped_by != "proof" and not self.stop()

    @property
    def has_twins(self) -> bool:
        """Whether groups are alike, so that an exact solver meets every seating many times."""
        return len(self.tally.profiles) < self.tally.groups

    @property
    def differs(self) -> bool:
        """Whether few groups are alike."""
        return 3 * len(self.tally.profiles) > self.tally.groups

    @property
    def proves_early(self) -> bool:
        """Whether proving is faster than searching on: few groups are alike, or little is asked."""
        return self.differs or self.size <= SMALL

    def search(self, seed: int, effort: str, start: Seating | None) -> None:
        """Search from scratch, or from *start*, in the way that fits the problem."""
        if not self.tally.people:  # one seating there is, and nothing to search
            self.members = [[] for _ in range(self.tally.groups)]
            self.value, self.stopped_by = self._valued(self.members), "proof"
            return
        begin = _table(self.tally, _places(self.tally, start)) if start else None
        if is_only_cover(self.tally):
            self._exchange_seats(seed, effort, begin)
            if self.value[HARD] == 0 or not self.is_open:
                return
        self._anneal(seed, effort, begin)
        if is_only_diverse(self.tally) and self.stopped_by == "effort":
            self._exchange_people(seed, effort)

    def _exchange_seats(self, seed: int, effort: str, begin: Ints | None) -> None:
        found = exchanged_seats(
            self.tally,
            seed=seed,
            effort=effort,
            target=self.target,
            stop=self.stop,
            start=begin,
            tell=lambda value: self._report("search", value),
        )
        self.members, self.value = _lists(found.members), found.value
        self.stopped_by = "proof" if found.proven else "effort"

    def _anneal(self, seed: int, effort: str, begin: Ints | None) -> None:
        # Where only diversity counts, exchanging people takes over from a first seating.
        best, stopped_by = annealed(
            self.tally,
            seed=seed,
            effort="quick" if is_only_diverse(self.tally) else effort,
            target=self.target,
            stop=self.stop,
            start=begin,
            tell=lambda value: self._report("search", value),
        )
        self._take(best.members, best.value)
        self.stopped_by = stopped_by

    def _exchange_people(self, seed: int, effort: str) -> None:
        table = exchanged(
            self.tally,
            _table(self.tally, self.members),
            seed=seed,
            effort=effort,
            stop=self.stop,
            tell=lambda value: self._report("search", value),
        )
        self._take(table, self._valued(_lists(table)))

    def _take(self, table: Ints, value: Floats) -> None:
        """Take a table of members if it is better than the best so far."""
        if not len(self.value) or tuple(value) > tuple(self.value):
            self.members, self.value = _lists(table), value

    def prove(self, effort: str) -> None:
        """Prove or improve with the exact solver, where the problem is within its reach."""
        largest = LARGEST if self.differs else LARGEST_ALIKE
        if not highs.is_there() or self.tally.distances or self.size > largest[effort]:
            return
        self._price()
        nodes = TWINS[effort] // self.size if self.has_twins else NODES[effort]
        climb = climbed(
            self.tally,
            self.members,
            self.value,
            target=self.target,
            nodes=nodes,
            stop=self.stop,
            valued=self._valued,
            tell=self._proving,
        )
        self.members, self.value, self.impossible = climb.members, climb.value, climb.impossible
        self.proofs += climb.proofs
        if climb.complete or climb.impossible:
            self.stopped_by = "proof"

    def exhaust(self) -> None:
        """Look at every set of people for every group."""
        found = best_of_all(self.tally, self.stop)
        if found is None:
            self.impossible = not self.stop()
            self.stopped_by = "proof" if self.impossible else self.stopped_by
            return
        self.members, self.value = found[0], self._valued(found[0])
        self.stopped_by = "proof"
        signs = [-1.0 if _least(self.tally, tier) else 1.0 for tier in range(self.tally.tiers)]
        bounds = [-self.value[SOFT], *(np.array(signs) * self.value[TIERS:])]
        self.proofs += [
            Proof(tier=tier, bound=float(bound), by=SOLVER, solver=EVERY_SUBSET)
            for tier, bound in enumerate(bounds, WISHES)
        ]

    def is_wide(self, effort: str) -> bool:
        """Whether there is a seating, and the gap of the first tier is worth the rounds to close it."""
        if not len(self.value) or self.value[HARD] < 0 or not highs.is_there():
            return False
        return (gap(self.value[TIERS], self.target[TIERS]) or 0.0) > OPEN[effort]

    def price_people(self, effort: str) -> None:
        """Tighten the target of the first tier with prices for seats, each group composed alone."""
        value, sign = float(self.value[TIERS]), -1.0 if _least(self.tally, 0) else 1.0
        before = self.target[TIERS]
        for bound in bounds_alone(self.tally, value, rounds=ROUNDS[effort], stop=self.stop):
            self.target[TIERS] = max(min(bound, self.target[TIERS]), value)
            self._report("prove", self.value)
        if self.target[TIERS] < before:
            said = float(sign * self.target[TIERS])
            self.proofs.append(Proof(tier=0, bound=said, by=SOLVER, solver=highs.version()))

    def _price(self) -> None:
        """Tighten the target of the first tier with prices, where those are better than counting."""
        proof = priced(self.tally, self.stop)
        if proof is None:
            return
        bound = -proof.bound if _least(self.tally, 0) else proof.bound
        if bound < self.target[TIERS]:
            self.target[TIERS] = bound
            self.proofs.append(proof)

    def _valued(self, members: Sequence[Sequence[int]]) -> Floats:
        return Seats.of(self.tally, _table(self.tally, members)).total()

    def seating(self, seed: int) -> Seating:
        """Return the best so far."""
        codes = [one.code for one in self.tally.problem.candidates]
        groups = zip(self.tally.problem.groups, self.members, strict=True)
        return Seating(
            members=Table((g.id, tuple(codes[p] for p in sorted(who))) for g, who in groups),
            stopped_by=self.stopped_by,
            seed=seed,
            proofs=tuple(self.proofs),
            impossible=self.impossible,
        )

    def _proving(self, part: int, value: float, bound: float) -> None:
        if part == TIERS:
            self._report("prove", np.array([0.0, self.value[SOFT], round(value, DIGITS)]), bound)

    def _report(self, doing: str, value: Floats, bound: float | None = None) -> None:
        stands = value[HARD] == 0 and np.isfinite(value[TIERS])
        sign = -1.0 if _least(self.tally, 0) else 1.0
        best = float(sign * value[TIERS]) if stands else None
        most = float(
            sign * (self.target[TIERS] if bound is None else min(bound, self.target[TIERS]))
        )
        self.tell(
            Progress(
                doing=doing,
                objective=best,
                bound=most,
                gap=None if best is None else gap(best, most),
                wishes=int(-value[SOFT]),
                elapsed=time.monotonic() - self.began,
            )
        )


def target(tally: Tally) -> Floats:
    """Return a value that no seating exceeds, part by part, by counting."""
    problem = tally.problem
    bounds = tier_bounds(problem, counted(tally))
    signs = [-1.0 if _least(tally, tier) else 1.0 for tier in range(tally.tiers)]
    tiers = [sign * bound for sign, bound in zip(signs, bounds, strict=True)]
    return np.array([0.0, -float(wishes_bound(tally)), *tiers])


def gap(value: float, bound: float) -> float | None:
    """Return how far *value* is from *bound* as a share of the larger; ``None`` if that is nothing."""
    if value == bound:
        return 0.0
    larger = max(abs(value), abs(bound))
    return round(abs(bound - value) / larger, 4) if larger else None


def _least(tally: Tally, tier: int) -> bool:
    return getattr(tally.problem.goals[tier], "sense", Sense.MOST) is Sense.LEAST


def _lists(members: Ints) -> list[list[int]]:
    return [sorted(int(one) for one in row if one != NOBODY) for row in members]


def _places(tally: Tally, seating: Seating) -> list[list[int]]:
    """Return the seats of *seating* that can be, by position: nobody twice, or more than may be."""
    place = {one.code: number for number, one in enumerate(tally.problem.candidates)}
    left = tally.load_high.copy()
    places: list[list[int]] = []
    for number, group in enumerate(tally.problem.groups):
        asked = [place[c] for c in dict.fromkeys(seating.members.get(group.id, ())) if c in place]
        seated = [one for one in asked if tally.allowed[one, number] and left[one] > 0]
        places.append(seated[: int(tally.size_high[number])])
        left[places[-1]] -= 1
    return places


def _table(tally: Tally, members: Sequence[Sequence[int]]) -> Ints:
    width = max(int(tally.size_high.max(initial=1)), *map(len, members), 1)
    table = np.full((tally.groups, width), NOBODY, np.int32)
    for group, people in enumerate(members):
        table[group, : len(people)] = people
    return table
