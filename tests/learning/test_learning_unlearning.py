"""The unlearning register: relapse and standstill, in the order of the measurements."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from learning_parts import CATALOGUE, planned

from lerendwerk_core.learning import findings
from lerendwerk_core.learning.unlearning import UnlearnFigures
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import UnlearnGoal
from lerendwerk_core.model.municipality import Period
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import UnlearnKind, UnlearnState

ORDER = list(UnlearnState)
MOMENTS = ("T0", "T1", "T2", "T3")


def dossier(stages: dict[str, UnlearnState], moments: tuple[str, ...] = MOMENTS) -> Dossier:
    goal = UnlearnGoal(id="u", kind=UnlearnKind.BELIEF, label=Text.of("u"), stage=Table(stages))
    return Dossier(id="d", period=Period(measurements=moments), unlearning=(goal,))


def figures(*states: str, moments: tuple[str, ...] = MOMENTS) -> UnlearnFigures:
    stages = dict(zip(MOMENTS, map(UnlearnState, states), strict=False))
    (found,) = planned(dossier(stages, moments)).unlearning
    return found


@given(st.lists(st.sampled_from(ORDER), max_size=4))
def test_a_relapse_is_every_moment_that_is_lower_than_the_one_before(
    states: list[UnlearnState],
) -> None:
    found = figures(*(one.value for one in states))

    levels = [ORDER.index(one) for one in states]
    lower = [later < earlier for earlier, later in itertools.pairwise(levels)]
    assert found.relapses == tuple(itertools.compress(MOMENTS[1:], lower))
    assert found.now == (states[-1] if states else None)


@given(st.permutations(MOMENTS))
def test_the_order_in_which_stages_are_written_does_not_matter(written: list[str]) -> None:
    states = dict(zip(MOMENTS, map(UnlearnState, _ROLLER_COASTER), strict=True))

    (found,) = planned(dossier({moment: states[moment] for moment in written})).unlearning

    assert list(found.stages) == list(MOMENTS)
    assert found == figures(*_ROLLER_COASTER)


_ROLLER_COASTER = ("named", "replaced", "interrupted", "interrupted")


def test_a_relapse_and_a_standstill_are_told_apart() -> None:
    found = figures(*_ROLLER_COASTER)

    assert (found.relapses, found.stalled) == (("T2",), True)


def test_what_is_secured_does_not_stall() -> None:
    assert not figures("named", "secured", "secured").stalled
    assert figures("named", "named").stalled
    assert not figures("named", "interrupted").stalled
    assert not figures("named").stalled


def test_moments_that_the_dossier_does_not_measure_come_last() -> None:
    stages = {"later": UnlearnState.NAMED, "T0": UnlearnState.REPLACED}

    (found,) = planned(dossier(stages)).unlearning

    assert (list(found.stages), found.relapses) == (["T0", "later"], ("later",))


def test_relapse_and_standstill_are_findings_of_their_own() -> None:
    states = dict(zip(MOMENTS, map(UnlearnState, _ROLLER_COASTER), strict=True))
    subject = dossier(states)

    found = {one.code: one for one in findings(subject, CATALOGUE, planned(subject))}

    assert "T2" in found["relapse"].message.nl
    assert "onderbroken" in found["unlearning-stalled"].message.nl
    assert found["relapse"].where == "unlearning.u"
