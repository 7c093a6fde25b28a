"""
Whose a node is: a ladder, of which the first rung that says anything counts.

A lane that lists it, the deepest one; for a boundary event the lane of what it hangs on; the lane of
the sub-process around it; the lane in which it lies in the picture. Without a lane that has a name:
the pool, and then what the node says itself.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.sources.bpmn.candidates import candidates, is_expression
from lerendwerk_core.sources.bpmn.collect import Collected, Met, resolve
from lerendwerk_core.sources.bpmn.names import clean
from lerendwerk_core.sources.bpmn.notes import Notes
from lerendwerk_core.sources.bpmn.places import LanePlaces, Places
from lerendwerk_core.vocabulary import RoleFrom


@attrs.frozen
class Standing:
    """Where a node stands, and whose it is."""

    host: str = ""
    lane: str = ""
    lane_from: RoleFrom = RoleFrom.NOWHERE
    role: str = ""
    role_from: RoleFrom = RoleFrom.NOWHERE
    candidates: tuple[str, ...] = ()


def standings(found: Collected, places: Places, notes: Notes) -> dict[str, Standing]:
    """Return the standing of every node of *found*."""
    ladder = _Ladder(found, places, notes)
    for met in found.nodes.values():
        if met.element.name != "boundaryEvent":
            ladder.climb(met)
    for met in found.nodes.values():  # a host may stand behind what hangs on it
        if met.element.name == "boundaryEvent":
            ladder.climb(met)
    _tell_of_places(ladder.reached, notes)
    return {key: ladder.reached[key] for key in found.nodes}


def _tell_of_places(reached: dict[str, Standing], notes: Notes) -> None:
    by_place = [key for key, one in reached.items() if one.lane_from is RoleFrom.PLACE]
    if by_place:
        notes.tell("drawing-by-place", by_place[0], count=str(len(by_place)))


class _Ladder:
    """What the rungs need, and the standings so far."""

    def __init__(self, found: Collected, places: Places, notes: Notes) -> None:
        self.reached: dict[str, Standing] = {}
        self._found, self._notes = found, notes
        self._names = _lane_names(found)
        self._listed = _listed(found, notes)
        self._process_of = {key: met.within.process for key, met in found.lanes.items()}
        around = {key: met.within.lane for key, met in found.lanes.items()}
        self._by_place = LanePlaces(places, around)
        self._pools = _pool_names(found)
        self._with_lanes = set(self._process_of.values())

    def climb(self, met: Met) -> None:
        """Note the standing of *met*."""
        host = self._host(met)
        lanes = [(lane, rung) for lane, rung in self._lanes(met, host) if lane]
        lane, lane_from = next(iter(lanes), ("", RoleFrom.NOWHERE))
        may = candidates(met, self._found)
        roles = (
            *((self._names[lane], rung) for lane, rung in lanes),
            *self._without_lane(met, may),
        )
        role, role_from = next((one for one in roles if one[0]), ("", RoleFrom.NOWHERE))
        self.reached[met.key] = Standing(host, lane, lane_from, role, role_from, may)

    def _host(self, met: Met) -> str:
        if met.element.name != "boundaryEvent":
            return ""
        host = resolve(met.element.get("attachedToRef"), self._found.nodes)
        if host and self._found.nodes[host].element.name != "boundaryEvent":
            return host
        self._notes.warn("drawing-no-host", met.key, id=met.key)
        return ""

    def _lanes(self, met: Met, host: str) -> Iterator[tuple[str, RoleFrom]]:
        """Yield what each rung with a lane says; the picture only if nothing else does."""
        listed = self._choose(met, host)
        of_host = self.reached[host] if host else Standing()
        of_sub = self.reached[met.within.sub] if met.within.sub else Standing()
        yield listed, RoleFrom.LANE
        if of_host.lane_from is RoleFrom.LANE:
            yield of_host.lane, RoleFrom.HOST
        yield of_sub.lane, RoleFrom.AROUND
        yield of_host.lane, RoleFrom.HOST
        if not (listed or of_host.lane or of_sub.lane):
            yield self._drawn_in(met), RoleFrom.PLACE

    def _choose(self, met: Met, host: str) -> str:
        """Return the deepest lane that lists *met*; of several, its host's or the one it is drawn in."""
        lanes = self._listed.get(met.key, [])
        if len(lanes) <= 1:
            return next(iter(lanes), "")
        of_host = self.reached[host].lane if host else ""
        chosen = next((one for one in (of_host, self._drawn_in(met)) if one in lanes), lanes[0])
        name = clean(met.element.get("name")) or met.key
        lane = self._names[chosen] or chosen
        self._notes.tell("drawing-two-lanes", met.key, name=name, lane=lane)
        return chosen

    def _drawn_in(self, met: Met) -> str:
        process = met.within.process
        lonely = process not in self._with_lanes and process not in self._pools
        return self._by_place.of(met.key, self._process_of, None if lonely else process)

    def _without_lane(self, met: Met, may: tuple[str, ...]) -> Iterator[tuple[str, RoleFrom]]:
        yield self._pools.get(met.within.process, ""), RoleFrom.POOL
        for candidate in may:
            if not is_expression(candidate):
                yield candidate, RoleFrom.CANDIDATES


def _lane_names(found: Collected) -> dict[str, str]:
    """Return the name of every lane, or of the nearest lane around it that has one."""
    names: dict[str, str] = {}
    for key, met in found.lanes.items():
        names[key] = clean(met.element.get("name")) or names.get(met.within.lane, "")
    return names


def _listed(found: Collected, notes: Notes) -> dict[str, list[str]]:
    """Return for every node the deepest lanes that list it."""
    listed: dict[str, list[str]] = {}
    for lane, reference in found.listed:
        node = resolve(reference, found.nodes)
        if node:
            listed.setdefault(node, []).append(lane)
        elif reference.strip() and not found.knows(reference):
            notes.tell("drawing-listed-nothing", lane, lane=lane, id=reference.strip())
    return {node: _deepest(lanes, found) for node, lanes in listed.items()}


def _deepest(lanes: list[str], found: Collected) -> list[str]:
    depths = {lane: found.lanes[lane].within.depth for lane in lanes}
    most = max(depths.values())
    return [lane for lane, depth in depths.items() if depth == most]


def _pool_names(found: Collected) -> dict[str, str]:
    """Return for every process the name of its first pool that has one."""
    names: dict[str, str] = {}
    for met in found.pools.values():
        process = resolve(met.element.get("processRef"), found.processes)
        name = clean(met.element.get("name"))
        if process and not names.get(process):
            names[process] = name
    return names
