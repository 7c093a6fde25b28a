"""A process as Mermaid text: a flowchart with a box for everybody who leads, for a wiki or a chat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import attrs

from lerendwerk_core.model.drawing import Drawing, DrawnFlow
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.text import Lang
from lerendwerk_core.vocabulary import FlowKind

SPECIAL = {"&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;"}
SPECIAL |= {one: f"#{ord(one)};" for one in "#`\\%{}$"}
"""What would end a label, or mean something in it."""

LISTED = re.compile(r"(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)|^[-*+](?=\s)")
"""What makes a list of a label."""

DIRECTION = re.compile(r"(?i)d(?=irection\s+(TB|TD|BT|RL|LR))")
"""What turns the chart, wherever it stands."""

LINE, DOTTED, HANGS = "-->", "-.->", "-.-"
SHAPES = {
    "task": ("[", "]"),
    "sub": ("[[", "]]"),
    "gateway": ("{", "}"),
    "event": ("((", "))"),
    "pool": ("[", "]"),
    "data": ("[(", ")]"),
}


@attrs.frozen
class _Thing:
    id: str
    label: str
    role: str = ""
    family: str = "task"


@attrs.frozen
class _Arrow:
    source: str
    target: str
    line: str
    label: str = ""


def mermaid_of(process: WorkProcess | Drawing, lang: Lang = "nl") -> str:
    """
    Return *process* as a Mermaid flowchart with its labels in *lang*.

    Branches, messages and data are dotted. A drawing is in the language it was drawn in.
    """
    if isinstance(process, Drawing):
        things, arrows = [*_drawn(process)], [*_drawn_arrows(process)]
    else:
        steps = process.steps
        things = [_Thing(step.id, step.label.in_(lang), step.lead) for step in steps]
        arrows = [_Arrow(one.source, one.target, LINE, one.label) for one in process.edges]
        arrows += [_Arrow(one.source, one.target, DOTTED, one.label) for one in process.branches]
    return "\n".join(_lines(things, arrows)) + "\n"


def _drawn(drawing: Drawing) -> Iterator[_Thing]:
    for node in drawing.nodes:
        yield _Thing(node.id, node.name, node.role, node.family)
    ends = {end for flow in drawing.flows for end in (flow.source, flow.target)}
    for pool in drawing.pools:
        if pool.id in ends:
            yield _Thing(pool.id, pool.name, family="pool")
    for one in drawing.data:
        if one.id in ends:
            yield _Thing(one.id, one.name, family="data")


def _drawn_arrows(drawing: Drawing) -> Iterator[_Arrow]:
    for node in drawing.nodes:
        if node.host:
            yield _Arrow(node.host, node.id, HANGS)
        if node.undone_by:
            yield _Arrow(node.id, node.undone_by, DOTTED)
    for flow in drawing.flows:
        yield _Arrow(flow.source, flow.target, _line(flow), flow.name)


def _line(flow: DrawnFlow) -> str:
    return LINE if flow.kind is FlowKind.SEQUENCE else DOTTED


def _lines(things: Sequence[_Thing], arrows: Sequence[_Arrow]) -> Iterator[str]:
    # Ids of our own: a step that is called "end" would end the text.
    keys = {thing.id: f"s{number}" for number, thing in enumerate(things, 1)}
    yield "flowchart LR"
    roles: dict[str, list[_Thing]] = {}
    for thing in things:
        roles.setdefault(thing.role, []).append(thing)
    for number, (role, own) in enumerate(roles.items(), 1):
        if role:
            yield f'  subgraph r{number}["{escaped(role)}"]'
        for thing in own:
            before, behind = SHAPES[thing.family]
            yield f'    {keys[thing.id]}{before}"{escaped(thing.label)}"{behind}'
        if role:
            yield "  end"
    for arrow in arrows:
        if {arrow.source, arrow.target} <= keys.keys():
            label = f'|"{escaped(arrow.label)}"|' if arrow.label.strip() else ""
            yield f"  {keys[arrow.source]} {arrow.line}{label} {keys[arrow.target]}"


def escaped(words: str) -> str:
    """Return *words* as a Mermaid label: on one line, nothing in it that means something."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    line = " ".join(plain.split()) or " "
    safe = "".join(SPECIAL.get(one, one) for one in line)
    return DIRECTION.sub(_as_number, LISTED.sub(_as_number, safe))


def _as_number(found: re.Match[str]) -> str:
    return f"#{ord(found[0])};"
