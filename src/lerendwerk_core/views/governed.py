"""Regie in words: who holds which right, who answers to whom, who does what by the model."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lerendwerk_core.regie.govern import ArrangementFigures
from lerendwerk_core.text import Lang
from lerendwerk_core.views.accountability_tree import tree, tree_lines
from lerendwerk_core.views.answers import scope_of
from lerendwerk_core.views.raci_matrix import raci_lines, raci_matrix
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import DecisionRight, Holder
from lerendwerk_core.wording import page_text


def governed_lines(shown: Shown, lang: Lang, width: int) -> Iterator[str]:
    """Yield what there is to say about the regie beside its points, in at most *width* columns."""
    told: set[str] = set()
    for one in shown.regie.arrangements:
        yield ""
        yield from _rights_lines(one, lang, width)
        yield ""
        yield page_text("tree-title", scope=scope_of(one)).in_(lang)[:width]
        branches = tree(one.accountability.values(), shown.regie.parties)
        yield from tree_lines(branches, lang, width)
        if one.model not in told:
            told.add(one.model)
            title = page_text("raci-model-title", model=one.label)
            yield from ("", *textwrap.wrap(title.in_(lang), width))
            yield from raci_lines(raci_matrix(one.raci, shown.regie.words), lang, width)


def rights_by_holder(
    one: ArrangementFigures,
) -> tuple[tuple[Holder, tuple[DecisionRight, ...]], ...]:
    """Return who holds which rights, the holder with the largest municipal share first."""
    held = dict.fromkeys(sorted(one.rights.values(), key=lambda holder: -holder.share))
    return tuple(
        (holder, tuple(right for right, by in one.rights.items() if by is holder))
        for holder in held
    )


def _rights_lines(one: ArrangementFigures, lang: Lang, width: int) -> Iterator[str]:
    title = page_text("rights-title", scope=scope_of(one), degree=one.steering_degree)
    yield from textwrap.wrap(title.in_(lang), width)
    for holder, rights in rights_by_holder(one):
        words = ", ".join(right.label.in_(lang) for right in rights)
        line = page_text("rights-held", holder=holder.label, share=holder.share).in_(lang)
        yield from textwrap.wrap(
            f"{line} {words}", width, initial_indent="  ", subsequent_indent="    "
        )
