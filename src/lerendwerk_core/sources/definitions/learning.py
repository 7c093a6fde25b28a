"""Learning activities and measures."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.outcomes import Measure
from lerendwerk_core.sources.format.fields import EN, IDS, NL, SIZE, TEXT, labelled, may, needed
from lerendwerk_core.sources.format.learning import COMPETENCE
from lerendwerk_core.sources.shapes import Defines, Many, Number, OneOf, Record, Words
from lerendwerk_core.vocabulary import (
    Better,
    Characteristic,
    Content,
    Formality,
    LearningLevel,
    LearningMode,
    OutcomePair,
    UnlearnKind,
)


def _activity(*, characteristics: tuple[int, ...], **values: Any) -> LearningActivity:
    served = tuple(list(Characteristic)[number - 1] for number in characteristics)
    return labelled(LearningActivity)(characteristics=served, **values)  # type: ignore[no-any-return]


ACTIVITY = Record(
    [
        needed("id", Defines("catalogue"), "leeractiviteit", "learning activity"),
        NL,
        EN,
        needed("level", OneOf(LearningLevel), "niveau", "level"),
        needed("formality", OneOf(Formality), "formeel of informeel", "formal or informal"),
        may("bucket", Number(whole=True), "70, 20 of 10; een label", "70, 20 or 10; a tag"),
        needed("mode", OneOf(LearningMode), "leren of afleren", "learn or unlearn"),
        may("loop", Number(whole=True, least=1, most=3), "enkel-, dubbel- of drieslag", "loop", 1),
        needed("size", SIZE, "kleinste en grootste groep", "smallest and largest group"),
        needed("hours", Number(), "uren", "hours"),
        may(
            "characteristics",
            Many(Number(whole=True, least=1, most=8)),
            "kenmerken C1-C8",
            "characteristics C1-C8",
            (),
        ),
        may("evidence", TEXT, "wat het nalaat", "what it leaves"),
        may("after", IDS, "wat eraan voorafgaat", "what precedes it", ()),
        may(
            "unlearns",
            Many(OneOf(UnlearnKind), or_one=True),
            "wat ermee afgeleerd wordt; leeg: alles",
            "what it unlearns; empty: anything",
            (),
        ),
        may(
            "content",
            OneOf(Content),
            "wie het onderwerp inbrengt",
            "who brings the subject",
            Content.SET,
        ),
        may("competences", Many(COMPETENCE, or_one=True), "competenties", "competences", ()),
    ],
    _activity,
)


MEASURE = Record(
    [
        needed("id", Defines("measure"), "maat", "measure"),
        needed("pair", OneOf(OutcomePair), "resultaat", "result"),
        needed("part", Words(), "deel van het resultaat", "part of the result"),
        may(
            "better", OneOf(Better), "welke kant op beter is", "which way is better", Better.UNKNOWN
        ),
        may("also", IDS, "andere namen", "other names", ()),
        NL,
        EN,
    ],
    labelled(Measure),
)
