"""A folder of dated dossiers: the states of one trajectory, oldest first."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.model.dossier import DatedDossier, Dossier
from lerendwerk_core.sources.dossier import DOSSIER_FILE
from lerendwerk_core.sources.nodes import refused
from lerendwerk_core.wording import problem_text

DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)")
ENDINGS = (".yaml", ".yml")
MOST_STATES = 200


def holds_states(path: Path) -> bool:
    """Whether *path* is a folder of dated dossiers rather than one dossier."""
    return path.is_dir() and not (path / DOSSIER_FILE).is_file()


def read_states(folder: str | Path, read: Callable[[Path], Dossier]) -> tuple[DatedDossier, ...]:
    """
    Return the states in *folder*, oldest first.

    Each is a dossier by itself, a file or a folder whose name begins with its day
    (``2025-03-01.yaml``, ``2025-11-27-na-de-zomer/``); *read* reads one. Whatever is called otherwise
    is left alone.

    Raises:
        DossierError: With everything that is wrong with any of them; or there are no states at all.
    """
    places = _dated(Path(folder))
    states: list[DatedDossier] = []
    problems: list[Problem] = []
    for day, place in places:
        try:
            states.append(DatedDossier(date=day, dossier=read(place)))
        except DossierError as error:
            problems += error.problems
    if problems:
        raise DossierError(tuple(problems))
    return tuple(states)


def _dated(folder: Path) -> list[tuple[dt.date, Path]]:
    found = sorted(place for place in folder.iterdir() if _is_state(place))
    if not found:
        raise refused(Mark(str(folder)), "no-states")
    if len(found) > MOST_STATES:
        raise refused(Mark(str(folder)), "too-many-states", most=MOST_STATES)
    dated = [(_day(place), place) for place in found]
    problems = [
        Problem(
            Mark(str(place)), "two-states-of-a-day", problem_text("two-states-of-a-day", date=day)
        )
        for (day, place), (before, _) in zip(dated[1:], dated, strict=False)
        if day == before
    ]
    if problems:
        raise DossierError(tuple(problems))
    return dated


def _is_state(place: Path) -> bool:
    named = place.is_dir() or place.suffix.lower() in ENDINGS
    return named and DATED.match(place.name) is not None


def _day(place: Path) -> dt.date:
    found = DATED.match(place.name)
    try:
        return dt.date.fromisoformat(found[1] if found else "")
    except ValueError:
        raise refused(Mark(str(place)), "state-without-day", name=place.name) from None
