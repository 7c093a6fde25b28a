"""From a dossier to a composition problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lerendwerk_core.model.composition import (
    DEPARTMENT,
    DISCIPLINE,
    ORGANISATION,
    PART,
    STEP,
    Apart,
    AtLeast,
    AtMost,
    AtMostShare,
    Candidate,
    ComposeRequest,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    GroupSpec,
    Together,
)
from lerendwerk_core.model.contracts import Requirement
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.process import Step
from lerendwerk_core.model.regie import Demand
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.borders import weighed_borders
from lerendwerk_core.vocabulary import MunicipalPart, Purpose, Spread
from lerendwerk_core.wording import reason


def brief(
    dossier: Dossier, request: ComposeRequest, demands: Sequence[Demand] = ()
) -> CompositionProblem:
    """
    Return the problem of filling the groups that *request* asks for, under *demands*.

    Only who performs a step may sit in a group, and those whom a demand invites by their part (the
    contract manager as observer). Demands are soft: a dossier in which they cannot be met still
    gets groups, and is told.
    """
    groups = tuple(_groups(dossier, request))
    invited = {demand.value for demand in demands if demand.dimension == PART}
    return CompositionProblem(
        candidates=tuple(_candidates(dossier, invited)),
        groups=groups,
        load=request.load,
        requirements=(
            *(r for demand in demands for r in _demanded(demand, groups)),
            *_characteristic(request),
            *_asked(request),
        ),
    )


def tags_of(dossier: Dossier, person: Person) -> Table[str, tuple[str, ...]]:
    """Return the tags of *person*: steps performed, discipline, department, organisation, part."""
    steps = dossier.process.steps if dossier.process else ()
    department = (f"{person.organisation}/{person.department}",)
    municipal = person.organisation in dossier.municipal
    return Table(
        {
            STEP: tuple(step.id for step in steps if person.discipline in step.performers),
            DISCIPLINE: (person.discipline,),
            DEPARTMENT: department,
            ORGANISATION: (person.organisation,),
            PART: (MunicipalPart.named(person.discipline),) if municipal else (),
        }
    )


def _candidates(dossier: Dossier, invited: set[str]) -> Iterator[Candidate]:
    for person in dossier.people:
        tags = tags_of(dossier, person)
        asked = bool(invited & set(tags[PART]))
        if tags[STEP] or asked:
            yield Candidate(code=person.code, tags=tags, area=person.area, invited=asked)


def _groups(dossier: Dossier, request: ComposeRequest) -> Iterator[GroupSpec]:
    """Yield the groups asked for; per area they are spread over the areas in turn."""
    steps = tuple(_step_ids(dossier.process.steps if dossier.process else ()))
    borders = [
        (edge, weight)
        for edge, weight in (weighed_borders(dossier, dossier.process) if dossier.process else ())
        if {edge.source, edge.target} <= set(steps)
    ]
    for name, area in group_names(request, [area.id for area in dossier.areas]).items():
        yield GroupSpec(
            id=name,
            size=request.size,
            steps=steps,
            handovers=tuple((edge.source, edge.target) for edge, _ in borders),
            weights=tuple(weight for _, weight in borders),
            area=area,
            process=dossier.process.id if dossier.process else "",
            purpose=request.purpose,
            performers_only=True,
        )


def group_names(request: ComposeRequest, areas: Sequence[str]) -> dict[str, str]:
    """Return the names of the groups that *request* asks for, each with its area, if any."""
    if request.per is not Spread.AREA or not areas:
        return {f"leergroep-{number + 1}": "" for number in range(request.groups)}
    names = {}
    for number in range(request.groups):
        area = areas[number % len(areas)]
        turn = f"-{number // len(areas) + 1}" if request.groups > len(areas) else ""
        names[f"leergroep-{area}{turn}"] = area
    return names


def _step_ids(steps: Sequence[Step]) -> Iterator[str]:
    """Yield the steps that somebody performs; a group cannot cover the others."""
    return (step.id for step in steps if step.performers)


def _demanded(demand: Demand, groups: Sequence[GroupSpec]) -> Iterator[Requirement]:
    named = tuple(g.id for g in groups if not demand.area or not g.area or g.area == demand.area)
    if named:
        yield from as_requirements(demand, named)


def as_requirements(
    demand: Demand, groups: tuple[str, ...] = ()
) -> Iterator[AtLeast | AtMost | AtMostShare]:
    """Yield the requirements that state *demand*, for *groups* or for all; hard as it says."""
    asked: dict[str, Any] = {
        "because": demand.because,
        "dimension": demand.dimension,
        "value": demand.value,
        "groups": groups,
        "hard": demand.hard,
    }
    if demand.max_share is not None:
        yield AtMostShare(name=demand.id, share=demand.max_share, **asked)
    if demand.minimum:
        yield AtLeast(name=demand.id, minimum=demand.minimum, **asked)
    if demand.maximum is not None:
        yield AtMost(name=f"{demand.id}:most", maximum=demand.maximum, **asked)


def _characteristic(request: ComposeRequest) -> Iterator[Requirement]:
    """Yield what characteristic C3 asks of a group for organisational learning (C#52)."""
    if request.purpose is Purpose.ORGANISATION:
        for dimension in (DISCIPLINE, ORGANISATION):
            because = reason(f"two-{dimension}s")
            yield Distinct(name=f"two-{dimension}s", because=because, dimension=dimension)


def _asked(request: ComposeRequest) -> Iterator[Requirement]:
    because = reason("asked")
    for codes in request.together:
        yield Together(name=f"together:{'+'.join(codes)}", because=because, codes=codes)
    for codes in request.apart:
        yield Apart(name=f"apart:{'+'.join(codes)}", because=because, codes=codes)
    for code, group in _pairs(request.fixed):
        yield Fixed(name=f"fixed:{code}@{group}", because=because, code=code, groups=(group,))
    for code, group in _pairs(request.excluded):
        yield Excluded(name=f"excluded:{code}@{group}", because=because, code=code, groups=(group,))


def _pairs(table: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    return ((code, group) for group, codes in table.items() for code in codes)
