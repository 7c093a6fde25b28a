"""Whole dossiers whose figures others computed: ``scenarios/<x>_*.yaml`` with ``<x>_expected.json``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import lerendwerk_core as lw
from conftest import KNOWN_ANSWERS, known_answers

pytestmark = pytest.mark.known_answers


def _scenarios() -> list[Any]:
    found = []
    for expected in sorted((KNOWN_ANSWERS / "scenarios").glob("*_expected.json")):
        name = expected.name.removesuffix("_expected.json")
        dossiers = sorted(expected.parent.glob(f"{name}_*.yaml"))
        found += [pytest.param(dossier, expected, id=dossier.stem) for dossier in dossiers]
    return found or [pytest.param(None, None, id="absent")]


def differences(expected: Any, actual: Any, place: str = "$") -> Iterator[str]:
    """Yield every place where *actual* lacks or contradicts what is *expected*."""
    if isinstance(expected, dict):
        for key, value in expected.items():
            if not isinstance(actual, dict) or key not in actual:
                yield f"{place}.{key} is missing"
            else:
                yield from differences(value, actual[key], f"{place}.{key}")
    elif isinstance(expected, list):
        if not isinstance(actual, list) or len(actual) != len(expected):
            yield f"{place} is {actual!r}, not {expected!r}"
        else:
            for place_in, (one, other) in enumerate(zip(expected, actual, strict=True)):
                yield from differences(one, other, f"{place}[{place_in}]")
    elif expected != actual:
        yield f"{place} is {actual!r}, not {expected!r}"


@pytest.mark.parametrize(("dossier", "expected"), _scenarios())
def test_every_figure_comes_out_of_to_dict(
    bench: lw.Workbench, dossier: Path | None, expected: Path | None
) -> None:
    known_answers("scenarios")
    assert dossier is not None
    assert expected is not None

    result = bench.run(bench.read(dossier)).to_dict()

    assert list(differences(json.loads(expected.read_text("utf-8")), result)) == []


@pytest.mark.parametrize(("dossier", "expected"), _scenarios())
def test_every_figure_comes_out_of_the_command(dossier: Path | None, expected: Path | None) -> None:
    known_answers("scenarios")
    assert dossier is not None
    assert expected is not None

    command = [sys.executable, "-m", "lerendwerk_core", "run", str(dossier), "--json"]
    done = subprocess.run(command, capture_output=True, check=False)

    assert done.returncode == 0
    assert list(differences(json.loads(expected.read_text("utf-8")), json.loads(done.stdout))) == []


def test_a_wrong_figure_is_seen() -> None:
    assert list(differences({"a": [1, {"b": 2}]}, {"a": [1, {"b": 3}]})) == ["$.a[1].b is 3, not 2"]
    assert list(differences({"a": 1}, {})) == ["$.a is missing"]
    assert list(differences([1], [1, 2])) == ["$ is [1, 2], not [1]"]
