"""Needs: what is shared widely enough for a collective route, and what stays personal (C#57)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import attrs

from lerendwerk_core.disclosure import below, total_of
from lerendwerk_core.model.contracts import CollectiveRule
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import Need, NeedCount
from lerendwerk_core.model.routes import CollectiveNumbers
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class StandardRule:
    """
    A need is collective when enough people name it, who are a large enough part of the staff or of the
    disciplines that name it.

    Our own reading; the source gives no number. The numbers are there to be changed.
    """

    key: str = "standard"

    def holds(self, count: NeedCount, asked: CollectiveNumbers) -> bool:
        """Whether a need that so many people name is collective."""
        wide = count.named >= asked.share_of_all * count.staff
        deep = count.named >= asked.share_of_disciplines * count.staff_of_disciplines
        return count.named >= asked.people and (wide or deep)

    def because(self, asked: CollectiveNumbers) -> Text:
        """Return in words what the rule asks."""
        return reason(
            "collective-standard",
            people=asked.people,
            all=round(asked.share_of_all * 100),
            disciplines=round(asked.share_of_disciplines * 100),
        )


@attrs.frozen(kw_only=True)
class NeedFigures(Wired):
    """
    A need as others may see it.

    ``total`` is ``None`` and ``suppressed`` true when it is under the minimum cell, or would give a
    small cell away; ``cells_below_minimum`` names the disciplines that are too small to show.
    """

    id: str
    label: Text
    total: int | None
    collective: bool
    cells_below_minimum: tuple[str, ...]
    suppressed: bool
    because: tuple[Text, ...]


def need_figures(dossier: Dossier, rule: CollectiveRule) -> tuple[NeedFigures, ...]:
    """Return every need of *dossier* that may be used, as others may see it."""
    staff = Counter(person.discipline for person in dossier.people)
    used = (need for need in dossier.needs if need.consented)
    return tuple(_figures(need, staff, rule, dossier) for need in used)


def _figures(
    need: Need, staff: Counter[str], rule: CollectiveRule, dossier: Dossier
) -> NeedFigures:
    minimum, asked = dossier.minimum_cell, dossier.routes.collective
    named = {discipline: count for discipline, count in need.named.items() if count}
    total = total_of(named, staff, minimum)
    # That a hidden need is shared widely would narrow down its size, perhaps to one number.
    is_collective = total is not None and rule.holds(_counted(total, named, staff), asked)
    code = "need-collective" if is_collective else "need-personal"
    return NeedFigures(
        id=need.id,
        label=need.label,
        total=total,
        collective=is_collective,
        cells_below_minimum=tuple(one for one, count in named.items() if below(count, minimum)),
        suppressed=total is None,
        because=(
            reason("need-hidden", minimum=minimum)
            if total is None
            else reason(code, total=total, rule=rule.because(asked)),
        ),
    )


def _counted(total: int, named: Iterable[str], staff: Counter[str]) -> NeedCount:
    concerned = sum(staff[discipline] for discipline in named)
    return NeedCount(named=total, staff=staff.total(), staff_of_disciplines=concerned)
