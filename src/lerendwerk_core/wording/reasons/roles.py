"""Why a part in a RACI is whose it is."""

from lerendwerk_core.text import Text

REASONS = {
    "raci-responsible": Text(
        "Verantwoordelijk: wie de stap uitvoert.", "Responsible: who performs the step."
    ),
    "raci-responsible-log": Text(
        "Verantwoordelijk: wie de stap uitvoert, ook volgens het logboek.",
        "Responsible: who performs the step, also according to the log.",
    ),
    "raci-accountable-decides": Text(
        "Eindverantwoordelijk: wie er in de volgende stap over besluit ({step}).",
        "Accountable: who decides about it in the next step ({step}).",
    ),
    "raci-accountable-gateway": Text(
        "Eindverantwoordelijk: wie na de stap de keuze maakt in de tekening.",
        "Accountable: who makes the choice after the step in the drawing.",
    ),
    "raci-accountable-leads": Text(
        "Eindverantwoordelijk: wie de stap leidt.", "Accountable: who leads the step."
    ),
    "raci-consulted": Text(
        "Geraadpleegd: van wie de stap een bericht krijgt.",
        "Consulted: whose message the step gets.",
    ),
    "raci-informed": Text(
        "Geïnformeerd: wie een bericht krijgt of het werk overneemt.",
        "Informed: who gets a message or takes the work over.",
    ),
    "raci-many": Text(
        "{parties} doen de stap allemaal: wie trekt hem?", "{parties} all do the step: who owns it?"
    ),
    "raci-decides-elsewhere": Text(
        "{lead} leidt de stap, {other} besluit erover: spreek af wie eindverantwoordelijk is.",
        "{lead} leads the step, {other} decides about it: agree who is accountable.",
    ),
    "roles-unclear": Text(
        "niet precies één eindverantwoordelijke: {steps}", "not exactly one accountable: {steps}"
    ),
    "pairs-not-aligned": Text(
        "samen een stap, zonder vastgelegde afspraak: {pairs}",
        "a step together, without a recorded agreement: {pairs}",
    ),
    "roles-agreed": Text(
        "afspraken over rol en taak: {agreements}", "agreements on roles and tasks: {agreements}"
    ),
    "roles-not-agreed": Text(
        "geen vastgelegde afspraak over rol of taak", "no recorded agreement on a role or task"
    ),
    "own-agreements": Text(
        "door deelnemers gemaakt, binnen een kader: {agreements}",
        "made by participants, within a frame: {agreements}",
    ),
    "no-own-agreements": Text(
        "geen gedragsafspraak met makers en kader", "no behaviour agreement with authors and frame"
    ),
    "informal-time": Text("informeel, met tijd: {activities}", "informal, with time: {activities}"),
    "no-informal-time": Text(
        "geen informele activiteit met tijd", "no informal activity with time"
    ),
    "needs-named": Text(
        "medewerkers noemden {count} leerbehoeften", "employees named {count} learning needs"
    ),
    "no-needs": Text(
        "medewerkers noemden nog geen leerbehoeften", "employees have named no needs yet"
    ),
    "row-no-accountable": Text(
        "Niemand is eindverantwoordelijk (A).", "Nobody is accountable (A)."
    ),
    "row-several-accountable": Text(
        "Meer dan één is eindverantwoordelijk (A): {parties}.",
        "More than one is accountable (A): {parties}.",
    ),
    "row-client-accountable": Text(
        "Wie hulp krijgt of vrijwillig helpt, kan niet eindverantwoordelijk zijn: {parties}.",
        "Who gets help or helps as a volunteer cannot be accountable: {parties}.",
    ),
    "row-nobody-responsible": Text("Niemand voert de stap uit (R).", "Nobody does the step (R)."),
    "row-told-twice": Text(
        "Wordt geraadpleegd of geïnformeerd en doet al mee, of allebei: {parties}.",
        "Is consulted or informed and takes part already, or both: {parties}.",
    ),
    "repair-other-accountable": Text(
        "één partij is eindverantwoordelijk, een ander", "one party is accountable, another one"
    ),
    "repair-client": Text(
        "wie hulp krijgt of vrijwillig helpt, is niet eindverantwoordelijk",
        "who gets help or helps as a volunteer is not accountable",
    ),
    "repair-nobody-does": Text(
        "niemand doet de stap; wie eindverantwoordelijk is, zorgt dat het gebeurt",
        "nobody does the step; who is accountable sees to it",
    ),
    "repair-told-twice": Text("doet al mee", "takes part already"),
    "repair-choose": Text(
        "niets zegt wie het moet zijn: kies samen", "nothing says who it should be: choose together"
    ),
    "repair-written": Text("staat er al", "is written already"),
    "evidence-model": Text("zo wil het regiemodel het", "so the regie model has it"),
    "evidence-later": Text("zo staat het in de vernieuwde versie", "so the renewed version has it"),
    "evidence-work": Text("zo loopt het werk", "so the work runs"),
    "evidence-leads": Text("leidt de stap", "leads the step"),
    "evidence-does": Text("voert de stap uit", "does the step"),
    "frame-other-kind": Text(
        "gaat over {kind}; het kader laat alleen {kinds} toe",
        "is about {kind}; the frame allows {kinds} only",
    ),
    "frame-other-steps": Text(
        "gaat over stappen buiten het kader: {steps}", "is about steps outside the frame: {steps}"
    ),
    "frame-parties-absent": Text(
        "zonder wie er volgens het kader bij horen: {parties}",
        "without those who must take part by the frame: {parties}",
    ),
    "frame-other-stance": Text(
        "is '{stance}', waar het kader '{wanted}' vraagt",
        "is '{stance}' where the frame asks '{wanted}'",
    ),
    "frame-not-yet": Text(
        "van {date}, voor het kader gold ({since})", "of {date}, before the frame held ({since})"
    ),
    "frame-no-longer": Text(
        "van {date}, toen het kader niet meer gold ({until})",
        "of {date}, when the frame no longer held ({until})",
    ),
}
