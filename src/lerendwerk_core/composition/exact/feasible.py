"""Where the search met no seating: is there one at all? The exact solver may know, whatever goals are."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.exact.linear import linear, seated, size_of
from lerendwerk_core.composition.tally import tallied
from lerendwerk_core.model.composition import CompositionProblem, Seating
from lerendwerk_core.model.table import Table


def some_seating(
    problem: CompositionProblem, *, seed: int, nodes: int, largest: int, stop: Callable[[], bool]
) -> Seating | None:
    """
    Return a seating that keeps to all that is hard, or one that says there is none.

    Nothing where it is not known: the solver is not there, the problem has more than *largest*
    variables, or *nodes* of the search tree or the time until *stop* were not enough.
    """
    tally = tallied(attrs.evolve(problem, goals=()))
    if not highs.is_there() or stop() or size_of(tally) > largest:
        return None
    model = linear(tally, soft=False)
    answer = highs.solved(model, {}, stop=stop, nodes=nodes)
    impossible = answer.status == "infeasible"
    if not impossible and answer.solution is None:
        return None
    codes = [one.code for one in problem.candidates]
    places = [] if answer.solution is None else seated(model, answer.solution)
    members = zip(problem.groups, places, strict=not impossible)
    return Seating(
        members=Table((group.id, tuple(codes[one] for one in who)) for group, who in members),
        stopped_by="proof" if impossible else "effort",
        seed=seed,
        impossible=impossible,
    )
