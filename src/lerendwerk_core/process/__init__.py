"""Stage 3: how does the work really run, and where does it stick? (C#8, 11, 53)"""

from lerendwerk_core.process.borders import rung_between
from lerendwerk_core.process.involvement import Involvement, involvement
from lerendwerk_core.process.map import ProcessMap, VersionFigures, findings, map_process
from lerendwerk_core.process.mine import mined
from lerendwerk_core.process.observe import observe
from lerendwerk_core.process.overlay import lay
from lerendwerk_core.process.renew import renewed
from lerendwerk_core.process.successions import bridging, rungs, successions, together

__all__ = [
    "Involvement",
    "ProcessMap",
    "VersionFigures",
    "bridging",
    "findings",
    "involvement",
    "lay",
    "map_process",
    "mined",
    "observe",
    "renewed",
    "rung_between",
    "rungs",
    "successions",
    "together",
]
