"""Regie models over the seven rule types, with the actors and activities that they name."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.regie import (
    Boundary,
    Payoff,
    RegieActivity,
    RegieActor,
    RegieModel,
    Scope,
    SeatRule,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.definitions.shared import CONCEPTS, KeyedByWord
from lerendwerk_core.sources.format.fields import EN, IDS, NL, TEXT, labelled, may, needed, raci_of
from lerendwerk_core.sources.shapes import (
    Defines,
    Flag,
    Keyed,
    Many,
    Number,
    OneOf,
    Record,
    Refers,
    Words,
)
from lerendwerk_core.vocabulary import DecisionRight, Holder

ACTOR = Record([needed("id", Defines("actor"), "actor", "actor"), NL, EN], labelled(RegieActor))


RACI_ACTIVITY = Record(
    [needed("id", Defines("raci-activity"), "activiteit", "activity"), CONCEPTS, NL, EN],
    labelled(RegieActivity),
)


ACTORS = Many(Refers("actor"), or_one=True)


SHARE = Number(most=1)


SEAT = Record(
    [
        needed("who", Words(), "wie", "who"),
        may("min", Number(whole=True, least=1, most=100), "ten minste", "at least", 1),
        may("role", Words(), "in welke rol", "in which part", ""),
    ],
    lambda who, min, role: SeatRule(who=who, minimum=min, role=role),  # noqa: A006 - the key
)


BODY = Record(
    [
        may("must", Many(SEAT), "wie erin moet zitten", "who must have a seat", ()),
        may("chair", Words(), "voorzitter", "chair", ""),
        may("per", Words(), "per gebied", "per area", ""),
        may(
            "max_seat_share",
            Keyed(SHARE),
            "grootste deel van de zetels",
            "largest share of the seats",
            Table(),
        ),
    ],
    Boundary,
)


BOUNDARY = Record(
    [
        may("learning_group", BODY, "leergroep", "learning group", Boundary()),
        may("steering_group", BODY, "stuurgroep", "steering group", Boundary()),
    ],
    lambda learning_group, steering_group: (learning_group, steering_group),
)


AGGREGATION = Record(
    [
        may("rule", Words(), "hoe een besluit valt", "how a decision is made", ""),
        may("escalation", Words(), "waar het heen gaat bij conflict", "where conflict goes", ""),
        may("quorum", SHARE, "quorum", "quorum"),
    ],
    lambda rule, escalation, quorum: (rule, escalation),  # noqa: ARG005 - quorum is not used yet
)


RACI = raci_of(ACTORS)


INFORMATION = Record(
    [
        needed("chain", ACTORS, "verantwoording tot de raad", "accountability to the council"),
        may(
            "raci",
            Keyed(RACI, refers="raci-activity"),
            "rollen per activiteit",
            "parts per activity",
            Table(),
        ),
    ],
    lambda chain, raci: (chain, raci),
)


SCOPE = Record(
    [
        may(
            "area_partition_required",
            Flag(),
            "gebieden zonder overlap",
            "areas without overlap",
            default=False,
        ),
        may("services", Words(), "all of listed", "all or listed", "all"),
        may("shared_goals_min", Number(whole=True), "gedeelde doelen", "shared goals", 0),
        may("partners_min", Number(whole=True), "andere instellingen", "other institutions", 0),
    ],
    Scope,
)


def _payoff(**values: Any) -> Payoff:
    values.pop("from")
    values.pop("to")
    return Payoff(**values)


PAYOFF = Record(
    [
        may("pattern", Words(), "patroon", "pattern", ""),
        may("from", Words(), "van wie", "from whom", ""),
        may("to", Words(), "naar wie", "to whom", ""),
        may("primes_per_area", Number(whole=True), "hoofdaannemers per gebied", "primes per area"),
        may("subcontracting", Flag(), "onderaanneming", "subcontracting", default=False),
        may("covenant", Flag(), "convenant", "covenant", default=False),
    ],
    _payoff,
)


def _model(*, boundary: Any, aggregation: Any, information: Any, **values: Any) -> RegieModel:
    learning_group, steering_group = boundary
    rule, escalation = aggregation
    chain, raci = information
    return labelled(RegieModel)(  # type: ignore[no-any-return]
        learning_group=learning_group,
        steering_group=steering_group,
        aggregation=rule,
        escalation=escalation,
        chain=chain,
        raci=raci,
        **values,
    )


MODEL = Record(
    [
        needed("id", Defines("model"), "regiemodel", "regie model"),
        may("family", Words(), "familie", "family", ""),
        may(
            "rank", Number(whole=True, least=1), "rang; 1 stuurt het sterkst", "rank; 1 steers most"
        ),
        CONCEPTS,
        NL,
        EN,
        may("position", ACTORS, "wie een rol heeft", "who has a part", ()),
        may("boundary", BOUNDARY, "wie waarin zit", "who sits in what", (Boundary(), Boundary())),
        needed(
            "choice",
            KeyedByWord(DecisionRight, OneOf(Holder)),
            "wie welk recht houdt",
            "who holds which right",
        ),
        may("aggregation", AGGREGATION, "hoe besluiten vallen", "how decisions are made", ("", "")),
        needed("information", INFORMATION, "verantwoording", "accountability"),
        may("scope", SCOPE, "reikwijdte", "scope", Scope()),
        may("payoff", PAYOFF, "contracten", "contracts", Payoff()),
        may("emphasis", IDS, "waar het op let", "what it watches", ()),
        may("warn", IDS, "waarvoor het waarschuwt", "what it warns of", ()),
        may("unlearn", Many(TEXT), "wat af te leren valt", "what there is to unlearn", ()),
    ],
    _model,
)
