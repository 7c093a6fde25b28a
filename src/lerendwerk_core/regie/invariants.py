"""
What no regie model may break (domain, 3.2).

I1, the council's ultimate accountability, needs no check: it is a property without a field, so no
document or plugin can say otherwise. I2-I6 are checked when a model is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from lerendwerk_core.model.raci import COUNCIL
from lerendwerk_core.model.regie import DECISION, EMPLOYEE, PERSONAL_ROUTE, RegieModel
from lerendwerk_core.regie.answering import (
    accountable_actors,
    is_municipal,
    path_of,
    reaches_council,
)
from lerendwerk_core.regie.steering import steering_degree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import DecisionRight, Holder
from lerendwerk_core.wording import problem_text

RANKED_FAMILY = "bron"
MAY_DECIDE = (Holder.MUNICIPALITY, Holder.WITH_PARTNER)


@attrs.frozen
class Breach:
    """
    An invariant that a model breaks: code, words, and the place in the model.

    The place is a row of keys as a definition file has them: ``("information", "chain")``.
    """

    code: str
    message: Text
    at: tuple[str, ...] = ()


def breaches(model: RegieModel) -> Iterator[Breach]:
    """Yield every invariant that *model* breaks by itself."""
    if missing := [right.label for right in DecisionRight if right not in model.choice]:
        yield _breach("rights-missing", model, "choice", rights=missing)
        return
    yield from _broken_lines(model)
    yield from _unclear_rows(model)
    yield from _given_away(model)
    own = model.raci.get(PERSONAL_ROUTE)
    if own and (set(own.accountable) | set(own.responsible) != {EMPLOYEE} or own.informed):
        yield _breach("invariant-I6", model, "information", "raci", PERSONAL_ROUTE)


def _broken_lines(model: RegieModel) -> Iterator[Breach]:
    """Yield I2: the chain, and the path of everyone accountable, must reach the council."""
    chain = model.chain
    if not chain or chain[-1] != COUNCIL or len(set(chain)) < len(chain):
        yield _breach("invariant-I2", model, "information", "chain", chain=" > ".join(chain))
        return
    for actor in accountable_actors(model):
        path = path_of(model, actor)
        if not reaches_council(path):
            at = ("information", "accountable_to", _declared(model, path))
            yield _breach("invariant-I2", model, *at, chain=" > ".join(path))
    for actor in model.accountable_to:
        if actor in chain:
            at = ("information", "accountable_to", actor)
            yield _breach("invariant-I2-chain", model, *at, actor=actor)


def _declared(model: RegieModel, path: tuple[str, ...]) -> str:
    """Return the last of *path* whose superior the model names: there the line goes astray."""
    return next(actor for actor in reversed(path) if actor in model.accountable_to)


def _unclear_rows(model: RegieModel) -> Iterator[Breach]:
    for activity, row in model.raci.items():
        count, doers = len(set(row.accountable)), len(set(row.responsible))
        if count != 1 or doers == 0:
            values = {"activity": activity, "count": count, "doers": doers}
            yield _breach("invariant-I3", model, "information", "raci", activity, **values)


def _given_away(model: RegieModel) -> Iterator[Breach]:
    """Yield I4: neither the right nor the accountability for the decision leaves the municipality."""
    right = DecisionRight.INDIVIDUAL_DECISION
    holder = model.choice[right]
    if holder not in MAY_DECIDE:
        yield _breach("invariant-I4", model, "choice", right.value, holder=holder.label)
    row = model.raci.get(DECISION)
    for actor in row.accountable if row else ():
        if not is_municipal(actor):
            at = ("information", "raci", DECISION)
            yield _breach("invariant-I4", model, *at, holder=actor)


def family_breaches(models: Iterable[RegieModel]) -> Iterator[Breach]:
    """Yield I5 if the steering degree of the source's own family does not fall with its rank."""
    ranked = [one for one in models if one.family == RANKED_FAMILY and one.rank is not None]
    ranked.sort(key=lambda one: (one.rank or 0, one.id))
    degrees = [steering_degree(model) for model in ranked]
    if any(later >= earlier for earlier, later in pairwise(degrees)):
        named = [f"{one.id} {degree}" for one, degree in zip(ranked, degrees, strict=True)]
        message = problem_text("invariant-I5", family=RANKED_FAMILY, models=named)
        yield Breach("invariant-I5", message, ("rank",))


def _breach(code: str, model: RegieModel, *at: str, **values: object) -> Breach:
    return Breach(code, problem_text(code, model=model.id, **values), at)
