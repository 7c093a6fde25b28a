"""Words of stage 6: principles and agreements."""

from lerendwerk_core.text import Text

PAGES = {
    "principles": Text(
        "Principes die gelden voor de verandering én het zorgsysteem: {both} van {all}.",
        "Principles that hold for the change and the care system alike: {both} of {all}.",
    ),
    "principles-none": Text("Er zijn geen leidende principes.", "There are no leading principles."),
    "principles-agreements": Text("{count} afspraken vastgelegd.", "{count} agreements recorded."),
    "principles-plan": Text(
        "Deelnemers schreven {share} van het plan.", "Participants wrote {share} of the plan."
    ),
    "principles-cover": Text(
        "{principle} (doelen: {goals}; stappen: {steps}; afspraken: {agreements}; activiteiten: {activities}).",
        "{principle} (goals: {goals}; steps: {steps}; agreements: {agreements}; activities: {activities}).",
    ),
    "principles-stance": Text(
        "'Zorgen dat' in versie {version}: {dat} van de {all} stappen.",
        "'Making sure that' in version {version}: {dat} of {all} steps.",
    ),
    "principles-shift": Text(
        "Verschoven: {step}, van {before} naar {after}.",
        "Shifted: {step}, from {before} to {after}.",
    ),
}
