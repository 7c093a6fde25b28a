"""
What should not be, though it can: severity and words of every finding.

``docs/reference/findings.md`` is made from this table.
"""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING, _BLOCKER = Severity.NOTE, Severity.WARNING, Severity.BLOCKER

ROW = Text("{row}: {because}", "{row}: {because}")
"""A conflict in the RACI row of a step or activity: its reason says what."""

FINDINGS: dict[str, tuple[Severity, Text]] = {
    # set-up
    "municipality-unknown": (
        _WARNING,
        Text(
            "Gemeentecode {code} staat niet in het register.",
            "Municipality code {code} is not in the register.",
        ),
    ),
    "municipality-not-valid": (
        _WARNING,
        Text(
            "Gemeentecode {code} was op {date} niet geldig; opvolger: {successors}.",
            "Municipality code {code} was not valid on {date}; successor: {successors}.",
        ),
    ),
    "municipality-not-valid-unknown": (
        _WARNING,
        Text(
            "Gemeentecode {code} was op {date} niet geldig; het register kent geen opvolger.",
            "Municipality code {code} was not valid on {date}; the register knows no successor.",
        ),
    ),
    "municipality-name": (
        _NOTE,
        Text(
            "Gemeentecode {code} hoort bij de naam {name}.",
            "Municipality code {code} belongs to the name {name}.",
        ),
    ),
    "go-live-before-start": (
        _WARNING,
        Text(
            "De nieuwe werkwijze gaat in voordat het traject begint ({start}).",
            "The new way of working goes live before the trajectory starts ({start}).",
        ),
    ),
    "organisation-without-people": (
        _NOTE,
        Text("Bij {organisation} staan geen mensen.", "There are no people at {organisation}."),
    ),
    "discipline-split": (
        _NOTE,
        Text(
            "Discipline {discipline} werkt bij {organisations}; overdrachten rekenen met de eerste daarvan.",
            "Discipline {discipline} works at {organisations}; handovers reckon with the first.",
        ),
    ),
    "people-repaired": (
        _NOTE,
        Text(
            "{file}: gelezen met {repairs}.",
            "{file}: read with {repairs}.",
        ),
    ),
    "people-columns-ignored": (
        _NOTE,
        Text("{file}: kolommen niet gelezen: {columns}.", "{file}: columns not read: {columns}."),
    ),
    # readiness
    "answers-columns-ignored": (
        _NOTE,
        Text("{file}: kolommen niet gelezen: {columns}.", "{file}: columns not read: {columns}."),
    ),
    "answers-silent": (
        _NOTE,
        Text(
            "{file}: rijen zonder enig antwoord zijn overgeslagen.",
            "{file}: rows without any answer were skipped.",
        ),
    ),
    "checklist-reconstruction": (
        _NOTE,
        Text(
            "{checklist}: reconstructie, niet de checklist van NSCU.",
            "{checklist}: a reconstruction, not NSCU's checklist.",
        ),
    ),
    "route-undetermined": (
        _WARNING,
        Text(
            "Het advies hangt nog af van niet ingevulde items: {items}.",
            "The advice still depends on items that are not answered: {items}.",
        ),
    ),
    "route-narrow": (
        _WARNING,
        Text(
            "Eén ander antwoord leidt al tot een ander advies.",
            "One different answer already leads to another advice.",
        ),
    ),
    "rounds-untold": (
        _WARNING,
        Text(
            "Bij {moments} antwoordden te weinig mensen om er iets van te tonen.",
            "At {moments} too few people answered to tell anything of it.",
        ),
    ),
    "checklist-outdated": (
        _WARNING,
        Text(
            "Aanpassing {layers} is gemaakt voor een andere versie van wat eronder ligt: werk haar bij.",
            "Tailoring {layers} was made for another version of what it lies on: update it.",
        ),
    ),
    "checklist-untranslated": (
        _WARNING,
        Text(
            "Van {items} zijn de woorden maar in één taal gegeven.",
            "The words of {items} are given in one language only.",
        ),
    ),
    "route-by-tailoring": (
        _WARNING,
        Text(
            "Met de woorden van '{base}' zou het advies anders zijn: {there} in plaats van {here}.",
            "With the words of '{base}' the advice would differ: {there} instead of {here}.",
        ),
    ),
    "route-by-combination": (
        _WARNING,
        Text(
            "Het advies hangt af van hoe antwoorden van meer mensen worden samengenomen: {routes}.",
            "The advice depends on how the answers of several people are combined: {routes}.",
        ),
    ),
    "route-hangs-on-one": (
        _WARNING,
        Text(
            "Zonder de antwoorden van één respondent zou het advies anders zijn.",
            "Without the answers of one respondent the advice would differ.",
        ),
    ),
    "respondents-polarised": (
        _WARNING,
        Text(
            "Respondenten staan recht tegenover elkaar bij {items}; bespreek die eerst.",
            "Respondents are at opposite ends on {items}; discuss those first.",
        ),
    ),
    # regie
    "no-path-to-council": (
        _BLOCKER,
        Text(
            "De verantwoording van {party} loopt niet door tot de gemeenteraad.",
            "The accountability of {party} does not reach the council.",
        ),
    ),
    "steps-outside-contract": (
        _WARNING,
        Text(
            "Buiten het arrangement {scope}: stappen {steps}. Spreek af wie daar stuurt.",
            "Outside the arrangement {scope}: steps {steps}. Agree who steers there.",
        ),
    ),
    "one-partner-per-area": (
        _WARNING,
        Text(
            "Dit model vraagt precies één contractpartner per gebied; hier zijn het er {count}.",
            "This model asks for exactly one contract partner per area; here there are {count}.",
        ),
    ),
    "too-few-partners": (
        _WARNING,
        Text(
            "Dit model vraagt ten minste {least} andere instellingen; hier zijn het er {count}.",
            "This model asks for at least {least} other institutions; here there are {count}.",
        ),
    ),
    "no-shared-goal": (
        _WARNING,
        Text(
            "Geen doel wordt door alle partners onderschreven.",
            "No goal is endorsed by all partners.",
        ),
    ),
    "arrangement-unreasoned": (
        _NOTE,
        Text(
            "Arrangement {scope}: sinds wanneer en waarom deze keuze is gemaakt, staat er niet bij.",
            "Arrangement {scope}: since when and why this choice was made is not recorded.",
        ),
    ),
    "area-twice": (
        _WARNING,
        Text(
            "{area} valt voor {act} onder twee arrangementen met dezelfde stappen.",
            "{area} falls under two arrangements with the same steps, for {act}.",
        ),
    ),
    "area-without": (
        _WARNING,
        Text(
            "{area} valt voor {act} onder geen enkel arrangement, terwijl het model een verdeling zonder gaten vraagt.",
            "{area} falls under no arrangement for {act}, while the model asks for a division without holes.",
        ),
    ),
    "part-twice": (
        _WARNING,
        Text("In twee gebieden tegelijk: {parts}.", "In two areas at once: {parts}."),
    ),
    "part-nowhere": (
        _WARNING,
        Text("In geen enkel gebied: {parts}.", "In no area at all: {parts}."),
    ),
    "history-gap": (
        _NOTE,
        Text(
            "{scope}: tussen '{before}' en '{after}' gold {days} dagen geen arrangement.",
            "{scope}: between '{before}' and '{after}' no arrangement held for {days} days.",
        ),
    ),
    "history-overlap": (
        _WARNING,
        Text(
            "{scope}: '{before}' en '{after}' golden {days} dagen tegelijk.",
            "{scope}: '{before}' and '{after}' held at the same time for {days} days.",
        ),
    ),
    "no-independent-actor": (
        _WARNING,
        Text(
            "Er is geen partij buiten de gemeente: regie is het richten van onafhankelijke actoren.",
            "There is no party beside the municipality: regie directs independent actors.",
        ),
    ),
    "actor-without-action": (
        _NOTE,
        Text("{party} voert geen enkele stap uit.", "{party} performs no step at all."),
    ),
    "goal-without-step": (
        _WARNING,
        Text("Geen stap dient het doel: {goal}.", "No step serves the goal: {goal}."),
    ),
    "goal-not-endorsed": (
        _WARNING,
        Text(
            "{parties}: werken aan een doel dat zij niet onderschrijven ({goal}).",
            "{parties}: work on a goal that they do not endorse ({goal}).",
        ),
    ),
    # process
    "steps-without-goal": (
        _WARNING,
        Text(
            "{count} van de {all} stappen dienen geen doel: {steps}.",
            "{count} of {all} steps serve no goal: {steps}.",
        ),
    ),
    "goals-not-on-steps": (
        _WARNING,
        Text("Bij geen enkele stap is een doel vastgelegd.", "No step has a goal recorded."),
    ),
    "raci-absent": (
        _NOTE,
        Text(
            "Bij geen enkele stap is vastgelegd wie welke rol heeft (RACI).",
            "No step records who has which part (RACI).",
        ),
    ),
    "steps-without-client": (
        _NOTE,
        Text(
            "In {count} van de {all} stappen heeft de cliënt geen rol: {steps}.",
            "In {count} of {all} steps the client has no part: {steps}.",
        ),
    ),
    "step-without-performer": (
        _WARNING,
        Text(
            "Stap {step} ({label}) wordt door niemand uitgevoerd.",
            "Step {step} ({label}) is performed by nobody.",
        ),
    ),
    "step-unreachable": (
        _WARNING,
        Text(
            "Geen weg leidt naar stap {step} ({label}).", "No way leads to step {step} ({label})."
        ),
    ),
    "step-isolated": (
        _WARNING,
        Text(
            "Stap {step} ({label}) is met geen andere stap verbonden.",
            "Step {step} ({label}) is connected to no other step.",
        ),
    ),
    "step-unregistered": (
        _WARNING,
        Text(
            "Stap {step} ({label}) vraagt registratie; {disciplines} heeft die niet.",
            "Step {step} ({label}) asks for registration; {disciplines} lacks it.",
        ),
    ),
    "waiting-beyond-terms": (
        _WARNING,
        Text(
            "Het wachten ({wait} dagen) is langer dan de termijnen samen ({terms} dagen).",
            "The waiting ({wait} days) exceeds the statutory terms together ({terms} days).",
        ),
    ),
    "renewal-worse": (
        _WARNING,
        Text(
            "Versie {version} wacht langer of draagt vaker over dan de vorige.",
            "Version {version} waits longer or hands over more often than the one before.",
        ),
    ),
    # drawings
    "drawing-by-place": (
        _NOTE,
        Text(
            "{count} elementen staan in geen baan genoemd; hun baan volgt uit hun plaats in de tekening.",
            "{count} elements are listed in no lane; their lane follows from their place in the drawing.",
        ),
    ),
    "drawing-dangling-flow": (
        _WARNING,
        Text(
            "Pijl {flow} gaat van of naar iets wat er niet is.",
            "Flow {flow} runs from or to something that is not there.",
        ),
    ),
    "drawing-dangling-message": (
        _WARNING,
        Text(
            "Bericht {flow} gaat van of naar iets wat er niet is.",
            "Message {flow} runs from or to something that is not there.",
        ),
    ),
    "drawing-duplicate-id": (
        _WARNING,
        Text(
            "Id {id} komt meer dan eens voor; wie ernaar verwijst, bedoelt het eerste element.",
            "Id {id} occurs more than once; what refers to it means the first element.",
        ),
    ),
    "drawing-flow-end": (
        _WARNING,
        Text(
            "Pijl {flow} gaat van of naar iets waar zo'n pijl niet kan komen.",
            "Flow {flow} runs from or to something that no such flow can touch.",
        ),
    ),
    "drawing-listed-nothing": (
        _NOTE,
        Text(
            "Baan {lane} noemt {id}, en dat is er niet.",
            "Lane {lane} lists {id}, which is not there.",
        ),
    ),
    "drawing-misplaced": (
        _WARNING,
        Text(
            "Element {id} staat op een plaats waar het niet hoort; het is toch gelezen.",
            "Element {id} stands where it does not belong; it was read all the same.",
        ),
    ),
    "drawing-namespace": (
        _WARNING,
        Text(
            "De naamruimte is niet die van BPMN 2.0 ({namespace}); gelezen alsof.",
            "The namespace is not that of BPMN 2.0 ({namespace}); read as if it were.",
        ),
    ),
    "drawing-no-host": (
        _WARNING,
        Text(
            "Gebeurtenis {id} hangt aan iets wat er niet is.",
            "Event {id} is attached to something that is not there.",
        ),
    ),
    "drawing-no-lane": (
        _WARNING,
        Text(
            "Geen rol gevonden voor '{name}': geen baan, pool of groep zegt van wie het is.",
            "No role found for '{name}': no lane, pool or group says whose it is.",
        ),
    ),
    "drawing-no-place": (
        _NOTE,
        Text(
            "De plaats van {id} in de tekening is onleesbaar.",
            "The place of {id} in the drawing cannot be read.",
        ),
    ),
    "drawing-no-steps": (
        _WARNING,
        Text("De tekening bevat geen taken.", "The drawing holds no tasks."),
    ),
    "drawing-not-read": (
        _NOTE,
        Text("Niet gelezen: {what} ({count} keer).", "Not read: {what} ({count} times)."),
    ),
    "drawing-pool-empty": (
        _WARNING,
        Text(
            "Pool {pool} verwijst naar proces {process}, en dat is er niet.",
            "Pool {pool} refers to process {process}, which is not there.",
        ),
    ),
    "drawing-two-lanes": (
        _NOTE,
        Text(
            "'{name}' staat in meer dan één baan genoemd; {lane} telt.",
            "'{name}' is listed in more than one lane; {lane} counts.",
        ),
    ),
    "drawing-unnamed": (
        _NOTE,
        Text("Element {id} heeft geen naam.", "Element {id} has no name."),
    ),
    # event logs
    "log-incomplete": (
        _WARNING,
        Text(
            "{count} gebeurtenissen hebben geen zaak of geen stap en tellen niet mee.",
            "{count} events have no case or no step and are left out.",
        ),
    ),
    "log-time-unreadable": (
        _WARNING,
        Text(
            "{count} tijdstippen zijn niet te lezen; het eerste heeft de vorm '{form}'.",
            "{count} times cannot be read; the first has the form '{form}'.",
        ),
    ),
    "log-no-time": (
        _WARNING,
        Text(
            "{count} gebeurtenissen hebben geen tijdstip; ze blijven staan achter die ervoor.",
            "{count} events have no time; they stay behind the one before them.",
        ),
    ),
    "log-zones-mixed": (
        _WARNING,
        Text(
            "Sommige tijdstippen hebben een tijdzone en andere niet; die zonder gelden als UTC.",
            "Some times have a time zone and others do not; those without count as UTC.",
        ),
    ),
    "log-case-repeated": (
        _WARNING,
        Text(
            "{count} zaaknummers komen meer dan eens voor; ze blijven aparte zaken.",
            "{count} case numbers occur more than once; they stay apart.",
        ),
    ),
    "log-case-shared": (
        _NOTE,
        Text(
            "{count} zaaknummers komen bij meer organisaties voor; ze blijven apart. "
            "Gaan zaken van de ene naar de andere, lees dan met gedeelde nummers (shared).",
            "{count} case numbers occur at more than one organisation; they stay apart. "
            "If cases go from one to another, read with numbers that are shared.",
        ),
    ),
    "log-case-empty": (
        _NOTE,
        Text(
            "{count} zaken hebben geen gebeurtenissen en tellen niet mee.",
            "{count} cases have no events and are left out.",
        ),
    ),
    "log-row-length": (
        _WARNING,
        Text(
            "{count} regels hebben meer of minder cellen dan de kop, de eerste op regel {line}.",
            "{count} lines have more or fewer cells than the heading, the first on line {line}.",
        ),
    ),
    "log-no-person": (
        _WARNING,
        Text(
            "Bij {count} van de {all} gebeurtenissen staat niet wie het deed.",
            "For {count} of {all} events it is not said who did it.",
        ),
    ),
    "log-odd-person": (
        _NOTE,
        Text(
            "Sommige namen zijn waarschijnlijk geen mens of team: {names}.",
            "Some names are probably no person or team: {names}.",
        ),
    ),
    "log-small-groups": (
        _NOTE,
        Text(
            "{count} teams in het logboek bestaan uit minder dan {least} mensen: wat een team deed is dan wat enkelen deden.",
            "{count} teams in the log are fewer than {least} people: what a team did is then what a few did.",
        ),
    ),
    "log-empty": (
        _WARNING,
        Text("Het logboek bevat geen gebeurtenissen.", "The log holds no events."),
    ),
    "log-reordered": (
        _NOTE,
        Text(
            "In {count} zaken stonden de gebeurtenissen niet op volgorde van tijd; nu wel.",
            "In {count} cases the events were not in order of time; now they are.",
        ),
    ),
    "log-step-unknown": (
        _WARNING,
        Text(
            "Stap '{step}' uit het logboek staat niet in het werkproces.{near}",
            "Step '{step}' of the log is not in the process.{near}",
        ),
    ),
    "log-way-not-drawn": (
        _WARNING,
        Text(
            "Het werk ging {count} keer van {source} naar {target}, en dat staat er niet.",
            "Work went from {source} to {target} {count} times, which is not in the process.",
        ),
    ),
    "log-way-never-seen": (
        _NOTE,
        Text(
            "Van {source} naar {target} ging het werk in het logboek nooit.",
            "In the log work never went from {source} to {target}.",
        ),
    ),
    "log-step-never-seen": (
        _NOTE,
        Text(
            "Stap {step} komt in het logboek niet voor.", "Step {step} does not occur in the log."
        ),
    ),
    "role-without-staff": (
        _WARNING,
        Text(
            "Bij rol {role} uit de tekening hoort geen discipline met mensen.",
            "No discipline with people belongs to role {role} of the drawing.",
        ),
    ),
    # composition
    "demand-unmet": (
        _WARNING,
        Text("Groep {group}: niet voldaan: {demand}", "Group {group}: not met: {demand}"),
    ),
    "group-misses-steps": (
        _WARNING,
        Text("Groep {group} heeft niemand voor {steps}.", "Group {group} has nobody for {steps}."),
    ),
    "group-one-discipline": (
        _WARNING,
        Text(
            "Groep {group} telt één discipline; organisatieleren vraagt er meer.",
            "Group {group} has one discipline; organisational learning asks for more.",
        ),
    ),
    "compose-unmet": (
        _WARNING,
        Text(
            "Voorgestelde groep {group}: niet voldaan: {requirement}",
            "Proposed group {group}: not met: {requirement}",
        ),
    ),
    "compose-infeasible": (
        _BLOCKER,
        Text("Samenstellen kan niet: {because}", "Composing is impossible: {because}"),
    ),
    "compose-none-found": (
        _BLOCKER,
        Text("Geen samenstelling gevonden: {because}", "No composition found: {because}"),
    ),
    # roles
    "repositioning-missing": (
        _NOTE,
        Text("Nog geen nieuwe positie voor: {types}.", "No new position yet for: {types}."),
    ),
    "expectation-unanswered": (
        _NOTE,
        Text(
            "{by}: wat zij van {of} verwachten, is nog niet beantwoord: {what}",
            "{by}: what they expect of {of} has not been answered yet: {what}",
        ),
    ),
    "row-no-accountable": (_WARNING, ROW),
    "row-several-accountable": (_WARNING, ROW),
    "row-client-accountable": (_WARNING, ROW),
    "row-nobody-responsible": (_WARNING, ROW),
    "row-told-twice": (_NOTE, ROW),
    "accountable-elsewhere": (
        _NOTE,
        Text(
            "{row}: volgens het regiemodel is {party} eindverantwoordelijk, in de RACI {written}.",
            "{row}: by the regie model {party} is accountable, in the RACI {written}.",
        ),
    ),
    "pair-not-aligned": (
        _NOTE,
        Text(
            "{parties} delen een grens in het werk zonder vastgelegde afspraak.",
            "{parties} share a border in the work without a recorded agreement.",
        ),
    ),
    "repositioning-absent": (
        _NOTE,
        Text(
            "Over de nieuwe posities van de zes betrokken groepen is niets vastgelegd.",
            "Nothing is recorded about the new positions of the six stakeholder types.",
        ),
    ),
    # principles and agreements
    "principle-only-system": (
        _WARNING,
        Text(
            "Geldt voor het zorgsysteem maar niet voor de verandering: {principle}.",
            "Holds for the care system but not for the change: {principle}.",
        ),
    ),
    "principle-only-transition": (
        _WARNING,
        Text(
            "Geldt voor de verandering maar niet voor het zorgsysteem: {principle}.",
            "Holds for the change but not for the care system: {principle}.",
        ),
    ),
    "pillar-uncovered": (
        _WARNING,
        Text("Geen principe dient de pijler {pillar}.", "No principle serves the pillar {pillar}."),
    ),
    "agreement-without-frame": (
        _WARNING,
        Text(
            "Deze afspraak verwijst naar geen kader: {agreement}.",
            "This agreement refers to no frame: {agreement}.",
        ),
    ),
    "agreement-without-authors": (
        _WARNING,
        Text(
            "Van deze afspraak is niet bekend wie haar maakte: {agreement}.",
            "It is not known who made this agreement: {agreement}.",
        ),
    ),
    "top-plans-in-detail": (
        _WARNING,
        Text(
            "De top plant tot niveau {depth}; een plan op hoofdlijnen stopt bij 1.",
            "The top plans down to level {depth}; an outline plan stops at 1.",
        ),
    ),
    "change-without-learning": (
        _WARNING,
        Text(
            "Veranderstap {step} draagt geen leeractiviteit.",
            "Change step {step} carries no learning activity.",
        ),
    ),
    "verb-without-step": (
        _NOTE,
        Text("Geen veranderstap is bedoeld om te {verb}.", "No change step is there to {verb}."),
    ),
    "learning-too-late": (
        _WARNING,
        Text(
            "De leeractiviteit van veranderstap {step} komt na het begin ervan.",
            "The learning activity of change step {step} comes after its start.",
        ),
    ),
    # learning
    "characteristic-not-met": (
        _NOTE,
        Text(
            "Nog niet aan te tonen: {characteristic} ({because}).",
            "Not shown yet: {characteristic} ({because}).",
        ),
    ),
    "relapse": (
        _WARNING,
        Text("Terugval op {moments}: {goal}.", "Relapse at {moments}: {goal}."),
    ),
    "unlearning-stalled": (
        _NOTE,
        Text("Blijft op '{state}': {goal}.", "Stays at '{state}': {goal}."),
    ),
    "hours-over-frame": (
        _WARNING,
        Text(
            "Er is {planned} uur leren gepland binnen een kader van {frame} uur.",
            "{planned} hours of learning are planned within a frame of {frame} hours.",
        ),
    ),
    "only-courses": (
        _WARNING,
        Text(
            "Het plan bestaat alleen uit cursussen; leren is meer dan opleiden.",
            "The plan holds courses only; learning is more than training.",
        ),
    ),
    "unlearn-by-learning-only": (
        _WARNING,
        Text(
            "Alleen leeractiviteiten, geen afleeractiviteit, voor: {goal}.",
            "Only learning, no unlearning activity, for: {goal}.",
        ),
    ),
    "unlearn-without-activity": (
        _NOTE,
        Text("Geen activiteit voor: {goal}.", "No activity for: {goal}."),
    ),
    # outcomes and review
    "measure-unknown": (
        _NOTE,
        Text(
            "Van '{series}' is niet bekend welke kant op beter is.",
            "It is not known which way '{series}' improves.",
        ),
    ),
    "outcome-worse": (
        _WARNING,
        Text("{series} ging achteruit op {moments}.", "{series} got worse at {moments}."),
    ),
    "outcome-suppressed": (
        _NOTE,
        Text(
            "{series}: te weinig respondenten om te tonen op {moments}.",
            "{series}: too few respondents to show at {moments}.",
        ),
    ),
    "outcome-one-moment": (
        _NOTE,
        Text(
            "{series} is één keer gemeten; een ontwikkeling vraagt er twee.",
            "{series} was measured once; a trend takes two moments.",
        ),
    ),
    "response-unknown": (
        _NOTE,
        Text(
            "{series}: het aantal respondenten op {moments} is niet vastgelegd.",
            "{series}: the number of respondents at {moments} is not recorded.",
        ),
    ),
    "items-worsened": (
        _WARNING,
        Text("Slechter dan bij {before}: {items}.", "Worse than at {before}: {items}."),
    ),
    "review-overdue": (
        _WARNING,
        Text("De terugblik {moment} is over tijd.", "Review {moment} is overdue."),
    ),
    # plugins
    "plugin-failed": (
        _BLOCKER,
        Text(
            "Plugin {plugin} faalde bij {hook}: {reason}",
            "Plugin {plugin} failed at {hook}: {reason}",
        ),
    ),
    "plugin-not-loaded": (
        _WARNING,
        Text(
            "Plugin {plugin} is niet geladen: {reason}", "Plugin {plugin} is not loaded: {reason}"
        ),
    ),
}
