"""
What a later round answers differently, and which of that made the advice another.

Items that changed in the same way are alike to a rule, so only how many of each kind stay as they were
matters; the smallest such numbers are found by trying all, fewest first.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator, Mapping, Sequence

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.answers import CODES, LEVELS, AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.margin import LISTED_FLIPS
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.vocabulary import Answer, Route

Kind = tuple[bool, Answer, Answer]
"""How an item changed, as far as a rule can tell: whether it is the last, from what and to what."""


def changes(
    checklist: Checklist, sheets: Mapping[str, AnswerSheet], rule: RouteRule
) -> tuple[RoundChange, ...]:
    """
    Return what each of *sheets*, by moment, answers otherwise than the one before.

    Raises:
        ReadinessError: Fewer than three items count in one of them.
    """
    pairs = itertools.pairwise(sheets.items())
    return tuple(_change(checklist, rule, *earlier, *later) for earlier, later in pairs)


def _change(
    checklist: Checklist,
    rule: RouteRule,
    before: str,
    old: AnswerSheet,
    after: str,
    new: AnswerSheet,
) -> RoundChange:
    was, now = (functools.partial(_said, sheet) for sheet in (old, new))
    changed = [item for item in checklist.item_ids if was(item) is not now(item)]
    steps = {item: _step(was(item), now(item)) for item in changed}
    there, here = (decide(position_of(checklist, sheet), rule)[0] for sheet in (old, new))
    sets = list(_carrying(checklist, rule, old, new, changed)) if there is not here else []
    listed, total = _listed(checklist, sets)
    return RoundChange(
        before=before,
        after=after,
        route_before=there,
        route_after=here,
        improved=tuple(item for item, step in steps.items() if step is not None and step < 0),
        worsened=tuple(item for item, step in steps.items() if step is not None and step > 0),
        other=tuple(item for item, step in steps.items() if step is None),
        carried_by=listed,
        carried_total=total,
    )


def _said(sheet: AnswerSheet, item: str) -> Answer:
    return sheet.get(item, Answer.UNANSWERED)


def _step(was: Answer, now: Answer) -> int | None:
    """Return how many levels the answer got worse; ``None`` where it has no level, or had none."""
    one, other = CODES[was], CODES[now]
    return other - one if max(one, other) < LEVELS else None


Choice = tuple[tuple[list[str], int], ...]
"""So many of the items of each kind."""


def _carrying(
    checklist: Checklist,
    rule: RouteRule,
    old: AnswerSheet,
    new: AnswerSheet,
    changed: Sequence[str],
) -> Iterator[Choice]:
    """Yield the fewest of the *changed* items that, had they stayed, leave the route as it was."""
    there = decide(position_of(checklist, old), rule)[0]
    kinds = list(_kinds(checklist, old, new, changed).values())
    for size in range(1, len(changed) + 1):
        found = False
        for numbers in _spread(size, [len(kind) for kind in kinds]):
            kept = itertools.chain(*(kind[:n] for kind, n in zip(kinds, numbers, strict=True)))
            sheet = Table({**new, **{item: _said(old, item) for item in kept}})
            if _route(checklist, rule, sheet) is there:
                found = True
                yield tuple(zip(kinds, numbers, strict=True))
        if found:
            return


def _kinds(
    checklist: Checklist, old: AnswerSheet, new: AnswerSheet, changed: Sequence[str]
) -> dict[Kind, list[str]]:
    kinds: dict[Kind, list[str]] = {}
    for item in changed:
        kind = item == checklist.last_item, _alike(_said(old, item)), _alike(_said(new, item))
        kinds.setdefault(kind, []).append(item)
    return kinds


def _alike(answer: Answer) -> Answer:
    return Answer.NOT_IN_ORDER if answer.is_deficient else answer


def _spread(size: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way to take *size* in all, of each kind at most so many."""
    if not most:
        if not size:
            yield ()
        return
    for here in range(min(size, most[0]) + 1):
        for others in _spread(size - here, most[1:]):
            yield here, *others


def _route(checklist: Checklist, rule: RouteRule, sheet: AnswerSheet) -> Route | None:
    try:
        return decide(position_of(checklist, sheet), rule)[0]
    except ReadinessError:
        return None


def _listed(
    checklist: Checklist, choices: Sequence[Choice]
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Return the first sets of items, and how many there are."""
    total = sum(math.prod(math.comb(len(kind), n) for kind, n in one) for one in choices)
    place = {item: at for at, item in enumerate(checklist.item_ids)}
    some = (itertools.islice(_sets(one), LISTED_FLIPS) for one in choices)
    sets = [sorted(one, key=place.__getitem__) for one in itertools.chain(*some)]
    sets.sort(key=lambda items: [place[item] for item in items])
    return tuple(map(tuple, sets[:LISTED_FLIPS])), total


def _sets(choice: Choice) -> Iterator[list[str]]:
    if not choice:
        yield []
        return
    (kind, number), others = choice[0], choice[1:]
    for chosen in itertools.combinations(kind, number):
        for rest in _sets(others):
            yield [*chosen, *rest]
