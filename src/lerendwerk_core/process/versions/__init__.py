"""Versions of a process compared: what came, what went, what changed hands; a road of many (C#53)."""

from lerendwerk_core.process.versions.compare import compare, road
from lerendwerk_core.process.versions.names import likeness, plain_name
from lerendwerk_core.process.versions.nouns import (
    BetweenRoles,
    Comparison,
    HandoverChange,
    Item,
    Matched,
    Road,
    StanceShift,
    VersionFacts,
)
from lerendwerk_core.process.versions.side import Version

__all__ = [
    "BetweenRoles",
    "Comparison",
    "HandoverChange",
    "Item",
    "Matched",
    "Road",
    "StanceShift",
    "Version",
    "VersionFacts",
    "compare",
    "likeness",
    "plain_name",
    "road",
]
