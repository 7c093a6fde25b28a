"""Stages 5 and 6: is it clear who does what, and do we work from the same principles?"""

from lerendwerk_core.alignment.align import Alignment, align, findings

__all__ = ["Alignment", "align", "findings"]
