"""
Definition files: what a plugin of data alone contributes, in YAML.

One file may hold any of ``checklists``, ``tailorings``, ``actors``, ``raci_activities``, ``models``,
``stakeholders``, ``activities``, ``measures`` and ``instruments``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from lerendwerk_core.errors import DefinitionError, DossierError
from lerendwerk_core.model.definitions import Definitions
from lerendwerk_core.sources.definitions.checklists import CHECKLIST, TAILORING
from lerendwerk_core.sources.definitions.learning import ACTIVITY, INSTRUMENT, MEASURE
from lerendwerk_core.sources.definitions.regie import ACTOR, MODEL, RACI_ACTIVITY, STAKEHOLDER
from lerendwerk_core.sources.format.fields import may
from lerendwerk_core.sources.nodes import read_yaml
from lerendwerk_core.sources.shapes import FAILED, Many, Reading, Record

CHECKLIST_FIELDS = [
    may("checklists", Many(CHECKLIST), "checklists", "checklists", ()),
    may("tailorings", Many(TAILORING), "aanpassingen", "tailorings", ()),
]

CHECKLISTS_ALONE = Record(CHECKLIST_FIELDS, Definitions)
"""What a file beside a dossier may hold."""

_INSTRUMENTS = may("instruments", Many(INSTRUMENT), "vragenlijsten", "instruments", ())

INSTRUMENTS_ALONE = Record([_INSTRUMENTS], Definitions)
"""What a file with instruments beside a dossier may hold."""

DEFINITIONS = Record(
    [
        *CHECKLIST_FIELDS,
        may("actors", Many(ACTOR), "actoren", "actors", ()),
        may("raci_activities", Many(RACI_ACTIVITY), "activiteiten", "activities", ()),
        may("models", Many(MODEL), "regiemodellen", "regie models", ()),
        may("stakeholders", Many(STAKEHOLDER), "betrokkenen", "stakeholders", ()),
        may("activities", Many(ACTIVITY), "leeractiviteiten", "learning activities", ()),
        may("measures", Many(MEASURE), "maten", "measures", ()),
        _INSTRUMENTS,
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


def checklist_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of a file with checklists and tailorings."""
    title = "lerendwerk_core: checklists and tailorings, format 1"
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    schema = {**head, **CHECKLISTS_ALONE.schema()}
    return json.loads(json.dumps(schema))  # type: ignore[no-any-return]


def definitions_beside(
    files: Sequence[tuple[Path, str]], shape: Record, reading: Reading
) -> Definitions:
    """Return what *files* beside a dossier define, of *shape*; what is wrong is noted in *reading*."""
    joined = Definitions()
    for path, shown in files:
        try:
            found = shape.read(read_yaml(path, shown, reading.problems), reading)
        except DossierError as error:
            reading.problems.extend(one for one in error.problems if one not in reading.problems)
            continue
        joined = joined if found is FAILED else joined.joined(found)
    return joined
