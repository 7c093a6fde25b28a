"""What a dossier keeps of people, as far as a term holds for it."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class Kept(Word):
    """A kind of thing in a dossier that is kept for a term."""

    STAFF = "staff", "medewerkers en leden van groepen", "staff and members of groups"
    ANSWERS = "answers", "antwoorden op de checklist", "answers to the checklist"
    NEEDS = "needs", "leerbehoeften", "learning needs"
    UNLEARNING = "unlearning", "afleren", "unlearning"
    AGREEMENTS = "agreements", "afspraken", "agreements"
    ACTIVITIES = "activities", "leeractiviteiten", "learning activities"
    PERSONAL = "personal_routes", "persoonlijke routes", "personal routes"
    OUTCOMES = "outcomes", "metingen", "measurements"
