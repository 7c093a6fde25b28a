"""Tables of candidates and groups."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "table-unreadable": Text("een {kind} is geen tabel.", "a {kind} is no table."),
    "table-uneven": Text(
        "kolom '{name}' heeft {rows} rijen, een andere {most}.",
        "column '{name}' has {rows} rows, another one {most}.",
    ),
    "table-no-column": Text("de kolom '{name}' ontbreekt.", "the column '{name}' is missing."),
    "unknown-column": Text("onbekende kolom '{name}'.", "unknown column '{name}'."),
    "table-empty": Text("de cel van '{name}' is leeg.", "the cell of '{name}' is empty."),
    "table-twice": Text(
        "{name} '{value}' staat er al; eerst in rij {first}.",
        "{name} '{value}' is there already; first in row {first}.",
    ),
    "table-several": Text(
        "in '{name}' staan meer waarden.", "there are several values in '{name}'."
    ),
    "table-number": Text(
        "{name} '{value}' is geen geheel getal vanaf 0.",
        "{name} '{value}' is not a whole number from 0.",
    ),
    "table-flag": Text("{name} '{value}' is geen ja of nee.", "{name} '{value}' is not yes or no."),
    "table-reversed": Text(
        "{name} ({low}) is meer dan het hoogste ({high}).",
        "{name} ({low}) is more than the highest ({high}).",
    ),
    "table-no-size": Text("de groep heeft geen grootte.", "the group has no size."),
    "table-handover": Text(
        "{name} '{value}' is geen overdracht.", "{name} '{value}' is no handover."
    ),
}
