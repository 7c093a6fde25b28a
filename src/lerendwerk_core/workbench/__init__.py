"""The facade: one object with its own plugin host, one verb a stage, ``run`` for all of them."""

from lerendwerk_core.workbench.facade import Workbench

__all__ = ["Workbench"]
