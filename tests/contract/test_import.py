"""Importing the library is cheap and quiet, and opens nothing but its own code."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

HEAVY = {
    "asyncio",
    "cattrs",
    "click",
    "highspy",
    "importlib.metadata",
    "jinja2",
    "networkx",
    "numpy",
    "pandas",
    "pluggy",
    "yaml",
}
# What a bare interpreter with attrs costs is measured in benchmarks/import_time.py; what makes it
# grow is modules, and those can be counted without a clock.
MOST_MODULES = 75

SCRIPT = """
import json, sys
before = set(sys.modules)
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
import lerendwerk_core
after = set(sys.modules)
code = (".py", ".pyc")
print(json.dumps({
    "new": sorted(after - before),
    "opened": [name for name in opened if not name.split(".pyc")[0].endswith(".py") and ".pyc" not in name],
}))
"""


@pytest.fixture(scope="module")
def imported() -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, check=True, text=True
    )
    assert done.stderr == ""
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_nothing_heavy_is_imported(imported: dict[str, Any]) -> None:
    assert HEAVY & set(imported["new"]) == set()


def test_few_modules_are_imported(imported: dict[str, Any]) -> None:
    assert len(imported["new"]) <= MOST_MODULES


def test_no_file_is_opened_but_code(imported: dict[str, Any]) -> None:
    assert imported["opened"] == []


def test_every_public_name_is_there() -> None:
    script = "import lerendwerk_core as lw; print(all(hasattr(lw, name) for name in lw.__all__))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )

    assert done.stdout == "True\n"


def test_an_unknown_name_is_an_attribute_error() -> None:
    import lerendwerk_core as lw  # noqa: PLC0415 - the point of the test

    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        lw.nothing  # noqa: B018
