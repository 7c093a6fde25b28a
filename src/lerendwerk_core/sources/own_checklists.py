"""The checklists and tailorings that a dossier brings itself, in files beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from lerendwerk_core.errors import DefinitionError, Mark
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.definitions import Definitions
from lerendwerk_core.readiness.tailoring import tailored
from lerendwerk_core.sources.definitions import CHECKLISTS_ALONE, definitions_beside
from lerendwerk_core.sources.shapes import Reading


def own_checklists(
    files: Sequence[tuple[Path, str]], known: Mapping[str, Checklist], reading: Reading
) -> dict[str, Checklist]:
    """
    Return the checklists in *files*, each with its layers laid on what is *known* or on one another.

    What is wrong is noted in *reading*, all of it.
    """
    joined = definitions_beside(files, CHECKLISTS_ALONE, reading)
    for key in (*(one.id for one in joined.checklists), *(one.id for one in joined.tailorings)):
        if key in known:
            reading.wrong(Mark(files[0][1]), "checklist-known", key=key)
    own = {one.id: one for one in joined.checklists}
    return own | _laid({**known, **own}, joined, reading)


def _laid(
    bases: Mapping[str, Checklist], found: Definitions, reading: Reading
) -> dict[str, Checklist]:
    layers = {one.id: one for one in found.tailorings}
    laid: dict[str, Checklist] = {}
    for key in layers:
        try:
            laid[key] = tailored(bases, layers, key)
        except DefinitionError as error:
            reading.problems.extend(one for one in error.problems if one not in reading.problems)
    return laid
