"""Needs: what is shared widely enough for a collective route, and what stays personal (C#57)."""

from __future__ import annotations

from collections import Counter

import attrs

from lerendwerk_core.disclosure import below, total_of
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import Need
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class CollectiveRule:
    """
    When a need goes to the collective route: named by ``people`` or more, who are at least
    ``share_of_all`` of the staff or ``share_of_disciplines`` of the disciplines that name it.

    Our own reading; the source gives no number. The parameters are there to be changed.
    """

    people: int = 5
    share_of_all: float = 0.25
    share_of_disciplines: float = 0.5

    def holds(self, named: int, staff: int, staff_of_disciplines: int) -> bool:
        """Whether a need that *named* people name is collective."""
        wide = named >= self.share_of_all * staff
        deep = named >= self.share_of_disciplines * staff_of_disciplines
        return named >= self.people and (wide or deep)


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
    """Return every need of *dossier* as others may see it."""
    staff = Counter(person.discipline for person in dossier.people)
    return tuple(_figures(need, staff, rule, dossier.minimum_cell) for need in dossier.needs)


def _figures(need: Need, staff: Counter[str], rule: CollectiveRule, minimum: int) -> NeedFigures:
    named = {discipline: count for discipline, count in need.named.items() if count}
    total = total_of(named, staff, minimum)
    concerned = sum(staff[discipline] for discipline in named)
    holds = rule.holds(sum(named.values()), staff.total(), concerned)
    return NeedFigures(
        id=need.id,
        label=need.label,
        total=total,
        # That a hidden need is shared widely would narrow down its size, perhaps to one number.
        collective=holds and total is not None,
        cells_below_minimum=tuple(one for one, count in named.items() if below(count, minimum)),
        suppressed=total is None,
        because=(_because(total, minimum, rule, collective=holds),),
    )


def _because(total: int | None, minimum: int, rule: CollectiveRule, *, collective: bool) -> Text:
    if total is None:
        return reason("need-hidden", minimum=minimum)
    return reason(
        "need-collective" if collective else "need-personal",
        total=total,
        people=rule.people,
        all=round(rule.share_of_all * 100),
        disciplines=round(rule.share_of_disciplines * 100),
    )
