"""
What no regie model may break (domain, 3.2).

I1, the council's ultimate accountability, needs no check: it is a property without a field, so no
document or plugin can say otherwise. I2-I6 are checked when a model is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from lerendwerk_core.model.regie import COUNCIL, EMPLOYEE, PERSONAL_ROUTE, RegieModel
from lerendwerk_core.regie.steering import steering_degree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import DecisionRight, Holder
from lerendwerk_core.wording import problem_text

RANKED_FAMILY = "bron"
MAY_DECIDE = (Holder.MUNICIPALITY, Holder.WITH_PARTNER)


def breaches(model: RegieModel) -> Iterator[tuple[str, Text]]:
    """Yield the code and the words of every invariant that *model* breaks by itself."""
    if missing := [right.label for right in DecisionRight if right not in model.choice]:
        yield _breach("rights-missing", model, rights=missing)
        return
    chain = model.chain
    if not chain or chain[-1] != COUNCIL or len(set(chain)) < len(chain):
        yield _breach("invariant-I2", model, chain=" > ".join(chain))
    for activity, row in model.raci.items():
        count, doers = len(set(row.accountable)), len(set(row.responsible))
        if count != 1 or doers == 0:
            yield _breach("invariant-I3", model, activity=activity, count=count, doers=doers)
    holder = model.choice[DecisionRight.INDIVIDUAL_DECISION]
    if holder not in MAY_DECIDE:
        yield _breach("invariant-I4", model, holder=holder.label)
    own = model.raci.get(PERSONAL_ROUTE)
    if own and (set(own.accountable) | set(own.responsible) != {EMPLOYEE} or own.informed):
        yield _breach("invariant-I6", model)


def family_breaches(models: Iterable[RegieModel]) -> Iterator[tuple[str, Text]]:
    """Yield I5 if the steering degree of the source's own family does not fall with its rank."""
    ranked = [one for one in models if one.family == RANKED_FAMILY and one.rank is not None]
    ranked.sort(key=lambda one: (one.rank or 0, one.id))
    degrees = [steering_degree(model) for model in ranked]
    if any(later >= earlier for earlier, later in pairwise(degrees)):
        named = [f"{one.id} {degree}" for one, degree in zip(ranked, degrees, strict=True)]
        yield (
            "invariant-I5",
            problem_text("invariant-I5", family=RANKED_FAMILY, models=named),
        )


def _breach(code: str, model: RegieModel, **values: object) -> tuple[str, Text]:
    return code, problem_text(code, model=model.id, **values)
