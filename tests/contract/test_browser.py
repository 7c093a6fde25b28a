"""The report in a real browser, at the width of a phone and of a desk."""

from __future__ import annotations

import shutil
import struct
import subprocess
from pathlib import Path

import pytest

import lerendwerk_core as lw
from conftest import left_out

pytestmark = pytest.mark.browser

QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")


@pytest.fixture(scope="module")
def report(bench: lw.Workbench, tmp_path_factory: pytest.TempPathFactory) -> Path:
    example = Path(__file__).parent.parent.parent / "examples" / "jeugd"
    path = tmp_path_factory.mktemp("report") / "report.html"
    bench.run(bench.read(example)).to_html(path)
    return path


def chromium(page: Path, *options: str) -> bytes:
    """Run Chromium on *page* and return what it prints."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        left_out("needs Chromium")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    command = [str(program), *QUIET, profile, *options, page.as_uri()]
    return subprocess.run(command, capture_output=True, check=True, timeout=120).stdout


def test_the_browser_builds_all_ten_sections(report: Path) -> None:
    dom = chromium(report, "--dump-dom").decode()

    assert dom.count("<section ") == 10
    assert dom.count("<svg ") == 2


@pytest.mark.parametrize("width", [390, 1280])
def test_it_can_be_looked_at(report: Path, width: int) -> None:
    picture = report.with_name(f"{width}.png")

    chromium(report, f"--window-size={width},2000", f"--screenshot={picture}")

    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert struct.unpack(">I", data[16:20])[0] == width
    assert len(data) > 20_000
