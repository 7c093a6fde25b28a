"""Results as a dossier has them: series that are written out, and files with observations beside it."""

from __future__ import annotations

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.outcomes import Observation, OutcomeRecord
from lerendwerk_core.sources.beside import Beside
from lerendwerk_core.sources.definitions import INSTRUMENTS_ALONE, definitions_beside
from lerendwerk_core.sources.observations import read_observations
from lerendwerk_core.sources.parts import OutcomesPart
from lerendwerk_core.sources.shapes import Reading
from lerendwerk_core.vocabulary import Stage


@attrs.define(eq=False)
class OutcomesJoiner:
    """Joins the outcomes of one dossier: what is written, observations, instruments of its own."""

    written: OutcomesPart
    beside: Beside
    reading: Reading
    findings: list[Finding] = attrs.field(factory=list)

    def record(self) -> OutcomeRecord:
        """Return everything that was measured."""
        rows = [row for name, mark in self.written.data for row in self._observed(name, mark)]
        found = (self.beside.find(name, mark) for name, mark in self.written.instruments)
        files = [one for one in found if one]
        own = definitions_beside(files, INSTRUMENTS_ALONE, self.reading)
        return self.written.joined(tuple(rows), own.instruments)

    def _observed(self, name: str, mark: Mark) -> tuple[Observation, ...]:
        found = self.beside.find(name, mark)
        if found is None:
            return ()
        table = read_observations(*found, self.reading)
        for series in table.measures:
            if series in self.written.read:
                values = {"series": series, "file": name}
                self.reading.wrong(self.written.marks[series], "outcome-twice", None, **values)
        if table.ignored:
            noted = {"file": name, "columns": table.ignored}
            code, stage = "outcome-columns-ignored", Stage.OUTCOMES
            self.findings.append(Finding.of(code, "outcomes.data", stage=stage, **noted))
        return table.rows
