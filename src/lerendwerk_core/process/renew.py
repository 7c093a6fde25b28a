"""The next version of a process, as moves and changes of this one (C#53)."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.process import Change, Edge, Move, Step, WorkProcess
from lerendwerk_core.model.raci import RaciRow


def renewed(process: WorkProcess) -> WorkProcess | None:
    """Return the version that the renewal of *process* describes, or ``None`` without one."""
    if process.renewal is None:
        return None
    steps = {step.id: step for step in process.steps}
    edges = process.edges
    for move in process.renewal.move:
        edges = moved(edges, move)
        steps[move.step] = led_by(steps[move.step], move.lead)
    for change in process.renewal.change:
        steps[change.step] = changed(steps[change.step], change)
    return attrs.evolve(
        process,
        version=process.version + 1,
        steps=tuple(steps.values()),
        edges=edges,
        renewal=None,
    )


def moved(edges: tuple[Edge, ...], move: Move) -> tuple[Edge, ...]:
    """
    Return the main path with the step taken out and put back after another.

    Those before the step are joined to those after it, and the step takes over what its new
    predecessor led to.
    """
    step, after = move.step, move.to_after
    before = [edge for edge in edges if edge.target == step]
    behind = [edge for edge in edges if edge.source == step]
    others = [edge for edge in edges if step not in (edge.source, edge.target)]
    joined = [Edge(source=i.source, target=o.target, label=i.label) for i in before for o in behind]
    closed = [*others, *(edge for edge in joined if edge.source != edge.target)]
    rest = [edge for edge in closed if edge.source != after]
    follow = [attrs.evolve(edge, source=step) for edge in closed if edge.source == after]
    return tuple(dict.fromkeys((*rest, Edge(source=after, target=step), *follow)))


def led_by(step: Step, lead: str) -> Step:
    """Return *step* with *lead* as its first performer; those who performed it stay."""
    if not lead:
        return step
    others = tuple(one for one in step.performers if one != lead)
    return attrs.evolve(step, performers=(lead, *others))


def changed(step: Step, change: Change) -> Step:
    """Return *step* with what *change* names."""
    fields = ("label", "performers", "touch", "wait", "goals", "stance", "registered")
    given = {name: getattr(change, name) for name in fields if getattr(change, name) is not None}
    return led_by(attrs.evolve(step, **given, raci=_raci(step, change)), change.lead)


def _raci(step: Step, change: Change) -> RaciRow | None:
    cells = ("accountable", "responsible", "consulted", "informed")
    given = {name: getattr(change, name) for name in cells if getattr(change, name) is not None}
    if not given:
        return step.raci
    return attrs.evolve(step.raci or RaciRow(accountable=(), responsible=()), **given)
