"""Why a characteristic is met, or not."""

from lerendwerk_core.text import Text

REASONS = {
    "no-activities": Text(
        "er zijn geen leeractiviteiten vastgelegd", "no learning activities are recorded"
    ),
    "activities-without-step": Text(
        "zonder processtap: {activities}", "without a process step: {activities}"
    ),
    "activities-on-steps": Text(
        "{count} van de {all} activiteiten horen bij een processtap",
        "{count} of {all} activities belong to a process step",
    ),
    "no-principles": Text("er zijn geen leidende principes", "there are no leading principles"),
    "without-principle": Text(
        "verwijst naar geen principe: {what}", "refers to no principle: {what}"
    ),
    "principles-unused": Text(
        "{count} principes, maar geen afspraak of activiteit die ernaar verwijst",
        "{count} principles, but no agreement or activity that refers to them",
    ),
    "principles-unowned": Text(
        "zonder eigenaar in de top: {principles}", "without an owner in the top: {principles}"
    ),
    "principles-used": Text("verwijzen naar een principe: {what}", "refer to a principle: {what}"),
    "no-organisation-groups": Text(
        "er is geen leergroep voor organisatieleren",
        "there is no group for organisational learning",
    ),
    "groups-by-involvement": Text(
        "op betrokkenheid, over disciplines en organisaties heen: {groups}",
        "by involvement, across disciplines and organisations: {groups}",
    ),
    "members-without-step": Text(
        "{group}: zonder stap in het proces: {members}",
        "{group}: without a step in the process: {members}",
    ),
    "one-discipline": Text("{group}: één discipline", "{group}: one discipline"),
    "one-department": Text("{group}: één afdeling", "{group}: one department"),
    "no-process": Text("er is geen werkproces vastgelegd", "no work process is recorded"),
    "process-not-renewed": Text(
        "er is nog geen versie die sneller of anders is",
        "there is no version yet that is quicker or otherwise",
    ),
    "need-collective": Text(
        "Genoemd door {total} mensen. Gezamenlijk: {rule}.",
        "Named by {total} people. Collective: {rule}.",
    ),
    "need-personal": Text(
        "Genoemd door {total} mensen. Niet gezamenlijk; dat vraagt: {rule}.",
        "Named by {total} people. Not collective; that takes: {rule}.",
    ),
    "need-hidden": Text(
        "Te klein om te tonen: onder de {minimum}, of af te leiden uit het totaal.",
        "Too small to show: under {minimum}, or to be worked out from the total.",
    ),
    "collective-standard": Text(
        "ten minste {people}, en {all} % van allen of {disciplines} % van de disciplines die het noemen",
        "at least {people}, and {all}% of all or {disciplines}% of the disciplines that name it",
    ),
    "steps-in-no-group": Text(
        "stappen waarvan niemand in een leergroep zit: {steps}",
        "steps of which nobody sits in a learning group: {steps}",
    ),
    "process-made-by": Text(
        "in kaart gebracht of vernieuwd door {groups}", "mapped or renewed by {groups}"
    ),
    "process-other-order": Text("in een andere volgorde", "in another order"),
    "process-improved": Text("sneller gemaakt: {steps}", "made quicker: {steps}"),
    "process-done-otherwise": Text("anders gedaan: {steps}", "done otherwise: {steps}"),
    "process-makers-unknown": Text(
        "niet bekend dat deelnemers het proces zelf in kaart brachten",
        "not known that participants mapped the process themselves",
    ),
    "agreements-against-frame": Text(
        "in strijd met het kader: {agreements}", "at odds with the frame: {agreements}"
    ),
    "groups-without-informal": Text(
        "groepen zonder tijd voor informeel leren: {groups}",
        "groups without time for informal learning: {groups}",
    ),
    "needs-left-out": Text(
        "{count} behoeften bleven buiten beschouwing, omdat wie ze noemde dat wil",
        "{count} needs were left aside, because those who named them want so",
    ),
    "goal-served-together": Text(
        "{goal}: samen, in {activities}", "{goal}: together, in {activities}"
    ),
    "goal-served-alone": Text(
        "{goal}: alleen door één persoon of partij ({activities})",
        "{goal}: by one person or party only ({activities})",
    ),
    "goal-not-served": Text("{goal}: nergens", "{goal}: nowhere"),
    "change-step-carries": Text(
        "veranderstap draagt op tijd zijn leeractiviteit: {step}",
        "change step carries its learning activity in time: {step}",
    ),
    "activity-about": Text("{activity}, over: {subject}", "{activity}, about: {subject}"),
    "route-fewest-hours": Text(
        "Bewezen: geen route die dit alles dient, vraagt minder dan {hours} nieuwe uren per deelnemer.",
        "Proven: no route that serves all this asks fewer than {hours} new hours per participant.",
    ),
    "route-fewest-given-up": Text(
        "Bewezen: met minder dan {count} wensen opgeven lukt het niet.",
        "Proven: it cannot be done with fewer than {count} wishes given up.",
    ),
    "route-not-proven": Text(
        "Gezocht tot de grens van het zoeken; een kortere route is niet uitgesloten.",
        "Searched to the limit; a shorter route is not ruled out.",
    ),
    "way-out-hours": Text(
        "{more} uur meer per deelnemer ({hours} in totaal)",
        "{more} hours more per participant ({hours} in all)",
    ),
    "way-out-occasions": Text(
        "{count} bijeenkomsten meer, tot {last}", "{count} occasions more, until {last}"
    ),
    "way-out-later": Text("later beginnen met: {steps}", "start later with: {steps}"),
    "way-out-wishes": Text("laten vallen: {wishes}", "leave out: {wishes}"),
}
