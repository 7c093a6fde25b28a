"""One role code taken out of a dossier, wherever it stands."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

import attrs

from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.model.answers import AnswerRound, ChecklistUse
from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.outcomes import OutcomeRecord
from lerendwerk_core.model.table import Table

Codes = tuple[str, ...]
MOST_NEAR = 3


@attrs.frozen(kw_only=True)
class Forgotten:
    """The dossier without a role code, and the places where it stood, without what stood there."""

    dossier: Dossier
    removed: tuple[str, ...]


def forget(dossier: Dossier, code: str) -> Forgotten:
    """
    Return *dossier* without *code*: people, groups, what was asked of the composer, answers,
    observations, findings.

    Sealed personal routes stay: only with the key of its owner can one be told from another.

    Raises:
        UnknownKeyError: The code stands nowhere; the message names those that come near.
    """
    removed = tuple(dict.fromkeys(place for place, one in _codes(dossier) if one == code))
    if not removed:
        known = sorted({one for _, one in _codes(dossier)})
        near = difflib.get_close_matches(code, known, n=MOST_NEAR)
        raise UnknownKeyError.of("person", code, near)
    return Forgotten(dossier=_without(dossier, code), removed=removed)


def _codes(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Yield every role code that stands in *dossier*, with its place."""
    yield from (("people", one.code) for one in dossier.people)
    for group in dossier.groups:
        yield from ((f"groups.{group.id}", code) for code in group.members)
    if dossier.compose:
        yield from _asked(dossier.compose)
    for one in dossier.checklist.rounds if dossier.checklist else ():
        place = f"checklist.{one.moment}" if one.moment else "checklist"
        yield from ((place, name) for name in one.respondents)
    for seen in dossier.outcomes.observations if dossier.outcomes else ():
        yield f"outcomes.{seen.moment}", seen.code


def _asked(request: ComposeRequest) -> Iterator[tuple[str, str]]:
    sets = {
        "together": request.together,
        "apart": request.apart,
        "fixed": request.fixed.values(),
        "excluded": request.excluded.values(),
    }
    for name, named in sets.items():
        yield from ((f"compose.{name}", code) for codes in named for code in codes)


def _without(dossier: Dossier, code: str) -> Dossier:
    return attrs.evolve(
        dossier,
        people=tuple(one for one in dossier.people if one.code != code),
        groups=tuple(attrs.evolve(one, members=_less(one.members, code)) for one in dossier.groups),
        compose=_unasked(dossier.compose, code) if dossier.compose else None,
        checklist=_unanswered(dossier.checklist, code) if dossier.checklist else None,
        outcomes=_unseen(dossier.outcomes, code) if dossier.outcomes else None,
        findings=tuple(one for one in dossier.findings if not _mentions(one, code)),
    )


def _unasked(request: ComposeRequest, code: str) -> ComposeRequest:
    return attrs.evolve(
        request,
        together=_sets(request.together, code),
        apart=_sets(request.apart, code),
        fixed=_per_group(request.fixed, code),
        excluded=_per_group(request.excluded, code),
    )


def _unanswered(used: ChecklistUse, code: str) -> ChecklistUse:
    return attrs.evolve(used, rounds=tuple(_unheard(one, code) for one in used.rounds))


def _unseen(record: OutcomeRecord, code: str) -> OutcomeRecord:
    kept = tuple(one for one in record.observations if one.code != code)
    return attrs.evolve(record, observations=kept)


def _unheard(one: AnswerRound, code: str) -> AnswerRound:
    return one.only(_less(one.respondents, code)) if code in one.respondents else one


def _less(codes: Codes, code: str) -> Codes:
    return tuple(one for one in codes if one != code)


def _sets(sets: Iterable[Codes], code: str) -> tuple[Codes, ...]:
    """Return *sets* without *code*; one that held nobody else is gone."""
    return tuple(_less(one, code) for one in sets if set(one) != {code})


def _per_group(table: Mapping[str, Codes], code: str) -> Table[str, Codes]:
    return Table((key, _less(codes, code)) for key, codes in table.items() if set(codes) != {code})


def _mentions(finding: Finding, code: str) -> bool:
    """Whether *finding* names *code*, and not only a code that begins with it."""
    said = f"{finding.where} {finding.message.nl} {finding.message.en}"
    return re.search(rf"(?<![\w-]){re.escape(code)}(?![\w-])", said) is not None
