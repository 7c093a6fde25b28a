"""The register of municipalities: codes, names and when they were valid (facts of CBS, CC BY 4.0)."""

from __future__ import annotations

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from lerendwerk_core.model.municipality import Registration


def read_register(lines: Iterable[str]) -> dict[str, tuple[Registration, ...]]:
    """
    Return the periods of validity per code, oldest first.

    Columns: code, name, valid_from, valid_until, successors (codes with a space between).
    """
    periods = defaultdict(list)
    for row in csv.DictReader(lines):
        until = row["valid_until"]
        periods[row["code"]].append(
            Registration(
                code=row["code"],
                name=row["name"],
                valid_from=dt.date.fromisoformat(row["valid_from"]),
                valid_until=dt.date.fromisoformat(until) if until else None,
                successors=tuple(row["successors"].split()),
            )
        )
    return {code: tuple(sorted(found, key=_start)) for code, found in periods.items()}


def _start(registration: Registration) -> dt.date:
    return registration.valid_from
