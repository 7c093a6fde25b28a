"""The command in this process, and a plugin installed for it: what the tests of the command share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from lerendwerk_core import cli


@attrs.frozen
class Said:
    """How a command ended: exit code, standard output and standard error."""

    code: int
    out: str
    err: str


Command = Callable[..., Said]


def runner(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return the command, as a function of its arguments."""

    def run(*arguments: object) -> Said:
        with pytest.raises(SystemExit) as left:
            cli.run([str(one) for one in arguments])
        captured = capsys.readouterr()
        assert isinstance(left.value.code, int)
        return Said(left.value.code, captured.out, captured.err)

    return run


def install(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """Install a plugin named ``trial`` with some *source* until the test ends."""
    info = folder / "lw_cli_trial-2.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: lw-cli-trial\nVersion: 2.0\n")
    (info / "entry_points.txt").write_text("[lerendwerk]\ntrial = lw_cli_trial\n")
    (folder / "lw_cli_trial.py").write_text(source)
    monkeypatch.syspath_prepend(folder)
    monkeypatch.delitem(sys.modules, "lw_cli_trial", raising=False)
