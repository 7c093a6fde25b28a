"""What an arrangement asks of the learning groups, resolved to this dossier's parties."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from lerendwerk_core.model.composition import ORGANISATION, PART
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.regie import (
    MUNICIPALITY,
    Arrangement,
    Demand,
    RegieModel,
    SeatRule,
    ShareRule,
)
from lerendwerk_core.vocabulary import MunicipalPart
from lerendwerk_core.wording import reason

ANY = "any"
EACH_WITH_STEP = ("each_org_with_step", "each_subcontractor_with_step")


def demands_of(dossier: Dossier, arrangement: Arrangement, model: RegieModel) -> tuple[Demand, ...]:
    """Return what *arrangement* asks of a learning group in its area, each demand once."""
    rules = (
        one for rule in model.learning_group.must for one in _seats(dossier, arrangement, rule)
    )
    shares = _shares(dossier, arrangement, model)
    found: dict[str, Demand] = {}
    for demand in rules:
        found.setdefault(demand.id, demand)
    for value, rule in shares:
        id_ = f"share:{value or ANY}"
        because = reason("demand-share", model=model.label, who=value or ANY, share=rule.share)
        found[id_] = Demand(
            id=id_,
            dimension=ORGANISATION,
            value=value,
            max_share=rule.share,
            because=because,
            area=arrangement.area,
            hard=rule.hard,
        )
    return tuple(found.values())


def _seats(dossier: Dossier, arrangement: Arrangement, rule: SeatRule) -> Iterator[Demand]:
    asked = partial(
        Demand,
        minimum=rule.minimum,
        maximum=rule.maximum,
        area=arrangement.area,
        role=rule.role,
        hard=rule.hard,
    )
    if "." in rule.who:
        part = MunicipalPart.named(rule.who.split(".")[1])
        named = MunicipalPart.read(part)
        because = reason("demand-part", part=named.label if named else part)
        yield asked(id=part, dimension=PART, value=part, because=because)
        return
    for organisation in _organisations(dossier, arrangement, rule.who):
        because = reason(f"demand-{_why(rule.who)}", who=organisation)
        id_ = f"organisation:{organisation}"
        yield asked(id=id_, dimension=ORGANISATION, value=organisation, because=because)


def _why(who: str) -> str:
    return {
        "contractpartner": "contract-partner",
        "gemeente": "municipality",
        "each_partner": "partner",
    }.get(who, "step")


def _organisations(dossier: Dossier, arrangement: Arrangement, who: str) -> tuple[str, ...]:
    """Return the organisations that *who* means here."""
    if who == MUNICIPALITY:
        return dossier.municipal
    if who in ("contractpartner", "each_partner"):
        return arrangement.partners
    if who not in EACH_WITH_STEP:
        return (who,) if who in {one.id for one in dossier.organisations} else ()
    performing = performing_organisations(dossier, arrangement)
    if who == "each_org_with_step":
        return performing
    left_out = {*dossier.municipal, *arrangement.partners}
    return tuple(one for one in performing if one not in left_out)


def performing_organisations(dossier: Dossier, arrangement: Arrangement) -> tuple[str, ...]:
    """Return the organisations that perform a step under *arrangement*, with people in its area."""
    steps = dossier.process.steps if dossier.process else ()
    covered = (step for step in steps if arrangement.covers(step.id))
    disciplines = {discipline for step in covered for discipline in step.performers}
    employers = {
        person.organisation
        for person in dossier.people
        if person.discipline in disciplines
        and (not person.area or not arrangement.area or person.area == arrangement.area)
    }
    return tuple(one.id for one in dossier.organisations if one.id in employers)


def _shares(
    dossier: Dossier, arrangement: Arrangement, model: RegieModel
) -> Iterator[tuple[str, ShareRule]]:
    for who, rule in model.learning_group.max_seat_share.items():
        if who == ANY:
            yield "", rule
        for organisation in _organisations(dossier, arrangement, who):
            yield organisation, rule
