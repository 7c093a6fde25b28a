"""Areas that divide the territory, against a count of every point of it; the past of arrangements."""

from __future__ import annotations

import datetime as dt
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regie_dossiers import REGIE, arranged, governed

import lerendwerk_core as lw
import make
from lerendwerk_core.model.people import Area
from lerendwerk_core.model.regie import Arrangement
from lerendwerk_core.regie.territory import territory
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation

AREAS = ("noord", "zuid")
ACTS = (Decentralisation.JEUGDWET, Decentralisation.WMO)
STEPS = ("s1", "s2")

arrangements = st.builds(
    Arrangement,
    model=st.sampled_from(["volledige_regie", "arrangeur"]),
    area=st.sampled_from(["", *AREAS]),
    act=st.sampled_from([None, *ACTS]),
    services=st.one_of(
        st.none(), st.lists(st.sampled_from(STEPS), min_size=1, unique=True).map(tuple)
    ),
)


def points(one: Arrangement) -> set[tuple[str, str, str]]:
    """Every area, act and step that an arrangement holds for; ``z`` is any other step."""
    return {
        (area, act.value, step)
        for area in ((one.area,) if one.area else AREAS)
        for act in ((one.act,) if one.act else ACTS)
        for step in (one.services or (*STEPS, "z"))
    }


@given(st.lists(arrangements, max_size=4))
def test_overlaps_and_holes_are_those_of_the_points(
    bench: lw.Workbench, held: list[Arrangement]
) -> None:
    dossier = lw.Dossier(
        id="x",
        areas=tuple(Area(id=one, label=Text.of(one)) for one in AREAS),
        arrangements=tuple(held),
    )

    found = territory(dossier, bench.catalogue.models)

    overlap = any(points(one) & points(other) for one, other in combinations(held, 2))
    assert bool(found.overlaps) == overlap
    dividing = {one.act for one in held if one.model == "arrangeur"}
    for area in AREAS:
        for act in dividing - {None}:
            assert act is not None
            nowhere = not any((one.area in ("", area)) and one.act in (None, act) for one in held)
            assert nowhere == any(hole.area == area and hole.act is act for hole in found.holes)
    assert {hole.act for hole in found.holes} <= dividing


def test_without_a_model_that_divides_no_hole_is_one(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = arranged(bench, tmp_path, "model: volledige_regie, area: noord")

    found, codes = governed(bench, dossier)

    assert found.territory.holes == ()
    assert "area-without" not in codes


def test_an_arranger_with_an_area_without_arrangement(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = arranged(bench, tmp_path, "model: arrangeur, area: noord, partner: cp")

    found, codes = governed(bench, dossier)

    assert [hole.area for hole in found.territory.holes] == ["zuid"]
    assert "area-without" in codes


def test_the_same_area_for_other_steps_is_no_overlap(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = arranged(
        bench,
        tmp_path,
        "model: arrangeur, partner: cp, services: [s1, s2]",
        "model: netwerkpartner, partners: [cp, los, sub], services: [s3]",
    )

    found, codes = governed(bench, dossier)

    assert found.territory.overlaps == ()
    assert "area-twice" not in codes
    assert len(found.arrangements) == 2


def test_parts_of_areas_divide_the_territory(bench: lw.Workbench, tmp_path: Path) -> None:
    base = REGIE.replace(
        "areas: [{id: noord, nl: Noord}, {id: zuid, nl: Zuid}]",
        "areas: [{id: noord, parts: [w1, w2]}, {id: zuid, parts: [w2, w3]}]",
    )
    more = "regie: {territory: [w1, w2, w3, w4], arrangements: [{model: arrangeur, partner: cp}]}\n"

    found, codes = governed(bench, make.read(bench, tmp_path, more, base))

    assert found.territory.parts_twice == ("w2",)
    assert found.territory.parts_nowhere == ("w4",)
    assert {"part-twice", "part-nowhere"} <= codes


HISTORY = """
regie:
  arrangements:
    - {{model: netwerkpartner, partners: [cp, los], since: {since}, rationale: "samen"}}
  history:
    - {{model: volledige_regie, since: 2019-01-01, until: 2022-01-01}}
    - {{model: arrangeur, partner: oud, since: 2022-01-01, until: 2024-01-01, rationale: "dichtbij"}}
"""


@pytest.mark.parametrize(
    ("since", "gap", "code"),
    [
        ("2024-01-01", 0, None),
        ("2024-01-11", 10, "history-gap"),
        ("2023-12-31", -1, "history-overlap"),
    ],
)
def test_the_past_is_told_change_by_change(
    bench: lw.Workbench, tmp_path: Path, since: str, gap: int, code: str | None
) -> None:
    dossier = make.read(bench, tmp_path, HISTORY.format(since=since), REGIE)

    found, codes = governed(bench, dossier)

    first, second = found.history
    assert (first.before, first.after, first.gap_days) == ("volledige_regie", "arrangeur", 0)
    assert (first.degree_before, first.degree_after) == (0.833, 0.542)
    assert (second.before, second.after) == ("arrangeur", "netwerkpartner")
    assert second.date == dt.date.fromisoformat(since)
    assert second.gap_days == gap
    assert second.rationale == Text.of("samen")
    assert codes & {"history-gap", "history-overlap"} == ({code} if code else set())


def test_a_model_of_the_past_may_be_gone_and_has_no_degree(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = HISTORY.format(since="2024-01-01").replace("volledige_regie", "inkoop_van_toen")

    found, _ = governed(bench, make.read(bench, tmp_path, more, REGIE))

    assert found.history[0].before == "inkoop_van_toen"
    assert found.history[0].degree_before is None


def test_an_arrangement_that_ends_before_it_begins_is_wrong(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = HISTORY.format(since="2024-01-01").replace("until: 2022-01-01", "until: 2018-01-01")

    with pytest.raises(lw.DossierError) as raised:
        make.read(bench, tmp_path, more, REGIE)

    assert [one.code for one in raised.value.problems] == ["until-before-since"]


def test_regie_comes_back_as_it_went(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = make.read(bench, tmp_path, HISTORY.format(since="2024-01-11"), REGIE)

    found = bench.govern(dossier)

    assert lw.regie.Regie.from_dict(found.to_dict()) == found
