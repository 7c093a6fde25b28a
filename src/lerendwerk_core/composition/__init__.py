"""Stage 4: who should learn together? (C#52)"""

from lerendwerk_core.composition.brief import brief, group_names
from lerendwerk_core.composition.check import Unmet, Verdict, check
from lerendwerk_core.composition.explain import Seat, Substitute
from lerendwerk_core.composition.frames import members_table, problem_from_tables
from lerendwerk_core.composition.many import compose_many
from lerendwerk_core.composition.recompose import Recomposition, recompose
from lerendwerk_core.composition.result import (
    Certificate,
    Composition,
    Demanded,
    GoalValue,
    Relaxation,
    TierValue,
    Vulnerable,
)
from lerendwerk_core.composition.review import GroupFigures, review
from lerendwerk_core.composition.solve import findings, solve
from lerendwerk_core.composition.solvers import Search, Standard
from lerendwerk_core.composition.verification import Verification, verify
from lerendwerk_core.composition.why_not import Contrast, why, why_not

__all__ = [
    "Certificate",
    "Composition",
    "Contrast",
    "Demanded",
    "GoalValue",
    "GroupFigures",
    "Recomposition",
    "Relaxation",
    "Search",
    "Seat",
    "Standard",
    "Substitute",
    "TierValue",
    "Unmet",
    "Verdict",
    "Verification",
    "Vulnerable",
    "brief",
    "check",
    "compose_many",
    "findings",
    "group_names",
    "members_table",
    "problem_from_tables",
    "recompose",
    "review",
    "solve",
    "verify",
    "why",
    "why_not",
]
