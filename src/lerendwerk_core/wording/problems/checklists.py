"""Checklists and the tailorings laid on them."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "checklist-known": Text(
        "er is al een checklist '{key}'; geef de eigen een andere id.",
        "there is a checklist '{key}' already; give one's own another id.",
    ),
    "tailoring-base": Text(
        "aanpassing '{layer}' rust op '{base}', dat niet bestaat.",
        "tailoring '{layer}' rests on '{base}', which does not exist.",
    ),
    "tailoring-circle": Text(
        "aanpassingen rusten in een kring op elkaar: {layers}.",
        "tailorings rest on each other in a circle: {layers}.",
    ),
    "tailoring-item": Text(
        "aanpassing '{layer}' noemt item '{item}', dat '{base}' niet heeft.",
        "tailoring '{layer}' names item '{item}', which '{base}' does not have.",
    ),
    "tailoring-duplicate": Text(
        "aanpassing '{layer}' voegt item '{item}' toe, dat '{base}' al heeft.",
        "tailoring '{layer}' adds item '{item}', which '{base}' already has.",
    ),
    "tailoring-dropped": Text(
        "aanpassing '{layer}' noemt item '{item}', dat '{base}' liet vervallen.",
        "tailoring '{layer}' names item '{item}', which '{base}' dropped.",
    ),
    "tailoring-protected": Text(
        "aanpassing '{layer}' wijzigt item '{item}', dat '{base}' beschermt.",
        "tailoring '{layer}' changes item '{item}', which '{base}' protects.",
    ),
    "tailoring-twice": Text(
        "aanpassing '{layer}' wijzigt item '{item}' van '{base}' twee keer op dezelfde manier.",
        "tailoring '{layer}' changes item '{item}' of '{base}' twice in the same way.",
    ),
    "tailoring-weight": Text(
        "aanpassing '{layer}' geeft item '{item}' van '{base}' het gewicht {weight}; nul of meer kan wel.",
        "tailoring '{layer}' gives item '{item}' of '{base}' the weight {weight}; nothing or more will do.",
    ),
    "tailoring-section": Text(
        "aanpassing '{layer}' noemt onderdeel '{item}', dat '{base}' niet heeft.",
        "tailoring '{layer}' names section '{item}', which '{base}' does not have.",
    ),
    "tailoring-section-there": Text(
        "aanpassing '{layer}' voegt onderdeel '{item}' toe, dat '{base}' al heeft.",
        "tailoring '{layer}' adds section '{item}', which '{base}' already has.",
    ),
    "tailoring-two-places": Text(
        "aanpassing '{layer}' zet item '{item}' op twee plaatsen in '{base}': kies 'before' of 'after'.",
        "tailoring '{layer}' puts item '{item}' in two places of '{base}': choose 'before' or 'after'.",
    ),
    "tailoring-after-last": Text(
        "aanpassing '{layer}' zet item '{item}' na '{last}', het laatste item van '{base}'.",
        "tailoring '{layer}' puts item '{item}' after '{last}', the last item of '{base}'.",
    ),
    "tailoring-depends": Text(
        "aanpassing '{layer}' laat item '{needs}' weg, waar item '{item}' van '{base}' op rust.",
        "tailoring '{layer}' leaves out item '{needs}', on which item '{item}' of '{base}' rests.",
    ),
    "tailoring-meaning": Text(
        "item '{item}' met een andere betekenis is een ander item: geef met 'becomes' een nieuwe id.",
        "item '{item}' with another meaning is another item: give a new id with 'becomes'.",
    ),
    "tailoring-same": Text(
        "item '{item}' dat hetzelfde blijft betekenen houdt zijn id: 'becomes' hoort hier niet.",
        "item '{item}' that means the same keeps its id: 'becomes' does not belong here.",
    ),
    "tailoring-last": Text(
        "aanpassing '{layer}' mag het laatste item '{item}' van '{base}' niet weglaten.",
        "tailoring '{layer}' may not drop the last item '{item}' of '{base}'.",
    ),
    "checklist-last": Text(
        "het laatste item '{item}' van '{checklist}' moet ook als laatste staan.",
        "the last item '{item}' of '{checklist}' must also stand last.",
    ),
}
