"""Words that every stage uses."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class Severity(Word):
    """How much a finding matters."""

    NOTE = "note", "ter informatie", "note"
    WARNING = "warning", "aandachtspunt", "warning"
    BLOCKER = "blocker", "blokkerend", "blocker"


class Stage(Word):
    """The ten stages of a trajectory, in order."""

    SETUP = "setup", "Opzet", "Set-up"
    READINESS = "readiness", "Gereedheid", "Readiness"
    REGIE = "regie", "Regie", "Regie"
    PROCESS = "process", "Werkproces", "Work process"
    COMPOSITION = "composition", "Leergroepen", "Learning groups"
    ALIGNMENT = "alignment", "Rollen en taken", "Roles and tasks"
    PRINCIPLES = "principles", "Principes en afspraken", "Principles and agreements"
    LEARNING = "learning", "Leerroutes", "Learning routes"
    OUTCOMES = "outcomes", "Resultaten", "Outcomes"
    REVIEW = "review", "Terugblik", "Review"


class Author(Word):
    """Who wrote a part of the plan (C#39, 44)."""

    TOP = "top", "de top", "the top"
    PARTICIPANTS = "participants", "deelnemers", "participants", "deelnemers"


class Effort(Word):
    """How long a solver searches; the answer is the same on every machine."""

    QUICK = "quick", "kort", "quick"
    NORMAL = "normal", "gewoon", "normal"
    THOROUGH = "thorough", "grondig", "thorough"


class Spread(Word):
    """Over what groups are spread."""

    AREA = "area", "gebied", "area", "per_gebied"


class Better(Word):
    """Which way a measure improves."""

    HIGHER = "higher", "hoger is beter", "higher is better", "hoger"
    LOWER = "lower", "lager is beter", "lower is better", "lager"
    UNKNOWN = "unknown", "richting onbekend", "direction unknown", "onbekend"
