"""
Which step of one version is which of the other, the surest first.

1. An id and a name that both survived; an id without names in the same role.
2. Kind and name: what stands in the same surroundings, or beside a step that is known, comes first; what
   is left of one name is paired so that roles and neighbours agree best.
3. An id that survived under another name, if the names are partly the same, or the role and at least
   half of the neighbours are.
4. Names much alike, the more so the less their surroundings agree: they were renamed. Where the
   surroundings differ, another number is another name.
5. Without a name: role and at least half of the neighbours.

What is known helps to know more, so 3 to 5 are done again as long as they find anything.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Sequence

from lerendwerk_core.process.versions.assign import assigned
from lerendwerk_core.process.versions.colours import colours
from lerendwerk_core.process.versions.names import likeness, numbers, words
from lerendwerk_core.process.versions.side import Side
from lerendwerk_core.vocabulary import KnownBy

HALF = 0.5
"""The share of neighbours, and of a name beside an id, that is enough to know a step by."""

ALIKE_IN_PLACE, ALIKE_NEARBY, ALIKE_ANYWHERE = 0.6, 0.7, 0.9
"""How much alike names are at least: where half of the neighbours agree, some do, or none; the last two
in the same role."""

COMMON_WORD = 50
"""A word in more names than this says nothing."""

MOST_PAIRS = 10_000
"""Of more pairs of one name than this, not every one is weighed."""


def matched(one: Side, other: Side) -> dict[int, tuple[int, KnownBy]]:
    """Return for what is in both which of *other* it is, and by what it is known."""
    if _order(other) < _order(one):  # laid in one order, the way back says the same
        back = _Matching(other, one).found()
        return {new: (old, by) for old, (new, by) in back.items()}
    return _Matching(one, other).found()


def _order(side: Side) -> tuple[object, ...]:
    ids = [item.id for item in side.items]
    return ids, side.kinds, side.roles, side.ways


class _Matching:
    def __init__(self, one: Side, other: Side) -> None:
        self.one, self.other = one, other
        self.mates: dict[int, int] = {}
        self.taken: dict[int, int] = {}
        self.by: dict[int, KnownBy] = {}

    def found(self) -> dict[int, tuple[int, KnownBy]]:
        self._by_id_and_name()
        self._by_name()
        known = -1
        while known < len(self.mates):
            known = len(self.mates)
            self._by_id()
            self._by_likeness()
            self._by_place()
        return {one: (other, self.by[one]) for one, other in self.mates.items()}

    def _match(self, one: int, other: int, by: KnownBy) -> None:
        self.mates[one], self.taken[other], self.by[one] = other, one, by

    def _free(self) -> tuple[list[int], list[int]]:
        ones = [place for place in range(len(self.one.items)) if place not in self.mates]
        others = [place for place in range(len(self.other.items)) if place not in self.taken]
        return ones, others

    # -- by id ---------------------------------------------------------------------------------

    def _same_ids(self) -> Iterator[tuple[int, int]]:
        ones, others = self._free()
        number = {self.other.items[place].id: place for place in reversed(others)}
        for one in ones:
            other = number.get(self.one.items[one].id)
            if other is not None and other not in self.taken:
                yield one, other

    def _by_id_and_name(self) -> None:
        for one, other in self._same_ids():
            named = bool(self.one.kinds[one][1]) or self._same_role(one, other)
            if self.one.kinds[one] == self.other.kinds[other] and named:
                self._match(one, other, KnownBy.ID)

    def _by_id(self) -> None:
        for one, other in self._same_ids():
            (family, name), (other_family, other_name) = (
                self.one.kinds[one],
                self.other.kinds[other],
            )
            if family != other_family:
                continue
            placed = self._same_role(one, other) and self._kept(one, other) >= HALF
            if placed or likeness(name, other_name, HALF):
                self._match(one, other, KnownBy.ID)

    # -- by name -------------------------------------------------------------------------------

    def _by_name(self) -> None:
        self._beside(list(self.mates.items()))
        depths = colours(self.one, self.other)
        for ones, others in reversed(depths):
            self._alone(ones, others)
        self._alone(self.one.kinds, self.other.kinds)
        self._in_turn(*depths[-1])
        for old, new in self._shared(self.one.kinds, self.other.kinds):
            if self.one.kinds[old[0]][1]:
                self._paired(old, new)

    def _alone(self, ones: Sequence[Hashable], others: Sequence[Hashable]) -> None:
        """Match what no other has the mark of, on either side; a mark without a name is not enough."""
        bare = ones is self.one.kinds
        for old, new in self._shared(ones, others):
            if len(old) == len(new) == 1 and (self.one.kinds[old[0]][1] or not bare):
                self._known(old[0], new[0])

    def _in_turn(self, ones: Sequence[Hashable], others: Sequence[Hashable]) -> None:
        """Match what cannot be told apart, one after the other, each with what is beside it."""
        for old, new in self._shared(ones, others):
            left = deque(new)
            for one in old:
                while left and left[0] in self.taken:
                    left.popleft()
                if left and one not in self.mates:
                    self._known(one, left.popleft())

    def _shared(
        self, ones: Sequence[Hashable], others: Sequence[Hashable]
    ) -> list[tuple[list[int], list[int]]]:
        """Return what is free on both sides under the same mark."""
        free, free_others = self._free()
        old: dict[Hashable, list[int]] = defaultdict(list)
        new: dict[Hashable, list[int]] = defaultdict(list)
        for one in free:
            old[ones[one]].append(one)
        for other in free_others:
            new[others[other]].append(other)
        return [(places, new[mark]) for mark, places in old.items() if mark in new]

    def _known(self, one: int, other: int) -> None:
        if one not in self.mates and other not in self.taken:
            named = bool(self.one.kinds[one][1])
            self._match(one, other, KnownBy.NAME if named else KnownBy.PLACE)
            self._beside([(one, other)])

    def _beside(self, known: Iterable[tuple[int, int]]) -> None:
        """Match what is the only one of its name before or after two that are known, and so on."""
        waiting = deque(known)
        while waiting:
            one, other = waiting.popleft()
            for around, around_other in self._around(one, other):
                for pair in self._only(around, around_other):
                    named = bool(self.one.kinds[pair[0]][1])
                    self._match(*pair, KnownBy.NAME if named else KnownBy.PLACE)
                    waiting.append(pair)

    def _around(self, one: int, other: int) -> Iterator[tuple[frozenset[int], frozenset[int]]]:
        yield self.one.ahead[one], self.other.ahead[other]
        yield self.one.behind[one], self.other.behind[other]

    def _only(self, ones: Iterable[int], others: Iterable[int]) -> list[tuple[int, int]]:
        old: dict[Hashable, list[int]] = defaultdict(list)
        new: dict[Hashable, list[int]] = defaultdict(list)
        for place in sorted(ones):
            if place not in self.mates:
                old[_mark(self.one, place)].append(place)
        for place in sorted(others):
            if place not in self.taken:
                new[_mark(self.other, place)].append(place)
        pairs = ((places, new.get(mark, [])) for mark, places in old.items())
        return [(one[0], other[0]) for one, other in pairs if len(one) == len(other) == 1]

    def _paired(self, old: Sequence[int], new: Sequence[int]) -> None:
        """Match steps of one name so that roles and neighbours agree best."""
        if len(old) * len(new) > MOST_PAIRS:
            self._in_turn(self.one.roles, self.other.roles)
            return
        worth = {(one, other): self._fit(one, other) for one in old for other in new}
        for one, other in assigned(worth):
            self._match(one, other, KnownBy.NAME)

    def _fit(self, one: int, other: int) -> float:
        """Return how well two of one name fit; never nothing."""
        return 0.1 + 2 * self._kept(one, other) + self._same_role(one, other)

    # -- by likeness and by place --------------------------------------------------------------

    def _by_likeness(self) -> None:
        near = [*self._near(), *self._sharing_words()]
        scored = {pair: self._alike(*pair) for pair in dict.fromkeys(near)}
        for pair in assigned({pair: score for pair, score in scored.items() if score}):
            self._match(*pair, KnownBy.LIKENESS)

    def _alike(self, one: int, other: int) -> float:
        (family, name), (other_family, other_name) = self.one.kinds[one], self.other.kinds[other]
        if family != other_family or not (name and other_name):
            return 0.0
        kept, same = self._kept(one, other), self._same_role(one, other)
        if kept < HALF and (not same or numbers(name) != numbers(other_name)):
            return 0.0
        nearby = ALIKE_NEARBY if kept else ALIKE_ANYWHERE
        alike = likeness(name, other_name, ALIKE_IN_PLACE if kept >= HALF else nearby)
        return alike and alike + kept

    def _near(self) -> Iterator[tuple[int, int]]:
        """Yield what is free before or after the same as something free on the other side."""
        for one in self._free()[0]:
            for neighbours, back in (
                (self.one.behind[one], self.other.ahead),
                (self.one.ahead[one], self.other.behind),
            ):
                for neighbour in sorted(neighbours & self.mates.keys()):
                    beside = back[self.mates[neighbour]]
                    yield from ((one, other) for other in sorted(beside - self.taken.keys()))

    def _sharing_words(self) -> Iterator[tuple[int, int]]:
        ones, others = self._free()
        using: dict[str, list[int]] = defaultdict(list)
        for other in others:
            for word in words(self.other.kinds[other][1]):
                using[word].append(other)
        for one in ones:
            shared = (using.get(word, []) for word in words(self.one.kinds[one][1]))
            some = {other for found in shared if len(found) <= COMMON_WORD for other in found}
            yield from ((one, other) for other in sorted(some))

    def _by_place(self) -> None:
        """Match what has no name, where its role and half of its neighbours are the same."""
        worth = {}
        for one, other in self._near():
            bare = self.one.kinds[one] == self.other.kinds[other] and not self.one.kinds[one][1]
            if bare and self._same_role(one, other) and self._kept(one, other) >= HALF:
                worth[one, other] = self._kept(one, other)
        for pair in assigned(worth):
            self._match(*pair, KnownBy.PLACE)

    # -- how much is the same ------------------------------------------------------------------

    def _same_role(self, one: int, other: int) -> bool:
        return self.one.roles[one] == self.other.roles[other]

    def _kept(self, one: int, other: int) -> float:
        """Return the share of the neighbours that both have, of all that either has."""
        same = most = 0
        for ones, others in self._around(one, other):
            same += sum(self.mates.get(neighbour) in others for neighbour in ones)
            most += max(len(ones), len(others))
        return same / most if most else 0.0


def _mark(side: Side, place: int) -> Hashable:
    """Return by what *place* is known beside a step that is known: its name, or else its role."""
    kind = side.kinds[place]
    return kind if kind[1] else (*kind, side.roles[place])
