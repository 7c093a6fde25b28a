"""
Subjects that are alike: what can be held about the one can be held about the other.

Whether the first is spoken about in a walk and the second in a session, or the other way around, is the
same route twice. It is looked at once: activities that stand first go to subjects that stand first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lerendwerk_core.model.routes import RouteOption, Wish


def bars(options: Sequence[RouteOption], wishes: Sequence[Wish]) -> Iterator[int]:
    """Yield per option the bits of those that need not be tried beside it."""
    group = _alike(options, wishes)
    first: dict[str, int] = {}
    for at, one in enumerate(options):
        first.setdefault(one.activity, at)
    kinds = [(*group[one.subject], first[one.activity]) if one.subject else None for one in options]
    behind = {kind: _behind(kind, kinds) for kind in set(kinds) if kind}
    yield from (behind[kind] if kind else 0 for kind in kinds)


Kind = tuple[int, int, int]
"""The group of a subject, its place in the group, and where its activity first stands."""


def _behind(one: Kind, kinds: Sequence[Kind | None]) -> int:
    """Return the bits of those about a later subject that stand earlier, or the other way around."""
    return sum(
        1 << at
        for at, other in enumerate(kinds)
        if other
        and other[0] == one[0]
        and ((other[1] > one[1] and other[2] < one[2]) or (other[1] < one[1] and other[2] > one[2]))
    )


def _alike(options: Sequence[RouteOption], wishes: Sequence[Wish]) -> dict[str, tuple[int, int]]:
    """Return per subject the number of its group of alikes, and its place in it."""
    subjects = list(dict.fromkeys(one.subject for one in options if one.subject))
    found = {subjects[0]: (0, 0)} if subjects else {}
    for before, after in pairwise(subjects):
        number, place = found[before]
        same = _can_swap(options, wishes, before, after)
        found[after] = (number, place + 1) if same else (number + 1, 0)
    return found


def _can_swap(options: Sequence[RouteOption], wishes: Sequence[Wish], one: str, other: str) -> bool:
    """Whether nothing changes when the two subjects change places."""
    other_name = {one: other, other: one}
    named = {(o.activity, o.subject): o for o in options}
    swapped = {}
    for o in options:
        twin = named.get((o.activity, other_name.get(o.subject, o.subject)))
        if twin is None or (twin.hours, twin.after, twin.planned) != (o.hours, o.after, o.planned):
            return False
        swapped[o.id] = twin.id
    as_is = Counter((frozenset(wish.served_by), wish.by) for wish in wishes)
    after = Counter(
        (frozenset(swapped.get(key, key) for key in wish.served_by), wish.by) for wish in wishes
    )
    return as_is == after
