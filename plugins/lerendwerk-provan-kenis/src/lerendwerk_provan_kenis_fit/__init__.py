"""Which form of network governance fits: an aid for discussion, never advice."""

from __future__ import annotations

from collections.abc import Iterator

import lerendwerk_core as lw
from lerendwerk_core.hooks.context import TrajectoryContext
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.regie.govern import Regie
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity, Stage
from lerendwerk_provan_kenis_fit.conditions import NAMES
from lerendwerk_provan_kenis_fit.fit import Fit, FormFit, fit, seen_in

__all__ = ["Fit", "FormFit", "fit", "seen_in"]

NETWORK, FAMILY = "netwerkpartner", "provan_kenis"


@lw.hookimpl
def lerendwerk_review_trajectory(context: TrajectoryContext) -> Iterator[Finding]:
    """Yield one note when the municipality steers in a network: what its dossier shows."""
    arrangements = context.regie.arrangements
    if not any(one.model == NETWORK or one.family == FAMILY for one in arrangements):
        return
    size, consensus = _by_size(context.regie), _by_consensus(context.regie)
    yield Finding(
        severity=Severity.NOTE,
        code="provan_kenis/fit",
        message=Text(
            f"Om over te praten, geen advies: de bron geeft geen regel om te kiezen. {size.nl} "
            f"{consensus.nl} Vertrouwen en de behoefte aan netwerkvaardigheden meet een dossier niet.",
            f"To discuss, not advice: the source gives no rule for choosing. {size.en} "
            f"{consensus.en} Trust and the need for network-level skills are not measured in a dossier.",
        ),
        where="regie",
        stage=Stage.REGIE,
    )


def _by_size(regie: Regie) -> Text:
    """Say which forms fit the number of organisations."""
    count = len(regie.coherence.actors)
    if not count:
        return Text("Aantal organisaties: niet bekend.", "Number of organisations: not known.")
    forms = _named(fit(parties=count))
    return Text(
        f"Aantal organisaties ({count}): past bij {forms.nl}.",
        f"Number of organisations ({count}): fits {forms.en}.",
    )


def _by_consensus(regie: Regie) -> Text:
    """Say which forms fit the support for the goals; without goals or organisations it is not known."""
    actors, goals = len(regie.coherence.actors), len(regie.goals)
    if not actors * goals:
        return Text("Eensgezindheid over doelen: niet bekend.", "Goal consensus: not known.")
    endorsed = len(regie.coherence.endorses)
    forms = _named(fit(consensus=seen_in(actors, endorsed, goals)["consensus"]))
    return Text(
        f"Eensgezindheid over doelen ({endorsed} van {actors * goals} keer steun): past bij {forms.nl}.",
        f"Goal consensus ({endorsed} of {actors * goals} endorsements): fits {forms.en}.",
    )


def _named(found: Fit) -> Text:
    """Name every form that fits, ties too."""
    names = [NAMES[form] for form in found.best]
    return Text(", ".join(one.nl for one in names), ", ".join(one.en for one in names))
