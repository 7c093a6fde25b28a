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
    """Return the places of the states with their days, or refuse them all at once."""
    found = sorted(filter(_is_state, folder.iterdir())) if folder.is_dir() else []
    if not found:
        raise refused(Mark(str(folder)), "no-states")
    if len(found) > MOST_STATES:
        raise refused(Mark(str(folder)), "too-many-states", most=MOST_STATES)
    dated: dict[dt.date, Path] = {}
    problems = []
    for place in found:
        day = _day(place)
        if day is None:
            problems.append(_wrong(place, "state-without-day", name=place.name))
        elif day in dated:
            problems.append(_wrong(place, "two-states-of-a-day", date=day))
        else:
            dated[day] = place
    if problems:
        raise DossierError(tuple(problems))
    return list(dated.items())


def _wrong(place: Path, code: str, **values: object) -> Problem:
    return Problem(Mark(str(place)), code, problem_text(code, **values))


def _is_state(place: Path) -> bool:
    named = place.is_dir() or place.suffix.lower() in ENDINGS
    return named and DATED.match(place.name) is not None


def _day(place: Path) -> dt.date | None:
    """Return the day that the name of *place* begins with; ``None`` if there is no such day."""
    found = DATED.match(place.name)
    try:
        return dt.date.fromisoformat(found[1] if found else "")
    except ValueError:
        return None
