"""Why the steering degree is what it is, and what a model demands."""

from lerendwerk_core.text import Text

REASONS = {
    "steering-degree": Text(
        "Van de twaalf beslisrechten heeft de gemeente er {alone} alleen, {shared} met anderen en {none} niet.",
        "Of the twelve decision rights the municipality holds {alone} alone, {shared} with others and {none} not.",
    ),
    "handovers": Text(
        "Naar een andere organisatie gaat het bij {where}.", "To another organisation goes {where}."
    ),
    "flow-efficiency": Text(
        "{days} werkdagen van 8 uur werk tegenover {wait} dagen wachten.",
        "{days} working days of 8 hours of work against {wait} days of waiting.",
    ),
    "known-again": Text("Herkend: {count}, {by}.", "Known again: {count}, {by}."),
    "role-borders": Text(
        "Wegen van rol naar rol: {before}, nu {after}; {won} erbij, {lost} eraf.",
        "Ways from role to role: {before}, now {after}; {won} more, {lost} fewer.",
    ),
    "demand-contract-partner": Text(
        "{who} is contractpartner en zit in de leergroep.",
        "{who} is the contract partner and sits in the learning group.",
    ),
    "demand-municipality": Text(
        "De gemeente ({who}) zit in de leergroep.", "The municipality ({who}) sits in the group."
    ),
    "demand-partner": Text(
        "Elke partner zit in de leergroep, dus ook {who}.",
        "Every partner sits in the learning group, so {who} too.",
    ),
    "demand-step": Text(
        "{who} voert een stap uit die onder het arrangement valt.",
        "{who} performs a step that falls under the arrangement.",
    ),
    "demand-part": Text(
        "Het regiemodel vraagt een {part} van de gemeente in de leergroep.",
        "The regie model asks for a {part} of the municipality in the learning group.",
    ),
    "demand-share": Text(
        "{model}: {who} heeft ten hoogste een deel van {share} van de zetels.",
        "{model}: {who} has at most a share of {share} of the seats.",
    ),
    "two-disciplines": Text(
        "Organisatieleren vraagt ten minste twee disciplines.",
        "Organisational learning asks for at least two disciplines.",
    ),
    "two-organisations": Text(
        "Organisatieleren gaat over de grenzen van organisaties heen.",
        "Organisational learning crosses the borders of organisations.",
    ),
    "asked": Text("Het dossier vraagt dit.", "The dossier asks for this."),
}
