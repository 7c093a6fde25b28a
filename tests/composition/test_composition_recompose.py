"""After a change: as few moves as can be, against every seating there is."""

from __future__ import annotations

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import Members, group, person, problem, problems, rank, seatings
from test_composition_why_not import changes

from lerendwerk_core.composition import Recomposition, check, recompose, solve
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import AtLeast, CompositionProblem, Excluded
from lerendwerk_core.model.table import Table

PROVES = highs.is_there()
PEOPLE = tuple(person(f"c{one}", f"s{one}") for one in range(1, 5))
GIVEN = problem(PEOPLE, group("g1", (2, 2)), group("g2", (2, 2), "s3 s4"))
EARLIER = {"g1": ("c1", "c2"), "g2": ("c3", "c4")}
Change = tuple[CompositionProblem, Members]


@st.composite
def changed(draw: st.DrawFn) -> Change:
    """Draw a problem, and an earlier seating in which some of its people did not sit this way."""
    given_ = draw(problems())
    codes = [one.code for one in given_.candidates]
    known = st.lists(st.sampled_from([*codes, "left"]), unique=True, max_size=3).map(tuple)
    return given_, {one.id: draw(known) for one in given_.groups}


def within(change: Change, moves: int) -> list[Members]:
    """Return every seating within *moves* of the earlier one."""
    given_, earlier = change
    return [one for one in seatings(given_) if changes(given_, earlier, one) <= moves]


def least(change: Change) -> int | None:
    """Return the fewest moves of any seating."""
    given_, earlier = change
    return min((changes(given_, earlier, one) for one in seatings(given_)), default=None)


@given(changed())
def test_the_least_moves_are_the_fewest_of_all_seatings(change: Change) -> None:
    found = recompose(*change)

    if found.composition.members:
        assert found.moves == found.least
        assert found.least_proven or not PROVES
        assert found.least == least(change) or not found.least_proven
    else:
        assert least(change) is None
        assert (found.moves, found.least, found.moved) == (0, None, ())


@given(changed())
def test_moves_are_counted_person_by_person(change: Change) -> None:
    given_, earlier = change

    found = recompose(given_, earlier)

    after = found.composition.members
    if after:
        assert check(given_, after).stands
        assert found.moves == changes(given_, earlier, after)
        moved = {
            one.code
            for one in given_.candidates
            if any((one.code in earlier[name]) is not (one.code in after[name]) for name in after)
        }
        assert found.moved == tuple(sorted(moved))


@given(changed(), st.integers(0, 4))
def test_within_so_many_moves_nothing_is_better(change: Change, moves: int) -> None:
    given_, _ = change

    found = recompose(*change, moves=moves)

    after = found.composition.members
    fewest = least(change)
    if fewest is not None and after:
        assert found.moves <= max(moves, fewest) or not found.least_proven
        if found.composition.status == "optimal" and found.least_proven:
            best = max(rank(given_, one) for one in within(change, max(moves, fewest)))
            assert rank(given_, after) == best


@given(changed())
def test_whoever_is_no_candidate_any_more_is_gone(change: Change) -> None:
    _, earlier = change

    found = recompose(*change)

    assert found.gone == (("left",) if any("left" in codes for codes in earlier.values()) else ())
    assert "left" not in found.moved


@given(changed(), st.data())
def test_pinned_seats_stay(change: Change, data: st.DataObject) -> None:
    given_, earlier = change
    seats = [(code, name) for name, codes in earlier.items() for code in codes if code != "left"]
    pinned = data.draw(st.lists(st.sampled_from(seats), unique=True)) if seats else []

    after = recompose(given_, earlier, pinned=pinned).composition.members

    possible = [one for one in seatings(given_) if all(code in one[name] for code, name in pinned)]
    assert bool(after) == bool(possible)
    if after:
        assert all(code in after[name] for code, name in pinned)


@given(changed())
def test_what_was_best_stays_where_nothing_changed(change: Change) -> None:
    given_, _ = change
    before = solve(given_)

    if before.members:
        found = recompose(given_, before.members)
        assert (found.moves, found.moved, found.gone) == (0, (), ())
        assert found.composition.members == before.members


@settings(max_examples=20)
@given(changed())
def test_a_recomposition_survives_json(change: Change) -> None:
    found = recompose(*change)

    assert Recomposition.from_dict(found.to_dict()) == found


def test_when_someone_left_only_the_one_who_comes_instead_moves() -> None:
    now = problem(
        [*PEOPLE[1:], person("c5", "s1"), person("c6")], group("g1", (2, 2)), *GIVEN.groups[1:]
    )

    found = recompose(now, EARLIER)

    assert found.composition.members == {"g1": ("c2", "c5"), "g2": ("c3", "c4")}
    assert (found.moves, found.moved, found.gone) == (1, ("c5",), ("c1",))


def test_when_someone_joined_they_get_a_seat_and_nobody_else_moves() -> None:
    everyone = problem(
        [*PEOPLE, person("c5", "s4")],
        group("g1", (2, 3)),
        group("g2", (2, 3), "s3 s4"),
        load=(1, 1),
    )

    found = recompose(everyone, EARLIER)

    assert (found.moves, found.moved) == (1, ("c5",))


def test_when_someone_cannot_come_any_more_their_seat_is_taken() -> None:
    away = (attrs.evolve(PEOPLE[0], moments=("tu",)), *PEOPLE[1:], person("c5"))
    now = problem(away, group("g1", (2, 2), moment="mo"), GIVEN.groups[1])

    found = recompose(now, EARLIER)

    assert found.composition.members == {"g1": ("c2", "c5"), "g2": ("c3", "c4")}
    assert (found.moved, found.gone) == (("c1", "c5"), ())


def test_when_a_group_is_added_it_is_filled_with_as_few_as_can_be() -> None:
    more = problem(
        [*PEOPLE, person("c5")], group("g1", (1, 2)), GIVEN.groups[1], group("g3", (2, 2))
    )

    found = recompose(more, EARLIER)

    assert found.moves == 2
    assert "c5" in found.moved
    assert found.composition.members["g2"] == ("c3", "c4")


def test_when_a_group_is_gone_its_seats_do_not_count() -> None:
    merged = problem(PEOPLE, group("g1", (4, 4), "s1 s2 s3 s4"))

    found = recompose(merged, EARLIER)

    assert (found.moves, found.moved) == (0, ("c3", "c4"))


def test_nobody_moves_for_a_wish_unless_moves_are_given() -> None:
    wish = AtLeast(name="x", dimension="step", value="s3", groups=("g1",), hard=False, cost=9)
    wished = attrs.evolve(GIVEN, requirements=(wish,), load=(1, 1))

    least_moves, within_two = (recompose(wished, EARLIER, moves=moves) for moves in (None, 2))

    assert (least_moves.moves, least_moves.composition.wishes) == (0, 9)
    assert (within_two.moves, within_two.composition.wishes) == (2, 0)


def test_a_seat_counts_once_however_often_it_was_written() -> None:
    found = recompose(GIVEN, {"g1": ("c1", "c2", "c1"), "g2": ("c3", "c4")})

    assert (found.moves, found.least) == (0, 0)


def test_lists_will_do_for_the_earlier_members() -> None:
    listed = {"g1": ["c1", "c2"], "g2": ["c3", "c4"]}

    assert recompose(GIVEN, listed) == recompose(GIVEN, Table(EARLIER))  # type: ignore[arg-type]


@pytest.mark.skipif(not PROVES, reason="needs the extra 'exact'")
def test_a_pin_that_cannot_be_is_named() -> None:
    barred = attrs.evolve(GIVEN, requirements=(Excluded(name="not-c1", code="c1"),))

    found = recompose(barred, EARLIER, pinned=[("c1", "g1")])

    assert {one.name for one in found.composition.conflict} == {"pinned:c1@g1", "not-c1"}


def test_a_pin_of_nobody_or_nowhere_is_an_error_that_names_all() -> None:
    with pytest.raises(CompositionError) as raised:
        recompose(GIVEN, EARLIER, pinned=[("nobody", "g1"), ("c1", "nowhere")])

    assert raised.value.in_("en") == "nobody is no candidate. nowhere is no group."
    assert raised.value.in_("nl") == "nobody is geen kandidaat. nowhere is geen groep."
