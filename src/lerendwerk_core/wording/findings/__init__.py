"""
What should not be, though it can: severity and words of every finding, a module a stage.

``docs/reference/findings.md`` is made from this table.
"""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity
from lerendwerk_core.wording.findings import (
    composition,
    drawings,
    event_logs,
    learning,
    outcomes,
    plugins,
    principles,
    process,
    readiness,
    regie,
    roles,
    setup,
)

FINDINGS: dict[str, tuple[Severity, Text]] = {
    **setup.FINDINGS,
    **readiness.FINDINGS,
    **regie.FINDINGS,
    **process.FINDINGS,
    **drawings.FINDINGS,
    **event_logs.FINDINGS,
    **composition.FINDINGS,
    **roles.FINDINGS,
    **principles.FINDINGS,
    **learning.FINDINGS,
    **outcomes.FINDINGS,
    **plugins.FINDINGS,
}
