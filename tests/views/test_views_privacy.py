"""An attack on the results: no small count of people can be read from them, or told from another."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import lerendwerk_core as lw
from conftest import KNOWN_ANSWERS, ROOT, known_answers
from lerendwerk_core.model.learning import Need
from lerendwerk_core.model.table import Table
from make import read

MINIMUM = 5


def dossiers() -> list[Any]:
    """Return the example and every known scenario."""
    scenarios = sorted((KNOWN_ANSWERS / "scenarios").glob("*.yaml"))
    known = [
        pytest.param(path, marks=pytest.mark.known_answers, id=path.stem) for path in scenarios
    ]
    absent = pytest.param(None, marks=pytest.mark.known_answers, id="scenarios-absent")
    return [pytest.param(ROOT / "examples" / "jeugd", id="example"), *(known or [absent])]


@pytest.fixture(scope="module", params=dossiers())
def dossier(bench: lw.Workbench, request: pytest.FixtureRequest) -> lw.Dossier:
    return bench.read(request.param or known_answers("scenarios"))


def published(bench: lw.Workbench, dossier: lw.Dossier) -> list[str]:
    """Return everything that shows a trajectory to someone."""
    result = bench.run(dossier)
    parts = (result, result.scope, result.learning, result.outcomes, result.composition)
    return [
        result.to_json(),
        *(result.to_text(lang) for lang in ("nl", "en")),
        *(result.to_html(lang=lang) for lang in ("nl", "en")),
        *map(repr, parts),
        *(part._repr_html_() for part in parts if part is not None),
    ]


def with_need(dossier: lw.Dossier, need: Need, **named: int) -> lw.Dossier:
    """Return *dossier* with other counts in *need*."""
    other = attrs.evolve(need, named=Table({**need.named, **named}))
    needs = tuple(other if one.id == need.id else one for one in dossier.needs)
    return attrs.evolve(dossier, needs=needs)


def shifts(dossier: lw.Dossier) -> Iterator[lw.Dossier]:
    """Yield dossiers in which one person moves from one small cell of a need to another."""
    staff = Counter(person.discipline for person in dossier.people)
    for need in dossier.needs:
        small = [cell for cell, count in need.named.items() if 0 < count < MINIMUM]
        for giver in small:
            for taker in small:
                most = min(MINIMUM - 1, staff[taker])
                if giver != taker and need.named[giver] > 1 and need.named[taker] < most:
                    counts = {giver: need.named[giver] - 1, taker: need.named[taker] + 1}
                    yield with_need(dossier, need, **counts)


def hidden(dossier: lw.Dossier) -> Iterator[lw.Dossier]:
    """Yield dossiers in which a need under the minimum has another count under the minimum."""
    staff = Counter(person.discipline for person in dossier.people)
    for need in dossier.needs:
        for cell, count in need.named.items():
            rest = sum(need.named.values()) - count
            for other in range(1, min(MINIMUM - rest, staff[cell] + 1)):
                if rest + count < MINIMUM and other != count:
                    yield with_need(dossier, need, **{cell: other})


def test_moving_someone_between_small_cells_changes_nothing_that_is_shown(
    bench: lw.Workbench, dossier: lw.Dossier
) -> None:
    shown = published(bench, dossier)
    others = list(shifts(dossier))

    assert others
    assert all(published(bench, other) == shown for other in others)


def test_a_need_of_too_few_people_looks_the_same_whatever_its_count(
    bench: lw.Workbench, dossier: lw.Dossier
) -> None:
    shown = published(bench, dossier)
    others = list(hidden(dossier))

    assert others
    assert all(published(bench, other) == shown for other in others)


def test_a_count_that_may_be_shown_does_change_what_is_shown(
    bench: lw.Workbench, dossier: lw.Dossier
) -> None:
    need = next(one for one in dossier.needs if max(one.named.values()) > MINIMUM)
    largest = max(need.named, key=lambda cell: need.named[cell])

    other = with_need(dossier, need, **{largest: need.named[largest] - 1})

    assert published(bench, other)[:5] != published(bench, dossier)[:5]


def test_small_disciplines_have_no_head_count_anywhere(
    bench: lw.Workbench, dossier: lw.Dossier
) -> None:
    staff = Counter(person.discipline for person in dossier.people)
    small = {discipline for discipline, count in staff.items() if count < MINIMUM}
    result = bench.run(dossier)
    shown = result.to_dict()["scope"]["staff"]

    assert small
    assert small <= set(shown["hidden"])
    assert min(shown["shown"].values()) >= MINIMUM
    left = len(dossier.people) - sum(shown["shown"].values())
    assert left >= MINIMUM
    for text in published(bench, dossier)[:5]:
        said = text.replace("&#39;", "'")
        for discipline in small:
            assert not re.search(rf"{discipline}\W{{1,4}}{staff[discipline]}\b", said)


def test_no_mapping_in_the_json_counts_people_of_a_small_discipline(
    bench: lw.Workbench, dossier: lw.Dossier
) -> None:
    named = {cell for need in dossier.needs for cell in need.named}
    counted = [
        (key, value)
        for mapping in mappings(json.loads(bench.run(dossier).to_json()))
        for key, value in mapping.items()
        if key in named and isinstance(value, int | float)
    ]

    assert counted
    assert all(value >= MINIMUM for _, value in counted)


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a JSON document."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value
    for part in inside if isinstance(value, dict | list) else ():
        yield from mappings(part)


def test_a_moment_of_too_few_answers_looks_the_same_whatever_was_answered(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = "outcomes: {{response: {{T0: 15, T1: {n}}}, draagvlak_1_5: {{T0: 3.1, T1: {value}}}}}\n"

    few, fewer, enough = (
        published(bench, read(bench, tmp_path, more.format(n=n, value=value)))
        for n, value in ((4, 4.9), (1, 1.1), (6, 4.9))
    )

    assert few == fewer
    assert few != enough


def test_the_minimum_of_the_dossier_holds_when_it_is_higher(
    bench: lw.Workbench, dossier: lw.Dossier
) -> None:
    strict = attrs.evolve(dossier, minimum_cell=10)

    data = bench.run(strict).to_dict()

    totals = [need["total"] for need in data["needs"]]
    assert all(total is None or total >= 10 for total in totals)
    assert None in totals
    assert all(count >= 10 for count in data["scope"]["staff"]["shown"].values())


def test_needs_show_no_counts_of_their_own(dossier: lw.Dossier) -> None:
    for need in dossier.needs:
        assert not hasattr(need, "to_dict")
        assert not re.search(r"\d", repr(need).replace(need.id, "").replace(str(need.label), ""))
