"""Stage 8: does it work, and for whom? (C#58-60)"""

from lerendwerk_core.outcomes.follow import Outcomes, findings, follow

__all__ = ["Outcomes", "findings", "follow"]
