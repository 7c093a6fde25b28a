"""Words of the command."""

from lerendwerk_core.text import Text

PAGES = {
    "check-fine": Text(
        "{path}: leesbaar en in orde; wat er te bespreken is, zegt lerendwerk run.",
        "{path}: readable and in order; lerendwerk run says what there is to discuss.",
    ),
    "written": Text("Geschreven: {path}", "Written: {path}"),
    "folder-there": Text(
        "De map {path} bestaat al; kies een andere.",
        "The folder {path} exists already; choose another.",
    ),
    "questionnaire-ending": Text(
        "'{path}' is geen vorm van vragenlijst; die eindigt op {endings}.",
        "'{path}' is no form of questionnaire; those end in {endings}.",
    ),
    "questionnaire-next": Text(
        "Vul in: {scale}; leeg is niet beantwoord. Leg het ingevulde bestand naast het dossier en noem het"
        " daarin als answers.",
        "Fill in: {scale}; empty is not answered. Lay the file, filled in, beside the dossier and name it"
        " there as answers.",
    ),
    "no-write": Text(
        "{path} kan niet worden geschreven: {reason}", "{path} cannot be written: {reason}"
    ),
    "interrupted": Text("Onderbroken.", "Interrupted."),
    "plugin-unknown": Text("Er is geen plugin '{name}'.", "There is no plugin '{name}'."),
    "doctor-fine": Text("Alle plugins zijn geladen.", "All plugins are loaded."),
    "doctor-blocked": Text(
        "{name}: geblokkeerd; laat --block weg om te laden.",
        "{name}: blocked; leave out --block to load it.",
    ),
    "doctor-failed": Text("{name}: niet geladen. {error}", "{name}: not loaded. {error}"),
    "purge-remove": Text(
        "weg: {where} ({kind}), termijn voorbij op {until}",
        "remove: {where} ({kind}), its term passed on {until}",
    ),
    "purge-keep": Text(
        "mag blijven tot {until}: {where} ({kind})", "may stay until {until}: {where} ({kind})"
    ),
    "purge-undated": Text(
        "zonder datum, dus niet te zeggen: {where} ({kind})",
        "without a date, so it cannot be said: {where} ({kind})",
    ),
}
