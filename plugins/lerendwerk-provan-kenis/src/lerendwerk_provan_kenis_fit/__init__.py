"""Which form of network governance fits: an aid for discussion, never advice."""

from __future__ import annotations

from collections.abc import Iterator

import lerendwerk_core as lw
from lerendwerk_core.hooks.context import TrajectoryContext
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity, Stage
from lerendwerk_provan_kenis_fit.conditions import FORMS, NAMES
from lerendwerk_provan_kenis_fit.fit import Fit, FormFit, fit, seen_in

__all__ = ["Fit", "FormFit", "fit", "seen_in"]

NETWORKS = ("netwerkpartner", *FORMS)


@lw.hookimpl
def lerendwerk_review_trajectory(context: TrajectoryContext) -> Iterator[Finding]:
    """Yield one note when the municipality steers in a network: what its dossier shows."""
    if not any(one.model in NETWORKS for one in context.regie.arrangements):
        return
    coherence, goals = context.regie.coherence, len(context.regie.goals)
    seen = seen_in(len(coherence.actors), len(coherence.endorses), goals)
    best = [NAMES[form] for form in fit(**seen).best]
    nl, en = ", ".join(one.nl for one in best), ", ".join(one.en for one in best)
    yield Finding(
        severity=Severity.NOTE,
        code="provan_kenis/fit",
        message=Text(
            f"Om over te praten, geen advies: naar het aantal partijen en de steun voor de doelen past "
            f"het meest: {nl}. Vertrouwen en de behoefte aan netwerkvaardigheden staan niet in dossiers.",
            f"To discuss, not advice: by the number of parties and the support for the goals what fits "
            f"most is: {en}. Trust and the need for network-level skills are not in a dossier.",
        ),
        where="regie",
        stage=Stage.REGIE,
    )
