"""The figures of a learning group, existing or composed (design, 4.4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from lerendwerk_core.composition.brief import as_requirements, tags_of
from lerendwerk_core.model.composition import Candidate
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningGroup
from lerendwerk_core.model.regie import Demand
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process.borders import handover_edges
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Purpose, Stage

_finding = partial(Finding.of, stage=Stage.COMPOSITION)

SHARE_DECIMALS = 2


@attrs.frozen(kw_only=True)
class Largest(Wired):
    """The organisation with most seats and its share of them, to two decimals."""

    id: str
    share: float


@attrs.frozen(kw_only=True)
class UnmetDemand(Wired):
    """A demand of the regie model that a group does not meet, and why it is asked."""

    id: str
    because: Text


@attrs.frozen(kw_only=True)
class GroupFigures(Wired):
    """
    What a group brings together, measured on the current version of the process.

    A step is covered when one of its performing disciplines sits in the group, a handover when both
    its ends are; ``missing_organisations`` have no seat; ``unmet`` are demands of the regie model,
    which only hold for groups for organisational learning.
    """

    purpose: Purpose
    area: str
    members: tuple[str, ...]
    size: int
    disciplines: int
    organisations: int
    steps_covered: int
    handovers_covered: int
    uncovered_steps: tuple[str, ...]
    largest_organisation: Largest | None
    missing_organisations: tuple[str, ...]
    unmet: tuple[UnmetDemand, ...]


def review(dossier: Dossier, group: LearningGroup, demands: Sequence[Demand]) -> GroupFigures:
    """Return the figures of *group* under *demands* (those of its area, or of every area)."""
    people = {person.code: person for person in dossier.people}
    members = [people[code] for code in group.members]
    present = {person.discipline for person in members}
    seats = Counter(person.organisation for person in members)
    steps = dossier.process.steps if dossier.process else ()
    covered = [step.id for step in steps if present & set(step.performers)]
    edges = handover_edges(dossier, dossier.process) if dossier.process else ()
    return GroupFigures(
        purpose=group.purpose,
        area=group.area,
        members=group.members,
        size=len(members),
        disciplines=len(present),
        organisations=len(seats),
        steps_covered=len(covered),
        handovers_covered=sum({edge.source, edge.target} <= set(covered) for edge in edges),
        uncovered_steps=tuple(step.id for step in steps if step.id not in covered),
        largest_organisation=_largest(seats),
        missing_organisations=tuple(
            sorted(one.id for one in dossier.organisations if one.id not in seats)
        ),
        unmet=tuple(_unmet(dossier, group, demands)),
    )


def _largest(seats: Counter[str]) -> Largest | None:
    if not seats:
        return None
    name, count = min(seats.items(), key=lambda one: (-one[1], one[0]))
    return Largest(id=name, share=round(count / seats.total(), SHARE_DECIMALS))


def _unmet(
    dossier: Dossier, group: LearningGroup, demands: Sequence[Demand]
) -> Iterator[UnmetDemand]:
    if group.purpose is not Purpose.ORGANISATION:
        return
    people = {person.code: person for person in dossier.people}
    members = [Candidate(code=code, tags=tags_of(dossier, people[code])) for code in group.members]
    seen: set[str] = set()
    for demand in demands:
        applies = not demand.area or not group.area or demand.area == group.area
        if not applies or demand.id in seen:
            continue
        if any(one.shortfall(members) for one in as_requirements(demand)):
            seen.add(demand.id)
            yield UnmetDemand(id=demand.id, because=demand.because)


def group_findings(name: str, figures: GroupFigures) -> Iterator[Finding]:
    """Yield what to discuss about a group."""
    where = f"groups.{name}"
    for demand in figures.unmet:
        yield _finding("demand-unmet", where, group=name, demand=demand.because)
    if figures.purpose is not Purpose.ORGANISATION:
        return
    if figures.uncovered_steps:
        yield _finding("group-misses-steps", where, group=name, steps=figures.uncovered_steps)
    if figures.disciplines < 2:  # noqa: PLR2004 - multidisciplinary begins at two
        yield _finding("group-one-discipline", where, group=name)
