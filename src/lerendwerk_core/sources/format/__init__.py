"""
Format 1 of the dossier: which keys there are, what belongs there, what each is for.

Read it as a table: every record lists its keys in the order of a trajectory. The JSON Schema and
the reader both follow it, so they cannot differ.
"""

from __future__ import annotations

from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.goals import Plan
from lerendwerk_core.model.learning import ResourceFrame
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.routes import RouteRequest
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.answers import CHECKLIST
from lerendwerk_core.sources.format.fields import may, needed
from lerendwerk_core.sources.format.groups import COMPOSE, GROUP
from lerendwerk_core.sources.format.learning import (
    ACTIVITY,
    NEED,
    RESOURCES,
    _OutcomesShape,
)
from lerendwerk_core.sources.format.repositioning import REPOSITIONING
from lerendwerk_core.sources.format.routes import ROUTES
from lerendwerk_core.sources.format.steering import (
    AGREEMENT,
    GOAL,
    PLAN,
    PRINCIPLE,
    REGIE,
)
from lerendwerk_core.sources.format.unlearning import UNLEARN
from lerendwerk_core.sources.format.who import (
    AREA,
    MUNICIPALITY,
    ORGANISATION,
    PERIOD,
    RETENTION,
    STAFFING,
)
from lerendwerk_core.sources.format.work import process_shape
from lerendwerk_core.sources.parts import DossierPart, FileName, RegiePart
from lerendwerk_core.sources.shapes import ByForm, Many, Number, OneOf, Record, Words
from lerendwerk_core.vocabulary import Decentralisation


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
            may("regie", REGIE, "wie stuurt", "who steers", RegiePart()),
            may("checklist", CHECKLIST, "antwoorden op de checklist", "answers to the checklist"),
            may("goals", Many(GOAL), "doelen", "goals", ()),
            may("principles", Many(PRINCIPLE), "leidende principes", "leading principles", ()),
            may("organisations", Many(ORGANISATION), "organisaties", "organisations", ()),
            may("staffing", Many(STAFFING), "aantallen per discipline", "numbers per discipline"),
            may("people", FileName(), "bestand met rolcodes (CSV)", "file with role codes (CSV)"),
            may("process", process_shape(readers), "het werkproces", "the work process"),
            may("groups", Many(GROUP), "bestaande leergroepen", "existing learning groups", ()),
            may("compose", COMPOSE, "gevraagde leergroepen", "learning groups asked for"),
            may("agreements", Many(AGREEMENT), "afspraken", "agreements", ()),
            may("repositioning", Many(REPOSITIONING), "nieuwe posities", "new positions", ()),
            may("unlearning", Many(UNLEARN), "afleren", "unlearning", ()),
            may("needs", Many(NEED), "leerbehoeften", "learning needs", ()),
            may("activities", Many(ACTIVITY), "leeractiviteiten", "learning activities", ()),
            may(
                "personal_routes",
                ByForm(items=Many(Words()), scalar=FileName()),
                "verzegelde persoonlijke routes, of het bestand ermee",
                "sealed personal routes, or the file with them",
                (),
            ),
            may(
                "routes",
                ROUTES,
                "hoe leerroutes gepland worden",
                "how routes are planned",
                RouteRequest(),
            ),
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
            may("retention", RETENTION, "bewaartermijnen in jaren", "terms in years", Table()),
        ],
        DossierPart,
        lenient=True,
    )
