"""From what is known of a network to which forms fit which conditions: counted, never blended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_provan_kenis_fit.conditions import (
    CONDITIONS,
    CONSENSUS,
    FITTING,
    FORMS,
    NAMES,
    SKILLS,
    TRUST,
    WORDS,
)

FEW, MODERATE = 6, 15
"""Up to how many parties are few, and a moderate number: our reading, parameters of :func:`fit`."""

NEAREST = {"pk_shared": "netwerkpartner", "pk_lead_org": "arrangeur", "pk_nao": "netwerkpartner"}
"""The model of the source with which a form has most decision rights in common; a test counts them."""


@attrs.frozen(kw_only=True)
class FormFit(Wired):
    """One form: the conditions that fit it and those that do not, a reason for each, and the nearest
    model of the source."""

    form: str
    label: Text
    fits: tuple[str, ...]
    fits_not: tuple[str, ...]
    because: tuple[Text, ...]
    nearest: str


@attrs.frozen(kw_only=True)
class Fit(Wired):
    """Every form, and ``best``: all that fit most of the conditions that are known; none if none is."""

    forms: tuple[FormFit, ...]
    best: tuple[str, ...]
    unknown: tuple[str, ...]


def fit(
    *,
    trust: str | None = None,
    parties: int | None = None,
    consensus: str | None = None,
    skills: str | None = None,
    few: int = FEW,
    moderate: int = MODERATE,
) -> Fit:
    """
    Return which forms fit which of the four conditions; ``None`` is not known, and fits nothing.

    *trust* is ``sparse``, ``moderate`` or ``dense``; *consensus* ``low``, ``moderately-low``,
    ``moderately-high`` or ``high``; *skills* ``low``, ``moderate`` or ``high``.

    Raises:
        ValueError: A value that is none of these, or a negative number of parties.
    """
    _refuse(trust, TRUST, "trust")
    _refuse(consensus, CONSENSUS, "consensus")
    _refuse(skills, SKILLS, "skills")
    if parties is not None and parties < 0:
        message = f"parties: {parties} is below zero"
        raise ValueError(message)
    given = {"trust": trust, "size": _size(parties, few, moderate), "consensus": consensus}
    known = {name: one for name, one in {**given, "skills": skills}.items() if one is not None}
    forms = tuple(_form(form, known) for form in FORMS)
    most = max(len(one.fits) for one in forms)
    return Fit(
        forms=forms,
        best=tuple(one.form for one in forms if most and len(one.fits) == most),
        unknown=tuple(name for name in CONDITIONS if name not in known),
    )


def seen_in(actors: int, endorsements: int, goals: int) -> dict[str, Any]:
    """
    Return what a dossier shows of the conditions: its parties, and how far they endorse the goals.

    Consensus is the share of all pairs of a party and a goal that are endorsements, in quarters.
    """
    pairs = actors * goals
    quarter = min(3, 4 * endorsements // pairs) if pairs else None
    return {
        "parties": actors or None,
        "consensus": None if quarter is None else CONSENSUS[quarter],
    }


def _refuse(value: str | None, known: tuple[str, ...], name: str) -> None:
    if value is not None and value not in known:
        message = f"{name}: {value!r} is none of {', '.join(known)}"
        raise ValueError(message)


def _size(parties: int | None, few: int, moderate: int) -> str | None:
    if parties is None:
        return None
    if parties <= few:
        return "few"
    return "moderate" if parties <= moderate else "many"


def _form(form: str, known: dict[str, str]) -> FormFit:
    fits = tuple(name for name, one in known.items() if one in FITTING[name][form])
    return FormFit(
        form=form,
        label=NAMES[form],
        fits=fits,
        fits_not=tuple(name for name in known if name not in fits),
        because=tuple(_reasons(form, known)),
        nearest=NEAREST[form],
    )


def _reasons(form: str, known: dict[str, str]) -> Iterator[Text]:
    for name, one in known.items():
        asked = [WORDS[value] for value in FITTING[name][form]]
        nl = " of ".join(word.nl for word in asked)
        en = " or ".join(word.en for word in asked)
        is_, what = WORDS[one], CONDITIONS[name]
        yield Text(
            f"{what.nl}: {is_.nl}; bij deze vorm past {nl}",
            f"{what.en}: {is_.en}; with this form {en} fits",
        )
