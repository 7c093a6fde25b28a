"""Stage 3: how does the work really run, and where does it stick? (C#8, 11, 53)"""

from lerendwerk_core.process.borders import rung_between
from lerendwerk_core.process.graph import to_networkx
from lerendwerk_core.process.involvement import Involvement, involvement
from lerendwerk_core.process.map import ProcessMap, VersionFigures, findings, map_process
from lerendwerk_core.process.mermaid import mermaid_of
from lerendwerk_core.process.mine import mined
from lerendwerk_core.process.neighbours import Border, neighbours
from lerendwerk_core.process.observe import observe
from lerendwerk_core.process.overlay import lay
from lerendwerk_core.process.renew import renewed
from lerendwerk_core.process.sketch import sketched
from lerendwerk_core.process.successions import bridging, rungs, successions, together
from lerendwerk_core.process.tables import edge_table, step_table
from lerendwerk_core.process.versions import Comparison, Road, compare, road

__all__ = [
    "Border",
    "Comparison",
    "Involvement",
    "ProcessMap",
    "Road",
    "VersionFigures",
    "bridging",
    "compare",
    "edge_table",
    "findings",
    "involvement",
    "lay",
    "map_process",
    "mermaid_of",
    "mined",
    "neighbours",
    "observe",
    "renewed",
    "road",
    "rung_between",
    "rungs",
    "sketched",
    "step_table",
    "successions",
    "to_networkx",
    "together",
]
