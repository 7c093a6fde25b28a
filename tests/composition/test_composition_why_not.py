"""Why someone sits somewhere or does not, against every seating that has it otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import (
    Members,
    group,
    person,
    problem,
    problems,
    rank,
    seatings,
    values,
)

from lerendwerk_core.composition import Composition, Contrast, check, solve, why, why_not
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import AtLeast, CompositionProblem, Excluded, Stability

PEOPLE = tuple(person(f"c{one}", f"s{one}") for one in range(1, 5))
GIVEN = problem(PEOPLE, group("g1", (2, 2)), group("g2", (1, 2), "s3 s4"))
ASKING: tuple[Callable[..., Contrast], ...] = (why_not, why)
PROVES = highs.is_there()


@attrs.frozen
class Question:
    """A composed problem, and a seat that is asked for or asked away."""

    problem: CompositionProblem
    composition: Composition
    ask: Callable[..., Contrast]
    code: str
    group: str

    def answer(self) -> Contrast:
        return self.ask(self.problem, self.composition, self.code, self.group)

    def holds(self, members: Members) -> bool:
        return (self.code in members[self.group]) is (self.ask is why_not)

    def answers(self) -> list[Members]:
        """Return every seating that has it so."""
        return [one for one in seatings(self.problem) if self.holds(one)]


COMPOSED = problems().map(lambda one: (one, solve(one, effort="quick")))
"""Random problems with their composition."""


@st.composite
def questions(draw: st.DrawFn) -> Question:
    given_, found = draw(COMPOSED.filter(lambda one: bool(one[1].members)))
    return Question(
        problem=given_,
        composition=found,
        ask=draw(st.sampled_from(ASKING)),
        code=draw(st.sampled_from([one.code for one in given_.candidates])),
        group=draw(st.sampled_from([one.id for one in given_.groups])),
    )


def moves(question: Question, members: Members) -> int:
    """Return how much *members* differ: people, or seats for who may sit in several groups."""
    return changes(question.problem, question.composition.members, members)


def changes(given_: CompositionProblem, before: Members, after: Members) -> int:
    """Return the moves between two seatings, person by person."""
    total = 0
    for one in given_.candidates:
        was = {name for name in after if one.code in before.get(name, ())}
        now = {name for name, codes in after.items() if one.code in codes}
        single = (one.load or given_.load)[1] == 1
        total += int(was != now) if single else len(was ^ now)
    return total


@given(questions())
def test_what_is_asked_is_so_in_the_answer(question: Question) -> None:
    found = question.answer()

    members = found.composition.members
    if question.answers():
        assert question.holds(members)
        assert check(question.problem, members).stands
    else:
        assert not members


@given(questions())
def test_no_fewer_moves_would_do(question: Question) -> None:
    found = question.answer()

    differences = [moves(question, one) for one in question.answers()]
    assert found.least or not PROVES
    if found.least and differences:
        assert found.moves == min(differences)


@given(questions())
def test_moved_are_all_whose_groups_differ(question: Question) -> None:
    found = question.answer()

    after = found.composition.members
    before = question.composition.members
    expected = {
        one.code
        for one in question.problem.candidates
        if after
        and any((one.code in before[name]) is not (one.code in after[name]) for name in after)
    }
    assert set(found.moved) == expected
    assert len(found.moved) == len(expected)
    if after:
        assert found.moves == moves(question, after)


@given(questions())
def test_the_answer_is_the_best_of_those_that_move_as_few(question: Question) -> None:
    found = question.answer()

    if found.composition.status == "optimal":
        alike = [one for one in question.answers() if moves(question, one) <= found.moves]
        best = max(rank(question.problem, one) for one in alike)
        assert rank(question.problem, found.composition.members) == best


@given(questions())
def test_the_difference_of_every_goal_is_recounted(question: Question) -> None:
    found = question.answer()

    if found.composition.members:
        was = values(question.problem, question.composition.members)
        now = values(question.problem, found.composition.members)
        keys = [one.goal for one in question.composition.goals]
        differences = {
            key: after - before for key, before, after in zip(keys, was, now, strict=True)
        }
        assert dict(found.difference) == differences


@given(questions())
def test_who_sits_as_asked_need_not_move(question: Question) -> None:
    found = question.answer()

    if question.holds(question.composition.members):
        assert (found.moves, found.moved) == (0, ())
        assert found.because[0].en == "It is so already."


@given(questions())
def test_the_answer_is_told_in_both_languages(question: Question) -> None:
    found = question.answer()

    assert found.because
    assert all(one.nl and one.en for one in found.because)
    for code in found.moved[:10]:
        assert any(code in one.nl and code in one.en for one in found.because)


@settings(max_examples=20)
@given(questions())
def test_an_answer_survives_json(question: Question) -> None:
    found = question.answer()

    assert Contrast.from_dict(found.to_dict()) == found


@pytest.mark.skipif(not PROVES, reason="needs the extra 'exact'")
def test_an_impossible_question_names_what_it_conflicts_with() -> None:
    barred = attrs.evolve(
        GIVEN, requirements=(Excluded(name="not-here", code="c1", groups=("g2",)),)
    )

    found = why_not(barred, solve(barred), "c1", "g2")

    assert found.composition.status == "infeasible"
    assert {(one.name, one.group) for one in found.composition.conflict} == {
        ("not-here", "g2"),
        ("asked:c1@g2", "g2"),
    }
    assert (found.least, found.moves, found.moved) == (True, 0, ())
    assert any("c1" in one.nl and "c1" in one.en for one in found.because)


def test_nobody_moves_for_a_wish() -> None:
    wish = AtLeast(name="both", dimension="step", value="s3", hard=False, groups=("g1",), cost=9)
    before = solve(GIVEN)
    wished = attrs.evolve(GIVEN, requirements=(wish,))

    found = why(wished, before, "c1", "g2")

    assert before.members["g1"] == ("c1", "c2")
    assert (found.moves, found.composition.members) == (0, before.members)


def test_nobody_joins_who_was_not_asked_for() -> None:
    loose = problem(PEOPLE, group("g1", (1, 4), "s1 s2 s3 s4"))
    before = solve(problem(PEOPLE[:1], group("g1", (1, 4), "s1 s2 s3 s4")))

    found = why_not(loose, before, "c2", "g1")

    assert found.composition.members == {"g1": ("c1", "c2")}
    assert found.moved == ("c2",)


def test_a_goal_of_the_problem_that_also_keeps_seats_is_reported_as_it_is() -> None:
    other = Stability(earlier=solve(GIVEN).members)
    stable = attrs.evolve(GIVEN, goals=(*GIVEN.goals, other))

    found = why_not(stable, solve(stable), "c3", "g1")

    assert found.difference["stability"] == -sum(
        code not in found.composition.members[name]
        for name, codes in other.earlier.items()
        for code in codes
    )


@pytest.mark.parametrize("ask", ASKING)
@pytest.mark.parametrize(
    ("code", "name", "said"),
    [
        ("nobody", "g1", ["nobody is no candidate."]),
        ("c1", "nowhere", ["nowhere is no group."]),
        ("nobody", "nowhere", ["nobody is no candidate.", "nowhere is no group."]),
    ],
)
def test_a_question_about_nobody_or_nowhere_is_an_error(
    ask: Callable[..., Any], code: str, name: str, said: list[str]
) -> None:
    with pytest.raises(CompositionError) as raised:
        ask(GIVEN, solve(GIVEN), code, name)

    assert raised.value.in_("en") == " ".join(said)
    assert "is geen" in raised.value.in_("nl")
