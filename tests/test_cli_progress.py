"""While groups are composed: a line on the terminal that says how far it is, and Ctrl-C."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest

from commands import Command, runner
from conftest import ROOT
from lerendwerk_core.cli import progress as on_terminal
from lerendwerk_core.model.contracts import Progress
from lerendwerk_core.text import LANGUAGES, Lang

EXAMPLE = str(ROOT / "examples" / "jeugd")
PATIENCE = 60.0


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


class Terminal(io.StringIO):
    """A terminal to write to, of which nobody knows the width."""

    def isatty(self) -> bool:
        return True


def progress(objective: float | None = 12.5, bound: float = 30.0, gap: float = 0.1234) -> Progress:
    return Progress(doing="search", objective=objective, bound=bound, gap=gap)


def interrupt() -> None:
    signal.raise_signal(signal.SIGINT)


# -- in this process -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "said"),
    [("nl", "12,5, grens 30, gat 12,3 %"), ("en", "12.5, bound 30, gap 12.3%")],
)
def test_the_line_says_value_bound_and_gap_and_is_wiped_at_the_end(
    monkeypatch: pytest.MonkeyPatch, lang: Lang, said: str
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with on_terminal.Composing(lang) as composing:
        composing.hear(progress())
        line = terminal.getvalue()

    assert said in line
    assert "\n" not in terminal.getvalue()
    assert terminal.getvalue() == f"{line}\r{' ' * (len(line) - 1)}\r"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_there_are_groups_the_line_has_no_value(
    monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    with on_terminal.Composing(lang) as composing:
        composing.hear(attrs.evolve(progress(), objective=None, bound=None, gap=None))

    assert "None" not in terminal.getvalue()
    assert terminal.getvalue().count(" -") >= 3


def test_a_line_is_never_wider_than_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(on_terminal, "columns", lambda: 20)

    with on_terminal.Composing("en") as composing:
        composing.hear(progress())

    assert max(map(len, terminal.getvalue().split("\r"))) < 20


def test_it_is_rewritten_at_most_ten_times_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    clock = iter(1 + number / 100 for number in range(200))
    monkeypatch.setattr(on_terminal.time, "monotonic", lambda: next(clock))

    with on_terminal.Composing("en") as composing:
        for _ in range(200):
            composing.hear(progress())

    assert 15 <= terminal.getvalue().count("Composing") <= 20


def test_without_a_terminal_nothing_is_said(command: Command) -> None:
    for arguments in (["compose"], ["compose", "--json"], ["run"]):
        assert command(*arguments, EXAMPLE).err == ""


def test_the_first_interrupt_cancels_and_the_second_stops() -> None:
    with on_terminal.Composing("en") as composing:
        assert not composing.is_cancelled()
        interrupt()
        assert composing.is_cancelled()
        with pytest.raises(KeyboardInterrupt):
            interrupt()


def test_an_interrupt_before_composing_stops_at_once() -> None:
    with on_terminal.Composing("en") as composing, pytest.raises(KeyboardInterrupt):
        interrupt()

    assert not composing.is_cancelled()


def test_after_composing_interrupts_are_as_they_were() -> None:
    before = signal.getsignal(signal.SIGINT)

    with on_terminal.Composing("en"):
        assert signal.getsignal(signal.SIGINT) != before

    assert signal.getsignal(signal.SIGINT) == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_cancelled_composition_says_so_and_json_stays_one_document(
    command: Command, monkeypatch: pytest.MonkeyPatch, lang: Lang
) -> None:
    def cancelled(composing: on_terminal.Composing) -> bool:
        composing.cancelled = True
        return True

    monkeypatch.setattr(on_terminal.Composing, "is_cancelled", cancelled)
    note = {"nl": "Afgebroken voor het klaar was", "en": "Cancelled before it was done"}[lang]

    plain = command("compose", EXAMPLE, "--lang", lang)
    as_json = command("compose", EXAMPLE, "--lang", lang, "--json")

    assert note in plain.out
    assert json.loads(as_json.out)["stopped_by"] == "cancel"
    assert note in as_json.err


# -- on a terminal ---------------------------------------------------------------------------------


@attrs.define
class Watched:
    """The command, with its standard error on a terminal of 100 columns."""

    process: subprocess.Popen[str]
    terminal: int
    seen: str = ""

    def wait_for(self, pattern: re.Pattern[str]) -> None:
        """Read until *pattern* was seen."""
        until = time.monotonic() + PATIENCE
        while not pattern.search(self.seen):
            assert time.monotonic() < until, self.seen
            assert self._read(), f"it ended: {self.seen}"

    def end(self) -> tuple[int, str]:
        """Read all there is; return exit code and output."""
        out, _ = self.process.communicate(timeout=PATIENCE)
        while self._read(patience=0.2):
            pass
        return self.process.returncode, out

    def _read(self, patience: float = PATIENCE) -> bool:
        if not select.select([self.terminal], [], [], patience)[0]:
            return False
        # Linux says EIO where other systems say that there is no more.
        with contextlib.suppress(OSError):
            read = os.read(self.terminal, 65_536).decode()
            self.seen += read
            return bool(read)
        return False


@pytest.fixture
def watched(tmp_path: Path) -> Iterator[Watched]:
    """Run the command on a dossier that takes long."""
    pty, fcntl, termios = (pytest.importorskip(name) for name in ("pty", "fcntl", "termios"))
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, b"\x18\x00\x64\x00\x00\x00\x00\x00")
    arguments = ["compose", str(long_dossier(tmp_path)), "--lang", "en", "--json"]
    process = subprocess.Popen(
        [sys.executable, "-m", "lerendwerk_core", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=far,
        text=True,
    )
    os.close(far)
    yield Watched(process, near)
    process.kill()
    process.wait()
    os.close(near)


def long_dossier(folder: Path) -> Path:
    """Write a dossier whose groups take a minute or more to compose."""
    draw = random.Random(1)  # noqa: S311 - a dossier is no secret
    trades = [f"d{number}" for number in range(24)]
    organisations = [
        {"id": f"o{number}", "nl": f"Org {number}", "kind": "aanbieder", "line": 1}
        for number in range(5)
    ]
    staffing = [
        {
            "org": f"o{number % 5}",
            "discipline": one,
            "prefix": f"P{number}",
            "count": draw.randint(1, 4),
        }
        for number, one in enumerate(trades)
    ]
    steps = [
        {"id": f"s{number}", "nl": f"Stap {number}", "performers": draw.sample(trades, 2)}
        for number in range(20)
    ]
    edges = [[f"s{number}", f"s{number + 1}"] for number in range(19)]
    pairs = [[f"P{one}-01", f"P{other}-01"] for one in range(24) for other in range(one + 1, 24)]
    apart = [pair for pair in pairs if draw.random() < 0.2]
    data = {
        "id": "lang",
        "organisations": organisations,
        "staffing": staffing,
        "process": {"id": "p", "steps": steps, "edges": edges},
        "compose": {"groups": 6, "size": [3, 6], "effort": "thorough", "apart": apart},
    }
    path = folder / "dossier.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_control_c_on_a_terminal_keeps_the_best_and_leaves_no_line_behind(
    watched: Watched,
) -> None:
    watched.wait_for(re.compile(r"Composing: \d+, bound \d+, gap [\d.]+%"))
    watched.process.send_signal(signal.SIGINT)
    began = time.monotonic()
    code, out = watched.end()

    found = json.loads(out)
    assert (code, found["stopped_by"], found["status"]) == (0, "cancel", "feasible")
    assert min(map(len, found["members"].values())) >= 3
    assert time.monotonic() - began < PATIENCE / 2
    *lines, wiped, note = watched.seen.removesuffix("\r\n").split("\r")
    assert note == "Cancelled before it was done: this is the best so far."
    assert wiped.strip() == ""
    assert len(wiped) == len(lines[-1]) < 100
