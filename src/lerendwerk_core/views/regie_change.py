"""What another regie model would change, in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping

from lerendwerk_core.model.raci import CELLS, CellMove
from lerendwerk_core.model.regie import Demand
from lerendwerk_core.regie import RegieComparison
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.views.answers.phrases import chain, listed, percentage, signed
from lerendwerk_core.vocabulary import MunicipalPart
from lerendwerk_core.wording import page_text


def comparison_lines(
    found: RegieComparison, words: Mapping[str, Text], lang: Lang, width: int
) -> Iterator[str]:
    """Yield what changes for one arrangement, in at most *width* columns; *words* name the parties."""
    degree = signed(round(found.degree_after - found.degree_before, 3))
    scope = Text.of(found.area) if found.area else page_text("regie-whole")
    title = page_text(
        "compare-title",
        scope=scope,
        before=found.label_before,
        after=found.label_after,
        was=found.degree_before,
        will=found.degree_after,
        change=degree,
    )
    yield from textwrap.wrap(title.in_(lang), width)
    for heading, texts in _parts(found, words):
        if texts:
            yield from textwrap.wrap(page_text(heading).in_(lang), width, initial_indent="  ")
            for text in texts:
                yield from textwrap.wrap(
                    text.in_(lang), width, initial_indent="  - ", subsequent_indent="    "
                )


def _parts(found: RegieComparison, words: Mapping[str, Text]) -> Iterator[tuple[str, list[Text]]]:
    """Yield every kind of change under its heading."""
    yield "compare-missing", list(found.missing)
    yield (
        "compare-rights",
        [
            page_text(
                "compare-right",
                right=one.right.label,
                before=one.before.label,
                after=one.after.label,
            )
            for one in found.rights
        ],
    )
    yield "compare-seats-added", [_seat(one, words) for one in found.seats_added]
    yield "compare-seats-dropped", [_seat(one, words) for one in found.seats_dropped]
    yield "compare-activities", [_cell(one, words) for one in found.activities]
    yield "compare-steps", [_cell(one, words) for one in found.steps]
    yield (
        "compare-paths",
        [
            page_text("compare-path", before=_way(one.before, words), after=_way(one.after, words))
            for one in found.accountability
        ],
    )
    yield "compare-unlearn", list(found.unlearn)


def _seat(one: Demand, words: Mapping[str, Text]) -> Text:
    part = MunicipalPart.read(one.value)
    who = part.label if part else _named(one.value, words)
    if one.max_share is not None:
        who = who if one.value else page_text("compare-anyone")
        return page_text("compare-share", who=who, share=percentage(one.max_share))
    if one.maximum is not None:
        return page_text("compare-seats", who=who, least=one.minimum, most=one.maximum)
    return page_text("compare-seat", who=who, least=one.minimum)


def _cell(one: CellMove, words: Mapping[str, Text]) -> Text:
    return page_text(
        "compare-cell",
        row=_named(one.row, words),
        cell=CELLS[one.cell],
        before=_all(one.before, words),
        after=_all(one.after, words),
    )


def _all(parties: tuple[str, ...], words: Mapping[str, Text]) -> Text:
    return listed([_named(one, words) for one in parties]) if parties else page_text("label-nobody")


def _way(path: tuple[str, ...], words: Mapping[str, Text]) -> Text:
    return chain([_named(one, words) for one in path])


def _named(key: str, words: Mapping[str, Text]) -> Text:
    return words.get(key, Text.of(key))
