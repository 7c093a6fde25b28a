"""Why a seat is where it is, and what proves a composition."""

from lerendwerk_core.text import Text

REASONS = {
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
}
