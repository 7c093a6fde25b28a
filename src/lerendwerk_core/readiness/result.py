"""What assessing gives: the advice and everything it rests on."""

from __future__ import annotations

from typing import Any

import attrs

from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.model.scoring import Scored
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.comparable import Comparable
from lerendwerk_core.readiness.disagreement import Disagreement
from lerendwerk_core.readiness.people.opened import OpenCounts
from lerendwerk_core.readiness.proof.reach import Reach
from lerendwerk_core.readiness.stability import Stability
from lerendwerk_core.readiness.tables import advice_table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route


@attrs.frozen(kw_only=True)
class SectionCount(Wired):
    """How many items of a section count, and how many of those are deficient."""

    id: str
    label: Text
    items: int
    deficient: int


@attrs.frozen(kw_only=True)
class Readiness(Wired):
    """
    The advice and what it rests on.

    ``items`` is n, the items that count; ``deficient`` is d; ``margin`` the least number of answers
    to change to reach another route (``None`` where no change does) and ``flips`` the sets of items
    that do (the first of ``flips_total``). ``minimal`` are all sets, larger ones too, of which no part
    would do (the first of ``minimal_total``), and ``reach`` what is needed for each other route.

    With several respondents or rounds the top level is the aggregate or the latest round; ``rounds``
    holds the same figures for each. ``respondents`` does so for answers that speak for an
    organisation. Answers of ``people`` (how many) are not shown by respondent: ``organisations`` are
    those with enough people, ``answers`` counts per item, organisation and answer, where ``None`` is
    hidden. ``combined`` is what all answers to an item come to.

    ``texts`` are the items as they were asked, ``agenda`` the items to talk about, those on which people
    stand against each other first, and ``scores`` what scoring models say, at the top level only: the
    route does not come from a score. ``changes`` is what each round answers otherwise than the one
    before; ``comparable`` sets the advice of a tailored checklist beside that of its base; ``target`` is
    the route that one would like to reach; ``outdated`` are layers made for another version of their
    base, ``untranslated`` items whose words are in one language only; ``untold`` are the rounds of which
    nothing is told because too few people answered.
    """

    checklist: str
    label: Text
    reconstruction: bool
    items: int
    counts: Table[str, int]
    deficient: int
    route: Route
    stated_by_source: bool
    margin: int | None
    drivers: tuple[str, ...]
    flips: tuple[tuple[str, ...], ...]
    flips_total: int
    minimal: tuple[tuple[str, ...], ...]
    minimal_total: int
    reach: Table[str, Reach]
    sections: tuple[SectionCount, ...]
    because: tuple[Text, ...]
    respondents: Table[str, Readiness] = attrs.field(factory=Table)
    people: int | None = None
    organisations: Table[str, Readiness] = attrs.field(factory=Table)
    combined: Table[str, Answer] = attrs.field(factory=Table)
    answers: Table[str, OpenCounts] = attrs.field(factory=Table)
    disagreement: Disagreement | None = None
    agenda: tuple[str, ...] = ()
    stability: Stability | None = None
    texts: Table[str, Text] = attrs.field(factory=Table)
    rounds: Table[str, Readiness] = attrs.field(factory=Table)
    changes: tuple[RoundChange, ...] = ()
    comparable: Comparable | None = None
    target: Route | None = None
    outdated: tuple[str, ...] = ()
    untranslated: tuple[str, ...] = ()
    untold: tuple[str, ...] = ()
    scores: Table[str, Scored] = attrs.field(factory=Table)

    def to_frame(self, backend: str | None = None) -> Any:
        """
        Return a row per advice: of all together, of each respondent and organisation, in every round.

        *backend* (``pandas``, ``polars``, ``pyarrow``) gives a frame, none a list of rows; how often
        each answer was given is in :func:`lerendwerk_core.readiness.count_table`.

        Raises:
            MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
        """
        return advice_table(self, backend)
