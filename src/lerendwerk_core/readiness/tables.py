"""The advice as tidy tables: a row per voice, a row per count, in any frame one works with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lerendwerk_core.model.frame import COUNT, TEXT, YES_OR_NO, Row, as_frame

if TYPE_CHECKING:
    from lerendwerk_core.readiness.result import Readiness

ADVICE_COLUMNS = {
    **dict.fromkeys(("moment", "of", "name", "route"), TEXT),
    **dict.fromkeys(("items", "deficient", "margin"), COUNT),
}
COUNT_COLUMNS = {
    **dict.fromkeys(("moment", "item", "organisation", "answer"), TEXT),
    "count": COUNT,
    "hidden": YES_OR_NO,
}


def advice_table(readiness: Readiness, backend: str | None = None) -> Any:
    """
    Return a row per advice: of all together, of each respondent and organisation, in every round.

    ``of`` is ``all``, ``respondent`` or ``organisation``. *backend* (``pandas``, ``polars``,
    ``pyarrow``) gives a frame, none a list of rows.

    Raises:
        MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
    """
    return as_frame(_advice_rows(readiness), ADVICE_COLUMNS, backend)


def count_table(readiness: Readiness, backend: str | None = None) -> Any:
    """
    Return a row per item, organisation and answer, with how many people gave it; empty if hidden.

    ``organisation`` is empty for those that are too small together, and ``Total`` for all; ``answer``
    is ``Total`` for how many people there are.

    Raises:
        MissingExtraError: As :func:`advice_table`.
    """
    return as_frame(_count_rows(readiness), COUNT_COLUMNS, backend)


def _rounds(readiness: Readiness) -> dict[str, Readiness]:
    return dict(readiness.rounds) or {"": readiness}


def _advice_rows(readiness: Readiness) -> Iterator[Row]:
    for moment, one in _rounds(readiness).items():
        yield _advice(moment, "all", "", one)
        for of, apart in (("respondent", one.respondents), ("organisation", one.organisations)):
            for name, voice in apart.items():
                yield _advice(moment, of, name, voice)


def _advice(moment: str, of: str, name: str, one: Readiness) -> Row:
    return {
        "moment": moment,
        "of": of,
        "name": name,
        "route": one.route.value,
        "items": one.items,
        "deficient": one.deficient,
        "margin": one.margin,
    }


def _count_rows(readiness: Readiness) -> Iterator[Row]:
    for moment, one in _rounds(readiness).items():
        for item, rows in one.answers.items():
            for organisation, counts in rows.items():
                for answer, count in counts.items():
                    yield {
                        "moment": moment,
                        "item": item,
                        "organisation": organisation,
                        "answer": answer,
                        "count": count,
                        "hidden": count is None,
                    }
