"""What to do about a problem, and the names of the kinds of thing a document can refer to."""

from lerendwerk_core.text import Text

HINTS = {
    "near-miss": Text("Bedoelde u '{near}'?", "Did you mean '{near}'?"),
    "known": Text("Bekend: {known}.", "Known: {known}."),
    "table-forms": Text(
        "Geef een dataframe, een lijst van rijen met namen, of kolommen bij naam.",
        "Give a data frame, a list of rows with names, or columns by name.",
    ),
    "table-even": Text("Vul aan met lege cellen.", "Fill up with empty cells."),
    "table-fill": Text(
        "Vul '{column}', of laat de rij weg.", "Fill in '{column}', or leave out the row."
    ),
    "table-own": Text("Geef elke rij een eigen {column}.", "Give every row a {column} of its own."),
    "table-one": Text("Geef één waarde.", "Give one value."),
    "table-whole": Text("Geef een getal als 3.", "Give a number such as 3."),
    "table-yes-or-no": Text("Geef true of false.", "Give true or false."),
    "table-turn": Text(
        "Verlaag {column}, of verhoog het hoogste.", "Lower {column}, or raise the highest."
    ),
    "table-sizes": Text(
        "Geef size, of size_low en size_high.", "Give size, or size_low and size_high."
    ),
    "table-arrow": Text("Schrijf 'gever > ontvanger'.", "Write 'giver > receiver'."),
    "kind-activity": Text("leeractiviteit", "learning activity"),
    "kind-agreement": Text("afspraak", "agreement"),
    "kind-area": Text("gebied", "area"),
    "kind-catalogue": Text("leeractiviteit uit de catalogus", "catalogue activity"),
    "kind-change": Text("veranderstap", "change step"),
    "kind-checklist": Text("checklist", "checklist"),
    "kind-discipline": Text("discipline", "discipline"),
    "kind-goal": Text("doel", "goal"),
    "kind-group": Text("groep", "group"),
    "kind-item": Text("checklistitem", "checklist item"),
    "kind-measure": Text("maat", "measure"),
    "kind-instrument": Text("vragenlijst", "instrument"),
    "kind-model": Text("regiemodel", "regie model"),
    "kind-need": Text("leerbehoefte", "need"),
    "kind-organisation": Text("organisatie", "organisation"),
    "kind-outline": Text("planonderdeel", "outline element"),
    "kind-party": Text("partij", "party"),
    "kind-person": Text("rolcode", "role code"),
    "kind-proposed": Text("gevraagde groep", "group asked for"),
    "kind-principle": Text("principe", "principle"),
    "kind-repositioning": Text("nieuwe positie van", "new position of"),
    "kind-section": Text("onderdeel", "section"),
    "kind-stakeholder": Text("betrokken groep", "stakeholder type"),
    "kind-step": Text("processtap", "process step"),
    "kind-tailoring": Text("aanpassing", "tailoring"),
    "kind-unlearn": Text("afleerdoel", "unlearn goal"),
    "kind-actor": Text("actor", "actor"),
    "kind-raci-activity": Text("activiteit van het regiemodel", "activity of the regie model"),
    "kind-aggregation": Text("samenvoeging", "way to combine"),
    "kind-scoring": Text("scoremodel", "scoring model"),
    "kind-answer-reader": Text("lezer van antwoorden", "reader of answers"),
    "kind-questionnaire": Text("vorm van vragenlijst", "form of questionnaire"),
    "kind-reader": Text("proceslezer", "process reader"),
    "kind-solver": Text("samensteller", "solver"),
    "kind-state": Text("dossier van die dag", "dossier of that day"),
    "kind-collective-rule": Text("regel voor gezamenlijk leren", "rule for learning together"),
    "kind-rule": Text("routeregel", "route rule"),
}
