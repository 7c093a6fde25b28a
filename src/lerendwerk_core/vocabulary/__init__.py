"""
The closed lists of the domain, each word with its Dutch and English label.

The value of a word is what stands in ``to_dict()`` and in JSON. :meth:`Word.read` accepts the value,
both labels and the other spellings, whatever the capitals, spaces or hyphens.
"""

from lerendwerk_core.vocabulary.checklist import Answer, Route
from lerendwerk_core.vocabulary.everywhere import Author, Better, Effort, Severity, Spread, Stage
from lerendwerk_core.vocabulary.law import Decentralisation, Pillar, Stance, Verb
from lerendwerk_core.vocabulary.learning import (
    Characteristic,
    CompetenceMatch,
    Content,
    Formality,
    JointGoal,
    LearningLevel,
    LearningMode,
    OutcomePair,
    Purpose,
    RouteStatus,
    UnlearnKind,
    UnlearnState,
)
from lerendwerk_core.vocabulary.parties import (
    Client,
    MunicipalPart,
    Outsider,
    RepositioningState,
    StakeholderType,
)
from lerendwerk_core.vocabulary.privacy import Kept
from lerendwerk_core.vocabulary.regie import DecisionRight, Holder
from lerendwerk_core.vocabulary.word import Word, plain
from lerendwerk_core.vocabulary.working import AgreementKind, FlowKind, KnownBy, RoleFrom, Rung

__all__ = [
    "AgreementKind",
    "Answer",
    "Author",
    "Better",
    "Characteristic",
    "Client",
    "CompetenceMatch",
    "Content",
    "Decentralisation",
    "DecisionRight",
    "Effort",
    "FlowKind",
    "Formality",
    "Holder",
    "JointGoal",
    "Kept",
    "KnownBy",
    "LearningLevel",
    "LearningMode",
    "MunicipalPart",
    "OutcomePair",
    "Outsider",
    "Pillar",
    "Purpose",
    "RepositioningState",
    "RoleFrom",
    "Route",
    "RouteStatus",
    "Rung",
    "Severity",
    "Spread",
    "Stage",
    "StakeholderType",
    "Stance",
    "UnlearnKind",
    "UnlearnState",
    "Verb",
    "Word",
    "plain",
]
