"""
Definition files: what a plugin of data alone contributes, in YAML.

One file may hold any of ``checklists``, ``tailorings``, ``actors``, ``raci_activities``, ``models``,
``activities`` and ``measures``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lerendwerk_core.errors import DefinitionError, DossierError
from lerendwerk_core.model.definitions import Definitions
from lerendwerk_core.sources.definitions.checklists import CHECKLIST, TAILORING
from lerendwerk_core.sources.definitions.learning import ACTIVITY, MEASURE
from lerendwerk_core.sources.definitions.regie import ACTOR, MODEL, RACI_ACTIVITY
from lerendwerk_core.sources.format.fields import may
from lerendwerk_core.sources.nodes import read_yaml
from lerendwerk_core.sources.shapes import FAILED, Many, Reading, Record

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
