"""Words of stage 1: readiness."""

from lerendwerk_core.text import Text

PAGES = {
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
}
