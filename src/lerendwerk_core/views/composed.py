"""A composition in words: the matrix in columns, wishes, seats, whom it hangs on, what conflicts."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from lerendwerk_core.composition import (
    Composition,
    Seat,
    Substitute,
    Unmet,
    Vulnerable,
)
from lerendwerk_core.composition.demands import told, ways_out
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.views.answers.phrases import listed, signed
from lerendwerk_core.views.coverage import ALONE, Coverage, coverages
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.wording import PAGES, page_text

INDENT = "  "
BESIDE = 6
"""How many characters stand beside the name of a step: its sign and its count."""

NARROWEST = 12
"""How many characters of a step's name are shown on the narrowest of terminals."""


def composed_lines(shown: Shown, lang: Lang, width: int) -> Iterator[str]:
    """Yield what there is to say about the composed groups, in at most *width* columns."""
    for matrix in coverages(shown):
        yield ""
        yield from matrix_lines(matrix, lang, width)
    for heading, texts in headed(shown.composition):
        yield from ("", *_wrapped(heading.in_(lang), width, ""))
        for text in texts:
            yield from _wrapped(text.in_(lang), width)
    for group in shown.composition.members:
        heading = page_text("seats-title", group=group)
        yield from ("", *_wrapped(heading.in_(lang), width, ""))
        for seat in shown.composition.seats:
            if seat.group == group:
                yield from _seat_lines(seat, lang, width)


def headed(result: Composition) -> Iterator[tuple[Text, list[Text]]]:
    """Yield conflict, way out, wishes and whom the cover hangs on, each under its heading."""
    parts = {
        "label-conflict": told(result.conflict),
        "label-way-out": [way_out(says, cost) for says, cost in ways_out(result.relaxations)],
        "label-wishes": [wish(one) for one in result.unmet],
        "label-vulnerable": [hangs_on(one) for one in result.vulnerable],
    }
    for code, texts in parts.items():
        if texts:
            yield page_text(code), texts


# -- the matrix in columns -------------------------------------------------------------------------


def matrix_lines(matrix: Coverage, lang: Lang, width: int) -> Iterator[str]:
    """Yield *matrix* as text, its columns in blocks that fit *width*."""
    title = page_text("coverage-title", group=matrix.group).in_(lang)
    legend = page_text("coverage-legend").in_(lang)
    yield from _wrapped(f"{title} ({legend})", width, "")
    steps = [_step(row.step, row.label, lang) for row in matrix.rows]
    column = max(len(code) for code in (ALONE, *matrix.codes)) + 1
    left = min(max(map(len, steps)), _room(width - BESIDE, column * len(matrix.codes)))
    for block in matrix.blocks(max(1, (width - BESIDE - left) // column)):
        yield " " * (BESIDE + left) + "".join(code.rjust(column) for code in block.codes)
        for step, row, whole in zip(steps, block.rows, matrix.rows, strict=True):
            name = step if len(step) <= left else f"{step[: left - 1]}…"
            sign = " " if whole.count else "!"
            cells = "".join(mark.rjust(column) for mark in row.marks)
            yield f"{sign} {name.ljust(left)}{whole.count:>4}{cells}".rstrip()


def _room(width: int, columns: int) -> int:
    """Return how wide the names of the steps may be: what *columns* leave, or else a third."""
    left = width - columns
    return left if left >= NARROWEST else max(NARROWEST, width // 3)


def _step(step: str, label: Text, lang: Lang) -> str:
    return " ".join(page_text("coverage-step", step=step, label=label.in_(lang)).in_(lang).split())


def _wrapped(text: str, width: int, first: str = "- ") -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=INDENT, break_on_hyphens=False
    )


def _seat_lines(seat: Seat, lang: Lang, width: int) -> Iterator[str]:
    why = " ".join(one.in_(lang) for one in seat.because)
    without = page_text("seat-loss", loss=changes(seat.loss), substitutes=substitutes(seat))
    yield from _wrapped(f"{seat.code}: {why}", width)
    yield from _wrapped(without.in_(lang), width, INDENT)


# -- sentences -------------------------------------------------------------------------------------


def goal_name(key: str) -> Text:
    """Return the short name of the goal *key*; a goal of a stranger goes by its key."""
    code = f"label-goal-{key}"
    return page_text(code) if code in PAGES else Text.of(key)


def changes(difference: Mapping[str, float], wishes: int = 0) -> Text:
    """Return what every goal gains or loses, and by how much more the wishes cost."""
    parts = [(goal_name(goal), value) for goal, value in difference.items() if value]
    parts += [(page_text("label-goal-wishes"), wishes)] if wishes else []
    said = [page_text("change", name=name, by=signed(value)) for name, value in parts]
    return listed(said) if said else page_text("no-difference")


def substitute(one: Substitute) -> Text:
    """Return who could take a seat, what that changes and what it takes."""
    said = changes(one.difference, one.unmet)
    code = "substitute-exchange" if one.exchange else "substitute"
    return page_text(code, code=one.code, changes=said, group=one.exchange)


def substitutes(seat: Seat) -> Text:
    """Return everyone who could take *seat*."""
    found = [substitute(one) for one in seat.substitutes]
    return listed(found) if found else page_text("no-substitute")


def wish(one: Unmet) -> Text:
    """Return what is not met, by how many seats, and what that costs."""
    cost = one.shortfall * one.cost
    return page_text(
        "wish-unmet", group=one.group, wish=one.because, seats=one.shortfall, cost=cost
    )


def hangs_on(one: Vulnerable) -> Text:
    """Return what is not covered any more when *one* leaves."""
    code = "hangs-on-both" if one.handovers else "hangs-on"
    values = {"group": one.group, "code": one.code}
    return page_text(code, steps=one.steps, handovers=one.handovers, **values)


def way_out(says: Text, cost: int) -> Text:
    """Return what to give up, and what that costs."""
    return page_text("way-out", says=says, cost=cost)
