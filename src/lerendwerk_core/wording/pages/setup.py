"""Words of stage 0: who and what it is about."""

from lerendwerk_core.text import Text

PAGES = {
    "setup": Text(
        "{name}{acts}: {people} mensen in {disciplines} disciplines bij {organisations} organisaties, {steps} processtappen.",
        "{name}{acts}: {people} people in {disciplines} disciplines at {organisations} organisations, {steps} process steps.",
    ),
    "setup-staff": Text("Mensen per discipline: {staff}.", "People per discipline: {staff}."),
    "setup-hidden": Text(
        "Niet getoond, om aantallen onder de {minimum} te beschermen: {hidden}.",
        "Not shown, to protect counts under {minimum}: {hidden}.",
    ),
    "setup-period": Text(
        "Begin {start}, nieuwe werkwijze vanaf {go_live}.",
        "Start {start}, new way of working from {go_live}.",
    ),
}
