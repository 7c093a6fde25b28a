"""
What people answered: one letter of a byte string per answer, a column per item.

Ten thousand people, a hundred items: so laid out they are counted, cut and copied as fast as bytes are,
with nothing installed. There is no way out of here: answers are people's own, results are what is shown.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping

import attrs

from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.table import Table
from lerendwerk_core.vocabulary import Answer, Route

AnswerSheet = Table[str, Answer]
"""The answers of one voice, per item."""

CODES: Mapping[Answer, int] = {answer: code for code, answer in enumerate(Answer)}
"""The byte that stands for an answer: 0, 1 and 2 are the scale, then *not applicable*, then *open*."""
ANSWERS = tuple(Answer)
LEVELS = 3
"""The first so many codes are the scale, best first."""
OPEN = CODES[Answer.UNANSWERED]

Counts = tuple[int, ...]
"""How often each answer was given, in the order of the codes."""


@attrs.frozen(kw_only=True, repr=False)
class AnswerRound:
    """
    The answers of one moment.

    ``columns`` holds a byte per respondent for every item that anybody answered, in the order of
    ``respondents``; ``organisations`` names the organisation of each, those of one organisation next
    to each other. ``of_people`` tells answers of people, which are counted and never shown by
    respondent, from answers that speak for an organisation (C#64), which are.
    """

    moment: str
    respondents: tuple[str, ...]
    columns: Table[str, bytes]
    organisations: tuple[str, ...]
    of_people: bool = False

    @classmethod
    def of(
        cls,
        moment: str,
        sheets: Mapping[str, Mapping[str, Answer]],
        organisations: Mapping[str, str] | None = None,
    ) -> AnswerRound:
        """
        Return the round in which each of *sheets* was given, by respondent.

        With *organisations* (by respondent) they are answers of people; without, every sheet speaks
        for an organisation of its own.
        """
        of = {name: name for name in sheets} if organisations is None else organisations
        order = dict.fromkeys(of.get(name, "") for name in sheets)
        names = [name for place in order for name in sheets if of.get(name, "") == place]
        items = dict.fromkeys(item for sheet in sheets.values() for item in sheet)
        return cls(
            moment=moment,
            respondents=tuple(names),
            columns=Table(
                (item, bytes(CODES[sheets[n].get(item, Answer.UNANSWERED)] for n in names))
                for item in items
            ),
            organisations=tuple(of.get(name, "") for name in names),
            of_people=organisations is not None,
        )

    def __repr__(self) -> str:
        return f"<AnswerRound {self.moment!r}: {len(self.respondents)} respondents>"

    def __len__(self) -> int:
        return len(self.respondents)

    def column(self, item: str) -> bytes:
        """Return the answers of all respondents to *item*."""
        return self.columns.get(item) or bytes([OPEN]) * len(self)

    @property
    def spans(self) -> Table[str, tuple[int, int]]:
        """From where to where the respondents of each organisation stand."""
        spans: dict[str, tuple[int, int]] = {}
        at = 0
        for name, members in itertools.groupby(self.organisations):
            until = at + sum(1 for _ in members)
            spans[name] = (at, until)
            at = until
        return Table(spans)

    def counts(self, item: str, span: tuple[int, int] | None = None) -> Counts:
        """Return how often each answer was given to *item*, by all or by those in *span*."""
        column = self.column(item)
        return tuple(column.count(code, *(span or ())) for code in range(len(ANSWERS)))

    def sheets(self) -> Iterator[tuple[str, AnswerSheet]]:
        """Yield the answers of each respondent apart."""
        for at, name in enumerate(self.respondents):
            given = ((item, ANSWERS[column[at]]) for item, column in self.columns.items())
            yield name, Table(given)

    def of_organisation(self, name: str) -> AnswerRound:
        """Return the round with the respondents of one organisation."""
        start, end = self.spans[name]
        return attrs.evolve(
            self,
            respondents=self.respondents[start:end],
            organisations=self.organisations[start:end],
            columns=Table((item, column[start:end]) for item, column in self.columns.items()),
        )

    def only(self, keep: Iterable[str]) -> AnswerRound:
        """Return the round with the respondents *keep* alone, in the order in which they stand."""
        wanted = set(keep)
        mask = [name in wanted for name in self.respondents]
        return attrs.evolve(
            self,
            respondents=tuple(itertools.compress(self.respondents, mask)),
            organisations=tuple(itertools.compress(self.organisations, mask)),
            columns=Table(
                (item, bytes(itertools.compress(column, mask)))
                for item, column in self.columns.items()
            ),
        )


@attrs.frozen(kw_only=True, repr=False)
class ChecklistUse:
    """
    Which checklist a dossier uses, and the rounds in which it was answered, oldest first.

    ``combine`` names the way in which the answers of many become one, ``target`` the route that one
    would like to reach, ``own`` are checklists that the dossier brings itself.
    """

    use: str
    rounds: tuple[AnswerRound, ...]
    combine: str = "median"
    target: Route | None = None
    own: tuple[Checklist, ...] = ()
