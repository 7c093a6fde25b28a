"""Findings of stage 5: roles and new positions."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


ROW = Text("{row}: {because}", "{row}: {because}")
"""A conflict in the RACI row of a step or activity: its reason says what."""

FINDINGS: dict[str, tuple[Severity, Text]] = {
    "repositioning-missing": (
        _NOTE,
        Text("Nog geen nieuwe positie voor: {types}.", "No new position yet for: {types}."),
    ),
    "expectation-unanswered": (
        _NOTE,
        Text(
            "{by}: wat zij van {of} verwachten, is nog niet beantwoord: {what}",
            "{by}: what they expect of {of} has not been answered yet: {what}",
        ),
    ),
    "row-no-accountable": (_WARNING, ROW),
    "row-several-accountable": (_WARNING, ROW),
    "row-client-accountable": (_WARNING, ROW),
    "row-nobody-responsible": (_WARNING, ROW),
    "row-told-twice": (_NOTE, ROW),
    "accountable-elsewhere": (
        _NOTE,
        Text(
            "{row}: volgens het regiemodel is {party} eindverantwoordelijk, in de RACI {written}.",
            "{row}: by the regie model {party} is accountable, in the RACI {written}.",
        ),
    ),
    "pair-not-aligned": (
        _NOTE,
        Text(
            "{parties} delen een grens in het werk zonder vastgelegde afspraak.",
            "{parties} share a border in the work without a recorded agreement.",
        ),
    ),
    "repositioning-absent": (
        _NOTE,
        Text(
            "Over de nieuwe posities van de zes betrokken groepen is niets vastgelegd.",
            "Nothing is recorded about the new positions of the six stakeholder types.",
        ),
    ),
}
