"""What plugins offer, and what is asked for that nobody offers."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "result-unreadable": Text(
        "Hieruit is geen {kind} te lezen: {reasons}.", "No {kind} can be read from this: {reasons}."
    ),
    "unknown-choice": Text(
        "{kind} '{key}' bestaat niet; bekend: {known}.",
        "{kind} '{key}' does not exist; known: {known}.",
    ),
    "api-unknown": Text(
        "de plugin vraagt api {value}; deze versie kent api {known}.",
        "the plugin asks for api {value}; this version knows api {known}.",
    ),
    "duplicate-contribution": Text(
        "{kind} '{key}' komt al van plugin '{owner}'.",
        "{kind} '{key}' already comes from plugin '{owner}'.",
    ),
    "contribution-kind": Text(
        "{hook} gaf iets anders dan een {kind}: {value}.",
        "{hook} returned something other than a {kind}: {value}.",
    ),
    "hook-unknown": Text("er is geen hook '{name}'.", "there is no hook '{name}'."),
    "plugin-name-taken": Text(
        "de naam '{name}' is al van {owner}.", "the name '{name}' is already taken by {owner}."
    ),
}
