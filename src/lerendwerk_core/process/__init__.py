"""Stage 3: how does the work really run, and where does it stick? (C#8, 11, 53)"""

from lerendwerk_core.process.borders import rung_between
from lerendwerk_core.process.map import ProcessMap, VersionFigures, findings, map_process
from lerendwerk_core.process.renew import renewed

__all__ = ["ProcessMap", "VersionFigures", "findings", "map_process", "renewed", "rung_between"]
