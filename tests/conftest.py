"""What all tests share: the known answers beside the project, a workbench, and how to be strict."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import lerendwerk_core as lw

ROOT = Path(__file__).parent.parent
KNOWN_ANSWERS = Path(os.environ.get("LERENDWERK_KNOWN_ANSWERS", ROOT.parent / "shared" / "data"))
MUST_BE_THERE = "LERENDWERK_NOTHING_LEFT_OUT" in os.environ

settings.register_profile(
    "lerendwerk",
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("lerendwerk")


def left_out(reason: str) -> None:
    """Skip with *reason*, or fail where nothing may be left out (as in CI)."""
    if MUST_BE_THERE:
        pytest.fail(f"left out, but nothing may be: {reason}")
    pytest.skip(reason)


def known_answers(part: str) -> Path:
    """Return the folder or file *part* of the known answers; skip by name where it is absent."""
    path = KNOWN_ANSWERS / part
    if not path.exists():
        left_out(f"no known answers at {part}")
    return path


@pytest.fixture(scope="session")
def bench() -> lw.Workbench:
    """A workbench with what ships with the library, and nothing that happens to be installed."""
    return lw.Workbench(discover=False)


@pytest.fixture
def example() -> Path:
    """The authored example of the project."""
    return ROOT / "examples" / "jeugd"
