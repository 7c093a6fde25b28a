"""
Every error of the library, in one tree.

::

    LerendwerkError
    ├── DossierError          files that cannot be read or do not fit together, all problems at once
    ├── TableError            tables of people and groups that cannot be read, all problems at once
    ├── DefinitionError       a checklist, regie model or other contribution that cannot be
    ├── ReadinessError        a checklist on which no route can be decided
    ├── UnknownKeyError       a name that nothing has: of a rule, a solver
    ├── ResultError           data from which no result can be read back
    ├── PrivacyError          a key that will not do, or two people who come to one code
    ├── CompositionError      a composition problem that cannot be stated
    ├── PluginError           a plugin that failed, where the embedder asked to hear of it
    └── MissingExtraError     a part of the library that needs an extra which is not installed

What should not be, but can be, is a ``Finding`` and not an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

import attrs

from lerendwerk_core.text import Lang, Text
from lerendwerk_core.wording import hint_text, problem_text


@attrs.frozen(order=True)
class Mark:
    """A place in a file; line and column count from 1, 0 stands for the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@attrs.frozen
class Problem:
    """One thing that is wrong: what, where, and what to do about it."""

    mark: Mark
    code: str
    message: Text
    hint: Text | None = None

    def in_(self, lang: Lang) -> str:
        """Return the problem as one line in *lang*: place, what is wrong, what next."""
        hint = f" {self.hint.in_(lang)}" if self.hint else ""
        return f"{self.mark}: {self.message.in_(lang)}{hint}"

    def __str__(self) -> str:
        return self.in_("en")


class LerendwerkError(Exception):
    """The root of all errors of the library."""

    def __init__(self, message: Text) -> None:
        super().__init__(message)
        self.message = message

    def in_(self, lang: Lang) -> str:
        """Return the whole message in *lang*."""
        return self.message.in_(lang)

    def __str__(self) -> str:
        return self.in_("en")


class _ProblemsError(LerendwerkError, ValueError):
    """An error that lists all problems at once, in the order of their places."""

    heading = Text("", "")

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        Exception.__init__(self, problems)
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.mark, problem.code)))
        self.message = self.heading

    def in_(self, lang: Lang) -> str:
        lines = (problem.in_(lang) for problem in self.problems)
        return "\n".join((self.heading.in_(lang), *lines))


class DossierError(_ProblemsError):
    """A dossier that cannot be read; :attr:`problems` lists everything that is wrong with it."""

    heading = Text("Het dossier kan niet worden gelezen.", "The dossier cannot be read.")


class TableError(_ProblemsError):
    """
    Tables of people and groups that cannot be read; :attr:`problems` lists all that is wrong.

    The place of a problem is the table, the row (from 1, without the heading) and the column.
    """

    heading = Text("De tabellen kunnen niet worden gelezen.", "The tables cannot be read.")


class DefinitionError(_ProblemsError):
    """A definition (checklist, tailoring, regie model, activity, measure) that cannot be."""

    heading = Text("De definitie klopt niet.", "The definition cannot be.")


class ReadinessError(LerendwerkError, ValueError):
    """A checklist on which no route can be decided."""


class UnknownKeyError(LerendwerkError, LookupError):
    """A name was asked for that nothing has; the message names what there is."""

    @classmethod
    def of(cls, kind: str, key: str, known: Iterable[str]) -> Self:
        """Return the error that there is no *key* of *kind*, but those that are *known*."""
        values = {"kind": hint_text(f"kind-{kind}"), "key": key, "known": tuple(known)}
        return cls(problem_text("unknown-choice", **values))


class ResultError(LerendwerkError, ValueError):
    """Plain data, as of ``to_dict``, from which no result can be read back."""


class PrivacyError(LerendwerkError, ValueError):
    """A key that will not do, or two people who come to one code."""


class CompositionError(LerendwerkError, ValueError):
    """A composition problem that cannot be stated."""


class PluginError(LerendwerkError, RuntimeError):
    """A plugin failed; :attr:`plugin` is its name."""

    def __init__(self, plugin: str, message: Text) -> None:
        Exception.__init__(self, plugin, message)
        self.plugin, self.message = plugin, message


class MissingExtraError(LerendwerkError, ImportError):
    """Something needs the extra :attr:`extra`, which is not installed."""

    def __init__(self, extra: str) -> None:
        Exception.__init__(self, extra)
        self.extra = extra
        self.message = Text(
            f'Hiervoor is de extra "{extra}" nodig: pip install "lerendwerk_core[{extra}]".',
            f'This needs the extra "{extra}": pip install "lerendwerk_core[{extra}]".',
        )
