"""Words of stages 8 and 9: outcomes and review."""

from lerendwerk_core.text import Text

PAGES = {
    "outcomes": Text(
        "{better} van de {all} metingen verbeterden, {worse} verslechterden sinds de meting ervoor.",
        "{better} of {all} measures improved, {worse} got worse since the moment before.",
    ),
    "outcomes-none": Text("Er is nog niets gemeten.", "Nothing has been measured yet."),
    "outcomes-series": Text("{label}: {values}.", "{label}: {values}."),
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
}
