"""People, activities and dossiers for the tests of the learning side."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from lerendwerk_core.learning import Learning, plan
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity, Need
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Characteristic, Formality, LearningLevel, LearningMode


def staff(**counts: int) -> tuple[Person, ...]:
    """So many people per discipline, each discipline at an organisation of its own."""
    return tuple(
        Person(code=f"{discipline}-{number:02d}", discipline=discipline, organisation=discipline)
        for discipline, count in counts.items()
        for number in range(1, count + 1)
    )


def need(key: str, **named: int) -> Need:
    return Need(id=key, label=Text.of(key), named=Table(named))


def activity(key: str, hours: float = 1.0, served: str = "", **changes: object) -> LearningActivity:
    """An activity that serves the characteristics with the digits in *served*."""
    plain = LearningActivity(
        id=key,
        label=Text.of(key),
        level=LearningLevel.ORGANISATION,
        formality=Formality.MIXED,
        mode=LearningMode.LEARN,
        size=(2, 12),
        hours=hours,
        characteristics=tuple(Characteristic[f"C{digit}"] for digit in served),
    )
    return attrs.evolve(plain, **changes)


CATALOGUE: Mapping[str, LearningActivity] = {
    one.id: one
    for one in (
        activity("gemengd", 4.0, "1234"),
        activity("leergang", 6.0, "5", formality=Formality.FORMAL),
        activity("koffie", 2.0, "7", formality=Formality.INFORMAL),
        activity("afleren", 3.0, "8", mode=LearningMode.UNLEARN, level=LearningLevel.INDIVIDUAL),
        activity("beide", 5.0, "6", mode=LearningMode.BOTH),
    )
}


def planned(dossier: Dossier) -> Learning:
    versions = (dossier.process,) if dossier.process else ()
    return plan(dossier, CATALOGUE, versions)
