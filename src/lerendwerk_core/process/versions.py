"""
Two versions of a process compared, and a road of many: what came, what went, what changed hands (C#53).

A step is the same step when its id survived and its name or its surroundings did too; else when kind and
name are the same, and among several of one name the one with the same role and the most neighbours in
common; else when the names are much alike and role or surroundings agree: then it was renamed. An id that
survived on something else altogether is no proof. Ids that a tool made anew do not matter.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import attrs

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import FlowKind, Stance

ALIKE = 0.7
"""How much alike two names are, at least, when one became the other (0 to 1)."""

KEPT = 0.5
"""Which share of the neighbours has to be the same for a step to be known by them."""

Version = WorkProcess | Drawing


@attrs.frozen(kw_only=True)
class Item(Wired):
    """A step or a node of one version, as it is compared."""

    id: str
    name: str
    family: str
    role: str = ""


@attrs.frozen(kw_only=True)
class Matched(Wired):
    """A step that is in both versions; ``by`` says how it was known: ``id``, ``name`` or ``likeness``."""

    before: Item
    after: Item
    by: str

    @property
    def is_renamed(self) -> bool:
        """Whether the name differs in more than capitals and spaces."""
        return plain_name(self.before.name) != plain_name(self.after.name)

    @property
    def is_moved(self) -> bool:
        """Whether another role has it now."""
        return plain_name(self.before.role) != plain_name(self.after.role)


@attrs.frozen(kw_only=True)
class HandoverChange(Wired):
    """A way from one role to another that is there in only one of the versions."""

    source: str
    target: str
    from_role: str
    to_role: str


@attrs.frozen(kw_only=True)
class StanceShift(Wired):
    """A step whose stance changed: from caring for to making sure that, or back."""

    step: str
    before: Stance | None
    after: Stance | None


@attrs.frozen(kw_only=True)
class Comparison(Wired):
    """
    What changed from one version to the next.

    ``handovers`` and ``waits`` and ``touch`` give before and after: ways between two roles, days,
    minutes (0 in a drawing, which holds no times).
    """

    matched: tuple[Matched, ...]
    added: tuple[Item, ...]
    removed: tuple[Item, ...]
    handovers_won: tuple[HandoverChange, ...]
    handovers_lost: tuple[HandoverChange, ...]
    handovers: tuple[int, int]
    waits: tuple[float, float] = (0.0, 0.0)
    touch: tuple[float, float] = (0.0, 0.0)
    stance: tuple[StanceShift, ...] = ()

    @property
    def renamed(self) -> tuple[Matched, ...]:
        """The steps that got another name."""
        return tuple(one for one in self.matched if one.is_renamed)

    @property
    def moved(self) -> tuple[Matched, ...]:
        """The steps that went to another role."""
        return tuple(one for one in self.matched if one.is_moved)

    @property
    def is_nothing(self) -> bool:
        """Whether nothing changed that is compared."""
        changed = self.added or self.removed or self.renamed or self.moved or self.stance
        return not (changed or self.handovers_won or self.handovers_lost)


def compare(old: Version, new: Version) -> Comparison:
    """Return what changed from *old* to *new*: two processes, or two drawings."""
    before, after = _Side.of(old), _Side.of(new)
    pairs = _Matcher(before, after).pairs()
    met = {one.after.id for one in pairs}
    gone = {one.before.id for one in pairs}
    became = {one.before.id: one.after.id for one in pairs}
    was = {one.after.id: one.before.id for one in pairs}
    return Comparison(
        matched=tuple(pairs),
        added=tuple(one for one in after.items if one.id not in met),
        removed=tuple(one for one in before.items if one.id not in gone),
        handovers_won=tuple(_only_in(after, before, was)),
        handovers_lost=tuple(_only_in(before, after, became)),
        handovers=(len(before.handovers), len(after.handovers)),
        waits=(before.wait, after.wait),
        touch=(before.touch, after.touch),
        stance=tuple(_shifts(pairs, before.stance, after.stance)),
    )


def road(versions: Sequence[Version]) -> tuple[Comparison, ...]:
    """Return what changed from each of *versions* to the next."""
    return tuple(compare(old, new) for old, new in pairwise(versions))


def plain_name(name: str) -> str:
    """Return *name* as names are compared: small letters, single spaces."""
    return re.sub(r"\s+", " ", name).strip().casefold()


@attrs.frozen(eq=False)
class _Side:
    """One of the two versions."""

    items: tuple[Item, ...]
    ways: tuple[tuple[str, str], ...]
    wait: float = 0.0
    touch: float = 0.0
    stance: Mapping[str, Stance | None] = attrs.field(factory=dict)

    @classmethod
    def of(cls, version: Version) -> _Side:
        if isinstance(version, Drawing):
            return cls._of_drawing(version)
        ways = [(edge.source, edge.target) for edge in (*version.edges, *version.branches)]
        return cls(
            tuple(_item(step) for step in version.steps),
            tuple(dict.fromkeys(ways)),
            wait=math.fsum(step.wait for step in version.steps),
            touch=math.fsum(step.touch for step in version.steps),
            stance={step.id: step.stance for step in version.steps},
        )

    @classmethod
    def _of_drawing(cls, drawing: Drawing) -> _Side:
        items = (
            Item(id=node.id, name=node.name, family=node.family, role=node.role)
            for node in drawing.nodes
        )
        known = {node.id for node in drawing.nodes}
        ways = (
            (flow.source, flow.target)
            for flow in drawing.flows
            if flow.kind is not FlowKind.DATA and {flow.source, flow.target} <= known
        )
        return cls(tuple(items), tuple(dict.fromkeys(ways)))

    @property
    def by_id(self) -> dict[str, Item]:
        return {item.id: item for item in self.items}

    @property
    def handovers(self) -> tuple[tuple[Item, Item], ...]:
        """The ways from one role to another."""
        items = self.by_id
        ends = ((items[source], items[target]) for source, target in self.ways)
        return tuple(
            (one, other)
            for one, other in ends
            if one.role and other.role and plain_name(one.role) != plain_name(other.role)
        )

    def surroundings(self) -> dict[str, set[tuple[str, str]]]:
        """Return for every item whether it comes before or after what, by id."""
        around: dict[str, set[tuple[str, str]]] = {item.id: set() for item in self.items}
        for source, target in self.ways:
            around[source].add((">", target))
            around[target].add(("<", source))
        return around


def _item(step: Step) -> Item:
    return Item(id=step.id, name=step.label.nl or step.id, family="task", role=step.lead)


class _Matcher:
    """Finds what is the same in both versions, the surest first."""

    def __init__(self, before: _Side, after: _Side) -> None:
        self.before, self.after = before.by_id, after.by_id
        self.around_before, self.around_after = before.surroundings(), after.surroundings()
        self.became: dict[str, str] = {}
        self.by: dict[str, str] = {}
        self.taken: set[str] = set()

    def pairs(self) -> list[Matched]:
        self._by_id_and_name()
        self._by_name()
        self._by_id()
        self._by_likeness()
        return [
            Matched(before=item, after=self.after[self.became[key]], by=self.by[key])
            for key, item in self.before.items()
            if key in self.became
        ]

    def _match(self, old: str, new: str, by: str) -> None:
        self.became[old], self.by[old] = new, by
        self.taken.add(new)

    def _by_id_and_name(self) -> None:
        for key, item in self.before.items():
            other = self.after.get(key)
            if other and _kind(item) == _kind(other):
                self._match(key, key, "id")

    def _by_name(self) -> None:
        """Match what has one name, those first that have the same role and neighbours."""
        new: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, item in self._left_after():
            new[_kind(item)].append(key)
        for rounds in (0, 1):  # the second time more neighbours are known
            old: dict[tuple[str, str], list[str]] = defaultdict(list)
            for key, item in self._left_before():
                old[_kind(item)].append(key)
            for kind, keys in old.items():
                others = [one for one in new[kind] if one not in self.taken]
                if kind[1] and (len(keys) == len(others) == 1 or rounds):
                    self._best(keys, others, "name")

    def _by_id(self) -> None:
        """Match an id that survived under another name, if role and surroundings agree."""
        for key, item in self._left_before():
            other = self.after.get(key)
            if other is None or key in self.taken or item.family != other.family:
                continue
            alike = likeness(item.name, other.name) >= KEPT
            if alike or (_same_role(item, other) and self._kept(key, key) >= KEPT):
                self._match(key, key, "id")

    def _by_likeness(self) -> None:
        """Match names that are much alike where role or surroundings agree: they were renamed."""
        words: dict[str, list[str]] = defaultdict(list)
        for key, item in self._left_after():
            for word in set(plain_name(item.name).split()):
                words[word].append(key)
        scored = []
        for key, item in self._left_before():
            shared = [words[word] for word in set(plain_name(item.name).split())]
            for other in sorted({one for some in shared for one in some}):
                score = self._alike(key, other)
                if score:
                    scored.append((-score, key, other))
        self._take(scored, "likeness")

    def _alike(self, old: str, new: str) -> float:
        item, other = self.before[old], self.after[new]
        if item.family != other.family:
            return 0.0
        alike, kept = likeness(item.name, other.name), self._kept(old, new)
        agrees = _same_role(item, other) or kept >= KEPT
        return alike + kept if alike >= ALIKE and agrees else 0.0

    def _best(self, old: Sequence[str], new: Sequence[str], by: str) -> None:
        scored = [(-self._score(one, other), one, other) for one in old for other in new]
        self._take(scored, by)

    def _take(self, scored: Iterable[tuple[float, str, str]], by: str) -> None:
        order = {key: place for place, key in enumerate((*self.before, *self.after))}
        for _, old, new in sorted(scored, key=lambda one: (one[0], order[one[1]], order[one[2]])):
            if old not in self.became and new not in self.taken:
                self._match(old, new, by)

    def _score(self, old: str, new: str) -> float:
        same = _same_role(self.before[old], self.after[new])
        return 2 * self._kept(old, new) + same + (old == new)

    def _kept(self, old: str, new: str) -> float:
        """Return the share of the neighbours that both have, of all that either has."""
        known = {
            (way, self.became[one]) for way, one in self.around_before[old] if one in self.became
        }
        either = max(len(self.around_before[old]), len(self.around_after[new]))
        return len(known & self.around_after[new]) / either if either else 0.0

    def _left_before(self) -> list[tuple[str, Item]]:
        return [(key, item) for key, item in self.before.items() if key not in self.became]

    def _left_after(self) -> list[tuple[str, Item]]:
        return [(key, item) for key, item in self.after.items() if key not in self.taken]


def likeness(one: str, other: str) -> float:
    """Return how much alike two names are, from 0 to 1."""
    return SequenceMatcher(None, plain_name(one), plain_name(other), autojunk=False).ratio()


def _kind(item: Item) -> tuple[str, str]:
    return item.family, plain_name(item.name)


def _same_role(one: Item, other: Item) -> bool:
    return plain_name(one.role) == plain_name(other.role)


def _only_in(one: _Side, other: _Side, meant: Mapping[str, str]) -> Iterator[HandoverChange]:
    """Yield the handovers of *one* for which *other* has none between the same steps and roles."""
    known = Counter(
        (source.id, target.id, plain_name(source.role), plain_name(target.role))
        for source, target in other.handovers
    )
    for source, target in one.handovers:
        ends = meant.get(source.id, ""), meant.get(target.id, "")
        key = (*ends, plain_name(source.role), plain_name(target.role))
        if not known[key]:
            yield HandoverChange(
                source=source.name or source.id,
                target=target.name or target.id,
                from_role=source.role,
                to_role=target.role,
            )


def _shifts(
    pairs: Iterable[Matched],
    before: Mapping[str, Stance | None],
    after: Mapping[str, Stance | None],
) -> Iterator[StanceShift]:
    for one in pairs:
        was, becomes = before.get(one.before.id), after.get(one.after.id)
        if was is not becomes:
            yield StanceShift(step=one.after.id, before=was, after=becomes)
