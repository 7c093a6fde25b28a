"""Roles in words: the matrix, what conflicts, the least repair, borders, and new positions."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lerendwerk_core.alignment.activities import ActivityFigures
from lerendwerk_core.alignment.compare import RoleChanges
from lerendwerk_core.alignment.repair import CellChange
from lerendwerk_core.alignment.roles import RoleFigures
from lerendwerk_core.model.goals import PARTS
from lerendwerk_core.model.raci import CELLS
from lerendwerk_core.process import Border
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.views.raci_matrix import raci_lines, raci_matrix
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import RepositioningState
from lerendwerk_core.wording import page_text

MARKS = {
    RepositioningState.UNKNOWN: "-",
    RepositioningState.NAMED: "1",
    RepositioningState.DISCUSSED: "2",
    RepositioningState.ACCEPTED: "3",
}
"""How far a part of a new position has landed, in one character."""

NAME = 24
SPACED, CLOSE = 4, 2
"""Columns that a part of a position takes: its first letters, or where it is narrow one letter."""


def aligned_lines(shown: Shown, lang: Lang, width: int) -> Iterator[str]:
    """Yield what there is to say about roles beside the points, in at most *width* columns."""
    if shown.alignment.activities.rows:
        yield from ("", page_text("raci-activities-title").in_(lang)[:width])
        rows = shown.alignment.activities.rows
        yield from raci_lines(raci_matrix(rows, shown.regie.words), lang, width)
        texts = repair_texts(shown.alignment.activities)
        yield from _told("repair-title", texts, lang, width)
    labels = step_labels(shown)
    for version, roles in shown.alignment.roles.items():
        if roles.rows:
            yield ""
            yield page_text("raci-title", version=version).in_(lang)[:width]
            yield from raci_lines(raci_matrix(roles.rows, labels), lang, width)
            yield from _told("repair-title", repair_texts(roles), lang, width)
            yield from _told("borders-title", border_texts(roles), lang, width)
    for changes in shown.alignment.changes:
        title = page_text("roles-changed-title", before=changes.before, after=changes.after)
        yield from _under(title, change_texts(changes), lang, width)
    yield from position_lines(shown, lang, width)


def step_labels(shown: Shown) -> dict[str, Text]:
    """Return the words for every step of the process."""
    return {step.id: step.label for step in shown.process.now.step_list} if shown.process else {}


def repair_texts(roles: RoleFigures | ActivityFigures) -> list[Text]:
    """Return the least changes that repair the rows of a version, in words."""
    return [_change(one) for one in roles.repair.changes]


def _change(one: CellChange) -> Text:
    code = "repair-put" if one.put else "repair-take"
    party = one.party or page_text("repair-someone")
    values = {"row": one.row, "cell": CELLS[one.cell], "party": party}
    return page_text(code, because=one.because, **values)


def border_texts(roles: RoleFigures) -> list[Text]:
    """Return the borders that nothing aligns, in words."""
    return [_border(one) for one in roles.borders if not one.agreements]


def _border(one: Border) -> Text:
    return page_text(
        "border-open",
        parties=" + ".join(one.parties),
        steps=one.steps or "-",
        handovers=[" > ".join(edge) for edge in one.handovers] or "-",
    )


def change_texts(changes: RoleChanges) -> list[Text]:
    """Return what a version changed in the roles, in words."""
    cells = [
        page_text(
            "roles-cell",
            row=one.row,
            cell=CELLS[one.cell],
            came=one.came or "-",
            left=one.left or "-",
        )
        for one in changes.cells
    ]
    counts = page_text(
        "roles-conflicts",
        resolved=len(changes.resolved),
        added=len(changes.added),
        remaining=len(changes.remaining),
    )
    return [counts, *cells]


def position_lines(shown: Shown, lang: Lang, width: int) -> Iterator[str]:
    """Yield the matrix of new positions, a row per type of stakeholder, a column per part."""
    found = shown.alignment
    if not found.repositioning:
        return
    yield from ("", page_text("positions-title").in_(lang)[:width])
    yield from textwrap.wrap(page_text("positions-legend").in_(lang), width)
    yield _position_line("", [page_text(f"part-{part}").in_(lang) for part in PARTS], width)
    for key, row in found.positions.items():
        empty = found.open_positions[key]
        marks = ["." if part in empty else MARKS[row[part]] for part in PARTS]
        yield _position_line(found.stakeholders[key].in_(lang), marks, width)
    yield from _told("unanswered-title", unanswered_texts(shown), lang, width)


def _position_line(name: str, cells: list[str], width: int) -> str:
    """Return a row whose name gives way before any of its *cells* does."""
    column = SPACED if width >= 2 * SPACED * len(cells) - SPACED else CLOSE
    room = min(NAME, width - column * len(cells) + 1)
    told = "".join(cell[: column - 1].ljust(column) for cell in cells)
    return (name[: max(room - 1, 0)].ljust(room) + told).rstrip()[:width]


def unanswered_texts(shown: Shown) -> list[Text]:
    """Return the expectations that nobody answered, in words."""
    named = shown.alignment.stakeholders
    return [
        page_text(
            "unanswered", by=named.get(one.by, one.by), of=named.get(one.of, one.of), what=one.label
        )
        for one in shown.alignment.unanswered
    ]


def _told(code: str, texts: list[Text], lang: Lang, width: int) -> Iterator[str]:
    yield from _under(page_text(code), texts, lang, width)


def _under(title: Text, texts: list[Text], lang: Lang, width: int) -> Iterator[str]:
    if texts:
        yield from textwrap.wrap(title.in_(lang), width)
    for text in texts:
        yield from textwrap.wrap(
            text.in_(lang), width, initial_indent="  - ", subsequent_indent="    "
        )
