"""
Ours beside HiGHS, CP-SAT and a greedy, on the same invented municipalities and in one run.

::

    python benchmarks/composition.py
    python benchmarks/composition.py --people 48 120 --steps 20 --peer-most 10 --csv found.csv
    python benchmarks/composition.py --people 600 --noise 5
    python benchmarks/composition.py --families FOLDER --like 'scp4*'

Every line of the table is one contender on one problem, in a process of its own, one after another.
``objective`` is counted anew from the members, ``bound`` is the contender's own. ``gap`` is the true
one: how far the objective is from the best bound that anybody found in this run, as a share of that
bound. ``status`` is *proven* where objective and own bound meet. ``seconds`` hold the building of the
model and the solving, no import; ``/ ours`` divides them by ours. HiGHS and CP-SAT begin from the
greedy solution and have ten times as long as ours took, at least one second and at most a minute.

Times are said and not judged: the exit code is 1 only where somebody's answer is not what it says, or
where ours breaks off.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import importlib.util
import json
import math
import multiprocessing
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import partial
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, Protocol, TypeVar

import peers
from municipal import SIZES, STEPS, municipal

from lerendwerk_core.composition import Composition, check, solve, verify
from lerendwerk_core.model.composition import CompositionProblem, Sense

Answer = TypeVar("Answer")

OURS = "ours"
NAMES = {OURS: OURS, "highs": "HiGHS", "cpsat": "CP-SAT", "greedy": "greedy"}
IMPORTS = {
    OURS: ("numpy.random",),
    "highs": ("highspy",),
    "cpsat": ("ortools.sat.python.cp_model",),
    "greedy": (),
}
"""What each contender imports only when it begins; it is there before the clock runs."""

EXACT = "highspy"
PROVEN, FEASIBLE, NOTHING = "proven", "feasible", "nothing"
STATUS = {"optimal": PROVEN, "feasible": FEASIBLE}
LEAST_SECONDS = 1.0
START_UP = 30.0  # to start a process and import, on a slow disk
OVERRUN = 2.0  # who takes so many times what it may is killed
NOTED = 1.2  # who takes so many times what it may is told on
TOLERANCE = 1e-6
ROUNDED = 1e-3  # how the best known values were written down
LEAST_PEOPLE: dict[str, dict[str, bool]] = {
    "P1": {},
    "P2": {"handovers": True},
    "P3": {"handovers": True, "twice": True},
}
"""The known answers on least people, by how their names begin, and what each asks."""

LOADERS = Path(__file__).parent.parent / "tests" / "known_answers"


# The problems


class Instance(Protocol):
    """A problem that can be made anew in another process."""

    @property
    def name(self) -> str:
        """What the problem is called."""

    def problem(self) -> CompositionProblem:
        """Return the problem."""


@dataclass(frozen=True)
class Municipality:
    """One problem of the municipal family."""

    people: int
    steps: int
    hard: bool
    seed: int

    @property
    def name(self) -> str:
        """What the problem is called."""
        hard = ", hard" if self.hard else ""
        return f"{self.people} people, {self.steps} steps{hard}, seed {self.seed}"

    def problem(self) -> CompositionProblem:
        """Return the problem."""
        return municipal(self.people, self.steps, hard=self.hard, seed=self.seed)


@dataclass(frozen=True)
class Published:
    """One problem of others, with the best value that is known of it and whether that is proven."""

    name: str
    best: float
    proven: bool
    load: Callable[[], CompositionProblem]

    def problem(self) -> CompositionProblem:
        """Return the problem."""
        return self.load()


# What a contender finds


@dataclass(frozen=True)
class Task:
    """Who is to solve what; *seconds* are for the peers, *effort* and *seed* for ours."""

    who: str
    instance: Instance
    effort: str = "normal"
    seed: int = 0
    seconds: float = math.inf


@dataclass(frozen=True)
class Found:
    """
    What a contender found and proved; ``wrong`` says what is untrue of it, if anything.

    ``impossible``: it claims that nobody can find anything. ``broke_off``: it ended by an error.
    """

    status: str
    seconds: float
    objective: float | None = None
    bound: float | None = None
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    note: str = ""
    wrong: tuple[str, ...] = ()
    impossible: bool = False
    broke_off: bool = False


def found(task: Task) -> Found:
    """Return what the contender of *task* finds, here and now."""
    for name in IMPORTS[task.who]:
        importlib.import_module(name)
    if task.who == OURS:
        return _ours(task)
    problem = task.instance.problem()
    if task.who == "greedy":
        return _peer(peers.greedy(problem), math.inf)
    return _peer(getattr(peers, task.who)(problem, task.seconds, warm=True), task.seconds)


def _ours(task: Task) -> Found:
    exact = importlib.util.find_spec(EXACT) is not None
    if exact:
        importlib.import_module(EXACT)
    problem = task.instance.problem()
    begun = time.perf_counter()
    composition = solve(problem, seed=task.seed, effort=task.effort)
    return Found(
        status=STATUS.get(composition.status, NOTHING),
        seconds=time.perf_counter() - begun,
        objective=composition.objective,
        bound=composition.bound,
        members=dict(composition.members),
        note=_note(composition) if exact else f"{_note(composition)}, without {EXACT}",
        wrong=verify(problem, composition).broken,
        impossible=composition.status == "infeasible",
    )


def _note(composition: Composition) -> str:
    """Return why ours stopped, and where it has nothing what it says of that."""
    stopped = f"stopped by {composition.stopped_by}"
    return stopped if composition.status in STATUS else f"{composition.status}, {stopped}"


def _peer(outcome: peers.Outcome, limit: float) -> Found:
    return Found(
        status=_status(outcome),
        seconds=outcome.seconds,
        objective=outcome.objective,
        bound=outcome.bound,
        members=outcome.members,
        note=_had(limit, outcome.seconds),
    )


def _status(outcome: peers.Outcome) -> str:
    if outcome.objective is None:
        return NOTHING
    if outcome.bound is None or outcome.objective < outcome.bound - TOLERANCE:
        return FEASIBLE
    return PROVEN


def _had(limit: float, seconds: float) -> str:
    if math.isinf(limit):
        return ""
    return f"had {limit:.1f} s" + (", overran it" if seconds > NOTED * limit else "")


# Each in a process of its own


class LostError(Exception):
    """A process that gave no answer, and how long it was waited for."""

    def __init__(self, why: str, seconds: float, *, killed: bool) -> None:
        super().__init__(why)
        self.seconds = seconds
        self.killed = killed


def apart(work: Callable[[], Answer], most: float) -> Answer:
    """Return what *work* returns in a fresh process, which is killed after *most* seconds."""
    spawn = multiprocessing.get_context("spawn")
    ear, mouth = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_say, args=(work, mouth))
    process.start()
    mouth.close()
    try:
        answer: Answer = _heard(process, ear, most)
    finally:
        process.kill()
        process.join()
    return answer


def _say(work: Callable[[], object], mouth: Connection) -> None:
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # HiGHS greets on its own
    mouth.send(work())


def _heard(process: SpawnProcess, ear: Connection, most: float) -> Any:
    begun = time.perf_counter()
    if not ear.poll(most):
        raise LostError(f"killed after {most:g} s", most, killed=True)
    try:
        return ear.recv()
    except EOFError:
        process.join()
        why = f"broke off, exit code {process.exitcode}"
        raise LostError(why, time.perf_counter() - begun, killed=False) from None


def attempt(task: Task, most: float) -> Found:
    """Return what the contender of *task* finds in a process of its own, in *most* seconds."""
    try:
        return apart(partial(found, task), most)
    except LostError as lost:
        return Found(NOTHING, lost.seconds, note=str(lost), broke_off=not lost.killed)


def installed(asked: Iterable[str]) -> list[str]:
    """Return who of *asked* can be run here; of the others it is said that they are left out."""
    missing = {who: apart(partial(_missing, who), START_UP) for who in NAMES if who in set(asked)}
    for who, why in missing.items():
        if why:
            print(f"{NAMES[who]} is left out: {why}")
    return [who for who, why in missing.items() if not why]


def _missing(who: str) -> str:
    try:
        for name in IMPORTS[who]:
            importlib.import_module(name)
    except ImportError as error:
        return str(error)
    return ""


# Is it true?


class UntrueError(Exception):
    """An answer that is not what it says."""


def refuse_untrue(
    who: str, instance: Instance, problem: CompositionProblem, one: Found, *, recount: bool
) -> None:
    """Refuse *one* where its members are not feasible or not worth what it says."""
    faults = list(one.wrong)
    if one.objective is not None:
        faults += _checked(problem, one) if who == OURS else ()
        faults += _recounted(problem, one) if recount else ()
    if faults:
        raise UntrueError(f"{NAMES[who]} on {instance.name}: {'; '.join(faults)}")


def _checked(problem: CompositionProblem, one: Found) -> Iterator[str]:
    verdict = check(problem, one.members)
    if not verdict.stands:
        yield from verdict.broken
        yield from (f"{short.group} lacks {short.requirement}" for short in verdict.unmet)


def _recounted(problem: CompositionProblem, one: Found) -> Iterator[str]:
    """Yield where counting in the plainest way comes to something else."""
    if not peers.feasible(problem, one.members):
        yield "its members are not feasible"
        return
    worth = peers.value(problem, one.members)
    if one.objective is None or not math.isclose(worth, one.objective, abs_tol=TOLERANCE):
        yield f"its members are worth {figure(worth)} and not {figure(one.objective)}"


# One municipality, all contenders


@dataclass(frozen=True)
class Contest:
    """What everybody found on one municipality."""

    instance: Municipality
    by: Mapping[str, Found]

    @property
    def ours(self) -> Found | None:
        """What ours found, if it took part."""
        return self.by.get(OURS)

    @property
    def bound(self) -> float | None:
        """The best bound that anybody found."""
        return min((one.bound for one in self.by.values() if one.bound is not None), default=None)

    def gap(self, who: str) -> float | None:
        """Return how far *who* is from the best bound, as a share of it."""
        objective = self.by[who].objective
        if objective is None or not self.bound:
            return None
        return max(0.0, (self.bound - objective) / self.bound)

    def beaten_by(self) -> Iterator[str]:
        """Yield the peers who found more than ours, and what they found."""
        for who, one in self.peers():
            if self.ours and _more(one, self.ours):
                yield f"{figure(self.ours.objective)} against {figure(one.objective)} of {who}"

    def outproved_by(self) -> Iterator[str]:
        """Yield the peers who proved what ours did not, or sooner."""
        for who, one in self.peers():
            if self.ours and one.status == PROVEN:
                if self.ours.status != PROVEN:
                    yield f"{who} proved it in {one.seconds:.2f} s, ours did not"
                elif one.seconds < self.ours.seconds:
                    yield f"{who} in {one.seconds:.2f} s, ours in {self.ours.seconds:.2f} s"

    def peers(self) -> Iterator[tuple[str, Found]]:
        """Yield the others, by the name that is printed."""
        yield from ((NAMES[who], one) for who, one in self.by.items() if who != OURS)

    def rows(self) -> Iterator[dict[str, object]]:
        """Yield a row of the table per contender."""
        for who, one in self.by.items():
            yield {
                "people": self.instance.people,
                "steps": self.instance.steps,
                "hard": "yes" if self.instance.hard else "no",
                "seed": self.instance.seed,
                "who": NAMES[who],
                "objective": one.objective,
                "bound": one.bound,
                "gap": self.gap(who),
                "status": one.status,
                "seconds": one.seconds,
                "/ ours": one.seconds / self.ours.seconds if self.ours else None,
                "note": one.note,
            }


def _more(one: Found, other: Found) -> bool:
    if one.objective is None:
        return False
    return other.objective is None or one.objective > other.objective + TOLERANCE


def contest(instance: Municipality, chosen: Chosen) -> Contest:
    """Return what everybody finds on *instance*; ours goes first and sets the time of the others."""
    problem = instance.problem()
    by: dict[str, Found] = {}
    for who in chosen.contenders:
        seconds = chosen.seconds_of_peers(by.get(OURS))
        most = chosen.our_most if who == OURS else START_UP + OVERRUN * seconds
        by[who] = attempt(Task(who, instance, chosen.effort, seconds=seconds), most)
        refuse_untrue(who, instance, problem, by[who], recount=True)
    _refuse_contradictions(instance, by)
    return Contest(instance, by)


def _refuse_contradictions(instance: Instance, by: Mapping[str, Found]) -> None:
    """Refuse bounds that somebody exceeds, and that nothing can be found where somebody did."""
    best = max((one.objective for one in by.values() if one.objective is not None), default=None)
    for who, one in by.items():
        if best is None:
            return
        if one.bound is not None and one.bound < best - TOLERANCE:
            raise UntrueError(
                f"{NAMES[who]} on {instance.name}: its bound is {figure(one.bound)}, "
                f"but {figure(best)} was found"
            )
        if one.impossible:
            raise UntrueError(
                f"{NAMES[who]} on {instance.name}: it says infeasible, but it was solved"
            )


# The targets


@dataclass(frozen=True)
class Target:
    """What ours is to reach where: proven, or where a gap is allowed so near, in so many seconds."""

    words: str
    concerns: Callable[[Municipality], bool]
    seconds: float
    gap: float | None = None

    def met(self, one: Contest) -> bool:
        """Whether ours reached it in *one*."""
        if one.ours is None or one.ours.seconds > self.seconds:
            return False
        gap = one.gap(OURS)
        near = self.gap is not None and gap is not None and gap <= self.gap
        return one.ours.status == PROVEN or near

    def verdict(self, contests: Iterable[Contest]) -> Iterator[str]:
        """Yield whether ours reached it everywhere, and where it did not."""
        concerned = [one for one in contests if one.ours and self.concerns(one.instance)]
        missed = [one for one in concerned if not self.met(one)]
        if not concerned:
            yield f"not measured  {self.words}"
            return
        word = "not met" if missed else "met"
        reached = f"{len(concerned) - len(missed)} of {len(concerned)}"
        yield f"{word:13} {self.words}: {reached}, {_extremes(concerned)}"
        yield from (f"{'':13} missed on {one.instance.name}: {_state(one)}" for one in missed)


def _extremes(contests: Sequence[Contest]) -> str:
    slowest = max(one.ours.seconds for one in contests if one.ours)
    gaps = [one.gap(OURS) for one in contests]
    widest = None if None in gaps else max(gap for gap in gaps if gap is not None)
    return f"slowest {slowest:.2f} s, widest gap {share(widest)}"


def _state(one: Contest) -> str:
    if one.ours is None:
        return NOTHING
    return f"{one.ours.status}, gap {share(one.gap(OURS))}, {one.ours.seconds:.2f} s"


TARGETS = (
    Target(
        "up to 600 people, 20 steps, nothing hard: proven in 2 s",
        lambda one: one.people <= 600 and one.steps == 20 and not one.hard,  # noqa: PLR2004
        seconds=2,
    ),
    Target(
        "10,000 people: proven or within 0.1 % in 20 s",
        lambda one: one.people == 10_000,  # noqa: PLR2004
        seconds=20,
        gap=0.001,
    ),
    Target("everything: within 1 % in 60 s", lambda _: True, seconds=60, gap=0.01),
)


def verdict(contests: Sequence[Contest]) -> Iterator[str]:
    """Yield what the table comes to for ours."""
    yield from _listed("A peer found more", contests, lambda one: "; ".join(one.beaten_by()))
    yield from _listed(
        "A peer proved it first", contests, lambda one: "; ".join(one.outproved_by())
    )
    yield from _listed("Ours is not proven", contests, _unproven)
    yield "Targets:"
    for target in TARGETS:
        yield from (f"  {line}" for line in target.verdict(contests))


def _listed(
    title: str, contests: Sequence[Contest], said: Callable[[Contest], str]
) -> Iterator[str]:
    lines = [f"  {one.instance.name}: {said(one)}" for one in contests if said(one)]
    yield f"{title}: {f'on {len(lines)} of {len(contests)}' if lines else 'nowhere'}"
    yield from lines


def _unproven(one: Contest) -> str:
    if one.ours is None or one.ours.status == PROVEN:
        return ""
    return f"{_state(one)}, {one.ours.note}"


# Tables


def figure(value: float | None) -> str:
    """Return *value* in words: whole where it is whole, a dash where there is none."""
    if value is None:
        return "-"
    return f"{value:,.0f}" if math.isclose(value, round(value)) else f"{value:,.3f}"


def share(value: float | None) -> str:
    """Return *value* in per cent."""
    return "-" if value is None else f"{value:.3%}".replace("%", " %")


def _seconds(value: float) -> str:
    return f"{value:.2f}"


def _ratio(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


Columns = Mapping[str, tuple[int, Callable[[Any], str]]]
"""Per column how wide it is (less than nothing: to the left) and how its values are written."""

CONTESTS: Columns = {
    "people": (6, str),
    "steps": (5, str),
    "hard": (4, str),
    "seed": (4, str),
    "who": (-6, str),
    "objective": (11, figure),
    "bound": (11, figure),
    "gap": (9, share),
    "status": (-8, str),
    "seconds": (8, _seconds),
    "/ ours": (7, _ratio),
    "note": (-1, str),
}
NOISE: Columns = {
    "instance": (-42, str),
    "proven": (7, str),
    "least": (12, figure),
    "median": (12, figure),
    "most": (12, figure),
    "fastest": (8, _seconds),
    "middle": (8, _seconds),
    "slowest": (8, _seconds),
    "note": (-1, str),
}
KNOWN: Columns = {
    "instance": (-42, str),
    "objective": (12, figure),
    "best known": (12, figure),
    "difference": (12, figure),
    "share": (9, share),
    "word": (-6, str),
    "status": (-8, str),
    "seconds": (8, _seconds),
    "note": (-1, str),
}


@dataclass(frozen=True)
class Sheet:
    """A table that is printed row by row, and written to a file too where there is a *path*."""

    columns: Columns
    path: Path | None = None

    def begin(self) -> None:
        """Print the names of the columns."""
        self._print(dict(zip(self.columns, self.columns, strict=True)))
        self._write(self.columns, "w")

    def add(self, row: Mapping[str, object]) -> None:
        """Print one row."""
        self._print({name: shown(row[name]) for name, (_, shown) in self.columns.items()})
        self._write([row[name] for name in self.columns], "a")

    def _print(self, cells: Mapping[str, str]) -> None:
        widths = {name: width for name, (width, _) in self.columns.items()}
        padded = (
            cell.ljust(-widths[name]) if widths[name] < 0 else cell.rjust(widths[name])
            for name, cell in cells.items()
        )
        print("  ".join(padded).rstrip(), flush=True)

    def _write(self, cells: Iterable[object], mode: str) -> None:
        if self.path:
            with self.path.open(mode, encoding="utf-8", newline="") as file:
                csv.writer(file).writerow(cells)


# The three runs


def side_by_side(chosen: Chosen) -> int:
    """Print what everybody finds on every municipality, and what that comes to for ours."""
    sheet, contests = Sheet(CONTESTS, chosen.csv), []
    sheet.begin()
    for instance in chosen.municipalities():
        contests.append(contest(instance, chosen))
        for row in contests[-1].rows():
            sheet.add(row)
    if OURS in chosen.contenders:
        print("", *verdict(contests), sep="\n")
    return int(any(one.ours.broke_off for one in contests if one.ours))


def noise(chosen: Chosen) -> int:
    """Print how far ours differs between searches of the same problem with other seeds."""
    sheet, broke_off = Sheet(NOISE, chosen.csv), False
    sheet.begin()
    for instance in chosen.instances():
        problem = instance.problem()
        tries = [_tried(instance, problem, chosen, seed) for seed in range(chosen.noise)]
        sheet.add({"instance": instance.name, **_spread(tries)})
        broke_off |= any(one.broke_off for one in tries)
    return int(broke_off)


def _tried(instance: Instance, problem: CompositionProblem, chosen: Chosen, seed: int) -> Found:
    """Return what ours finds with one *seed*, if it is true."""
    one = attempt(Task(OURS, instance, chosen.effort, seed), chosen.our_most)
    recount = isinstance(instance, Municipality)
    refuse_untrue(OURS, instance, problem, one, recount=recount)
    return one


def _spread(tries: Sequence[Found]) -> dict[str, object]:
    objectives = [one.objective for one in tries if one.objective is not None]
    seconds = [one.seconds for one in tries]
    nothing = len(tries) - len(objectives)
    return {
        "proven": f"{sum(one.status == PROVEN for one in tries)}/{len(tries)}",
        "least": min(objectives, default=None),
        "median": statistics.median(objectives) if objectives else None,
        "most": max(objectives, default=None),
        "fastest": min(seconds),
        "middle": statistics.median(seconds),
        "slowest": max(seconds),
        "note": f"nothing {nothing} times" if nothing else "",
    }


def families(chosen: Chosen) -> int:
    """Print what ours finds on what others published, beside the best that is known."""
    sheet, seen = Sheet(KNOWN, chosen.csv), []
    sheet.begin()
    for instance in chosen.published():
        problem = instance.problem()
        one = _tried(instance, problem, chosen, seed=0)
        _refuse_odds(instance, one, _sense(problem))
        row = _beside(instance, one, _sense(problem))
        sheet.add(row)
        seen.append((row, one))
    print("", *_summed(seen), sep="\n")
    return int(any(one.broke_off for _, one in seen))


def _beside(instance: Published, one: Found, sense: int) -> dict[str, object]:
    difference = None if one.objective is None else one.objective - instance.best
    return {
        "instance": instance.name,
        "objective": one.objective,
        "best known": instance.best,
        "difference": difference,
        "share": None if difference is None else abs(difference / instance.best),
        "word": _word(difference, sense),
        "status": one.status,
        "seconds": one.seconds,
        "note": one.note,
    }


def _word(difference: float | None, sense: int) -> str:
    if difference is not None and abs(difference) <= ROUNDED:
        return "same"
    return "better" if difference is not None and sense * difference > 0 else "worse"


def _sense(problem: CompositionProblem) -> int:
    """Return 1 where more is better, -1 where less is."""
    return -1 if getattr(problem.goals[0], "sense", Sense.MOST) is Sense.LEAST else 1


def _refuse_odds(instance: Published, one: Found, sense: int) -> None:
    """Refuse what is at odds with the best known: a bound too tight, a value too good."""
    if one.impossible:
        raise UntrueError(f"ours on {instance.name}: it says infeasible, but it was solved")
    if one.bound is not None and sense * (one.bound - instance.best) < -ROUNDED:
        raise UntrueError(
            f"ours on {instance.name}: its bound is {figure(one.bound)}, "
            f"but {figure(instance.best)} is known"
        )
    over = one.objective is not None and sense * (one.objective - instance.best) > ROUNDED
    if instance.proven and over:
        raise UntrueError(
            f"ours on {instance.name}: {figure(one.objective)} is better than "
            f"{figure(instance.best)}, which is proven to be the best"
        )


def _summed(seen: Sequence[tuple[Mapping[str, Any], Found]]) -> Iterator[str]:
    words = [row["word"] for row, _ in seen]
    worst = max((row["share"] or 0 for row, _ in seen if row["word"] == "worse"), default=None)
    yield f"as good as the best known: {words.count('same')} of {len(seen)}"
    yield f"better: {words.count('better')}"
    yield f"worse: {words.count('worse')}, by at most {share(worst)}"
    yield f"proven: {sum(one.status == PROVEN for _, one in seen)}"
    yield f"seconds: {sum(one.seconds for _, one in seen):.1f}"


# What others published


def _load(loader: str, *given: object) -> CompositionProblem:
    """Return what the *loader* of the tests makes of *given*."""
    problem: CompositionProblem = getattr(_loaders(), loader)(*given)
    return problem


def _workflow(path: Path, question: str, *given: object, **asked: object) -> CompositionProblem:
    problem: CompositionProblem = getattr(_loaders().Workflow.read(path), question)(*given, **asked)
    return problem


def _loaders() -> Any:
    if str(LOADERS) not in sys.path:
        sys.path.append(str(LOADERS))
    return importlib.import_module("composition_instances")


def published(folder: Path) -> Iterator[Published]:
    """Yield the problems in *folder*: covers at least cost, diverse groups, workflows, loads."""
    yield from _tabled(folder / "set_cover", "set_cover")
    yield from _tabled(folder / "mdgp", "diverse_groups")
    for path in sorted((folder / "workflow").glob("receipt_instance*.json")):
        yield from _of_workflow(path)
    yield from _loads(folder / "coverage_load")


def _tabled(folder: Path, loader: str) -> Iterator[Published]:
    """Yield the problems that the table of best known values in *folder* names."""
    path = folder / "best_known.csv"
    for line in csv.DictReader(path.read_text("ascii").splitlines()) if path.exists() else ():
        name = line["instance"]
        if (there := folder / f"{name}.txt").exists():
            best, proven = float(line["best_known"]), line["proven_optimal"] == "1"
            yield Published(name, best, proven, partial(_load, loader, there))


def _of_workflow(path: Path) -> Iterator[Published]:
    """Yield the questions on one workflow whose answers stand beside it."""
    beside = path.with_name(path.name.replace("receipt_instance", "optima_highs"))
    known = json.loads(beside.read_text("utf-8"))
    for key, asked in LEAST_PEOPLE.items():
        best = next(value for name, value in known.items() if name.startswith(key))[0]
        load = partial(_workflow, path, "least", **asked)
        yield Published(f"{path.stem} {key}", best, proven=True, load=load)
    best = 2 * known["P1_min_people_all_steps"][0]
    load = partial(_workflow, path, "apart", 2, most=2)
    yield Published(f"{path.stem} P1 in two groups", best, proven=True, load=load)
    for people, (best, _) in known["P4_max_weighted_handover_coverage"].items():
        load = partial(_workflow, path, "best", int(people))
        yield Published(f"{path.stem} P4 with {people}", best, proven=True, load=load)


def _loads(folder: Path) -> Iterator[Published]:
    """Yield the problems of coverage against load."""
    path = folder / "known.json"
    for known in json.loads(path.read_text("utf-8")) if path.exists() else ():
        files = folder / known["experts"], folder / known["tasks"]
        load = partial(_load, "coverage_and_load", *files, known["lambda"])
        yield Published(Path(known["experts"]).stem, known["optimum"], proven=True, load=load)


# What was asked


@dataclass(frozen=True)
class Chosen:
    """What is to be run, from the command line."""

    people: list[int]
    steps: list[int]
    hard: str
    seed: list[int]
    effort: str
    only: list[str]
    csv: Path | None
    peer_most: float
    our_most: float
    times: float
    families: Path | None
    like: str
    noise: int
    contenders: tuple[str, ...] = ()

    def seconds_of_peers(self, ours: Found | None) -> float:
        """Return how long HiGHS and CP-SAT may take beside *ours*."""
        if ours is None:
            return self.peer_most
        return min(self.peer_most, max(LEAST_SECONDS, self.times * ours.seconds))

    def municipalities(self) -> Iterator[Municipality]:
        """Yield the municipalities, in the order of what was asked."""
        for people in self.people:
            for steps in self.steps:
                for hard in {"no": [False], "yes": [True], "both": [False, True]}[self.hard]:
                    yield from (Municipality(people, steps, hard, seed) for seed in self.seed)

    def published(self) -> Iterator[Published]:
        """Yield what others published, as far as it is called as wanted."""
        if self.families:
            yield from (one for one in published(self.families) if fnmatch(one.name, self.like))

    def instances(self) -> Iterator[Instance]:
        """Yield the problems that ours is to solve."""
        yield from self.published() if self.families else self.municipalities()


def _options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(description=(__doc__ or "").split("::")[0].strip())
    add = options.add_argument
    add("--people", type=int, nargs="+", default=list(SIZES), metavar="N")
    add("--steps", type=int, nargs="+", default=list(STEPS), metavar="N")
    add("--hard", choices=("no", "yes", "both"), default="both", help="with hard requirements")
    add("--seed", type=int, nargs="+", default=[1], metavar="N", help="seeds of the problems")
    add("--effort", choices=("quick", "normal", "thorough"), default="normal", help="of ours")
    add("--only", choices=tuple(NAMES), nargs="+", default=list(NAMES), help="who takes part")
    add("--csv", type=Path, metavar="FILE", help="write the table there too")
    add("--times", type=float, default=10.0, metavar="FACTOR", help="peers may take, of ours")
    add("--peer-most", type=float, default=60.0, metavar="SECONDS", help="most for a peer")
    add("--our-most", type=float, default=600.0, metavar="SECONDS", help="ours is killed then")
    add("--noise", type=int, default=0, metavar="N", help="only ours, with N seeds of its search")
    add("--families", type=Path, metavar="DIR", help="only ours, on what others published")
    add("--like", default="*", metavar="PATTERN", help="the names of those to take from DIR")
    return options


def main() -> int:
    """Run what was asked; return 1 where an answer is untrue or ours broke off."""
    asked = vars(_options().parse_args())
    only_ours = asked["noise"] or asked["families"]
    contenders = () if only_ours else tuple(installed(asked["only"]))
    chosen = Chosen(**asked, contenders=contenders)
    run = noise if chosen.noise else families if chosen.families else side_by_side
    try:
        return run(chosen)
    except UntrueError as untrue:
        print(f"\nUNTRUE: {untrue}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
