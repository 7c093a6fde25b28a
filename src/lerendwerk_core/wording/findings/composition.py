"""Findings of stage 4: learning groups."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_WARNING, _BLOCKER = Severity.WARNING, Severity.BLOCKER


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "demand-unmet": (
        _WARNING,
        Text("Groep {group}: niet voldaan: {demand}", "Group {group}: not met: {demand}"),
    ),
    "group-misses-steps": (
        _WARNING,
        Text("Groep {group} heeft niemand voor {steps}.", "Group {group} has nobody for {steps}."),
    ),
    "group-one-discipline": (
        _WARNING,
        Text(
            "Groep {group} telt één discipline; organisatieleren vraagt er meer.",
            "Group {group} has one discipline; organisational learning asks for more.",
        ),
    ),
    "compose-unmet": (
        _WARNING,
        Text(
            "Voorgestelde groep {group}: niet voldaan: {requirement}",
            "Proposed group {group}: not met: {requirement}",
        ),
    ),
    "compose-infeasible": (
        _BLOCKER,
        Text("Samenstellen kan niet: {because}", "Composing is impossible: {because}"),
    ),
    "compose-none-found": (
        _BLOCKER,
        Text("Geen samenstelling gevonden: {because}", "No composition found: {because}"),
    ),
}
