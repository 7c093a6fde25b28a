"""The answers of a dossier: written out per respondent, or in files beside it, once or in rounds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.model.answers import AnswerRound, AnswerSheet, ChecklistUse
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import AnswerReader, Finding
from lerendwerk_core.sources.answers.heading import Asked
from lerendwerk_core.sources.answers.headings import Items
from lerendwerk_core.sources.answers.take import Taken, take
from lerendwerk_core.sources.parts import AnswersPart, ChecklistPart, NamedFile, Placed
from lerendwerk_core.sources.shapes import Reading, near_miss
from lerendwerk_core.vocabulary import Stage


@attrs.define
class AnswersJoiner:
    """Joins what a dossier says of its answers with the files that it names."""

    written: ChecklistPart
    mark: Mark
    checklist: Checklist | None
    organisations: tuple[str, ...]
    readers: Mapping[str, AnswerReader]
    beside: Callable[[str, Mark], tuple[Path, str] | None]
    reading: Reading
    findings: list[Finding] = attrs.field(factory=list)

    def use(self, moments: tuple[str, ...]) -> ChecklistUse:
        """Return the rounds, oldest first: in the order of *moments*, others as they come."""
        rounds = list(self._rounds())
        order = {moment: at for at, moment in enumerate(moments)}
        rounds.sort(key=lambda one: order.get(one.moment, len(order)))
        return ChecklistUse(
            use=self.written.use,
            rounds=tuple(rounds),
            combine=self.written.combine,
            target=self.written.target,
        )

    def _rounds(self) -> Iterator[AnswerRound]:
        written = self.written
        if written.rounds is None:
            yield from self._of(written.once, None)
        for moment, part in (written.rounds or {}).items():
            yield from self._of(written.of_round(part), moment)

    def _of(self, part: AnswersPart, moment: str | None) -> Iterator[AnswerRound]:
        """Yield what *part* holds: one round, or those of a file that names its moments itself."""
        file = part.file
        if file is None:
            yield self._written_out(moment or "", part)
        elif part.is_said_twice:
            self.reading.wrong(file.mark, "answers-twice")
        else:
            yield from self._in_file(file, moment)

    # -- written out ---------------------------------------------------------------------------

    def _written_out(self, moment: str, part: AnswersPart) -> AnswerRound:
        sheets = part.sheets()
        if part.organisations is None:
            return AnswerRound.of(moment, sheets)
        self._check_organisations(sheets, part.organisations)
        of = {name: place.said for name, place in part.organisations.items()}
        return AnswerRound.of(moment, sheets, of)

    def _check_organisations(
        self, sheets: Mapping[str, AnswerSheet], of: Mapping[str, Placed]
    ) -> None:
        for name in sheets:
            if name not in of:
                near = near_miss(name, of)
                self.reading.wrong(self.mark, "answers-no-organisation", near, respondent=name)
        for place in of.values():
            if self.organisations:
                self.reading.refer("organisation", place.said, place.mark)

    # -- in a file -----------------------------------------------------------------------------

    def _in_file(self, file: NamedFile, moment: str | None) -> Iterator[AnswerRound]:
        reader = next((one for one in self.readers.values() if _reads(one, file.name)), None)
        if reader is None:
            endings = [ending for one in self.readers.values() for ending in one.endings]
            self.reading.wrong(file.mark, "answers-form", name=file.name, endings=endings)
            return
        found = self.beside(file.name, file.mark)
        if found is None:
            return
        taken = self._taken(reader, *found)
        self._note(taken, file.name)
        yield from self._at(moment, taken, file)

    def _taken(self, reader: AnswerReader, path: Path, shown: str) -> Taken:
        items = Items.of_checklist(self.checklist) if self.checklist else None
        asked = Asked(shown_as=shown, items=items, organisations=self.organisations)
        return take(self._rows(reader, path, shown), asked, self.reading)

    def _rows(self, reader: AnswerReader, path: Path, shown: str) -> Iterator[Sequence[str]]:
        """Yield the rows of a file; where it cannot be read further, that is noted."""
        try:
            yield from reader(path)
        except DossierError as error:
            self.reading.problems += (_shown(one, str(path), shown) for one in error.problems)

    def _at(self, moment: str | None, taken: Taken, file: NamedFile) -> Iterator[AnswerRound]:
        """Yield the rounds of a file; under a *moment* it may hold that one only."""
        if moment is None:
            yield from taken.rounds or (() if taken.has_moments else (_nobody(""),))
        elif not taken.has_moments:
            for one in taken.rounds or (_nobody(moment),):
                yield attrs.evolve(one, moment=moment)
        else:
            for one in taken.rounds:
                if one.moment != moment:
                    values = {"name": file.name, "given": one.moment, "moment": moment}
                    self.reading.wrong(file.mark, "answers-moment", None, **values)
            yield from (one for one in taken.rounds if one.moment == moment)

    def _note(self, taken: Taken, name: str) -> None:
        if taken.ignored:
            self._found("answers-columns-ignored", file=name, columns=taken.ignored)
        if taken.has_silent:
            self._found("answers-silent", file=name)

    def _found(self, code: str, **values: object) -> None:
        self.findings.append(Finding.of(code, "checklist", stage=Stage.READINESS, **values))


def _reads(reader: AnswerReader, name: str) -> bool:
    return name.lower().endswith(tuple(reader.endings))


def _nobody(moment: str) -> AnswerRound:
    return attrs.evolve(AnswerRound.of(moment, {}), of_people=True)


def _shown(problem: Problem, path: str, shown: str) -> Problem:
    """Return *problem* with the file called as the dossier calls it."""
    if problem.mark.file != path:
        return problem
    return attrs.evolve(problem, mark=attrs.evolve(problem.mark, file=shown))
