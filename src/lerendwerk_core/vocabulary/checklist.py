"""What is answered and what is advised."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


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
