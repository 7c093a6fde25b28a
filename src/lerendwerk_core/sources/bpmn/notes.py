"""What a reader has to say about a drawing, in the order in which it was met."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.process import SourceFinding
from lerendwerk_core.model.table import Table
from lerendwerk_core.vocabulary import Severity


@attrs.define
class Notes:
    """Collects findings."""

    findings: list[SourceFinding] = attrs.field(factory=list)

    def warn(self, code: str, where: str, **values: str) -> None:
        """Note what is wrong."""
        self.findings.append(SourceFinding(code=code, where=where, values=Table(values)))

    def tell(self, code: str, where: str, **values: str) -> None:
        """Note what is good to know."""
        found = SourceFinding(code=code, where=where, values=Table(values), severity=Severity.NOTE)
        self.findings.append(found)
