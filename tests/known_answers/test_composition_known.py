"""The composer on instances whose best answers others computed: covers, groups, loads and sites."""

from __future__ import annotations

import csv
import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from composition_instances import (
    Location,
    Workflow,
    coverage_and_load,
    diverse_groups,
    set_cover,
)

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.composition import Composition, solve, verify
from lerendwerk_core.model.composition import CompositionProblem

Conflict = set[tuple[str, str]]
Known = Mapping[str, Any]

pytestmark = pytest.mark.known_answers

SET_COVER = "composition/set_cover/*.txt"
MDGP = "composition/mdgp/*.txt"
WORKFLOW = "composition/workflow/receipt_instance*.json"
COVERAGE_LOAD = "composition/coverage_load/known.json"
LOCATION = "composition/location/best_known.json"
DISTANCES = "*distance*.csv"

ALL_EXACT = 12
WITHIN = 0.99
QUICK_COVER = 250_000
ROUNDED = 1e-3
LEAST_PEOPLE: dict[str, dict[str, bool]] = {
    "P1": {},
    "P2": {"handovers": True},
    "P3": {"handovers": True, "twice": True},
}
"""The known answers on least people, by how their names begin, and what each asks."""


def cases(
    pattern: str,
    *,
    kept: Callable[[Path], bool] = lambda _: True,
    slow: Callable[[Path], bool] = lambda _: False,
) -> list[Any]:
    """Return every part of the known answers like *pattern*; where none is, *pattern*, to skip by."""
    return [
        pytest.param(
            path.relative_to(KNOWN_ANSWERS).as_posix(),
            marks=[pytest.mark.slow] if slow(path) else [],
            id=path.stem,
        )
        for path in sorted(KNOWN_ANSWERS.glob(pattern))
        if kept(path)
    ] or [pytest.param(pattern, id="absent")]


def few(path: Path) -> bool:
    """Whether *path* places so few people that the best groups are found without fail."""
    with path.open(encoding="ascii") as file:
        return int(file.readline().split()[0]) <= ALL_EXACT


def many(path: Path) -> bool:
    """Whether *path* places more people than that."""
    return not few(path)


def is_large_cover(path: Path) -> bool:
    """Whether *path* has many rows times columns."""
    with path.open(encoding="ascii") as file:
        return math.prod(map(int, file.readline().split())) > QUICK_COVER


def experts_and_tasks() -> list[Any]:
    """Return the instances that the known answers on coverage and load name."""
    path = KNOWN_ANSWERS / COVERAGE_LOAD
    listed = json.loads(path.read_text("utf-8")) if path.exists() else []
    return [
        pytest.param(known, marks=[pytest.mark.slow], id=known["experts"]) for known in listed
    ] or [pytest.param({}, id="absent")]


def best_known(path: Path) -> float:
    """Return the best value that is known of the instance at *path*."""
    with path.with_name("best_known.csv").open(encoding="ascii", newline="") as file:
        values = {line["instance"]: line["best_known"] for line in csv.DictReader(file)}
    return float(values[path.stem])


def optima(path: Path) -> dict[str, Any]:
    """Return the optima that stand beside the workflow at *path*."""
    beside = path.name.replace("receipt_instance", "optima_highs")
    known: dict[str, Any] = json.loads(path.with_name(beside).read_text("utf-8"))
    return known


def sites(path: Path) -> tuple[Location, dict[str, Any]]:
    """Return the sites beside *path*, and the known answers it holds, named without their reach."""
    known: dict[str, list[Any]] = json.loads(path.read_text("utf-8"))
    reach = next(key.removeprefix("MCLP_") for key in known if key.startswith("MCLP_"))
    (distances,) = path.parent.glob(DISTANCES)
    answers = {key.replace(f"_{reach}", ""): value for key, value in known.items()}
    return Location.read(distances, float(reach)), answers


def standing(problem: CompositionProblem) -> Composition:
    """Return a composition of *problem* with which the checker agrees."""
    composition = solve(problem, effort="normal")

    assert verify(problem, composition).stands
    return composition


def proven(problem: CompositionProblem) -> Composition:
    """Return a composition of *problem* that is proven the best there is."""
    composition = standing(problem)

    assert composition.status == "optimal"
    assert composition.bound == pytest.approx(composition.objective)
    return composition


def conflict(problem: CompositionProblem) -> Conflict:
    """Return what conflicts in *problem*, each by its name and group."""
    composition = solve(problem)

    assert composition.status == "infeasible"
    return {(one.name, one.group) for one in composition.conflict}


def scarce(problem: CompositionProblem, step: str, performers: Iterable[str]) -> Conflict:
    """Return the conflict that every group of *problem* wants one of too few *performers* of *step*."""
    wanted = {(f"cover:{step}", group.id) for group in problem.groups}
    return wanted | {(f"load:{code}", "") for code in performers}


@pytest.mark.parametrize("part", cases(SET_COVER, slow=is_large_cover))
def test_every_row_is_covered_at_a_cost_proven_least(part: str) -> None:
    path = known_answers(part)

    assert proven(set_cover(path)).objective == pytest.approx(best_known(path))


@pytest.mark.parametrize("part", cases(MDGP, kept=few))
def test_few_people_are_grouped_as_diversely_as_can_be(part: str) -> None:
    path = known_answers(part)

    found = proven(diverse_groups(path)).objective

    assert found == pytest.approx(best_known(path), abs=ROUNDED)


@pytest.mark.parametrize("part", cases(MDGP, kept=many, slow=many))
def test_many_people_are_grouped_almost_as_diversely_under_a_true_bound(part: str) -> None:
    path = known_answers(part)

    composition = standing(diverse_groups(path))

    assert composition.objective is not None
    assert composition.bound is not None
    assert composition.objective >= WITHIN * best_known(path)
    assert composition.bound >= max(composition.objective, best_known(path)) - ROUNDED


@pytest.mark.parametrize("asked", LEAST_PEOPLE)
@pytest.mark.parametrize("part", cases(WORKFLOW))
def test_the_least_people_who_cover_a_workflow_are_proven(part: str, asked: str) -> None:
    path = known_answers(part)
    known = next(value for key, value in optima(path).items() if key.startswith(asked))

    found = proven(Workflow.read(path).least(**LEAST_PEOPLE[asked]))

    assert found.objective == known[0]


@pytest.mark.parametrize("part", cases(WORKFLOW))
def test_the_handovers_that_so_many_people_cover_weigh_the_most_there_is(part: str) -> None:
    path = known_answers(part)
    workflow, known = Workflow.read(path), optima(path)
    table = known["P4_max_weighted_handover_coverage"]

    found = {people: proven(workflow.best(int(people))).objective for people in table}

    assert sum(one.weight for one in workflow.handovers) == known["P4_total_weight"]
    assert found == {people: weight for people, (weight, _) in table.items()}


@pytest.mark.parametrize("part", cases(WORKFLOW))
def test_two_groups_cannot_both_have_the_only_performer_of_a_step(part: str) -> None:
    path = known_answers(part)
    workflow = Workflow.read(path)
    problem = workflow.apart(2, most=1)

    found = conflict(problem)

    alone = optima(path)["steps_with_single_performer"]
    assert found in [scarce(problem, step, workflow.performers(step)) for step in alone]


@pytest.mark.parametrize("part", cases(WORKFLOW))
def test_two_groups_share_the_only_performer_of_a_step_who_may_sit_twice(part: str) -> None:
    path = known_answers(part)
    known = optima(path)["P1_min_people_all_steps"]

    found = proven(Workflow.read(path).apart(2, most=2))

    assert found.objective == 2 * known[0]


@pytest.mark.parametrize("part", cases(WORKFLOW))
def test_three_groups_cannot_each_have_one_of_two_performers_of_a_step(part: str) -> None:
    path = known_answers(part)
    workflow = Workflow.read(path)
    problem = workflow.apart(3, most=1, without=optima(path)["steps_with_single_performer"])

    found = conflict(problem)

    performers = {step: workflow.performers(step) for step in workflow.steps}
    pairs = {step: codes for step, codes in performers.items() if len(codes) == 2}
    assert found in [scarce(problem, step, codes) for step, codes in pairs.items()]


@pytest.mark.parametrize("known", experts_and_tasks())
def test_tasks_are_covered_at_a_largest_load_that_is_proven_to_balance(known: Known) -> None:
    folder = known_answers(COVERAGE_LOAD).parent
    experts, tasks = folder / known["experts"], folder / known["tasks"]

    found = proven(coverage_and_load(experts, tasks, known["lambda"]))

    loads = Counter(code for seated in found.members.values() for code in seated)
    assert found.objective == pytest.approx(known["optimum"], abs=ROUNDED)
    assert max(loads.values()) == known["largest_load"]


@pytest.mark.parametrize("part", cases(LOCATION))
def test_the_least_sites_that_reach_every_tract_are_proven(part: str) -> None:
    location, known = sites(known_answers(part))

    assert proven(location.least()).objective == known["LSCP"][0]


@pytest.mark.parametrize("part", cases(LOCATION))
def test_so_many_sites_reach_the_most_demand_there_is(part: str) -> None:
    location, known = sites(known_answers(part))
    table = known["MCLP"]

    found = {count: proven(location.best(int(count))).objective for count in table}

    assert sum(location.demand.values()) == known["total_demand"]
    assert found == {count: demand for count, (demand, _) in table.items()}


@pytest.mark.parametrize("part", cases(LOCATION))
def test_tracts_that_two_sites_cannot_reach_are_all_named(part: str) -> None:
    location, known = sites(known_answers(part))

    composition = solve(location.least(times=2))

    out_of_reach = {tract for tract in location.demand if location.within_reach(tract) < 2}
    said = " ".join(text.in_("en") for text in composition.because)
    assert known["LSCP_double_cover"][0] == math.inf
    assert composition.status == "infeasible"
    assert {tract for tract in location.demand if tract in said} == out_of_reach


@pytest.mark.parametrize("part", cases(LOCATION))
def test_one_tract_that_two_sites_cannot_reach_is_conflict_enough(part: str) -> None:
    location, _ = sites(known_answers(part))

    found = conflict(location.least(times=2))

    out_of_reach = [tract for tract in location.demand if location.within_reach(tract) < 2]
    assert found in [{(f"cover:{tract}", "open")} for tract in out_of_reach]
