"""
Feeds the BPMN reader what a coverage-guided fuzzer makes up: it reads, or raises our own error.

``pip install atheris``, then ``python tests/fuzz/fuzz_bpmn.py FOLDER -max_total_time=60``, where FOLDER
holds drawings to begin with; what follows it goes to libFuzzer. Any other error ends the run and
leaves the file that caused it.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["lerendwerk_core.sources"]):
    from lerendwerk_core.sources import BpmnReader

from lerendwerk_core.errors import DossierError
from lerendwerk_core.model.drawing import Drawing

FILE = Path(tempfile.mkdtemp()) / "drawing.bpmn"


def read(data: bytes) -> None:
    """Read *data* as a drawing, which must come back the same from JSON."""
    FILE.write_bytes(data)
    with suppress(DossierError):
        drawing = BpmnReader()(FILE, {}).drawing
        assert drawing is not None
        assert Drawing.from_dict(drawing.to_dict()) == drawing


atheris.Setup(sys.argv, read)
atheris.Fuzz()
