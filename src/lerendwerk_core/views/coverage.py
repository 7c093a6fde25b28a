"""Who performs which step in a group: the coverage matrix, for text and page alike."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.composition import Seat
from lerendwerk_core.text import Text
from lerendwerk_core.views.shown import Shown

PERFORMS, ALONE, ELSEWHERE = "x", "[x]", ""
"""The marks of a member: performs the step, is the only one who does, does not."""


@attrs.frozen(kw_only=True)
class Row:
    """A step, with a mark for every member of the group."""

    step: str
    label: Text
    marks: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many members perform the step; 0 where nobody covers it."""
        return sum(mark != ELSEWHERE for mark in self.marks)


@attrs.frozen(kw_only=True)
class Coverage:
    """The matrix of a group: a column for each of ``codes``, a row for each step."""

    group: str
    codes: tuple[str, ...]
    rows: tuple[Row, ...]

    def blocks(self, most: int) -> Iterator[Coverage]:
        """Yield the matrix in as few blocks of at most *most* columns as can be, about as wide."""
        number = -(-len(self.codes) // most)
        for at in range(number):
            part = slice(*(len(self.codes) * edge // number for edge in (at, at + 1)))
            rows = tuple(attrs.evolve(row, marks=row.marks[part]) for row in self.rows)
            yield attrs.evolve(self, codes=self.codes[part], rows=rows)


def coverage(group: str, seats: Sequence[Seat], steps: Mapping[str, Text]) -> Coverage:
    """Return the matrix of *seats*, with a row for each of *steps*, its name by its id."""
    return Coverage(
        group=group,
        codes=tuple(seat.code for seat in seats),
        rows=tuple(_row(step, label, seats) for step, label in steps.items()),
    )


def _row(step: str, label: Text, seats: Sequence[Seat]) -> Row:
    performs = [step in seat.steps for seat in seats]
    mark = ALONE if sum(performs) == 1 else PERFORMS
    return Row(step=step, label=label, marks=tuple(mark if one else ELSEWHERE for one in performs))


def coverages(shown: Shown) -> Iterator[Coverage]:
    """Yield the matrix of every composed group, its steps in the order of the process."""
    result, process = shown.composition, shown.process
    named = {step.id: step.label for step in process.now.step_list} if process else {}
    for group in result.members:
        seats = [seat for seat in result.seats if seat.group == group]
        there = {step for seat in seats for step in seat.steps}
        there |= set(result.proposed[group].uncovered_steps) if group in result.proposed else set()
        steps = {step: label for step, label in named.items() if step in there}
        if steps:
            yield coverage(group, seats, steps)
