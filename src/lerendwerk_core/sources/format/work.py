"""The work process: steps, edges, and the next version as moves and changes."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.process import Change, Edge, Move, Renewal, Step
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import (
    DAYS,
    DISCIPLINES,
    EN,
    GOALS,
    GROUPS,
    NL,
    PARTIES,
    PRINCIPLES,
    labelled,
    may,
    needed,
    raci_of,
)
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.parts import ProcessPart
from lerendwerk_core.sources.shapes import (
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
    Row,
    Words,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stance

RACI = raci_of(PARTIES)

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
        may("principles", PRINCIPLES, "principes die hij volgt", "principles it follows", ()),
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


CELLS = {
    "raci_A": "accountable",
    "raci_R": "responsible",
    "raci_C": "consulted",
    "raci_I": "informed",
}


def _change(*, nl: str | None, en: str | None, **values: Any) -> Change:
    label = Text.of(nl, en) if nl or en else None
    return Change(label=label, **{CELLS.get(key, key): value for key, value in values.items()})


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
        may("by", GROUPS, "groepen die het vernieuwden", "groups that renewed it", ()),
    ],
    Renewal,
)


COLUMNS = {
    "case": ("kolom met de zaak", "column with the case"),
    "activity": ("kolom met de stap", "column with the step"),
    "time": ("kolom met het tijdstip", "column with the time"),
    "resource": ("kolom met wie het deed", "column with who did it"),
    "group": ("kolom met het team", "column with the team"),
    "organisation": ("kolom met de organisatie", "column with the organisation"),
    "hours": ("werktijden, zoals 9:00-17:00", "working hours, such as 9:00-17:00"),
}
"""The columns of a log (XES has names of its own for them), and the hours that count."""


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
            may("by", GROUPS, "groepen die het in kaart brachten", "groups that mapped it", ()),
            may(
                "roles",
                Keyed(Refers("discipline")),
                "discipline per rol uit de tekening of groep uit het logboek",
                "discipline per drawn role or group of the log",
                Table(),
            ),
            may(
                "names",
                Keyed(Refers("step")),
                "stap per naam in het logboek, waar die verschilt",
                "step per name in the log, where it differs",
                Table(),
            ),
            *(may(name, Words(), *said, "") for name, said in COLUMNS.items()),
            may(
                "shared",
                Flag(),
                "organisaties delen zaaknummers",
                "organisations share case numbers",
                default=False,
            ),
            *files,
        ],
        ProcessPart,
    )
