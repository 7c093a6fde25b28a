"""The question of every stage (design, section 1)."""

from lerendwerk_core.text import Text

PAGES = {
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
}
