"""The answer of every stage in one sentence, and what stands behind it: for text and page alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from lerendwerk_core.text import Text
from lerendwerk_core.views.answers import beginning, learning, readiness, working
from lerendwerk_core.views.answers.beginning import scope_of
from lerendwerk_core.views.answers.phrases import percentage, signed
from lerendwerk_core.views.answers.working import stopped
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import page_text

__all__ = ["StageAnswer", "answers", "percentage", "scope_of", "signed", "stopped"]


@attrs.frozen(kw_only=True)
class StageAnswer:
    """What a stage asks, what it answers, and the points behind the answer."""

    stage: Stage
    question: Text
    answer: Text
    points: tuple[Text, ...]


def answers(shown: Shown) -> tuple[StageAnswer, ...]:
    """Return the answers of all ten stages, in order."""
    return tuple(
        StageAnswer(
            stage=stage,
            question=page_text(f"question-{stage.value}"),
            answer=answer(shown),
            points=tuple(points(shown)),
        )
        for stage, (answer, points) in _STAGES.items()
    )


_STAGES: Mapping[Stage, tuple[Callable[[Shown], Text], Callable[[Shown], Iterator[Text]]]] = {
    Stage.SETUP: (beginning.setup_answer, beginning.setup_points),
    Stage.READINESS: (readiness.readiness_answer, readiness.readiness_points),
    Stage.REGIE: (beginning.regie_answer, beginning.regie_points),
    Stage.PROCESS: (working.process_answer, working.process_points),
    Stage.COMPOSITION: (working.composition_answer, working.composition_points),
    Stage.ALIGNMENT: (working.alignment_answer, working.alignment_points),
    Stage.PRINCIPLES: (working.principles_answer, working.principles_points),
    Stage.LEARNING: (learning.learning_answer, learning.learning_points),
    Stage.OUTCOMES: (learning.outcomes_answer, learning.outcomes_points),
    Stage.REVIEW: (learning.review_answer, learning.review_points),
}
