"""Regie models over the seven rule types, with the actors and activities that they name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.goals import Stakeholder
from lerendwerk_core.model.regie import (
    Boundary,
    Payoff,
    RegieActivity,
    RegieActor,
    RegieModel,
    Scope,
    SeatRule,
    ShareRule,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.regie import breaches
from lerendwerk_core.sources.definitions.shared import CONCEPTS, KeyedByWord
from lerendwerk_core.sources.format.fields import EN, IDS, NL, TEXT, labelled, may, needed, raci_of
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    ByForm,
    Checked,
    Defines,
    Flag,
    Keyed,
    Many,
    Number,
    OneOf,
    Reading,
    Record,
    Refers,
    Shape,
    Words,
)
from lerendwerk_core.vocabulary import DecisionRight, Holder

ACTOR = Record([needed("id", Defines("actor"), "actor", "actor"), NL, EN], labelled(RegieActor))


STAKEHOLDER = Record(
    [needed("id", Defines("stakeholder"), "betrokkene", "stakeholder"), NL, EN],
    labelled(Stakeholder),
)


RACI_ACTIVITY = Record(
    [needed("id", Defines("raci-activity"), "activiteit", "activity"), CONCEPTS, NL, EN],
    labelled(RegieActivity),
)


ACTORS = Many(Refers("actor"), or_one=True)


SHARE = Number(most=1)


SELECTORS = (
    "any",
    "all_partners",
    "each_org_with_step",
    "each_partner",
    "each_partner.directie",
    "each_provider",
    "each_subcontractor_with_step",
    "rotating",
)
"""Words that pick parties of a dossier, or take turns, where a model does not name an actor."""


@attrs.frozen
class _Who:
    """An actor, or a word that selects parties."""

    def read(self, node: Node, reading: Reading) -> Any:
        value = Words().read(node, reading)
        if isinstance(value, str) and value not in SELECTORS:
            return Refers("actor").read(node, reading)
        return value

    def schema(self) -> dict[str, Any]:
        return Words().schema()


@attrs.frozen
class _PerParty:
    """A mapping from actors or selectors to values."""

    of: Shape

    def read(self, node: Node, reading: Reading) -> Any:
        value = Keyed(self.of).read(node, reading)
        for key, entry in node.value.items() if isinstance(node.value, dict) else ():
            if key not in SELECTORS:
                reading.refer("actor", key, entry.mark)
        return value

    def schema(self) -> dict[str, Any]:
        return Keyed(self.of).schema()


HARD = may("hard", Flag(), "moet; anders een wens", "must be; else a wish", default=False)


def _least_first(rule: SeatRule, node: Node, reading: Reading) -> None:
    if rule.maximum is not None and rule.minimum > rule.maximum:
        reading.wrong(node.mark, "size-reversed", least=rule.minimum, most=rule.maximum)


SEAT = Checked(
    Record(
        [
            needed("who", _Who(), "wie", "who"),
            may("min", Number(whole=True, most=100), "ten minste", "at least", 1),
            may("max", Number(whole=True, most=100), "ten hoogste", "at most"),
            may("role", Words(), "in welke rol", "in which part", ""),
            HARD,
        ],
        lambda who, min, max, role, hard: SeatRule(  # noqa: A006 - the keys
            who=who, minimum=min, maximum=max, role=role, hard=hard
        ),
    ),
    _least_first,
)


class _BareShare:
    """A share that is a wish."""

    def read(self, node: Node, reading: Reading) -> Any:
        value = SHARE.read(node, reading)
        return ShareRule(share=value) if isinstance(value, int | float) else value

    def schema(self) -> dict[str, Any]:
        return SHARE.schema()


SHARE_RULE = ByForm(
    mapping=Record(
        [needed("share", SHARE, "deel, 0 tot 1", "share, 0 to 1"), HARD],
        ShareRule,
    ),
    scalar=_BareShare(),
)


BODY = Record(
    [
        may("must", Many(SEAT), "wie erin moet zitten", "who must have a seat", ()),
        may("chair", _Who(), "voorzitter", "chair", ""),
        may("per", Words(), "per gebied", "per area", ""),
        may(
            "max_seat_share",
            _PerParty(SHARE_RULE),
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
        may(
            "escalation",
            Refers("actor"),
            "waar het heen gaat bij conflict",
            "where conflict goes",
            "",
        ),
        may("quorum", SHARE, "quorum", "quorum"),
    ],
    lambda rule, escalation, quorum: (rule, escalation, quorum),
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
        may(
            "accountable_to",
            _PerParty(Refers("actor")),
            "aan wie wie buiten de lijn verantwoording aflegt",
            "to whom those outside the chain answer",
            Table(),
        ),
        may("reports", Many(TEXT), "wie wat aan wie meldt", "who reports what to whom", ()),
    ],
    lambda chain, raci, accountable_to, reports: (chain, raci, accountable_to, reports),
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
    return Payoff(giver=values.pop("from"), taker=values.pop("to"), **values)


PAYOFF = Record(
    [
        may("pattern", Words(), "patroon", "pattern", ""),
        may("from", _Who(), "van wie", "from whom", ""),
        may("to", _Who(), "naar wie", "to whom", ""),
        may("funding", Words(), "bekostiging", "funding", ""),
        may("primes_per_area", Number(whole=True), "hoofdaannemers per gebied", "primes per area"),
        may("subcontracting", Flag(), "onderaanneming", "subcontracting", default=False),
        may("covenant", Flag(), "convenant", "covenant", default=False),
    ],
    _payoff,
)


def _model(*, boundary: Any, aggregation: Any, information: Any, **values: Any) -> RegieModel:
    learning_group, steering_group = boundary
    rule, escalation, quorum = aggregation
    chain, raci, accountable_to, reports = information
    return labelled(RegieModel)(  # type: ignore[no-any-return]
        learning_group=learning_group,
        steering_group=steering_group,
        aggregation=rule,
        escalation=escalation,
        quorum=quorum,
        chain=chain,
        raci=raci,
        accountable_to=accountable_to,
        reports=reports,
        **values,
    )


_MODEL = Record(
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
        may(
            "aggregation",
            AGGREGATION,
            "hoe besluiten vallen",
            "how decisions are made",
            ("", "", None),
        ),
        needed("information", INFORMATION, "verantwoording", "accountability"),
        may("scope", SCOPE, "reikwijdte", "scope", Scope()),
        may("payoff", PAYOFF, "contracten", "contracts", Payoff()),
        may("emphasis", IDS, "waar het op let", "what it watches", ()),
        may("warn", IDS, "waarvoor het waarschuwt", "what it warns of", ()),
        may("unlearn", Many(TEXT), "wat af te leren valt", "what there is to unlearn", ()),
    ],
    _model,
)


def _lawful(model: RegieModel, node: Node, reading: Reading) -> None:
    """Note every invariant that *model* breaks, at the place in the file where it does (I2-I6)."""
    for breach in breaches(model):
        reading.noted(_place(node, breach.at), breach.code, breach.message)


def _place(node: Node, at: Sequence[str]) -> Mark:
    """Return the mark of what lies deepest on the way *at* below *node*."""
    mark = node.mark
    for key in at:
        entries = node.value if isinstance(node.value, dict) else {}
        entry = next((one for name, one in entries.items() if _means(name, key)), None)
        if entry is None:
            return mark
        node, mark = entry.node, entry.mark
    return mark


def _means(written: str, key: str) -> bool:
    right = DecisionRight.read(written)
    return written == key or (right is not None and right.value == key)


def _in_position(model: RegieModel, node: Node, reading: Reading) -> None:
    """Note every actor with a part in the RACI to whom the model gives no position."""
    parts = (actor for row in model.raci.values() for actor in row.parties)
    for actor in dict.fromkeys((*model.chain, *parts)) if model.position else ():
        if actor not in model.position:
            mark = _place(node, ("position",))
            reading.wrong(mark, "actor-without-position", model=model.id, actor=actor)


MODEL = Checked(Checked(_MODEL, _lawful), _in_position)
