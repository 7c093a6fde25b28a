"""
What a group must or should be, each requirement with a name, a reason and a price.

Any class with these attributes and the three methods is a requirement; a plugin may bring its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction

import attrs

from lerendwerk_core.model.composition.rules import AllOrNone, Count, Kinds, Rule
from lerendwerk_core.model.composition.seats import Candidate, spoken
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

SHARE_PRECISION = 1000


@attrs.frozen(kw_only=True)
class _Asked(Wired):
    """
    What every requirement has.

    ``groups`` names those it holds for (none: all); ``hard`` whether it must hold; ``cost`` what a
    seat of shortfall costs, where it is soft or is given up.
    """

    name: str
    because: Text = attrs.field(factory=lambda: reason("asked"))
    groups: tuple[str, ...] = ()
    hard: bool = True
    cost: int = 1


@attrs.frozen(kw_only=True)
class AtLeast(_Asked):
    """At least ``minimum`` members with ``value`` in ``dimension``."""

    dimension: str
    value: str
    minimum: int = 1

    def asks(self) -> Text:
        return reason("asks-at-least", count=self.minimum, value=_said(self))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        return max(0, self.minimum - sum(one.has(self.dimension, self.value) for one in members))

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        yield Count(weights=_holders(people, self.dimension, self.value), low=self.minimum)


@attrs.frozen(kw_only=True)
class AtMost(_Asked):
    """At most ``maximum`` members with ``value`` in ``dimension``."""

    dimension: str
    value: str
    maximum: int

    def asks(self) -> Text:
        code = "asks-at-most" if self.maximum else "asks-none"
        return reason(code, count=self.maximum, value=_said(self))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        return max(0, sum(one.has(self.dimension, self.value) for one in members) - self.maximum)

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        yield Count(weights=_holders(people, self.dimension, self.value), high=self.maximum)


@attrs.frozen(kw_only=True)
class AtLeastShare(_Asked):
    """At least ``share`` of the seats for ``value`` in ``dimension``, rounded up."""

    dimension: str
    value: str
    share: float

    def asks(self) -> Text:
        return reason("asks-share", share=round(100 * self.share), value=_said(self))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        wanted = _share(self.share) * len(members)
        least = -(-wanted.numerator // wanted.denominator)
        return max(0, least - sum(one.has(self.dimension, self.value) for one in members))

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        yield _share_rule(people, self.dimension, self.value, self.share, least=True)


@attrs.frozen(kw_only=True)
class AtMostShare(_Asked):
    """At most ``share`` of the seats for ``value`` in ``dimension``; no value: for any one value."""

    dimension: str
    share: float
    value: str = ""

    def asks(self) -> Text:
        share = round(100 * self.share)
        if self.value:
            return reason("asks-share-most", share=share, value=_said(self))
        return reason("asks-share-any", share=share, dimension=_named(self.dimension))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        counts = Counter(v for one in members for v in set(one.tags.get(self.dimension, ())))
        allowed = _share(self.share) * len(members)
        most = allowed.numerator // allowed.denominator
        watched = [self.value] if self.value else list(counts)
        return sum(max(0, counts[value] - most) for value in watched)

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        for value in [self.value] if self.value else _values(people, self.dimension):
            yield _share_rule(people, self.dimension, value, self.share, least=False)


@attrs.frozen(kw_only=True)
class Distinct(_Asked):
    """At least ``minimum`` different values of ``dimension``."""

    dimension: str
    minimum: int = 2

    def asks(self) -> Text:
        return reason("asks-distinct", count=self.minimum, dimension=_named(self.dimension))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        values = {value for one in members for value in one.tags.get(self.dimension, ())}
        return max(0, self.minimum - len(values))

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        parts = (
            tuple(place for place, one in enumerate(people) if one.has(self.dimension, value))
            for value in _values(people, self.dimension)
        )
        yield Kinds(parts=tuple(parts), low=self.minimum)


@attrs.frozen(kw_only=True)
class Together(_Asked):
    """Either all of ``codes`` in the group or none of them."""

    codes: tuple[str, ...]

    def asks(self) -> Text:
        return reason("asks-together", codes=tuple(dict.fromkeys(self.codes)))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        here = {one.code for one in members} & set(self.codes)
        return len(set(self.codes)) - len(here) if here else 0

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        places = _places(people, self.codes)
        yield AllOrNone(people=places, strangers=len(set(self.codes)) - len(places))


@attrs.frozen(kw_only=True)
class Apart(_Asked):
    """At most one of ``codes`` in the group."""

    codes: tuple[str, ...]

    def asks(self) -> Text:
        return reason("asks-apart", codes=tuple(dict.fromkeys(self.codes)))

    def shortfall(self, members: Sequence[Candidate]) -> int:
        return max(0, len({one.code for one in members} & set(self.codes)) - 1)

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        yield Count(weights=_ones(people, self.codes), high=1)


@attrs.frozen(kw_only=True)
class Fixed(_Asked):
    """``code`` has a seat in the group."""

    code: str
    groups: tuple[str, ...]

    def asks(self) -> Text:
        return reason("asks-fixed", code=self.code)

    def shortfall(self, members: Sequence[Candidate]) -> int:
        return int(self.code not in {one.code for one in members})

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        yield Count(weights=_ones(people, (self.code,)), low=1)


@attrs.frozen(kw_only=True)
class Excluded(_Asked):
    """``code`` has no seat in the group."""

    code: str

    def asks(self) -> Text:
        return reason("asks-excluded", code=self.code)

    def shortfall(self, members: Sequence[Candidate]) -> int:
        return int(self.code in {one.code for one in members})

    def rules(self, people: Sequence[Candidate]) -> Iterator[Rule]:
        yield Count(weights=_ones(people, (self.code,)), high=0)


REQUIREMENTS = (
    AtLeast,
    AtMost,
    AtLeastShare,
    AtMostShare,
    Distinct,
    Together,
    Apart,
    Fixed,
    Excluded,
)
"""The requirements that ship with the library."""


def _holders(people: Sequence[Candidate], dimension: str, value: str) -> tuple[int, ...]:
    return tuple(int(one.has(dimension, value)) for one in people)


def _ones(people: Sequence[Candidate], codes: Sequence[str]) -> tuple[int, ...]:
    weights = [0] * len(people)
    for place in _places(people, codes):
        weights[place] = 1
    return tuple(weights)


def _places(people: Sequence[Candidate], codes: Sequence[str]) -> tuple[int, ...]:
    named = set(codes)
    return tuple(place for place, one in enumerate(people) if one.code in named)


def _values(people: Sequence[Candidate], dimension: str) -> list[str]:
    return list(dict.fromkeys(v for one in people for v in one.tags.get(dimension, ())))


def _share(share: float) -> Fraction:
    """Return *share* as a plain fraction: 0.4 is two fifths, not its binary neighbour."""
    return Fraction(share).limit_denominator(SHARE_PRECISION)


def _share_rule(
    people: Sequence[Candidate], dimension: str, value: str, share: float, *, least: bool
) -> Count:
    """Return the rule that a share of the seats is: a seat counts for it or against it."""
    part = _share(share)
    weights = tuple(
        part.denominator * int(one.has(dimension, value)) - part.numerator for one in people
    )
    bound = {"low": 0} if least else {"high": 0}
    return Count(weights=weights, unit=part.denominator, **bound)


def _named(dimension: str) -> Text:
    """Return the plural of *dimension* in both languages, or the word as it is."""
    known = {"discipline", "organisation", "department", "area"}
    if dimension in known:
        return reason(f"several-{dimension}")
    return Text.of(dimension.replace("_", " "))


def _said(one: AtLeast | AtMost | AtLeastShare | AtMostShare) -> Text | str:
    return spoken(one.dimension, one.value)
