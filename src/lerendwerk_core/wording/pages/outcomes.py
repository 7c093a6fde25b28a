"""Words of stages 8 and 9: outcomes and review."""

from lerendwerk_core.text import Text

PAGES = {
    "outcomes": Text(
        "{better} van de {all} metingen verbeterden, {worse} verslechterden sinds de meting ervoor.",
        "{better} of {all} measures improved, {worse} got worse since the moment before.",
    ),
    "outcomes-none": Text("Er is nog niets gemeten.", "Nothing has been measured yet."),
    "outcomes-series": Text("{label}: {values}.", "{label}: {values}."),
    "outcomes-better": Text(
        "{label} verbeterde van {before} naar {after}: verschil {value}{margin}.",
        "{label} improved from {before} to {after}: difference {value}{margin}.",
    ),
    "outcomes-worse": Text(
        "{label} verslechterde van {before} naar {after}: verschil {value}{margin}.",
        "{label} got worse from {before} to {after}: difference {value}{margin}.",
    ),
    "outcomes-same": Text(
        "{label} bleef gelijk van {before} naar {after}: verschil {value}{margin}.",
        "{label} stayed the same from {before} to {after}: difference {value}{margin}.",
    ),
    "outcomes-changed": Text(
        "{label} veranderde van {before} naar {after}: verschil {value}{margin}.",
        "{label} changed from {before} to {after}: difference {value}{margin}.",
    ),
    "outcomes-margin": Text(
        " (95 %-interval {low} tot {high})", " (95 % interval {low} to {high})"
    ),
    "outcomes-no-margin": Text(" (zonder interval)", " (without an interval)"),
    "outcomes-by": Text(
        "{label}, per {by}: {cells}. Niet getoond: {hidden}.",
        "{label}, by {by}: {cells}. Not shown: {hidden}.",
    ),
    "outcomes-handovers": Text(
        "Overdrachten in het getekende proces", "Handovers in the process as drawn"
    ),
    "outcomes-wait-days": Text(
        "Wachtdagen in het getekende proces", "Waiting days in the process as drawn"
    ),
    "outcomes-flow-efficiency": Text(
        "Aandeel bewerkingstijd in het getekende proces",
        "Share of touch time in the process as drawn",
    ),
    "outcomes-lead-median": Text(
        "Mediane doorlooptijd in dagen, uit het logboek",
        "Median lead time in days, from the event log",
    ),
    "outcomes-lead-p90": Text(
        "Doorlooptijd in dagen waarbinnen negen van de tien casussen klaar waren, uit het logboek",
        "Lead time in days within which nine of ten cases were done, from the event log",
    ),
    "outcomes-unmeasured": Text("Niet gemeten: {parts}.", "Not measured: {parts}."),
    "review": Text("Advies per ronde: {routes}.", "Advice per round: {routes}."),
    "review-none": Text(
        "Er is nog geen tweede ronde van de checklist om op terug te kijken.",
        "There is no second round of the checklist yet to look back on.",
    ),
    "review-change": Text(
        "Van {before} naar {after}: beter {improved}; slechter {worsened}.",
        "From {before} to {after}: better {improved}; worse {worsened}.",
    ),
    "review-overdue": Text("Over tijd: {moments}.", "Overdue: {moments}."),
    "outcomes-relapse": Text("Terugval: {goal} ({moments}).", "Relapse: {goal} ({moments})."),
    "outcomes-frame": Text(
        "Leren: {planned} uur gepland, binnen een kader van {frame} uur.",
        "Learning: {planned} hours planned, within a frame of {frame} hours.",
    ),
    "outcomes-work": Text(
        "Leren is {share} van de uren voor werk.", "Learning is {share} of the hours for work."
    ),
}
