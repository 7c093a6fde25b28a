"""``purge`` as a command: it says what must go and changes nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from commands import runner
from make import dossier_file


def test_purge_says_what_must_go_and_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = dossier_file(tmp_path)
    before = path.read_bytes()
    command = runner(capsys)

    early = command("purge", path, "--as-of", "2026-01-01", "--json")
    late = command("purge", path, "--as-of", "2026-07-01", "--lang", "en")

    assert (early.code, late.code) == (0, 1)
    assert json.loads(early.out)["keep"] == [
        {"kind": "staff", "where": "people", "until": "2026-07-01"}
    ]
    assert "remove: people (staff and members of groups)" in late.out
    assert path.read_bytes() == before
