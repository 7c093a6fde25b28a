"""
The closed lists of the domain, each word with its Dutch and English label.

The value of a word is what stands in ``to_dict()`` and in JSON. :meth:`Word.read` accepts the value,
both labels and the other spellings, whatever the capitals, spaces or hyphens.
"""

from __future__ import annotations

import enum
import re
import unicodedata
from typing import Self

from lerendwerk_core.text import Text


def plain(spelling: str) -> str:
    """Return *spelling* without capitals, accents and punctuation: ``"N.v.t."`` becomes ``"nvt"``."""
    bare = unicodedata.normalize("NFKD", spelling).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[\s_-]+", "_", bare.replace(".", "").strip()).strip("_")


class Word(enum.Enum):
    """One word of a closed list: value, Dutch label, English label, other accepted spellings."""

    nl: str
    en: str
    also: tuple[str, ...]

    def __new__(cls, value: str, nl: str, en: str, *also: str) -> Self:
        word = object.__new__(cls)
        word._value_ = value
        word.nl, word.en, word.also = nl, en, also
        return word

    @property
    def label(self) -> Text:
        """The word as users read it."""
        return Text(self.nl, self.en)

    @classmethod
    def read(cls, spelling: str) -> Self | None:
        """Return the word that *spelling* means, or ``None``."""
        wanted = plain(spelling)
        return next((word for word in cls if wanted in word.spellings()), None)

    @classmethod
    def accepted(cls) -> tuple[str, ...]:
        """Return one Dutch and one English spelling of every word, for messages and editors."""
        named = (name for word in cls for name in ((*word.also, plain(word.nl))[0], word.value))
        return tuple(dict.fromkeys(named))

    def spellings(self) -> frozenset[str]:
        """Return every spelling of the word in its plain form."""
        return frozenset(map(plain, (self.value, self.nl, self.en, *self.also)))


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


class Decentralisation(Word):
    """The policy acts that came to the municipalities (C#2-5)."""

    JEUGDWET = "jeugdwet", "Jeugdwet", "Youth Act", "jeugd", "jeugdzorg"
    PARTICIPATIEWET = (
        "participatiewet",
        "Participatiewet",
        "Participation Act",
        "pwet",
        "werk_en_inkomen",
    )
    WMO = "wmo", "Wmo", "Social Support Act", "wmo_2015", "wmo2015"


class Answer(Word):
    """The three-point scale of the checklist (C#61), and what stands beside it."""

    IN_ORDER = "in_order", "op orde", "in order", "op_orde"
    PARTLY = "partly", "gedeeltelijk op orde", "partly in order", "gedeeltelijk"
    NOT_IN_ORDER = "not_in_order", "niet op orde", "not in order", "niet"
    NOT_APPLICABLE = "not_applicable", "niet van toepassing", "not applicable", "nvt", "n_v_t"
    UNANSWERED = "unanswered", "niet ingevuld", "not answered", "leeg", "onbekend", "unknown"

    @property
    def is_deficient(self) -> bool:
        """Whether the rule of the source counts the answer as not in order (C#61)."""
        return self in (Answer.PARTLY, Answer.NOT_IN_ORDER)


class Route(Word):
    """What the checklist advises (C#47, 62, 63)."""

    LEREND_WERKEN = "lerend-werken", "lerend werken", "lerend werken"
    TARGETED = (
        "targeted-lerend-werken",
        "gericht lerend werken",
        "targeted lerend werken",
        "gericht_lerend_werken",
    )
    COURSES = (
        "courses-and-training",
        "cursussen en trainingen",
        "courses and training",
        "cursussen_en_trainingen",
    )
    SECURE = "secure", "borgen", "secure what is there", "borgen"
    UNDETERMINED = "undetermined", "nog niet te bepalen", "not yet to be determined"


class Stance(Word):
    """From caring for people to making sure that they manage (C#8)."""

    VOOR = "voor", "zorgen voor", "caring for", "zorgen_voor"
    DAT = "dat", "zorgen dat", "making sure that", "zorgen_dat"


class Pillar(Word):
    """The three pillars of the spirit of the law (C#9)."""

    ACTIVATION = "activering", "activering", "activation", "activeren"
    PREVENTION = "preventie", "preventie", "prevention"
    SELF_RELIANCE = "zelfredzaamheid", "zelfredzaamheid", "self-reliance"


class Purpose(Word):
    """What a learning group is for (C#49)."""

    ORGANISATION = "organisation-learning", "organisatieleren", "organisational learning"
    INDIVIDUAL = "individual-learning", "individueel leren", "individual learning"


class Rung(Word):
    """The border ladder of a handover, lowest first; a hat change is no border between people."""

    SAME_PERSON = "same-person", "zelfde persoon", "same person"
    SAME_ROLE = "same-role", "zelfde rol", "same role"
    SAME_DEPARTMENT = "same-department", "zelfde afdeling", "same department"
    OTHER_DEPARTMENT = "other-department", "andere afdeling", "other department"
    OTHER_ORGANISATION = "other-organisation", "andere organisatie", "other organisation"
    HAT_CHANGE = "hat-change", "andere pet", "hat change"


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


class StakeholderType(Word):
    """Those who are repositioned (C#27)."""

    EXECUTIVES = "executives", "bestuurders", "executives", "bestuurders"
    MANAGEMENT = "management", "directies", "management", "directies"
    FIRST_LINE = (
        "first-line",
        "professionals eerste lijn",
        "first-line professionals",
        "eerste_lijn",
    )
    SECOND_LINE = (
        "second-line",
        "professionals tweede lijn",
        "second-line professionals",
        "tweede_lijn",
    )
    COUNCILLORS = "councillors", "raadsleden", "councillors", "raadsleden"
    CLIENTS = "clients", "cliënten", "clients", "clienten"


class RepositioningState(Word):
    """How far a new position has landed (C#28), least first."""

    UNKNOWN = "unknown", "onbekend", "unknown", "onbekend"
    NAMED = "named", "benoemd", "named", "benoemd"
    DISCUSSED = "discussed", "besproken", "discussed", "besproken"
    ACCEPTED = "accepted", "aanvaard", "accepted", "aanvaard"


class AgreementKind(Word):
    """What an agreement is about (C#29, 54, 55)."""

    ROLE = "role", "rol", "role", "rol"
    TASK = "task", "taak", "task", "taak"
    BEHAVIOUR = "behaviour", "gedrag", "behaviour", "gedrag"


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


class Author(Word):
    """Who wrote a part of the plan (C#39, 44)."""

    TOP = "top", "de top", "the top"
    PARTICIPANTS = "participants", "deelnemers", "participants", "deelnemers"


class Verb(Word):
    """The three verbs of the first municipal task (C#13)."""

    SHAPE = "shape", "vormgeven", "shape", "vormgeven"
    STEER = "steer", "sturen", "steer", "sturen"
    GUIDE = "guide", "begeleiden", "guide", "begeleiden"


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


class Client(Word):
    """How dossiers name the client, who is a stakeholder and never a record (C#27)."""

    CLIENT = (
        "client",
        "cliënt",
        "client",
        "klant",
        "inwoner",
        "burger",
        "gezin",
        "jeugdige",
        "ouder",
    )


class Outsider(Word):
    """Who can have a part in a step without being an organisation of the dossier or the client."""

    INFORMAL_CARER = "informal-carer", "mantelzorger", "informal carer", "mantelzorgers"
    VOLUNTEER = "volunteer", "vrijwilliger", "volunteer", "vrijwilligers"
    NETWORK = "own-network", "netwerk", "own network", "eigen_netwerk"
    EMPLOYER = "employer", "werkgever", "employer", "werkgevers"


class MunicipalPart(Word):
    """A part that a regie model gives to someone of the municipality, known by the discipline."""

    CONTRACT_MANAGER = "contract-manager", "contractmanager", "contract manager"
    PROCESS_DIRECTOR = "process-director", "procesregisseur", "process director"

    @classmethod
    def named(cls, discipline: str) -> str:
        """Return the part that *discipline* stands for, or *discipline* itself."""
        part = cls.read(discipline)
        return part.value if part else discipline


class DecisionRight(Word):
    """The twelve decision rights over which steering is measured."""

    GOALS = "doelen", "doelen en uitkomsten stellen", "set goals and outcomes", "goals"
    PRINCIPLES = (
        "principes",
        "leidende principes en kaders stellen",
        "set leading principles and frames",
        "principles",
    )
    BUDGET = "budget", "budget verdelen", "allocate the budget"
    CONTRACTING = (
        "contracteren",
        "aanbieders kiezen en contracteren",
        "choose and contract providers",
        "contracting",
    )
    PROCESS_DESIGN = (
        "procesontwerp",
        "het werkproces ontwerpen",
        "design the work process",
        "process_design",
    )
    WORK_ALLOCATION = (
        "werktoedeling",
        "werk en casussen toedelen",
        "allocate work and cases",
        "work_allocation",
    )
    INDIVIDUAL_DECISION = (
        "besluit",
        "over een individuele voorziening besluiten",
        "decide on an individual provision",
        "individual_decision",
    )
    EMPLOYMENT = (
        "werkgeverschap",
        "professionals aanstellen",
        "employ professionals",
        "employment",
    )
    BEHAVIOUR = (
        "gedragsafspraken",
        "samenwerking en gedrag afspreken",
        "agree on collaboration and behaviour",
        "behaviour_agreements",
    )
    MONITORING = "toezicht", "volgen en toezien", "monitor and supervise", "monitoring"
    ESCALATION = (
        "opschalen",
        "conflicten beslechten, doorzettingsmacht",
        "settle conflicts, impose",
        "escalation",
    )
    ARRANGEMENT = (
        "arrangement",
        "het regie-arrangement veranderen",
        "change the regie arrangement",
    )


class Holder(Word):
    """Who may hold a decision right; :attr:`share` is the municipality's part of it."""

    MUNICIPALITY = "gemeente", "gemeente", "municipality"
    WITH_PARTICIPANTS = (
        "gemeente_met_deelnemers",
        "gemeente na voorstel van deelnemers",
        "municipality after participants' proposal",
        "municipality_with_participants",
    )
    WITH_PARTNER = (
        "gemeente_met_partner",
        "gemeente met partner",
        "municipality with partner",
    )
    JOINT = "gezamenlijk", "gezamenlijk", "jointly", "joint"
    NETWORK_ORGANISATION = (
        "netwerkorganisatie",
        "netwerkorganisatie",
        "network organisation",
    )
    CONTRACT_PARTNER = "contractpartner", "contractpartner", "contract partner"
    PROVIDER = "aanbieder", "aanbieder", "provider"
    PROFESSIONALS = "professionals", "professionals", "professionals"
    OTHER_GOVERNMENT = "derde_overheid", "andere overheid", "other government"

    @property
    def share(self) -> float:
        """The municipal share of a right with this holder, 0 to 1 (domain reading, section 3.2)."""
        return MUNICIPAL_SHARE.get(self, 0.0)


MUNICIPAL_SHARE = {
    Holder.MUNICIPALITY: 1.0,
    Holder.WITH_PARTICIPANTS: 0.5,
    Holder.WITH_PARTNER: 0.5,
    Holder.JOINT: 0.33,
    Holder.NETWORK_ORGANISATION: 0.15,
}
