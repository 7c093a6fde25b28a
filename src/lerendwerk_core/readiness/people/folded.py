"""
Organisations of which too few people answered are looked at together.

What one person of an organisation answered would otherwise be what that organisation answered. The same
organisations stay together in every round, so that comparing rounds tells no more than each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.model.answers import AnswerRound
from lerendwerk_core.model.table import Table

OTHERS = ""
"""The organisation of whoever names none, and of all that are too small to be looked at apart."""


def folded(rounds: Sequence[AnswerRound], minimum: int) -> tuple[AnswerRound, ...]:
    """
    Return *rounds* in which every organisation has *minimum* respondents, or none.

    The others together have that many too, or the next smallest joins them (the remainder rule).
    Rounds of voices of organisations stay as they are.
    """
    people = [one for one in rounds if one.of_people]
    sizes = [_sizes(one) for one in people]
    gone = _too_small(sizes, minimum)
    return tuple(_joined(one, gone) if one.of_people else one for one in rounds)


def _sizes(one: AnswerRound) -> dict[str, int]:
    return {name: end - start for name, (start, end) in one.spans.items()}


def _too_small(sizes: Sequence[Mapping[str, int]], minimum: int) -> set[str]:
    """Return the organisations to look at together."""
    names = sorted({name for one in sizes for name in one})
    gone = {OTHERS} | {
        name for name in names if any(name in one and below(one[name], minimum) for one in sizes)
    }
    left = sorted(
        (name for name in names if name not in gone),
        key=lambda name: (min(one[name] for one in sizes if name in one), name),
    )
    while left and any(0 < _together(one, gone) < minimum for one in sizes):
        gone.add(left.pop(0))
    return gone


def _together(sizes: Mapping[str, int], names: Iterable[str]) -> int:
    return sum(sizes.get(name, 0) for name in names)


def _joined(one: AnswerRound, gone: set[str]) -> AnswerRound:
    """Return the round in which the organisations *gone* are one, after all others."""
    named = [OTHERS if name in gone else name for name in one.organisations]
    order = sorted(range(len(one)), key=lambda at: named[at] == OTHERS)
    return attrs.evolve(
        one,
        respondents=tuple(one.respondents[at] for at in order),
        organisations=tuple(named[at] for at in order),
        columns=Table(
            (item, bytes(map(column.__getitem__, order))) for item, column in one.columns.items()
        ),
    )
