"""
What somebody would pick instead of our composer, on the municipal family, as strong as it gets.

HiGHS and CP-SAT solve one model in counts, a greedy fills seat by seat. Nothing here comes from
``lerendwerk_core.composition``, and what is found is counted anew from its members.

The model has, per group, an integer for every profile (people whom neither goals nor requirements
tell apart) and, between 0 and 1, every step, handover and kind that is there; these are whole
wherever the integers are. The totals over all groups are columns of their own: at most as many
groups cover a step as somebody performs it, and a solver that starts there has the bound of the
whole relaxation before it has solved it.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lerendwerk_core.model.composition import (
    STEP,
    Apart,
    AtMostShare,
    Candidate,
    CompositionProblem,
    Distinct,
    HandoverCover,
    StepCover,
    Weighted,
)

if TYPE_CHECKING:
    from highspy import Highs
    from ortools.sat.python.cp_model import CpModel

Members = Mapping[str, Sequence[str]]
Flags = NDArray[np.bool_]
Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

SHARE_PRECISION = 1000
WORKERS = 2
LEAST_SECONDS = 1.0
NEARLY = 1e-6  # solvers report 803.9999999 where they mean 804
REPEATED = 0.01  # less than any gain: it only decides between equals
A_ROUND = 1e6  # more than any gain: no group gets a second seat before all have their first
WHOLE_GAP = 0.999  # where only whole numbers can be reached, nothing is left in between
MANY_COLUMNS = 200_000  # with so many, presolve and the search for symmetry take all the time
HIGHS_OPTIONS: dict[str, bool | float | str] = {
    "output_flag": False,
    "threads": 1,  # another number in the same process is an error
    "mip_rel_gap": 0.0,
    "mip_lp_solver": "ipm",  # simplex crawls: the relaxation is nothing but ties
}


@dataclass(frozen=True)
class Outcome:
    """
    What a peer found and proved, and how long that took with the building of its model.

    ``objective`` is counted from ``members``, and ``None`` where they are not feasible.
    """

    objective: float | None
    bound: float | None
    seconds: float
    members: dict[str, tuple[str, ...]]


def highs(problem: CompositionProblem, seconds: float, *, warm: bool = True) -> Outcome:
    """
    Return what HiGHS finds and proves on one thread, in *seconds* with the building.

    *warm*: from the greedy solution, which stands where HiGHS finds none better.
    """
    from highspy import SolutionStatus  # noqa: PLC0415 - who does not call this needs no highspy

    begun = time.perf_counter()
    staff = _staff(problem)
    start = _greedy(staff) if warm else None
    solver = _highs_with(_model(staff), staff, start)  # it sees by itself that groups are alike
    solver.setOptionValue("time_limit", _remaining(begun, seconds))
    _agreed(solver.run())
    info = solver.getInfo()
    found = info.primal_solution_status == SolutionStatus.kSolutionStatusFeasible
    seats = _seats(staff, solver.getSolution().col_value) if found else None
    return _outcome(problem, staff, (seats, start), info.mip_dual_bound, begun)


def cpsat(problem: CompositionProblem, seconds: float, *, warm: bool = True) -> Outcome:
    """
    Return what CP-SAT finds and proves with two workers, in *seconds* with the building.

    *warm*: with the greedy solution as a hint; it stands where CP-SAT finds none better.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415 - who does not call this needs no ortools

    begun = time.perf_counter()
    staff = _staff(problem)
    start = _in_order(staff, _greedy(staff)) if warm else None
    model = _model(staff)
    _add_order(model, staff)
    written = _cpsat_with(model, staff, start)
    solver = cp_model.CpSolver()
    solver.parameters.linearization_level = 2  # less, and covers have no bound
    solver.parameters.num_workers = WORKERS
    if len(model.upper) > MANY_COLUMNS:
        solver.parameters.symmetry_level = 0
    solver.parameters.max_time_in_seconds = _remaining(begun, seconds)
    found = solver.solve(written) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    seats = _seats(staff, solver.response_proto.solution) if found else None
    bound = solver.best_objective_bound if found else None  # unless it searched, it says 0
    return _outcome(problem, staff, (seats, start), bound, begun)


def greedy(problem: CompositionProblem) -> Outcome:
    """Return what comes of giving each next seat to whoever adds most to the group."""
    begun = time.perf_counter()
    staff = _staff(problem)
    return _outcome(problem, staff, (_greedy(staff),), None, begun)


def value(problem: CompositionProblem, members: Members) -> float:
    """Return what *members* cover, by plain counting."""
    performs = {one.code: set(one.tags.get(STEP, ())) for one in problem.candidates}
    per_step, per_weight = _worths(problem)
    total = 0.0
    for group in problem.groups:
        there = set().union(*(performs[code] for code in members.get(group.id, ())))
        covered = there & set(group.steps)
        both = sum(weight for ends, weight in group.weighed if set(ends) <= covered)
        total += per_step * len(covered) + per_weight * both
    return total


def feasible(problem: CompositionProblem, members: Members) -> bool:
    """Whether *members* keep to sizes, load and requirements, by plain counting."""
    people = {one.code: one for one in problem.candidates}
    seated = Counter(code for group in problem.groups for code in members.get(group.id, ()))
    if seated != Counter(list(people)):
        return False
    for group in problem.groups:
        there = [people[code] for code in members.get(group.id, ())]
        if not group.size[0] <= len(there) <= group.size[1]:
            return False
        if not all(_met(asked, there) for asked in problem.requirements):
            return False
    return True


def _met(asked: object, there: Sequence[Candidate]) -> bool:
    match asked:
        case AtMostShare():
            counts = Counter(v for one in there for v in set(one.tags.get(asked.dimension, ())))
            watched = [asked.value] if asked.value else list(counts)
            return all(counts[v] <= _share(asked) * len(there) for v in watched)
        case Distinct():
            kinds = {v for one in there for v in one.tags.get(asked.dimension, ())}
            return len(kinds) >= asked.minimum
        case Apart():
            return sum(one.code in asked.codes for one in there) <= 1
    raise ValueError(f"not of the municipal family: {asked}")


def _share(asked: AtMostShare) -> Fraction:
    """Return the share as it is meant: 0.4 is two fifths, not its binary neighbour."""
    return Fraction(asked.share).limit_denominator(SHARE_PRECISION)


def _worths(problem: CompositionProblem) -> tuple[float, float]:
    """Return what a covered step is worth, and what a handover is per unit of its weight."""
    match problem.goals:
        case (Weighted(parts=((StepCover(at_least=1, share=False), a), (HandoverCover(), b))),):
            return a, b
    raise ValueError(f"not of the municipal family: {problem.goals}")


def _refuse_strangers(problem: CompositionProblem) -> None:
    """Refuse a problem outside the family: what the model does not know, it would leave out."""
    shapes = {(g.size, g.steps, g.handovers, g.weights, g.performers_only) for g in problem.groups}
    alike = len(shapes) == 1 and not problem.groups[0].performers_only
    each, over = divmod(len(problem.candidates), len(problem.groups))
    even = problem.groups[0].size == (each, each + bool(over))
    once = problem.load == (1, 1) and all(one.load is None for one in problem.candidates)
    free = not any(one.area or one.moments for one in problem.candidates)
    hard = all(
        isinstance(one, AtMostShare | Distinct | Apart) and one.hard and not one.groups
        for one in problem.requirements
    )
    if not (alike and even and once and free and hard):
        raise ValueError("not of the municipal family")


# The problem in counts


@dataclass(frozen=True, eq=False)
class _Staff:
    """
    The problem in counts, one column per profile.

    ``capped`` holds a row for all of whom a group takes at most ``most``: the people of one
    organisation, or those who stay apart. ``kinds`` says which profiles are of which kind, and how
    many kinds a group needs. ``worths`` are of the steps, then of the handovers.
    """

    codes: tuple[tuple[str, ...], ...]
    number: Ints
    sizes: Ints
    steps: Flags
    ends: Ints
    worths: Floats
    capped: Flags
    most: Ints
    kinds: tuple[tuple[Flags, int], ...]

    @property
    def shape(self) -> tuple[int, int]:
        """How many profiles and how many groups there are."""
        return len(self.number), len(self.sizes)


def _staff(problem: CompositionProblem) -> _Staff:
    _refuse_strangers(problem)
    profiles = _profiles(problem)
    first = [people[0] for people in profiles]
    group, sizes = problem.groups[0], _sizes(problem)
    place = {step: number for number, step in enumerate(group.steps)}
    per_step, per_weight = _worths(problem)
    handovers = [per_weight * weight for _, weight in group.weighed]
    capped, most = _caps(problem, profiles, sizes)
    return _Staff(
        codes=tuple(tuple(one.code for one in people) for people in profiles),
        number=np.array([len(people) for people in profiles]),
        sizes=sizes,
        steps=np.array([_carry(first, STEP, step) for step in group.steps]),
        ends=np.array([[place[a], place[b]] for a, b in group.handovers]),
        worths=np.array([per_step] * len(place) + handovers),
        capped=capped,
        most=most,
        kinds=tuple(_kinds(problem, first)),
    )


def _profiles(problem: CompositionProblem) -> list[list[Candidate]]:
    """Return the people, those together whom neither goals nor requirements tell apart."""
    asked = problem.requirements
    tags = dict.fromkeys(
        (STEP, *(a.dimension for a in asked if isinstance(a, AtMostShare | Distinct)))
    )
    named = {code for a in asked if isinstance(a, Apart) for code in a.codes}
    profiles: defaultdict[Hashable, list[Candidate]] = defaultdict(list)
    for one in problem.candidates:
        own = one.code if one.code in named else ""
        profiles[(own, *(frozenset(one.tags.get(tag, ())) for tag in tags))].append(one)
    return list(profiles.values())


def _sizes(problem: CompositionProblem) -> Ints:
    """Return the size of each group: all alike, so which ones take one more decides nothing."""
    each, over = divmod(len(problem.candidates), len(problem.groups))
    return each + (np.arange(len(problem.groups)) < over)


def _carry(people: Sequence[Candidate], dimension: str, carried: str) -> list[bool]:
    return [one.has(dimension, carried) for one in people]


def _values(people: Sequence[Candidate], dimension: str) -> list[str]:
    return list(dict.fromkeys(v for one in people for v in one.tags.get(dimension, ())))


def _caps(
    problem: CompositionProblem, profiles: Sequence[Sequence[Candidate]], sizes: Ints
) -> tuple[Flags, Ints]:
    """Return who are capped together, a row each, and at how many in each group."""
    first, rows, most = [people[0] for people in profiles], [], []
    for asked in problem.requirements:
        if isinstance(asked, AtMostShare):
            values = [asked.value] if asked.value else _values(first, asked.dimension)
            rows += [_carry(first, asked.dimension, one) for one in values]
            share = _share(asked)
            most += [sizes * share.numerator // share.denominator] * len(values)
        elif isinstance(asked, Apart):
            rows.append([one.code in asked.codes for one in first])
            most.append(np.ones_like(sizes))
    capped = np.array(rows, bool).reshape(len(rows), len(first))
    return capped, np.array(most, np.int64).reshape(len(rows), len(sizes))


def _kinds(problem: CompositionProblem, first: Sequence[Candidate]) -> Iterator[tuple[Flags, int]]:
    for asked in problem.requirements:
        if isinstance(asked, Distinct):
            values = _values(first, asked.dimension)
            yield np.array([_carry(first, asked.dimension, v) for v in values]), asked.minimum


def _members(problem: CompositionProblem, staff: _Staff, seats: Ints) -> dict[str, tuple[str, ...]]:
    """Return *seats* (profiles by groups) in people: who is first in a profile sits first."""
    members: dict[str, list[str]] = {group.id: [] for group in problem.groups}
    for codes, counts in zip(staff.codes, seats, strict=True):
        waiting = iter(codes)
        for group in np.flatnonzero(counts):
            there = members[problem.groups[group].id]
            there += [code for _, code in zip(range(counts[group]), waiting, strict=False)]
    return {group: tuple(codes) for group, codes in members.items()}


def _outcome(
    problem: CompositionProblem,
    staff: _Staff,
    found: Sequence[Ints | None],
    bound: float | None,
    begun: float,
) -> Outcome:
    """Return the best of what was *found*, counted anew."""
    all_of_them = [_members(problem, staff, seats) for seats in found if seats is not None]
    good = [one for one in all_of_them if feasible(problem, one)]
    members = max(good, key=lambda one: value(problem, one), default={})
    return Outcome(
        objective=value(problem, members) if members else None,
        bound=_rounded(staff, bound),
        seconds=time.perf_counter() - begun,
        members=members,
    )


def _rounded(staff: _Staff, bound: float | None) -> float | None:
    """Return *bound*, down to a whole number where the objective is one."""
    if bound is None or not np.isfinite(bound):
        return None
    return float(np.floor(bound + NEARLY)) if _whole(staff.worths) else bound


def _whole(numbers: Floats) -> bool:
    return bool(np.all(numbers == np.round(numbers)))


def _remaining(begun: float, seconds: float) -> float:
    return max(LEAST_SECONDS, seconds - (time.perf_counter() - begun))


# The model that HiGHS and CP-SAT share


class _Model:
    """
    Columns and rows, as flat arrays: of each thing first all groups, then the next thing.

    The things are profiles, steps, handovers, kinds; the totals of steps and handovers end it.
    """

    def __init__(self, groups: int) -> None:
        self.groups = groups
        self.worth: Floats = np.empty(0)
        self.upper: Floats = np.empty(0)
        self.width: list[Ints] = []
        self.column: list[Ints] = []
        self.factor: list[Floats] = []
        self.low: list[Floats] = []
        self.high: list[Floats] = []

    def add(self, columns: Ints, factors: ArrayLike, low: ArrayLike, high: ArrayLike) -> None:
        """Add a row for each row of *columns*, all with the same *factors*."""
        rows, width = columns.shape
        self.width.append(np.full(rows, width))
        self.column.append(columns.ravel())
        self.factor.append(np.tile(np.asarray(factors, float), rows))
        self.low.append(np.broadcast_to(np.asarray(low, float), rows))
        self.high.append(np.broadcast_to(np.asarray(high, float), rows))

    def add_everywhere(
        self, things: ArrayLike, factors: ArrayLike, low: ArrayLike, high: ArrayLike
    ) -> None:
        """Add the same row over *things* in every group."""
        self.add(self.across(things).T, factors, low, high)

    def across(self, things: ArrayLike) -> Ints:
        """Return the columns of *things*, a row each, over all groups."""
        return np.asarray(things)[:, None] * self.groups + np.arange(self.groups)

    def rows(self) -> tuple[Ints, Ints, Floats, Floats, Floats]:
        """Return all rows: where each starts, its columns and factors, and its bounds."""
        start = np.concatenate([[0], np.cumsum(np.concatenate(self.width))])
        factor, low, high = map(np.concatenate, (self.factor, self.low, self.high))
        return start, np.concatenate(self.column), factor, low, high


def _model(staff: _Staff) -> _Model:
    profiles, groups = staff.shape
    model = _Model(groups)
    kinds = sum(len(flags) for flags, _ in staff.kinds)
    totals = _attainable(staff)
    seats = np.minimum(staff.number, staff.sizes.max())
    things = np.concatenate([seats, np.ones(len(staff.worths) + kinds)])
    model.upper = np.concatenate([np.repeat(things, groups), totals])
    model.worth = np.concatenate([np.zeros(len(things) * groups), staff.worths])
    model.add(model.across(range(profiles)), np.ones(groups), staff.number, staff.number)
    model.add_everywhere(range(profiles), np.ones(profiles), staff.sizes, staff.sizes)
    _add_cover(model, staff)
    _add_requirements(model, staff)
    _add_totals(model, staff, len(things))
    return model


def _add_cover(model: _Model, staff: _Staff) -> None:
    """Add that a covered step has a performer there, and a covered handover both its ends."""
    profiles = len(staff.number)
    for step, performs in enumerate(staff.steps):
        _add_presence(model, profiles + step, performs)
    for handover, ends in enumerate(profiles + staff.ends, start=profiles + len(staff.steps)):
        for end in ends:
            model.add_everywhere([handover, end], [1, -1], -np.inf, 0)


def _add_presence(model: _Model, thing: int, carriers: Flags) -> None:
    profiles = np.flatnonzero(carriers)
    factors = np.concatenate([[1], -np.ones(len(profiles))])
    model.add_everywhere(np.concatenate([[thing], profiles]), factors, -np.inf, 0)


def _add_requirements(model: _Model, staff: _Staff) -> None:
    for capped, most in zip(staff.capped, staff.most, strict=True):
        people = np.flatnonzero(capped)
        model.add_everywhere(people, np.ones(len(people)), -np.inf, most)
    thing = len(staff.number) + len(staff.worths)
    for flags, minimum in staff.kinds:
        for place, carriers in enumerate(flags, start=thing):
            _add_presence(model, place, carriers)
        model.add_everywhere(thing + np.arange(len(flags)), np.ones(len(flags)), minimum, np.inf)
        thing += len(flags)


def _add_order(model: _Model, staff: _Staff) -> None:
    """Add that of two groups alike the earlier has no fewer performers of the rarest step."""
    before = np.flatnonzero(staff.sizes[:-1] == staff.sizes[1:])
    columns = model.across(np.flatnonzero(_rarest(staff)))
    pairs = np.concatenate([columns[:, before], columns[:, before + 1]]).T
    model.add(pairs, np.repeat([1, -1], len(columns)), 0, np.inf)


def _add_totals(model: _Model, staff: _Staff, things: int) -> None:
    """Add for each step and handover the number of groups that cover it, worth what it is."""
    first = len(staff.number)
    columns = model.across(range(first, first + len(staff.worths)))
    totals = things * model.groups + np.arange(len(columns))
    factors = np.concatenate([np.ones(model.groups), [-1]])
    model.add(np.concatenate([columns, totals[:, None]], axis=1), factors, 0, 0)


def _attainable(staff: _Staff) -> Ints:
    """Return in how many groups each step and handover can be covered at most."""
    steps = np.minimum(staff.steps @ staff.number, len(staff.sizes))
    return np.concatenate([steps, steps[staff.ends].min(axis=1)])


def _rarest(staff: _Staff) -> Flags:
    """Return who performs the step that the fewest perform, of those that somebody does."""
    performers = staff.steps @ staff.number
    performs: Flags = staff.steps[np.argmin(np.where(performers, performers, np.inf))]
    return performs


def _in_order(staff: _Staff, seats: Ints | None) -> Ints | None:
    """Return *seats* with groups alike exchanged as the model orders them."""
    if seats is None:
        return None
    order = np.lexsort((-(_rarest(staff) @ seats), -staff.sizes))
    return seats[:, order]


def _completed(staff: _Staff, seats: Ints) -> Floats:
    """Return all columns of the model as *seats* has them."""
    covered = staff.steps @ seats > 0
    cover = np.concatenate([covered, covered[staff.ends].all(axis=1)])
    kinds = [flags @ seats > 0 for flags, _ in staff.kinds]
    within = np.concatenate([seats, cover, *kinds]).ravel()
    return np.concatenate([within, cover.sum(axis=1)]).astype(float)


def _seats(staff: _Staff, columns: ArrayLike) -> Ints:
    profiles, groups = staff.shape
    whole = np.rint(np.asarray(columns)[: profiles * groups]).astype(np.int64)
    return whole.reshape(profiles, groups)


# HiGHS


def _highs_with(model: _Model, staff: _Staff, start: Ints | None) -> Highs:
    """Return HiGHS with *model* and, if there is one, the *start* to improve on."""
    from highspy import Highs, HighsVarType  # noqa: PLC0415 - who does not call this needs no highspy

    solver = Highs()
    for option, chosen in HIGHS_OPTIONS.items():
        _agreed(solver.setOptionValue(option, chosen))
    _agreed(solver.setOptionValue("mip_abs_gap", WHOLE_GAP if _whole(staff.worths) else NEARLY))
    if len(model.upper) > MANY_COLUMNS:
        _agreed(solver.setOptionValue("presolve", "off"))
    kind = np.zeros(len(model.upper), np.int32)
    kind[: np.prod(staff.shape)] = int(HighsVarType.kInteger)
    _pass(solver, model, kind)
    if start is not None:
        known = _completed(staff, start)
        _agreed(solver.setSolution(len(known), np.arange(len(known), dtype=np.int32), known))
    return solver


def _pass(solver: Highs, model: _Model, kind: NDArray[np.int32]) -> None:
    from highspy import MatrixFormat, ObjSense  # noqa: PLC0415 - as above

    start, column, factor, low, high = model.rows()
    size = (len(model.upper), len(low), len(column))
    sense = (int(MatrixFormat.kRowwise), int(ObjSense.kMaximize), 0.0)
    columns = (model.worth, np.zeros(len(model.upper)), model.upper)
    places = (start[:-1].astype(np.int32), column.astype(np.int32))
    _agreed(solver.passModel(*size, *sense, *columns, low, high, *places, factor, kind))


def _agreed(status: object) -> None:
    """Refuse an error of HiGHS, which says nothing of itself; a limit reached is a warning."""
    from highspy import HighsStatus  # noqa: PLC0415 - as above

    if status == HighsStatus.kError:
        raise RuntimeError("HiGHS gave up")


# CP-SAT


def _cpsat_with(model: _Model, staff: _Staff, start: Ints | None) -> CpModel:
    """Return *model* for CP-SAT and, if there is one, the *start* as a hint."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - as above

    written = cp_model.CpModel()
    columns = [written.new_int_var(0, int(most), "") for most in model.upper]
    _write_rows(written, model)
    worth = [int(one) if one.is_integer() else one for one in staff.worths]
    totals = columns[-len(worth) :]
    written.maximize(cp_model.LinearExpr.weighted_sum(totals, worth))
    if start is not None:
        written.proto.solution_hint.vars.extend(range(len(columns)))
        written.proto.solution_hint.values.extend(_completed(staff, start).astype(int).tolist())
    return written


def _write_rows(written: CpModel, model: _Model) -> None:
    """Write the rows as they are stored: by way of expressions it takes twenty times as long."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - as above

    start, column, factor, low, high = model.rows()
    lows = [int(one) if np.isfinite(one) else cp_model.INT_MIN for one in low]
    highs = [int(one) if np.isfinite(one) else cp_model.INT_MAX for one in high]
    for row, (begin, end) in enumerate(itertools.pairwise(start)):
        linear = written.proto.constraints.add().linear
        linear.vars.extend(column[begin:end].tolist())
        linear.coeffs.extend(factor[begin:end].astype(int).tolist())
        linear.domain.extend([lows[row], highs[row]])


# The greedy


class _Seating:
    """The seats being given out: who has none yet, and what each group can take and gain."""

    def __init__(self, staff: _Staff) -> None:
        self.staff = staff
        self.seats: Ints = np.zeros(staff.shape, np.int64)
        self.left = staff.number.copy()
        self.free = staff.sizes.copy()
        self.covered: Flags = np.zeros((len(staff.steps), len(staff.sizes)), bool)
        self.room = staff.most.copy()
        self.slack = np.minimum(self.room, self.free).sum(axis=1) - staff.capped @ self.left
        both = staff.steps[staff.ends].all(axis=1)
        self.brings = np.concatenate([staff.steps, both]).T.astype(np.float32, order="C")
        self.gain: Floats = np.full(len(staff.sizes), -np.inf)
        self.choice: Ints = np.zeros(len(staff.sizes), np.int64)

    def fill(self) -> None:
        """Give a seat in every group before the next in any, first where it adds most."""
        for group in range(len(self.free)):
            self.look(group)
        while True:
            group = int(np.argmax(self.gain + A_ROUND * self.free))
            foreseen = self.gain[group]
            if foreseen == -np.inf:
                return
            self.look(group)  # whom it foresaw may have got a seat elsewhere since
            if self.gain[group] >= foreseen:
                self.seat(int(self.choice[group]), group)
                self.look(group)

    def look(self, group: int) -> None:
        """Find who adds most to *group*, of those it may take."""
        added = np.einsum("ij,j->i", self.brings, self.wants(group))  # @ starts threads, and waits
        gains = np.where(self.allowed(group), added, -np.inf)
        self.choice[group] = np.argmax(gains)
        self.gain[group] = gains[self.choice[group]]

    def wants(self, group: int) -> NDArray[np.float32]:
        """Return what *group* gains by each step, and by both ends of each handover at once."""
        here, (one, other) = self.covered[:, group], self.staff.ends.T
        steps, handovers = np.split(self.staff.worths.copy(), [len(here)])
        np.add.at(steps, one, handovers * here[other])
        np.add.at(steps, other, handovers * here[one])
        steps = np.where(here, -REPEATED, steps)
        pairs = handovers * ~(here[one] | here[other])
        return np.concatenate([steps, pairs]).astype(np.float32)

    def allowed(self, group: int) -> Flags:
        """Return whom *group* may take so that everybody can still get a seat."""
        capped, room, free = self.staff.capped, self.room[:, group], self.free[group]
        if free == 0:
            return np.zeros_like(self.left, bool)
        full = capped[room <= 0].any(axis=0)
        last_resort = capped[(self.slack <= 0) & (room >= free)].all(axis=0)
        allowed = (self.left > 0) & ~full & last_resort
        for flags, minimum in self.staff.kinds:
            there = _there(flags, self.seats[:, group])
            if minimum - there.sum() >= free:
                allowed &= flags[~there].any(axis=0)
        return allowed

    def seat(self, profile: int, group: int) -> None:
        """Give one of *profile* a seat in *group*."""
        capped = self.staff.capped[:, profile]
        self.slack -= ~capped & (self.room[:, group] >= self.free[group])
        self.room[:, group] -= capped
        self.seats[profile, group] += 1
        self.left[profile] -= 1
        self.free[group] -= 1
        self.covered[:, group] |= self.staff.steps[:, profile]

    def exchange(self) -> bool:
        """Seat one who is left by moving at most one other; whether that could be done."""
        for profile in np.flatnonzero(self.left).tolist():
            for group in np.flatnonzero(self.free).tolist():
                for mover, home in self.movers(group):
                    if self.fits(profile, home, instead=mover):
                        self.seats[mover, home] -= 1
                        self.seats[mover, group] += 1
                        self.seats[profile, home] += 1
                        self.left[profile] -= 1
                        self.free[group] -= 1
                        return True
        return False

    def movers(self, group: int) -> Iterator[tuple[int, int]]:
        """Yield who could move to *group* from elsewhere, and from which group."""
        for mover in range(len(self.left)):
            if self.seats[mover].any() and self.fits(mover, group):
                for home in np.flatnonzero(self.seats[mover]):
                    if home != group:
                        yield mover, int(home)

    def fits(self, profile: int, group: int, instead: int | None = None) -> bool:
        """Whether *group* may have one of *profile*, *instead* of one of another."""
        there = self.seats[:, group].copy()
        there[profile] += 1
        if instead is not None:
            there[instead] -= 1
        own = np.flatnonzero(there)
        free = self.staff.sizes[group] - there.sum()
        within = self.staff.capped[:, own] @ there[own] <= self.staff.most[:, group]
        short = [minimum - _there(f, there).sum() for f, minimum in self.staff.kinds]
        return bool(within.all()) and all(one <= free for one in short)


def _there(flags: Flags, counts: Ints) -> Flags:
    """Return which of the kinds in *flags* has somebody among *counts*."""
    there: Flags = flags[:, counts > 0].any(axis=1)
    return there


def _greedy(staff: _Staff) -> Ints | None:
    """Return seats for everybody, or ``None`` where somebody remains without."""
    seating = _Seating(staff)
    seating.fill()
    while seating.left.any():
        if not seating.exchange():
            return None
    return seating.seats
