"""What a plugin gets to see when it is asked something; fields are only ever added."""

from __future__ import annotations

import attrs

from lerendwerk_core.alignment import Alignment
from lerendwerk_core.composition import Composition
from lerendwerk_core.learning import Learning
from lerendwerk_core.outcomes import Outcomes
from lerendwerk_core.process import ProcessMap
from lerendwerk_core.readiness import Readiness
from lerendwerk_core.regie import Regie
from lerendwerk_core.review import Review
from lerendwerk_core.setup import Scope


@attrs.frozen(kw_only=True)
class TrajectoryContext:
    """
    The results of every stage.

    Results, not the dossier: what a plugin sees holds no count under the minimum cell, so it cannot
    give one away.
    """

    scope: Scope
    readiness: Readiness | None
    regie: Regie
    process: ProcessMap | None
    composition: Composition
    alignment: Alignment
    learning: Learning
    outcomes: Outcomes | None
    review: Review
