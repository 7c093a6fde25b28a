"""Who does what as a matrix: a row per step or activity, a column per party, letters where they meet."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.model.raci import CELLS, RaciRow
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.wording import page_text

WIDEST = 14
"""How many characters of a party stand above its column in a terminal."""

NARROWEST = 14
"""How many characters of a row's name stand before it on the narrowest of terminals."""

SHORT_KEY = 6
"""A key up to this length, such as ``s01``, stands before the name of its row."""


@attrs.frozen(kw_only=True)
class MatrixRow:
    """One step or activity: the letters per party, and whether something in it conflicts."""

    key: str
    label: Text
    cells: tuple[str, ...]
    is_flawed: bool


@attrs.frozen(kw_only=True)
class RaciMatrix:
    """The parties, each a column, and the rows."""

    parties: tuple[str, ...]
    rows: tuple[MatrixRow, ...]


def raci_matrix(rows: Mapping[str, RaciRow], labels: Mapping[str, Text]) -> RaciMatrix:
    """Return *rows* as a matrix; parties in the order in which the rows name them."""
    parties = tuple(dict.fromkeys(party for row in rows.values() for party in row.parties))
    return RaciMatrix(
        parties=parties,
        rows=tuple(
            MatrixRow(
                key=key,
                label=labels.get(key, Text.of(key)),
                cells=tuple(_letters(row, party) for party in parties),
                is_flawed=bool(row.flaws),
            )
            for key, row in rows.items()
        ),
    )


def _letters(row: RaciRow, party: str) -> str:
    return "/".join(letter for cell, letter in CELLS.items() if party in row.cell(cell))


def raci_lines(matrix: RaciMatrix, lang: Lang, width: int) -> Iterator[str]:
    """Yield *matrix* as text, its columns in blocks that fit *width*."""
    yield from textwrap.wrap(page_text("raci-legend").in_(lang), width)
    full = [_name(row, lang) for row in matrix.rows]
    room = min(max(map(len, full), default=0), max(NARROWEST, width // 3))
    columns = zip(*(row.cells for row in matrix.rows), strict=True)
    widths = [
        max(len(party[:WIDEST]), *map(len, column))
        for party, column in zip(matrix.parties, columns, strict=True)
    ]
    names = [name[:room].ljust(room) for name in full]
    for block in _blocks(widths, width - room - 2):
        heads = (matrix.parties[at][:WIDEST].ljust(widths[at]) for at in block)
        yield f"{' ' * (room + 2)}{' '.join(heads)}".rstrip()
        for name, row in zip(names, matrix.rows, strict=True):
            cells = (row.cells[at].ljust(widths[at]) for at in block)
            yield f"{name}{'!' if row.is_flawed else ' '} {' '.join(cells)}".rstrip()


def _name(row: MatrixRow, lang: Lang) -> str:
    label = row.label.in_(lang)
    return label if len(row.key) > SHORT_KEY or label == row.key else f"{row.key} {label}"


def _blocks(widths: list[int], room: int) -> Iterator[list[int]]:
    """Yield the columns that stand beside each other; a block holds at least one."""
    block: list[int] = []
    used = 0
    for at, width in enumerate(widths):
        if block and used + width + 1 > room:
            yield block
            block, used = [], 0
        block.append(at)
        used += width + 1
    if block:
        yield block
