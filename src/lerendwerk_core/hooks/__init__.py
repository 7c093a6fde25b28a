"""The markers of the plugin system and, in ``specs``, every hook there is."""

from lerendwerk_core.hooks.context import TrajectoryContext
from lerendwerk_core.hooks.markers import PROJECT, hookimpl, hookspec

__all__ = ["PROJECT", "TrajectoryContext", "hookimpl", "hookspec"]
