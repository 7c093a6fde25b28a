"""Findings of stage 2: regie."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING, _BLOCKER = Severity.NOTE, Severity.WARNING, Severity.BLOCKER


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "no-path-to-council": (
        _BLOCKER,
        Text(
            "De verantwoording van {party} loopt niet door tot de gemeenteraad.",
            "The accountability of {party} does not reach the council.",
        ),
    ),
    "steps-outside-contract": (
        _WARNING,
        Text(
            "Buiten het arrangement {scope}: stappen {steps}. Spreek af wie daar stuurt.",
            "Outside the arrangement {scope}: steps {steps}. Agree who steers there.",
        ),
    ),
    "one-partner-per-area": (
        _WARNING,
        Text(
            "Dit model vraagt precies één contractpartner per gebied; hier zijn het er {count}.",
            "This model asks for exactly one contract partner per area; here there are {count}.",
        ),
    ),
    "too-few-partners": (
        _WARNING,
        Text(
            "Dit model vraagt ten minste {least} andere instellingen; hier zijn het er {count}.",
            "This model asks for at least {least} other institutions; here there are {count}.",
        ),
    ),
    "no-shared-goal": (
        _WARNING,
        Text(
            "Geen doel wordt door alle partners onderschreven.",
            "No goal is endorsed by all partners.",
        ),
    ),
    "arrangement-unreasoned": (
        _NOTE,
        Text(
            "Arrangement {scope}: sinds wanneer en waarom deze keuze is gemaakt, staat er niet bij.",
            "Arrangement {scope}: since when and why this choice was made is not recorded.",
        ),
    ),
    "area-twice": (
        _WARNING,
        Text(
            "{area} valt voor {act} onder twee arrangementen met dezelfde stappen.",
            "{area} falls under two arrangements with the same steps, for {act}.",
        ),
    ),
    "area-without": (
        _WARNING,
        Text(
            "{area} valt voor {act} onder geen enkel arrangement, terwijl het model een verdeling zonder gaten vraagt.",
            "{area} falls under no arrangement for {act}, while the model asks for a division without holes.",
        ),
    ),
    "part-twice": (
        _WARNING,
        Text("In twee gebieden tegelijk: {parts}.", "In two areas at once: {parts}."),
    ),
    "part-nowhere": (
        _WARNING,
        Text("In geen enkel gebied: {parts}.", "In no area at all: {parts}."),
    ),
    "history-gap": (
        _NOTE,
        Text(
            "{scope}: tussen '{before}' en '{after}' gold {days} dagen geen arrangement.",
            "{scope}: between '{before}' and '{after}' no arrangement held for {days} days.",
        ),
    ),
    "history-overlap": (
        _WARNING,
        Text(
            "{scope}: '{before}' en '{after}' golden {days} dagen tegelijk.",
            "{scope}: '{before}' and '{after}' held at the same time for {days} days.",
        ),
    ),
    "no-independent-actor": (
        _WARNING,
        Text(
            "Er is geen partij buiten de gemeente: regie is het richten van onafhankelijke actoren.",
            "There is no party beside the municipality: regie directs independent actors.",
        ),
    ),
    "actor-without-action": (
        _NOTE,
        Text("{party} voert geen enkele stap uit.", "{party} performs no step at all."),
    ),
    "goal-without-step": (
        _WARNING,
        Text("Geen stap dient het doel: {goal}.", "No step serves the goal: {goal}."),
    ),
    "goal-not-endorsed": (
        _WARNING,
        Text(
            "{parties}: werken aan een doel dat zij niet onderschrijven ({goal}).",
            "{parties}: work on a goal that they do not endorse ({goal}).",
        ),
    ),
}
