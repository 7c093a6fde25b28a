"""Who takes part: organisations, staff in role codes, areas (C#12, 24, 27)."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import plain

MUNICIPALITY_KINDS = frozenset({"gemeente", "municipality"})


@attrs.frozen(kw_only=True)
class Organisation(Wired):
    """A party in the work (C#12): ``kind`` is free, ``line`` 1 or 2 for the line of care."""

    id: str
    label: Text
    kind: str = ""
    line: int | None = None

    @property
    def is_municipality(self) -> bool:
        """Whether the organisation is the municipality itself."""
        return plain(self.kind) in MUNICIPALITY_KINDS


@attrs.frozen(kw_only=True)
class Area(Wired):
    """A district or part of the territory (C#24), and the ``parts`` that it is made of, if listed."""

    id: str
    label: Text
    parts: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Person(Wired):
    """
    Someone who works in the process, by role code only; no name has a place here.

    ``department`` and ``area`` may be empty: one department, every area.
    """

    code: str
    discipline: str
    organisation: str
    department: str = ""
    area: str = ""
    registered: str = ""
