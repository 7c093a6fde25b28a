"""
To whom an actor of a regie model answers, up to the council (I2).

The line is the model's chain. An actor outside it answers to whom the model says; without a word on
that, a kind of party answers to its own part of the chain (``partner`` to ``partner.directie``), the
municipality's own people to the executive, and anyone else as those who do the work.
"""

from __future__ import annotations

from lerendwerk_core.model.raci import COUNCIL
from lerendwerk_core.model.regie import EXECUTIVE, MUNICIPAL_HR, MUNICIPALITY, RegieModel

PERFORMERS = ("uitvoerder", "teamleider")
"""Who stands at the foot of a chain without being a body: in a dossier, the organisation itself."""


def head_of(actor: str) -> str:
    """Return the party that *actor* is a part of: ``partner`` for ``partner.directie``."""
    return MUNICIPALITY if actor == MUNICIPAL_HR else actor.split(".", maxsplit=1)[0]


def is_municipal(actor: str) -> bool:
    """Whether *actor* is the council, the executive, or someone of the municipality."""
    return actor in (COUNCIL, EXECUTIVE) or head_of(actor) == MUNICIPALITY


def answers_to(model: RegieModel, actor: str) -> str:
    """Return whom *actor* answers to under *model*; the council answers to nobody."""
    if actor in model.chain[:-1]:
        return model.chain[model.chain.index(actor) + 1]
    if actor in model.accountable_to:
        return model.accountable_to[actor]
    own = (one for one in model.chain if head_of(one) == head_of(actor) and one != actor)
    if above := next(own, ""):
        return above
    if head_of(actor) == MUNICIPALITY or actor == EXECUTIVE:
        return COUNCIL if actor == EXECUTIVE else EXECUTIVE
    return next((one for one in model.chain if one not in PERFORMERS), COUNCIL)


def path_of(model: RegieModel, actor: str) -> tuple[str, ...]:
    """
    Return the path of *actor* to the council under *model*, itself first.

    Where somebody would be met twice the path breaks off, so that it does not end at the council.
    """
    path = [actor]
    while path[-1] != COUNCIL:
        above = answers_to(model, path[-1])
        if above in path:
            break
        path.append(above)
    return tuple(path)


def reaches_council(path: tuple[str, ...]) -> bool:
    """Whether *path* ends at the council without meeting anyone twice (I2)."""
    return bool(path) and path[-1] == COUNCIL and len(set(path)) == len(path)


def accountable_actors(model: RegieModel) -> tuple[str, ...]:
    """Return everyone whom *model* makes accountable for an activity, each once."""
    named = (actor for row in model.raci.values() for actor in row.accountable)
    return tuple(dict.fromkeys(named))
