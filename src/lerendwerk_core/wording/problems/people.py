"""Staff, and files of people."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "too-many-people": Text("meer dan {limit} mensen.", "more than {limit} people."),
    "not-a-role-code": Text(
        "'{value}' is geen rolcode zoals JC-01; namen horen niet in een dossier.",
        "'{value}' is not a role code such as JC-01; names do not belong in a dossier.",
    ),
    "staffing-and-people": Text(
        "geef staffing óf people, niet beide.", "give staffing or people, not both."
    ),
    "prefix-collision": Text(
        "de rolcode '{key}' ontstaat twee keer; kies een ander voorvoegsel.",
        "the role code '{key}' would exist twice; choose another prefix.",
    ),
    "csv-no-header": Text(
        "de eerste regel moet kolomnamen bevatten, met ten minste {needed}.",
        "the first line must hold column names, with at least {needed}.",
    ),
    "csv-row-length": Text(
        "{given} waarden in plaats van {expected}.", "{given} values instead of {expected}."
    ),
    "csv-empty": Text("'{column}' mag niet leeg zijn.", "'{column}' must not be empty."),
    "csv-syntax": Text(
        "dit is geen leesbare CSV ({reason}).", "this is not readable CSV ({reason})."
    ),
    "csv-too-many-rows": Text("meer dan {limit} regels.", "more than {limit} rows."),
}
