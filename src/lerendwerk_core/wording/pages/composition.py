"""Words of stage 4: learning groups."""

from lerendwerk_core.text import Text

PAGES = {
    "composition": Text("{existing}{proposed}", "{existing}{proposed}"),
    "composition-existing": Text("Bestaande groepen: {count}. ", "Existing groups: {count}. "),
    "composition-proposed": Text("Voorgesteld: {count}, {status}.", "Proposed: {count}, {status}."),
    "composition-failed": Text(
        "Er konden geen groepen worden voorgesteld.", "No groups could be proposed."
    ),
    "composition-none": Text(
        "Er zijn geen leergroepen en er zijn er geen gevraagd.",
        "There are no learning groups and none were asked for.",
    ),
    "status-optimal": Text("bewezen de beste", "proven best"),
    "status-feasible": Text(
        "goed, niet bewezen de beste (gat {gap})", "good, not proven best (gap {gap})"
    ),
    "group": Text(
        "{name}: mensen {size}, disciplines {disciplines}, organisaties {organisations}, stappen gedekt {covered}.",
        "{name}: people {size}, disciplines {disciplines}, organisations {organisations}, steps covered {covered}.",
    ),
    "composition-seated": Text(
        "In de voorgestelde groepen zitten {seated} van de {all} mensen.",
        "The proposed groups seat {seated} of {all} people.",
    ),
    "process-statutory": Text("Termijnen in dagen: {terms}.", "Terms in days: {terms}."),
    "alignment-unwritten": Text(
        "Bij {unwritten} van de {steps} stappen is niet vastgelegd wie welke rol heeft.",
        "For {unwritten} of {steps} steps it is not recorded who has which part.",
    ),
}
