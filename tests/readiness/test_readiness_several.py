"""Several respondents on one checklist: the median, and where they differ."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from readiness_sheets import LETTERS, assessed, checklist, use

from lerendwerk_core.model.answers import AnswerRound
from lerendwerk_core.readiness import assess, findings
from lerendwerk_core.readiness.several import merged
from lerendwerk_core.vocabulary import Answer, Route

graded = st.lists(st.sampled_from("gpn"), min_size=1, max_size=9)


def said(letters: Sequence[str]) -> Answer:
    """What the library makes of these answers to one item, each of another organisation."""
    sheets = {str(place): {"i0": LETTERS[one]} for place, one in enumerate(letters)}
    return merged(checklist(1), AnswerRound.of("", sheets))["i0"]


@given(graded)
def test_the_median_is_the_worse_of_the_middle_two(letters: list[str]) -> None:
    ranked = sorted(letters, key="gpn".index)
    half = len(ranked) / 2

    found = "gpn".index(_letter(said(letters)))

    worse_or_equal = sum("gpn".index(one) >= found for one in ranked)
    strictly_worse = sum("gpn".index(one) > found for one in ranked)
    assert worse_or_equal >= half
    assert strictly_worse < half


def _letter(answer: Answer) -> str:
    return next(letter for letter, one in LETTERS.items() if one is answer)


def test_two_who_differ_give_the_worse_answer() -> None:
    assert said("gn") is Answer.NOT_IN_ORDER
    assert said("pg") is Answer.PARTLY


@given(graded, st.integers(0, 4), st.integers(0, 4))
def test_who_does_not_answer_or_says_it_does_not_apply_has_no_say(
    letters: list[str], silent: int, elsewhere: int
) -> None:
    assert said([*"o" * silent, *"x" * elsewhere, *letters]) is said(letters)


def test_an_item_without_a_grade_is_open_or_does_not_apply() -> None:
    assert said("oo") is Answer.UNANSWERED
    assert said("xo") is Answer.NOT_APPLICABLE


def test_the_aggregate_is_the_sheet_of_medians_and_each_respondent_stays_visible() -> None:
    found = assess(checklist(5), use(piet="gggnn", fatma="gpnnn", joris="ggpgn"))

    alone = assessed("ggpnn")
    assert (found.route, found.deficient, found.margin) == (alone.route, 3, alone.margin)
    assert {name: one.deficient for name, one in found.respondents.items()} == {
        "piet": 2,
        "fatma": 4,
        "joris": 2,
    }
    assert found.respondents["fatma"].route is Route.LEREND_WERKEN


def test_disagreement_counts_items_that_differ_and_items_at_opposite_ends() -> None:
    found = assess(checklist(5), use(a="ggpno", b="gpnnn", c="gnpng")).disagreement

    assert found is not None
    assert (found.items_differing, found.full_scale) == (3, 2)
    assert found.differing == ("i1", "i2", "i4")
    assert found.polarised == ("i1", "i4")


def test_opposite_ends_are_a_finding_that_names_the_items() -> None:
    found = assess(checklist(4), use(a="gggn", b="nggn"))

    polarised = [one for one in findings(found) if one.code == "respondents-polarised"]
    assert len(polarised) == 1
    assert "i0" in polarised[0].message.nl


def test_neighbouring_answers_are_no_opposite_ends() -> None:
    found = assess(checklist(4), use(a="gpgn", b="pnpp"))

    assert found.disagreement is not None
    assert (found.disagreement.items_differing, found.disagreement.full_scale) == (4, 0)
    assert "respondents-polarised" not in {one.code for one in findings(found)}


def test_a_single_respondent_does_not_disagree() -> None:
    found = assess(checklist(3), use(a="gpn"))

    assert found.disagreement is None
    assert not found.respondents


@given(st.permutations(["gpnng", "nnggp", "pgpgn", "ggnoo"]))
def test_the_order_of_the_respondents_does_not_matter(sheets: list[str]) -> None:
    found = assess(checklist(5), use(**{sheet: sheet for sheet in sheets}))
    again = assess(checklist(5), use(**{sheet: sheet for sheet in sorted(sheets)}))

    assert found == again
