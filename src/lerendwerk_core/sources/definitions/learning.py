"""Learning activities, measures and instruments."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.instruments import Dimension, Instrument, InstrumentItem
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.outcomes import Measure
from lerendwerk_core.sources.format.fields import EN, IDS, NL, SIZE, TEXT, labelled, may, needed
from lerendwerk_core.sources.format.learning import COMPETENCE
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    Checked,
    Defines,
    Flag,
    Many,
    Number,
    OneOf,
    Reading,
    Record,
    Row,
    Words,
    near_miss,
)
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


DIMENSION = Record(
    [needed("id", Words(), "dimensie", "dimension"), NL, EN],
    labelled(Dimension),
)


INSTRUMENT_ITEM = Record(
    [
        needed("id", Words(), "item, ook de naam van zijn kolom", "item, also its column's name"),
        may("dimension", Words(), "dimensie van het item", "dimension of the item", ""),
        may("reversed", Flag(), "instemmen is minder", "agreeing means less", default=False),
        NL,
        EN,
    ],
    labelled(InstrumentItem),
)


def _instrument(*, scale: tuple[float, float], **values: Any) -> Instrument:
    return labelled(Instrument)(least=scale[0], most=scale[1], **values)  # type: ignore[no-any-return]


def _in_order(scale: tuple[float, float], node: Node, reading: Reading) -> None:
    if scale[0] >= scale[1]:
        reading.wrong(node.mark, "scale-reversed", least=scale[0], most=scale[1])


def _own_dimensions(one: Instrument, node: Node, reading: Reading) -> None:
    """Note items twice, and of dimensions that an instrument on its own does not have."""
    known, met = [dimension.id for dimension in one.dimensions], set[str]()
    for item in one.items:
        if item.id in met:
            reading.wrong(node.mark, "instrument-item-twice", item=item.id, instrument=one.id)
        met.add(item.id)
        if item.dimension and item.dimension not in known and not one.extends:
            values = {"dimension": item.dimension, "item": item.id}
            near = near_miss(item.dimension, known)
            reading.wrong(node.mark, "instrument-dimension-unknown", near, **values)


_SCALE_END = Number(least=-1000, most=1000)

INSTRUMENT = Checked(
    Record(
        [
            needed("id", Defines("instrument"), "vragenlijst", "instrument"),
            NL,
            EN,
            may("extends", Words(), "waarop hij voortbouwt", "what it builds on", ""),
            may("pair", OneOf(OutcomePair), "resultaat", "result"),
            may("part", Words(), "deel van het resultaat", "part of the result", ""),
            may("better", OneOf(Better), "welke kant op beter is", "which way", Better.HIGHER),
            may(
                "scale",
                Checked(Row((_SCALE_END, _SCALE_END)), _in_order),
                "laagste en hoogste antwoord",
                "lowest and highest answer",
                (1.0, 5.0),
            ),
            may("dimensions", Many(DIMENSION), "dimensies", "dimensions", ()),
            may("items", Many(INSTRUMENT_ITEM), "items", "items", ()),
        ],
        _instrument,
    ),
    _own_dimensions,
)
