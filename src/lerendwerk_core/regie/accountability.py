"""Who answers to whom, up to the council (C#20)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.people import Organisation
from lerendwerk_core.model.regie import COUNCIL, EXECUTIVE, Arrangement, RegieModel

PARTNER_HEADS = ("contractpartner", "partner")
MUNICIPAL_HEAD = "gemeente"
PERFORMER = "uitvoerder"


def paths(
    dossier: Dossier, arrangement: Arrangement, model: RegieModel
) -> dict[str, tuple[str, ...]]:
    """
    Return for every organisation its path to the council under *arrangement*.

    The contract partner enters the model's chain at its own place, the municipality below its
    executive, and everyone else as a performer, under the contract partner where there is one.
    """
    return {
        organisation.id: _path(organisation, arrangement, model)
        for organisation in dossier.organisations
    }


def _path(
    organisation: Organisation, arrangement: Arrangement, model: RegieModel
) -> tuple[str, ...]:
    chain = _without_functions(model.chain)
    if organisation.is_municipality:
        return (organisation.id, EXECUTIVE, COUNCIL)
    heads = [part.split(".")[0] for part in chain]
    place = next((heads.index(head) for head in PARTNER_HEADS if head in heads), None)
    if place is None:
        return (organisation.id, *chain)
    above = chain[place + 1 :]
    if not arrangement.partners or organisation.id in arrangement.partners:
        return (organisation.id, *above)
    if heads[place] == "contractpartner":
        return (organisation.id, arrangement.partners[0], *above)
    return (organisation.id, *above)


def _without_functions(chain: Sequence[str]) -> tuple[str, ...]:
    """Return *chain* from the first body on: who performs a step is the organisation itself."""
    return tuple(part for part in chain if part not in (PERFORMER, "teamleider"))


def reaches_council(path: Sequence[str]) -> bool:
    """Whether *path* ends at the council without meeting anyone twice (I2)."""
    return bool(path) and path[-1] == COUNCIL and len(set(path)) == len(path)


def shortest(found: Sequence[Mapping[str, tuple[str, ...]]]) -> dict[str, tuple[str, ...]]:
    """Return per party its shortest path over several arrangements; the first where they are equal."""
    result: dict[str, tuple[str, ...]] = {}
    for arrangement in found:
        for party, path in arrangement.items():
            if party not in result or len(path) < len(result[party]):
                result[party] = path
    return result
