"""How far reading and composing are: a line on a terminal, and Ctrl-C keeps the best."""

from __future__ import annotations

import datetime as dt
import os
import signal
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from types import FrameType
from typing import Any, Self

from lerendwerk_core.cli.group import (
    say,
)
from lerendwerk_core.model.contracts import Progress
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.trajectory import Trajectory
from lerendwerk_core.views.answers import percentage, stopped
from lerendwerk_core.views.summary import WIDTH
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


class Composing:
    """
    While groups are composed: a line on a terminal that says how far it is, and Ctrl-C keeps the best.

    A second Ctrl-C stops at once, and so does the first while nothing is composed yet.
    """

    SECONDS = 0.1

    def __init__(self, lang: Lang) -> None:
        self.lang, self.begun, self.cancelled, self.said, self.width = lang, False, False, 0.0, 0
        self.before: Any = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self.before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        if self.before is not None:
            signal.signal(signal.SIGINT, self.before)
        if self.width:
            self._write("")

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if self.cancelled or not self.begun:
            signal.default_int_handler(number, frame)
        self.cancelled = True

    def is_cancelled(self) -> bool:
        self.begun = True
        return self.cancelled

    def hear(self, progress: Progress) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.said >= self.SECONDS:
            self.said = now
            self._write(_progress(progress).in_(self.lang)[: columns() - 1])

    def _write(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self.width) + ("\r" if not line else ""))
        sys.stderr.flush()
        self.width = len(line)


def _progress(progress: Progress) -> Text:
    value = "-" if progress.objective is None else float(progress.objective)
    bound = "-" if progress.bound is None else float(progress.bound)
    return page_text("progress", value=value, bound=bound, gap=percentage(progress.gap))


def columns() -> int:
    """Return how wide the terminal is that standard error goes to."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or WIDTH
    except OSError:
        return WIDTH


class Reading:
    """While a long file is read: a line on a terminal that says for how long."""

    SECONDS = 0.5

    def __init__(self, file: str, lang: Lang) -> None:
        self.file, self.lang, self.width = Path(file).name, lang, 0
        self.done = threading.Event()
        self.clock = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self.clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        if self.clock.is_alive():
            self.clock.join()
        if self.width:
            sys.stderr.write("\r" + " " * self.width + "\r")

    def _tick(self) -> None:
        began = time.monotonic()
        while not self.done.wait(self.SECONDS):
            seconds = int(time.monotonic() - began)
            line = page_text("reading", file=self.file, seconds=seconds).in_(self.lang)
            sys.stderr.write("\r" + line[: columns() - 1])
            sys.stderr.flush()
            self.width = len(line)


def composed(
    bench: Workbench,
    dossier: str,
    lang: Lang,
    *,
    as_of: dt.date | None = None,
    columns: Mapping[str, str] | None = None,
    quiet: bool,
) -> Trajectory:
    """Return the trajectory; when *quiet*, that composing was stopped is said beside the output."""
    with Reading(dossier, lang):
        read = bench.read(dossier, columns=columns)
    with Composing(lang) as composing:
        result = bench.run(
            read,
            as_of=as_of,
            cancel=composing.is_cancelled,
            progress=composing.hear,
        )
    for one in stopped(result.composition) if quiet else ():
        say(one.in_(lang))
    return result
