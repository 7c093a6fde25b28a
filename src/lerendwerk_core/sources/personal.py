"""A personal route as its owner writes it, and the sealed ones beside a dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lerendwerk_core.privacy.personal import OwnActivity, OwnNeed, PersonalRoute
from lerendwerk_core.sources.format.fields import may, needed
from lerendwerk_core.sources.format.learning import COMPETENCE
from lerendwerk_core.sources.nodes import Node, read_yaml
from lerendwerk_core.sources.shapes import (
    ByForm,
    Day,
    Flag,
    Many,
    Number,
    Reading,
    Record,
    Words,
)

MOST_SEALED = 20_000_000
"""Bytes of sealed routes that are read: some fourteen thousand routes."""


class _InWords:
    """A need that is only words."""

    def read(self, node: Node, reading: Reading) -> Any:
        words = Words().read(node, reading)
        return OwnNeed(words=words) if isinstance(words, str) else words

    def schema(self) -> dict[str, Any]:
        return Words().schema()


NEED = ByForm(
    mapping=Record(
        [
            needed("words", Words(), "in eigen woorden", "in one's own words"),
            may("competences", Many(COMPETENCE, or_one=True), "competenties", "competences", ()),
        ],
        OwnNeed,
    ),
    scalar=_InWords(),
)

ACTIVITY = Record(
    [
        needed("what", Words(), "activiteit", "activity"),
        may("hours", Number(), "uren", "hours"),
        may("date", Day(), "datum", "date"),
        may("done", Flag(), "gedaan", "done", default=False),
    ],
    OwnActivity,
)

ROUTE = Record(
    [
        may("needs", Many(NEED), "wat ik wil leren", "what I want to learn", ()),
        may("activities", Many(ACTIVITY), "wat ik ga doen", "what I will do", ()),
        may("patterns", Many(Words()), "wat ik wil afleren", "what I want to unlearn", ()),
        may("notes", Words(), "voor mezelf", "for myself", ""),
    ],
    PersonalRoute,
)


def read_personal(path: Path) -> PersonalRoute:
    """
    Return the personal route in the YAML file at *path*.

    Raises:
        DossierError: With every problem.
    """
    reading = Reading()
    root = read_yaml(path, path.name, reading.problems)
    route = ROUTE.read(root, reading)
    reading.finish()
    return route  # type: ignore[no-any-return]


def sealed_lines(path: Path) -> tuple[str, ...]:
    """Return the sealed routes in the file at *path*, one a line; what is no text is not read."""
    with path.open("rb") as stream:
        raw = stream.read(MOST_SEALED)
    lines = raw.decode("ascii", errors="ignore").splitlines()
    return tuple(line.strip() for line in lines if line.strip())
