"""The eight characteristics, each tested on what the dossier records (C#50-57)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity, LearningGroup
from lerendwerk_core.model.process import Step, WorkProcess
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
SEVERAL = 2


@attrs.frozen(kw_only=True)
class CharacteristicFigures(Wired):
    """
    Whether a characteristic is met on this trajectory, with what speaks for it and what against.

    It is met when something speaks for it and nothing against. ``because`` is what decided.
    """

    label: Text
    state: str
    evidence_for: tuple[Text, ...]
    evidence_against: tuple[Text, ...]
    because: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class Evidence:
    """What the tests look at; ``conflicting`` are the agreements that conflict with their frame."""

    dossier: Dossier
    catalogue: Mapping[str, LearningActivity]
    versions: tuple[WorkProcess, ...]
    conflicting: tuple[str, ...] = ()

    @property
    def groups(self) -> tuple[LearningGroup, ...]:
        """The groups for organisational learning."""
        groups = self.dossier.groups
        return tuple(one for one in groups if one.purpose is Purpose.ORGANISATION)


@attrs.frozen
class Pro:
    """Something that speaks for a characteristic."""

    text: Text


@attrs.frozen
class Contra:
    """Something that speaks against it."""

    text: Text


Said = Iterator[Pro | Contra]
Test = Callable[[Evidence], Said]


def characteristic_figures(evidence: Evidence) -> Table[Characteristic, CharacteristicFigures]:
    """Return for each characteristic whether it is met; what is not recorded does not count as met."""
    return Table(
        (characteristic, _figures(characteristic, test(evidence)))
        for characteristic, test in TESTS.items()
    )


def _figures(characteristic: Characteristic, said: Iterable[Pro | Contra]) -> CharacteristicFigures:
    all_said = list(said)
    speaks_for = tuple(one.text for one in all_said if isinstance(one, Pro))
    against = tuple(one.text for one in all_said if isinstance(one, Contra))
    is_met = bool(speaks_for) and not against
    return CharacteristicFigures(
        label=characteristic.label,
        state=MET if is_met else NOT_MET,
        evidence_for=speaks_for,
        evidence_against=against,
        because=speaks_for if is_met else against,
    )


def _work_situation(evidence: Evidence) -> Said:
    activities = evidence.dossier.activities
    loose = [one.id for one in activities if not one.steps]
    tied = len(activities) - len(loose)
    if not activities:
        yield Contra(reason("no-activities"))
    if tied:
        yield Pro(reason("activities-on-steps", count=tied, all=len(activities)))
    if loose:
        yield Contra(reason("activities-without-step", activities=loose))


def _leading_principles(evidence: Evidence) -> Said:
    dossier = evidence.dossier
    if not dossier.principles:
        yield Contra(reason("no-principles"))
        return
    using = [one.id for one in dossier.agreements if one.frame]
    using += [one.id for one in dossier.activities if one.principles]
    loose = [one.id for one in dossier.agreements if not one.frame]
    loose += [one.id for one in dossier.activities if not one.principles]
    unowned = [one.id for one in dossier.principles if not one.owner]
    if unowned:
        yield Contra(reason("principles-unowned", principles=unowned))
    if using:
        yield Pro(reason("principles-used", what=using))
    if loose:
        yield Contra(reason("without-principle", what=loose))
    if not using and not loose:
        yield Contra(reason("principles-unused", count=len(dossier.principles)))


def _involvement_groups(evidence: Evidence) -> Said:
    if not evidence.groups:
        yield Contra(reason("no-organisation-groups"))
        return
    flaws = {group.id: _group_flaws(evidence.dossier, group) for group in evidence.groups}
    sound = [group for group, found in flaws.items() if not found]
    if sound:
        yield Pro(reason("groups-by-involvement", groups=sound))
    for found in flaws.values():
        yield from map(Contra, found)
    uncovered = _uncovered(evidence)
    if uncovered:
        yield Contra(reason("steps-in-no-group", steps=uncovered))


def _uncovered(evidence: Evidence) -> list[str]:
    """Return the steps that nobody in a group performs."""
    discipline = {one.code: one.discipline for one in evidence.dossier.people}
    present = {discipline[code] for group in evidence.groups for code in group.members}
    process = evidence.dossier.process
    steps = process.steps if process else ()
    return [one.id for one in steps if one.performers and not present & set(one.performers)]


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
    if len({one.discipline for one in members}) < SEVERAL:
        flaws.append(reason("one-discipline", group=group.id))
    if len({(one.organisation, one.department) for one in members}) < SEVERAL:
        flaws.append(reason("one-department", group=group.id))
    return flaws


def _process_by_participants(evidence: Evidence) -> Said:
    """Whether those who take part mapped the process, and improved or renewed it (C#53)."""
    if not evidence.versions:
        yield Contra(reason("no-process"))
        return
    first, newest = evidence.versions[0], evidence.versions[-1]
    makers = _makers(evidence, first)
    quicker = _changed(_is_quicker, first, newest)
    otherwise = _changed(_is_other, first, newest)
    if makers:
        yield Pro(reason("process-made-by", groups=makers))
    else:
        yield Contra(reason("process-makers-unknown"))
    if quicker:
        yield Pro(reason("process-improved", steps=quicker))
    if otherwise:
        yield Pro(reason("process-done-otherwise", steps=otherwise))
    if set(first.edges) != set(newest.edges):
        yield Pro(reason("process-other-order"))
    elif not quicker and not otherwise:
        yield Contra(reason("process-not-renewed"))


def _makers(evidence: Evidence, process: WorkProcess) -> tuple[str, ...]:
    """Return the groups that mapped or renewed *process*, or have an activity that does."""
    learning = [one.id for one in evidence.groups]
    acting = (
        group
        for one in evidence.dossier.activities
        if Characteristic.C4 in evidence.catalogue[one.activity].characteristics
        for group in one.groups
        if group in learning
    )
    renewing = process.renewal.by if process.renewal else ()
    return tuple(dict.fromkeys((*process.mapped_by, *renewing, *acting)))


def _changed(
    test: Callable[[Step, Step], bool], first: WorkProcess, newest: WorkProcess
) -> list[str]:
    """Return the steps of which *test* holds of how they were and how they are."""
    before = {step.id: step for step in first.steps}
    return [one.id for one in newest.steps if one.id in before and test(before[one.id], one)]


def _is_quicker(before: Step, after: Step) -> bool:
    return after.touch < before.touch or after.wait < before.wait


def _is_other(before: Step, after: Step) -> bool:
    return _way(before) != _way(after)


def _way(step: Step) -> tuple[object, ...]:
    """Return how a step is done: by whom, for what, which way, with which parts."""
    return step.performers, step.goals, step.stance, step.raci


def _roles_aligned(evidence: Evidence) -> Said:
    if not evidence.versions:
        yield Contra(reason("no-process"))
        return
    newest = evidence.versions[-1]
    unclear = [step.id for step in newest.steps if step.raci is None or _is_unclear(step.raci)]
    kinds = (AgreementKind.ROLE, AgreementKind.TASK)
    agreed = [one.id for one in evidence.dossier.agreements if one.kind in kinds]
    met = neighbours(evidence.dossier, newest)
    apart = [" + ".join(one.parties) for one in met if one.steps and not one.agreements]
    if unclear:
        yield Contra(reason("roles-unclear", steps=unclear))
    if apart:
        yield Contra(reason("pairs-not-aligned", pairs=apart))
    if agreed:
        yield Pro(reason("roles-agreed", agreements=agreed))
    else:
        yield Contra(reason("roles-not-agreed"))


def _is_unclear(row: RaciRow) -> bool:
    """Whether *row* has not one accountable party, or nobody who does the work (C#54)."""
    return any(flaw.code != "row-told-twice" for flaw in row.flaws)


def _own_agreements(evidence: Evidence) -> Said:
    own = [
        one.id
        for one in evidence.dossier.agreements
        if one.kind is AgreementKind.BEHAVIOUR and one.authors and one.frame
    ]
    at_odds = [one for one in own if one in evidence.conflicting]
    if own:
        yield Pro(reason("own-agreements", agreements=own))
    else:
        yield Contra(reason("no-own-agreements"))
    if at_odds:
        yield Contra(reason("agreements-against-frame", agreements=at_odds))


def _informal_space(evidence: Evidence) -> Said:
    dossier = evidence.dossier
    informal = [
        one
        for one in dossier.activities
        if evidence.catalogue[one.activity].formality is Formality.INFORMAL and one.hours != 0
    ]
    if informal:
        yield Pro(reason("informal-time", activities=[one.id for one in informal]))
    else:
        yield Contra(reason("no-informal-time"))
    reached = {group for one in informal for group in one.groups or dossier.size_of_groups}
    without = [one.id for one in evidence.groups if one.id not in reached]
    if informal and without:
        yield Contra(reason("groups-without-informal", groups=without))


def _own_routes(evidence: Evidence) -> Said:
    used = [one for one in evidence.dossier.needs if one.consented]
    refused = len(evidence.dossier.needs) - len(used)
    if used:
        yield Pro(reason("needs-named", count=len(used)))
    else:
        yield Contra(reason("no-needs"))
    if refused:
        yield Pro(reason("needs-left-out", count=refused))


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
