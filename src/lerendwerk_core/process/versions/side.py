"""One of two versions that are compared: what is in it, by number, and what leads to what."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

import attrs

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.process.versions.names import plain_name
from lerendwerk_core.process.versions.nouns import Item
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import FlowKind, Stance

Version = WorkProcess | Drawing
Kind = tuple[str, str]
"""Family and plain name."""


@attrs.frozen(eq=False)
class Side:
    """A version as it is compared; items are known by their place in ``items``."""

    items: tuple[Item, ...]
    ways: tuple[tuple[int, int], ...]
    wait: float = 0.0
    touch: float = 0.0
    stance: tuple[Stance | None, ...] = ()
    kinds: tuple[Kind, ...] = attrs.field(init=False)
    roles: tuple[str, ...] = attrs.field(init=False)
    ahead: tuple[frozenset[int], ...] = attrs.field(init=False)
    behind: tuple[frozenset[int], ...] = attrs.field(init=False)

    @kinds.default
    def _kinds(self) -> tuple[Kind, ...]:
        return tuple((item.family, plain_name(item.name)) for item in self.items)

    @roles.default
    def _roles(self) -> tuple[str, ...]:
        return tuple(plain_name(item.role) for item in self.items)

    @ahead.default
    def _ahead(self) -> tuple[frozenset[int], ...]:
        return _gathered(len(self.items), self.ways)

    @behind.default
    def _behind(self) -> tuple[frozenset[int], ...]:
        return _gathered(len(self.items), ((target, source) for source, target in self.ways))

    def taking(self, places: Sequence[int]) -> Side:
        """Return the side with its items in the order of *places*."""
        number = {place: count for count, place in enumerate(places)}
        return Side(
            items=tuple(self.items[place] for place in places),
            ways=tuple(sorted((number[one], number[other]) for one, other in self.ways)),
        )

    def handovers(self) -> Iterator[tuple[int, int]]:
        """Yield the ways from one role to another."""
        for source, target in self.ways:
            giver, receiver = self.roles[source], self.roles[target]
            if giver and receiver and giver != receiver:
                yield source, target


def side_of(version: Version) -> Side:
    """Return *version* as it is compared."""
    return _of_drawing(version) if isinstance(version, Drawing) else _of_process(version)


def _of_process(process: WorkProcess) -> Side:
    steps = process.steps
    ends = ((edge.source, edge.target) for edge in (*process.edges, *process.branches))
    return Side(
        items=tuple(map(_item, steps)),
        ways=_ways([step.id for step in steps], ends),
        wait=math.fsum(step.wait for step in steps),
        touch=math.fsum(step.touch for step in steps),
        stance=tuple(step.stance for step in steps),
    )


def _item(step: Step) -> Item:
    return Item(id=step.id, label=step.label, family="task", role=step.lead)


def _of_drawing(drawing: Drawing) -> Side:
    items = (
        Item(id=node.id, label=Text.of(node.name), family=node.family, role=node.role)
        for node in drawing.nodes
    )
    ends = ((flow.source, flow.target) for flow in drawing.flows if flow.kind is not FlowKind.DATA)
    return Side(items=tuple(items), ways=_ways([node.id for node in drawing.nodes], ends))


def _ways(ids: Sequence[str], ends: Iterable[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
    """Return the ways between what is there, each once."""
    number = {key: place for place, key in enumerate(ids)}
    known = ((number.get(source), number.get(target)) for source, target in ends)
    ways = ((one, other) for one, other in known if one is not None and other is not None)
    return tuple(dict.fromkeys(ways))


def _gathered(count: int, ways: Iterable[tuple[int, int]]) -> tuple[frozenset[int], ...]:
    found: list[set[int]] = [set() for _ in range(count)]
    for one, other in ways:
        found[one].add(other)
    return tuple(map(frozenset, found))
