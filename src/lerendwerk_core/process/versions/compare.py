"""From two versions to what changed, from many to the road."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from lerendwerk_core.model.table import Table
from lerendwerk_core.process.versions.matching import matched
from lerendwerk_core.process.versions.nouns import (
    BetweenRoles,
    Comparison,
    HandoverChange,
    Item,
    Matched,
    Road,
    StanceShift,
    VersionFacts,
)
from lerendwerk_core.process.versions.side import Side, Version, side_of
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import KnownBy, Stance
from lerendwerk_core.wording import reason

TOTALS = ("added", "removed", "renamed", "moved", "handovers_won", "handovers_lost")


def compare(old: Version, new: Version) -> Comparison:
    """Return what changed from *old* to *new*: two processes, or two drawings."""
    return _compared(side_of(old), side_of(new))


def road(versions: Sequence[Version], names: Sequence[str] = ()) -> Road:
    """Return the road over *versions*, the oldest first; without *names* they are numbered."""
    sides = [side_of(version) for version in versions]
    called = names or [str(number) for number in range(1, len(sides) + 1)]
    changes = tuple(_compared(old, new) for old, new in pairwise(sides))
    return Road(
        versions=tuple(_facts(name, side) for name, side in zip(called, sides, strict=True)),
        changes=changes,
        totals=Table((name, sum(len(getattr(one, name)) for one in changes)) for name in TOTALS),
        whole=_compared(sides[0], sides[-1]) if changes else None,
    )


def _compared(before: Side, after: Side) -> Comparison:
    found = _in_order(before, after)
    pairs = [
        Matched(before=before.items[old], after=after.items[new], by=by)
        for old, (new, by) in found.items()
    ]
    met = {new for new, _ in found.values()}
    won, lost = _handovers(before, after, {old: new for old, (new, _) in found.items()})
    ways = sum(1 for _ in before.handovers()), sum(1 for _ in after.handovers())
    return Comparison(
        matched=tuple(pairs),
        added=_without(after.items, met),
        removed=_without(before.items, found),
        renamed=tuple(one for one in pairs if one.is_renamed),
        moved=tuple(one for one in pairs if one.is_moved),
        handovers_won=won,
        handovers_lost=lost,
        handovers=ways,
        waits=(before.wait, after.wait),
        touch=(before.touch, after.touch),
        stance=tuple(_shifts(found, before, after)),
        because=tuple(_because(pairs, ways, len(won), len(lost))),
    )


def _in_order(before: Side, after: Side) -> dict[int, tuple[int, KnownBy]]:
    """Return what goes with what, whatever the order in which steps are written."""
    old, new = _sorted(before), _sorted(after)
    found = matched(before.taking(old), after.taking(new))
    pairs = ((old[one], (new[other], by)) for one, (other, by) in found.items())
    return dict(sorted(pairs, key=lambda pair: pair[0]))


def _sorted(side: Side) -> list[int]:
    """Return the places of the items in an order that does not depend on how they were written."""
    around = (
        sorted((side.items[one].id, side.kinds[one], side.roles[one]) for one in ahead)
        for ahead in side.ahead
    )
    keys = [
        (item.id, kind, role, beside)
        for item, kind, role, beside in zip(side.items, side.kinds, side.roles, around, strict=True)
    ]
    return sorted(range(len(keys)), key=keys.__getitem__)


def _without(items: Iterable[Item], places: Mapping[int, object] | set[int]) -> tuple[Item, ...]:
    return tuple(item for place, item in enumerate(items) if place not in places)


# -- handovers -------------------------------------------------------------------------------------


def _handovers(
    before: Side, after: Side, mates: Mapping[int, int]
) -> tuple[tuple[HandoverChange, ...], tuple[HandoverChange, ...]]:
    """Return the handovers that only *after* has, and those that only *before* has."""
    back = {new: old for old, new in mates.items()}
    old, new = _known_handovers(before, after, mates), _known_handovers(after, before, back)
    return tuple(_more(after, new, old)), tuple(_more(before, old, new))


def _known_handovers(
    side: Side, other: Side, mates: Mapping[int, int]
) -> dict[object, list[tuple[int, int]]]:
    """Return the handovers of *side*, by what both versions call their ends."""
    found: dict[object, list[tuple[int, int]]] = defaultdict(list)
    for ends in sorted(side.handovers(), key=lambda ends: [side.items[end].id for end in ends]):
        called = tuple(
            (side.roles[end], _called(side.kinds[end], other, mates.get(end))) for end in ends
        )
        found[called].append(ends)
    return found


def _called(kind: tuple[str, str], other: Side, mate: int | None) -> tuple[tuple[str, str], ...]:
    """Return what a step is called in both versions; without a mate, in its own."""
    return (kind,) if mate is None else tuple(sorted((kind, other.kinds[mate])))


def _more(
    side: Side,
    own: Mapping[object, Sequence[tuple[int, int]]],
    others: Mapping[object, Sequence[tuple[int, int]]],
) -> Iterator[HandoverChange]:
    for called, ways in own.items():
        for source, target in ways[len(others.get(called, ())) :]:
            giver, receiver = side.items[source], side.items[target]
            yield HandoverChange(
                source=giver.name or giver.id,
                target=receiver.name or receiver.id,
                from_role=giver.role,
                to_role=receiver.role,
            )


# -- the rest --------------------------------------------------------------------------------------


def _shifts(
    found: Mapping[int, tuple[int, KnownBy]], before: Side, after: Side
) -> Iterator[StanceShift]:
    if not (before.stance and after.stance):
        return
    for old, (new, _) in found.items():
        was, becomes = before.stance[old], after.stance[new]
        if was is not becomes:
            item = after.items[new]
            yield StanceShift(step=item.id, label=item.label, before=was, after=becomes)


def _because(
    pairs: Sequence[Matched], ways: tuple[int, int], won: int, lost: int
) -> Iterator[Text]:
    count = Counter(one.by for one in pairs)
    if pairs:
        by = [_counted(count[how], how) for how in KnownBy if count[how]]
        yield reason("known-again", count=len(pairs), by=by)
    if any(ways):
        yield reason("role-borders", before=ways[0], after=ways[1], won=won, lost=lost)


def _counted(count: int, how: KnownBy) -> Text:
    return Text(f"{count} {how.nl}", f"{count} {how.en}")


def _facts(name: str, side: Side) -> VersionFacts:
    between = Counter(
        (side.items[source].role, side.items[target].role) for source, target in side.handovers()
    )
    families = Counter(item.family for item in side.items)
    roles = Counter(item.role for item in side.items if item.family == "task")
    return VersionFacts(
        name=name,
        items=Table(sorted(families.items())),
        roles=Table(sorted(roles.items())),
        between=tuple(
            BetweenRoles(from_role=giver, to_role=receiver, ways=count)
            for (giver, receiver), count in sorted(between.items())
        ),
        handovers=between.total(),
        wait=side.wait,
        touch=side.touch,
        stance=Table((one.value, sum(had is one for had in side.stance)) for one in Stance),
    )
