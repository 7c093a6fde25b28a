"""
The elements of a file, by family and id, each with what it stands in.

One pass in document order. Of two elements with one id the first keeps it; the second, like one
without an id, goes by its place in the file, so that nothing is lost and every id is unique.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import attrs

from lerendwerk_core.model.drawing import SUBPROCESSES
from lerendwerk_core.sources.bpmn.names import (
    DATA,
    EVENT_DEFINITION,
    FLOWS,
    HOMES,
    LISTINGS,
    NODES,
    spellings,
)
from lerendwerk_core.sources.xml import Element


class Surroundings(NamedTuple):
    """What an element stands in, by id; ``at_home`` where nodes belong, ``foreign`` in extensions."""

    process: str = ""
    sub: str = ""
    lane: str = ""
    node: str = ""
    depth: int = 0
    at_home: bool = False
    foreign: bool = False


class Met(NamedTuple):
    """An element where it was met, under an id of its own."""

    element: Element
    key: str
    within: Surroundings


Family = dict[str, Met]
_FAMILIES = {
    **dict.fromkeys(NODES, "nodes"),
    **dict.fromkeys(FLOWS, "flows"),
    **dict.fromkeys(DATA, "data"),
    "process": "processes",
    "participant": "pools",
    "lane": "lanes",
    "message": "messages",
    "resource": "resources",
}


@attrs.define
class Collected:
    """Everything that was met; ``listed`` pairs lanes with what they list."""

    counts: Counter[str] = attrs.field(factory=Counter)
    ids: Counter[str] = attrs.field(factory=Counter)
    processes: Family = attrs.field(factory=dict)
    pools: Family = attrs.field(factory=dict)
    lanes: Family = attrs.field(factory=dict)
    nodes: Family = attrs.field(factory=dict)
    flows: Family = attrs.field(factory=dict)
    data: Family = attrs.field(factory=dict)
    messages: Family = attrs.field(factory=dict)
    resources: Family = attrs.field(factory=dict)
    definitions: Family = attrs.field(factory=dict)
    listed: list[tuple[str, str]] = attrs.field(factory=list)

    def knows(self, reference: str) -> bool:
        """Whether any element has the id that *reference* means."""
        return any(name in self.ids for name in spellings(reference))


def resolve(reference: str, *families: Family) -> str:
    """Return the id in one of *families* that *reference* means, or an empty text."""
    for name in spellings(reference):
        if any(name in family for family in families):
            return name
    return ""


def collect(root: Element, namespaces: frozenset[str]) -> Collected:
    """Return what is below *root* and in one of *namespaces*."""
    found = Collected()
    waiting = [(child, Surroundings()) for child in reversed(root.children)]
    while waiting:
        element, within = waiting.pop()
        inside = _take(element, within, found) if element.namespace in namespaces else within
        waiting.extend((child, inside) for child in reversed(element.children))
    return found


def _take(element: Element, within: Surroundings, found: Collected) -> Surroundings:
    """Note *element*, and return what its children stand in."""
    name = element.name
    found.counts[name] += 1
    if within.foreign:
        return within
    if name == "extensionElements":
        return within._replace(foreign=True)
    if element.get("id").strip():
        found.ids[element.get("id").strip()] += 1
    if name in LISTINGS and within.lane:
        found.listed.append((within.lane, element.text))
    key = _keep(element, within, found)
    if name in NODES and within.lane:  # drawn into the lane itself, which is as good as listed
        found.listed.append((within.lane, key))
    return _inside(name, key, within)


def _keep(element: Element, within: Surroundings, found: Collected) -> str:
    """Put *element* in its family, if it has one, and return the id that it goes by there."""
    name = element.name
    defines = name.endswith(EVENT_DEFINITION)
    family = "definitions" if defines else _FAMILIES.get(name)
    if family is None:
        return ""
    kept: Family = getattr(found, family)
    key = _free(element, kept)
    kept[key] = Met(element, key, within)
    return key


def _free(element: Element, kept: Family) -> str:
    key = element.get("id").strip() or _by_place(element)
    if key in kept:
        key = _by_place(element)
    while key in kept:  # an id that looks like a place
        key += "'"
    return key


def _by_place(element: Element) -> str:
    return f"{element.name}@{element.mark.line}:{element.mark.column}"


def _inside(name: str, key: str, within: Surroundings) -> Surroundings:
    at_home = name in HOMES
    if name in SUBPROCESSES:
        return within._replace(sub=key, node=key, lane="", depth=within.depth + 1, at_home=at_home)
    if name in NODES:
        return within._replace(node=key, at_home=False)
    if name == "process":
        return Surroundings(process=key, at_home=True)
    if name == "lane":
        return within._replace(lane=key, depth=within.depth + 1, at_home=False)
    return within if at_home == within.at_home else within._replace(at_home=at_home)
