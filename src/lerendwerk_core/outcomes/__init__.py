"""Stage 8: does it work, and for whom? (C#58-60)"""

from lerendwerk_core.outcomes.difference import Difference
from lerendwerk_core.outcomes.figures import MomentFigures, Outcomes, PartFigures, SeriesFigures
from lerendwerk_core.outcomes.findings import findings
from lerendwerk_core.outcomes.follow import follow

__all__ = [
    "Difference",
    "MomentFigures",
    "Outcomes",
    "PartFigures",
    "SeriesFigures",
    "findings",
    "follow",
]
