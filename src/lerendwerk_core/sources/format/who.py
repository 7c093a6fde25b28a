"""Who it is about: municipality, period, areas, organisations, staffing."""

from __future__ import annotations

from lerendwerk_core.model.municipality import Municipality, Period
from lerendwerk_core.model.people import Area, Organisation
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import EN, IDS, NL, labelled, may, needed
from lerendwerk_core.sources.parts import RolePrefix, StaffingPart, municipality_code
from lerendwerk_core.sources.shapes import (
    Choosing,
    Day,
    Defines,
    Flag,
    Number,
    Record,
    Refers,
    Words,
)
from lerendwerk_core.vocabulary import Kept

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
        may("end", Day(), "einde van het traject", "end of the trajectory"),
    ],
    Period,
)


AREA = Record(
    [
        needed("id", Defines("area"), "gebied", "area"),
        NL,
        EN,
        may("parts", IDS, "wijken of buurten, bijv. CBS-codes", "districts, e.g. CBS codes", ()),
    ],
    labelled(Area),
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


RETENTION = Record(
    [may(kind.value, Number(whole=True, most=100), kind.nl, kind.en) for kind in Kept],
    lambda **years: Table(
        (kind, years[kind.value]) for kind in Kept if years[kind.value] is not None
    ),
)


STAFFING = Record(
    [
        needed("org", Refers("organisation"), "organisatie", "organisation"),
        needed("discipline", Words(), "discipline", "discipline"),
        needed("prefix", RolePrefix(), "begin van de rolcodes", "start of the role codes"),
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
