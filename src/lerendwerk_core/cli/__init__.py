"""
The command ``lerendwerk``.

Exit code 0: fine. 1: there are findings that block. 2: bad input or usage; the message says what,
where and what next, and no traceback is shown.
"""

import sys

from lerendwerk_core.errors import MissingExtraError

try:
    import click as _click  # noqa: F401 - whether it is there, before any module needs it
except ImportError:  # pragma: no cover - the test of the wheel without extras runs this line
    sys.stderr.write(str(MissingExtraError("cli")) + "\n")
    raise SystemExit(2) from None

from lerendwerk_core.cli import (  # commands join the group
    files,
    following,
    plugins,
    privacy,
    process,
    stages,
    whole,
)
from lerendwerk_core.cli.group import main, run

__all__ = [
    "files",
    "following",
    "main",
    "plugins",
    "privacy",
    "process",
    "run",
    "stages",
    "whole",
]
