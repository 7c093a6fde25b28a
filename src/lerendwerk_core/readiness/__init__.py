"""Stage 1: is lerend werken our road, or do courses do? (C#47, 61-64)"""

from lerendwerk_core.readiness.assess import assess
from lerendwerk_core.readiness.findings import findings
from lerendwerk_core.readiness.proof.reach import Reach, progress, reach
from lerendwerk_core.readiness.result import Readiness
from lerendwerk_core.readiness.rule import SourceRule, decide
from lerendwerk_core.readiness.scoring.gains import gains
from lerendwerk_core.readiness.scoring.models import scores
from lerendwerk_core.readiness.scoring.needed import Needed, needed
from lerendwerk_core.readiness.tables import advice_table, count_table
from lerendwerk_core.readiness.tailoring import diff, rebase, tailored

__all__ = [
    "Needed",
    "Reach",
    "Readiness",
    "SourceRule",
    "advice_table",
    "assess",
    "count_table",
    "decide",
    "diff",
    "findings",
    "gains",
    "needed",
    "progress",
    "reach",
    "rebase",
    "scores",
    "tailored",
]
