"""Why someone sits where they sit, what would be lost without them, and who could take the seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs
import numpy as np

from lerendwerk_core.composition.bounds import goals_of
from lerendwerk_core.composition.search.seats import NOBODY, Moves, Seats
from lerendwerk_core.composition.tally import HARD, SOFT, TIERS, Flags, Floats, Ints, Tally
from lerendwerk_core.model.composition import (
    DISCIPLINE,
    ORGANISATION,
    STEP,
    Candidate,
    GroupSpec,
    Sense,
    spoken,
)
from lerendwerk_core.model.contracts import Requirement
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

SUBSTITUTES = 3
MOST_WEIGHED = 3_000_000
"""How many exchanges are weighed for substitutes; in larger problems seats go without."""


@attrs.frozen(kw_only=True)
class Substitute(Wired):
    """
    Someone who could take a seat without breaking a hard requirement.

    ``difference`` says what every goal would gain or lose; ``unmet`` what the soft requirements
    would cost more (never more than 0); ``exchange`` names the group that they would leave for it,
    to which the other goes in return.
    """

    code: str
    difference: Table[str, float]
    unmet: int
    exchange: str = ""


@attrs.frozen(kw_only=True)
class Seat(Wired):
    """
    A seat: who, what only they bring, what every goal would lose if they left, the best substitutes.
    """

    group: str
    code: str
    discipline: str
    organisation: str
    steps: tuple[str, ...]
    only_steps: tuple[str, ...]
    only_handovers: tuple[str, ...]
    only_disciplines: tuple[str, ...]
    only_organisations: tuple[str, ...]
    loss: Table[str, float]
    because: tuple[Text, ...]
    substitutes: tuple[Substitute, ...]


def seats_of(tally: Tally, members: Mapping[str, tuple[str, ...]]) -> Iterator[Seat]:
    """Yield every seat of *members* with its reasons, group by group."""
    people = {one.code: one for one in tally.problem.candidates}
    weigher = _Weigher.of(tally.by_goal, members)
    for number, group in enumerate(tally.problem.groups):
        seated = [people[code] for code in members[group.id]]
        brought = _Brought.of(group, seated)
        for member in seated:
            yield _seat(seated, member, brought, weigher, number)


def _seat(
    seated: Sequence[Candidate],
    member: Candidate,
    brought: _Brought,
    weigher: _Weigher,
    number: int,
) -> Seat:
    group = brought.group
    steps, handovers = brought.only_steps(member), brought.only_handovers(member)
    kinds = {d: brought.only(member, d) for d in (ORGANISATION, DISCIPLINE)}
    return Seat(
        group=group.id,
        code=member.code,
        discipline=next(iter(member.tags.get(DISCIPLINE, ())), ""),
        organisation=next(iter(member.tags.get(ORGANISATION, ())), ""),
        steps=tuple(step for step in group.steps if member.has(STEP, step)),
        only_steps=steps,
        only_handovers=handovers,
        only_disciplines=kinds[DISCIPLINE],
        only_organisations=kinds[ORGANISATION],
        loss=weigher.loss(number, member),
        because=tuple(
            _because(group, member, steps, kinds, weigher.met_by(number, seated, member))
        ),
        substitutes=tuple(weigher.substitutes(number, member)),
    )


@attrs.frozen(eq=False)
class _Brought:
    """How many members bring each value, and which handovers the group covers."""

    group: GroupSpec
    counts: Counter[tuple[str, str]]

    @classmethod
    def of(cls, group: GroupSpec, seated: Sequence[Candidate]) -> _Brought:
        return cls(
            group,
            Counter(
                (dimension, value)
                for one in seated
                for dimension, values in one.tags.items()
                for value in set(values)
            ),
        )

    def only(self, member: Candidate, dimension: str) -> tuple[str, ...]:
        """Return the values of *dimension* that *member* alone brings."""
        values = sorted(set(member.tags.get(dimension, ())))
        return tuple(value for value in values if self.counts[dimension, value] == 1)

    def only_steps(self, member: Candidate) -> tuple[str, ...]:
        alone = set(self.only(member, STEP))
        return tuple(step for step in self.group.steps if step in alone)

    def only_handovers(self, member: Candidate) -> tuple[str, ...]:
        alone = set(self.only_steps(member))
        covered = {step for step in self.group.steps if self.counts[STEP, step]}
        return tuple(
            f"{giver} > {receiver}"
            for giver, receiver in dict.fromkeys(self.group.handovers)
            if {giver, receiver} <= covered and not alone.isdisjoint((giver, receiver))
        )


def _because(
    group: GroupSpec,
    member: Candidate,
    only: tuple[str, ...],
    kinds: Mapping[str, tuple[str, ...]],
    met: Sequence[Requirement],
) -> Iterator[Text]:
    if only:
        yield reason("seat-only-steps", steps=only)
    for dimension, values in kinds.items():
        for value in values:
            yield reason(f"seat-only-{dimension}", value=spoken(dimension, value))
    for one in met:
        yield reason("seat-demand", demand=one.because)
    if not only and not met and not any(kinds.values()):
        steps = [step for step in group.steps if step in member.tags.get(STEP, ())]
        yield reason("seat-second", steps=steps) if steps else reason("seat-spare")


# -- what else could be ------------------------------------------------------------------------------


@attrs.define(eq=False)
class _Weigher:
    """Weighs leaving and exchanging against the seating as it is, every goal apart."""

    tally: Tally
    seats: Seats
    keys: tuple[str, ...]
    signs: Floats
    place: dict[str, int]
    order: Ints
    losses: dict[tuple[int, int], Floats]
    concerns: dict[int, Flags] = attrs.field(factory=dict)
    """Per profile and requirement whom it looks at."""

    @classmethod
    def of(cls, tally: Tally, members: Mapping[str, tuple[str, ...]]) -> _Weigher:
        problem = tally.problem
        goals = [goal for _, goal, _ in goals_of(problem)]
        place = {one.code: number for number, one in enumerate(problem.candidates)}
        width = max(int(tally.size_high.max(initial=1)), 1)
        table = np.full((tally.groups, width), NOBODY, np.int32)
        for number, group in enumerate(problem.groups):
            seated = [place[code] for code in members[group.id]]
            table[number, : len(seated)] = seated
        seats = Seats.of(tally, table)
        weigher = cls(
            tally=tally,
            seats=seats,
            keys=tuple(goal.key for goal in goals),
            signs=np.array([-1.0 if goal.sense is Sense.LEAST else 1.0 for goal in goals]),
            place=place,
            order=np.argsort(np.argsort([one.code for one in problem.candidates])),
            losses={},
        )
        weigher._lose()
        return weigher

    def _lose(self) -> None:
        """Weigh the leaving of every member, all at once."""
        groups, slots = np.nonzero(self.seats.members >= 0)
        out = self.seats.members[groups, slots]
        count, people = len(out), self.tally.people
        moves = Moves(
            group=groups.astype(np.int32),
            slot=slots.astype(np.int32),
            out=out,
            into=np.full(count, people, np.int32),
            other=np.full(count, -1, np.int32),
            other_slot=np.zeros(count, np.int32),
            swap=np.zeros(count, np.bool_),
        )
        gain = self.seats.gain_of(moves)[:, TIERS:]
        for row in range(count):
            self.losses[int(groups[row]), int(out[row])] = gain[row]

    def _table(self, gain: Floats) -> Table[str, float]:
        parts = zip(self.keys, self.signs * gain, strict=True)
        return Table((key, _plain(value)) for key, value in parts)

    def loss(self, group: int, member: Candidate) -> Table[str, float]:
        """Return what every goal gains or loses when *member* leaves *group*."""
        return self._table(self.losses[group, self.place[member.code]])

    def met_by(
        self, group: int, seated: Sequence[Candidate], member: Candidate
    ) -> list[Requirement]:
        """Return the requirements of *group* that would fall short without *member*."""
        others = [one for one in seated if one is not member]
        number = int(self.tally.profile_of[group])
        asked = self.tally.profiles[number].requirements
        looked_at = np.flatnonzero(self._concerns(number)[:, self.place[member.code]])
        concerned = (asked[row] for row in looked_at)
        return [one for one in concerned if one.shortfall(others) > one.shortfall(seated)]

    def _concerns(self, number: int) -> Flags:
        """Return per requirement of a profile whom it looks at."""
        if number not in self.concerns:
            rows = [self._looks_at(one) for one in self.tally.profiles[number].requirements]
            self.concerns[number] = np.array(rows, bool).reshape(len(rows), self.tally.people + 1)
        return self.concerns[number]

    def _looks_at(self, requirement: Requirement) -> Flags:
        looks = self.tally.rules_of(requirement)
        columns = [np.atleast_1d(np.array(column, np.int64)) for _, column in looks]
        looked_at = self.tally.columns[:, np.hstack([np.zeros(0, np.int64), *columns])]
        concerned: Flags = (looked_at != 0).any(axis=1)
        return concerned

    def substitutes(self, group: int, member: Candidate) -> Iterator[Substitute]:
        """Yield those who could best take the seat of *member*."""
        if self.seats.loads[:-1].sum() * self.tally.people > MOST_WEIGHED:
            return
        moves = self._exchanges(group, self.place[member.code])
        if not len(moves):
            return
        # Equal is equal: a distance summed in another order must not decide.
        gain = np.round(self.seats.gain_of(moves), 9)
        fine = np.flatnonzero((gain[:, HARD] >= 0) & (gain[:, SOFT] >= 0))
        keys = [
            self.order[moves.into[fine]],
            *(-gain[fine, part] for part in reversed(range(SOFT, gain.shape[1]))),
        ]
        best = fine[np.lexsort(keys)]
        # Who could leave several groups for it is one substitute, by the best way.
        once = np.sort(np.unique(moves.into[best], return_index=True)[1])
        for row in best[once][:SUBSTITUTES]:
            yield self._substitute(moves, row, gain[row])

    def _substitute(self, moves: Moves, row: int, gain: Floats) -> Substitute:
        problem, other = self.tally.problem, int(moves.other[row])
        return Substitute(
            code=problem.candidates[moves.into[row]].code,
            difference=self._table(gain[TIERS:]),
            unmet=int(-gain[SOFT]),
            exchange=problem.groups[other].id if other >= 0 else "",
        )

    def _exchanges(self, group: int, out: int) -> Moves:
        """Return all ways to give the seat of *out* to another, free ones or from another group."""
        seats, tally = self.seats, self.tally
        can = np.flatnonzero(tally.allowed[:, group] & ~seats.present[:, group])
        is_free = tally.load_high[can] > seats.loads[can]
        taken, free = can[~is_free], can[is_free]
        open_to_out = tally.allowed[out] & ~seats.present[out]
        rows, homes = np.nonzero(seats.present[taken] & open_to_out)
        into = np.concatenate([free, taken[rows]]).astype(np.int32)
        other = np.concatenate([np.full(len(free), -1), homes]).astype(np.int32)
        count = len(into)
        here = int(np.flatnonzero(seats.members[group] == out)[0])
        return Moves(
            group=np.full(count, group, np.int32),
            slot=np.full(count, here, np.int32),
            out=np.full(count, out, np.int32),
            into=into,
            other=other,
            other_slot=(seats.members[other] == into[:, None]).argmax(axis=1).astype(np.int32),
            swap=other >= 0,
        )


def _plain(value: float) -> float:
    """Return *value* as a whole number where it is one, and never as a negative zero."""
    return round(value) if abs(value - round(value)) < 1e-9 else float(value)  # noqa: PLR2004
