"""Stage 7: what do we learn together, what alone, and what do we unlearn? (C#32-34, 49, 57)"""

from lerendwerk_core.learning.plan import Learning, findings, plan
from lerendwerk_core.learning.route import Route, shortest_route

__all__ = ["Learning", "Route", "findings", "plan", "shortest_route"]
