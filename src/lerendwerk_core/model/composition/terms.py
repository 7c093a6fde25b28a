"""What a goal comes down to, in parts that solvers know; candidates stand by position."""

from __future__ import annotations

import attrs


@attrs.frozen
class End:
    """At least ``at_least`` members who carry ``value`` in ``dimension``."""

    dimension: str
    value: str
    at_least: int = 1


@attrs.frozen(kw_only=True)
class Element:
    """Something a group covers, worth ``weight``, when every one of its ``ends`` is there."""

    name: str
    ends: tuple[End, ...]
    weight: float = 1


@attrs.frozen(kw_only=True)
class Covered:
    """What ``group`` covers of ``elements``."""

    group: str
    elements: tuple[Element, ...]


@attrs.frozen(kw_only=True)
class SeatWorth:
    """What a seat in ``group`` is worth, one number per candidate."""

    group: str
    worth: tuple[float, ...]


@attrs.frozen(kw_only=True)
class Distances:
    """The sum over all pairs within a group of their distance, a number per pair of candidates."""

    matrix: tuple[tuple[float, ...], ...]


@attrs.frozen
class SizeSpread:
    """The size of the largest group less that of the smallest."""


@attrs.frozen
class TopLoad:
    """The largest number of groups that one person sits in."""


@attrs.frozen
class Loaded:
    """The number of people who sit in at least ``least`` groups."""

    least: int


Term = Covered | SeatWorth | Distances | SizeSpread | TopLoad | Loaded
