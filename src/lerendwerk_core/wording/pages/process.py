"""Words of stage 3: the work process."""

from lerendwerk_core.text import Text

PAGES = {
    "process": Text(
        "{handovers} van de {transitions} overgangen gaan naar een andere organisatie; {wait} dagen wachten op {touch} uur werk.",
        "{handovers} of {transitions} transitions go to another organisation; {wait} days of waiting for {touch} hours of work.",
    ),
    "process-waiting": Text(
        "{handovers} van de {transitions} overgangen gaan naar een andere organisatie; {wait} dagen wachten.",
        "{handovers} of {transitions} transitions go to another organisation; {wait} days of waiting.",
    ),
    "process-rungs": Text(
        "Overgangen in het logboek: {rungs}.", "Successions in the log: {rungs}."
    ),
    "process-none": Text("Er is geen werkproces vastgelegd.", "No work process is recorded."),
    "process-untimed": Text(
        "{steps} stappen met {transitions} overgangen, waarvan {handovers} naar een andere organisatie.",
        "{steps} steps with {transitions} transitions, {handovers} of which go to another organisation.",
    ),
    "process-flow": Text(
        "Versie {version}: {flow} van de tijd is werk.",
        "Version {version}: {flow} of the time is work.",
    ),
    "process-stance": Text(
        "Versie {version}: {voor} stappen 'zorgen voor', {dat} 'zorgen dat'.",
        "Version {version}: {voor} steps 'caring for', {dat} 'making sure that'.",
    ),
    "process-change": Text(
        "Van versie {before} naar {after}: {handovers} overdrachten, {wait} dagen wachten, {touch} minuten werk.",
        "From version {before} to {after}: {handovers} handovers, {wait} days of waiting, {touch} minutes of work.",
    ),
    "process-steps": Text("Stappen:", "Steps:"),
    "process-step": Text("{step} {label}: {who}{wait}", "{step} {label}: {who}{wait}"),
    "process-waits": Text(", {days} dagen wachten", ", {days} days of waiting"),
    "process-borders": Text("Grenzen, de zwaarste eerst:", "Borders, the heaviest first:"),
    "process-border": Text(
        "{source} > {target}: {border}{often}", "{source} > {target}: {border}{often}"
    ),
    "process-often": Text(", {count} keer", ", {count} times"),
    "process-drawing": Text(
        "Waar de rollen in de tekening vandaan komen:", "Where the roles in the drawing come from:"
    ),
    "process-role-from": Text("{count}: {how}", "{count}: {how}"),
    "process-log": Text("Wat het logboek laat zien:", "What the log shows:"),
    "process-log-counts": Text(
        "{cases} zaken, {events} gebeurtenissen, {ways} verschillende routes.",
        "{cases} cases, {events} events, {ways} different ways through.",
    ),
    "process-rung": Text("Overgangen, {rung}: {count}.", "Successions, {rung}: {count}."),
    "process-inside": Text(
        "Binnen een team of bij dezelfde persoon duurt een overgang {median} (mediaan), een op de tien langer dan {p90}.",
        "Within a team, or with the same person, a succession takes {median} (median), one in ten more than {p90}.",
    ),
    "process-at-borders": Text(
        "Naar iemand van een ander team duurt hij {median} (mediaan), een op de tien langer dan {p90}.",
        "To somebody of another team it takes {median} (median), one in ten more than {p90}.",
    ),
    "process-ways": Text("De meest gegane wegen:", "The ways most taken:"),
    "process-way": Text(
        "{source} > {target}: {count} keer{took}", "{source} > {target}: {count} times{took}"
    ),
    "process-took": Text(", mediaan {median}", ", median {median}"),
    "process-overlay": Text("Het logboek naast het werkproces:", "The log beside the process:"),
    "process-fits": Text(
        "Van de {drawn} wegen zijn er {used} gegaan; {other} andere staan er niet in.",
        "Of the {drawn} ways {used} were taken; {other} others are not in it.",
    ),
    "process-parallel": Text(
        "{count} overgangen lopen tussen stappen die naast elkaar gaan: geen overdracht.",
        "{count} successions run between steps that go on beside each other: no handover.",
    ),
    "process-raci": Text(
        "Voorstel voor wie wat doet, om over te praten (A eindverantwoordelijk, R voert uit):",
        "Proposal for who does what, to talk about (A accountable, R responsible):",
    ),
    "process-row": Text("{step}: A {A}; R {R}", "{step}: A {A}; R {R}"),
    "process-settle": Text("Af te spreken bij {step}: {why}", "To be settled at {step}: {why}"),
    "road-from-to": Text("Van {before} naar {after}:", "From {before} to {after}:"),
    "road-nothing": Text("Er veranderde niets.", "Nothing changed."),
    "road-added": Text("Erbij: {steps}.", "Added: {steps}."),
    "road-removed": Text("Eraf: {steps}.", "Removed: {steps}."),
    "road-renamed": Text("'{before}' heet nu '{after}'.", "'{before}' is now called '{after}'."),
    "road-moved": Text(
        "{step} ging van {before} naar {after}.", "{step} went from {before} to {after}."
    ),
    "road-handovers": Text(
        "Overgangen naar een andere rol: eerst {before}, nu {after} ({won} nieuw, {lost} verdwenen).",
        "Ways to another role: {before} before, {after} now ({won} new, {lost} gone).",
    ),
    "reading": Text("{file} lezen: {seconds} seconden", "reading {file}: {seconds} seconds"),
}
