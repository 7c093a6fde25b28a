"""
Data frames and Parquet: whatever narwhals knows, eager or lazy; rows with names, and columns by name.

Names become codes in the frame's own library, which does that ten times as fast as Python. A lazy frame
is collected, but only the columns that are named; it has no order of its own, so that among events with
the same time it is the library's.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from lerendwerk_core.errors import DossierError, Mark, MissingExtraError
from lerendwerk_core.model.event_log import NO_TIME
from lerendwerk_core.model.frame import narwhals
from lerendwerk_core.process.events import Coded
from lerendwerk_core.sources.logs.columns import ROLES, Said
from lerendwerk_core.sources.logs.table import places_of
from lerendwerk_core.sources.logs.times import Moments
from lerendwerk_core.sources.nodes import refused

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Times

PARQUET_READERS = ("pyarrow", "polars", "pandas")
"""Libraries that read Parquet, in the order in which they are tried."""


def read_parquet(path: Path, shown_as: str, names: Mapping[str, str]) -> Said:
    """
    Return what the Parquet file at *path* says in the columns *names*.

    Raises:
        DossierError: It cannot be read, or lacks a column.
        MissingExtraError: Nothing that reads Parquet is installed.
    """
    narwhals()
    for name in PARQUET_READERS:
        try:
            return _PARQUET[name](path, shown_as, names)
        except ImportError:
            continue
        except (DossierError, MissingExtraError):
            raise
        except Exception as error:  # each library has errors of its own
            raise refused(Mark(shown_as), "parquet-unreadable", reason=_first(error)) from error
    raise MissingExtraError("data")


def _first(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0][:200]


def _with_pyarrow(path: Path, shown_as: str, names: Mapping[str, str]) -> Said:
    pq = importlib.import_module("pyarrow.parquet")
    with pq.ParquetFile(path) as file:
        told = file.metadata
        places_of(file.schema_arrow.names, names, Mark(shown_as))
    texts = [names[role] for role in ROLES if role != "time" and names.get(role)]
    wanted = list(dict.fromkeys(name for name in names.values() if name))
    with pq.ParquetFile(path, metadata=told, read_dictionary=texts) as file:
        table = file.read(columns=wanted)
    return said_of(table, shown_as, names)


def _with_polars(path: Path, shown_as: str, names: Mapping[str, str]) -> Said:
    pl = importlib.import_module("polars")
    return said_of(pl.scan_parquet(path), shown_as, names)


def _with_pandas(path: Path, shown_as: str, names: Mapping[str, str]) -> Said:
    pd = importlib.import_module("pandas")
    return said_of(pd.read_parquet(path), shown_as, names)


_PARQUET = {"pyarrow": _with_pyarrow, "polars": _with_polars, "pandas": _with_pandas}


def said_of(frame: Any, shown_as: str, names: Mapping[str, str]) -> Said:
    """
    Return what *frame* says in the columns *names*.

    Raises:
        DossierError: It is no data frame, or lacks a column.
        MissingExtraError: It is none of plain Python's, and the extra ``data`` is not installed.
    """
    if isinstance(frame, list | tuple) and all(isinstance(row, Mapping) for row in frame):
        frame = _columns_of(frame)
    if isinstance(frame, Mapping):
        return _said_of_columns(frame, shown_as, names)
    nw = narwhals()
    try:
        table = nw.from_native(frame)
    except TypeError as error:
        raise refused(Mark(shown_as), "log-no-frame", kind=type(frame).__name__) from error
    known = table.collect_schema().names()
    places_of(known, names, Mark(shown_as))
    wanted = list(dict.fromkeys(name for name in names.values() if name))
    table = table.select(*map(nw.col, wanted))
    if isinstance(table, nw.LazyFrame):
        table = table.collect()
    reader = _Frame(nw, table, names, shown_as)
    columns = {role: reader.coded(role) for role in ROLES if role != "time"}
    time = reader.time()
    timed = bool(names.get("time"))
    return Said(columns=columns, time=time, timed=timed, moments=reader.moments)


def _columns_of(rows: Sequence[Mapping[Any, Any]]) -> dict[str, list[Any]]:
    """Return *rows* as columns; what a row does not say is ``None``."""
    names = dict.fromkeys(name for row in rows for name in row)
    return {str(name): [row.get(name) for row in rows] for name in names}


def _said_of_columns(table: Mapping[str, Any], shown_as: str, names: Mapping[str, str]) -> Said:
    """Return what columns by name say; nothing needs to be installed for it."""
    places_of([str(name) for name in table], names, Mark(shown_as))
    count = _height({name: table[name] for name in names.values() if name}, shown_as)
    moments = Moments()
    columns = {
        role: Coded.of(list(map(_text, table[names[role]])))
        if names.get(role)
        else Coded.nothing(count)
        for role in ROLES
        if role != "time"
    }
    timed = bool(names.get("time"))
    times = map(_text, table[names["time"]]) if timed else [None] * count
    return Said(columns=columns, time=moments.of(times, count), timed=timed, moments=moments)


def _height(table: Mapping[str, Any], shown_as: str) -> int:
    """Return how many events *table* holds; columns of different lengths are refused."""
    sizes = {name: len(column) for name, column in table.items()}
    most = max(sizes.values(), default=0)
    for name, size in sizes.items():
        if size < most:
            raise refused(Mark(shown_as), "table-uneven", name=name, rows=size, most=most)
    return most


def _without_space(codes: npt.NDArray[np.integer], names: list[Any]) -> Coded:
    """Return the column without space around its names; two that differ only in that become one."""
    import numpy as np  # noqa: PLC0415

    bare = list(map(str.strip, names)) if set(map(type, names)) <= {str} else [*map(_text, names)]
    if bare == names:
        return Coded.from_categories(codes, names)
    known: dict[str | None, int] = {None: -1, "": -1}
    place = [known.setdefault(one, len(known) - 2) for one in bare]
    merged = np.where(codes < 0, -1, np.array([*place, -1])[codes])
    return Coded.from_categories(merged, list(known)[2:])


def _text(value: object) -> str | None:
    try:
        if value is None or value != value:  # noqa: PLR0124 - only what is no number does that
            return None
    except TypeError:
        return None  # the NA of pandas has no truth
    # A column of whole numbers in which one is absent comes out of pandas with a point.
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value).strip()  # type: ignore[call-overload]


@attrs.define(eq=False)
class _Frame:
    """An eager frame while it is read."""

    nw: Any
    table: Any
    names: Mapping[str, str]
    shown_as: str
    moments: Moments = attrs.field(factory=Moments)

    def coded(self, role: str) -> Coded:
        """Return the column of *role* as codes."""
        name = self.names.get(role)
        if not name:
            return Coded.nothing(len(self.table))
        series = self.table[name]
        named = series.dtype in (self.nw.String, self.nw.Categorical, self.nw.Enum)
        if not named and not (series.dtype.is_numeric() and series.implementation.is_pandas_like()):
            series = _whole(self.nw, series).cast(self.nw.String)
        codes, names = _categories(series)
        if codes.max(initial=-1) >= len(names):  # a damaged file, which pyarrow does not notice
            raise refused(Mark(self.shown_as), "parquet-unreadable", reason=str(name))
        return _without_space(codes, names)

    def time(self) -> Times:
        """Return the moments in microseconds since 1970."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        name = self.names.get("time")
        if not name:
            return np.full(len(self.table), NO_TIME, np.int64)
        series = self.table[name]
        kind = series.dtype
        if kind == self.nw.Date:
            series = series.cast(self.nw.Datetime("us"))
        if kind == self.nw.Datetime:
            self.moments.zoned = series.dtype.time_zone is not None
        if kind == self.nw.Datetime or kind == self.nw.Date:  # noqa: PLR1714 - hashes differ
            return _microseconds(series.dt.timestamp("us"))
        if kind.is_numeric():
            return self.moments.of_numbers(_numbers(self.nw, series))
        texts = series.to_list()
        return self.moments.of(map(_text, texts), len(texts))


def _microseconds(series: Any) -> Times:
    import numpy as np  # noqa: PLC0415

    if not series.is_null().any():
        return np.asarray(series.to_numpy()).astype(np.int64)
    empty = series.is_null().to_numpy()
    filled = series.fill_null(0).to_numpy().astype(np.int64)
    return np.where(empty, NO_TIME, filled)


def _whole(nw: Any, series: Any) -> Any:
    """Return whole numbers as such, without the point that they may have; pandas has its own way."""
    if not series.dtype.is_float():
        return series
    series = series.fill_nan(None)
    known = series.drop_nulls()
    return series.cast(nw.Int64) if (known == known.round(0)).all() else series


def _numbers(nw: Any, series: Any) -> Any:
    """Return *series* as an array of numbers, with what is absent as no number."""
    import numpy as np  # noqa: PLC0415

    if series.is_null().any() or not series.dtype.is_integer():
        return np.asarray(series.cast(nw.Float64).to_numpy(), np.float64)
    return np.asarray(series.to_numpy()).astype(np.int64)


def _categories(series: Any) -> tuple[npt.NDArray[np.integer], list[Any]]:
    """Return the codes of *series* and what they stand for; less than 0 is nothing."""
    native, kind = series.to_native(), series.implementation
    if kind.is_polars():
        return _polars_categories(native)
    if kind.is_pyarrow():
        return _arrow_categories(native)
    import numpy as np  # noqa: PLC0415

    codes, categories = importlib.import_module("pandas").factorize(native)
    return np.asarray(codes, np.int64), list(categories)


def _polars_categories(native: Any) -> tuple[npt.NDArray[np.integer], list[Any]]:
    import numpy as np  # noqa: PLC0415

    pl = importlib.import_module("polars")
    column = native.cast(pl.Categorical) if native.dtype == pl.String else native
    kinds = column.unique(maintain_order=True).drop_nulls()
    physical = kinds.to_physical().cast(pl.Int64).to_numpy()
    place = np.full(int(physical.max(initial=0)) + 1, -1, np.int64)
    place[physical] = np.arange(len(physical))
    codes = column.to_physical().cast(pl.Int64).fill_null(-1).to_numpy()
    return np.where(codes < 0, -1, place[codes]), kinds.cast(pl.String).to_list()


def _arrow_categories(native: Any) -> tuple[npt.NDArray[np.integer], list[Any]]:
    import numpy as np  # noqa: PLC0415

    pa = importlib.import_module("pyarrow")
    column = native if pa.types.is_dictionary(native.type) else native.dictionary_encode()
    chunks = pa.chunked_array(_few(pa, column.chunks), column.type).unify_dictionaries().chunks
    if not chunks:
        return np.zeros(0, np.int32), []
    indices = (one.indices.fill_null(-1) if one.null_count else one.indices for one in chunks)
    codes = [one.to_numpy(zero_copy_only=False) for one in indices]
    whole = np.concatenate(codes) if len(codes) > 1 else codes[0]
    return whole, chunks[0].dictionary.to_numpy(zero_copy_only=False).tolist()


def _few(pa: Any, chunks: Sequence[Any]) -> Iterator[Any]:
    """Yield *chunks*, those after each other that have one dictionary as one: to unify them costs."""
    for _, alike in groupby(chunks, lambda one: _place(one.dictionary)):
        first, *rest = alike
        indices = pa.concat_arrays([first.indices, *(one.indices for one in rest)])
        yield pa.DictionaryArray.from_arrays(indices, first.dictionary) if rest else first


def _place(names: Any) -> tuple[int, ...]:
    """Return what tells one dictionary from another: where it is in memory, and which part of that."""
    buffers = (one.address if one else 0 for one in names.buffers())
    return len(names), names.offset, *buffers
