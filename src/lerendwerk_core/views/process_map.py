"""
The map of a work process as SVG: lanes as bands, steps from left to right, borders visible.

Columns follow the longest way to a step, bands the discipline that leads it; two steps that would
share a place stand under each other. All text is escaped; there is no script and no style from
elsewhere.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from html import escape as escaped

import attrs

from lerendwerk_core.process.map import StepFigures, VersionFigures
from lerendwerk_core.text import Lang, number
from lerendwerk_core.vocabulary import Rung, Stance
from lerendwerk_core.wording import page_text

BOX_WIDTH, BOX_HEIGHT = 132, 62
COLUMN, ROW = 172, 92
LEFT, TOP, PADDING = 150, 34, 15
LINE, LABEL_LINES, LABEL_WIDTH = 13, 3, 21
# XML has no place for these, not even escaped.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


@attrs.frozen
class Place:
    """The upper left corner of a step."""

    x: float
    y: float

    @property
    def middle(self) -> float:
        """The height of the middle of the box."""
        return self.y + BOX_HEIGHT / 2


@attrs.frozen
class Lane:
    """A band: who leads in it, from where to where it runs."""

    discipline: str
    organisation: str
    top: float
    height: float


@attrs.frozen
class Layout:
    """Where everything stands."""

    lanes: tuple[Lane, ...]
    places: dict[str, Place]
    width: float
    height: float


def escape(words: str) -> str:
    """Return *words* as text in XML."""
    return escaped(_CONTROL.sub("", words))


def layout(figures: VersionFigures) -> Layout:
    """Return the place of every lane and step."""
    leads = dict.fromkeys((step.organisation, step.lead) for step in figures.step_list)
    organisations = list(dict.fromkeys(organisation for organisation, _ in leads))
    order = sorted(leads, key=lambda lead: organisations.index(lead[0]))
    lanes: list[Lane] = []
    places: dict[str, Place] = {}
    top = float(TOP)
    for organisation, discipline in order:
        own = [
            s for s in figures.step_list if (s.organisation, s.lead) == (organisation, discipline)
        ]
        rows = _rows(own)
        for step in own:
            y = top + PADDING + rows[step.id] * ROW
            places[step.id] = Place(LEFT + PADDING + step.rank * COLUMN, y)
        height = (max(rows.values()) + 1) * ROW
        lanes.append(Lane(discipline, organisation, top, height))
        top += height
    columns = max((step.rank for step in figures.step_list), default=0) + 1
    return Layout(tuple(lanes), places, LEFT + columns * COLUMN, top + PADDING)


def _rows(steps: Sequence[StepFigures]) -> dict[str, int]:
    """Return the row of every step within its lane: the first that is free in its column."""
    taken: set[tuple[int, int]] = set()
    rows = {}
    for step in steps:
        row = next(row for row in range(len(steps)) if (step.rank, row) not in taken)
        taken.add((step.rank, row))
        rows[step.id] = row
    return rows


def process_map(figures: VersionFigures, lang: Lang) -> str:
    """Return the SVG of one version of a process in *lang*."""
    where = layout(figures)
    title = page_text("label-map").in_(lang)
    legend = page_text("map-legend").in_(lang)
    name = f"map-{figures.version}"
    head = (
        f'<svg class="map" viewBox="0 0 {where.width:g} {where.height:g}" width="{where.width:g}" '
        f'height="{where.height:g}" role="img" aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{escape(title)} {figures.version}</title>'
        f'<desc id="{name}-desc">{escape(legend)}</desc>'
    )
    marker = (
        f'<defs><marker id="{name}-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" '
        'markerHeight="7" orient="auto" markerUnits="userSpaceOnUse">'
        '<path d="M0 0 8 4 0 8z" class="tip"/></marker></defs>'
    )
    parts = [
        *_lanes(where, lang),
        *_edges(figures, where, f"{name}-tip"),
        *_steps(figures, where, lang),
    ]
    return "".join((head, marker, *parts, "</svg>"))


def _lanes(where: Layout, lang: Lang) -> Iterator[str]:
    for place, lane in enumerate(where.lanes):
        kind = "lane odd" if place % 2 else "lane"
        yield (
            f'<rect class="{kind}" x="0" y="{lane.top:g}" width="{where.width:g}" '
            f'height="{lane.height:g}"/>'
        )
        discipline = lane.discipline.replace("_", " ") or page_text("label-nobody").in_(lang)
        middle = lane.top + lane.height / 2
        lines = textwrap.wrap(discipline, 20)[:3]
        for line, words in enumerate(lines):
            y = middle + (line - len(lines) / 2) * LINE
            yield f'<text class="lead" x="10" y="{y:g}">{escape(words)}</text>'
        if lane.organisation:
            y = middle + (len(lines) / 2) * LINE + 2
            yield f'<text class="org" x="10" y="{y:g}">{escape(lane.organisation)}</text>'


def _edges(figures: VersionFigures, where: Layout, tip: str) -> Iterator[str]:
    for one in figures.main_path:
        crossing = one.border is Rung.OTHER_ORGANISATION
        yield _edge(where, one.source, one.target, "edge border" if crossing else "edge", tip)
    for branch in figures.branches:
        yield _edge(where, branch.source, branch.target, "edge branch", tip, branch.label)


def _edge(where: Layout, source: str, target: str, kind: str, tip: str, label: str = "") -> str:
    start, end = where.places[source], where.places[target]
    x1, y1 = start.x + BOX_WIDTH, start.middle
    x2, y2 = end.x, end.middle
    if x2 > x1:
        bend = min(COLUMN, (x2 - x1) / 2 + 8)
        path = f"M{x1:g} {y1:g}C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
    else:
        # Back to an earlier column: out at the top of the one, in at the top of the other.
        x1, x2 = start.x + BOX_WIDTH / 2, end.x + BOX_WIDTH / 2
        rise = min(start.y, end.y) - 22
        path = f"M{x1:g} {start.y:g}C{x1:g} {rise:g} {x2:g} {rise:g} {x2:g} {end.y:g}"
    title = f"<title>{escape(label)}</title>" if label else ""
    return f'<path class="{kind}" d="{path}" marker-end="url(#{tip})">{title}</path>'


def _steps(figures: VersionFigures, where: Layout, lang: Lang) -> Iterator[str]:
    for step in figures.step_list:
        place = where.places[step.id]
        kind = {Stance.VOOR: "voor", Stance.DAT: "dat", None: "plain"}[step.stance]
        label = step.label.in_(lang)
        lines = textwrap.wrap(label, LABEL_WIDTH)
        if len(lines) > LABEL_LINES:
            lines = [*lines[: LABEL_LINES - 1], lines[LABEL_LINES - 1][: LABEL_WIDTH - 1] + "…"]
        yield f'<g class="step {kind}"><title>{escape(f"{step.id}: {label}")}</title>'
        yield (
            f'<rect x="{place.x:g}" y="{place.y:g}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6"/>'
        )
        first = place.middle - (len(lines) - 1) * LINE / 2 + 4
        for line, words in enumerate(lines):
            y = first + line * LINE
            yield f'<text x="{place.x + 7:g}" y="{y:g}">{escape(words)}</text>'
        if step.wait:
            waiting = page_text("label-waiting", days=number(step.wait, lang)).in_(lang)
            yield (
                f'<text class="wait" x="{place.x + BOX_WIDTH:g}" y="{place.y + BOX_HEIGHT + 12:g}" '
                f'text-anchor="end">{escape(waiting)}</text>'
            )
        yield "</g>"
