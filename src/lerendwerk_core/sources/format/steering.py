"""Who steers and from what: arrangements, goals, principles, agreements, positions, the plan."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.goals import (
    Agreement,
    ChangeStep,
    Frame,
    Goal,
    OutlineElement,
    Plan,
    Principle,
    ReviewMoment,
)
from lerendwerk_core.model.regie import Arrangement
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import (
    EN,
    IDS,
    NL,
    ORGANISATIONS,
    PARTIES,
    PILLARS,
    PRINCIPLES,
    STEPS,
    TEXT,
    labelled,
    may,
    needed,
    raci_of,
)
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.parts import RegiePart
from lerendwerk_core.sources.shapes import (
    Checked,
    Day,
    Defines,
    Flag,
    Keyed,
    Many,
    Number,
    OneOf,
    Reading,
    Record,
    Refers,
    Words,
)
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Author,
    Decentralisation,
    Stance,
    Verb,
)


def _arrangement(*, partner: Any, partners: Any, **values: Any) -> Arrangement:
    together = tuple(dict.fromkeys((*(partner or ()), *(partners or ()))))
    return Arrangement(partners=together, **values)


WHY = may("rationale", TEXT, "waarom deze keuze", "why this choice")


ARRANGEMENT = Record(
    [
        may("area", Refers("area"), "gebied waarvoor het geldt", "area it holds for", ""),
        may("act", OneOf(Decentralisation), "wet waarvoor het geldt", "act it holds for"),
        needed("model", Refers("model"), "regiemodel", "regie model"),
        may("partner", ORGANISATIONS, "contractpartner (arrangeur)", "contract partner (arranger)"),
        may("partners", ORGANISATIONS, "partners (netwerk)", "partners (network)"),
        may("services", STEPS, "stappen onder het arrangement", "steps under the arrangement"),
        may("since", Day(), "sinds wanneer", "since when"),
        WHY,
    ],
    _arrangement,
)


def _ended_later(one: Arrangement, node: Node, reading: Reading) -> None:
    if one.since and one.until and one.until <= one.since:
        reading.wrong(node.mark, "until-before-since", since=one.since, until=one.until)


# What is past may name areas, models and partners that are no longer there.
FORMER_ARRANGEMENT = Checked(
    Record(
        [
            may("area", Words(), "gebied waarvoor het gold", "area it held for", ""),
            may("act", OneOf(Decentralisation), "wet waarvoor het gold", "act it held for"),
            needed("model", Words(), "regiemodel van toen", "regie model of then"),
            may("partner", IDS, "contractpartner van toen", "contract partner of then"),
            may("partners", IDS, "partners van toen", "partners of then"),
            may("since", Day(), "sinds wanneer", "since when"),
            needed("until", Day(), "tot wanneer", "until when"),
            WHY,
        ],
        _arrangement,
    ),
    _ended_later,
)


REGIE = Record(
    [
        needed("arrangements", Many(ARRANGEMENT), "regie-arrangementen", "regie arrangements"),
        may(
            "history", Many(FORMER_ARRANGEMENT), "eerdere arrangementen", "former arrangements", ()
        ),
        may(
            "raci",
            Keyed(raci_of(PARTIES), refers="raci-activity"),
            "eigen rollen per activiteit van regie",
            "parts of your own per activity of regie",
            Table(),
        ),
        may("territory", IDS, "delen die de gebieden verdelen", "parts that areas divide", ()),
    ],
    RegiePart,
)


GOAL = Record(
    [
        needed("id", Defines("goal"), "doel", "goal"),
        NL,
        EN,
        may("pillars", PILLARS, "pijlers die het dient", "pillars it serves", ()),
        may("endorsed_by", ORGANISATIONS, "wie het onderschrijft", "who endorses it", ()),
        may("principles", PRINCIPLES, "principes die het volgt", "principles it follows", ()),
    ],
    labelled(Goal),
)


FRAME = Record(
    [
        may("kinds", Many(OneOf(AgreementKind), or_one=True), "soort afspraken", "kinds", ()),
        may("steps", STEPS, "alleen over deze stappen", "about these steps only", ()),
        may("parties", ORGANISATIONS, "wie er bij horen", "who must take part", ()),
        may("stance", OneOf(Stance), "welke kant op", "which way it turns"),
        may("since", Day(), "vanaf wanneer", "from when"),
        may("until", Day(), "tot wanneer", "until when"),
    ],
    Frame,
)


PRINCIPLE = Record(
    [
        needed("id", Defines("principle"), "principe", "principle"),
        NL,
        EN,
        may("pillars", PILLARS, "pijlers die het dient", "pillars it serves", ()),
        may(
            "transition", Flag(), "geldt voor de verandering", "holds for the change", default=False
        ),
        may(
            "system",
            Flag(),
            "geldt voor het zorgsysteem",
            "holds for the care system",
            default=False,
        ),
        may("owner", Words(), "eigenaar in de top", "owner in the top", ""),
        may("frame", FRAME, "grenzen aan afspraken", "bounds of agreements", Frame()),
    ],
    labelled(Principle),
)


AGREEMENT = Record(
    [
        needed("id", Defines("agreement"), "afspraak", "agreement"),
        needed("kind", OneOf(AgreementKind), "rol, taak of gedrag", "role, task or behaviour"),
        NL,
        EN,
        may("parties", ORGANISATIONS, "tussen wie", "between whom", ()),
        may(
            "authors",
            Many(Refers("group"), or_one=True),
            "groepen die haar maakten",
            "groups that made it",
            (),
        ),
        may("frame", Refers("principle"), "kader (principe)", "frame (principle)", ""),
        may("date", Day(), "datum", "date"),
        may("steps", STEPS, "processtappen", "process steps", ()),
        may("stance", OneOf(Stance), "zorgen voor of zorgen dat", "caring for or making sure that"),
        may("conflict", TEXT, "waar het botst met het kader", "where it is at odds with the frame"),
    ],
    labelled(Agreement),
)


OUTLINE = Record(
    [
        needed("id", Defines("outline"), "planonderdeel", "outline element"),
        NL,
        EN,
        needed("by", OneOf(Author), "top of deelnemers", "top or participants"),
        may("depth", Number(whole=True, least=1, most=9), "1 is hoofdlijn", "1 is outline", 1),
    ],
    labelled(OutlineElement),
)


CHANGE_STEP = Record(
    [
        needed("id", Defines("change"), "veranderstap", "change step"),
        NL,
        EN,
        may("start", Day(), "begin", "start"),
        may("activity", Refers("activity"), "leeractiviteit erbij", "its learning activity", ""),
        may("verb", OneOf(Verb), "vormgeven, sturen of begeleiden", "shape, steer or guide"),
    ],
    labelled(ChangeStep),
)


REVIEW = Record(
    [
        needed("moment", Words(), "meetmoment", "moment"),
        needed("date", Day(), "datum", "date"),
        may("done", Flag(), "gedaan", "done", default=False),
    ],
    ReviewMoment,
)


PLAN = Record(
    [
        may("outline", Many(OUTLINE), "plan op hoofdlijnen", "outline plan", ()),
        may("change_steps", Many(CHANGE_STEP), "veranderstappen", "change steps", ()),
        may("reviews", Many(REVIEW), "terugblikken", "reviews", ()),
    ],
    Plan,
)
