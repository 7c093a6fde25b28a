"""The aid for discussion: conditions counted, each with its reason, and nothing blended."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.vocabulary import DecisionRight
from lerendwerk_provan_kenis_fit import Fit, fit, seen_in
from lerendwerk_provan_kenis_fit.conditions import CONSENSUS, FITTING, FORMS, SKILLS, TRUST
from lerendwerk_provan_kenis_fit.fit import NEAREST

maybe = st.none
trusts = maybe() | st.sampled_from(TRUST)
consensuses = maybe() | st.sampled_from(CONSENSUS)
skills = maybe() | st.sampled_from(SKILLS)
parties = maybe() | st.integers(0, 40)


@given(trusts, parties, consensuses, skills)
def test_the_best_fit_most_and_every_condition_has_a_reason(
    trust: str | None, count: int | None, consensus: str | None, skill: str | None
) -> None:
    found = fit(trust=trust, parties=count, consensus=consensus, skills=skill)

    known = 4 - len(found.unknown)
    for one in found.forms:
        assert len(one.fits) + len(one.fits_not) == known
        assert len(one.because) == known
        assert all(text.nl != text.en for text in one.because)
    most = max(len(one.fits) for one in found.forms)
    assert set(found.best) == {one.form for one in found.forms if most and len(one.fits) == most}
    assert Fit.from_dict(found.to_dict()) == found


@pytest.mark.parametrize(
    ("conditions", "form"),
    [
        ({"trust": "dense", "parties": 4, "consensus": "high", "skills": "low"}, "pk_shared"),
        (
            {"trust": "sparse", "parties": 10, "consensus": "low", "skills": "moderate"},
            "pk_lead_org",
        ),
        (
            {"trust": "moderate", "parties": 30, "consensus": "moderately-high", "skills": "high"},
            "pk_nao",
        ),
    ],
)
def test_the_conditions_of_a_form_lead_to_it(conditions: dict[str, object], form: str) -> None:
    found = fit(**conditions)  # type: ignore[arg-type]

    assert found.best == (form,)
    assert next(one for one in found.forms if one.form == form).fits_not == ()


def test_with_nothing_known_nothing_is_best() -> None:
    assert fit().best == ()


def test_every_value_fits_some_form() -> None:
    for name, values in (("trust", TRUST), ("consensus", CONSENSUS), ("skills", SKILLS)):
        assert set(itertools.chain.from_iterable(FITTING[name].values())) == set(values)


@pytest.mark.parametrize(
    "conditions", [{"trust": "some"}, {"consensus": "huge"}, {"skills": ""}, {"parties": -1}]
)
def test_a_value_that_is_none_is_refused(conditions: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=next(iter(conditions))):
        fit(**conditions)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("endorsements", "consensus"),
    [(0, "low"), (3, "moderately-low"), (6, "moderately-high"), (9, "high"), (12, "high")],
)
def test_what_a_dossier_shows(endorsements: int, consensus: str) -> None:
    assert seen_in(4, endorsements, 3) == {"parties": 4, "consensus": consensus}
    assert seen_in(0, 0, 3) == {"parties": None, "consensus": None}


def test_the_nearest_model_of_the_source_shares_most_rights() -> None:
    models = lw.Workbench(on_error="raise").catalogue.models
    source = [one for one in models.values() if one.family == "bron"]
    for form in FORMS:
        shared = {
            one.id: sum(one.choice[right] is models[form].choice[right] for right in DecisionRight)
            for one in source
        }
        assert shared[NEAREST[form]] == max(shared.values())


def test_the_table_of_conditions_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        FITTING["trust"]["pk_nao"] = ("dense",)  # type: ignore[index]
