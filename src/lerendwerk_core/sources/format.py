"""
Format 1 of the dossier: which keys there are, what belongs there, what each is for.

Read it as a table: every record lists its keys in the order of a trajectory. The JSON Schema and
the reader both follow it, so they cannot differ.
"""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.goals import (
    Agreement,
    ChangeStep,
    Goal,
    OutlineElement,
    Plan,
    Principle,
    Repositioning,
    ReviewMoment,
)
from lerendwerk_core.model.learning import (
    LearningGroup,
    Need,
    PlannedActivity,
    ResourceFrame,
    UnlearnGoal,
)
from lerendwerk_core.model.municipality import Municipality, Period
from lerendwerk_core.model.people import Area, Organisation
from lerendwerk_core.model.process import Change, Edge, Move, Renewal, Step
from lerendwerk_core.model.regie import Arrangement, RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.parts import (
    AnswersPart,
    ChecklistPart,
    DossierPart,
    OutcomesPart,
    PeopleFile,
    ProcessPart,
    StaffingPart,
    municipality_code,
)
from lerendwerk_core.sources.shapes import (
    ByForm,
    Checked,
    Choosing,
    Day,
    Defines,
    Field,
    Flag,
    Keyed,
    Many,
    Number,
    OneOf,
    Reading,
    Record,
    Refers,
    Row,
    Shape,
    Words,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Answer,
    Author,
    Decentralisation,
    Pillar,
    Purpose,
    RepositioningState,
    StakeholderType,
    Stance,
    UnlearnKind,
    UnlearnState,
)


def needed(key: str, shape: Shape, nl: str, en: str) -> Field:
    """Return a key that must be there."""
    return Field(key, shape, Text(nl, en), required=True)


def may(key: str, shape: Shape, nl: str, en: str, default: Any = None) -> Field:
    """Return a key that may be there."""
    return Field(key, shape, Text(nl, en), default=default)


NL = may("nl", Words(), "tekst in het Nederlands", "text in Dutch")
EN = may("en", Words(), "tekst in het Engels", "text in English")


def labelled(noun: Any, fallback: str = "id") -> Any:
    """Return a builder of *noun* that makes its label of ``nl`` and ``en``, else of its id."""

    def build(*, nl: str | None, en: str | None, **values: Any) -> Any:
        return noun(label=Text.of(nl or en or str(values.get(fallback, "")), en or nl), **values)

    return build


class _PlainText:
    """A text in one language, read as a text for both."""

    def read(self, node: Node, reading: Any) -> Any:
        value = Words().read(node, reading)
        return Text.of(value) if isinstance(value, str) else value

    def schema(self) -> dict[str, Any]:
        return Words().schema()


TEXT = ByForm(mapping=Record([NL, EN], Text.of), scalar=_PlainText())

IDS = Many(Words(), or_one=True)
STEPS = Many(Refers("step"), or_one=True)
ORGANISATIONS = Many(Refers("organisation"), or_one=True)
PARTIES = Many(Refers("party"), or_one=True)
GOALS = Many(Refers("goal"), or_one=True)
DISCIPLINES = Many(Refers("discipline"), or_one=True)
PILLARS = Many(OneOf(Pillar), or_one=True)
CODES = Many(Refers("person"), or_one=True)
DAYS = Number()

MUNICIPALITY = Record(
    [
        needed("code", Words(), "CBS-gemeentecode, bijv. GM0363", "CBS municipality code"),
        may("name", Words(), "naam van de gemeente", "name of the municipality", ""),
        may("predecessors", IDS, "codes van voorgangers", "codes of predecessors", ()),
    ],
    lambda code, name, predecessors: Municipality(
        code=municipality_code(code),
        name=name,
        predecessors=tuple(map(municipality_code, predecessors)),
    ),
)

PERIOD = Record(
    [
        may("start", Day(), "begin van het traject", "start of the trajectory"),
        may(
            "go_live", Day(), "ingang van de nieuwe werkwijze", "go-live of the new way of working"
        ),
        may(
            "measurements", IDS, "meetmomenten, op volgorde", "moments of measurement, in order", ()
        ),
    ],
    Period,
)

AREA = Record([needed("id", Defines("area"), "gebied", "area"), NL, EN], labelled(Area))


def _arrangement(*, partner: Any, partners: Any, **values: Any) -> Arrangement:
    together = tuple(dict.fromkeys((*(partner or ()), *(partners or ()))))
    return Arrangement(partners=together, **values)


ARRANGEMENT = Record(
    [
        may("area", Refers("area"), "gebied waarvoor het geldt", "area it holds for", ""),
        may("act", OneOf(Decentralisation), "wet waarvoor het geldt", "act it holds for"),
        needed("model", Refers("model"), "regiemodel", "regie model"),
        may("partner", ORGANISATIONS, "contractpartner (arrangeur)", "contract partner (arranger)"),
        may("partners", ORGANISATIONS, "partners (netwerk)", "partners (network)"),
        may("services", STEPS, "stappen onder het arrangement", "steps under the arrangement"),
        may("since", Day(), "sinds wanneer", "since when"),
        may("rationale", TEXT, "waarom deze keuze", "why this choice"),
    ],
    _arrangement,
)

REGIE = Record(
    [needed("arrangements", Many(ARRANGEMENT), "regie-arrangementen", "regie arrangements")],
    lambda arrangements: arrangements,
)


class _AnswerShape:
    """An answer on the three-point scale; nothing means not answered."""

    def read(self, node: Node, reading: Any) -> Any:
        return Answer.UNANSWERED if node.is_nothing else OneOf(Answer).read(node, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [OneOf(Answer).schema(), {"type": "null"}]}


SHEET = Keyed(_AnswerShape(), refers="item")
SHEETS = Keyed(SHEET)
ANSWERED = Record(
    [
        may("respondent", Words(), "wie antwoordde (rol)", "who answered (role)", ""),
        may("answers", SHEET, "antwoord per item", "answer per item"),
        may("respondents", SHEETS, "antwoorden per respondent", "answers per respondent"),
    ],
    AnswersPart,
)


def _round_shape(node: Node) -> Shape:
    """Return how one round is written: with its own keys, per respondent, or as one sheet."""
    entries = node.value if isinstance(node.value, dict) else {}
    if {"answers", "respondents"} & set(entries):
        return ANSWERED
    if any(isinstance(entry.node.value, dict) for entry in entries.values()):
        return SHEETS
    return SHEET


ROUND = Choosing(_round_shape, (ANSWERED, SHEETS, SHEET))
CHECKLIST = Record(
    [
        may("use", Refers("checklist"), "welke checklist", "which checklist", "default"),
        may("respondent", Words(), "wie antwoordde (rol)", "who answered (role)", ""),
        may("answers", SHEET, "antwoord per item", "answer per item"),
        may("respondents", SHEETS, "antwoorden per respondent", "answers per respondent"),
        may("rounds", Keyed(ROUND), "antwoorden per meetmoment", "answers per moment"),
    ],
    ChecklistPart,
)

GOAL = Record(
    [
        needed("id", Defines("goal"), "doel", "goal"),
        NL,
        EN,
        may("pillars", PILLARS, "pijlers die het dient", "pillars it serves", ()),
        may("endorsed_by", ORGANISATIONS, "wie het onderschrijft", "who endorses it", ()),
    ],
    labelled(Goal),
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
    ],
    labelled(Principle),
)

ORGANISATION = Record(
    [
        needed("id", Defines("organisation"), "organisatie", "organisation"),
        NL,
        EN,
        may(
            "kind",
            Words(),
            "soort; 'gemeente' is de gemeente",
            "kind; 'gemeente' is the municipality",
            "",
        ),
        may("line", Number(whole=True, most=9), "eerste of tweede lijn", "first or second line"),
    ],
    labelled(Organisation),
)

STAFFING = Record(
    [
        needed("org", Refers("organisation"), "organisatie", "organisation"),
        needed("discipline", Words(), "discipline", "discipline"),
        needed("prefix", Words(), "begin van de rolcodes", "start of the role codes"),
        needed(
            "count", Number(whole=True, least=0, most=20_000), "aantal mensen", "number of people"
        ),
        may("department", Words(), "afdeling", "department", ""),
        may("area", Refers("area"), "gebied", "area", ""),
        may(
            "registered",
            Choosing(
                lambda node: Flag() if isinstance(node.value, bool) else Words(), (Words(), Flag())
            ),
            "beroepsregister (SKJ, BIG, ...)",
            "professional register (SKJ, BIG, ...)",
            "",
        ),
    ],
    StaffingPart,
)


def _raci(**cells: Any) -> RaciRow:
    return RaciRow(
        accountable=cells["A"], responsible=cells["R"], consulted=cells["C"], informed=cells["I"]
    )


RACI = Record(
    [
        may("A", PARTIES, "eindverantwoordelijk", "accountable", ()),
        may("R", PARTIES, "voert uit", "responsible", ()),
        may("C", PARTIES, "wordt geraadpleegd", "consulted", ()),
        may("I", PARTIES, "wordt geïnformeerd", "informed", ()),
    ],
    _raci,
)

STEP = Record(
    [
        needed("id", Defines("step"), "processtap", "process step"),
        NL,
        EN,
        may(
            "performers",
            DISCIPLINES,
            "disciplines; de eerste leidt",
            "disciplines; the first leads",
            (),
        ),
        may("touch", Number(), "werktijd in minuten", "work in minutes", 0.0),
        may("wait", DAYS, "wachttijd vooraf in dagen", "waiting before it in days", 0.0),
        may("goals", GOALS, "doelen die de stap dient", "goals the step serves", ()),
        may("stance", OneOf(Stance), "zorgen voor of zorgen dat", "caring for or making sure that"),
        may("registered", Flag(), "vraagt registratie", "asks for registration", default=False),
        may("raci", RACI, "wie heeft welke rol", "who has which part"),
    ],
    labelled(Step),
)


def _edge(ends: tuple[str, ...]) -> Edge:
    return Edge(source=ends[0], target=ends[1], label=ends[2] if len(ends) > 2 else "")  # noqa: PLR2004


class _EdgeShape:
    """``[from, to]`` or ``[from, to, label]``."""

    row = Row((Refers("step"), Refers("step"), Words()), optional=1)

    def read(self, node: Node, reading: Any) -> Any:
        ends = self.row.read(node, reading)
        return _edge(ends) if isinstance(ends, tuple) else ends

    def schema(self) -> dict[str, Any]:
        return self.row.schema()


EDGES = Many(_EdgeShape())

MOVE = Record(
    [
        needed("step", Refers("step"), "stap die verhuist", "step that moves"),
        needed("to_after", Refers("step"), "komt na deze stap", "comes after this step"),
        may("lead", Refers("discipline"), "wie voortaan leidt", "who leads from now on", ""),
    ],
    Move,
)


def _elsewhere(move: Move, node: Node, reading: Reading) -> None:
    if move.step == move.to_after:
        reading.wrong(node.mark, "move-cycle", step=move.step)


def _change(
    *, nl: Any, en: Any, raci_A: Any, raci_R: Any, raci_C: Any, raci_I: Any, **values: Any
) -> Change:
    label = Text.of(nl, en) if nl or en else None
    cells = {"accountable": raci_A, "responsible": raci_R, "consulted": raci_C, "informed": raci_I}
    return Change(label=label, **cells, **values)


CHANGE = Record(
    [
        needed("step", Refers("step"), "stap die verandert", "step that changes"),
        may("lead", Refers("discipline"), "wie voortaan leidt", "who leads from now on", ""),
        NL,
        EN,
        may("performers", DISCIPLINES, "wie de stap uitvoeren", "who perform the step"),
        may("touch", Number(), "werktijd in minuten", "work in minutes"),
        may("wait", DAYS, "wachttijd in dagen", "waiting in days"),
        may("goals", GOALS, "doelen", "goals"),
        may("stance", OneOf(Stance), "zorgen voor of zorgen dat", "caring for or making sure that"),
        may("registered", Flag(), "vraagt registratie", "asks for registration"),
        may("raci_A", PARTIES, "eindverantwoordelijk", "accountable"),
        may("raci_R", PARTIES, "voert uit", "responsible"),
        may("raci_C", PARTIES, "wordt geraadpleegd", "consulted"),
        may("raci_I", PARTIES, "wordt geïnformeerd", "informed"),
    ],
    _change,
)

RENEWED = Record(
    [
        may(
            "move", Many(Checked(MOVE, _elsewhere)), "stappen die verhuizen", "steps that move", ()
        ),
        may("change", Many(CHANGE), "stappen die veranderen", "steps that change", ()),
    ],
    Renewal,
)


def process_shape(readers: tuple[str, ...]) -> Record:
    """Return the shape of ``process``: written out, or a file for one of *readers*."""
    files = [may(reader, Words(), f"bestand ({reader})", f"file ({reader})") for reader in readers]
    return Record(
        [
            may("id", Words(), "naam van het proces", "name of the process", "process"),
            may("version", Number(whole=True, least=1), "versie", "version", 1),
            may("steps", Many(STEP), "de stappen", "the steps"),
            may("edges", EDGES, "de hoofdroute", "the main path", ()),
            may("branches", EDGES, "zijwegen, met naam", "branches, with a name", ()),
            may(
                "statutory",
                Keyed(DAYS),
                "wettelijke termijnen in dagen",
                "statutory terms in days",
                Table(),
            ),
            may("renewed", RENEWED, "de volgende versie", "the next version"),
            may(
                "roles",
                Keyed(Refers("discipline")),
                "discipline per rol uit de tekening",
                "discipline per drawn role",
                Table(),
            ),
            *files,
        ],
        ProcessPart,
    )


GROUP = Record(
    [
        needed("id", Defines("group"), "leergroep", "learning group"),
        may("purpose", OneOf(Purpose), "waarvoor", "what for", Purpose.ORGANISATION),
        may("area", Refers("area"), "gebied", "area", ""),
        needed("members", CODES, "rolcodes", "role codes"),
    ],
    LearningGroup,
)


def _least_first(pair: tuple[int, int], node: Node, reading: Reading) -> None:
    if pair[0] > pair[1]:
        reading.wrong(node.mark, "size-reversed", least=pair[0], most=pair[1])


SIZE = Checked(
    Row((Number(whole=True, least=1, most=1000), Number(whole=True, least=1, most=1000))),
    _least_first,
)
LOAD = Checked(
    Row((Number(whole=True, most=100), Number(whole=True, least=1, most=100))), _least_first
)
COMPOSE = Record(
    [
        needed(
            "groups", Number(whole=True, least=1, most=2000), "aantal groepen", "number of groups"
        ),
        needed("size", SIZE, "kleinste en grootste groep", "smallest and largest group"),
        may("per", Words(), "'area': verdeel over gebieden", "'area': spread over areas", ""),
        may("purpose", OneOf(Purpose), "waarvoor", "what for", Purpose.ORGANISATION),
        may("load", LOAD, "groepen per persoon", "groups per person", (0, 1)),
        may("together", Many(CODES), "samen in een groep", "together in a group", ()),
        may("apart", Many(CODES), "niet in één groep", "not in one group", ()),
        may("fixed", Keyed(CODES), "vaste leden per groep", "fixed members per group", Table()),
        may("excluded", Keyed(CODES), "uitgesloten per groep", "excluded per group", Table()),
        may("seed", Number(whole=True), "toevalsgetal", "seed", 0),
        may("effort", Words(), "quick, normal of thorough", "quick, normal or thorough", "normal"),
    ],
    ComposeRequest,
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
    ],
    labelled(Agreement),
)

REPOSITIONING = Record(
    [
        needed("stakeholder", OneOf(StakeholderType), "betrokken groep", "stakeholder type"),
        may("state", OneOf(RepositioningState), "hoe ver", "how far", RepositioningState.UNKNOWN),
        may("position", TEXT, "nieuwe positie", "new position"),
        may("roles", TEXT, "rollen", "roles"),
        may("tasks", TEXT, "taken", "tasks"),
        may("expectations", TEXT, "verwachtingen", "expectations"),
        may("knowledge", TEXT, "kennis", "knowledge"),
        may("behaviour", TEXT, "gedrag", "behaviour"),
    ],
    Repositioning,
)


def _unlearn(*, nl: Any, en: Any, replaced_by: Any, **values: Any) -> UnlearnGoal:
    return UnlearnGoal(label=Text.of(nl or values["id"], en), replaced_by=replaced_by, **values)


UNLEARN = Record(
    [
        needed("id", Defines("unlearn"), "wat afgeleerd wordt", "what is unlearned"),
        needed(
            "kind",
            OneOf(UnlearnKind),
            "overtuiging, patroon of loyaliteit",
            "belief, pattern or loyalty",
        ),
        NL,
        EN,
        may("replaced_by", TEXT, "wat ervoor in de plaats komt", "what takes its place"),
        may("stage", Keyed(OneOf(UnlearnState)), "stand per moment", "state per moment", Table()),
    ],
    _unlearn,
)


def _note_headcounts(named: Table[str, int], node: Node, reading: Reading) -> None:
    entries = node.value if isinstance(node.value, dict) else {}
    reading.headcounts += [(key, count, entries[key].mark) for key, count in named.items()]


NAMED = Checked(
    Keyed(Number(whole=True, most=100_000), refers="discipline"),
    _note_headcounts,
)
NEED = Record(
    [
        needed("id", Defines("need"), "leerbehoefte", "learning need"),
        NL,
        EN,
        needed("named", NAMED, "aantal mensen per discipline", "number of people per discipline"),
    ],
    labelled(Need),
)

ACTIVITY = Record(
    [
        needed(
            "id", Defines("activity"), "leeractiviteit van dit traject", "learning activity here"
        ),
        needed(
            "activity", Refers("catalogue"), "activiteit uit de catalogus", "catalogue activity"
        ),
        may("groups", Many(Refers("group"), or_one=True), "leergroepen", "learning groups", ()),
        may("steps", STEPS, "processtappen", "process steps", ()),
        may("principles", Many(Refers("principle"), or_one=True), "principes", "principles", ()),
        may("needs", Many(Refers("need"), or_one=True), "leerbehoeften", "needs", ()),
        may(
            "unlearns",
            Many(Refers("unlearn"), or_one=True),
            "wat wordt afgeleerd",
            "what is unlearned",
            (),
        ),
        may("hours", Number(), "uren per deelnemer", "hours per participant"),
        may("date", Day(), "datum", "date"),
    ],
    PlannedActivity,
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

RESOURCES = Record(
    [may("learning_hours", Number(), "uren voor leren", "hours for learning")], ResourceFrame
)

SERIES = Keyed(Number(least=-(10**9)))


class _OutcomesShape:
    """``response`` per moment, and a series per measure."""

    response = Keyed(Number(whole=True, most=10**6))

    def read(self, node: Node, reading: Any) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        read = {
            key: (self.response if key == "response" else SERIES).read(entry.node, reading)
            for key, entry in node.value.items()
        }
        bad = next((value for value in read.values() if not isinstance(value, Table)), None)
        return OutcomesPart(read) if bad is None else bad

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {"response": self.response.schema()},
            "additionalProperties": SERIES.schema(),
        }


def dossier_shape(readers: tuple[str, ...]) -> Record:
    """Return the shape of a whole dossier, with a key per process reader."""
    return Record(
        [
            may(
                "format",
                Number(whole=True),
                "versie van het formaat: 1",
                "version of the format: 1",
                1,
            ),
            needed("id", Words(), "naam van het dossier", "name of the dossier"),
            may("municipality", MUNICIPALITY, "de gemeente", "the municipality"),
            may(
                "decentralisation",
                Many(OneOf(Decentralisation), or_one=True),
                "wet of wetten",
                "act or acts",
                (),
            ),
            may("period", PERIOD, "tijd van het traject", "time of the trajectory", Period()),
            may("areas", Many(AREA), "gebieden", "areas", ()),
            may("regie", REGIE, "wie stuurt", "who steers", ()),
            may("checklist", CHECKLIST, "antwoorden op de checklist", "answers to the checklist"),
            may("goals", Many(GOAL), "doelen", "goals", ()),
            may("principles", Many(PRINCIPLE), "leidende principes", "leading principles", ()),
            may("organisations", Many(ORGANISATION), "organisaties", "organisations", ()),
            may("staffing", Many(STAFFING), "aantallen per discipline", "numbers per discipline"),
            may("people", PeopleFile(), "bestand met rolcodes (CSV)", "file with role codes (CSV)"),
            may("process", process_shape(readers), "het werkproces", "the work process"),
            may("groups", Many(GROUP), "bestaande leergroepen", "existing learning groups", ()),
            may("compose", COMPOSE, "gevraagde leergroepen", "learning groups asked for"),
            may("agreements", Many(AGREEMENT), "afspraken", "agreements", ()),
            may("repositioning", Many(REPOSITIONING), "nieuwe posities", "new positions", ()),
            may("unlearning", Many(UNLEARN), "afleren", "unlearning", ()),
            may("needs", Many(NEED), "leerbehoeften", "learning needs", ()),
            may("activities", Many(ACTIVITY), "leeractiviteiten", "learning activities", ()),
            may("plan", PLAN, "het plan", "the plan", Plan()),
            may("resources", RESOURCES, "middelen", "resources", ResourceFrame()),
            may("outcomes", _OutcomesShape(), "resultaten per moment", "results per moment"),
            may(
                "minimum_cell",
                Number(whole=True, least=SMALLEST_CELL, most=1000),
                "kleinste cel die zichtbaar is",
                "smallest cell shown",
                SMALLEST_CELL,
            ),
        ],
        DossierPart,
    )
