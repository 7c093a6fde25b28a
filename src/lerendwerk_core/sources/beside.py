"""Files beside a dossier: what it names is read, as long as it lies in its folder."""

from __future__ import annotations

from pathlib import Path

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.sources.shapes import Reading

Found = tuple[Path, str]
"""A file, and how it is called in messages."""


@attrs.frozen
class Beside:
    """The folder of the dossier in ``file``; what is not to be read is noted in ``reading``."""

    file: Path
    reading: Reading

    def find(self, name: str, mark: Mark) -> Found | None:
        """Return the file *name* inside the dossier's folder, or note that it is not to be read."""
        folder = self.file.parent.resolve()
        path = folder / name
        inside = there = False
        try:
            inside = path.resolve().is_relative_to(folder)
            there = inside and path.is_file()
        except (OSError, ValueError, RuntimeError):
            pass  # a NUL in it, a circle of links, too long: not to be read, in any case
        if there:
            return path, str(self.file.parent / path.relative_to(folder))
        self.reading.wrong(mark, "file-missing" if inside else "file-outside", path=name)
        return None
