"""Where respondents differ, and how far they agree: all together, within and between organisations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.answers import CODES, LEVELS, AnswerRound, AnswerSheet, Counts
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.agreement import (
    Ratings,
    alpha_of,
    consensus,
    is_polarised,
    kendalls_w,
    krippendorff_alpha,
    weighted_kappa,
)
from lerendwerk_core.readiness.people.opened import Opened
from lerendwerk_core.vocabulary import Answer

DIGITS = 2


@attrs.frozen(kw_only=True)
class Between(Wired):
    """
    How far organisations agree, each with what its people come to together.

    ``alpha`` is Krippendorff's ordinal alpha, ``kendalls_w`` whether they put the items that all of
    them graded in one order, ``kappas`` Cohen's kappa per pair, weighed by the square of the distance.
    Where a figure is not defined, because nothing could have differed, it is ``None`` or absent.
    """

    alpha: float | None
    kendalls_w: float | None
    kappas: Table[str, Table[str, float]]


@attrs.frozen(kw_only=True)
class Disagreement(Wired):
    """
    On how many items respondents differ, and on how many they span the full scale.

    ``differing`` are those items; of people that is not told, because it would tell of one who stands
    alone. ``polarised`` are the items where the ends stand against each other, ``silent`` those of
    which not even that is told, because it would tell what somebody answered.
    ``alpha`` is Krippendorff's ordinal alpha over all items, ``within`` the same per organisation,
    ``consensus`` that of Tastle and Wierman per item, and ``between`` compares organisations.
    """

    items_differing: int | None
    full_scale: int | None
    differing: tuple[str, ...]
    polarised: tuple[str, ...]
    silent: tuple[str, ...] = ()
    alpha: float | None = None
    consensus: Table[str, float] = attrs.field(factory=Table)
    within: Table[str, float] = attrs.field(factory=Table)
    between: Between | None = None


def of_voices(checklist: Checklist, answered: AnswerRound) -> Disagreement:
    """Return where organisations that each gave one answer differ; no answer is no opinion."""
    counts = {item: answered.counts(item) for item in checklist.item_ids}
    differing = tuple(item for item, one in counts.items() if sum(map(bool, one[:-1])) > 1)
    ends = [item for item in differing if counts[item][0] and counts[item][LEVELS - 1]]
    return Disagreement(
        items_differing=len(differing),
        full_scale=len(ends),
        differing=differing,
        polarised=_polarised(counts),
        alpha=alpha_in(checklist, answered, (0, len(answered))),
        consensus=consensus_of(counts),
        between=between(checklist, Table(answered.sheets())),
    )


def of_people(
    checklist: Checklist,
    answered: AnswerRound,
    told: Opened,
    apart: Mapping[str, AnswerSheet],
) -> Disagreement:
    """Return where people differ, as far as it does not tell what one of them answered."""
    counts = {item: answered.counts(item) for item in checklist.item_ids}
    heard = {item: one for item, one in counts.items() if item not in told.silent}
    return Disagreement(
        items_differing=None,
        full_scale=None,
        differing=(),
        polarised=_polarised(heard),
        silent=tuple(item for item in counts if item in told.silent),
        alpha=alpha_in(checklist, answered, (0, len(answered))),
        consensus=consensus_of({item: n for item, n in counts.items() if told.shows_all(item)}),
        within=Table(_within(checklist, answered, apart)),
        between=between(checklist, apart) if len(apart) > 1 else None,
    )


def _polarised(counts: Mapping[str, Counts]) -> tuple[str, ...]:
    return tuple(item for item, one in counts.items() if is_polarised(one[:LEVELS]))


def _within(
    checklist: Checklist, answered: AnswerRound, names: Iterable[str]
) -> Iterator[tuple[str, float]]:
    for name in names:
        alpha = alpha_in(checklist, answered, answered.spans[name])
        if alpha is not None:
            yield name, alpha


def alpha_in(checklist: Checklist, answered: AnswerRound, span: tuple[int, int]) -> float | None:
    """Return the ordinal alpha of the respondents in *span*."""
    counts = (answered.counts(item, span) for item in checklist.item_ids)
    return rounded(alpha_of([one[:LEVELS] for one in counts]))


def consensus_of(counts: Mapping[str, Counts]) -> Table[str, float]:
    """Return the consensus on every item that enough respondents graded."""
    return Table(_consensus(counts))


def _consensus(counts: Mapping[str, Counts]) -> Iterator[tuple[str, float]]:
    for item, one in counts.items():
        found = consensus(one[:LEVELS]) if sum(one[:LEVELS]) >= SMALLEST_CELL else None
        if found is not None:
            yield item, round(found, DIGITS)


def between(checklist: Checklist, sheets: Mapping[str, AnswerSheet]) -> Between:
    """Return how far the organisations with these *sheets* agree."""
    ratings = {name: _levels(checklist, sheet) for name, sheet in sheets.items()}
    return Between(
        alpha=rounded(krippendorff_alpha(list(ratings.values()))),
        kendalls_w=rounded(kendalls_w(_graded_by_all(list(ratings.values())))),
        kappas=Table(_kappas(ratings)),
    )


def _kappas(ratings: Mapping[str, Sequence[int | None]]) -> Iterator[tuple[str, Table[str, float]]]:
    names = sorted(ratings)
    for at, name in enumerate(names[:-1]):
        found = (
            (other, weighted_kappa(ratings[name], ratings[other])) for other in names[at + 1 :]
        )
        yield name, Table((other, round(one, DIGITS)) for other, one in found if one is not None)


def _graded_by_all(ratings: Ratings) -> Ratings:
    kept = [column for column in zip(*ratings, strict=True) if None not in column]
    return list(zip(*kept, strict=True)) if kept else []


def _levels(checklist: Checklist, sheet: AnswerSheet) -> list[int | None]:
    """Return the answers of one voice as levels; what does not apply is no level."""
    codes = (CODES[sheet.get(item, Answer.UNANSWERED)] for item in checklist.item_ids)
    return [code if code < LEVELS else None for code in codes]


def rounded(figure: float | None, digits: int = DIGITS) -> float | None:
    """Return *figure* as it is shown, perhaps in fewer *digits* than others are."""
    return None if figure is None else round(round(figure, DIGITS), digits) + 0.0  # no -0.0
