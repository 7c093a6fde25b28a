"""
Lerend werken: from "is this our road?" to "who learns with whom, what, and does it work?".

::

    import lerendwerk_core as lw

    bench = lw.Workbench()
    dossier = bench.read("examples/jeugd")
    result = bench.run(dossier)
    result.to_html("report.html")

A :class:`Workbench` has one verb a stage; the packages of the stages hold the functions underneath.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lerendwerk_core._version import __version__
from lerendwerk_core.errors import DossierError, LerendwerkError

if TYPE_CHECKING:
    from lerendwerk_core import (
        alignment,
        composition,
        disclosure,
        learning,
        outcomes,
        process,
        readiness,
        regie,
        review,
        setup,
        vocabulary,
    )
    from lerendwerk_core.hooks import hookimpl
    from lerendwerk_core.model.contracts import Finding
    from lerendwerk_core.model.dossier import Dossier
    from lerendwerk_core.trajectory import Trajectory
    from lerendwerk_core.workbench import Workbench

# Names that are imported when they are first asked for, so that importing the library costs little.
_LATER = {
    "Dossier": "lerendwerk_core.model.dossier",
    "Finding": "lerendwerk_core.model.contracts",
    "Trajectory": "lerendwerk_core.trajectory",
    "Workbench": "lerendwerk_core.workbench",
    "hookimpl": "lerendwerk_core.hooks",
}
_STAGES = (
    "alignment",
    "composition",
    "disclosure",
    "learning",
    "outcomes",
    "process",
    "readiness",
    "regie",
    "review",
    "setup",
    "vocabulary",
)

__all__ = [
    "Dossier",
    "DossierError",
    "Finding",
    "LerendwerkError",
    "Trajectory",
    "Workbench",
    "__version__",
    "alignment",
    "composition",
    "disclosure",
    "hookimpl",
    "learning",
    "outcomes",
    "process",
    "readiness",
    "regie",
    "review",
    "setup",
    "vocabulary",
]


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(importlib.import_module(_LATER[name]), name)
    if name in _STAGES:
        return importlib.import_module(f"{__name__}.{name}")
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)


def __dir__() -> list[str]:
    return list(__all__)
