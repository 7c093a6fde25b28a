"""A dossier as a whole: what its parts say of themselves and each other."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "format-unknown": Text(
        "formaat {value} is niet bekend; deze versie leest formaat 1.",
        "format {value} is not known; this version reads format 1.",
    ),
    "process-two-sources": Text(
        "een werkproces is óf uitgeschreven (steps) óf een bestand ({readers}), niet beide.",
        "a work process is either written out (steps) or a file ({readers}), not both.",
    ),
    "process-no-source": Text(
        "een werkproces heeft steps nodig, of een bestand: {readers}.",
        "a work process needs steps, or a file: {readers}.",
    ),
    "end-before-start": Text(
        "het einde ({end}) ligt voor het begin ({start}).",
        "the end ({end}) lies before the start ({start}).",
    ),
    "only-patterns-have-steps": Text(
        "'{goal}': alleen een patroon hoort bij een stap van het werk.",
        "'{goal}': only a pattern belongs to a step of the work.",
    ),
    "only-beliefs-have-principles": Text(
        "'{goal}': alleen een overtuiging botst met een principe.",
        "'{goal}': only a belief is at odds with a principle.",
    ),
    "two-states-on-a-day": Text(
        "'{goal}': op één dag staan twee gebeurtenissen.",
        "'{goal}': there are two events on one day.",
    ),
    "size-reversed": Text(
        "de kleinste groep ({least}) is groter dan de grootste ({most}).",
        "the smallest group ({least}) is larger than the largest ({most}).",
    ),
    "named-exceeds-staff": Text(
        "'{discipline}' heeft {staff} mensen, dus geen {named} die dit noemen.",
        "'{discipline}' has {staff} people, so not {named} who name this.",
    ),
    "move-cycle": Text(
        "stap '{step}' kan niet na zichzelf komen.", "step '{step}' cannot come after itself."
    ),
    "until-before-since": Text(
        "het arrangement hield op ({until}) voordat het begon ({since}).",
        "the arrangement ended ({until}) before it began ({since}).",
    ),
    "decision-given-away": Text(
        "I4: voor het individuele besluit kan '{party}' niet eindverantwoordelijk zijn; "
        "de gemeente kan het mandateren (R), niet weggeven.",
        "I4: '{party}' cannot be accountable for the individual decision; "
        "the municipality may mandate it (R), not give it away.",
    ),
    "route-given-away": Text(
        "I6: de persoonlijke leerroute is van de medewerker zelf: A en R zijn 'medewerker', en I is leeg.",
        "I6: the personal learning route is the employee's own: A and R are 'medewerker', and I is empty.",
    ),
    "expectation-of-self": Text(
        "'{stakeholder}' verwacht hier iets van zichzelf; een verwachting is er van een ander.",
        "'{stakeholder}' expects something of itself here; an expectation is of another.",
    ),
    "expectation-wordless": Text(
        "'{stakeholder}' verwacht hier iets, maar er staat niet wat (nl of en).",
        "'{stakeholder}' expects something here, but does not say what (nl or en).",
    ),
}
