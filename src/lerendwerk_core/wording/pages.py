"""The words of the report and the command."""

from lerendwerk_core.text import Text

PAGES = {
    # the question of every stage (design, section 1)
    "question-setup": Text("Over wie en wat gaat dit?", "Who and what is this about?"),
    "question-readiness": Text(
        "Is lerend werken onze weg, of volstaan cursussen?",
        "Is lerend werken our road, or do courses do?",
    ),
    "question-regie": Text(
        "Wie stuurt, wie contracteert wie, wie legt verantwoording af aan de raad?",
        "Who steers, who contracts whom, who answers to the council?",
    ),
    "question-process": Text(
        "Hoe loopt het werk echt, en waar blijft het steken?",
        "How does the work really run, where does it stick?",
    ),
    "question-composition": Text("Wie leren er samen?", "Who should learn together?"),
    "question-alignment": Text("Is duidelijk wie wat doet?", "Is it clear who does what?"),
    "question-principles": Text(
        "Werken we vanuit dezelfde principes?", "Do we work from the same principles?"
    ),
    "question-learning": Text(
        "Wat leren we samen, wat alleen, en wat leren we af?",
        "What do we learn together, what alone, and what do we unlearn?",
    ),
    "question-outcomes": Text("Werkt het, en voor wie?", "Does it work, and for whom?"),
    "question-review": Text(
        "Gaan we door, kiezen we anders, of volstaan cursussen nu?",
        "Do we go on, change model, or do courses do now?",
    ),
    # set-up
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
    # readiness
    "readiness": Text("Advies: {route}.", "Advice: {route}."),
    "readiness-none": Text(
        "Er zijn geen antwoorden op een checklist.", "There are no answers to a checklist."
    ),
    "readiness-sections": Text(
        "Niet op orde per onderdeel: {sections}.", "Not in order per section: {sections}."
    ),
    "readiness-driver": Text(
        "{item} is niet of gedeeltelijk op orde: {text}", "{item} is not or partly in order: {text}"
    ),
    "readiness-open": Text(
        "{item} is nog niet ingevuld: {text}", "{item} is not answered yet: {text}"
    ),
    "readiness-flip": Text(
        "Bijvoorbeeld deze antwoorden zouden het advies veranderen: {flip} (aantal zulke verzamelingen: {total}).",
        "These answers, for example, would change the advice: {flip} (number of such sets: {total}).",
    ),
    "readiness-people": Text(
        "{people} mensen antwoordden; wat iemand zelf antwoordde wordt niet getoond.",
        "{people} people answered; what any of them answered is not shown.",
    ),
    "readiness-polarised": Text(
        "Bespreek eerst {item}, want daar staan mensen tegenover elkaar: {text}",
        "Discuss {item} first, because people stand against each other on it: {text}",
    ),
    "readiness-reach": Text(
        "Voor {route} moeten ten minste {answers} antwoorden veranderen, bijvoorbeeld {items} (aantal zulke verzamelingen: {total}).",
        "For {route} at least {answers} answers must change, for example {items} (number of such sets: {total}).",
    ),
    "readiness-target": Text(
        "Het doel is {route}; wat daarvoor nodig is staat hierboven.",
        "The target is {route}; what that takes is said above.",
    ),
    "readiness-target-out": Text(
        "Het doel is {route}; met andere antwoorden op deze items is dat niet te bereiken.",
        "The target is {route}; other answers to these items cannot reach it.",
    ),
    "readiness-silent": Text(
        "Of mensen bij {items} tegenover elkaar staan wordt niet gezegd: dat zou verraden wat iemand antwoordde.",
        "Whether people stand against each other on {items} is not told: it would tell what somebody answered.",
    ),
    "readiness-within": Text(
        "Overeenstemming binnen organisaties (alfa): {within}.",
        "Agreement within organisations (alpha): {within}.",
    ),
    "readiness-between": Text(
        "Overeenstemming tussen organisaties: alfa {alpha}, en in de volgorde van de items (W van Kendall) {order}.",
        "Agreement between organisations: alpha {alpha}, and in the order of the items (Kendall's W) {order}.",
    ),
    "readiness-organisations": Text("Organisaties: {routes}.", "Organisations: {routes}."),
    "readiness-any-way": Text(
        "Hoe antwoorden ook worden samengenomen ({ways}), het advies blijft hetzelfde.",
        "However answers are combined ({ways}), the advice stays the same.",
    ),
    "readiness-without-anyone": Text(
        "Zonder wie dan ook van de respondenten blijft het advies hetzelfde.",
        "Without any one of the respondents the advice stays the same.",
    ),
    "readiness-without-organisation": Text(
        "Zonder {organisations} zou het advies anders zijn.",
        "Without {organisations} the advice would differ.",
    ),
    "readiness-without-item": Text(
        "Als een van deze items niet meetelde, was het advies anders: {items}.",
        "If one of these items did not count, the advice would differ: {items}.",
    ),
    "readiness-filled": Text(
        "Als alles wat niet is ingevuld op orde is: {best}; als niets daarvan op orde is: {worst}.",
        "If all that was not answered is in order: {best}; if none of it is: {worst}.",
    ),
    "readiness-core": Text(
        "Op de items die '{base}' in dezelfde woorden vraagt (vergelijkbaar met anderen): {core}.",
        "On the items that '{base}' asks in the same words (comparable with others): {core}.",
    ),
    "readiness-beside": Text(
        "Volgens '{base}': {there}; volgens deze variant: {here}.",
        "According to '{base}': {there}; according to this variant: {here}.",
    ),
    "readiness-changed": Text(
        "Van {before} naar {after}: beter {improved}; slechter {worsened}.",
        "From {before} to {after}: better {improved}; worse {worsened}.",
    ),
    "readiness-carried": Text(
        "Bij {after} werd het advies {here} in plaats van {there}; dat komt bijvoorbeeld door {items} (aantal zulke verzamelingen: {total}).",
        "At {after} the advice became {here} instead of {there}; that is due to, for example, {items} (number of such sets: {total}).",
    ),
    "undefined": Text("niet te bepalen", "undefined"),
    "too-few-items": Text("te weinig items", "too few items"),
    "readiness-differ": Text(
        "Respondenten verschillen bij {differing} items, bij {full} over de volle schaal.",
        "Respondents differ on {differing} items, on {full} over the full scale.",
    ),
    "readiness-alpha": Text(
        "Mate van overeenstemming (alfa van Krippendorff, 1 is volledig): {alpha}.",
        "Degree of agreement (Krippendorff's alpha, 1 is complete): {alpha}.",
    ),
    "readiness-respondent": Text(
        "{name}: {route} ({deficient} van {items}).", "{name}: {route} ({deficient} of {items})."
    ),
    # regie
    "regie": Text("{arrangements}.", "{arrangements}."),
    "regie-one": Text(
        "{scope}: {model}, sturingsgraad {degree}", "{scope}: {model}, steering degree {degree}"
    ),
    "regie-none": Text("Er is geen regie-arrangement.", "There is no regie arrangement."),
    "regie-partners": Text("{scope}: partners {partners}.", "{scope}: partners {partners}."),
    "regie-outside": Text(
        "Buiten elk arrangement: stappen {steps}.", "Outside every arrangement: steps {steps}."
    ),
    "regie-path": Text("Verantwoording: {path}.", "Accountability: {path}."),
    "regie-whole": Text("heel het werkgebied", "the whole territory"),
    "regie-change": Text(
        "{scope}: van '{before}' naar '{after}' op {date}. {why}",
        "{scope}: from '{before}' to '{after}' on {date}. {why}",
    ),
    "regie-undated": Text("onbekende datum", "an unknown date"),
    "regie-unexplained": Text("Waarom staat er niet bij.", "Why is not recorded."),
    "regie-coherence": Text(
        "Samenhang: {actors} actoren, van wie {independent} onafhankelijk; {actions} handelingen zonder doel, {goals} doelen zonder handeling, {unendorsed} keer werk voor een doel dat de actor niet onderschrijft, {idle} actoren zonder handeling.",
        "Coherence: {actors} actors, {independent} of them independent; {actions} actions without a goal, {goals} goals without an action, {unendorsed} times work for a goal that the actor does not endorse, {idle} actors without an action.",
    ),
    "area-without-model": Text(
        "--area hoort bij --model: van welk model wilt u weten wat het verandert?",
        "--area goes with --model: of which model do you want to know what it changes?",
    ),
    "tree-title": Text(
        "Wie aan wie verantwoording aflegt: {scope}", "Who answers to whom: {scope}"
    ),
    "rights-title": Text(
        "Beslisrechten, {scope} (sturingsgraad {degree}):",
        "Decision rights, {scope} (steering degree {degree}):",
    ),
    "rights-held": Text("{holder} ({share}):", "{holder} ({share}):"),
    "raci-model-title": Text(
        "Wie wat doet volgens het model: {model}", "Who does what by the model: {model}"
    ),
    "raci-title": Text("Wie wat doet, versie {version}", "Who does what, version {version}"),
    "raci-legend": Text(
        "A eindverantwoordelijk, R voert uit, C geraadpleegd, I geïnformeerd; !: er klopt iets niet",
        "A accountable, R responsible, C consulted, I informed; !: something conflicts",
    ),
    "raci-activities-title": Text(
        "Wie wat doet per activiteit van regie, zoals de gemeente het opschreef",
        "Who does what per activity of regie, as the municipality wrote it",
    ),
    "repair-title": Text(
        "De kleinste verandering die dit herstelt:", "The least change that repairs this:"
    ),
    "repair-put": Text(
        "{row}: {party} in {cell} ({because})", "{row}: {party} into {cell} ({because})"
    ),
    "repair-take": Text(
        "{row}: {party} uit {cell} ({because})", "{row}: {party} out of {cell} ({because})"
    ),
    "repair-someone": Text("iemand", "somebody"),
    "borders-title": Text(
        "Grenzen waarover niets is afgestemd:", "Borders about which nothing is aligned:"
    ),
    "border-open": Text(
        "{parties}; samen in {steps}; overdracht {handovers}",
        "{parties}; together in {steps}; handover {handovers}",
    ),
    "roles-changed-title": Text(
        "Wat er in de rollen veranderde van versie {before} naar {after}:",
        "What changed in the roles from version {before} to {after}:",
    ),
    "roles-cell": Text(
        "{row}, {cell}: erbij {came}; eraf {left}", "{row}, {cell}: added {came}; gone {left}"
    ),
    "roles-conflicts": Text(
        "conflicten: {resolved} opgelost, {added} nieuw, {remaining} gebleven",
        "conflicts: {resolved} resolved, {added} new, {remaining} remaining",
    ),
    "positions-title": Text("Herpositionering", "Repositioning"),
    "positions-legend": Text(
        ". leeg, - onbekend, 1 benoemd, 2 besproken, 3 aanvaard",
        ". empty, - unknown, 1 named, 2 discussed, 3 accepted",
    ),
    "part-empty": Text("(leeg)", "(empty)"),
    "part-position": Text("positie", "position"),
    "part-roles": Text("rollen", "roles"),
    "part-tasks": Text("taken", "tasks"),
    "part-expectations": Text("verwachtingen", "expectations"),
    "part-knowledge": Text("kennis", "knowledge"),
    "part-behaviour": Text("gedrag", "behaviour"),
    "unanswered-title": Text("Verwachtingen zonder antwoord:", "Expectations without an answer:"),
    "unanswered": Text("{by} van {of}: {what}", "{by} of {of}: {what}"),
    "alignment-repair": Text(
        "{count} veranderingen maken elke regel heel.", "{count} changes make every row whole."
    ),
    "label-holder": Text("houder", "holder"),
    "label-demands": Text("Gevraagd van leergroepen", "Asked of learning groups"),
    "label-unlearn": Text("Af te leren", "To unlearn"),
    "label-stakeholder": Text("betrokkenen", "stakeholders"),
    "label-border": Text("grens", "border"),
    "label-shared-steps": Text("samen in", "together in"),
    "label-handovers": Text("overdrachten", "handovers"),
    "label-agreements": Text("afgestemd door", "aligned by"),
    "compare-title": Text(
        "{scope}: van '{before}' ({was}) naar '{after}' ({will}); sturingsgraad {change}.",
        "{scope}: from '{before}' ({was}) to '{after}' ({will}); steering degree {change}.",
    ),
    "compare-missing": Text("Wat dan nog ontbreekt:", "What would still be missing:"),
    "compare-rights": Text("Rechten die verschuiven:", "Rights that move:"),
    "compare-right": Text(
        "{right}: van {before} naar {after}", "{right}: from {before} to {after}"
    ),
    "compare-seats-added": Text(
        "Wat leergroepen erbij gevraagd wordt:", "What learning groups are asked besides:"
    ),
    "compare-seats-dropped": Text(
        "Wat leergroepen niet meer gevraagd wordt:", "What learning groups are no longer asked:"
    ),
    "compare-seat": Text("{who}: ten minste {least}", "{who}: at least {least}"),
    "compare-seats": Text("{who}: {least} tot {most}", "{who}: {least} to {most}"),
    "compare-share": Text(
        "{who}: ten hoogste {share} van de zetels", "{who}: at most {share} of the seats"
    ),
    "compare-anyone": Text("elke organisatie", "any organisation"),
    "compare-activities": Text("Rollen per activiteit:", "Parts per activity:"),
    "compare-steps": Text("Rollen per processtap:", "Parts per process step:"),
    "compare-cell": Text(
        "{row}, {cell}: van {before} naar {after}", "{row}, {cell}: from {before} to {after}"
    ),
    "compare-paths": Text(
        "Verantwoording die anders loopt:", "Accountability that runs otherwise:"
    ),
    "compare-path": Text("van {before} naar {after}", "from {before} to {after}"),
    "compare-unlearn": Text("Wat dan af te leren is:", "What there is to unlearn then:"),
    # process
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
    # groups
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
    # alignment
    "alignment": Text(
        "{unclear} van de {steps} stappen hebben niet precies één eindverantwoordelijke{later}.",
        "{unclear} of {steps} steps do not have exactly one accountable party{later}.",
    ),
    "alignment-later": Text(
        ", in de vernieuwde versie {unclear}", ", {unclear} in the renewed version"
    ),
    "alignment-none": Text(
        "Er zijn geen stappen om rollen bij te verdelen.",
        "There are no steps to divide roles over.",
    ),
    "alignment-pairs": Text(
        "Partijen zonder afspraak over een gedeelde grens: {pairs}.",
        "Parties without an agreement on a shared border: {pairs}.",
    ),
    "alignment-positions": Text(
        "Nieuwe posities: {filled} van de {all} velden ingevuld.",
        "New positions: {filled} of {all} fields filled.",
    ),
    "alignment-landed": Text(
        "Hoe ver de nieuwe posities zijn: {states}.", "How far the new positions are: {states}."
    ),
    "alignment-waits": Text("{by} van {of}", "{by} of {of}"),
    "alignment-unanswered": Text(
        "Wie iets verwacht zonder antwoord: {waiting}.",
        "Who expects something without an answer: {waiting}.",
    ),
    # principles
    "principles": Text(
        "Principes die gelden voor de verandering én het zorgsysteem: {both} van {all}.",
        "Principles that hold for the change and the care system alike: {both} of {all}.",
    ),
    "principles-none": Text("Er zijn geen leidende principes.", "There are no leading principles."),
    "principles-agreements": Text("{count} afspraken vastgelegd.", "{count} agreements recorded."),
    "principles-plan": Text(
        "Deelnemers schreven {share} van het plan.", "Participants wrote {share} of the plan."
    ),
    # learning
    "learning": Text(
        "Gezamenlijke behoeften: {collective}, persoonlijke: {personal}; aangetoonde kenmerken: {met} van 8.",
        "Collective needs: {collective}, personal: {personal}; characteristics shown: {met} of 8.",
    ),
    "learning-need": Text("{need}: {total} mensen{route}.", "{need}: {total} people{route}."),
    "learning-hidden": Text(
        "{need}: te weinig mensen om te tonen.", "{need}: too few people to show."
    ),
    "learning-collective": Text(", gezamenlijk", ", collective"),
    "learning-route": Text(
        "Kortste route langs alle kenmerken: {activities} ({hours} uur).",
        "Shortest route past all characteristics: {activities} ({hours} hours).",
    ),
    "learning-unlearn": Text("Afleren: {goal}: {state}.", "Unlearning: {goal}: {state}."),
    # outcomes
    "outcomes": Text(
        "{better} van de {all} metingen verbeterden, {worse} verslechterden sinds de meting ervoor.",
        "{better} of {all} measures improved, {worse} got worse since the moment before.",
    ),
    "outcomes-none": Text("Er is nog niets gemeten.", "Nothing has been measured yet."),
    "outcomes-series": Text("{label}: {values}.", "{label}: {values}."),
    "outcomes-unmeasured": Text("Niet gemeten: {parts}.", "Not measured: {parts}."),
    # review
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
    # labels
    "report-title": Text("Lerend werken: {id}", "Lerend werken: {id}"),
    "in-short": Text("In het kort", "In short"),
    "findings": Text("Om te bespreken", "To discuss"),
    "hidden": Text("niet getoond", "not shown"),
    "label-step": Text("Stap", "Step"),
    "label-name": Text("Naam", "Name"),
    "label-lead": Text("Leidt", "Leads"),
    "label-touch": Text("Werk (min)", "Work (min)"),
    "label-wait": Text("Wachten (dg)", "Waiting (d)"),
    "label-stance": Text("Houding", "Stance"),
    "label-right": Text("Recht", "Right"),
    "label-group": Text("Groep", "Group"),
    "label-code": Text("Rolcode", "Role code"),
    "label-discipline": Text("Discipline", "Discipline"),
    "label-organisation": Text("Organisatie", "Organisation"),
    "label-why": Text("Waarom hier", "Why here"),
    "label-substitutes": Text("Vervangers", "Substitutes"),
    "label-characteristic": Text("Kenmerk", "Characteristic"),
    "label-state": Text("Stand", "State"),
    "label-because": Text("Omdat", "Because"),
    "label-measure": Text("Maat", "Measure"),
    "label-activity": Text("Activiteit", "Activity"),
    "label-level": Text("Niveau", "Level"),
    "label-form": Text("Vorm", "Form"),
    "label-hours": Text("Uren", "Hours"),
    "label-section": Text("Onderdeel", "Section"),
    "label-item": Text("Item", "Item"),
    "counts-title": Text("Wat {people} mensen antwoordden", "What {people} people answered"),
    "counts-legend": Text(
        "Aantallen per antwoord. Een punt is verborgen: het aantal is te klein om te tonen, of zou zo'n aantal verraden.",
        "Counts per answer. A dot is hidden: the count is too small to show, or would give such a count away.",
    ),
    "counts-hidden": Text("verborgen", "hidden"),
    "counts-others": Text("overige", "others"),
    "counts-all": Text("samen", "together"),
    "counts-polarised": Text("(tegenover elkaar)", "(opposed)"),
    "label-deficient": Text("Niet op orde", "Not in order"),
    "label-version": Text("Versie", "Version"),
    "label-party": Text("Partij", "Party"),
    "label-path": Text("Weg naar de raad", "Path to the council"),
    "label-unmet": Text("Niet voldaan", "Not met"),
    "label-covered": Text("Stappen gedekt", "Steps covered"),
    "label-uncovered": Text("Stappen zonder iemand", "Steps without anyone"),
    "label-people": Text("Mensen", "People"),
    "seats-title": Text("Zetels met reden: {group}", "Seats with reasons: {group}"),
    "label-map": Text("Kaart van het werkproces", "Map of the work process"),
    "label-waiting": Text("{days} dg wachten", "{days} d waiting"),
    "label-nobody": Text("(niemand)", "(nobody)"),
    "label-goal": Text("Doel van de samenstelling", "Goal of the composition"),
    "label-value": Text("Bereikt", "Reached"),
    "label-bound": Text("Bewezen grens", "Proven bound"),
    "label-wanted": Text("Gewenst", "Wanted"),
    "label-most": Text("zo veel mogelijk", "as much as can be"),
    "label-least": Text("zo min mogelijk", "as little as can be"),
    "label-goal-steps": Text("stappen", "steps"),
    "label-goal-handovers": Text("overdrachten (gewogen)", "handovers (weighed)"),
    "label-goal-organisations": Text("organisaties", "organisations"),
    "label-goal-disciplines": Text("disciplines", "disciplines"),
    "label-goal-balance": Text("verschil in grootte", "difference in size"),
    "label-goal-wishes": Text("kosten van wensen", "cost of wishes"),
    "label-loss": Text("Zonder deze zetel", "Without this seat"),
    "label-wishes": Text("Wensen waaraan niet is voldaan", "Wishes that are not met"),
    "label-vulnerable": Text("Wie niet gemist kan worden", "Who cannot be missed"),
    "label-conflict": Text("Dit gaat niet samen", "These cannot all be"),
    "label-way-out": Text("Een uitweg", "A way out"),
    "label-step-count": Text("Aantal", "Number"),
    "coverage-title": Text("Wie doet welke stap: {group}", "Who performs which step: {group}"),
    "coverage-step": Text("{step} {label}", "{step} {label}"),
    "coverage-legend": Text(
        "x: doet de stap; [x]: doet de stap als enige; !: niemand doet de stap",
        "x: performs the step; [x]: is the only one who does; !: nobody does",
    ),
    "seat-loss": Text(
        "Zonder deze zetel: {loss}. Vervangers: {substitutes}.",
        "Without this seat: {loss}. Substitutes: {substitutes}.",
    ),
    "change": Text("{name} {by}", "{name} {by}"),
    "no-difference": Text("geen verschil", "no difference"),
    "no-substitute": Text("geen", "none"),
    "substitute": Text("{code} ({changes})", "{code} ({changes})"),
    "substitute-exchange": Text(
        "{code} ({changes}; ruilt met {group})", "{code} ({changes}; in exchange with {group})"
    ),
    "wish-unmet": Text(
        "{group}: {wish} (zetels te kort: {seats}, kosten: {cost})",
        "{group}: {wish} (seats short: {seats}, cost: {cost})",
    ),
    "hangs-on": Text(
        "{group}: zonder {code} doet niemand {steps}",
        "{group}: without {code} nobody performs {steps}",
    ),
    "hangs-on-both": Text(
        "{group}: zonder {code} doet niemand {steps}, en vervallen de overdrachten {handovers}",
        "{group}: without {code} nobody performs {steps}, and the handovers {handovers} are lost",
    ),
    "way-out": Text("{says} (kosten: {cost})", "{says} (cost: {cost})"),
    "progress": Text(
        "Samenstellen: {value}, grens {bound}, gat {gap} (Ctrl-C: stop en houd het beste)",
        "Composing: {value}, bound {bound}, gap {gap} (Ctrl-C: stop and keep the best)",
    ),
    "stopped-by-cancel": Text(
        "Afgebroken voor het klaar was: {left}.", "Cancelled before it was done: {left}."
    ),
    "stopped-by-time": Text(
        "Gestopt omdat de tijd op was: {left}.", "Stopped because time was up: {left}."
    ),
    "stopped-best": Text("dit is het beste tot dan toe", "this is the best so far"),
    "stopped-nothing": Text("er waren nog geen groepen", "there were no groups yet"),
    "map-legend": Text(
        "Banen zijn disciplines met hun organisatie; dikke pijlen gaan naar een andere organisatie, "
        "gestippelde zijn zijwegen; getallen zijn dagen wachten.",
        "Lanes are disciplines with their organisation; thick arrows go to another organisation, "
        "dashed ones are branches; numbers are days of waiting.",
    ),
    "met": Text("aangetoond", "shown"),
    "not met": Text("nog niet aan te tonen", "not shown yet"),
    "made-with": Text(
        "Gemaakt met lerendwerk_core {version}.", "Made with lerendwerk_core {version}."
    ),
    "suppression": Text(
        "Aantallen onder de {minimum} mensen zijn afgeschermd; een zetel staat bij zijn rolcode.",
        "Counts under {minimum} people are protected; a seat is shown by its role code.",
    ),
    # outcome parts
    "part-involvement": Text("betrokkenheid", "involvement"),
    "part-support": Text("draagvlak", "support"),
    "part-structure": Text("opbouw van het proces", "structure of the process"),
    "part-observation": Text("verloop van casussen", "course of cases"),
    "part-skill": Text("vakkundigheid", "skill"),
    "part-motivation": Text("motivatie", "motivation"),
    # command
    "check-fine": Text(
        "{path}: leesbaar en in orde; wat er te bespreken is, zegt lerendwerk run.",
        "{path}: readable and in order; lerendwerk run says what there is to discuss.",
    ),
    "written": Text("Geschreven: {path}", "Written: {path}"),
    "folder-there": Text(
        "De map {path} bestaat al; kies een andere.",
        "The folder {path} exists already; choose another.",
    ),
    "questionnaire-ending": Text(
        "'{path}' is geen vorm van vragenlijst; die eindigt op {endings}.",
        "'{path}' is no form of questionnaire; those end in {endings}.",
    ),
    "questionnaire-next": Text(
        "Vul in: {scale}; leeg is niet beantwoord. Leg het ingevulde bestand naast het dossier en noem het"
        " daarin als answers.",
        "Fill in: {scale}; empty is not answered. Lay the file, filled in, beside the dossier and name it"
        " there as answers.",
    ),
    "no-write": Text(
        "{path} kan niet worden geschreven: {reason}", "{path} cannot be written: {reason}"
    ),
    "interrupted": Text("Onderbroken.", "Interrupted."),
    "plugin-unknown": Text("Er is geen plugin '{name}'.", "There is no plugin '{name}'."),
    "doctor-fine": Text("Alle plugins zijn geladen.", "All plugins are loaded."),
    "doctor-blocked": Text(
        "{name}: geblokkeerd; laat --block weg om te laden.",
        "{name}: blocked; leave out --block to load it.",
    ),
    "doctor-failed": Text("{name}: niet geladen. {error}", "{name}: not loaded. {error}"),
}
