"""Needs, learning activities, resources and outcomes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lerendwerk_core.model.learning import CompetenceRef, Need, PlannedActivity, ResourceFrame
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import EN, NL, STEPS, labelled, may, needed
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.parts import FileName, OutcomesPart
from lerendwerk_core.sources.shapes import (
    FAILED,
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
    Shape,
    Words,
)
from lerendwerk_core.vocabulary import CompetenceMatch


def _note_headcounts(named: Table[str, int], node: Node, reading: Reading) -> None:
    entries = node.value if isinstance(node.value, dict) else {}
    reading.headcounts += [(key, count, entries[key].mark) for key, count in named.items()]


NAMED = Checked(
    Keyed(Number(whole=True, most=100_000), refers="discipline"),
    _note_headcounts,
)


COMPETENCE = Record(
    [
        needed("scheme", Words(), "lijst: esco, competentnl, eigen", "list: esco, own"),
        needed("code", Words(), "adres of code in die lijst", "address or code in that list"),
        NL,
        EN,
        may(
            "match",
            OneOf(CompetenceMatch),
            "hoe precies het past",
            "how close it comes",
            CompetenceMatch.CLOSE,
        ),
    ],
    labelled(CompetenceRef, "code"),
)


NEED = Record(
    [
        needed("id", Defines("need"), "leerbehoefte", "learning need"),
        NL,
        EN,
        needed("named", NAMED, "aantal mensen per discipline", "number of people per discipline"),
        may(
            "activities",
            Many(Refers("catalogue"), or_one=True),
            "activiteiten die zouden helpen",
            "activities that would help",
            (),
        ),
        may("competences", Many(COMPETENCE, or_one=True), "competenties", "competences", ()),
        may("consented", Flag(), "mag gebruikt worden", "may be used", default=True),
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


RESOURCES = Record(
    [
        may("learning_hours", Number(), "uren voor leren", "hours for learning"),
        may("work_hours", Number(), "uren voor werk", "hours for work"),
    ],
    ResourceFrame,
)


class _ValueShape:
    """A measured value; nothing means that it was not measured at that moment."""

    number = Number(least=-(10**9))

    def read(self, node: Node, reading: Any) -> Any:
        return None if node.is_nothing else self.number.read(node, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [self.number.schema(), {"type": "null"}]}


SERIES = Keyed(_ValueShape())


FILES = Many(FileName(), or_one=True)
"""The names of files, each with where it was named."""


class _OutcomesShape:
    """``response`` per moment, files with ``data`` and ``instruments``, and a series per measure."""

    known: Mapping[str, Shape] = {
        "response": Keyed(Number(whole=True, most=10**6)),
        "data": FILES,
        "instruments": FILES,
    }
    said: Mapping[str, str] = {
        "data": "bestanden met waarnemingen / files with observations",
        "instruments": "bestanden met eigen vragenlijsten / files with own instruments",
    }

    def read(self, node: Node, reading: Any) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        read = {
            key: self.known.get(key, SERIES).read(entry.node, reading)
            for key, entry in node.value.items()
        }
        if FAILED in read.values():
            return FAILED
        marks = {key: entry.mark for key, entry in node.value.items()}
        data, instruments = read.pop("data", ()), read.pop("instruments", ())
        return OutcomesPart(read, marks, data, instruments)

    def schema(self) -> dict[str, Any]:
        return {
            "type": "object",
            "properties": {key: self._described(key) for key in self.known},
            "additionalProperties": SERIES.schema(),
        }

    def _described(self, key: str) -> dict[str, Any]:
        said = {"description": self.said[key]} if key in self.said else {}
        return {**said, **self.known[key].schema()}
