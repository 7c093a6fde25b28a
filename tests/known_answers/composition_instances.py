"""Instances that others published, each family read as the composition problem that it is."""

from __future__ import annotations

import csv
import itertools
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

import attrs

from lerendwerk_core.model.composition import (
    STEP,
    AtLeast,
    Candidate,
    CompositionProblem,
    Cost,
    Cover,
    Diversity,
    Element,
    End,
    GroupSpec,
    LargestLoad,
    StepCover,
    Weighted,
)
from lerendwerk_core.model.table import Table

ELEMENT, GIVES, RECEIVES, TRACT = "element", "gives", "receives", "tract"


def set_cover(path: Path) -> CompositionProblem:
    """
    Return the question which columns cover every row at least cost.

    OR-Library: the numbers of rows and columns, the costs, and then per row how many columns cover
    it and which, counted from 1.
    """
    numbers = map(int, path.read_text("ascii").split())
    rows, columns = next(numbers), next(numbers)
    costs = {f"C{column:04}": next(numbers) for column in range(1, columns + 1)}
    covered: dict[str, list[str]] = defaultdict(list)
    for row in range(1, rows + 1):
        for column in itertools.islice(numbers, next(numbers)):
            covered[f"C{column:04}"].append(str(row))
    return CompositionProblem(
        candidates=tuple(_tagged(code, {ELEMENT: covered[code]}) for code in costs),
        groups=(GroupSpec(id="cover", size=(0, columns)),),
        requirements=_covers(ELEMENT, {str(row): 1 for row in range(1, rows + 1)}),
        goals=(Cost(costs=Table(costs)),),
    )


def diverse_groups(path: Path) -> CompositionProblem:
    """
    Return the question which groups of everyone hold the most distance between their members.

    MDGPLIB: the numbers of people and groups, whether the sizes are the same (ss) or differ (ds),
    the least and largest size per group, and then per line two people, counted from 0, and their
    distance.
    """
    (count, _, _, *sizes), *pairs = map(str.split, path.read_text("ascii").splitlines())
    people = range(int(count))
    distances = [[0.0] * len(people) for _ in people]
    for one, other, distance in filter(None, pairs):
        distances[int(one)][int(other)] = distances[int(other)][int(one)] = float(distance)
    bounds = zip(map(int, sizes[::2]), map(int, sizes[1::2]), strict=True)
    return CompositionProblem(
        candidates=tuple(Candidate(code=f"E{number:03}") for number in people),
        groups=tuple(GroupSpec(id=f"G{at}", size=size) for at, size in enumerate(bounds, 1)),
        load=(1, 1),
        goals=(Diversity(distances=tuple(map(tuple, distances))),),
    )


def coverage_and_load(experts: Path, tasks: Path, weight: float) -> CompositionProblem:
    """
    Return the question who works on which tasks: *weight* times the shares of them that are covered,
    less the largest number of tasks that one expert has.

    A list of lists of skills, one per expert and one per task. Who has none of the skills of a task
    does not work on it.
    """
    people = [_tagged(f"E{at:03}", {STEP: has}) for at, has in enumerate(_lists(experts))]
    groups = tuple(
        GroupSpec(id=f"T{at:03}", size=(0, len(people)), steps=asked, performers_only=True)
        for at, asked in enumerate(_lists(tasks))
    )
    return CompositionProblem(
        candidates=tuple(people),
        groups=groups,
        load=(0, len(groups)),
        goals=(Weighted(parts=((StepCover(share=True), weight), (LargestLoad(), 1.0))),),
    )


@attrs.frozen(kw_only=True)
class Workflow:
    """Who performs which steps, and gives and receives which handovers, each with how often."""

    people: tuple[Candidate, ...]
    steps: tuple[str, ...]
    handovers: tuple[Element, ...]

    @classmethod
    def read(cls, path: Path) -> Self:
        """Return what *path* holds: handovers are counted from 0, and weigh as often as they were seen."""
        data = json.loads(path.read_text("utf-8"))
        tags = (STEP, "steps"), (GIVES, "gives"), (RECEIVES, "receives")
        return cls(
            people=tuple(
                _tagged(one["id"], {tag: map(str, one[key]) for tag, key in tags})
                for one in data["people"]
            ),
            steps=tuple(data["steps"]),
            handovers=tuple(
                Element(
                    name=f"{one['a']} > {one['b']}",
                    ends=(End(GIVES, str(at)), End(RECEIVES, str(at))),
                    weight=one["handover_count"],
                )
                for at, one in enumerate(data["handovers"])
            ),
        )

    def performers(self, step: str) -> tuple[str, ...]:
        """Return who performs *step*."""
        return tuple(one.code for one in self.people if one.has(STEP, step))

    def least(self, *, handovers: bool = False, twice: bool = False) -> CompositionProblem:
        """
        Return the question how few people cover all steps.

        With *handovers* every one needs a giver and a receiver too; with *twice* a step needs two
        performers, where there are two.
        """
        wanted = 2 if twice else 1
        steps = {step: min(wanted, len(self.performers(step))) for step in self.steps}
        ends = {str(at): 1 for at in range(len(self.handovers))} if handovers else {}
        return CompositionProblem(
            candidates=self.people,
            groups=(GroupSpec(id="G1", size=(0, len(self.people))),),
            requirements=(
                *_covers(STEP, steps),
                *_covers(GIVES, ends, name=GIVES),
                *_covers(RECEIVES, ends, name=RECEIVES),
            ),
            goals=(Cost(),),
        )

    def best(self, people: int) -> CompositionProblem:
        """Return the question how much of the handovers so many *people* cover with both ends."""
        return CompositionProblem(
            candidates=self.people,
            groups=(GroupSpec(id="G1", size=(people, people)),),
            goals=(Cover(elements=self.handovers),),
        )

    def apart(self, groups: int, *, most: int, without: Iterable[str] = ()) -> CompositionProblem:
        """
        Return the question how few people fill *groups* that each cover all steps.

        Nobody sits in more than *most* of them. The steps *without* are left alone.
        """
        left_alone = set(without)
        return CompositionProblem(
            candidates=self.people,
            groups=tuple(
                GroupSpec(id=f"G{at}", size=(0, len(self.people))) for at in range(1, groups + 1)
            ),
            load=(0, most),
            requirements=_covers(STEP, {step: 1 for step in self.steps if step not in left_alone}),
            goals=(Cost(),),
        )


@attrs.frozen(kw_only=True)
class Location:
    """Sites that a service may open, the tracts within reach of each, and the demand per tract."""

    sites: tuple[Candidate, ...]
    demand: Table[str, int]

    @classmethod
    def read(cls, path: Path, reach: float) -> Self:
        """Return what *path* holds, a line per site and tract, where *reach* is the most distance."""
        with path.open(encoding="utf-8", newline="") as file:
            lines = list(csv.DictReader(file))
        near: dict[str, list[str]] = {line["name"]: [] for line in lines}
        for line in lines:
            if float(line["distance"]) <= reach:
                near[line["name"]].append(line["DestinationName"])
        return cls(
            sites=tuple(_tagged(site, {TRACT: tracts}) for site, tracts in near.items()),
            demand=Table({line["DestinationName"]: int(line["demand"]) for line in lines}),
        )

    def within_reach(self, tract: str) -> int:
        """Return how many sites reach *tract*."""
        return sum(site.has(TRACT, tract) for site in self.sites)

    def least(self, *, times: int = 1) -> CompositionProblem:
        """Return the question how few sites reach every tract so many *times*."""
        return CompositionProblem(
            candidates=self.sites,
            groups=(GroupSpec(id="open", size=(0, len(self.sites))),),
            requirements=_covers(TRACT, dict.fromkeys(self.demand, times)),
            goals=(Cost(),),
        )

    def best(self, sites: int) -> CompositionProblem:
        """Return the question how much demand so many *sites* reach."""
        return CompositionProblem(
            candidates=self.sites,
            groups=(GroupSpec(id="open", size=(sites, sites)),),
            goals=(
                Cover(
                    elements=tuple(
                        Element(name=tract, ends=(End(TRACT, tract),), weight=demand)
                        for tract, demand in self.demand.items()
                    )
                ),
            ),
        )


def _tagged(code: str, tags: Mapping[str, Iterable[str]]) -> Candidate:
    return Candidate(code=code, tags=Table({tag: tuple(values) for tag, values in tags.items()}))


def _covers(dimension: str, times: Mapping[str, int], name: str = "cover") -> tuple[AtLeast, ...]:
    """Return per value the requirement that so many members carry it."""
    return tuple(
        AtLeast(name=f"{name}:{value}", dimension=dimension, value=value, minimum=count)
        for value, count in times.items()
    )


def _lists(path: Path) -> list[tuple[str, ...]]:
    return [tuple(dict.fromkeys(skills)) for skills in json.loads(path.read_text("utf-8"))]
