"""Findings of stage 7: learning and unlearning."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "characteristic-not-met": (
        _NOTE,
        Text(
            "Nog niet aan te tonen: {characteristic} ({because}).",
            "Not shown yet: {characteristic} ({because}).",
        ),
    ),
    "relapse": (
        _WARNING,
        Text("Terugval op {moments}: {goal}.", "Relapse at {moments}: {goal}."),
    ),
    "unlearning-stalled": (
        _NOTE,
        Text("Blijft op '{state}': {goal}.", "Stays at '{state}': {goal}."),
    ),
    "hours-over-frame": (
        _WARNING,
        Text(
            "Er is {planned} uur leren gepland binnen een kader van {frame} uur.",
            "{planned} hours of learning are planned within a frame of {frame} hours.",
        ),
    ),
    "only-courses": (
        _WARNING,
        Text(
            "Het plan bestaat alleen uit cursussen; leren is meer dan opleiden.",
            "The plan holds courses only; learning is more than training.",
        ),
    ),
    "unlearn-by-learning-only": (
        _WARNING,
        Text(
            "Alleen leeractiviteiten, geen afleeractiviteit, voor: {goal}.",
            "Only learning, no unlearning activity, for: {goal}.",
        ),
    ),
    "unlearn-without-activity": (
        _NOTE,
        Text("Geen activiteit voor: {goal}.", "No activity for: {goal}."),
    ),
}
