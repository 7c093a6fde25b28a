"""Findings of stage 3: the work process."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "steps-without-goal": (
        _WARNING,
        Text(
            "{count} van de {all} stappen dienen geen doel: {steps}.",
            "{count} of {all} steps serve no goal: {steps}.",
        ),
    ),
    "goals-not-on-steps": (
        _WARNING,
        Text("Bij geen enkele stap is een doel vastgelegd.", "No step has a goal recorded."),
    ),
    "raci-absent": (
        _NOTE,
        Text(
            "Bij geen enkele stap is vastgelegd wie welke rol heeft (RACI).",
            "No step records who has which part (RACI).",
        ),
    ),
    "steps-without-client": (
        _NOTE,
        Text(
            "In {count} van de {all} stappen heeft de cliënt geen rol: {steps}.",
            "In {count} of {all} steps the client has no part: {steps}.",
        ),
    ),
    "step-without-performer": (
        _WARNING,
        Text(
            "Stap {step} ({label}) wordt door niemand uitgevoerd.",
            "Step {step} ({label}) is performed by nobody.",
        ),
    ),
    "step-unreachable": (
        _WARNING,
        Text(
            "Geen weg leidt naar stap {step} ({label}).", "No way leads to step {step} ({label})."
        ),
    ),
    "step-isolated": (
        _WARNING,
        Text(
            "Stap {step} ({label}) is met geen andere stap verbonden.",
            "Step {step} ({label}) is connected to no other step.",
        ),
    ),
    "step-unregistered": (
        _WARNING,
        Text(
            "Stap {step} ({label}) vraagt registratie; {disciplines} heeft die niet.",
            "Step {step} ({label}) asks for registration; {disciplines} lacks it.",
        ),
    ),
    "waiting-beyond-terms": (
        _WARNING,
        Text(
            "Het wachten ({wait} dagen) is langer dan de termijnen samen ({terms} dagen).",
            "The waiting ({wait} days) exceeds the statutory terms together ({terms} days).",
        ),
    ),
    "renewal-worse": (
        _WARNING,
        Text(
            "Versie {version} wacht langer of draagt vaker over dan de vorige.",
            "Version {version} waits longer or hands over more often than the one before.",
        ),
    ),
}
