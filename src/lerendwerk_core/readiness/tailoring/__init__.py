"""Checklists in layers: what a region or municipality changes, without losing what is comparable."""

from lerendwerk_core.readiness.tailoring.compare import Difference, FieldChange, diff
from lerendwerk_core.readiness.tailoring.lay import lay
from lerendwerk_core.readiness.tailoring.rebase import Conflict, Rebased, rebase
from lerendwerk_core.readiness.tailoring.resolve import tailored

__all__ = [
    "Conflict",
    "Difference",
    "FieldChange",
    "Rebased",
    "diff",
    "lay",
    "rebase",
    "tailored",
]
