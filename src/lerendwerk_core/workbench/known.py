"""What a dossier may refer to: everything that the loaded plugins offer."""

from __future__ import annotations

from lerendwerk_core.plugins import Catalogue
from lerendwerk_core.plugins.blame import BlamedAnswers, BlamedReader
from lerendwerk_core.sources import Known


def known_of(catalogue: Catalogue) -> Known:
    """Return what *catalogue* holds for those who read a dossier; a reader that fails is blamed."""
    return Known(
        checklists=catalogue.checklists,
        models=frozenset(catalogue.models),
        activities=frozenset(catalogue.activities),
        actors=frozenset(catalogue.actors),
        readers={
            key: BlamedReader(catalogue.owner_of("reader", key), reader)
            for key, reader in catalogue.readers.items()
        },
        aggregations=frozenset(catalogue.aggregations),
        collective_rules=frozenset(catalogue.collective_rules),
        stakeholders=frozenset(catalogue.stakeholders),
        raci_activities=frozenset(catalogue.raci_activities),
        answer_readers={
            key: BlamedAnswers(catalogue.owner_of("answer-reader", key), reader)
            for key, reader in catalogue.answer_readers.items()
        },
    )
