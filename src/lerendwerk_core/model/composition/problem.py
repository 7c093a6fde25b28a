"""
The composition problem: who is available, which groups there are, what a group must and should be.

Requirements are named and hard or soft; goals are tiers, each reported apart.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

import attrs

from lerendwerk_core.errors import ResultError
from lerendwerk_core.model.composition.goals import GOAL_KINDS, GOALS, Floor, Weighted
from lerendwerk_core.model.composition.proofs import Proof
from lerendwerk_core.model.composition.requirements import REQUIREMENTS
from lerendwerk_core.model.composition.seats import Candidate, GroupSpec
from lerendwerk_core.model.contracts import CompositionGoal, Requirement
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import JSON, Wired, plain, read_back
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Purpose, Spread
from lerendwerk_core.wording import hint_text, problem_text

KIND = "kind"


@attrs.frozen(kw_only=True)
class CompositionProblem:
    """
    Everything a solver needs.

    ``load`` bounds the number of groups per candidate: (0, 1) chooses, (1, 1) places everyone.
    ``goals`` are tiers, most important first: a later one is only weighed where all earlier ones are
    equal. Soft requirements come before all of them. A tier may be ``Weighted``. ``floors`` are goals of
    seats that must reach a number, whatever else is gained.
    """

    candidates: tuple[Candidate, ...]
    groups: tuple[GroupSpec, ...]
    load: tuple[int, int] = (0, 1)
    requirements: tuple[Requirement, ...] = ()
    goals: tuple[CompositionGoal | Weighted, ...] = GOALS
    floors: tuple[Floor, ...] = ()

    def requirements_of(self, group: str) -> tuple[Requirement, ...]:
        """Return the requirements that *group* must meet."""
        return tuple(one for one in self.requirements if not one.groups or group in one.groups)

    def load_of(self, candidate: Candidate) -> tuple[int, int]:
        """Return in how many groups at least and at most *candidate* sits."""
        return candidate.load or self.load

    def to_dict(self) -> JSON:
        """Return the problem in plain JSON types; requirements and goals say their kind."""
        return {
            "format": 1,
            "candidates": plain(self.candidates),
            "groups": plain(self.groups),
            "load": list(self.load),
            "requirements": [_written(one) for one in self.requirements],
            "goals": [_written_tier(one) for one in self.goals],
            "floors": [[_written(one.goal), one.least] for one in self.floors],
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], kinds: tuple[type, ...] = ()) -> Self:
        """
        Return the problem that :meth:`to_dict` wrote.

        *kinds* are requirements and goals of plugins that may stand in it.

        Raises:
            ResultError: It is not what :meth:`to_dict` writes.
        """
        whole = read_back(_Written, data)
        asked, goals = _by_name(*REQUIREMENTS, *kinds), _by_name(*GOAL_KINDS, *kinds)
        return cls(
            candidates=whole.candidates,
            groups=whole.groups,
            load=whole.load,
            requirements=tuple(_read(one, asked) for one in whole.requirements),
            goals=tuple(_read_tier(one, goals) for one in whole.goals),
            floors=tuple(Floor(goal=_read(one, goals), least=least) for one, least in whole.floors),
        )


@attrs.frozen(kw_only=True)
class _Written:
    """The outline of a written problem."""

    format: Literal[1] = 1
    candidates: tuple[Candidate, ...]
    groups: tuple[GroupSpec, ...]
    load: tuple[int, int]
    requirements: tuple[dict[str, Any], ...]
    goals: tuple[dict[str, Any], ...]
    floors: tuple[tuple[dict[str, Any], float], ...] = ()


def _written(one: Any) -> JSON:
    return {KIND: type(one).__name__, **plain(one)}


def _written_tier(one: Any) -> JSON:
    if not isinstance(one, Weighted):
        return _written(one)
    parts = [[_written(goal), weight] for goal, weight in one.parts]
    return {KIND: "Weighted", "key": one.key, "parts": parts}


def _by_name(*kinds: type) -> dict[str, type]:
    return {kind.__name__: kind for kind in kinds}


def _read(data: Mapping[str, Any], known: Mapping[str, type]) -> Any:
    name = str(data.get(KIND, ""))
    if name not in known:
        said, there = problem_text("unknown-word", value=name), hint_text("known", known=[*known])
        raise ResultError(Text(f"{said.nl} {there.nl}", f"{said.en} {there.en}"))
    return read_back(known[name], {key: value for key, value in data.items() if key != KIND})


def _read_tier(data: Mapping[str, Any], known: Mapping[str, type]) -> Any:
    if data.get(KIND) != "Weighted":
        return _read(data, known)
    whole = read_back(_WrittenTier, data)
    return Weighted(
        key=whole.key, parts=tuple((_read(goal, known), weight) for goal, weight in whole.parts)
    )


@attrs.frozen(kw_only=True)
class _WrittenTier:
    """The outline of a written tier of several goals."""

    kind: str
    parts: tuple[tuple[dict[str, Any], float], ...]
    key: str = "weighted"


@attrs.frozen(kw_only=True)
class Seating:
    """
    What a solver returns: the members of each group, why it stopped, and what it can prove.

    ``stopped_by`` is ``proof`` (nothing better can be), ``effort`` (no improvement left within the
    effort asked), ``time`` or ``cancel``. ``proofs`` bound the wishes and the tiers, each while those
    before it keep their value. ``impossible`` says that no seating at all can be, and was proven.
    """

    members: Table[str, tuple[str, ...]]
    stopped_by: str
    seed: int
    proofs: tuple[Proof, ...] = ()
    impossible: bool = False


@attrs.frozen(kw_only=True)
class ComposeRequest(Wired):
    """What a dossier asks of the composer."""

    groups: int
    size: tuple[int, int]
    per: Spread | None = None
    purpose: Purpose = Purpose.ORGANISATION
    load: tuple[int, int] = (0, 1)
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    fixed: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    excluded: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    seed: int = 0
    effort: str = "normal"
