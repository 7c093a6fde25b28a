"""What is otherwise: facts that came, went and changed, and which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.following.facts import Fact
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, Stage
from lerendwerk_core.wording import page_text


@attrs.frozen(kw_only=True)
class Change(Wired):
    """
    A fact that is otherwise: ``before`` is ``None`` when it came, ``after`` when it went.

    ``worse`` is ``None`` where no way is better. Where a number of people changed by fewer than the
    minimum cell, neither value is shown and ``suppressed`` is true: their difference would be a count
    of few.
    """

    stage: Stage
    key: str
    label: Text
    before: Text | None
    after: Text | None
    worse: bool | None
    suppressed: bool = False


def changes(before: Iterable[Fact], after: Iterable[Fact], minimum: int) -> tuple[Change, ...]:
    """Return what is otherwise in *after*, in the order of the stages."""
    was = {(one.stage, one.key): one for one in before}
    now = {(one.stage, one.key): one for one in after}
    found = (_change(was.get(key), now.get(key), minimum) for key in {**was, **now})
    order = list(Stage)
    return tuple(sorted((one for one in found if one), key=lambda one: order.index(one.stage)))


def _change(was: Fact | None, now: Fact | None, minimum: int) -> Change | None:
    one = now or was
    if one is None or (was and now and was.value == now.value):
        return None
    hidden = _tells_of_few(was, now, minimum)
    shown = page_text("fact-few-people", minimum=minimum)
    return Change(
        stage=one.stage,
        key=one.key,
        label=one.label,
        before=None if was is None else shown if hidden else was.value,
        after=None if now is None else shown if hidden else now.value,
        worse=_is_worse(was, now),
        suppressed=hidden,
    )


def _tells_of_few(was: Fact | None, now: Fact | None, minimum: int) -> bool:
    """Whether the two numbers together say something of fewer people than may be seen."""
    if not was or not now or not now.of_people or was.amount is None or now.amount is None:
        return False
    return below(abs(now.amount - was.amount), minimum)


def _is_worse(was: Fact | None, now: Fact | None) -> bool | None:
    if not was or not now or was.amount is None or now.amount is None:
        return None
    if now.better is Better.UNKNOWN or was.amount == now.amount:
        return None
    fell = now.amount < was.amount
    return fell if now.better is Better.HIGHER else not fell


def of_stage(found: Iterable[Change], stage: Stage) -> Iterator[Change]:
    """Yield the changes of one stage."""
    return (one for one in found if one.stage is stage)
