"""Stage 0: who and what is this about? (C#2-6, 12)"""

from lerendwerk_core.setup.scope import Scope, findings, set_up

__all__ = ["Scope", "findings", "set_up"]
