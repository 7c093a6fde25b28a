"""How the routes of a dossier are planned."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.routes import CollectiveNumbers, RouteRequest
from lerendwerk_core.sources.format.fields import may
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    Checked,
    Day,
    Many,
    Number,
    Reading,
    Record,
    Refers,
)

_STANDARD = RouteRequest()
_NUMBERS = _STANDARD.collective
_SHARE = Number(most=1)


def _collective(*, rule: str, **numbers: Any) -> tuple[str, CollectiveNumbers]:
    return rule, CollectiveNumbers(**numbers)


COLLECTIVE = Record(
    [
        may("rule", Refers("collective-rule"), "regel", "rule", _STANDARD.rule),
        may(
            "people",
            Number(whole=True, least=1, most=100_000),
            "minste aantal mensen",
            "fewest people",
            _NUMBERS.people,
        ),
        may("share_of_all", _SHARE, "deel van allen", "share of all", _NUMBERS.share_of_all),
        may(
            "share_of_disciplines",
            _SHARE,
            "deel van de disciplines die het noemen",
            "share of the disciplines that name it",
            _NUMBERS.share_of_disciplines,
        ),
    ],
    _collective,
)


def _request(*, collective: Any, **values: Any) -> RouteRequest:
    values["except_"] = values.pop("except")
    rule, numbers = collective or (_STANDARD.rule, _NUMBERS)
    return RouteRequest(**values, rule=rule, collective=numbers)


def _ends_later(one: RouteRequest, node: Node, reading: Reading) -> None:
    if one.start and one.end and one.end < one.start:
        reading.wrong(node.mark, "end-before-start", start=one.start, end=one.end)


ROUTES = Checked(
    Record(
        [
            may("start", Day(), "eerste bijeenkomst", "first occasion"),
            may("end", Day(), "laatste dag", "last day"),
            may(
                "every",
                Number(whole=True, least=1, most=366),
                "dagen tussen bijeenkomsten",
                "days between occasions",
                _STANDARD.every,
            ),
            may("except", Many(Day(), or_one=True), "niet op deze dagen", "not on these days", ()),
            may(
                "hours_per_occasion",
                Number(least=0.25, most=24),
                "uren per bijeenkomst",
                "hours per occasion",
                _STANDARD.hours_per_occasion,
            ),
            may("hours", Number(), "meeste uren per deelnemer", "most hours per participant"),
            may(
                "groups",
                Many(Refers("group"), or_one=True),
                "voor deze groepen; anders voor alle",
                "for these groups; else for all",
                (),
            ),
            may("collective", COLLECTIVE, "wanneer iets gezamenlijk is", "when a need is shared"),
        ],
        _request,
    ),
    _ends_later,
)
