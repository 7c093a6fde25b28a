"""The readable summary: stage by stage, at most 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lerendwerk_core.text import Lang
from lerendwerk_core.views.answers import StageAnswer, answers
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import Severity
from lerendwerk_core.wording import page_text

WIDTH = 80
SIGNS = {Severity.BLOCKER: "!!", Severity.WARNING: " !", Severity.NOTE: " ."}


def summary(shown: Shown, lang: Lang) -> str:
    """Return the summary of a trajectory in *lang*."""
    title = _wrapped(page_text("report-title", id=shown.id).in_(lang), "", "")
    parts = [*title, "=" * max(map(len, title))]
    for number, answer in enumerate(answers(shown)):
        parts += ["", *_stage(number, answer, shown, lang)]
    minimum = page_text("suppression", minimum=shown.scope.minimum_cell).in_(lang)
    return "\n".join((*parts, "", minimum, ""))


def _stage(number: int, answer: StageAnswer, shown: Shown, lang: Lang) -> Iterator[str]:
    heading = f"{number} {answer.stage.label.in_(lang)}: {answer.question.in_(lang)}"
    yield from _wrapped(heading, "", "  ")
    yield from _wrapped(answer.answer.in_(lang), "  => ", "     ")
    for point in answer.points:
        yield from _wrapped(point.in_(lang), "  - ", "    ")
    for finding in shown.findings:
        if finding.stage is answer.stage:
            sign = SIGNS[finding.severity]
            yield from _wrapped(finding.message.in_(lang), f" {sign} ", "    ")


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False
    )
