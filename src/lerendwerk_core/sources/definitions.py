"""
Definition files: what a plugin of data alone contributes, in YAML.

One file may hold any of ``checklists``, ``tailorings``, ``actors``, ``raci_activities``, ``models``,
``activities`` and ``measures``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

from lerendwerk_core.errors import DefinitionError, DossierError
from lerendwerk_core.model.checklist import (
    AddedItem,
    Checklist,
    ChecklistItem,
    ChecklistSection,
    Tailoring,
)
from lerendwerk_core.model.definitions import Definitions
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.outcomes import Measure
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
from lerendwerk_core.sources.format.fields import (
    EN,
    IDS,
    NL,
    SIZE,
    TEXT,
    labelled,
    may,
    needed,
    raci_of,
)
from lerendwerk_core.sources.nodes import Node, read_yaml
from lerendwerk_core.sources.shapes import (
    FAILED,
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
    near_miss,
)
from lerendwerk_core.vocabulary import (
    Better,
    Characteristic,
    DecisionRight,
    Formality,
    Holder,
    LearningLevel,
    LearningMode,
    OutcomePair,
    Word,
)


@attrs.frozen
class KeyedByWord:
    """A mapping whose keys are words of a closed list."""

    words: type[Word]
    of: Shape

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        values: dict[Any, Any] = {}
        for key, entry in node.value.items():
            word = self.words.read(key)
            if word is None:
                near = near_miss(key, self.words.accepted())
                values[key] = reading.wrong(entry.mark, "unknown-word", near, value=key)
            else:
                values[word] = self.of.read(entry.node, reading)
        return FAILED if FAILED in values.values() else Table(values)

    def schema(self) -> dict[str, Any]:
        of = self.of.schema()
        return {"type": "object", "properties": dict.fromkeys(self.words.accepted(), of)}


CONCEPT = Number(whole=True, least=1, most=66)
CONCEPTS = may("concepts", Many(CONCEPT), "begrippen", "concepts", ())

SECTION = Record(
    [needed("id", Words(), "onderdeel", "section"), NL, EN], labelled(ChecklistSection)
)
ITEM = Record(
    [
        needed("id", Words(), "item", "item"),
        needed("section", Words(), "onderdeel", "section"),
        CONCEPTS,
        NL,
        EN,
        may("basis", TEXT, "waarop het rust", "what it rests on"),
    ],
    labelled(ChecklistItem),
)


def _whole(checklist: Checklist, node: Node, reading: Reading) -> None:
    """Note repeated items, unknown sections, and a last item that does not stand last."""
    kind = "checklist"
    for key, count in Counter(checklist.item_ids).items():
        if count > 1:
            reading.wrong(node.mark, "duplicate-id", kind=kind, key=key, first=checklist.id)
    if not checklist.items or checklist.items[-1].id != checklist.last_item:
        last, name = checklist.last_item, checklist.id
        reading.wrong(node.mark, "checklist-last", item=last, checklist=name)
    sections = {section.id for section in checklist.sections}
    for item in checklist.items:
        if item.section not in sections:
            near = near_miss(item.section, sections)
            reading.wrong(node.mark, "unknown-reference", near, kind="section", key=item.section)


CHECKLIST = Checked(
    Record(
        [
            needed("id", Defines("checklist"), "checklist", "checklist"),
            NL,
            EN,
            may(
                "reconstruction",
                Flag(),
                "is een reconstructie",
                "is a reconstruction",
                default=False,
            ),
            needed("last_item", Words(), "laatste item (id)", "last item (id)"),
            needed("sections", Many(SECTION), "onderdelen", "sections"),
            needed("items", Many(ITEM), "items", "items"),
        ],
        labelled(Checklist),
    ),
    _whole,
)

REWORDED = Record(
    [
        needed("id", Words(), "item", "item"),
        CONCEPTS,
        NL,
        EN,
        may("basis", TEXT, "waarop het rust", "what it rests on"),
    ],
    lambda **values: labelled(ChecklistItem)(section="", **values),
)


def _added(*, before: str, **values: Any) -> AddedItem:
    return AddedItem(item=labelled(ChecklistItem)(**values), before=before)


ADDED = Record(
    [*ITEM.fields, needed("before", Words(), "komt vóór dit item", "comes before this item")],
    _added,
)
TAILORING = Record(
    [
        needed("id", Defines("checklist"), "aanpassing", "tailoring"),
        needed("base", Words(), "waarop zij rust", "what it rests on"),
        NL,
        EN,
        may("replace", Many(REWORDED), "andere bewoording", "other wording", ()),
        may("add", Many(ADDED), "nieuwe items", "new items", ()),
        may("drop", IDS, "vervallen items", "dropped items", ()),
    ],
    labelled(Tailoring),
)

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


def _activity(*, characteristics: tuple[int, ...], **values: Any) -> LearningActivity:
    served = tuple(list(Characteristic)[number - 1] for number in characteristics)
    return labelled(LearningActivity)(characteristics=served, **values)  # type: ignore[no-any-return]


ACTIVITY = Record(
    [
        needed("id", Defines("catalogue"), "leeractiviteit", "learning activity"),
        NL,
        EN,
        needed("level", OneOf(LearningLevel), "niveau", "level"),
        needed("formality", OneOf(Formality), "formeel of informeel", "formal or informal"),
        may("bucket", Number(whole=True), "70, 20 of 10; een label", "70, 20 or 10; a tag"),
        needed("mode", OneOf(LearningMode), "leren of afleren", "learn or unlearn"),
        may("loop", Number(whole=True, least=1, most=3), "enkel-, dubbel- of drieslag", "loop", 1),
        needed("size", SIZE, "kleinste en grootste groep", "smallest and largest group"),
        needed("hours", Number(), "uren", "hours"),
        may(
            "characteristics",
            Many(Number(whole=True, least=1, most=8)),
            "kenmerken C1-C8",
            "characteristics C1-C8",
            (),
        ),
        may("evidence", TEXT, "wat het nalaat", "what it leaves"),
    ],
    _activity,
)

MEASURE = Record(
    [
        needed("id", Defines("measure"), "maat", "measure"),
        needed("pair", OneOf(OutcomePair), "resultaat", "result"),
        needed("part", Words(), "deel van het resultaat", "part of the result"),
        may(
            "better", OneOf(Better), "welke kant op beter is", "which way is better", Better.UNKNOWN
        ),
        may("also", IDS, "andere namen", "other names", ()),
        NL,
        EN,
    ],
    labelled(Measure),
)

DEFINITIONS = Record(
    [
        may("checklists", Many(CHECKLIST), "checklists", "checklists", ()),
        may("tailorings", Many(TAILORING), "aanpassingen", "tailorings", ()),
        may("actors", Many(ACTOR), "actoren", "actors", ()),
        may("raci_activities", Many(RACI_ACTIVITY), "activiteiten", "activities", ()),
        may("models", Many(MODEL), "regiemodellen", "regie models", ()),
        may("activities", Many(ACTIVITY), "leeractiviteiten", "learning activities", ()),
        may("measures", Many(MEASURE), "maten", "measures", ()),
    ],
    Definitions,
)


def read_definitions(
    paths: Iterable[Path], actors: Iterable[str] = (), raci_activities: Iterable[str] = ()
) -> Definitions:
    """
    Return what the files at *paths* define together.

    *actors* and *raci_activities* are known already, so that a model may name them.

    Raises:
        DefinitionError: With every problem.
    """
    reading = Reading()
    for kind, known in (("actor", actors), ("raci-activity", raci_activities)):
        reading.expect(kind)
        for key in known:
            reading.define(kind, key)
    joined = Definitions()
    try:
        for path in paths:
            found = DEFINITIONS.read(read_yaml(path, str(path)), reading)
            joined = joined if found is FAILED else joined.joined(found)
        reading.finish()
    except DossierError as error:
        raise DefinitionError(error.problems) from error
    return joined
