"""The groups, resources and people that a node names itself as those who may do it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lerendwerk_core.sources.bpmn.collect import Collected, Met, resolve
from lerendwerk_core.sources.bpmn.names import clean
from lerendwerk_core.sources.xml import Element

OWNERS = ("potentialOwner", "humanPerformer", "performer", "resourceRole")
_EXPRESSION = re.compile(r"[$#]\{|^\s*=")
_GROUP = re.compile(r"group\(([^()]*)\)")
_USER = re.compile(r"user\([^()]*\)")


def candidates(met: Met, found: Collected) -> tuple[str, ...]:
    """Return who may do *met*: groups and resources, else who it is assigned to."""
    named = _tidy((*_groups(met.element), *_owners(met.element, found)))
    return named or _tidy(_assigned(met.element))


def _tidy(said: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(clean, said))))


def is_expression(candidate: str) -> bool:
    """Whether *candidate* is worked out when the process runs, and so says nothing here."""
    return bool(_EXPRESSION.search(candidate))


def _saying(element: Element) -> Iterator[Element]:
    """Yield the element itself and its extensions."""
    yield element
    for extensions in element.named("extensionElements"):
        yield from extensions.children


def _groups(element: Element) -> Iterator[str]:
    for place in _saying(element):
        yield from _split(place.get("candidateGroups"))


def _assigned(element: Element) -> Iterator[str]:
    return (place.get("assignee") for place in _saying(element))


def _owners(element: Element, found: Collected) -> Iterator[str]:
    for owner in element.named(*OWNERS):
        named = [*_resources(owner, found), *_expressions(owner)]
        yield from named or [owner.get("name")]


def _resources(owner: Element, found: Collected) -> Iterator[str]:
    for reference in owner.named("resourceRef"):
        key = resolve(reference.text, found.resources)
        name = found.resources[key].element.get("name") if key else ""
        yield name or reference.text


def _expressions(owner: Element) -> Iterator[str]:
    for assignment in owner.named("resourceAssignmentExpression"):
        for expression in (assignment, *assignment.named("formalExpression", "expression")):
            groups = _GROUP.findall(expression.text)
            yield from groups or _split(_USER.sub("", expression.text))


def _split(text: str) -> list[str]:
    return [text] if is_expression(text) else text.split(",")
