"""Agreements within their frames: where one conflicts with what the top set (C#55)."""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Agreement, Frame
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


def frame_conflicts(dossier: Dossier) -> Table[str, tuple[Text, ...]]:
    """Return per agreement where it conflicts with its frame; those that do not are left out."""
    frames = {one.id: one.frame for one in dossier.principles}
    found = {
        one.id: tuple(_conflicts(one, frames.get(one.frame, Frame()))) for one in dossier.agreements
    }
    return Table((key, conflicts) for key, conflicts in found.items() if conflicts)


def _conflicts(agreement: Agreement, frame: Frame) -> Iterator[Text]:
    if frame.kinds and agreement.kind not in frame.kinds:
        kinds = [kind.label for kind in frame.kinds]
        yield reason("frame-other-kind", kind=agreement.kind.label, kinds=kinds)
    outside = [one for one in agreement.steps if frame.steps and one not in frame.steps]
    if outside:
        yield reason("frame-other-steps", steps=outside)
    absent = [one for one in frame.parties if one not in agreement.parties]
    if absent:
        yield reason("frame-parties-absent", parties=absent)
    if frame.stance and agreement.stance and agreement.stance is not frame.stance:
        values = {"stance": agreement.stance.label, "wanted": frame.stance.label}
        yield reason("frame-other-stance", **values)
    if agreement.date and frame.since and agreement.date < frame.since:
        yield reason("frame-not-yet", date=agreement.date, since=frame.since)
    if agreement.date and frame.until and agreement.date > frame.until:
        yield reason("frame-no-longer", date=agreement.date, until=frame.until)
    if agreement.conflict:
        yield agreement.conflict


def made_by_others(dossier: Dossier) -> tuple[str, ...]:
    """Return the agreements about steps that nobody in the groups that made them performs."""
    discipline = {one.code: one.discipline for one in dossier.people}
    members = {one.id: {discipline[code] for code in one.members} for one in dossier.groups}
    steps = dossier.process.steps if dossier.process else ()
    performers = {one.id: set(one.performers) for one in steps}
    return tuple(
        one.id
        for one in dossier.agreements
        if one.authors
        and (about := {d for step in one.steps for d in performers.get(step, ())})
        and not any(members.get(author, set()) & about for author in one.authors)
    )
