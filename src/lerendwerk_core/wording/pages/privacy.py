"""Words for what becomes of data about people."""

from lerendwerk_core.text import Text

PAGES = {
    "no-overwriting": Text(
        "Het bestand met namen wordt niet overschreven; noem een ander bestand.",
        "The file with names is not written over; name another file.",
    ),
    "pseudonyms-written": Text(
        "{count} rijen met rolcodes in {path}.", "{count} rows with role codes in {path}."
    ),
    "key-written": Text(
        "De sleutel staat in {path}. Wie hem verliest, kan de eigen route nooit meer lezen.",
        "The key is in {path}. Whoever loses it can never read their route again.",
    ),
    "route-sealed": Text("De verzegelde route staat in {path}.", "The sealed route is in {path}."),
    "own-needs": Text("Wat ik wil leren", "What I want to learn"),
    "own-activities": Text("Wat ik ga doen", "What I will do"),
    "own-patterns": Text("Wat ik wil afleren", "What I want to unlearn"),
    "own-notes": Text("Voor mezelf", "For myself"),
    "no-column": Text(
        "er is geen kolom '{column}'; wel: {known}.", "there is no column '{column}', but: {known}."
    ),
}
