"""What another regie model would change for an arrangement: asked before anyone decides (C#17, 19)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.raci import CellMove, cell_moves
from lerendwerk_core.model.regie import Arrangement, Demand, RegieModel
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.regie.accountability import paths
from lerendwerk_core.regie.demands import demands_of
from lerendwerk_core.regie.expected import step_rows
from lerendwerk_core.regie.steering import steering_degree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, DecisionRight, Holder


@attrs.frozen(kw_only=True)
class RightMoved(Wired):
    """A decision right that gets another holder; ``share`` is what the municipality gains or loses."""

    right: DecisionRight
    before: Holder
    after: Holder
    share: float


@attrs.frozen(kw_only=True)
class PathMoved(Wired):
    """A party that would answer to the council along another path."""

    party: str
    before: tuple[str, ...]
    after: tuple[str, ...]


@attrs.frozen(kw_only=True)
class RegieComparison(Wired):
    """
    What changes for an arrangement under another model.

    ``activities`` are cells of the models' own RACI, ``steps`` those that follow from it for the
    process of the dossier, in organisations. ``seats_added`` is what learning groups are asked
    beside what they are asked now, ``seats_dropped`` what they no longer are. ``unlearn`` is what
    the other model asks to unlearn, ``missing`` what it asks of the arrangement that is not there.
    """

    area: str
    act: Decentralisation | None
    before: str
    after: str
    label_before: Text
    label_after: Text
    degree_before: float
    degree_after: float
    rights: tuple[RightMoved, ...]
    seats_added: tuple[Demand, ...]
    seats_dropped: tuple[Demand, ...]
    activities: tuple[CellMove, ...]
    steps: tuple[CellMove, ...]
    accountability: tuple[PathMoved, ...]
    unlearn: tuple[Text, ...]
    missing: tuple[Text, ...] = ()


def compare(
    dossier: Dossier, arrangement: Arrangement, before: RegieModel, after: RegieModel
) -> RegieComparison:
    """
    Return what changes for *arrangement*, now under *before*, if it came under *after*.

    Its partners, area and services stay as they are.
    """
    asked, would_ask = (demands_of(dossier, arrangement, one) for one in (before, after))
    return RegieComparison(
        area=arrangement.area,
        act=arrangement.act,
        before=before.id,
        after=after.id,
        label_before=before.label,
        label_after=after.label,
        degree_before=steering_degree(before),
        degree_after=steering_degree(after),
        rights=tuple(_rights(before, after)),
        seats_added=_beside(would_ask, asked),
        seats_dropped=_beside(asked, would_ask),
        activities=tuple(cell_moves(before.raci, after.raci)),
        steps=tuple(
            cell_moves(
                step_rows(dossier, arrangement, before),
                step_rows(dossier, arrangement, after),
            )
        ),
        accountability=tuple(_paths(dossier, arrangement, before, after)),
        unlearn=tuple(one for one in after.unlearn if one not in before.unlearn),
    )


def _rights(before: RegieModel, after: RegieModel) -> Iterator[RightMoved]:
    for right in DecisionRight:
        held, would = before.choice[right], after.choice[right]
        if held is not would:
            share = round(would.share - held.share, 2)
            yield RightMoved(right=right, before=held, after=would, share=share)


def _beside(these: tuple[Demand, ...], those: tuple[Demand, ...]) -> tuple[Demand, ...]:
    """Return the demands of *these* that *those* do not make; why they are asked does not count."""
    plain = {_bare(one) for one in those}
    return tuple(one for one in these if _bare(one) not in plain)


def _bare(one: Demand) -> Demand:
    return attrs.evolve(one, because=Text("", ""))


def _paths(
    dossier: Dossier, arrangement: Arrangement, before: RegieModel, after: RegieModel
) -> Iterator[PathMoved]:
    now, then = (paths(dossier, arrangement, model) for model in (before, after))
    for party, path in now.items():
        if path != then[party]:
            yield PathMoved(party=party, before=path, after=then[party])
