"""A process as Mermaid text: a flowchart with a box for everybody who leads, for a wiki or a chat."""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.model.process import Edge, WorkProcess
from lerendwerk_core.text import Lang

SPECIAL = {
    "&": "&amp;",
    '"': "&quot;",
    "<": "&lt;",
    ">": "&gt;",
    "#": "&#35;",
    "`": "&#96;",
    "\\": "&#92;",
}
"""What would end a label, or mean something in it."""


def mermaid_of(process: WorkProcess, lang: Lang = "nl") -> str:
    """Return *process* as a Mermaid flowchart with its labels in *lang*; branches are dotted."""
    return "\n".join(_lines(process, lang)) + "\n"


def _lines(process: WorkProcess, lang: Lang) -> Iterator[str]:
    # Ids of our own: a step that is called "end" would end the text.
    keys = {step.id: f"s{number}" for number, step in enumerate(process.steps, 1)}
    yield "flowchart LR"
    leads = dict.fromkeys(step.lead for step in process.steps)
    for number, lead in enumerate(leads, 1):
        indent = "    "
        if lead:
            yield f'  subgraph r{number}["{escaped(lead)}"]'
        for step in process.steps:
            if step.lead == lead:
                yield f'{indent}{keys[step.id]}["{escaped(step.label.in_(lang))}"]'
        if lead:
            yield "  end"
    for edge in process.edges:
        yield f"  {keys[edge.source]} -->{_label(edge)} {keys[edge.target]}"
    for edge in process.branches:
        yield f"  {keys[edge.source]} -.->{_label(edge)} {keys[edge.target]}"


def _label(edge: Edge) -> str:
    return f'|"{escaped(edge.label)}"|' if edge.label.strip() else ""


def escaped(words: str) -> str:
    """Return *words* as a Mermaid label: on one line, nothing in it that means something."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    line = " ".join(plain.split()) or " "
    return "".join(SPECIAL.get(one, one) for one in line)
