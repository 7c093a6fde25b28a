"""Planning a route as an optimisation: which activities, in which order, on which days."""

from lerendwerk_core.learning.routes.brief import brief
from lerendwerk_core.learning.routes.solve import solve

__all__ = ["brief", "solve"]
