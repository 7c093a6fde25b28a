"""Why a number is what it is, a seat where it is, an answer as it is."""

from lerendwerk_core.text import Text

REASONS = {
    # routes
    "route-lerend-werken": Text(
        "{deficient} van de {items} items zijn gedeeltelijk of niet op orde: meer dan de helft.",
        "{deficient} of {items} items are partly or not in order: more than half.",
    ),
    "route-targeted-lerend-werken": Text(
        "{deficient} van de {items} items zijn gedeeltelijk of niet op orde: niet meer dan de helft.",
        "{deficient} of {items} items are partly or not in order: no more than half.",
    ),
    "route-courses-and-training": Text(
        "Alles is op orde behalve het laatste item, over kennis en vaardigheden.",
        "Everything is in order except the last item, on knowledge and skills.",
    ),
    "route-secure": Text("Alle {items} items zijn op orde.", "All {items} items are in order."),
    "route-undetermined": Text(
        "Niet ingevulde items kunnen het advies nog veranderen.",
        "Items that are not answered can still change the advice.",
    ),
    "route-stated": Text("De bron zegt dit zelf.", "The source says so itself."),
    "route-own-reading": Text(
        "De bron zegt hierover niets; dit is onze eigen invulling.",
        "The source is silent on this; it is our own reading.",
    ),
    "route-margin": Text(
        "Er moeten ten minste {margin} antwoorden veranderen voor een ander advies.",
        "At least {margin} answers must change for another advice.",
    ),
    "route-no-margin": Text(
        "Geen verandering van antwoorden leidt tot een ander advies.",
        "No change of answers leads to another advice.",
    ),
    "reach-here": Text("Dit is het advies al.", "This is the advice already."),
    "reach-never": Text(
        "Geen verandering van antwoorden leidt tot dit advies.",
        "No change of answers leads to this advice.",
    ),
    "reach-way": Text("Dat vraagt: {steps}.", "That takes: {steps}."),
    "reach-mended": Text("{number} op orde te brengen", "{number} to bring in order"),
    "reach-answered": Text("{number} te beantwoorden", "{number} to answer"),
    "reach-spoiled": Text("{number} niet langer op orde", "{number} no longer in order"),
    # what a scoring model does with an item that has no answer, or does not apply
    "score-left-out": Text("Telt in geen van beide sommen mee.", "Is in neither sum."),
    "score-nothing-done": Text("Telt als niets gedaan.", "Counts as nothing done."),
    "score-anchored": Text(
        "Telt alsof het doel bereikt is.", "Counts as if the target were reached."
    ),
    "score-unsaid": Text("Dat zegt het model niet.", "The model does not say."),
    # regie, process, needs
    "steering-degree": Text(
        "Van de twaalf beslisrechten heeft de gemeente er {alone} alleen, {shared} met anderen en {none} niet.",
        "Of the twelve decision rights the municipality holds {alone} alone, {shared} with others and {none} not.",
    ),
    "handovers": Text(
        "Naar een andere organisatie gaat het bij {where}.", "To another organisation goes {where}."
    ),
    "flow-efficiency": Text(
        "{days} werkdagen van 8 uur werk tegenover {wait} dagen wachten.",
        "{days} working days of 8 hours of work against {wait} days of waiting.",
    ),
    "known-again": Text("Herkend: {count}, {by}.", "Known again: {count}, {by}."),
    "role-borders": Text(
        "Wegen van rol naar rol: {before}, nu {after}; {won} erbij, {lost} eraf.",
        "Ways from role to role: {before}, now {after}; {won} more, {lost} fewer.",
    ),
    "need-collective": Text(
        "Genoemd door {total} mensen: ten minste {people}, en {all} % van allen of {disciplines} % van de disciplines die het noemen.",
        "Named by {total} people: at least {people}, and {all}% of all or {disciplines}% of the disciplines that name it.",
    ),
    "need-personal": Text(
        "Genoemd door {total} mensen; gezamenlijk wordt het vanaf {people}, als het {all} % van allen of {disciplines} % van de disciplines is.",
        "Named by {total} people; it becomes collective from {people} on, at {all}% of all or {disciplines}% of the disciplines.",
    ),
    "need-hidden": Text(
        "Te klein om te tonen: onder de {minimum}, of af te leiden uit het totaal.",
        "Too small to show: under {minimum}, or to be worked out from the total.",
    ),
    # demands
    "demand-contract-partner": Text(
        "{who} is contractpartner en zit in de leergroep.",
        "{who} is the contract partner and sits in the learning group.",
    ),
    "demand-municipality": Text(
        "De gemeente ({who}) zit in de leergroep.", "The municipality ({who}) sits in the group."
    ),
    "demand-partner": Text(
        "Elke partner zit in de leergroep, dus ook {who}.",
        "Every partner sits in the learning group, so {who} too.",
    ),
    "demand-step": Text(
        "{who} voert een stap uit die onder het arrangement valt.",
        "{who} performs a step that falls under the arrangement.",
    ),
    "demand-part": Text(
        "Het regiemodel vraagt een {part} van de gemeente in de leergroep.",
        "The regie model asks for a {part} of the municipality in the learning group.",
    ),
    "demand-share": Text(
        "{model}: {who} heeft ten hoogste een deel van {share} van de zetels.",
        "{model}: {who} has at most a share of {share} of the seats.",
    ),
    "two-disciplines": Text(
        "Organisatieleren vraagt ten minste twee disciplines.",
        "Organisational learning asks for at least two disciplines.",
    ),
    "two-organisations": Text(
        "Organisatieleren gaat over de grenzen van organisaties heen.",
        "Organisational learning crosses the borders of organisations.",
    ),
    "asked": Text("Het dossier vraagt dit.", "The dossier asks for this."),
    # what requirements ask of a group
    "asks-at-least": Text("ten minste {count} met {value}", "at least {count} with {value}"),
    "asks-at-most": Text("ten hoogste {count} met {value}", "at most {count} with {value}"),
    "asks-none": Text("niemand met {value}", "nobody with {value}"),
    "asks-share": Text(
        "ten minste {share} % van de zetels voor {value}",
        "at least {share}% of the seats for {value}",
    ),
    "asks-share-most": Text(
        "ten hoogste {share} % van de zetels voor {value}",
        "at most {share}% of the seats for {value}",
    ),
    "asks-share-any": Text(
        "geen van de {dimension} meer dan {share} % van de zetels",
        "none of the {dimension} more than {share}% of the seats",
    ),
    "asks-distinct": Text("ten minste {count} {dimension}", "at least {count} {dimension}"),
    "asks-together": Text("{codes} allen of geen van hen", "{codes} all or none of them"),
    "asks-apart": Text("ten hoogste een van {codes}", "at most one of {codes}"),
    "asks-fixed": Text("een zetel voor {code}", "a seat for {code}"),
    "asks-excluded": Text("geen zetel voor {code}", "no seat for {code}"),
    "asks-size": Text("{low} tot {high} zetels", "{low} to {high} seats"),
    "asks-size-none": Text("geen zetels", "no seats"),
    "asks-size-one": Text("precies één zetel", "exactly one seat"),
    "asks-size-exactly": Text("precies {low} zetels", "exactly {low} seats"),
    "asks-size-at-most-one": Text("ten hoogste één zetel", "at most one seat"),
    "asks-size-at-most": Text("ten hoogste {high} zetels", "at most {high} seats"),
    "asks-load": Text("{code} in {low} tot {high} groepen", "{code} in {low} to {high} groups"),
    "asks-load-none": Text("{code} in geen groep", "{code} in no group"),
    "asks-load-one": Text("{code} in precies één groep", "{code} in exactly one group"),
    "asks-load-exactly": Text("{code} in precies {low} groepen", "{code} in exactly {low} groups"),
    "asks-load-at-most-one": Text("{code} in ten hoogste één groep", "{code} in at most one group"),
    "asks-load-at-most": Text(
        "{code} in ten hoogste {high} groepen", "{code} in at most {high} groups"
    ),
    "asks-floor": Text("{goal}: ten minste {least}", "{goal}: at least {least}"),
    "asks-floor-least": Text("{goal}: ten hoogste {least}", "{goal}: at most {least}"),
    "asks-each-group": Text(
        "{count} groepen vragen elk {asks} ({groups})",
        "{count} groups each ask for {asks} ({groups})",
    ),
    "each-of": Text("elk van {names}", "each of {names}"),
    "first-to-last": Text("{first} t/m {last}", "{first} to {last}"),
    "and-more": Text("en nog {count}", "and {count} more"),
    "several-discipline": Text("disciplines", "disciplines"),
    "several-organisation": Text("organisaties", "organisations"),
    "several-department": Text("afdelingen", "departments"),
    "several-area": Text("gebieden", "areas"),
    # composition
    "goal-steps": Text("stappen, over alle groepen", "steps, over all groups"),
    "goal-handovers": Text("overdrachten, gewogen naar grens", "handovers, weighed by border"),
    "goal-organisations": Text("organisaties, over alle groepen", "organisations, over all groups"),
    "goal-disciplines": Text("disciplines, over alle groepen", "disciplines, over all groups"),
    "goal-balance": Text(
        "verschil tussen de grootste en de kleinste groep",
        "difference between the largest and the smallest group",
    ),
    "goal-cover": Text("dekking van {key}", "cover of {key}"),
    "goal-variety": Text(
        "verschillende waarden ({key}), over alle groepen",
        "different values ({key}), over all groups",
    ),
    "goal-diversity": Text(
        "verscheidenheid: som van de afstanden tussen groepsleden",
        "diversity: sum of the distances between members",
    ),
    "goal-kept": Text(
        "behouden zetels, nieuwe eraf getrokken", "seats kept, less those that are new"
    ),
    "goal-stability": Text("behouden zetels", "seats kept"),
    "goal-cost": Text("kosten van de zetels", "cost of the seats"),
    "goal-weighted": Text("de doelen, samen gewogen", "the goals, weighed together"),
    "goal-weighted-named": Text("{key}, samen gewogen", "{key}, weighed together"),
    "goal-largest-load": Text(
        "grootste aantal groepen per persoon", "largest number of groups per person"
    ),
    "goal-heavy-load": Text(
        "mensen in ten minste {groups} groepen", "people in at least {groups} groups"
    ),
    "goal-at-bound": Text(
        "{goal}: {value}, meer kan niet.", "{goal}: {value}, more is impossible."
    ),
    "goal-below-bound": Text(
        "{goal}: {value}; meer dan {bound} kan niet.",
        "{goal}: {value}; more than {bound} is impossible.",
    ),
    "goal-at-bound-least": Text(
        "{goal}: {value}, minder kan niet.", "{goal}: {value}, less is impossible."
    ),
    "goal-below-bound-least": Text(
        "{goal}: {value}; minder dan {bound} kan niet.",
        "{goal}: {value}; less than {bound} is impossible.",
    ),
    # Where a solver bounds a goal while what comes before it keeps its value.
    "goal-at-bound-given": Text(
        "{goal}: {value}, meer kan niet zonder toe te geven op wat voorgaat.",
        "{goal}: {value}, more is impossible without giving in on what comes before.",
    ),
    "goal-below-bound-given": Text(
        "{goal}: {value}; meer dan {bound} kan niet zonder toe te geven op wat voorgaat.",
        "{goal}: {value}; more than {bound} is impossible without giving in on what comes before.",
    ),
    "goal-at-bound-least-given": Text(
        "{goal}: {value}, minder kan niet zonder toe te geven op wat voorgaat.",
        "{goal}: {value}, less is impossible without giving in on what comes before.",
    ),
    "goal-below-bound-least-given": Text(
        "{goal}: {value}; minder dan {bound} kan niet zonder toe te geven op wat voorgaat.",
        "{goal}: {value}; less than {bound} is impossible without giving in on what comes before.",
    ),
    "proven-best": Text(
        "Bewezen: geen samenstelling is beter, in de volgorde van wensen en doelen.",
        "Proven: no composition is better, in the order of wishes and goals.",
    ),
    "not-proven-best": Text(
        "Niet bewezen dat dit de beste samenstelling is.",
        "Not proven to be the best composition.",
    ),
    "certificate": Text(
        "Grenzen waar geen samenstelling voorbij kan, {proofs}.",
        "Bounds that no composition passes, {proofs}.",
    ),
    "certificate-bound": Text("{bound} ({tier})", "{bound} ({tier})"),
    "certificate-counting": Text("door tellen: {bounds}", "by counting: {bounds}"),
    "certificate-prices": Text(
        "door prijzen die iedereen kan narekenen: {bounds}",
        "by prices that anyone can recompute: {bounds}",
    ),
    "certificate-subsets": Text(
        "door elke verzameling mensen te bekijken: {bounds}",
        "by looking at every set of people: {bounds}",
    ),
    "certificate-solver": Text(
        "volgens {solver}, niet na te rekenen zonder oplosser: {bounds}",
        "as {solver} says, not to be checked without a solver: {bounds}",
    ),
    "conflict-demands": Text(
        "Dit gaat niet samen, en zonder een ervan wel: {demands}.",
        "These cannot all be, and without any one of them the others can: {demands}.",
    ),
    "conflict-way-out": Text(
        "De goedkoopste uitweg (kosten {cost}): {ways}.",
        "The cheapest way out (cost {cost}): {ways}.",
    ),
    "conflict-scarce": Text("{demand}: zoveel zijn er niet.", "{demand}: there are not that many."),
    "conflict-shared": Text(
        "Samen vragen {groups} meer dan er zijn: in elk {demand}.",
        "Together {groups} ask for more than there are: in each {demand}.",
    ),
    "conflict-demands-some": Text(
        "Dit gaat niet samen, en misschien zonder een ervan nog niet: {demands}.",
        "These cannot all be, and without one of them the others may still not: {demands}.",
    ),
    "conflict-some-way-out": Text(
        "Een uitweg, niet bewezen de goedkoopste (kosten {cost}): {ways}.",
        "A way out, not proven to be the cheapest (cost {cost}): {ways}.",
    ),
    "conflict-unknown": Text(
        "Dat het niet kan, is bewezen; welke eisen botsen, is niet uitgezocht.",
        "That it cannot be is proven; which demands conflict was not worked out.",
    ),
    "give-up": Text("{demand}: {seats} toegeven", "{demand}: give in by {seats}"),
    "give-up-together": Text(
        "{demand}: samen {seats} zetels toegeven", "{demand}: give in by {seats} seats together"
    ),
    "contrast": Text(
        "Dan verhuizen {moved}; verschil: {changes}.", "Then {moved} move; difference: {changes}."
    ),
    "contrast-none": Text("Zo is het al.", "It is so already."),
    "contrast-no-change": Text("geen", "none"),
    "fault-twice-candidate": Text(
        "Kandidaat {name} staat er twee keer in.", "Candidate {name} is there twice."
    ),
    "fault-twice-group": Text(
        "Groep {name} staat er twee keer in.", "Group {name} is there twice."
    ),
    "fault-twice-goal": Text(
        "Twee verschillende doelen heten {name}.", "Two different goals are called {name}."
    ),
    "fault-twice-element": Text(
        "Doel {goal}: twee verschillende elementen heten {element}.",
        "Goal {goal}: two different elements are called {element}.",
    ),
    "fault-size": Text(
        "Groep {group}: een grootte van {low} tot {high} bestaat niet.",
        "Group {group}: a size of {low} to {high} cannot be.",
    ),
    "fault-weights": Text(
        "Groep {group}: niet elke overdracht heeft een gewicht.",
        "Group {group}: not every handover has a weight.",
    ),
    "fault-load": Text(
        "{code}: {low} tot {high} groepen bestaat niet.",
        "{code}: {low} to {high} groups cannot be.",
    ),
    "fault-distances": Text(
        "{goal}: de afstanden zijn geen tabel van {people} bij {people}.",
        "{goal}: the distances are no table of {people} by {people}.",
    ),
    "fault-one-way": Text(
        "{goal}: de afstand heen en terug is niet overal gelijk.",
        "{goal}: the distance there and back is not the same everywhere.",
    ),
    "fault-cost": Text(
        "Eis {requirement}: kosten onder de 0 bestaan niet.",
        "Requirement {requirement}: a cost below 0 cannot be.",
    ),
    "fault-weight": Text(
        "Doel {goal}: het gewicht moet boven de 0 zijn.",
        "Goal {goal}: the weight must be above 0.",
    ),
    "fault-floor": Text(
        "Doel {goal}: alleen wat zetels elk waard zijn, kan een ondergrens hebben.",
        "Goal {goal}: only what each seat is worth can have a floor.",
    ),
    "fault-cover-least": Text(
        "Doel {goal}: dekking kan alleen zo veel mogelijk zijn.",
        "Goal {goal}: cover can only be wanted as much as possible.",
    ),
    "fault-element": Text(
        "Doel {goal}: {element} heeft een gewicht onder de 0, geen einden, of een einde van minder dan 1.",
        "Goal {goal}: {element} has a weight below 0, no ends, or an end of less than 1.",
    ),
    "fault-no-candidate": Text("{code} is geen kandidaat.", "{code} is no candidate."),
    "fault-no-group": Text("{group} is geen groep.", "{group} is no group."),
    "none-found": Text(
        "De beste poging voldoet niet aan: {demands}. Dat bewijst niet dat het niet kan.",
        "The best try does not meet: {demands}. That does not prove that it cannot be.",
    ),
    "none-found-broken": Text(
        "Wat de oplosser gaf, is geen samenstelling: {what}.",
        "What the solver gave is no composition: {what}.",
    ),
    # How many people there are is not said: it may be a small count.
    "conflict-seats": Text(
        "De groepen vragen {asked} zetels; dat is meer dan er mensen voor zijn.",
        "The groups ask for {asked} seats; that is more than there are people for.",
    ),
    "conflict-area": Text(
        "Groep {group} vraagt {asked} mensen; dat is meer dan het gebied er heeft.",
        "Group {group} asks for {asked} people; that is more than its area has.",
    ),
    "conflict-room": Text(
        "Er zijn {placed} plaatsingen nodig en maar {room} zetels.",
        "{placed} placements are needed and there are only {room} seats.",
    ),
    "conflict-fixed-excluded": Text(
        "{code} moet in groep {group} en mag er niet in.",
        "{code} must be in group {group} and may not be.",
    ),
    "conflict-fixed-load": Text(
        "{code} heeft {count} vaste zetels en mag er {most} hebben.",
        "{code} has {count} fixed seats and may have {most}.",
    ),
    "conflict-together": Text(
        "{codes} moeten samen, maar de grootste groep telt {largest} zetels.",
        "{codes} must be together, but the largest group has {largest} seats.",
    ),
    "seat-only-steps": Text("Als enige voor {steps}.", "The only one for {steps}."),
    "seat-only-organisation": Text("Als enige van {value}.", "The only one of {value}."),
    "seat-only-discipline": Text("Enige {value}.", "The only {value}."),
    "seat-demand": Text("Nodig, want: {demand}", "Needed, because: {demand}"),
    "seat-spare": Text(
        "Brengt niets dat een ander niet ook brengt.", "Brings nothing that nobody else brings."
    ),
    "seat-second": Text("Naast een ander voor {steps}.", "Beside someone else for {steps}."),
    # characteristics
    "no-activities": Text(
        "er zijn geen leeractiviteiten vastgelegd", "no learning activities are recorded"
    ),
    "activities-without-step": Text(
        "zonder processtap: {activities}", "without a process step: {activities}"
    ),
    "activities-on-steps": Text(
        "alle {count} activiteiten horen bij een processtap",
        "all {count} activities belong to a process step",
    ),
    "no-principles": Text("er zijn geen leidende principes", "there are no leading principles"),
    "without-principle": Text(
        "verwijst naar geen principe: {what}", "refers to no principle: {what}"
    ),
    "principles-unused": Text(
        "{count} principes, maar geen afspraak of activiteit die ernaar verwijst",
        "{count} principles, but no agreement or activity that refers to them",
    ),
    "principles-used": Text(
        "elke afspraak en activiteit verwijst naar een van de {count} principes",
        "every agreement and activity refers to one of the {count} principles",
    ),
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
        "er is één versie van het werkproces, nog geen vernieuwde",
        "there is one version of the work process, none renewed yet",
    ),
    # a proposal for who does what
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
    "process-renewed": Text(
        "versies {versions} van het werkproces", "versions {versions} of the process"
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
    # roles
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
}
