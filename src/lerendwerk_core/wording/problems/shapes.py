"""Values that are not of their shape."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "unknown-key": Text("onbekende sleutel '{key}'.", "unknown key '{key}'."),
    "missing-key": Text("de sleutel '{key}' ontbreekt.", "the key '{key}' is missing."),
    "not-a-text": Text("hier hoort een tekst.", "a text belongs here."),
    "control-character": Text(
        "er staat een onzichtbaar stuurteken in deze tekst.",
        "there is an invisible control character in this text.",
    ),
    "text-too-long": Text("langer dan {limit} tekens.", "longer than {limit} characters."),
    "not-a-number": Text(
        "'{value}' is geen getal; gebruik een punt voor decimalen.",
        "'{value}' is not a number; use a point for decimals.",
    ),
    "not-a-whole-number": Text(
        "'{value}' is geen geheel getal.", "'{value}' is not a whole number."
    ),
    "number-out-of-range": Text(
        "{value} ligt niet tussen {least} en {most}.", "{value} is not between {least} and {most}."
    ),
    "not-a-flag": Text("'{value}' is geen true of false.", "'{value}' is not true or false."),
    "not-a-date": Text(
        "'{value}' is geen bestaande datum van de vorm 2025-07-01.",
        "'{value}' is not an existing date of the form 2025-07-01.",
    ),
    "unknown-word": Text("'{value}' is hier onbekend.", "'{value}' is not known here."),
    "empty-id": Text("een id mag niet leeg zijn.", "an id must not be empty."),
    "not-a-list": Text("hier hoort een lijst.", "a list belongs here."),
    "not-a-mapping": Text("hier horen sleutels met waarden.", "keys with values belong here."),
    "wrong-form": Text("deze vorm past hier niet.", "this form does not fit here."),
    "row-length": Text(
        "hier horen {least} tot {most} waarden op een rij.", "{least} to {most} values belong here."
    ),
    "duplicate-id": Text(
        "{kind} '{key}' bestaat al; eerst op {first}.",
        "{kind} '{key}' already exists; first at {first}.",
    ),
    "unknown-reference": Text("{kind} '{key}' bestaat niet.", "{kind} '{key}' does not exist."),
}
