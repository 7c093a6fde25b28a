"""Why a route is what it is, and an answer as it is."""

from lerendwerk_core.text import Text

REASONS = {
    "route-lerend-werken": Text(
        "{deficient} van de {items} items zijn gedeeltelijk of niet op orde: meer dan de helft.",
        "{deficient} of {items} items are partly or not in order: more than half.",
    ),
    "route-targeted-lerend-werken": Text(
        "{deficient} van de {items} items zijn gedeeltelijk of niet op orde: niet meer dan de helft.",
        "{deficient} of {items} items are partly or not in order: no more than half.",
    ),
    "route-courses-and-training": Text(
        "Alles is op orde behalve het laatste item, over kennis en vaardigheden.",
        "Everything is in order except the last item, on knowledge and skills.",
    ),
    "route-secure": Text("Alle {items} items zijn op orde.", "All {items} items are in order."),
    "route-undetermined": Text(
        "Niet ingevulde items kunnen het advies nog veranderen.",
        "Items that are not answered can still change the advice.",
    ),
    "route-stated": Text("De bron zegt dit zelf.", "The source says so itself."),
    "route-own-reading": Text(
        "De bron zegt hierover niets; dit is onze eigen invulling.",
        "The source is silent on this; it is our own reading.",
    ),
    "route-margin": Text(
        "Er moeten ten minste {margin} antwoorden veranderen voor een ander advies.",
        "At least {margin} answers must change for another advice.",
    ),
    "route-no-margin": Text(
        "Geen verandering van antwoorden leidt tot een ander advies.",
        "No change of answers leads to another advice.",
    ),
    "reach-here": Text("Dit is het advies al.", "This is the advice already."),
    "reach-never": Text(
        "Geen verandering van antwoorden leidt tot dit advies.",
        "No change of answers leads to this advice.",
    ),
    "reach-way": Text("Dat vraagt: {steps}.", "That takes: {steps}."),
    "reach-mended": Text("{number} op orde te brengen", "{number} to bring in order"),
    "reach-answered": Text("{number} te beantwoorden", "{number} to answer"),
    "reach-spoiled": Text("{number} niet langer op orde", "{number} no longer in order"),
    "score-left-out": Text("Telt in geen van beide sommen mee.", "Is in neither sum."),
    "score-nothing-done": Text("Telt als niets gedaan.", "Counts as nothing done."),
    "score-anchored": Text(
        "Telt alsof het doel bereikt is.", "Counts as if the target were reached."
    ),
    "score-unsaid": Text("Dat zegt het model niet.", "The model does not say."),
}
