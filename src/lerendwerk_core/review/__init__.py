"""Stage 9: go on, change model, or back to courses? (C#40, 47)"""

from lerendwerk_core.review.look_back import Review, findings, look_back

__all__ = ["Review", "findings", "look_back"]
