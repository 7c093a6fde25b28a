"""Stage 2: who steers, who contracts whom, who answers to the council? (C#16-26)"""

from lerendwerk_core.regie.compare import RegieComparison, compare
from lerendwerk_core.regie.demands import demands_of
from lerendwerk_core.regie.expected import expected_accountable, expected_for_activities
from lerendwerk_core.regie.findings import findings, unmet_by
from lerendwerk_core.regie.govern import Regie, govern
from lerendwerk_core.regie.invariants import Breach, breaches, family_breaches
from lerendwerk_core.regie.steering import steering_degree

__all__ = [
    "Breach",
    "Regie",
    "RegieComparison",
    "breaches",
    "compare",
    "demands_of",
    "expected_accountable",
    "expected_for_activities",
    "family_breaches",
    "findings",
    "govern",
    "steering_degree",
    "unmet_by",
]
