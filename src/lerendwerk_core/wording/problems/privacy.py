"""Role codes and sealed routes."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "not-a-key": Text(
        "dit is geen sleutel, zoals 'lerendwerk personal new-key' er een maakt.",
        "this is no key of the kind that 'lerendwerk personal new-key' makes.",
    ),
    "key-does-not-fit": Text(
        "de sleutel past niet, of de tekst is veranderd.",
        "the key does not fit, or the text was changed.",
    ),
    "key-opens-none": Text(
        "de sleutel opent geen van de {count} persoonlijke routes.",
        "the key opens none of the {count} personal routes.",
    ),
    "key-too-short": Text(
        "de sleutel heeft {given} bytes; {needed} is het minste.",
        "the key has {given} bytes; {needed} is the least.",
    ),
    "codes-coincide": Text(
        "twee mensen krijgen dezelfde code; neem een langere code of een andere sleutel.",
        "two people come to the same code; take a longer code or another key.",
    ),
}
