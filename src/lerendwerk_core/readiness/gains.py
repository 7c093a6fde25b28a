"""What it would bring a score to have items in order, and which of them reach a target."""

from __future__ import annotations

import itertools

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.rule import answer_to
from lerendwerk_core.readiness.scoring import tree_of
from lerendwerk_core.vocabulary import Answer

MOST_TRIED = 20_000
NEAR = 1e-9


@attrs.frozen(kw_only=True)
class Needed(Wired):
    """
    Items to bring in order for a score to reach ``target``; ``proven`` is whether fewer cannot do.

    ``items`` is ``None`` where even all of them do not reach it, ``reached`` the score with them.
    """

    target: float
    items: tuple[str, ...] | None
    reached: float | None
    proven: bool


def gains(checklist: Checklist, sheet: AnswerSheet, model: ScoringModel) -> Table[str, float]:
    """
    Return what *model* would score more for each item that is not in order, if that one were.

    Nothing is said where there is no score to begin with. The gains of two items together need not be
    their sum.
    """
    now = _score(checklist, sheet, model)
    if now is None:
        return Table()
    mended = {item: _mended(sheet, (item,)) for item in _open(checklist, sheet)}
    found = ((item, _score(checklist, one, model)) for item, one in mended.items())
    return Table((item, value - now) for item, value in found if value is not None)


def needed(checklist: Checklist, sheet: AnswerSheet, model: ScoringModel, target: float) -> Needed:
    """
    Return as few items as possible that, in order, bring the score of *model* to *target*.

    The items with the largest gains are tried first; that fewer cannot do is proven by trying all sets
    of fewer, as long as there are not too many.
    """
    known = gains(checklist, sheet, model)
    items = sorted(_open(checklist, sheet), key=lambda item: -known.get(item, 0.0))
    for number in range(len(items) + 1):
        chosen = tuple(items[:number])
        reached = _score(checklist, _mended(sheet, chosen), model)
        if reached is not None and reached >= target - NEAR:
            found = Needed(target=target, items=chosen, reached=reached, proven=False)
            return _fewest(checklist, sheet, model, found)
    return Needed(target=target, items=None, reached=None, proven=True)


def _fewest(checklist: Checklist, sheet: AnswerSheet, model: ScoringModel, found: Needed) -> Needed:
    """Return *found*, or fewer items that do, and whether that was proven."""
    items, left = _open(checklist, sheet), MOST_TRIED
    for number in range(len(found.items or ())):
        for chosen in itertools.combinations(items, number):
            left -= 1
            if left < 0:
                return found
            reached = _score(checklist, _mended(sheet, chosen), model)
            if reached is not None and reached >= found.target - NEAR:
                return attrs.evolve(found, items=chosen, reached=reached, proven=True)
    return attrs.evolve(found, proven=True)


def _open(checklist: Checklist, sheet: AnswerSheet) -> list[str]:
    """Return the items that could come in order: what lacks, and what is not answered."""
    fine = (Answer.IN_ORDER, Answer.NOT_APPLICABLE)
    return [item.id for item in checklist.items if answer_to(item, sheet) not in fine]


def _mended(sheet: AnswerSheet, items: tuple[str, ...]) -> AnswerSheet:
    return Table({**sheet, **dict.fromkeys(items, Answer.IN_ORDER)})


def _score(checklist: Checklist, sheet: AnswerSheet, model: ScoringModel) -> float | None:
    return model(tree_of(checklist, sheet)).value
