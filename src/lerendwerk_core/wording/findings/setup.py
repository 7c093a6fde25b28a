"""Findings of stage 0: who and what it is about."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "municipality-unknown": (
        _WARNING,
        Text(
            "Gemeentecode {code} staat niet in het register.",
            "Municipality code {code} is not in the register.",
        ),
    ),
    "municipality-not-valid": (
        _WARNING,
        Text(
            "Gemeentecode {code} was op {date} niet geldig; opvolger: {successors}.",
            "Municipality code {code} was not valid on {date}; successor: {successors}.",
        ),
    ),
    "municipality-not-valid-unknown": (
        _WARNING,
        Text(
            "Gemeentecode {code} was op {date} niet geldig; het register kent geen opvolger.",
            "Municipality code {code} was not valid on {date}; the register knows no successor.",
        ),
    ),
    "municipality-name": (
        _NOTE,
        Text(
            "Gemeentecode {code} hoort bij de naam {name}.",
            "Municipality code {code} belongs to the name {name}.",
        ),
    ),
    "go-live-before-start": (
        _WARNING,
        Text(
            "De nieuwe werkwijze gaat in voordat het traject begint ({start}).",
            "The new way of working goes live before the trajectory starts ({start}).",
        ),
    ),
    "organisation-without-people": (
        _NOTE,
        Text("Bij {organisation} staan geen mensen.", "There are no people at {organisation}."),
    ),
    "discipline-split": (
        _NOTE,
        Text(
            "Discipline {discipline} werkt bij {organisations}; overdrachten rekenen met de eerste daarvan.",
            "Discipline {discipline} works at {organisations}; handovers reckon with the first.",
        ),
    ),
    "people-repaired": (
        _NOTE,
        Text(
            "{file}: gelezen met {repairs}.",
            "{file}: read with {repairs}.",
        ),
    ),
    "people-columns-ignored": (
        _NOTE,
        Text("{file}: kolommen niet gelezen: {columns}.", "{file}: columns not read: {columns}."),
    ),
}
