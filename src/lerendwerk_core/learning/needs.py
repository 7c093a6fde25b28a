"""Needs: what is shared widely enough for a collective route, and what stays personal (C#57)."""

from __future__ import annotations

from collections import Counter

import attrs

from lerendwerk_core.disclosure import below, total_of
from lerendwerk_core.model.contracts import CollectiveRule
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import Need
from lerendwerk_core.model.routes import RouteRequest
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class StandardRule:
    """
    A need is collective when ``people`` or more name it, who are at least ``share_of_all`` of the
    staff or ``share_of_disciplines`` of the disciplines that name it.

    Our own reading; the source gives no number. The parameters are there to be changed.
    """

    key: str = "standard"
    people: int = 5
    share_of_all: float = 0.25
    share_of_disciplines: float = 0.5

    @classmethod
    def of(cls, request: RouteRequest) -> StandardRule:
        """Return the rule with the numbers that a dossier gives."""
        return cls(
            people=request.people,
            share_of_all=request.share_of_all,
            share_of_disciplines=request.share_of_disciplines,
        )

    def holds(self, named: int, staff: int, staff_of_disciplines: int) -> bool:
        """Whether a need that *named* people name is collective."""
        wide = named >= self.share_of_all * staff
        deep = named >= self.share_of_disciplines * staff_of_disciplines
        return named >= self.people and (wide or deep)

    def because(self) -> Text:
        """Return the rule in words."""
        return reason(
            "collective-standard",
            people=self.people,
            all=round(self.share_of_all * 100),
            disciplines=round(self.share_of_disciplines * 100),
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
    return tuple(_figures(need, staff, rule, dossier.minimum_cell) for need in used)


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
    code = "need-collective" if collective else "need-personal"
    return reason(code, total=total, rule=rule.because())
