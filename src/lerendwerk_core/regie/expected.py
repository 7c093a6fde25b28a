"""Who is accountable for a step and who does it, as the regie model has it (C#54; domain, 3.2)."""

from __future__ import annotations

from collections.abc import Mapping

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import Step
from lerendwerk_core.model.raci import COUNCIL, RaciRow
from lerendwerk_core.model.regie import STEP, Arrangement, RegieModel
from lerendwerk_core.regie.accountability import CONTRACT_PARTNER
from lerendwerk_core.regie.answering import head_of, is_municipal

PERFORMER = "uitvoerder"
OF_THE_LEAD = ("partner", "aanbieder", "stappeneigenaar", "onderaannemer")
"""Actors that are, for one step, the organisation that leads it."""


def step_rows(dossier: Dossier, arrangement: Arrangement, model: RegieModel) -> dict[str, RaciRow]:
    """
    Return per step of the process its RACI row under *arrangement*, in organisations.

    Outside the listed services the organisation that leads a step is accountable for it. An actor
    that is nobody in this dossier keeps its name. A model that is silent about steps has no rows.
    """
    row = model.raci.get(STEP)
    if row is None or dossier.process is None:
        return {}
    return {step.id: _row(dossier, arrangement, row, step) for step in dossier.process.steps}


def expected_accountable(dossier: Dossier, models: Mapping[str, RegieModel]) -> dict[str, str]:
    """Return per step the organisation that every arrangement makes accountable, if they agree."""
    found: dict[str, set[str]] = {}
    for one in dossier.arrangements:
        for step, row in step_rows(dossier, one, models[one.model]).items():
            found.setdefault(step, set()).update(row.accountable)
    parties = {one.id for one in dossier.organisations}
    single = {step: next(iter(who)) for step, who in found.items() if len(who) == 1}
    return {step: who for step, who in single.items() if who in parties}


def expected_for_activities(
    dossier: Dossier, models: Mapping[str, RegieModel]
) -> dict[str, tuple[str, ...]]:
    """
    Return per activity whom every arrangement makes accountable, if they agree.

    The organisation that it is in this dossier comes first, where there is one, then the actor.
    """
    found: dict[str, set[tuple[str, ...]]] = {}
    for one in dossier.arrangements:
        for activity, row in models[one.model].raci.items():
            parties = (*_organisation(dossier, one, row.accountable[0]), row.accountable[0])
            found.setdefault(activity, set()).add(parties)
    return {activity: next(iter(who)) for activity, who in found.items() if len(who) == 1}


def _row(dossier: Dossier, arrangement: Arrangement, row: RaciRow, step: Step) -> RaciRow:
    def here(cell: str) -> tuple[str, ...]:
        found = (_here(dossier, arrangement, step, actor) for actor in row.cell(cell))
        return tuple(dict.fromkeys(party for parties in found for party in parties))

    lead = dossier.employer_of(step.lead)
    outside = lead and not arrangement.covers(step.id)
    return RaciRow(
        accountable=(lead,) if outside else here("accountable")[:1],
        responsible=here("responsible"),
        consulted=here("consulted"),
        informed=here("informed"),
    )


def _here(dossier: Dossier, arrangement: Arrangement, step: Step, actor: str) -> tuple[str, ...]:
    """Return the organisations that *actor* is at *step*; itself if it is none."""
    found = _organisation(dossier, arrangement, actor)
    if actor == PERFORMER:
        found = tuple(one for one in map(dossier.employer_of, step.performers) if one)
    elif head_of(actor) in OF_THE_LEAD:
        found = tuple(filter(None, [dossier.employer_of(step.lead)]))
    return found or (actor,)


def _organisation(dossier: Dossier, arrangement: Arrangement, actor: str) -> tuple[str, ...]:
    """Return the organisation that *actor* is, whatever the step; nothing if that depends on it."""
    if is_municipal(actor) and actor != COUNCIL:
        return dossier.municipal[:1]
    return arrangement.partners[:1] if head_of(actor) == CONTRACT_PARTNER else ()
