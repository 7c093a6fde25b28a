"""Who speaks in a row: a role code, of an organisation, at a moment."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.sources.answers.cells import text_of
from lerendwerk_core.sources.answers.heading import Asked, Heading
from lerendwerk_core.sources.people import MAX_ROWS, ROLE_CODE
from lerendwerk_core.sources.shapes import Reading, near_miss
from lerendwerk_core.wording import CONTROL, hint_text

LONGEST_ID = 200


@attrs.frozen
class Voice:
    """One respondent at one moment."""

    moment: str
    respondent: str
    organisation: str


@attrs.define(eq=False)
class Voices:
    """Reads who speaks, which a long table says again and again; a mistake in many rows is said once."""

    heading: Heading
    asked: Asked
    reading: Reading
    _met: dict[tuple[str, ...], Voice] = attrs.field(factory=dict)
    _wrong: set[tuple[str, str]] = attrs.field(factory=set)
    _without: list[int] = attrs.field(factory=list)
    _some: int = 0

    def of(self, line: int, cells: Sequence[object]) -> Voice | None:
        """Return who speaks in the row at *line*, or note why that cannot be."""
        if not self.heading.is_long:
            return self._read(line, cells)
        key = tuple(str(cells[at]) for at in self.heading.voice)
        known = self._met.get(key)
        if known is not None:
            return known
        voice = self._read(line, cells)
        if voice is not None and voice.organisation and len(self._met) < MAX_ROWS:
            self._met[key] = voice
        return voice

    def _read(self, line: int, cells: Sequence[object]) -> Voice | None:
        respondent = text_of(cells[self.heading.respondent])
        organisation = self._organisation(line, cells)
        moment = self._moment(line, cells)
        if not ROLE_CODE.fullmatch(respondent):
            self._refuse("respondent", respondent, line, "not-a-role-code")
            return None
        if organisation is None or moment is None:
            return None
        return Voice(moment, respondent, organisation)

    def _organisation(self, line: int, cells: Sequence[object]) -> str | None:
        if self.heading.organisation < 0:
            return ""
        said = text_of(cells[self.heading.organisation])
        if not said:
            self._without.append(line)
            return ""
        self._some += 1
        known = self.asked.organisations
        if known and said not in known:
            self._refuse("organisation", said, line, "unknown-reference")
            return None
        return self._short("organisation", said, line)

    def _moment(self, line: int, cells: Sequence[object]) -> str | None:
        if self.heading.moment < 0:
            return ""
        return self._short("moment", text_of(cells[self.heading.moment]), line)

    def _short(self, column: str, said: str, line: int) -> str | None:
        if said and len(said) <= LONGEST_ID and not CONTROL.search(said):
            return said
        self._refuse(column, said, line, "answers-id")
        return None

    def _refuse(self, column: str, said: str, line: int, code: str) -> None:
        if said and (column, said) in self._wrong:
            return
        self._wrong.add((column, said))
        mark = Mark(self.asked.shown_as, line, getattr(self.heading, column) + 1)
        if not said:
            self.reading.wrong(mark, "csv-empty", column=column)
        elif code == "unknown-reference":
            near = near_miss(said, self.asked.organisations)
            kind = hint_text("kind-organisation")
            self.reading.wrong(mark, "unknown-reference", near, kind=kind, key=said)
        else:
            self.reading.wrong(mark, code, value=said)

    def finish(self) -> None:
        """Note every row without an organisation, where others have one."""
        for line in self._without if self._some else ():
            mark = Mark(self.asked.shown_as, line, self.heading.organisation + 1)
            self.reading.wrong(mark, "csv-empty", column="organisation")
