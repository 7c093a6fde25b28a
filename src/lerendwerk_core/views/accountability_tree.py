"""Who answers to whom as a tree, with the council at its root."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from lerendwerk_core.text import Lang, Text


@attrs.frozen(kw_only=True)
class Branch:
    """A party, and those who answer to it."""

    party: str
    label: Text
    below: tuple[Branch, ...]


def tree(paths: Iterable[tuple[str, ...]], labels: Mapping[str, Text]) -> tuple[Branch, ...]:
    """Return the tree that *paths* make, each from a party up to the root; one root is one branch."""
    nested: dict[str, dict[str, object]] = {}
    for path in paths:
        at: dict[str, dict[str, object]] = nested
        for party in reversed(path):
            at = at.setdefault(party, {})  # type: ignore[assignment]
    return _branches(nested, labels)


def _branches(nested: Mapping[str, object], labels: Mapping[str, Text]) -> tuple[Branch, ...]:
    return tuple(
        Branch(
            party=party,
            label=labels.get(party, Text.of(party)),
            below=_branches(below, labels) if isinstance(below, Mapping) else (),
        )
        for party, below in nested.items()
    )


def tree_lines(
    branches: tuple[Branch, ...], lang: Lang, width: int, indent: str = ""
) -> Iterator[str]:
    """Yield the tree as text, in at most *width* columns."""
    for at, one in enumerate(branches):
        last = at == len(branches) - 1
        yield f"{indent}{'└─ ' if last else '├─ '}{one.label.in_(lang)}"[:width]
        yield from tree_lines(one.below, lang, width, indent + ("   " if last else "│  "))
