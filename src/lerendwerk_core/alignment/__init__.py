"""Stages 5 and 6: is it clear who does what, and do we work from the same principles?"""

from lerendwerk_core.alignment.agreements import frame_conflicts
from lerendwerk_core.alignment.align import Alignment, align
from lerendwerk_core.alignment.findings import findings

__all__ = ["Alignment", "align", "findings", "frame_conflicts"]
