"""Files that may be gzipped, opened so that what they unpack to stays bounded."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from lerendwerk_core.errors import Mark
from lerendwerk_core.sources.nodes import refused

MAGIC = b"\x1f\x8b"
MAX_RATIO, FREE = 400, 1 << 26
"""A gzipped file may unpack to so many times its size, or to FREE bytes if that is more."""


@contextmanager
def unpacked(path: Path, shown_as: str) -> Iterator[IO[bytes]]:
    """
    Open the file at *path*, unpacked if it is gzipped.

    Raises:
        DossierError: It cannot be read, is damaged, or unpacks to far more than it is.
    """
    try:
        with path.open("rb") as raw:
            packed = raw.read(2) == MAGIC
            raw.seek(0)
            if packed:
                most = max(FREE, MAX_RATIO * path.stat().st_size)
                with gzip.open(raw, "rb") as stream:
                    bounded: Any = _Bounded(cast("IO[bytes]", stream), most, shown_as)
                    yield io.BufferedReader(bounded)
            else:
                yield raw
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise refused(Mark(shown_as), "gzip-damaged") from error
    except OSError as error:
        raise refused(Mark(shown_as), "file-unreadable", reason=error.strerror or "") from error


class _Bounded(io.RawIOBase):
    """What *stream* unpacks to, as long as it is no more than *most* bytes."""

    def __init__(self, stream: IO[bytes], most: int, shown_as: str) -> None:
        self._stream, self._left, self._shown_as = stream, most, shown_as

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        data = self._stream.read(len(buffer))
        self._left -= len(data)
        if self._left < 0:
            raise refused(Mark(self._shown_as), "gzip-bomb", ratio=MAX_RATIO)
        buffer[: len(data)] = data
        return len(data)
