"""Stage 4: who should learn together? (C#52)"""

from lerendwerk_core.composition.brief import brief, group_names
from lerendwerk_core.composition.check import Verdict, check
from lerendwerk_core.composition.explain import Seat
from lerendwerk_core.composition.review import GroupFigures, review
from lerendwerk_core.composition.search import Search
from lerendwerk_core.composition.solve import Composition, findings, solve

__all__ = [
    "Composition",
    "GroupFigures",
    "Search",
    "Seat",
    "Verdict",
    "brief",
    "check",
    "findings",
    "group_names",
    "review",
    "solve",
]
