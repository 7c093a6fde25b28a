"""Whatever a plugin raises while it works becomes an error that names the plugin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from lerendwerk_core.errors import LerendwerkError, PluginError
from lerendwerk_core.model.contracts import (
    Aggregation,
    AnswerReader,
    ProcessReader,
    ScoringModel,
)
from lerendwerk_core.model.process import ProcessReading
from lerendwerk_core.model.scoring import Node, Scored
from lerendwerk_core.plugins.host import ANYTHING, explained
from lerendwerk_core.text import Text
from lerendwerk_core.wording import finding_text


@attrs.frozen
class Blaming:
    """Turns what is raised inside into an error that names ``owner``; our own errors go through."""

    owner: str

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, ANYTHING) and not isinstance(error, LerendwerkError):
            raise PluginError(self.owner, explained(error)) from error


@attrs.frozen
class BlamedModel:
    """A scoring model whose failures name the plugin it comes from."""

    owner: str
    model: ScoringModel

    @property
    def key(self) -> str:
        """The name of the model."""
        return self.model.key

    def __call__(self, root: Node) -> Scored:
        """Return the score of everything below *root*."""
        with Blaming(self.owner):
            return self.model(root)


@attrs.frozen
class BlamedAggregation:
    """A way to make one answer of many whose failures name the plugin it comes from."""

    owner: str
    way: Aggregation

    @property
    def key(self) -> str:
        """The name of the way."""
        return self.way.key

    @property
    def label(self) -> Text:
        """What readers call it."""
        return self.way.label

    @property
    def by_organisation(self) -> bool:
        """Whether it matters who of which organisation voted."""
        return self.way.by_organisation

    def __call__(self, votes: Sequence[Sequence[int]]) -> int:
        """
        Return the level that *votes* come to.

        Raises:
            PluginError: The way fails, or names a level that nobody could give.
        """
        with Blaming(self.owner):
            level = self.way(votes)
            if type(level) is not int or not 0 <= level < len(votes[0]):
                message = f"{level!r} is not a level"
                raise ValueError(message)
        return level


@attrs.frozen
class BlamedAnswers:
    """A reader of answers whose failures name the plugin it comes from, also halfway a file."""

    owner: str
    reader: AnswerReader

    @property
    def key(self) -> str:
        """The name of the reader."""
        return self.reader.key

    @property
    def endings(self) -> tuple[str, ...]:
        """How the names of its files end."""
        return tuple(self.reader.endings)

    def __call__(self, path: Path) -> Iterator[Sequence[str]]:
        """Yield the rows of the file."""
        with Blaming(self.owner):
            for row in self.reader(path):
                yield list(row)


@attrs.frozen
class BlamedReader:
    """A process reader whose failures name the plugin it comes from."""

    owner: str
    reader: ProcessReader

    @property
    def key(self) -> str:
        """The word that asks for the reader."""
        return self.reader.key

    @property
    def endings(self) -> tuple[str, ...]:
        """How the names of files end that the reader reads by themselves."""
        return tuple(getattr(self.reader, "endings", (f".{self.reader.key}",)))

    def __call__(self, path: Path, options: Mapping[str, str]) -> ProcessReading:
        """Return what the file draws, its findings checked against the words there are."""
        with Blaming(self.owner):
            drawing = self.reader(path, options)
            for one in drawing.findings:
                finding_text(one.code, **one.values)
        return drawing
