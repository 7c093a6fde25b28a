"""Learning, unlearning, and its results."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class Purpose(Word):
    """What a learning group is for (C#49)."""

    ORGANISATION = "organisation-learning", "organisatieleren", "organisational learning"
    INDIVIDUAL = "individual-learning", "individueel leren", "individual learning"


class UnlearnKind(Word):
    """What there is to unlearn (C#34)."""

    BELIEF = "belief", "overtuiging", "belief", "overtuiging"
    PATTERN = "pattern", "patroon", "pattern", "patroon"
    LOYALTY = "loyalty", "loyaliteit", "loyalty", "loyaliteit"


class UnlearnState(Word):
    """How far unlearning has come (C#33), least first."""

    RELAPSED = "relapsed", "teruggevallen", "relapsed", "terugval"
    NAMED = "named", "benoemd", "named", "benoemd"
    INTERRUPTED = "interrupted", "onderbroken", "interrupted", "onderbroken"
    REPLACED = "replaced", "vervangen", "replaced", "vervangen"
    SECURED = "secured", "geborgd", "secured", "geborgd"


class LearningLevel(Word):
    """Organisational and individual learning (C#49, 66)."""

    ORGANISATION = "organisation", "organisatieleren", "organisational learning", "org"
    INDIVIDUAL = "individual", "individueel leren", "individual learning", "ind"
    BOTH = "both", "beide niveaus", "both levels", "beide"


class Formality(Word):
    """Formal is planned with an instructor; informal comes with daily work; mixed is in between."""

    FORMAL = "formal", "formeel", "formal", "formeel"
    MIXED = "mixed", "gemengd", "mixed", "gemengd"
    INFORMAL = "informal", "informeel", "informal", "informeel"


class LearningMode(Word):
    """Whether an activity serves learning, unlearning or both (C#32)."""

    LEARN = "learn", "leren", "learn", "leren"
    UNLEARN = "unlearn", "afleren", "unlearn", "afleren"
    BOTH = "both", "leren en afleren", "learn and unlearn", "beide"


class Content(Word):
    """Who brings what is spoken about: the participants themselves, or the activity (C#57)."""

    OWN = "own", "eigen inbreng", "own subject", "eigen"
    SET = "set", "vaste inhoud", "set subject", "vast"


class RouteStatus(Word):
    """What is known of a learning route."""

    OPTIMAL = "optimal", "bewezen in de minste uren", "proven in the fewest hours"
    FOUND = "found", "gevonden, niet bewezen", "found, not proven"
    IMPOSSIBLE = "impossible", "niet alles kan", "not everything is possible"
    UNKNOWN = "unknown", "niet alles gevonden, niet bewezen", "not everything found, not proven"


class JointGoal(Word):
    """The three goals that only come about together (C#48)."""

    ORGANISATION = "organisation-forming", "organisatievorming", "forming the organisation"
    ROLES = "role-clarity", "rolduidelijkheid", "clarity of roles"
    PERSONAL = "personal-development", "persoonlijke ontwikkeling", "personal development"


class CompetenceMatch(Word):
    """How close a competence comes to what is meant, as in SKOS."""

    EXACT = "exact", "precies", "exact"
    CLOSE = "close", "bijna", "close"
    BROAD = "broad", "ruimer", "broad"
    NARROW = "narrow", "enger", "narrow"
    RELATED = "related", "verwant", "related"


class Characteristic(Word):
    """The eight characteristics of lerend werken (C#50-57)."""

    C1 = "C1", "de werksituatie is het uitgangspunt", "the work situation is the starting point"
    C2 = "C2", "leidende principes van de top", "leading principles of the top"
    C3 = "C3", "leergroepen op betrokkenheid", "learning groups by involvement"
    C4 = "C4", "het werkproces door de deelnemers", "the work process by the participants"
    C5 = "C5", "rollen en taken afgestemd", "roles and tasks aligned"
    C6 = "C6", "eigen afspraken binnen kaders", "own agreements within frames"
    C7 = "C7", "informeel leren krijgt een plek", "informal learning has a place"
    C8 = "C8", "eigen leerroutes", "own learning routes"


class OutcomePair(Word):
    """The three results (C#58-60); each is two measures, never one."""

    INVOLVEMENT_SUPPORT = (
        "involvement-support",
        "betrokkenheid en draagvlak",
        "involvement and support",
    )
    EFFICIENT_PROCESS = "efficient-process", "efficiënte werkprocessen", "efficient work processes"
    SKILLED_MOTIVATED = (
        "skilled-motivated",
        "vakkundige en gemotiveerde medewerkers",
        "skilled and motivated employees",
    )
