"""Who answers to whom, up to the council (C#20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.people import Organisation
from lerendwerk_core.model.raci import COUNCIL
from lerendwerk_core.model.regie import EXECUTIVE, Arrangement, RegieModel
from lerendwerk_core.regie.answering import PERFORMERS, accountable_actors, head_of, path_of

CONTRACT_PARTNER = "contractpartner"
PARTNER_HEADS = (CONTRACT_PARTNER, "partner")


def paths(
    dossier: Dossier, arrangement: Arrangement, model: RegieModel
) -> dict[str, tuple[str, ...]]:
    """
    Return for every organisation its path to the council under *arrangement*.

    The contract partner enters the model's chain at its own place, the municipality below its
    executive, and everyone else as a performer, under the contract partner where there is one.
    Whatever an organisation is called, its path ends at the council and meets nobody twice (I2).
    """
    return {
        organisation.id: _path(organisation, arrangement, model)
        for organisation in dossier.organisations
    }


def actor_paths(model: RegieModel) -> dict[str, tuple[str, ...]]:
    """Return for every actor whom *model* makes accountable its path to the council (I2)."""
    return {actor: path_of(model, actor) for actor in accountable_actors(model)}


def _path(
    organisation: Organisation, arrangement: Arrangement, model: RegieModel
) -> tuple[str, ...]:
    if organisation.is_municipality:
        return _entering(organisation.id, (EXECUTIVE, COUNCIL))
    chain = tuple(part for part in model.chain if part not in PERFORMERS)
    heads = [head_of(part) for part in chain]
    place = next((heads.index(head) for head in PARTNER_HEADS if head in heads), None)
    if place is None:
        return _entering(organisation.id, chain)
    above = chain[place + 1 :]
    partners = arrangement.partners
    if heads[place] == CONTRACT_PARTNER and partners and organisation.id not in partners:
        above = _entering(partners[0], above)
    return _entering(organisation.id, above)


def _entering(party: str, above: tuple[str, ...]) -> tuple[str, ...]:
    """Return *above* from *party* on; one who is in it already keeps that place."""
    return above[above.index(party) :] if party in above else (party, *above)


def shortest(found: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return per party its shortest path over several arrangements; the first where they are equal."""
    result: dict[str, tuple[str, ...]] = {}
    for arrangement in found:
        for party, path in arrangement.items():
            if party not in result or len(path) < len(result[party]):
                result[party] = path
    return result
