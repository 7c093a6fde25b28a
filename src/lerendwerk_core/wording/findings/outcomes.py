"""Findings of stages 8 and 9: outcomes and review."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "measure-unknown": (
        _NOTE,
        Text(
            "Van '{series}' is niet bekend welke kant op beter is.",
            "It is not known which way '{series}' improves.",
        ),
    ),
    "outcome-worse": (
        _WARNING,
        Text("{series} ging achteruit op {moments}.", "{series} got worse at {moments}."),
    ),
    "outcome-suppressed": (
        _NOTE,
        Text(
            "{series}: te weinig respondenten om te tonen op {moments}.",
            "{series}: too few respondents to show at {moments}.",
        ),
    ),
    "outcome-one-moment": (
        _NOTE,
        Text(
            "{series} is één keer gemeten; een ontwikkeling vraagt er twee.",
            "{series} was measured once; a trend takes two moments.",
        ),
    ),
    "response-unknown": (
        _NOTE,
        Text(
            "{series}: het aantal respondenten op {moments} is niet vastgelegd.",
            "{series}: the number of respondents at {moments} is not recorded.",
        ),
    ),
    "outcome-few": (
        _NOTE,
        Text(
            "{series}: minder dan {few} waarnemingen op {moments}; een verschil kan van enkele antwoorden komen.",
            "{series}: fewer than {few} observations at {moments}; a difference may come from a few answers.",
        ),
    ),
    "outcome-columns-ignored": (
        _NOTE,
        Text("{file}: niet gelezen zijn {columns}.", "{file}: left unread are {columns}."),
    ),
    "outcome-told-twice": (
        _WARNING,
        Text(
            "{series} is opgeschreven en ook berekend uit antwoorden; getoond is wat is berekend.",
            "{series} was written down and also scored from answers; what was scored is shown.",
        ),
    ),
    "instrument-unfounded": (
        _WARNING,
        Text(
            "De vragenlijst {instrument} bouwt voort op een die er niet is en telt niet mee.",
            "The instrument {instrument} extends one that is not there and is not scored.",
        ),
    ),
    "instrument-off-scale": (
        _WARNING,
        Text(
            "Er zijn antwoorden buiten de schaal van {instrument}; die tellen als niet beantwoord.",
            "There are answers outside the scale of {instrument}; they count as not answered.",
        ),
    ),
    "items-worsened": (
        _WARNING,
        Text("Slechter dan bij {before}: {items}.", "Worse than at {before}: {items}."),
    ),
    "review-overdue": (
        _WARNING,
        Text("De terugblik {moment} is over tijd.", "Review {moment} is overdue."),
    ),
}
