"""Many problems at once: the same answers, in order, whoever does the work."""

from __future__ import annotations

import itertools
import multiprocessing
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import group, person, problem, problems

from lerendwerk_core.composition import compose_many, solve
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import CompositionProblem, Seating
from lerendwerk_core.model.table import Table

PEOPLE = tuple(person(f"c{one}", f"s{one % 4 + 1}", organisation=f"o{one % 3}") for one in range(8))
FAULTY = problem(PEOPLE)


def sized(size: int) -> CompositionProblem:
    return problem(PEOPLE, group("g1", (1, size), "s1 s2 s3 s4"))


SOME = tuple(sized(size) for size in (1, 3, 2, 8, 5, 4, 7, 6))
EXECUTORS: tuple[Callable[[], Executor], ...] = (
    partial(ThreadPoolExecutor, 1),
    partial(ThreadPoolExecutor, 3),
    # Not forked: a Python from 3.12 on warns of that where there are threads, as of HiGHS.
    partial(ProcessPoolExecutor, 2, mp_context=multiprocessing.get_context("spawn")),
)
IDS = ["one-thread", "three-threads", "two-processes"]


@settings(max_examples=15)
@given(st.lists(problems(), max_size=6), st.sampled_from([1, 3]))
def test_random_problems_have_the_same_answers_on_any_number_of_threads(
    many: list[CompositionProblem], workers: int
) -> None:
    alone = [solve(one, effort="quick") for one in many]

    with ThreadPoolExecutor(workers) as executor:
        assert list(compose_many(many, executor, effort="quick")) == alone
    assert list(compose_many(many, effort="quick")) == alone


@pytest.mark.parametrize("executor", EXECUTORS, ids=IDS)
def test_the_answers_come_in_the_order_of_the_problems(executor: Callable[[], Executor]) -> None:
    expected = [solve(one, seed=3) for one in SOME]

    with executor() as workers:
        found = list(compose_many(SOME, workers, seed=3))

    assert found == expected
    assert all(one.seed == 3 for one in found)


@pytest.mark.parametrize("executor", EXECUTORS, ids=IDS)
def test_there_may_be_no_end_to_the_problems(executor: Callable[[], Executor]) -> None:
    endless = itertools.cycle(SOME)

    with executor() as workers:
        answers = compose_many(endless, workers)
        found = list(itertools.islice(answers, 20))
        answers.close()  # type: ignore[attr-defined]

    assert found == list(itertools.islice(itertools.cycle(map(solve, SOME)), 20))


def test_without_workers_a_problem_is_only_read_when_its_answer_is_asked_for() -> None:
    read: list[CompositionProblem] = []

    answers = compose_many(noting(SOME, read))

    assert read == []
    assert next(answers) == solve(SOME[0])
    assert read == [SOME[0]]


def noting(
    many: tuple[CompositionProblem, ...], read: list[CompositionProblem]
) -> Iterator[CompositionProblem]:
    """Yield *many*, and note in *read* which have been asked for."""
    for one in many:
        read.append(one)
        yield one


@pytest.mark.parametrize("executor", [None, *EXECUTORS], ids=["none", *IDS])
def test_a_problem_that_cannot_be_stated_is_an_error_in_its_turn(
    executor: Callable[[], Executor] | None,
) -> None:
    many = (SOME[0], FAULTY, SOME[1])

    with executor() if executor else ThreadPoolExecutor(1) as workers:
        answers = compose_many(many, workers if executor else None)
        assert next(answers) == solve(SOME[0])
        with pytest.raises(CompositionError, match="no group to fill"):
            next(answers)


@attrs.frozen
class Waits:
    """A solver that lets groups of more than one wait; it notes what it was asked."""

    asked: list[int] = attrs.field(factory=list)
    go: threading.Event = attrs.field(factory=threading.Event)
    key: str = "waits"

    def __call__(self, given_: CompositionProblem, **_: Any) -> Seating:
        size = given_.groups[0].size[1]
        self.asked.append(size)
        assert size == 1 or self.go.wait(60)
        return Seating(members=Table({"g1": ("c1",)}), stopped_by="effort", seed=0)


def test_who_stops_early_leaves_no_work_waiting() -> None:
    solver = Waits()

    with ThreadPoolExecutor(1) as workers:
        answers = compose_many((sized(1), *(sized(2) for _ in range(50))), workers, solver=solver)
        next(answers)
        answers.close()  # type: ignore[attr-defined]
        solver.go.set()

    assert solver.asked in ([1], [1, 2])


def test_an_error_leaves_no_work_waiting() -> None:
    solver = Waits()

    with ThreadPoolExecutor(1) as workers:
        answers = compose_many((FAULTY, *(sized(2) for _ in range(50))), workers, solver=solver)
        with pytest.raises(CompositionError):
            next(answers)
        solver.go.set()

    assert solver.asked in ([], [2])
