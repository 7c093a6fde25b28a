"""What stands in the same surroundings: every item gets a colour from what is around it."""

from __future__ import annotations

from collections.abc import Sequence

from lerendwerk_core.process.versions.side import Side

DEPTH = 3
"""How many ways far the surroundings reach."""

Colours = tuple[Sequence[int], Sequence[int]]


def colours(one: Side, other: Side) -> list[Colours]:
    """Return the colours of the items of both sides, from family, name and role alone to DEPTH."""
    book: dict[object, int] = {}
    sides = (one, other)
    now: list[list[int]] = [
        [book.setdefault(bare, len(book)) for bare in zip(side.kinds, side.roles, strict=True)]
        for side in sides
    ]
    found: list[Colours] = [(now[0], now[1])]
    for _ in range(DEPTH):
        now = [_deeper(side, known, book) for side, known in zip(sides, now, strict=True)]
        found.append((now[0], now[1]))
    return found


def _deeper(side: Side, known: Sequence[int], book: dict[object, int]) -> list[int]:
    deeper = []
    for place, colour in enumerate(known):
        ahead = tuple(sorted(known[one] for one in side.ahead[place]))
        behind = tuple(sorted(known[one] for one in side.behind[place]))
        deeper.append(book.setdefault((colour, ahead, behind), len(book)))
    return deeper
