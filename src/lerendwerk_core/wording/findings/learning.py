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
    "secured-too-soon": (
        _NOTE,
        Text(
            "Geborgd genoemd voordat het drie maanden vervangen was: {goal}.",
            "Called secured before it had been replaced for three months: {goal}.",
        ),
    ),
    "unlearning-of-few": (
        _WARNING,
        Text(
            "Hoort bij een groep die te klein is om te noemen; die is weggelaten: {goal}.",
            "Belongs to a group that is too small to name; it is left out: {goal}.",
        ),
    ),
    "not-together": (
        _WARNING,
        Text(
            "Organisatievorming, rolduidelijkheid en persoonlijke ontwikkeling komen alleen samen tot "
            "stand ({because}).",
            "Forming the organisation, clarity of roles and personal development only come about "
            "together ({because}).",
        ),
    ),
    "route-impossible": (
        _WARNING,
        Text(
            "Voor {group} past niet alles in één route; het blijft liggen: {wishes}. Uitwegen: {ways}.",
            "For {group} not everything fits in one route; left aside: {wishes}. Ways out: {ways}.",
        ),
    ),
    "wish-without-activity": (
        _NOTE,
        Text(
            "Geen activiteit die bij {group} past, dient: {wishes}.",
            "No activity that suits {group} serves: {wishes}.",
        ),
    ),
    "routes-over-frame": (
        _WARNING,
        Text(
            "Met de voorgestelde routes wordt het {planned} uur leren, binnen een kader van {frame} uur.",
            "With the routes proposed it becomes {planned} hours of learning, within a frame of {frame} hours.",
        ),
    ),
}
