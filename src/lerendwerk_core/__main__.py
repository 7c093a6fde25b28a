"""``python -m lerendwerk_core``."""

from lerendwerk_core.cli import run

run()
