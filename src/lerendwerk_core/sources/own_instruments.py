"""The instruments that a dossier brings itself, in files beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lerendwerk_core.errors import DossierError
from lerendwerk_core.model.definitions import Definitions
from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.sources.definitions import INSTRUMENTS_ALONE
from lerendwerk_core.sources.nodes import read_yaml
from lerendwerk_core.sources.shapes import FAILED, Reading


def own_instruments(files: Sequence[tuple[Path, str]], reading: Reading) -> tuple[Instrument, ...]:
    """Return the instruments in *files*; what is wrong is noted in *reading*, all of it."""
    joined = Definitions()
    for path, shown in files:
        try:
            found = INSTRUMENTS_ALONE.read(read_yaml(path, shown, reading.problems), reading)
        except DossierError as error:
            reading.problems.extend(one for one in error.problems if one not in reading.problems)
            continue
        joined = joined if found is FAILED else joined.joined(found)
    return joined.instruments
