"""Who performs which step in a group: the coverage matrix, and the seats in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.composition import Composition, Seat
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.wording import page_text

WIDTH = 80
PERFORMS, ALONE, NOBODY = "x", "X", "!"


@attrs.frozen(kw_only=True)
class Coverage:
    """A group's matrix: per step a mark for each of ``codes``, and how many perform it."""

    group: str
    codes: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...], int], ...]


def coverages(shown: Shown) -> Iterator[Coverage]:
    """Yield the coverage matrix of every composed group, its steps in the order of the process."""
    composition = shown.composition
    order = [step.id for step in shown.process.now.step_list] if shown.process else []
    for group in composition.members:
        seats = [seat for seat in composition.seats if seat.group == group]
        missing = (
            composition.proposed[group].uncovered_steps if group in composition.proposed else ()
        )
        there = {*(step for seat in seats for step in seat.steps), *missing}
        yield Coverage(
            group=group,
            codes=tuple(seat.code for seat in seats),
            rows=tuple(_row(step, seats) for step in order if step in there),
        )


def _row(step: str, seats: list[Seat]) -> tuple[str, tuple[str, ...], int]:
    count = sum(step in seat.steps for seat in seats)
    mark = ALONE if count == 1 else PERFORMS
    return step, tuple(mark if step in seat.steps else "" for seat in seats), count


def matrix_lines(coverage: Coverage, lang: Lang, width: int = WIDTH) -> Iterator[str]:
    """Yield *coverage* as text, its columns in blocks that fit *width*."""
    yield f"{coverage.group}: {page_text('coverage-legend').in_(lang)}"
    left = max((len(step) for step, *_ in coverage.rows), default=0)
    column = max((len(code) for code in coverage.codes), default=0) + 1
    block = max(1, (width - left - 4) // column)
    for start in range(0, len(coverage.codes), block):
        part = slice(start, start + block)
        yield " " * (left + 4) + "".join(code.rjust(column) for code in coverage.codes[part])
        for step, marks, count in coverage.rows:
            said = str(count) if count else NOBODY
            cells = "".join(mark.rjust(column) for mark in marks[part])
            yield f"{step.ljust(left)} {said:>3}{cells}".rstrip()


def seat_lines(composition: Composition, lang: Lang) -> Iterator[str]:
    """Yield every seat with its reasons, what is lost without it, and who could take it."""
    for seat in composition.seats:
        why = " ".join(one.in_(lang) for one in seat.because)
        yield f"{seat.group} {seat.code}: {why}"
        lost = [f"{goal} {value:+g}" for goal, value in seat.loss.items() if value]
        others = [f"{one.code} ({_difference(one.difference, lang)})" for one in seat.substitutes]
        without = page_text("seat-loss", loss=lost, substitutes=others)
        yield f"   {without.in_(lang)}"


def _difference(difference: Mapping[str, float], lang: Lang) -> str:
    changes = [f"{goal} {value:+g}" for goal, value in difference.items() if value]
    return ", ".join(changes) or page_text("no-difference").in_(lang)


def wish_lines(composition: Composition) -> Iterator[Text]:
    """Yield what was wished and is not met, and whom the cover of a group hangs on."""
    for one in composition.unmet:
        yield page_text(
            "wish-unmet", group=one.group, wish=one.because, seats=one.shortfall, cost=one.cost
        )
    for who in composition.vulnerable:
        if who.steps:
            yield page_text("hangs-on", group=who.group, code=who.code, steps=who.steps)
