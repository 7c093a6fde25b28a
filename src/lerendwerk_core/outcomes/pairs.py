"""
Which two moments are compared by the same units, without telling of the few that left or joined.

Of a comparison by pairs the rest of both moments can be worked out from the means: those who left and
those who joined. Each is nobody, or enough; so is what distinguishes them from the rest of another
comparison at the same moment. Beside cells of a breakdown, pairs are only compared where all stayed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.model.outcomes import Observation
from lerendwerk_core.outcomes.difference import Difference, paired, unpaired

Values = Mapping[str, Sequence[tuple[str, float]]]
"""Code and value of every unit, by moment."""


def values_of(rows: Mapping[str, Sequence[Observation]], measure: str) -> Values:
    """Return code and value of *measure* of every observation in *rows*."""
    return {
        moment: [(row.code, row.values[measure]) for row in found] for moment, found in rows.items()
    }


@attrs.define
class Comparing:
    """Compares moments one after the other, and remembers whose rest is known at which of them."""

    values: Values
    minimum: int
    has_cells: bool = False
    rests: dict[str, list[frozenset[str]]] = attrs.field(factory=dict)

    def difference(self, before: str, after: str) -> Difference:
        """Return the difference between two moments, by pairs where that tells of nobody else."""
        earlier, later = dict(self.values[before]), dict(self.values[after])
        stayed = [code for code in earlier if code in later]
        if self._may_pair(before, after, stayed):
            pairs = [(earlier[code], later[code]) for code in stayed]
            return paired(pairs, (before, after))
        first, last = ([one for _, one in self.values[moment]] for moment in (before, after))
        return unpaired(first, last, (before, after))

    def _may_pair(self, before: str, after: str, stayed: Sequence[str]) -> bool:
        if below(len(stayed), self.minimum) or not all(map(self._is_coded, (before, after))):
            return False
        rests = {
            moment: frozenset(code for code, _ in self.values[moment]) - set(stayed)
            for moment in (before, after)
        }
        if not all(self._is_open(moment, rest) for moment, rest in rests.items()):
            return False
        if self.has_cells and any(rests.values()):
            return False
        for moment, rest in rests.items():
            self.rests.setdefault(moment, []).append(rest)
        return True

    def _is_coded(self, moment: str) -> bool:
        """Whether every unit at *moment* can be told by its code."""
        codes = {code for code, _ in self.values[moment]}
        return "" not in codes and len(codes) == len(self.values[moment])

    def _is_open(self, moment: str, rest: frozenset[str]) -> bool:
        known = self.rests.get(moment, [])
        apart = (part for one in known for part in (one - rest, rest - one))
        return not any(0 < len(part) < self.minimum for part in (rest, *apart))
