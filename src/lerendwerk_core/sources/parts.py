"""
What stands in a dossier file before its parts are joined: people still as counts or a file name,
the process still as a file name, answers still in one of their forms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.goals import Agreement, Goal, Plan, Principle, Repositioning
from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.model.learning import (
    LearningGroup,
    Need,
    PlannedActivity,
    ResourceFrame,
)
from lerendwerk_core.model.municipality import Municipality, Period
from lerendwerk_core.model.outcomes import Observation, OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.people import Area, Organisation, Person
from lerendwerk_core.model.process import Edge, Renewal, Step
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.regie import Arrangement
from lerendwerk_core.model.routes import RouteRequest
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.unlearning import UnlearnGoal
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import FAILED, Reading, Words
from lerendwerk_core.vocabulary import Decentralisation, Kept, Route

CODE_WIDTH = 4
ROLE_PREFIX = re.compile(r"[A-Za-z0-9_]{1,8}")


def municipality_code(written: str) -> str:
    """Return ``GM0363`` for ``GM0363``, ``gm363``, ``0363`` and ``363``; anything else as it is."""
    found = re.fullmatch(r"(?i)(?:gm)?(\d{1,4})", written.strip())
    return f"GM{int(found[1]):0{CODE_WIDTH}d}" if found else written


@attrs.frozen
class RolePrefix:
    """The start of role codes: short, without spaces, so that no name passes for one."""

    def read(self, node: Node, reading: Reading) -> Any:
        prefix = Words().read(node, reading)
        if prefix is FAILED or ROLE_PREFIX.fullmatch(prefix):
            return prefix
        return reading.wrong(node.mark, "not-a-role-code", value=prefix)

    def schema(self) -> dict[str, Any]:
        return {"type": ["string", "number"], "pattern": f"^{ROLE_PREFIX.pattern}$"}


@attrs.frozen
class FileName:
    """The name of a file beside the dossier, and where it was named."""

    def read(self, node: Node, reading: Reading) -> Any:
        name = Words().read(node, reading)
        return FAILED if name is FAILED else (name, node.mark)

    def schema(self) -> dict[str, Any]:
        return {"type": "string"}


@attrs.frozen(kw_only=True)
class StaffingPart:
    """So many people of one discipline at one organisation."""

    org: str
    discipline: str
    prefix: str
    count: int
    department: str
    area: str
    registered: str | bool

    def people(self) -> Iterator[Person]:
        """Yield the people as role codes, ``JC-01`` on."""
        register = str(self.registered) if not isinstance(self.registered, bool) else ""
        if self.registered is True:
            register = "registered"
        for number in range(1, self.count + 1):
            yield Person(
                code=f"{self.prefix}-{number:02d}",
                discipline=self.discipline,
                organisation=self.org,
                department=self.department,
                area=self.area,
                registered=register,
            )


@attrs.frozen
class Placed:
    """A text, and where it stands."""

    said: str
    mark: Mark


@attrs.frozen
class NamedFile:
    """The name of a file beside the dossier, and where it was named."""

    name: str
    mark: Mark


Sheets = Table[str, AnswerSheet]
"""The answers of several respondents."""


@attrs.frozen(kw_only=True)
class AnswersPart:
    """The answers of one moment: by one respondent or by several, or in a file."""

    respondent: str
    answers: AnswerSheet | NamedFile | None
    respondents: Sheets | NamedFile | None
    organisations: Table[str, Placed] | None = None

    @property
    def file(self) -> NamedFile | None:
        """The file that holds the answers, if they are in one."""
        given = (self.answers, self.respondents)
        return next((one for one in given if isinstance(one, NamedFile)), None)

    @property
    def is_said_twice(self) -> bool:
        """Whether answers stand in a file and beside it, or one respondent's twice."""
        if self.answers is None or self.respondents is None:
            return False
        return self.file is not None or self.respondent in self.sheets_of_several

    @property
    def sheets_of_several(self) -> Sheets:
        """The answers per respondent, where they are written so."""
        several = self.respondents
        return Table() if several is None or isinstance(several, NamedFile) else several

    def sheets(self) -> Sheets:
        """Return the answers per respondent that are written out."""
        own = self.answers
        alone = {} if own is None or isinstance(own, NamedFile) else {self.respondent: own}
        return Table({**alone, **self.sheets_of_several})


@attrs.frozen(kw_only=True)
class ChecklistPart:
    """The checklist as a dossier writes it; rounds come in three forms, or in files."""

    use: str
    tailorings: tuple[NamedFile, ...]
    respondent: str
    answers: AnswerSheet | NamedFile | None
    respondents: Sheets | NamedFile | None
    rounds: Table[str, Any] | None
    organisations: Table[str, Placed] | None
    combine: str
    target: Route | None

    @property
    def once(self) -> AnswersPart:
        """What stands beside the rounds."""
        return AnswersPart(
            respondent=self.respondent,
            answers=self.answers,
            respondents=self.respondents,
            organisations=self.organisations,
        )

    @property
    def is_said_twice(self) -> bool:
        """Whether answers stand both in rounds and beside them, or twice beside them."""
        beside = self.answers is not None or self.respondents is not None
        return self.once.is_said_twice or (beside and self.rounds is not None)

    def of_round(self, written: Any) -> AnswersPart:
        """Return what *written* says of one round, who and of which organisation filled in."""
        part = written if isinstance(written, AnswersPart) else self._part(written)
        of = part.organisations
        both = (
            None
            if of is self.organisations is None
            else {**(self.organisations or {}), **(of or {})}
        )
        return attrs.evolve(
            part,
            respondent=part.respondent or self.respondent,
            organisations=None if both is None else Table(both),
        )

    def _part(self, written: Any) -> AnswersPart:
        several = isinstance(written, NamedFile) or any(
            isinstance(value, Mapping) for value in written.values()
        )
        given = {"respondents": written, "answers": None}
        if not several:
            given = {"answers": written, "respondents": None}
        return AnswersPart(respondent="", **given)


@attrs.frozen
class OutcomesPart:
    """The outcomes as a dossier writes them: ``response`` among the series, and files beside it."""

    read: Mapping[str, Table[str, Any]]
    marks: Mapping[str, Mark]
    data: tuple[tuple[str, Mark], ...] = ()
    instruments: tuple[tuple[str, Mark], ...] = ()

    def joined(
        self, observations: tuple[Observation, ...], instruments: tuple[Instrument, ...]
    ) -> OutcomeRecord:
        """Return the response, the series and what the files hold."""
        measured = {
            name: Table((moment, one) for moment, one in values.items() if one is not None)
            for name, values in self.read.items()
        }
        series = (
            OutcomeSeries(id=name, values=values)
            for name, values in measured.items()
            if name != "response"
        )
        response: Table[str, int] = measured.get("response", Table())
        return OutcomeRecord(
            response=response,
            series=tuple(series),
            observations=observations,
            instruments=instruments,
        )


class ProcessPart:
    """The process as a dossier writes it: steps, the file of a reader, or both; names of columns."""

    def __init__(
        self,
        *,
        id: str,  # noqa: A002 - the key in the format
        version: int,
        steps: tuple[Step, ...] | None,
        edges: tuple[Edge, ...],
        branches: tuple[Edge, ...],
        statutory: Table[str, float],
        renewed: Renewal | None,
        roles: Table[str, str],
        names: Table[str, str],
        case: str,
        activity: str,
        time: str,
        resource: str,
        group: str,
        organisation: str,
        hours: str,
        shared: bool,
        by: tuple[str, ...],
        **files: str | None,
    ) -> None:
        self.id, self.version, self.steps, self.edges = id, version, steps, edges
        self.branches, self.statutory, self.renewed, self.roles = (
            branches,
            statutory,
            renewed,
            roles,
        )
        self.names, self.mapped_by = names, by
        options = {
            "case": case,
            "activity": activity,
            "time": time,
            "resource": resource,
            "group": group,
            "organisation": organisation,
            "hours": hours,
            "shared": "yes" if shared else "",
        }
        self.options = {name: column for name, column in options.items() if column}
        self.files = {reader: file for reader, file in files.items() if file is not None}


@attrs.frozen(kw_only=True)
class RegiePart:
    """The regie as it is written: what holds, what held, and what the areas divide."""

    arrangements: tuple[Arrangement, ...] = ()
    history: tuple[Arrangement, ...] = ()
    territory: tuple[str, ...] = ()
    raci: Table[str, RaciRow] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class DossierPart:
    """The dossier as it is written."""

    format: int
    id: str
    municipality: Municipality | None
    decentralisation: tuple[Decentralisation, ...]
    period: Period
    areas: tuple[Area, ...]
    regie: RegiePart
    checklist: ChecklistPart | None
    goals: tuple[Goal, ...]
    principles: tuple[Principle, ...]
    organisations: tuple[Organisation, ...]
    staffing: tuple[StaffingPart, ...] | None
    people: tuple[str, Mark] | None
    process: ProcessPart | None
    groups: tuple[LearningGroup, ...]
    compose: ComposeRequest | None
    agreements: tuple[Agreement, ...]
    repositioning: tuple[Repositioning, ...]
    unlearning: tuple[UnlearnGoal, ...]
    needs: tuple[Need, ...]
    activities: tuple[PlannedActivity, ...]
    personal_routes: tuple[Any, ...]
    routes: RouteRequest
    plan: Plan
    resources: ResourceFrame
    outcomes: OutcomesPart | None
    minimum_cell: int
    retention: Table[Kept, int]
