"""Municipalities and the acts they carry out (C#2-5)."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.wire import Wired


@attrs.frozen(kw_only=True)
class Municipality(Wired):
    """The municipality of a dossier; ``code`` is the CBS code ``GM`` and four digits."""

    code: str
    name: str
    predecessors: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Registration(Wired):
    """One period in which a municipality code was valid: from ``valid_from``, before ``valid_until``."""

    code: str
    name: str
    valid_from: dt.date
    valid_until: dt.date | None = None
    successors: tuple[str, ...] = ()

    def is_valid_on(self, day: dt.date) -> bool:
        """Whether the code was valid on *day*."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)


@attrs.frozen(kw_only=True)
class Period(Wired):
    """A trajectory's time: start, go-live of the new way of working (C#15), moments, and end."""

    start: dt.date | None = None
    go_live: dt.date | None = None
    measurements: tuple[str, ...] = ()
    end: dt.date | None = None
