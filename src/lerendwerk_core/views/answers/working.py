"""Stages 3 to 6: the work, the groups, the roles, the principles."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.composition import Composition
from lerendwerk_core.model.goals import PARTS
from lerendwerk_core.process import ProcessMap
from lerendwerk_core.text import Text, number
from lerendwerk_core.views.answers.phrases import listed, percentage, signed
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import RepositioningState, Rung
from lerendwerk_core.wording import page_text

MINUTES_PER_HOUR = 60


def process_answer(shown: Shown) -> Text:
    if shown.process is None:
        return page_text("process-none")
    now = shown.process.now
    if not now.wait_days and not now.touch_minutes:
        values = {"steps": now.steps, "transitions": now.transitions, "handovers": now.handovers}
        return page_text("process-untimed", **values)
    if not now.touch_minutes:
        values = {"handovers": now.handovers, "transitions": now.transitions}
        return page_text("process-waiting", wait=now.wait_days, **values)
    return page_text(
        "process",
        handovers=now.handovers,
        transitions=now.transitions,
        wait=now.wait_days,
        touch=round(now.touch_minutes / MINUTES_PER_HOUR, 1),
    )


def process_points(shown: Shown) -> Iterator[Text]:
    if shown.process is None:
        return
    for version, one in shown.process.versions.items():
        if one.flow_efficiency is not None:
            flow = percentage(one.flow_efficiency)
            yield page_text("process-flow", version=version, flow=flow)
        if any(one.stance.values()):
            yield page_text("process-stance", version=version, **one.stance)
    yield from _observed(shown.process)
    if shown.process.statutory:
        terms = [f"{name} {number(days, 'nl')}" for name, days in shown.process.statutory.items()]
        yield page_text("process-statutory", terms=terms)
    for change in shown.process.changes:
        yield page_text(
            "process-change",
            before=change.before,
            after=change.after,
            handovers=signed(change.handovers),
            wait=signed(change.wait_days),
            touch=signed(change.touch_minutes),
        )


def _observed(found: ProcessMap) -> Iterator[Text]:
    """Yield what a log shows, and how it fits the process."""
    seen = found.observed
    if seen is not None:
        yield page_text(
            "process-log-counts", cases=seen.cases, events=seen.events, ways=seen.variant_count
        )
        counts = ((Rung.valued(value), count) for value, count in seen.borders.items())
        said = [Text(f"{r.label.nl} {n}", f"{r.label.en} {n}") for r, n in counts if n]
        if said:
            yield page_text("process-rungs", rungs=listed(said))
    if found.overlay is not None:
        drawn = [edge for edge in found.overlay.edges if edge.drawn]
        yield page_text(
            "process-fits",
            used=sum(bool(edge.count) for edge in drawn),
            drawn=len(drawn),
            other=len(found.overlay.not_drawn),
        )


def composition_answer(shown: Shown) -> Text:
    result = shown.composition
    if not result.groups and result.status == "not-asked":
        return page_text("composition-none")
    existing = Text("", "")
    if result.groups:
        existing = page_text("composition-existing", count=len(result.groups))
    proposed = Text("", "")
    if result.proposed:
        status = page_text(f"status-{result.status}", gap=percentage(result.gap))
        proposed = page_text("composition-proposed", count=len(result.proposed), status=status)
    elif result.status != "not-asked":
        proposed = page_text("composition-failed")
    return page_text("composition", existing=existing, proposed=proposed)


def composition_points(shown: Shown) -> Iterator[Text]:
    result = shown.composition
    for name, one in (*result.groups.items(), *result.proposed.items()):
        yield page_text(
            "group",
            name=name,
            size=one.size,
            disciplines=one.disciplines,
            organisations=one.organisations,
            covered=one.steps_covered,
        )
    for name, members in result.members.items():
        # Every member, however many: this is what the reader came for.
        yield Text.of(f"{name}: {', '.join(members)}.")
    if result.proposed:
        seated = {code for members in result.members.values() for code in members}
        people = shown.scope.counts.people
        everyone = page_text("hidden") if people is None else people
        yield page_text("composition-seated", seated=len(seated), all=everyone)
    yield from stopped(result)
    if not result.relaxations:
        # A conflict with a way out is said by the finding, and shown as lists.
        yield from result.because


def stopped(result: Composition) -> Iterator[Text]:
    """Yield that composing was broken off, if it was, and what is left of it."""
    if result.stopped_by in ("cancel", "time"):
        left = page_text("stopped-best" if result.members else "stopped-nothing")
        yield page_text(f"stopped-by-{result.stopped_by}", left=left)


def alignment_answer(shown: Shown) -> Text:
    versions = list(shown.alignment.roles.values())
    if not versions:
        return page_text("alignment-none")
    if not versions[0].rows:
        unwritten = len(versions[0].unwritten)
        return page_text("alignment-unwritten", unwritten=unwritten, steps=unwritten)
    unclear = [len(version.unclear) for version in versions]
    later = Text("", "")
    if len(versions) > 1:
        later = page_text("alignment-later", unclear=unclear[-1])
    steps = len(versions[0].rows)
    return page_text("alignment", unclear=unclear[0], steps=steps, later=later)


def alignment_points(shown: Shown) -> Iterator[Text]:
    versions = list(shown.alignment.roles.values())
    if versions and versions[0].rows and versions[0].unwritten:
        steps = len(versions[0].rows) + len(versions[0].unwritten)
        yield page_text("alignment-unwritten", unwritten=len(versions[0].unwritten), steps=steps)
    if versions and versions[-1].pairs_without_agreement:
        pairs = [" + ".join(pair) for pair in versions[-1].pairs_without_agreement]
        yield page_text("alignment-pairs", pairs=pairs)
    if versions and versions[0].repair.changes:
        yield page_text("alignment-repair", count=len(versions[0].repair.changes))
    fields = len(PARTS)
    all_fields = fields * len(shown.alignment.open_positions)
    still_open = sum(len(names) for names in shown.alignment.open_positions.values())
    yield page_text("alignment-positions", filled=all_fields - still_open, all=all_fields)
    yield from _landed(shown)


def _landed(shown: Shown) -> Iterator[Text]:
    """Yield how far what is filled has landed, and who waits for an answer of whom."""
    found = shown.alignment
    counts = ((state.label, found.position_counts[state.value]) for state in RepositioningState)
    said = [Text(f"{label.nl} {count}", f"{label.en} {count}") for label, count in counts if count]
    if said:
        yield page_text("alignment-landed", states=listed(said))
    named = found.stakeholders
    waiting = [
        page_text("alignment-waits", by=named.get(one.by, one.by), of=named.get(one.of, one.of))
        for one in found.unanswered
    ]
    if waiting:
        yield page_text("alignment-unanswered", waiting=list(dict.fromkeys(waiting)))


def principles_answer(shown: Shown) -> Text:
    figures = shown.alignment.principles
    if not figures.labels:
        return page_text("principles-none")
    return page_text("principles", both=len(figures.both), all=len(figures.labels))


def principles_points(shown: Shown) -> Iterator[Text]:
    yield page_text("principles-agreements", count=len(shown.alignment.agreements))
    share = shown.alignment.plan.by_participants
    if share is not None:
        yield page_text("principles-plan", share=percentage(share))
    figures = shown.alignment.principles
    for key, cover in figures.cover.items():
        values = {name: len(ids) for name, ids in attrs.asdict(cover).items()}
        yield page_text("principles-cover", principle=figures.labels[key], **values)
    yield from _stance_points(shown)


def _stance_points(shown: Shown) -> Iterator[Text]:
    stance = shown.alignment.stance
    for version, one in stance.steps.items():
        if one.share_dat is not None:
            turned = one.voor + one.dat
            yield page_text("principles-stance", version=version, dat=one.dat, all=turned)
    for move in stance.shifts:
        before, after = (turn.label if turn else "-" for turn in (move.before, move.after))
        yield page_text("principles-shift", step=move.label, before=before, after=after)
