"""Words of stage 5: roles and new positions."""

from lerendwerk_core.text import Text

PAGES = {
    "alignment": Text(
        "{unclear} van de {steps} stappen hebben niet precies één eindverantwoordelijke{later}.",
        "{unclear} of {steps} steps do not have exactly one accountable party{later}.",
    ),
    "alignment-later": Text(
        ", in de vernieuwde versie {unclear}", ", {unclear} in the renewed version"
    ),
    "alignment-none": Text(
        "Er zijn geen stappen om rollen bij te verdelen.",
        "There are no steps to divide roles over.",
    ),
    "alignment-pairs": Text(
        "Partijen zonder afspraak over een gedeelde grens: {pairs}.",
        "Parties without an agreement on a shared border: {pairs}.",
    ),
    "alignment-positions": Text(
        "Nieuwe posities: {filled} van de {all} velden ingevuld.",
        "New positions: {filled} of {all} fields filled.",
    ),
    "alignment-landed": Text(
        "Hoe ver de nieuwe posities zijn: {states}.", "How far the new positions are: {states}."
    ),
    "alignment-waits": Text("{by} van {of}", "{by} of {of}"),
    "alignment-unanswered": Text(
        "Wie iets verwacht zonder antwoord: {waiting}.",
        "Who expects something without an answer: {waiting}.",
    ),
}
