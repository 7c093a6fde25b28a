"""Stage 2: who steers, who contracts whom, who answers to the council? (C#16-26)"""

from lerendwerk_core.regie.demands import demands_of
from lerendwerk_core.regie.govern import Regie, findings, govern
from lerendwerk_core.regie.invariants import breaches, family_breaches
from lerendwerk_core.regie.steering import steering_degree

__all__ = [
    "Regie",
    "breaches",
    "demands_of",
    "family_breaches",
    "findings",
    "govern",
    "steering_degree",
]
