"""Event logs."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "log-column-unnamed": Text(
        "welke kolom is de {role}? Zeg het met {option}.",
        "which column is the {role}? Say so with {option}.",
    ),
    "log-column-missing": Text(
        "er is geen kolom '{column}' (voor {role}).", "there is no column '{column}' (for {role})."
    ),
    "log-form": Text(
        "dit is geen logboek dat gelezen kan worden; dat eindigt op {forms}.",
        "this is no log that can be read; those end in {forms}.",
    ),
    "log-no-frame": Text(
        "een {kind} is geen bestand en geen tabel.", "a {kind} is no file and no table."
    ),
    "log-hours": Text(
        "'{written}' zijn geen werktijden zoals 9:00-17:00.",
        "'{written}' are no working hours such as 9:00-17:00.",
    ),
    "log-not-in-order": Text(
        "de gebeurtenissen van een zaak staan niet bij elkaar op volgorde van tijd; sorteer het bestand eerst.",
        "the events of a case do not stand together in order of time; sort the file first.",
    ),
    "log-too-many": Text("meer dan {limit} gebeurtenissen.", "more than {limit} events."),
    "gzip-damaged": Text("het ingepakte bestand is beschadigd.", "the gzipped file is damaged."),
    "gzip-bomb": Text(
        "dit bestand pakt uit tot meer dan {ratio} keer zijn grootte.",
        "this file unpacks to more than {ratio} times its size.",
    ),
    "parquet-unreadable": Text(
        "dit is geen leesbare Parquet ({reason}).", "this is not readable Parquet ({reason})."
    ),
    "xes-not": Text(
        "dit is geen XES: het begint met '{root}'.", "this is no XES: it begins with '{root}'."
    ),
}
