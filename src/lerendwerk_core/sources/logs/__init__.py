"""Event logs in: XES, CSV, Parquet and data frames."""

from lerendwerk_core.sources.logs.columns import LogReading
from lerendwerk_core.sources.logs.in_parts import observe_in_parts
from lerendwerk_core.sources.logs.read import LogReader, read_log

__all__ = ["LogReader", "LogReading", "observe_in_parts", "read_log"]
