"""The dossier: everything a trajectory is about, checked and complete."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.answers import ChecklistUse
from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.goals import Agreement, Goal, Plan, Principle, Repositioning
from lerendwerk_core.model.learning import (
    LearningGroup,
    Need,
    PlannedActivity,
    ResourceFrame,
)
from lerendwerk_core.model.municipality import Municipality, Period
from lerendwerk_core.model.origin import ProcessOrigin
from lerendwerk_core.model.outcomes import OutcomeRecord
from lerendwerk_core.model.people import Area, Organisation, Person
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.regie import Arrangement
from lerendwerk_core.model.routes import RouteRequest
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.unlearning import UnlearnGoal
from lerendwerk_core.vocabulary import Decentralisation, Kept

SMALLEST_CELL = 5


@attrs.frozen(kw_only=True)
class Dossier:
    """
    A municipality's dossier, format 1.

    Every part but ``id`` may be missing: a stage that has nothing to go on says nothing. ``findings``
    are what the reading itself noticed. ``personal_routes`` are sealed: their owners read them.
    ``territory`` are the parts that the areas divide between them, ``former_arrangements`` those
    that no longer hold, ``activity_raci`` who does what in the activities of regie as the
    municipality itself wrote it. ``minimum_cell`` may only go up from five.
    ``retention`` holds terms of its own, in years.
    """

    id: str
    municipality: Municipality | None = None
    acts: tuple[Decentralisation, ...] = ()
    period: Period = attrs.field(factory=Period)
    areas: tuple[Area, ...] = ()
    territory: tuple[str, ...] = ()
    arrangements: tuple[Arrangement, ...] = ()
    former_arrangements: tuple[Arrangement, ...] = ()
    activity_raci: Table[str, RaciRow] = attrs.field(factory=Table)
    checklist: ChecklistUse | None = None
    goals: tuple[Goal, ...] = ()
    principles: tuple[Principle, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    people: tuple[Person, ...] = ()
    process: WorkProcess | None = None
    origin: ProcessOrigin = attrs.field(factory=ProcessOrigin)
    groups: tuple[LearningGroup, ...] = ()
    compose: ComposeRequest | None = None
    agreements: tuple[Agreement, ...] = ()
    repositioning: tuple[Repositioning, ...] = ()
    unlearning: tuple[UnlearnGoal, ...] = ()
    needs: tuple[Need, ...] = ()
    activities: tuple[PlannedActivity, ...] = ()
    personal_routes: tuple[str, ...] = ()
    routes: RouteRequest = attrs.field(factory=RouteRequest)
    plan: Plan = attrs.field(factory=Plan)
    resources: ResourceFrame = attrs.field(factory=ResourceFrame)
    outcomes: OutcomeRecord | None = None
    minimum_cell: int = SMALLEST_CELL
    retention: Table[Kept, int] = attrs.field(factory=Table)
    findings: tuple[Finding, ...] = ()

    def employer_of(self, discipline: str) -> str:
        """Return the organisation that staffs *discipline*: the first that does, or empty."""
        staffed = (person.organisation for person in self.people if person.discipline == discipline)
        return next(staffed, "")

    def department_of(self, discipline: str) -> str:
        """Return the department of the first person of *discipline*, or empty."""
        staffed = (person.department for person in self.people if person.discipline == discipline)
        return next(staffed, "")

    @property
    def municipal(self) -> tuple[str, ...]:
        """The organisations that are the municipality itself."""
        return tuple(one.id for one in self.organisations if one.is_municipality)

    @property
    def disciplines(self) -> tuple[str, ...]:
        """The disciplines with staff, each once, in the order of the staffing."""
        return tuple(dict.fromkeys(person.discipline for person in self.people))

    @property
    def size_of_groups(self) -> dict[str, int]:
        """How many people each learning group has."""
        return {group.id: len(group.members) for group in self.groups}

    @property
    def moment_dates(self) -> dict[str, dt.date]:
        """The days of the moments of measurement, as far as a review says them."""
        return {one.moment: one.date for one in self.plan.reviews}

    @property
    def today(self) -> dt.date | None:
        """The date on which the dossier speaks: the start of its period."""
        return self.period.start


@attrs.frozen(kw_only=True)
class DatedDossier:
    """A trajectory as it stood on a day."""

    date: dt.date
    dossier: Dossier
