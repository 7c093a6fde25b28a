"""Answers to a checklist."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "answers-twice": Text(
        "geef de antwoorden één keer: per ronde of zonder rondes, en elke respondent apart.",
        "give the answers once: per round or without rounds, and each respondent apart.",
    ),
    "answers-no-organisation": Text(
        "respondent '{respondent}' heeft geen organisatie; met organisations heeft ieder er een.",
        "respondent '{respondent}' has no organisation; with organisations everybody has one.",
    ),
    "answers-form": Text(
        "'{name}' kan niet worden gelezen; een bestand met antwoorden eindigt op {endings}.",
        "'{name}' cannot be read; a file with answers ends in {endings}.",
    ),
    "answers-moment": Text(
        "'{name}' hoort bij {moment}, maar bevat ook {given}; noem het bestand als answers, zonder rounds.",
        "'{name}' is for {moment}, but holds {given} too; name the file as answers, without rounds.",
    ),
    "answers-no-items": Text(
        "er is geen kolom met een item van de checklist; neem een kolom per item, of item en antwoord.",
        "there is no column with an item of the checklist; take a column per item, or item and answer.",
    ),
    "answers-item-unknown": Text(
        "'{item}' is geen item van de checklist.", "'{item}' is no item of the checklist."
    ),
    "answers-item-twice": Text(
        "het item '{item}' heeft twee kolommen.", "the item '{item}' has two columns."
    ),
    "answers-respondent-twice": Text(
        "respondent '{respondent}' antwoordde al, op regel {first}.",
        "respondent '{respondent}' has answered already, on line {first}.",
    ),
    "answers-answer-twice": Text(
        "respondent '{respondent}' (eerst op regel {first}) beantwoordde dit item al.",
        "respondent '{respondent}' (first on line {first}) has answered this item already.",
    ),
    "answers-two-organisations": Text(
        "respondent '{respondent}' hoort op regel {first} bij een andere organisatie.",
        "respondent '{respondent}' is of another organisation on line {first}.",
    ),
    "answers-id": Text(
        "'{value}' is te lang of bevat stuurtekens.",
        "'{value}' is too long or holds control characters.",
    ),
    "answers-too-many-columns": Text("meer dan {limit} kolommen.", "more than {limit} columns."),
    "answers-too-many-items": Text("meer dan {limit} items.", "more than {limit} items."),
    "answers-row-too-long": Text(
        "deze rij is langer dan {limit} tekens; staat er een aanhalingsteken open?",
        "this row is longer than {limit} characters; is a quote left open?",
    ),
}
