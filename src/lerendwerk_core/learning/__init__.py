"""Stage 7: what do we learn together, what alone, and what do we unlearn? (C#32-34, 49, 57)"""

from lerendwerk_core.learning.findings import findings
from lerendwerk_core.learning.needs import StandardRule
from lerendwerk_core.learning.plan import Learning, plan
from lerendwerk_core.learning.routes import brief, solve

__all__ = ["Learning", "StandardRule", "brief", "findings", "plan", "solve"]
