"""The exact solver: what it answers, whom it asks, and what is heard of it while it runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from small_problems import group, person, problem

from conftest import ROOT
from lerendwerk_core.composition import solve, verify
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.exact.highs import Answer, solved
from lerendwerk_core.composition.exact.linear import Linear, linear
from lerendwerk_core.composition.tally import tallied
from lerendwerk_core.model.composition import CompositionProblem, Cost
from lerendwerk_core.model.contracts import Progress

sys.path.insert(0, str(ROOT / "benchmarks"))
from municipal import municipal

pytestmark = pytest.mark.skipif(not highs.is_there(), reason="needs the extra 'exact'")
LONG = municipal(48, 40)
MANY = 10**7


def never() -> bool:
    return False


def model_of(given: CompositionProblem) -> Linear:
    return linear(tallied(given), soft=False)


def long_run(stop: Callable[[], bool], **more: Any) -> Answer:
    """Return what HiGHS makes of a model that takes it seconds."""
    model = model_of(LONG)
    return solved(model, model.wants[0], stop=stop, nodes=MANY, **more)


# -- without a variable ----------------------------------------------------------------------------


def nobody(least: int) -> Linear:
    """Return the model of a group that nobody may be in."""
    north = group("g1", (least, 2), "s1", area="n")
    return model_of(problem([person("c1", area="z")], north, goals=(Cost(),)))


@pytest.mark.parametrize("relaxed", [False, True])
def test_where_nobody_may_sit_an_empty_seating_is_the_best(relaxed: bool) -> None:
    found = solved(nobody(0), {}, stop=never, nodes=MANY, relaxed=relaxed)

    assert nobody(0).low == []
    assert (found.status, found.objective, found.bound) == ("optimal", 0.0, 0.0)
    assert found.solution is not None
    assert len(found.solution) == 0


@pytest.mark.parametrize("relaxed", [False, True])
def test_where_nobody_may_sit_and_somebody_must_nothing_can_be(relaxed: bool) -> None:
    found = solved(nobody(1), {}, stop=never, nodes=MANY, relaxed=relaxed)

    assert (found.status, found.solution) == ("infeasible", None)


def test_nothing_reaches_no_more_than_nothing() -> None:
    assert solved(nobody(0), {}, stop=never, nodes=MANY, extra=(({}, 1.0),)).status == "infeasible"
    assert solved(nobody(0), {}, stop=never, nodes=MANY, extra=(({}, 0.0),)).status == "optimal"


# -- stopping --------------------------------------------------------------------------------------


@attrs.define
class After:
    """Says to stop after so many times of asking."""

    times: int
    asked: int = 0

    def __call__(self) -> bool:
        self.asked += 1
        return self.asked > self.times


@attrs.frozen
class Left:
    """Never says to stop, but knows how long is left."""

    seconds: float

    def __call__(self) -> bool:
        return False

    def left(self) -> float:
        return self.seconds


@pytest.mark.parametrize("times", [0, 1, 5])
def test_the_search_ends_when_told_to_and_keeps_its_bound(times: int) -> None:
    found = long_run(After(times))

    assert found.status == "limit"
    assert found.bound is None or found.bound >= 351


@pytest.mark.parametrize("times", [0, 1, 20])
@pytest.mark.parametrize("large", [0, MANY], ids=["through the middle", "from corner to corner"])
def test_so_does_the_relaxed_model_which_then_bounds_nothing(
    monkeypatch: pytest.MonkeyPatch, times: int, large: int
) -> None:
    monkeypatch.setattr(highs, "LARGE", large)

    found = long_run(After(times), relaxed=True)

    assert (found.status, found.bound) == ("limit", None)


def test_a_large_relaxed_model_is_worth_the_same_through_the_middle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    there = long_run(never, relaxed=True)
    monkeypatch.setattr(highs, "LARGE", 0)

    found = long_run(never, relaxed=True)

    assert found.status == there.status == "optimal"
    assert found.bound == pytest.approx(there.bound)


@pytest.mark.parametrize("relaxed", [False, True])
def test_it_ends_by_itself_when_the_time_is_over(relaxed: bool) -> None:
    assert long_run(Left(0.0), relaxed=relaxed).status == "limit"


def test_without_an_end_of_time_it_goes_on() -> None:
    assert long_run(Left(float("inf")), relaxed=True).status == "optimal"


@pytest.mark.parametrize("relaxed", [False, True])
def test_what_is_raised_while_it_runs_is_raised_again(relaxed: bool) -> None:
    def interrupted() -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        long_run(interrupted, relaxed=relaxed)


# -- what is heard of it ---------------------------------------------------------------------------


def test_while_it_proves_value_bound_and_gap_are_heard_and_cancelling_keeps_the_best() -> None:
    heard: list[Progress] = []

    found = solve(
        LONG,
        effort="quick",
        progress=heard.append,
        cancel=lambda: any(one.doing == "prove" for one in heard),
    )

    proving = [one for one in heard if one.doing == "prove"]
    assert proving
    assert proving[0].objective is not None
    assert proving[0].bound is not None
    assert proving[0].objective < proving[0].bound
    assert proving[0].gap
    assert (found.status, found.stopped_by) == ("feasible", "cancel")
    assert found.objective is not None
    assert found.objective >= max(one.objective or 0 for one in heard)
    assert verify(LONG, found).stands


def test_what_is_raised_while_it_is_heard_is_raised_again() -> None:
    def interrupted(progress: Progress) -> None:
        if progress.doing == "prove":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        solve(LONG, effort="quick", progress=interrupted)
