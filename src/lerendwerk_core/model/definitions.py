"""What plugins contribute as data: checklists, tailorings, regie models, activities, measures."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.goals import Stakeholder
from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.outcomes import Measure
from lerendwerk_core.model.regie import RegieActivity, RegieActor, RegieModel
from lerendwerk_core.model.tailoring import Tailoring


@attrs.frozen(kw_only=True)
class Definitions:
    """The contents of one or more definition files."""

    checklists: tuple[Checklist, ...] = ()
    tailorings: tuple[Tailoring, ...] = ()
    actors: tuple[RegieActor, ...] = ()
    raci_activities: tuple[RegieActivity, ...] = ()
    models: tuple[RegieModel, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    activities: tuple[LearningActivity, ...] = ()
    measures: tuple[Measure, ...] = ()
    instruments: tuple[Instrument, ...] = ()

    def joined(self, other: Definitions) -> Definitions:
        """Return these definitions followed by those of *other*."""
        names = (field.name for field in attrs.fields(Definitions))
        return Definitions(**{name: getattr(self, name) + getattr(other, name) for name in names})
