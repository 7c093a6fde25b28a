"""
The process of a dossier: written out, drawn, seen in a log, or a log laid on one of the first two.

The roles of a drawing and the groups of a log are the disciplines that they are meant to be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from lerendwerk_core.errors import DossierError, Mark
from lerendwerk_core.model.contracts import Finding, ProcessReader
from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.origin import EdgeSeen, Overlay, ProcessOrigin
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.process import ProcessReading, Step, WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.overlay import lay, walked
from lerendwerk_core.sources.parts import ProcessPart
from lerendwerk_core.sources.shapes import Reading
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stage, plain
from lerendwerk_core.wording import hint_text

MOST_WAYS = 20
"""Of so many ways that are not drawn, the most used, it is said; all are in the overlay."""


@attrs.frozen
class Work:
    """The process of a dossier, where it was taken from, and what was noticed on the way."""

    process: WorkProcess | None = None
    origin: ProcessOrigin = attrs.field(factory=ProcessOrigin)
    findings: tuple[Finding, ...] = ()


def work_in(
    file: Path,
    reader: ProcessReader,
    options: Mapping[str, str] | None = None,
    log: tuple[Path, ProcessReader] | None = None,
) -> Work:
    """
    Return the process that *file* holds by itself, its roles as they are written.

    A *log* with its reader is laid on it.

    Raises:
        DossierError: *reader* cannot read it.
    """
    read = reader(file, {"shown_as": str(file), **(options or {})})
    beside = log[1](log[0], {"shown_as": str(log[0]), **(options or {})}) if log else None
    named = dict.fromkeys((*read.roles, *(beside.roles if beside else ())))
    roles = {role: plain(role) or role for role in named}
    process, findings = _performed(read.process, roles), [*_noted(read)]
    overlay = None
    if beside is not None and beside.log is not None:
        overlay = lay(beside.log, process, read.drawing)
        process = walked(process, overlay)
        findings += [*_noted(beside), *_laid(overlay, process)]
    origin = ProcessOrigin(
        drawing=read.drawing,
        observed=beside.observed if beside else read.observed,
        overlay=overlay,
        roles=Table(roles),
    )
    return Work(process, origin, tuple(findings))


@attrs.define
class WorkJoiner:
    """Joins what a dossier says of its process with the files that it names."""

    written: ProcessPart
    mark: Mark
    people: Sequence[Person]
    readers: Mapping[str, ProcessReader]
    reading: Reading
    findings: list[Finding] = attrs.field(factory=list)

    def work(self, files: Mapping[str, tuple[Path, str]]) -> Work:
        """Return the work; *files* gives per reader the file and how it is called in messages."""
        read = list(self._read(files))
        drawn = [one for one in read if one.log is None]
        logs = [one for one in read if one.log is not None]
        written = self.written.steps is not None
        if len(drawn) + written > 1 or len(logs) > 1:
            self._wrong("process-two-sources")
        if not files and not written:
            self._wrong("process-no-source")
        if not read and not written:
            return Work()
        return self._joined(next(iter(drawn), None), next(iter(logs), None))

    def _wrong(self, code: str) -> None:
        self.reading.wrong(self.mark, code, readers=tuple(self.readers))

    def _read(self, files: Mapping[str, tuple[Path, str]]) -> Iterator[ProcessReading]:
        for reader, (path, shown) in files.items():
            try:
                yield self.readers[reader](path, {"shown_as": shown, **self.written.options})
            except DossierError as error:
                self.reading.problems += error.problems

    def _joined(self, drawn: ProcessReading | None, log: ProcessReading | None) -> Work:
        base, roles = self._base(drawn or (None if self.written.steps is not None else log))
        drawing = drawn.drawing if drawn else None
        overlay, base = self._overlay(log, base, drawing)
        for one in filter(None, (drawn, log)):
            self.findings += _noted(one)
        self.findings += _laid(overlay, base) if overlay else ()
        origin = ProcessOrigin(
            drawing=drawing,
            observed=log.observed if log else None,
            overlay=overlay,
            roles=Table(roles | self._meant(log.roles if log else (), quiet=True)),
        )
        return Work(self._described(base), origin, tuple(self.findings))

    def _base(self, read: ProcessReading | None) -> tuple[WorkProcess, dict[str, str]]:
        if read is None:
            self.reading.expect("step")
            steps = self.written.steps or ()
            return WorkProcess(id=self.written.id, steps=steps, edges=self.written.edges), {}
        for step in read.process.steps:
            self.reading.define("step", step.id)
        roles = self._meant(read.roles)
        return _performed(read.process, roles), roles

    def _overlay(
        self, log: ProcessReading | None, base: WorkProcess, drawing: Drawing | None
    ) -> tuple[Overlay | None, WorkProcess]:
        if log is None or log.log is None or base.origin == log.process.origin:
            return None, base
        known = {step.id for step in base.steps}  # another id is noted where references are checked
        names = {name: step for name, step in self.written.names.items() if step in known}
        overlay = lay(log.log, base, drawing, names=names)
        return overlay, walked(base, overlay)

    def _described(self, process: WorkProcess) -> WorkProcess:
        return attrs.evolve(
            process,
            version=self.written.version,
            branches=(*process.branches, *self.written.branches),
            statutory=self.written.statutory,
            renewal=self.written.renewed,
            mapped_by=self.written.mapped_by,
        )

    def _meant(self, roles: Sequence[str], *, quiet: bool = False) -> dict[str, str]:
        """Return the discipline that every role means; who means none is noted, unless *quiet*."""
        disciplines = {plain(person.discipline): person.discipline for person in self.people}
        meant = {}
        for role in roles:
            meant[role] = self.written.roles.get(role) or disciplines.get(plain(role), plain(role))
            if meant[role] not in disciplines.values() and not quiet:
                found = Finding.of("role-without-staff", "process", stage=Stage.PROCESS, role=role)
                self.findings.append(found)
        return meant


def _performed(process: WorkProcess, meant: Mapping[str, str]) -> WorkProcess:
    return attrs.evolve(process, steps=tuple(_with_disciplines(s, meant) for s in process.steps))


def _with_disciplines(step: Step, meant: Mapping[str, str]) -> Step:
    performers = dict.fromkeys(meant[role] for role in step.performers)
    return attrs.evolve(step, performers=tuple(performers))


def _laid(overlay: Overlay, process: WorkProcess) -> Iterator[Finding]:
    """Yield where the log and the process differ: steps, and ways that are used often enough."""
    note = partial(Finding.of, stage=Stage.PROCESS)
    labels = {step.id: step.label for step in process.steps}
    for name in overlay.unknown:
        near = labels.get(overlay.near.get(name, ""))
        yield note("log-step-unknown", "process.log", step=name, near=_perhaps(near))
    for step in overlay.never:
        yield note("log-step-never-seen", f"process.steps.{step}", step=labels[step])
    for edge in overlay.not_drawn[:MOST_WAYS]:
        where, ends = _way(edge, labels)
        yield note("log-way-not-drawn", where, count=edge.count, **ends)
    for edge in overlay.never_seen:
        if not {edge.source, edge.target} & set(overlay.never):
            where, ends = _way(edge, labels)
            yield note("log-way-never-seen", where, **ends)


def _way(edge: EdgeSeen, labels: Mapping[str, Text]) -> tuple[str, dict[str, Any]]:
    ends = {"source": labels[edge.source], "target": labels[edge.target]}
    return f"process.steps.{edge.source}", ends


def _perhaps(label: Text | None) -> Text:
    if label is None:
        return Text("", "")
    hint = hint_text("near-miss", near=label)
    return Text(f" {hint.in_('nl')}", f" {hint.in_('en')}")


def _noted(read: ProcessReading) -> Iterator[Finding]:
    for one in read.findings:
        yield Finding.of(one.code, f"process.{one.where}", stage=Stage.PROCESS, **one.values)
