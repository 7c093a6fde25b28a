"""The register of what there is to unlearn."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.unlearning import Turn, UnlearnEvent, UnlearnGoal
from lerendwerk_core.sources.format.fields import EN, NL, TEXT, may, needed
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    Checked,
    Day,
    Defines,
    Keyed,
    Many,
    OneOf,
    Reading,
    Record,
    Refers,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import UnlearnKind, UnlearnState


def _event(*, nl: Any, en: Any, **values: Any) -> UnlearnEvent:
    return UnlearnEvent(cause=Text.of(nl, en) if nl or en else None, **values)


EVENT = Record(
    [
        needed("date", Day(), "dag", "day"),
        needed("state", OneOf(UnlearnState), "stand vanaf die dag", "state from that day on"),
        NL,
        EN,
    ],
    _event,
)


TURN = Record(
    [
        may("thinking", TEXT, "kanteling in het denken", "turn in thinking"),
        may("doing", TEXT, "kanteling in het doen", "turn in doing"),
    ],
    Turn,
)


def _unlearn(*, nl: Any, en: Any, **values: Any) -> UnlearnGoal:
    return UnlearnGoal(label=Text.of(nl or en or values["id"], en), **values)


def _tied_rightly(goal: UnlearnGoal, node: Node, reading: Reading) -> None:
    """Only a pattern is tied to a step, only a belief to a principle (C#34)."""
    if goal.step and goal.kind is not UnlearnKind.PATTERN:
        reading.wrong(node.mark, "only-patterns-have-steps", goal=goal.id)
    if goal.principle and goal.kind is not UnlearnKind.BELIEF:
        reading.wrong(node.mark, "only-beliefs-have-principles", goal=goal.id)
    days = [one.date for one in goal.events]
    if len(set(days)) < len(days):
        reading.wrong(node.mark, "two-states-on-a-day", goal=goal.id)


UNLEARN = Checked(
    Record(
        [
            needed("id", Defines("unlearn"), "wat afgeleerd wordt", "what is unlearned"),
            needed(
                "kind",
                OneOf(UnlearnKind),
                "overtuiging, patroon of loyaliteit",
                "belief, pattern or loyalty",
            ),
            NL,
            EN,
            may("replaced_by", TEXT, "wat ervoor in de plaats komt", "what takes its place"),
            may(
                "stage", Keyed(OneOf(UnlearnState)), "stand per moment", "state per moment", Table()
            ),
            may("events", Many(EVENT), "wat er op een dag gebeurde", "what happened on a day", ()),
            may(
                "groups",
                Many(Refers("group"), or_one=True),
                "van deze groepen; anders van allen",
                "of these groups; else of all",
                (),
            ),
            may("step", Refers("step"), "stap van het patroon", "step of the pattern", ""),
            may(
                "principle",
                Refers("principle"),
                "principe waar de overtuiging mee botst",
                "principle that the belief is at odds with",
                "",
            ),
            may(
                "blocks", TURN, "kanteling die het tegenhoudt", "turn that it stands in the way of"
            ),
        ],
        _unlearn,
    ),
    _tied_rightly,
)
