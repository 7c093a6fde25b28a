"""Words of stage 2: regie, and what another model would change."""

from lerendwerk_core.text import Text

PAGES = {
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
}
