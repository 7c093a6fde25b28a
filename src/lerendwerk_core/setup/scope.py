"""The scope sheet: municipality, acts, areas, organisations and head counts, small cells hidden."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import attrs

from lerendwerk_core.disclosure import OpenCounts, open_counts
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.municipality import Municipality, Period, Registration
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, Stage

_finding = partial(Finding.of, stage=Stage.SETUP)

TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/"

Register = Mapping[str, Sequence[Registration]]
"""The periods of validity per municipality code."""


@attrs.frozen(kw_only=True)
class Counts(Wired):
    """The size of the trajectory; ``people`` is ``None`` where it would give a small count away."""

    steps: int
    disciplines: int
    organisations: int
    people: int | None


@attrs.frozen(kw_only=True)
class Scope(Wired):
    """What the dossier is about; ``staff`` is the head count per discipline as it may be seen."""

    municipality: Municipality | None
    identifier: str
    valid_on_start: bool | None
    acts: tuple[Decentralisation, ...]
    period: Period
    areas: Table[str, Text]
    organisations: Table[str, Text]
    goals: Table[str, Text]
    counts: Counts
    staff: OpenCounts
    minimum_cell: int


def set_up(dossier: Dossier, register: Register) -> Scope:
    """Return the scope sheet of *dossier*; *register* says which municipality codes were valid when."""
    disciplines = Counter(person.discipline for person in dossier.people)
    staff = open_counts(disciplines, dossier.minimum_cell)
    return Scope(
        municipality=_named_municipality(dossier, register),
        identifier=TOOI + dossier.municipality.code.lower() if dossier.municipality else "",
        valid_on_start=_valid(dossier, register),
        acts=dossier.acts,
        period=dossier.period,
        areas=Table((area.id, area.label) for area in dossier.areas),
        organisations=Table((one.id, one.label) for one in dossier.organisations),
        goals=Table((one.id, one.label) for one in dossier.goals),
        counts=Counts(
            steps=len(dossier.process.steps) if dossier.process else 0,
            disciplines=len(dossier.disciplines),
            organisations=len(dossier.organisations),
            people=staff.total,
        ),
        staff=staff,
        minimum_cell=dossier.minimum_cell,
    )


def _named_municipality(dossier: Dossier, register: Register) -> Municipality | None:
    """Return the municipality, with its name of the register where the dossier gives none."""
    one = dossier.municipality
    if one is None or one.name or one.code not in register:
        return one
    return attrs.evolve(one, name=_name_on(register, one.code, dossier))


def _valid(dossier: Dossier, register: Register) -> bool | None:
    """Return whether the code was valid on the dossier's date; ``None`` if that cannot be said."""
    if dossier.municipality is None or dossier.today is None:
        return None
    periods = register.get(dossier.municipality.code)
    if periods is None:
        return None
    return any(period.is_valid_on(dossier.today) for period in periods)


def findings(dossier: Dossier, register: Register, scope: Scope) -> Iterator[Finding]:
    """Yield what to discuss about the set-up."""
    yield from _municipality_findings(dossier, register, scope)
    period = dossier.period
    if period.start and period.go_live and period.go_live < period.start:
        yield _finding("go-live-before-start", "period.go_live", start=period.start)
    for organisation in dossier.organisations:
        if not any(person.organisation == organisation.id for person in dossier.people):
            where = f"organisations.{organisation.id}"
            yield _finding("organisation-without-people", where, organisation=organisation.label)
    yield from _split_disciplines(dossier)


def _municipality_findings(dossier: Dossier, register: Register, scope: Scope) -> Iterator[Finding]:
    municipality = dossier.municipality
    if municipality is None:
        return
    where, code = "municipality.code", municipality.code
    if code not in register:
        yield _finding("municipality-unknown", where, code=code)
    elif scope.valid_on_start is False:
        successors = [_named(register, one) for p in register[code] for one in p.successors]
        kind = "municipality-not-valid" if successors else "municipality-not-valid-unknown"
        values: dict[str, Any] = {"code": code, "date": dossier.today, "successors": successors}
        yield _finding(kind, where, **values)
    elif (name := _name_on(register, code, dossier)) != (municipality.name or name) and name:
        yield _finding("municipality-name", "municipality.name", code=code, name=name)
    for one in municipality.predecessors:
        if one not in register:
            yield _finding("municipality-unknown", "municipality.predecessors", code=one)


def _named(register: Register, code: str) -> str:
    periods = register.get(code, ())
    return f"{code} ({periods[-1].name})" if periods else code


def _name_on(register: Register, code: str, dossier: Dossier) -> str:
    if dossier.today is None:
        return register[code][-1].name
    day = dossier.today
    return next((period.name for period in register[code] if period.is_valid_on(day)), "")


def _split_disciplines(dossier: Dossier) -> Iterator[Finding]:
    for discipline in dossier.disciplines:
        staffed = (p.organisation for p in dossier.people if p.discipline == discipline)
        employers = list(dict.fromkeys(staffed))
        if len(employers) > 1:
            values: dict[str, Any] = {"discipline": discipline, "organisations": employers}
            yield _finding("discipline-split", "staffing", **values)
