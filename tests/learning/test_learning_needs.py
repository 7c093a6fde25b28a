"""Needs: collective or personal, and never a small count outside."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from learning_parts import need, planned, staff

from lerendwerk_core.learning import Learning
from lerendwerk_core.learning.needs import NeedFigures, StandardRule, need_figures
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import NeedCount
from lerendwerk_core.model.outcomes import OutcomeRecord, OutcomeSeries
from lerendwerk_core.model.routes import CollectiveNumbers
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text

RULE, NUMBERS = StandardRule(), CollectiveNumbers()


def holds(named: int, everyone: int, concerned: int, asked: CollectiveNumbers = NUMBERS) -> bool:
    count = NeedCount(named=named, staff=everyone, staff_of_disciplines=concerned)
    return RULE.holds(count, asked)


def figures(people: dict[str, int], named: dict[str, int], minimum: int = 5) -> NeedFigures:
    dossier = Dossier(
        id="d", people=staff(**people), needs=(need("n", **named),), minimum_cell=minimum
    )
    (found,) = need_figures(dossier, RULE)
    return found


@pytest.mark.parametrize(
    ("named", "everyone", "concerned", "collective"),
    [
        (5, 20, 20, True),
        (4, 8, 4, False),
        (5, 21, 11, False),
        (5, 100, 10, True),
        (25, 100, 100, True),
        (24, 100, 49, False),
    ],
)
def test_a_need_is_collective_from_five_people_who_are_a_quarter_of_all_or_half_of_their_own(
    named: int, everyone: int, concerned: int, collective: bool
) -> None:
    assert holds(named, everyone, concerned) == collective


def test_the_numbers_of_the_collective_rule_can_be_changed() -> None:
    strict = CollectiveNumbers(people=10, share_of_all=0.9, share_of_disciplines=1.0)

    assert not holds(9, 9, 9, strict)
    assert holds(10, 100, 10, strict)
    assert not holds(10, 100, 11, strict)


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 60))
def test_more_people_never_make_a_need_less_collective(
    named: int, everyone: int, concerned: int
) -> None:
    if holds(named, everyone, concerned):
        assert holds(named + 1, everyone, concerned)


def test_a_rule_is_never_asked_about_a_need_that_is_hidden() -> None:
    class Curious:
        key = "curious"

        def holds(self, count: NeedCount, asked: CollectiveNumbers) -> bool:
            assert count.named >= asked.people == 5
            return True

        def because(self, asked: CollectiveNumbers) -> Text:
            return Text.of(f"{asked.people}")

    dossier = Dossier(id="d", people=staff(jg=9), needs=(need("n", jg=4), need("m", jg=6)))

    assert [one.collective for one in need_figures(dossier, Curious())] == [False, True]


def test_a_need_counts_the_staff_of_the_disciplines_that_name_it() -> None:
    people = {"jg": 10, "jc": 40}

    assert figures(people, {"jg": 5}).collective
    assert not figures(people, {"jg": 5, "jc": 5}).collective
    assert figures(people, {"jg": 5, "jc": 8}).collective


def test_small_cells_are_named_and_never_counted() -> None:
    found = figures({"jg": 14, "jc": 7, "jb": 4}, {"jg": 11, "jc": 2, "jb": 1})

    assert (found.total, found.suppressed) == (14, False)
    assert found.cells_below_minimum == ("jc", "jb")


def test_a_total_under_the_minimum_is_not_shown_and_the_need_stays_personal() -> None:
    found = figures({"jg": 4, "jc": 3}, {"jg": 2, "jc": 2})

    assert (found.total, found.suppressed, found.collective) == (None, True, False)


def test_a_total_that_would_give_a_cell_away_is_not_shown_either() -> None:
    found = figures({"jg": 4, "jc": 4}, {"jg": 4, "jc": 4})

    assert (found.total, found.suppressed, found.collective) == (None, True, False)


def test_a_higher_minimum_hides_more() -> None:
    people, named = {"jg": 20}, {"jg": 8}

    assert figures(people, named).total == 8
    assert figures(people, named, minimum=9).total is None


def test_a_need_says_by_which_numbers_it_is_collective_or_not() -> None:
    collective = figures({"jg": 10, "jc": 40}, {"jg": 6}).because[0].nl
    personal = figures({"jg": 20, "jc": 40}, {"jg": 6}).because[0].nl

    assert collective != personal
    for because in (collective, personal):
        assert all(number in because for number in ("6", "5", "25", "50"))
    assert "6" not in figures({"jg": 9}, {"jg": 3}).because[0].nl


def test_a_discipline_that_nobody_of_names_the_need_is_not_listed() -> None:
    assert figures({"jg": 10, "jc": 7}, {"jg": 6, "jc": 0}).cells_below_minimum == ()


@pytest.mark.parametrize("sizes", [(4, 4), (7, 3), (4, 4, 4), (8, 3, 2), (5, 4, 3)])
def test_not_even_who_knows_the_staff_and_the_rule_can_work_out_a_small_cell(
    sizes: tuple[int, ...],
) -> None:
    people = dict(zip("abc", sizes, strict=False))
    behind: dict[NeedFigures, list[dict[str, int]]] = defaultdict(list)
    for counts in itertools.product(*(range(size + 1) for size in sizes)):
        named = dict(zip("abc", counts, strict=False))
        behind[figures(people, named)].append(named)

    for seen, possible in behind.items():
        for cell in seen.cells_below_minimum:
            assert len({named[cell] for named in possible}) > 1, seen


def test_personal_needs_leave_only_as_how_many_needs_there_are() -> None:
    dossier = Dossier(
        id="d",
        people=staff(jg=10, jc=30),
        needs=(need("n1", jg=9), need("n2", jc=6), need("n3", jc=2), need("n4", jg=1)),
    )

    found = planned(dossier)

    assert found.collective_needs == ("n1",)
    assert found.personal_needs == 3
    assert "personal_needs" in found.to_dict()
    assert not any(
        "personal" in key
        for key in found.to_dict()
        if key not in ("personal_needs", "personal_routes")
    )


@pytest.mark.parametrize("shown", [repr, Wired.to_dict, Wired._repr_html_])
def test_whatever_leaves_is_the_same_for_other_small_counts_behind_it(
    shown: Callable[[Learning], object],
) -> None:
    people = staff(jg=14, jc=7)
    one = Dossier(id="d", people=people, needs=(need("n1", jg=11, jc=3), need("n2", jg=4)))
    other = attrs.evolve(one, needs=(need("n1", jg=12, jc=2), need("n2", jg=1)))
    larger = attrs.evolve(one, needs=(need("n1", jg=12, jc=3), need("n2", jg=4)))

    assert shown(planned(one)) == shown(planned(other))
    assert shown(planned(one)) != shown(planned(larger))


def test_a_need_and_a_series_do_not_show_their_counts_and_have_no_way_out() -> None:
    one = need("n", jg=3)
    series = OutcomeSeries(id="draagvlak", values=Table({"T0": 3.3}))
    record = OutcomeRecord(response=Table({"T0": 3}), series=(series,))
    dossier = attrs.evolve(Dossier(id="d"), needs=(one,), outcomes=record)

    assert not any(isinstance(value, Wired) for value in (one, series, record, dossier))
    assert "3" not in repr(dossier)
    assert "3" not in repr(record)
