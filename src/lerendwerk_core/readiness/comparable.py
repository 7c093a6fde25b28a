"""
What stays comparable when checklists differ: the items that both have, in the same words.

A municipality may tailor its checklist; beside its own advice it sees what the base would have said, and
what the items that all have in common say. Whoever compares municipalities compares those.
"""

from __future__ import annotations

import attrs

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.proof.margin import margins
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.vocabulary import Route


@attrs.frozen(kw_only=True)
class Result(Wired):
    """What the items of a checklist lead to; no ``route`` where fewer than three count."""

    items: int
    deficient: int
    route: Route | None
    margin: int | None


@attrs.frozen(kw_only=True)
class Comparable(Wired):
    """
    The advice under the ``base``, under the ``variant`` and on their ``core``, side by side.

    ``core_items`` are the items in common, as worded in the base; an item of the base that the variant
    dropped or that became another one is not answered under the base. ``differs`` is whether the base
    would have advised another route.
    """

    base: str
    core_items: tuple[str, ...]
    core: Result
    under_base: Result
    under_variant: Result

    @property
    def differs(self) -> bool:
        """Whether the advice depends on the tailoring."""
        return self.under_base.route is not self.under_variant.route


def core_of(base: Checklist, variant: Checklist) -> Checklist:
    """Return the items of *base* that *variant* asks in the same words, in the order of the base."""
    asked = {item.id: item for item in variant.items if item.applies}
    kept = tuple(
        item
        for item in base.items
        if item.applies and item.id in asked and asked[item.id].label == item.label
    )
    return attrs.evolve(base, items=kept)


def comparable(
    base: Checklist, variant: Checklist, sheet: AnswerSheet, rule: RouteRule
) -> Comparable:
    """Return what *sheet*, answered on *variant*, says on its core and on *base*."""
    core = core_of(base, variant)
    return Comparable(
        base=base.id,
        core_items=core.item_ids,
        core=_result(core, sheet, rule),
        under_base=_result(base, sheet, rule),
        under_variant=_result(variant, sheet, rule),
    )


def _result(checklist: Checklist, sheet: AnswerSheet, rule: RouteRule) -> Result:
    answers = (sheet[item] for item in checklist.item_ids if item in sheet)
    deficient = sum(answer.is_deficient for answer in answers)
    try:
        position = position_of(checklist, sheet)
    except ReadinessError:
        return Result(items=len(checklist.items), deficient=deficient, route=None, margin=None)
    found = margins(position, rule).minimal
    return Result(
        items=position.items,
        deficient=position.all_deficient,
        route=decide(position, rule)[0],
        margin=found[0].size if found else None,
    )
