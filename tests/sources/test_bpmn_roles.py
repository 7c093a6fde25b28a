"""Whose a node is: the rungs of the ladder, from a lane that lists it down to what it says itself."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from drawings import (
    bounds,
    definitions,
    drawn,
    found,
    lane,
    lanes,
    nodes,
    picture,
    pool,
    sheet,
    tasks,
)

from lerendwerk_core.model.drawing import Drawing, DrawnNode
from lerendwerk_core.vocabulary import RoleFrom


def node(drawing: Drawing, key: str) -> DrawnNode:
    return next(one for one in drawing.nodes if one.id == key)


def standing(drawing: Drawing, key: str) -> tuple[str, str]:
    """Return the role of a node and the rung it comes from."""
    return node(drawing, key).role, node(drawing, key).role_from.value


def boundary(key: str, host: str) -> str:
    return f'<boundaryEvent id="{key}" name="{key}" attachedToRef="{host}"/>'


def in_pool(inside: str, *more: str, name: str = "Gemeente") -> str:
    return definitions(f'<process id="p">{inside}</process>{pool(name)}{"".join(more)}')


def test_the_deepest_lane_that_lists_a_node_counts(tmp_path: Path) -> None:
    deep = f"<childLaneSet>{lane('Jurist', 'a')}</childLaneSet>"
    text = in_pool(f"<laneSet>{lane('Afdeling', 'a b', deep)}</laneSet>{tasks('a', 'b')}")

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "a") == ("Jurist", "lane")
    assert standing(drawing, "b") == ("Afdeling", "lane")
    assert [(one.id, one.parent) for one in drawing.lanes] == [
        ("lane-Afdeling", ""),
        ("lane-Jurist", "lane-Afdeling"),
    ]


def test_a_lane_without_a_name_takes_that_of_the_nearest_around_it(tmp_path: Path) -> None:
    deepest = f"<childLaneSet>{lane('', 'a')}</childLaneSet>"
    deep = f'<childLaneSet><lane id="x">{deepest}</lane></childLaneSet>'
    text = in_pool(f"<laneSet>{lane('Afdeling', '', deep)}</laneSet>{tasks('a')}")

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "a") == ("Afdeling", "lane")
    assert node(drawing, "a").lane == "lane-"


def test_where_no_lane_around_has_a_name_the_pool_is_the_role(tmp_path: Path) -> None:
    drawing = sheet(tmp_path, in_pool(f"<laneSet>{lane('', 'a')}</laneSet>{tasks('a')}"))

    assert standing(drawing, "a") == ("Gemeente", "pool")
    assert (node(drawing, "a").lane, node(drawing, "a").lane_from) == ("lane-", RoleFrom.LANE)


def test_a_boundary_event_has_the_lane_of_what_it_hangs_on(tmp_path: Path) -> None:
    text = in_pool(lanes(Jurist="a") + boundary("e", "p:a") + tasks("a"))

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "e") == ("Jurist", "host")
    assert node(drawing, "e").host == "a"


def test_a_boundary_event_listed_in_two_lanes_is_in_that_of_its_host(tmp_path: Path) -> None:
    text = in_pool(lanes(Arts="e", Jurist="a e") + tasks("a") + boundary("e", "a"))

    assert standing(sheet(tmp_path, text), "e") == ("Jurist", "lane")


def test_of_two_lanes_the_one_in_which_a_node_is_drawn_counts(tmp_path: Path) -> None:
    shapes = bounds("lane-Arts", 0, 0, 400, 100), bounds("lane-Jurist", 0, 100, 400, 100)
    text = in_pool(
        lanes(Arts="a b", Jurist="a b") + tasks("a", "b"),
        picture(*shapes, bounds("a", 10, 110, 80, 80)),
    )

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "a") == ("Jurist", "lane")
    assert standing(drawing, "b") == ("Arts", "lane")


def test_that_a_node_is_listed_twice_is_found(tmp_path: Path) -> None:
    text = in_pool(lanes(Arts="a", Jurist="a") + tasks("a"))

    assert ("drawing-two-lanes", "a") in found(drawn(tmp_path, text))


def test_what_is_in_a_sub_process_has_its_lane_whatever_the_picture_shows(tmp_path: Path) -> None:
    inside = (
        f'<subProcess id="s">{tasks("x")}<subProcess id="t">{tasks("y")}</subProcess></subProcess>'
    )
    shapes = bounds("lane-Arts", 0, 0, 400, 100), bounds("x", 10, 10, 80, 80)
    text = in_pool(lanes(Arts="", Jurist="s") + inside, picture(*shapes))

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "x") == standing(drawing, "y") == ("Jurist", "sub-process")


def test_a_lane_may_list_what_is_in_a_sub_process(tmp_path: Path) -> None:
    text = in_pool(lanes(Arts="x", Jurist="s") + f'<subProcess id="s">{tasks("x")}</subProcess>')

    assert standing(sheet(tmp_path, text), "x") == ("Arts", "lane")


def test_a_sub_process_may_have_lanes_of_its_own(tmp_path: Path) -> None:
    inside = lanes(Arts="x") + tasks("x", "y")
    text = in_pool(lanes(Jurist="s x") + f'<subProcess id="s">{inside}</subProcess>')

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "x") == ("Arts", "lane")
    assert standing(drawing, "y") == ("Jurist", "sub-process")


def test_what_no_lane_lists_is_in_the_lane_it_is_drawn_in(tmp_path: Path) -> None:
    shapes = bounds("lane-Arts", 0, 0, 400, 100), bounds("lane-Jurist", 0, 100, 400, 100)
    text = in_pool(
        lanes(Arts="", Jurist="") + tasks("a") + nodes("endEvent", "b", "c"),
        picture(*shapes, bounds("a", 10, 110, 80, 80), bounds("b", 390, 20, 30, 30)),
    )

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "a") == ("Jurist", "geometry")
    assert standing(drawing, "b") == ("Gemeente", "pool")  # its middle is outside
    assert standing(drawing, "c") == ("Gemeente", "pool")
    assert ("drawing-by-place", "a") in found(drawn(tmp_path, text))


@pytest.mark.parametrize(
    "nested", [True, False], ids=["nested in the file", "nested in the picture"]
)
def test_of_lanes_around_each_other_the_innermost_counts(tmp_path: Path, nested: bool) -> None:
    inner = lane("Jurist", "")
    both = lane("Afdeling", "", f"<childLaneSet>{inner}</childLaneSet>")
    shapes = bounds("lane-Afdeling", 0, 0, 400, 200), bounds("lane-Jurist", 30, 100, 370, 100)
    sets = both if nested else lane("Afdeling", "") + inner
    text = in_pool(
        f"<laneSet>{sets}</laneSet>{tasks('a')}", picture(*shapes, bounds("a", 50, 110, 80, 80))
    )

    assert standing(sheet(tmp_path, text), "a") == ("Jurist", "geometry")


def test_lanes_may_stand_upright(tmp_path: Path) -> None:
    shapes = bounds("lane-Arts", 0, 0, 100, 900), bounds("lane-Jurist", 100, 0, 100, 900)
    text = in_pool(
        lanes(Arts="", Jurist="") + tasks("a"), picture(*shapes, bounds("a", 110, 700, 80, 80))
    )

    assert standing(sheet(tmp_path, text), "a") == ("Jurist", "geometry")


def test_lanes_that_overlap_say_nothing(tmp_path: Path) -> None:
    shapes = bounds("lane-Arts", 0, 0, 400, 120), bounds("lane-Jurist", 0, 80, 400, 120)
    text = in_pool(
        lanes(Arts="", Jurist="") + tasks("a"), picture(*shapes, bounds("a", 10, 90, 20, 20))
    )

    assert standing(sheet(tmp_path, text), "a") == ("Gemeente", "pool")


def test_places_are_compared_within_one_picture_only(tmp_path: Path) -> None:
    shapes = picture(bounds("lane-Arts", 0, 0, 400, 100))
    text = in_pool(
        lanes(Arts="") + tasks("a", "b"),
        shapes,
        picture(bounds("a", 10, 10, 80, 80)),
        picture(bounds("lane-Arts", 500, 0, 400, 100), bounds("b", 510, 10, 80, 80)),
    )

    drawing = sheet(tmp_path, text)

    assert standing(drawing, "a") == ("Gemeente", "pool")
    assert standing(drawing, "b") == ("Arts", "geometry")


def test_a_lane_of_another_pool_says_nothing(tmp_path: Path) -> None:
    text = definitions(
        f'<process id="p">{tasks("a")}</process><process id="q">{lanes(Arts="")}</process>'
        + pool("Gemeente")
        + picture(bounds("lane-Arts", 0, 0, 400, 100), bounds("a", 10, 10, 80, 80))
    )

    assert standing(sheet(tmp_path, text), "a") == ("Gemeente", "pool")


def test_a_process_without_pool_and_lanes_may_be_drawn_in_those_of_another(tmp_path: Path) -> None:
    text = definitions(
        f'<process id="p">{tasks("a")}</process><process id="q">{lanes(Arts="")}</process>'
        + picture(bounds("lane-Arts", 0, 0, 400, 100), bounds("a", 10, 10, 80, 80))
    )

    assert standing(sheet(tmp_path, text), "a") == ("Arts", "geometry")


def test_of_two_pools_of_a_process_the_first_with_a_name_counts(tmp_path: Path) -> None:
    pools = '<collaboration><participant id="x" processRef="p"/></collaboration>' + pool("Gemeente")

    drawing = sheet(tmp_path, definitions(f'<process id="p">{tasks("a")}</process>{pools}'))

    assert standing(drawing, "a") == ("Gemeente", "pool")


def candidate(inside: str = "", attributes: str = "") -> str:
    spaces = 'xmlns:c="http://camunda.org/schema/1.0/bpmn" xmlns:z="urn:zeebe"'
    return (
        f'<process id="p"><userTask id="a" name="A" {spaces} {attributes}>{inside}</userTask></process>'
        '<resource id="r" name="Jurist"/>'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (candidate(attributes='c:candidateGroups="jurist, arts"'), ("jurist", "arts")),
        (candidate(attributes='c:assignee="loket"'), ("loket",)),
        (candidate(attributes='c:assignee="loket" c:candidateGroups="arts"'), ("arts",)),
        (
            candidate(
                '<extensionElements><z:assignmentDefinition candidateGroups="arts"/></extensionElements>'
            ),
            ("arts",),
        ),
        (
            candidate("<potentialOwner><resourceRef>t:r</resourceRef></potentialOwner>"),
            ("Jurist",),
        ),
        (candidate("<performer><resourceRef>weg</resourceRef></performer>"), ("weg",)),
        (candidate('<performer name="Arts"/>'), ("Arts",)),
        (
            candidate(
                "<potentialOwner><resourceAssignmentExpression><formalExpression>"
                "user(x), group(arts), group(jurist)"
                "</formalExpression></resourceAssignmentExpression></potentialOwner>"
            ),
            ("arts", "jurist"),
        ),
    ],
)
def test_without_lane_and_pool_the_candidates_perform(
    tmp_path: Path, text: str, said: tuple[str, ...]
) -> None:
    read = drawn(tmp_path, definitions(text))

    assert read.drawing is not None
    assert node(read.drawing, "a").candidates == said
    assert standing(read.drawing, "a") == (said[0], "candidates")
    assert read.process.steps[0].performers == said


def test_an_expression_is_a_candidate_but_no_role(tmp_path: Path) -> None:
    text = candidate(attributes='c:candidateGroups="${wie(a, b)}"')

    drawing = sheet(tmp_path, definitions(text))

    assert node(drawing, "a").candidates == ("${wie(a, b)}",)
    assert standing(drawing, "a") == ("", "none")


def test_a_pool_goes_before_candidates(tmp_path: Path) -> None:
    text = definitions(candidate(attributes='candidateGroups="arts"') + pool("Gemeente"))

    assert standing(sheet(tmp_path, text), "a") == ("Gemeente", "pool")


def test_the_report_counts_every_rung_and_names_what_is_nowhere(tmp_path: Path) -> None:
    inside = f'<subProcess id="s">{tasks("x")}</subProcess>'
    text = definitions(
        f'<process id="p">{lanes(Jurist="a s")}{tasks("a", "z")}{boundary("e", "a")}{inside}</process>'
    )

    drawing = sheet(tmp_path, text)

    assert dict(drawing.report.roles) == {"lane": 2, "host": 1, "sub-process": 1, "none": 1}
    assert drawing.report.roles == Counter(one.role_from.value for one in drawing.nodes)
    assert drawing.report.without_role == ("z",)
