"""
Feeds the XES reader what a coverage-guided fuzzer makes up: it reads, or raises our own error.

``pip install atheris``, then ``python tests/fuzz/fuzz_xes.py FOLDER -max_total_time=60``, where FOLDER
holds logs to begin with; what follows it goes to libFuzzer. Any other error ends the run and leaves
the file that caused it.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["lerendwerk_core.sources"]):
    from lerendwerk_core.sources import read_log

from lerendwerk_core.errors import DossierError
from lerendwerk_core.process.mine import mined
from lerendwerk_core.process.observe import observe

FILE = Path(tempfile.mkdtemp()) / "log.xes"


def read(data: bytes) -> None:
    """Read *data* as a log, and all that there is to see in it."""
    FILE.write_bytes(data)
    with suppress(DossierError):
        mined(observe(read_log(FILE).log))


atheris.Setup(sys.argv, read)
atheris.Fuzz()
