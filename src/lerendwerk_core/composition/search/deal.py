"""A first seating: people dealt out like cards, sorted so that like falls beside like."""

from __future__ import annotations

import numpy as np

from lerendwerk_core.composition.search.seats import NOBODY
from lerendwerk_core.composition.tally import SIZE, Ints, Tally


def dealt(tally: Tally, chance: np.random.Generator) -> Ints:
    """
    Return a table of members in which people of one kind are spread over the groups.

    Everyone is dealt in the order of the rarest thing they carry, in turn to the group with the
    fewest; groups fill up to their least size, and further where people must be placed.
    """
    members = np.full((tally.groups, int(tally.size_high.max(initial=1))), NOBODY, np.int32)
    sizes = np.zeros(tally.groups, np.int64)
    order = _order(tally, chance)
    asked = tally.size_low.astype(np.int64)
    for goal in (asked, tally.size_high):
        for person in order:
            wanted = tally.load_high[person] if goal is asked else tally.load_low[person]
            seated = (members == person).any(axis=1) if goal is not asked or wanted > 1 else None
            for _ in range(int(wanted) if seated is None else max(0, int(wanted - seated.sum()))):
                open_ = tally.allowed[person] & (sizes < goal)
                if seated is not None:
                    open_ &= ~seated
                if not open_.any():
                    break
                group = int(np.argmin(np.where(open_, sizes - goal, np.iinfo(np.int64).max)))
                members[group, sizes[group]] = person
                sizes[group] += 1
                if seated is not None:
                    seated[group] = True
    return members


def _order(tally: Tally, chance: np.random.Generator) -> Ints:
    """Return the candidates, those with the rarest first, alike beside alike, ties by chance."""
    flags = tally.columns[:-1] > 0
    flags[:, SIZE] = False
    held = flags.sum(axis=0)
    rarity = np.where(flags, held, len(flags) + 1)
    rarest = rarity.argmin(axis=1)
    luck = chance.random(len(flags))
    return np.lexsort((luck, rarest, rarity.min(axis=1)))
