"""The outline plan and the change steps with their learning (C#39-43)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Author, Verb

DEEPEST_OUTLINE = 1


@attrs.frozen(kw_only=True)
class PlanFigures(Wired):
    """
    Who wrote the plan and whether change and learning go together.

    ``by_participants`` is the share of the elements that participants wrote, ``None`` without a
    plan; ``deepest_outline`` is how deep the top may plan before it plans in detail;
    ``verbs_without_step`` are verbs of the municipal task that no change step carries.
    """

    elements: int
    by_participants: float | None
    deepest_by_top: int
    deepest_outline: int
    change_steps: int
    without_activity: tuple[str, ...]
    learning_too_late: tuple[str, ...]
    verbs_without_step: tuple[Verb, ...]


def plan_figures(dossier: Dossier) -> PlanFigures:
    """Return the figures of the plan of *dossier*."""
    outline = dossier.plan.outline
    written = [one.by is Author.PARTICIPANTS for one in outline]
    by_top = (one.depth for one in outline if one.by is Author.TOP)
    return PlanFigures(
        elements=len(outline),
        by_participants=round(sum(written) / len(written), 2) if written else None,
        deepest_by_top=max(by_top, default=0),
        deepest_outline=DEEPEST_OUTLINE,
        change_steps=len(dossier.plan.change_steps),
        without_activity=tuple(one.id for one in dossier.plan.change_steps if not one.activity),
        learning_too_late=tuple(_too_late(dossier)),
        verbs_without_step=_verbs_without(dossier),
    )


def _verbs_without(dossier: Dossier) -> tuple[Verb, ...]:
    """Return which of shape, steer and guide no change step is (C#13); none if nobody says so."""
    used = {step.verb for step in dossier.plan.change_steps if step.verb}
    return tuple(verb for verb in Verb if used and verb not in used)


def _too_late(dossier: Dossier) -> Iterator[str]:
    """Yield the change steps whose learning activity comes after they have started (C#43)."""
    dates = {one.id: one.date for one in dossier.activities}
    for step in dossier.plan.change_steps:
        date = dates.get(step.activity)
        if step.start and date and date > step.start:
            yield step.id
