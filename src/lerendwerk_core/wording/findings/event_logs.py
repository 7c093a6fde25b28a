"""Findings of event logs."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "log-incomplete": (
        _WARNING,
        Text(
            "{count} gebeurtenissen hebben geen zaak of geen stap en tellen niet mee.",
            "{count} events have no case or no step and are left out.",
        ),
    ),
    "log-time-unreadable": (
        _WARNING,
        Text(
            "{count} tijdstippen zijn niet te lezen; het eerste heeft de vorm '{form}'.",
            "{count} times cannot be read; the first has the form '{form}'.",
        ),
    ),
    "log-no-time": (
        _WARNING,
        Text(
            "{count} gebeurtenissen hebben geen tijdstip; ze blijven staan achter die ervoor.",
            "{count} events have no time; they stay behind the one before them.",
        ),
    ),
    "log-zones-mixed": (
        _WARNING,
        Text(
            "Sommige tijdstippen hebben een tijdzone en andere niet; die zonder gelden als UTC.",
            "Some times have a time zone and others do not; those without count as UTC.",
        ),
    ),
    "log-case-repeated": (
        _WARNING,
        Text(
            "{count} zaaknummers komen meer dan eens voor; ze blijven aparte zaken.",
            "{count} case numbers occur more than once; they stay apart.",
        ),
    ),
    "log-case-shared": (
        _NOTE,
        Text(
            "{count} zaaknummers komen bij meer organisaties voor; ze blijven apart. "
            "Gaan zaken van de ene naar de andere, lees dan met gedeelde nummers (shared).",
            "{count} case numbers occur at more than one organisation; they stay apart. "
            "If cases go from one to another, read with numbers that are shared.",
        ),
    ),
    "log-case-empty": (
        _NOTE,
        Text(
            "{count} zaken hebben geen gebeurtenissen en tellen niet mee.",
            "{count} cases have no events and are left out.",
        ),
    ),
    "log-row-length": (
        _WARNING,
        Text(
            "{count} regels hebben meer of minder cellen dan de kop, de eerste op regel {line}.",
            "{count} lines have more or fewer cells than the heading, the first on line {line}.",
        ),
    ),
    "log-no-person": (
        _WARNING,
        Text(
            "Bij {count} van de {all} gebeurtenissen staat niet wie het deed.",
            "For {count} of {all} events it is not said who did it.",
        ),
    ),
    "log-odd-person": (
        _NOTE,
        Text(
            "Sommige namen zijn waarschijnlijk geen mens of team: {names}.",
            "Some names are probably no person or team: {names}.",
        ),
    ),
    "log-small-groups": (
        _NOTE,
        Text(
            "{count} teams in het logboek bestaan uit minder dan {least} mensen: wat een team deed is dan wat enkelen deden.",
            "{count} teams in the log are fewer than {least} people: what a team did is then what a few did.",
        ),
    ),
    "log-empty": (
        _WARNING,
        Text("Het logboek bevat geen gebeurtenissen.", "The log holds no events."),
    ),
    "log-reordered": (
        _NOTE,
        Text(
            "In {count} zaken stonden de gebeurtenissen niet op volgorde van tijd; nu wel.",
            "In {count} cases the events were not in order of time; now they are.",
        ),
    ),
    "log-step-unknown": (
        _WARNING,
        Text(
            "Stap '{step}' uit het logboek staat niet in het werkproces.{near}",
            "Step '{step}' of the log is not in the process.{near}",
        ),
    ),
    "log-way-not-drawn": (
        _WARNING,
        Text(
            "Het werk ging {count} keer van {source} naar {target}, en dat staat er niet.",
            "Work went from {source} to {target} {count} times, which is not in the process.",
        ),
    ),
    "log-way-never-seen": (
        _NOTE,
        Text(
            "Van {source} naar {target} ging het werk in het logboek nooit.",
            "In the log work never went from {source} to {target}.",
        ),
    ),
    "log-step-never-seen": (
        _NOTE,
        Text(
            "Stap {step} komt in het logboek niet voor.", "Step {step} does not occur in the log."
        ),
    ),
    "role-without-staff": (
        _WARNING,
        Text(
            "Bij rol {role} uit de tekening hoort geen discipline met mensen.",
            "No discipline with people belongs to role {role} of the drawing.",
        ),
    ),
}
