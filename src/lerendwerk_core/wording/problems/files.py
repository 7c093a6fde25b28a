"""Files and YAML: what cannot be read at all."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "file-unreadable": Text(
        "het bestand kan niet worden gelezen ({reason}).", "the file cannot be read ({reason})."
    ),
    "file-too-large": Text(
        "het bestand is groter dan {limit} MB.", "the file is larger than {limit} MB."
    ),
    "file-outside": Text(
        "'{path}' ligt buiten de map van het dossier; daar wordt niets gelezen.",
        "'{path}' is outside the dossier's folder; nothing is read there.",
    ),
    "file-missing": Text("het bestand '{path}' is er niet.", "the file '{path}' is not there."),
    "no-dossier": Text(
        "er is geen dossier: verwacht een YAML-bestand of een map met dossier.yaml.",
        "there is no dossier: expected a YAML file or a folder with dossier.yaml.",
    ),
    "not-utf8": Text("het bestand is geen UTF-8.", "the file is not UTF-8."),
    "yaml-syntax": Text(
        "dit is geen geldige YAML ({reason}).", "this is not valid YAML ({reason})."
    ),
    "yaml-too-deep": Text(
        "dieper genest dan {limit} niveaus.", "nested more than {limit} levels deep."
    ),
    "yaml-too-many": Text(
        "meer dan {limit} onderdelen, verwijzingen uitgeschreven.",
        "more than {limit} parts, aliases written out.",
    ),
    "yaml-alias": Text("onbekende verwijzing *{name}.", "unknown alias *{name}."),
    "yaml-documents": Text(
        "er staat meer dan één document in het bestand.",
        "there is more than one document in the file.",
    ),
    "yaml-key": Text("een sleutel moet een tekst zijn.", "a key must be a text."),
    "yaml-tag": Text("het label {tag} wordt niet gelezen.", "the tag {tag} is not read."),
    "duplicate-key": Text(
        "de sleutel '{key}' staat er twee keer; eerst op {first}.",
        "the key '{key}' is there twice; first at {first}.",
    ),
    "no-states": Text(
        "hier staan geen dossiers waarvan de naam met een dag begint, zoals 2025-03-01.yaml.",
        "there are no dossiers here whose name begins with a day, such as 2025-03-01.yaml.",
    ),
    "too-many-states": Text(
        "hier staan meer dan {most} dossiers.", "there are more than {most} dossiers here."
    ),
    "two-states-of-a-day": Text(
        "er is al een dossier van {date}.", "there is a dossier of {date} already."
    ),
    "state-without-day": Text(
        "'{name}' begint niet met een bestaande dag.",
        "'{name}' does not begin with a day that exists.",
    ),
}
