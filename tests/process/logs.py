"""Small event logs for the tests of the process."""

from __future__ import annotations

from collections.abc import Sequence

from lerendwerk_core.model.event_log import SECOND, EventLog
from lerendwerk_core.sources.logs import read_log

HOUR = 3600 * SECOND


def log_of(
    *cases: str, people: str | Sequence[str] = "", groups: str | Sequence[str] = ""
) -> EventLog:
    """
    A log in which every letter is a step, an hour after the one before it.

    *people* and *groups* have a letter for every event of all cases together; a dot is nobody.
    """
    letters = "".join(cases)
    columns: dict[str, list[object]] = {
        "case": [f"c{n}" for n, case in enumerate(cases) for _ in case],
        "step": list(letters),
        "time": [str(3600 * place) for case in cases for place in range(len(case))],
    }
    for name, given in (("person", people), ("group", groups)):
        if given:
            assert len(given) == len(letters)
            columns[name] = [None if one == "." else one for one in given]
    return read_log(columns, **{name: name for name in columns}).log
