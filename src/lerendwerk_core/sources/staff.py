"""Who takes part: staff as counts per discipline, or people in a file beside the dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.people import Person
from lerendwerk_core.sources.beside import Beside
from lerendwerk_core.sources.parts import DossierPart, StaffingPart
from lerendwerk_core.sources.people import MAX_ROWS, read_people
from lerendwerk_core.sources.shapes import Reading
from lerendwerk_core.vocabulary import Stage


@attrs.define(eq=False)
class StaffJoiner:
    """Joins the staff of one dossier; ``keys`` are those that are written, ``mark`` says where."""

    part: DossierPart
    keys: Collection[str]
    mark: Callable[[str], Mark]
    beside: Beside
    reading: Reading
    findings: list[Finding] = attrs.field(factory=list)

    def people(self) -> tuple[Person, ...]:
        """Return everybody, and define them for those who refer to them."""
        staffing, file = self.part.staffing, self.part.people
        if staffing is not None and file is not None:
            self.reading.wrong(self.mark("people"), "staffing-and-people")
        people = self._from_file(*file) if file else self._from_staffing(staffing or ())
        # Where staff was written but could not be read, nothing is known of who there is.
        if people or not {"staffing", "people"} & set(self.keys):
            self.reading.expect("person")
            self.reading.expect("discipline")
        for discipline in dict.fromkeys(person.discipline for person in people):
            self.reading.define("discipline", discipline)
        self._check_headcounts(people)
        return people

    def _from_staffing(self, staffing: tuple[StaffingPart, ...]) -> tuple[Person, ...]:
        if sum(staffed.count for staffed in staffing) > MAX_ROWS:
            self.reading.wrong(self.mark("staffing"), "too-many-people", limit=MAX_ROWS)
            return ()
        people = [person for staffed in staffing for person in staffed.people()]
        for code, count in Counter(person.code for person in people).items():
            if count > 1:
                self.reading.wrong(self.mark("staffing"), "prefix-collision", key=code)
            self.reading.define("person", code)
        return tuple(people)

    def _from_file(self, name: str, mark: Mark) -> tuple[Person, ...]:
        found = self.beside.find(name, mark)
        if found is None:
            return ()
        table = read_people(*found, self.reading)
        if table.repairs:
            self._note("people-repaired", file=name, repairs=table.repairs)
        if table.ignored:
            self._note("people-columns-ignored", file=name, columns=table.ignored)
        return table.people

    def _note(self, code: str, **values: object) -> None:
        self.findings.append(Finding.of(code, "people", stage=Stage.SETUP, **values))

    def _check_headcounts(self, people: tuple[Person, ...]) -> None:
        """Note where more people of a discipline name a need than there are."""
        staff = Counter(person.discipline for person in people)
        for discipline, named, mark in self.reading.headcounts:
            if discipline in staff and named > staff[discipline]:
                # The staff of a small discipline is no secret to who wrote this file.
                values = {"discipline": discipline, "named": named, "staff": staff[discipline]}
                self.reading.wrong(mark, "named-exceeds-staff", None, **values)
