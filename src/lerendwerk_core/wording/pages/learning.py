"""Words of stage 7: learning and unlearning."""

from lerendwerk_core.text import Text

PAGES = {
    "learning": Text(
        "Gezamenlijke behoeften: {collective}, persoonlijke: {personal}; aangetoonde kenmerken: {met} van 8.",
        "Collective needs: {collective}, personal: {personal}; characteristics shown: {met} of 8.",
    ),
    "learning-need": Text("{need}: {total} mensen{route}.", "{need}: {total} people{route}."),
    "learning-hidden": Text(
        "{need}: te weinig mensen om te tonen.", "{need}: too few people to show."
    ),
    "learning-collective": Text(", gezamenlijk", ", collective"),
    "learning-route": Text(
        "Kortste route langs alle kenmerken: {activities} ({hours} uur).",
        "Shortest route past all characteristics: {activities} ({hours} hours).",
    ),
    "learning-unlearn": Text("Afleren: {goal}: {state}.", "Unlearning: {goal}: {state}."),
}
