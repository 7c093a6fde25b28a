"""From rows to rounds: a byte per answer, whatever the form in which the rows give them."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.answers import OPEN, AnswerRound
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.answers.cells import NO_ANSWER, UNSET, Spellings, text_of
from lerendwerk_core.sources.answers.heading import (
    MAX_ITEMS,
    Asked,
    Heading,
    read_heading,
    unknown_item,
)
from lerendwerk_core.sources.answers.voices import Voice, Voices
from lerendwerk_core.sources.people import MAX_ROWS
from lerendwerk_core.sources.shapes import Reading, near_miss
from lerendwerk_core.vocabulary import Answer

MAX_EMPTY = 1_000_000
_AS_OPEN = bytes.maketrans(bytes([UNSET]), bytes([OPEN]))

Row = Sequence[Any]


@attrs.frozen(kw_only=True)
class Taken:
    """The rounds of a table, which columns were left unread, and whether rows without any answer were."""

    rounds: tuple[AnswerRound, ...] = ()
    has_moments: bool = False
    ignored: tuple[str, ...] = ()
    has_silent: bool = False


def take(rows: Iterable[Row], asked: Asked, reading: Reading) -> Taken:
    """Return what *rows* say, the first that is not empty being the heading; wrongs go to *reading*."""
    numbered = _filled(rows, asked, reading)
    line, cells = next(numbered, (asked.first, []))
    if not cells:
        mark = Mark(asked.shown_as, asked.first, 1)
        reading.wrong(mark, "csv-no-header", needed=("respondent",))
        return Taken()
    heading = read_heading([text_of(cell) for cell in cells], line, asked, reading)
    if heading is None:
        return Taken()
    taking = (_Long if heading.is_long else _Wide)(heading, asked, reading)
    taking.take(numbered)
    return taking.taken()


def _filled(rows: Iterable[Row], asked: Asked, reading: Reading) -> Iterator[tuple[int, Row]]:
    """Yield the rows that hold anything, each with its number."""
    empty = 0
    for line, cells in enumerate(rows, asked.first):
        if any(cells) and any(map(text_of, cells)):
            yield line, cells
            continue
        empty += 1
        if empty > MAX_EMPTY:
            reading.wrong(Mark(asked.shown_as, line, 1), "csv-too-many-rows", limit=MAX_EMPTY)
            return


@attrs.define(eq=False)
class _Taking(ABC):
    """The rows of a table while they are taken in: the answers of every voice, by moment."""

    heading: Heading
    asked: Asked
    reading: Reading
    codes: Spellings = attrs.field(factory=Spellings)
    given: dict[str, dict[str, tuple[int, str, Any]]] = attrs.field(factory=dict)
    has_silent: bool = False
    count: int = 0
    voices: Voices = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.voices = Voices(self.heading, self.asked, self.reading)

    def take(self, rows: Iterator[tuple[int, Row]]) -> None:
        """Take in all *rows*, up to as many respondents as there may be."""
        width = len(self.heading.names)
        for line, cells in rows:
            if len(cells) < width:  # a spreadsheet leaves off empty cells at the end
                cells = [*cells, *([""] * (width - len(cells)))]  # noqa: PLW2901
            elif any(map(text_of, cells[width:])):
                self._wrong(line, 0, "csv-row-length", given=len(cells), expected=width)
                continue
            self.row(line, cells)
            if self.count > MAX_ROWS:
                self._wrong(line, 0, "csv-too-many-rows", limit=MAX_ROWS)
                return
        self.voices.finish()

    @abstractmethod
    def row(self, line: int, cells: Row) -> None:
        """Take in one row."""

    @abstractmethod
    def items(self) -> tuple[str, ...]:
        """Return the items, in the order of the bytes."""

    def _wrong(self, line: int, place: int, code: str, **values: object) -> None:
        self.reading.wrong(Mark(self.asked.shown_as, line, place + 1), code, None, **values)

    def _no_answer(self, line: int, place: int, cell: object) -> None:
        said = text_of(cell)
        mark = Mark(self.asked.shown_as, line, place + 1)
        self.reading.wrong(mark, "unknown-word", near_miss(said, Answer.accepted()), value=said)

    def taken(self) -> Taken:
        """Return the rounds, oldest first."""
        rounds = (
            _round(one, self.given[one], self.items()) for one in sorted(self.given, key=_age)
        )
        return Taken(
            rounds=tuple(rounds),
            has_moments=self.heading.moment >= 0,
            ignored=self.heading.ignored,
            has_silent=self.has_silent,
        )


@attrs.define(eq=False)
class _Wide(_Taking):
    """A row per respondent, a column per item."""

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        self.places = tuple(self.heading.items)
        # One more, so that there are always several and the getter returns them as a row.
        self.pick = itemgetter(*self.places, self.heading.respondent)

    places: tuple[int, ...] = attrs.field(init=False)
    pick: Any = attrs.field(init=False)

    def items(self) -> tuple[str, ...]:
        return tuple(self.heading.items.values())

    def row(self, line: int, cells: Row) -> None:
        picked = self.pick(cells)[:-1]
        answers = self._codes(picked)
        if answers.count(OPEN) == len(answers) and not any(map(text_of, picked)):
            self.has_silent = True
            return
        if NO_ANSWER in answers:
            for at, code in enumerate(answers):
                if code == NO_ANSWER:
                    self._no_answer(line, self.places[at], picked[at])
        voice = self.voices.of(line, cells)
        if voice is not None:
            self._add(voice, line, answers)

    def _codes(self, picked: Row) -> bytes:
        try:
            return bytes(map(self.codes.__getitem__, picked))
        except TypeError:  # a list in a cell of a frame
            return bytes(self.codes[text_of(cell)] for cell in picked)

    def _add(self, voice: Voice, line: int, answers: bytes) -> None:
        said = self.given.setdefault(voice.moment, {})
        first = said.get(voice.respondent)
        if first is not None:
            values = {"respondent": voice.respondent, "first": first[0]}
            self._wrong(line, self.heading.respondent, "answers-respondent-twice", **values)
            return
        said[voice.respondent] = (line, voice.organisation, answers)
        self.count += 1


@attrs.define(eq=False)
class _Long(_Taking):
    """A row per answer."""

    numbers: dict[str, int] = attrs.field(factory=dict)
    unknown: set[str] = attrs.field(factory=set)

    def items(self) -> tuple[str, ...]:
        return tuple(self.numbers)

    def row(self, line: int, cells: Row) -> None:
        voice = self.voices.of(line, cells)
        number = self._number(line, text_of(cells[self.heading.item]))
        cell = cells[self.heading.answer]
        code = self.codes[cell if cell.__hash__ else text_of(cell)]
        if code == NO_ANSWER:
            self._no_answer(line, self.heading.answer, cell)
        elif voice is not None and number is not None:
            self._add(voice, line, number, code)

    def _number(self, line: int, said: str) -> int | None:
        known = self.numbers.get(said)
        if known is not None or said in self.unknown:
            return known
        item = self._item(line, said)
        if item is None or (item not in self.numbers and len(self.numbers) >= MAX_ITEMS):
            self.unknown.add(said)
            if item is not None:
                self._wrong(line, self.heading.item, "answers-too-many-items", limit=MAX_ITEMS)
            return None
        return self.numbers.setdefault(item, len(self.numbers))

    def _item(self, line: int, said: str) -> str | None:
        if not said:
            self._wrong(line, self.heading.item, "csv-empty", column="item")
            return None
        if self.asked.items is None:
            return said
        item = self.asked.items.find(said)
        if item is None:
            mark = Mark(self.asked.shown_as, line, self.heading.item + 1)
            unknown_item(said, mark, self.asked.items, self.reading)
        return item

    def _add(self, voice: Voice, line: int, number: int, code: int) -> None:
        said = self.given.setdefault(voice.moment, {})
        if voice.respondent not in said:
            said[voice.respondent] = (line, voice.organisation, bytearray())
            self.count += 1
        first, organisation, answers = said[voice.respondent]
        if organisation != voice.organisation:
            values = {"respondent": voice.respondent, "first": first}
            self._wrong(line, self.heading.organisation, "answers-two-organisations", **values)
        elif number < len(answers) and answers[number] != UNSET:
            values = {"respondent": voice.respondent, "first": first}
            self._wrong(line, self.heading.item, "answers-answer-twice", **values)
        else:
            answers.extend([UNSET] * (number + 1 - len(answers)))
            answers[number] = code


def _round(
    moment: str, given: dict[str, tuple[int, str, bytes]], items: Sequence[str]
) -> AnswerRound:
    """Return the round of *given*, those of one organisation next to each other."""
    order = {one: at for at, one in enumerate(dict.fromkeys(of for _, of, _ in given.values()))}
    names = sorted(given, key=lambda name: order[given[name][1]])
    width = len(items)
    unset = bytes([UNSET])
    whole = b"".join(given[name][2].ljust(width, unset) for name in names).translate(_AS_OPEN)
    return AnswerRound(
        moment=moment,
        respondents=tuple(names),
        columns=Table((item, whole[at::width]) for at, item in enumerate(items)),
        organisations=tuple(given[name][1] for name in names),
        of_people=True,
    )


def _age(moment: str) -> tuple[tuple[int, int, str], ...]:
    """Return by what moments are put in order: ``T2`` comes before ``T10``."""
    parts = re.findall(r"[0-9]{1,18}|[^0-9]+|[0-9]+", moment)
    return tuple(
        (0, int(one), "") if one[0].isascii() and one.isdigit() else (1, 0, one) for one in parts
    )
