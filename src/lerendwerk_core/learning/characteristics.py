"""The eight characteristics, each tested on what the dossier records (C#50-57)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity, LearningGroup
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process import neighbours
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Characteristic,
    Formality,
    MunicipalPart,
    Purpose,
)
from lerendwerk_core.wording import reason

MET, NOT_MET = "met", "not met"


@attrs.frozen(kw_only=True)
class CharacteristicFigures(Wired):
    """Whether a characteristic is met on this trajectory, and what says so."""

    label: Text
    state: str
    because: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class Evidence:
    """What the tests look at."""

    dossier: Dossier
    catalogue: Mapping[str, LearningActivity]
    versions: tuple[WorkProcess, ...]


Test = Callable[[Evidence], tuple[bool, tuple[Text, ...]]]


def characteristic_figures(evidence: Evidence) -> Table[Characteristic, CharacteristicFigures]:
    """Return for each characteristic whether it is met; what is not recorded does not count as met."""
    figures = {}
    for characteristic, test in TESTS.items():
        met, because = test(evidence)
        state = MET if met else NOT_MET
        figures[characteristic] = CharacteristicFigures(
            label=characteristic.label, state=state, because=because
        )
    return Table(figures)


def _work_situation(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    activities = evidence.dossier.activities
    loose = [one.id for one in activities if not one.steps]
    if not activities:
        return False, (reason("no-activities"),)
    if loose:
        return False, (reason("activities-without-step", activities=loose),)
    return True, (reason("activities-on-steps", count=len(activities)),)


def _leading_principles(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    dossier = evidence.dossier
    if not dossier.principles:
        return False, (reason("no-principles"),)
    loose = [one.id for one in dossier.agreements if not one.frame]
    loose += [one.id for one in dossier.activities if not one.principles]
    if loose:
        return False, (reason("without-principle", what=loose),)
    if not dossier.agreements and not dossier.activities:
        return False, (reason("principles-unused", count=len(dossier.principles)),)
    return True, (reason("principles-used", count=len(dossier.principles)),)


def _involvement_groups(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    groups = [one for one in evidence.dossier.groups if one.purpose is Purpose.ORGANISATION]
    if not groups:
        return False, (reason("no-organisation-groups"),)
    flaws = [flaw for group in groups for flaw in _group_flaws(evidence.dossier, group)]
    if flaws:
        return False, tuple(flaws)
    return True, (reason("groups-by-involvement", groups=[group.id for group in groups]),)


def _group_flaws(dossier: Dossier, group: LearningGroup) -> list[Text]:
    people = {person.code: person for person in dossier.people}
    members = [people[code] for code in group.members]
    steps = dossier.process.steps if dossier.process else ()
    performing = {discipline for step in steps for discipline in step.performers}
    # Whom a regie model invites by their part, such as the contract manager, need perform no step.
    idle = [
        one.code
        for one in members
        if one.discipline not in performing and MunicipalPart.read(one.discipline) is None
    ]
    flaws = []
    if idle:
        flaws.append(reason("members-without-step", group=group.id, members=idle))
    if len({one.discipline for one in members}) < 2:  # noqa: PLR2004 - several begins at two
        flaws.append(reason("one-discipline", group=group.id))
    if len({(one.organisation, one.department) for one in members}) < 2:  # noqa: PLR2004
        flaws.append(reason("one-department", group=group.id))
    return flaws


def _process_by_participants(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    versions = [str(one.version) for one in evidence.versions]
    if not versions:
        return False, (reason("no-process"),)
    if len(versions) == 1:
        return False, (reason("process-not-renewed"),)
    return True, (reason("process-renewed", versions=versions),)


def _roles_aligned(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    if not evidence.versions:
        return False, (reason("no-process"),)
    newest = evidence.versions[-1]
    unclear = [step.id for step in newest.steps if step.raci is None or _is_unclear(step.raci)]
    kinds = (AgreementKind.ROLE, AgreementKind.TASK)
    agreed = [one.id for one in evidence.dossier.agreements if one.kind in kinds]
    met = neighbours(evidence.dossier, newest)
    apart = [" + ".join(one.parties) for one in met if one.steps and not one.agreements]
    because = [reason("roles-unclear", steps=unclear)] if unclear else []
    because += [reason("pairs-not-aligned", pairs=apart)] if apart else []
    because.append(
        reason("roles-agreed", agreements=agreed) if agreed else reason("roles-not-agreed")
    )
    return not unclear and not apart and bool(agreed), tuple(because)


def _is_unclear(row: RaciRow) -> bool:
    """Whether *row* has not one accountable party, or nobody who does the work (C#54)."""
    return any(flaw.code != "row-told-twice" for flaw in row.flaws)


def _own_agreements(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    agreements = [
        one
        for one in evidence.dossier.agreements
        if one.kind is AgreementKind.BEHAVIOUR and one.authors and one.frame
    ]
    if agreements:
        return True, (reason("own-agreements", agreements=[one.id for one in agreements]),)
    return False, (reason("no-own-agreements"),)


def _informal_space(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    informal = [
        one.id
        for one in evidence.dossier.activities
        if evidence.catalogue[one.activity].formality is Formality.INFORMAL and one.hours
    ]
    if informal:
        return True, (reason("informal-time", activities=informal),)
    return False, (reason("no-informal-time"),)


def _own_routes(evidence: Evidence) -> tuple[bool, tuple[Text, ...]]:
    if evidence.dossier.needs:
        return True, (reason("needs-named", count=len(evidence.dossier.needs)),)
    return False, (reason("no-needs"),)


TESTS: Mapping[Characteristic, Test] = {
    Characteristic.C1: _work_situation,
    Characteristic.C2: _leading_principles,
    Characteristic.C3: _involvement_groups,
    Characteristic.C4: _process_by_participants,
    Characteristic.C5: _roles_aligned,
    Characteristic.C6: _own_agreements,
    Characteristic.C7: _informal_space,
    Characteristic.C8: _own_routes,
}
