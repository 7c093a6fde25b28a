"""What one reading has found: problems, definitions, references, near misses."""

from __future__ import annotations

import difflib
from collections.abc import Collection
from typing import Any, Final, Protocol

import attrs

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.sources.nodes import MAX_PROBLEMS, Node
from lerendwerk_core.text import Text
from lerendwerk_core.wording import hint_text, problem_text

SHORT_LIST = 20


LONGEST_NEAR_MISS = 60


MOST_NEAR_MISSES = 2000


class _Failed:
    """The value of a node that could not be read."""

    def __repr__(self) -> str:
        return "FAILED"


FAILED: Final = _Failed()


@attrs.frozen
class _Reference:
    kind: str
    key: str
    mark: Mark


@attrs.define
class Reading:
    """What one reading has found so far: problems, definitions and references between them."""

    problems: list[Problem] = attrs.field(factory=list)
    headcounts: list[tuple[str, int, Mark]] = attrs.field(factory=list)
    _defined: dict[str, dict[str, Mark | None]] = attrs.field(factory=dict)
    _references: list[_Reference] = attrs.field(factory=list)

    def wrong(self, mark: Mark, code: str, near: Text | None = None, **values: object) -> _Failed:
        """
        Note the problem *code* at *mark*.

        Raises:
            DossierError: There are so many problems that more would help nobody.
        """
        self.noted(mark, code, problem_text(code, **values), near)
        return FAILED

    def noted(self, mark: Mark, code: str, message: Text, near: Text | None = None) -> None:
        """
        Note a problem whose words are known.

        Raises:
            DossierError: There are so many problems that more would help nobody.
        """
        self.problems.append(Problem(mark, code, message, near))
        if len(self.problems) >= MAX_PROBLEMS:
            raise DossierError(tuple(self.problems))

    def define(self, kind: str, key: str, mark: Mark | None = None) -> None:
        """Note that *key* of *kind* exists; a second one in the document is a problem."""
        known = self._defined.setdefault(kind, {})
        first = known.get(key)
        if first is not None and mark is not None:
            self.wrong(mark, "duplicate-id", kind=_kind(kind), key=key, first=first)
        known[key] = known.get(key) or mark

    def defined(self, kind: str) -> tuple[str, ...]:
        """Return everything of *kind* that exists."""
        return tuple(self._defined.get(kind, ()))

    def refer(self, kind: str, key: str, mark: Mark) -> None:
        """Note that *key* of *kind* is meant at *mark*."""
        self._references.append(_Reference(kind, key, mark))

    def expect(self, kind: str) -> None:
        """Note that references to *kind* are to be checked, even if nothing defines one."""
        self._defined.setdefault(kind, {})

    def check_references(self) -> None:
        """Note every reference to something that nobody defined."""
        for one in self._references:
            known = self._defined.get(one.kind)
            if known is not None and one.key not in known:
                near = near_miss(one.key, known)
                self.wrong(one.mark, "unknown-reference", near, kind=_kind(one.kind), key=one.key)

    def finish(self) -> None:
        """
        Check the references and raise if anything was wrong.

        Raises:
            DossierError: With every problem.
        """
        self.check_references()
        if self.problems:
            raise DossierError(tuple(self.problems))


def near_miss(word: str, known: Collection[str]) -> Text | None:
    """Return the hint that names what *word* was probably meant to be, if anything comes near."""
    if len(word) > LONGEST_NEAR_MISS or len(known) > MOST_NEAR_MISSES:
        return None
    options = sorted(set(known))
    close = difflib.get_close_matches(word, options, n=1, cutoff=0.6)
    if close:
        return hint_text("near-miss", near=close[0])
    return hint_text("known", known=options[:12]) if 0 < len(options) <= SHORT_LIST else None


def _kind(kind: str) -> Text:
    return hint_text(f"kind-{kind}")


class Shape(Protocol):
    """Something that reads nodes."""

    def read(self, node: Node, reading: Reading) -> Any:
        """Return the value of *node*, or note what is wrong and return :data:`FAILED`."""

    def schema(self) -> dict[str, Any]:
        """Return the JSON Schema (draft-07) of the shape."""
