"""Learning groups: those that exist and those that are asked for."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.learning import LearningGroup
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import CODES, SIZE, least_first, may, needed
from lerendwerk_core.sources.shapes import (
    Checked,
    Defines,
    Keyed,
    Many,
    Number,
    OneOf,
    Record,
    Refers,
    Row,
)
from lerendwerk_core.vocabulary import Effort, Purpose, Spread

GROUP = Record(
    [
        needed("id", Defines("group"), "leergroep", "learning group"),
        may("purpose", OneOf(Purpose), "waarvoor", "what for", Purpose.ORGANISATION),
        may("area", Refers("area"), "gebied", "area", ""),
        needed("members", CODES, "rolcodes", "role codes"),
    ],
    LearningGroup,
)


LOAD = Checked(
    Row((Number(whole=True, most=100), Number(whole=True, least=1, most=100))), least_first
)


def _compose(*, effort: Effort, **values: Any) -> ComposeRequest:
    return ComposeRequest(effort=effort.value, **values)


COMPOSE = Record(
    [
        needed(
            "groups", Number(whole=True, least=1, most=2000), "aantal groepen", "number of groups"
        ),
        needed("size", SIZE, "kleinste en grootste groep", "smallest and largest group"),
        may("per", OneOf(Spread), "'area': verdeel over gebieden", "'area': spread over areas"),
        may("purpose", OneOf(Purpose), "waarvoor", "what for", Purpose.ORGANISATION),
        may("load", LOAD, "groepen per persoon", "groups per person", (0, 1)),
        may("together", Many(CODES), "samen in een groep", "together in a group", ()),
        may("apart", Many(CODES), "niet in één groep", "not in one group", ()),
        may(
            "fixed",
            Keyed(CODES, refers="proposed"),
            "vaste leden per groep",
            "fixed members per group",
            Table(),
        ),
        may(
            "excluded",
            Keyed(CODES, refers="proposed"),
            "uitgesloten per groep",
            "excluded per group",
            Table(),
        ),
        may("seed", Number(whole=True), "toevalsgetal", "seed", 0),
        may(
            "effort",
            OneOf(Effort),
            "quick, normal of thorough",
            "quick, normal or thorough",
            Effort.NORMAL,
        ),
    ],
    _compose,
)
