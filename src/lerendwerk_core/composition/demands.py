"""
What a problem demands of a seating, one by one: sizes, loads, floors and hard requirements.

And in words for a reader: what many groups or people are asked alike is said once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lerendwerk_core.composition.exact.linear import FLOOR_OF, LOAD_OF, SIZE_OF
from lerendwerk_core.composition.result import Demanded, Relaxation
from lerendwerk_core.model.composition import (
    Candidate,
    CompositionProblem,
    Floor,
    GroupSpec,
    Sense,
)
from lerendwerk_core.model.contracts import Requirement
from lerendwerk_core.text import LANGUAGES, Text
from lerendwerk_core.wording import reason

MOST_NAMES = 12
"""How many names are given of those who are asked alike; the last of them may be how many more."""

SHORTEST_ROW = 3
"""From how many on, names that count up are told as the first and the last."""

LONGEST_NUMBER = 18
NO_NUMBER = -2

TOLERANCE = 1e-9


# -- each by itself ----------------------------------------------------------------------------------


def size_of(group: GroupSpec) -> Demanded:
    """Return the demand that the size of *group* is."""
    low, high = group.size
    asks = reason(f"asks-size{_kind(low, high)}", low=low, high=high)
    return Demanded(name=SIZE_OF + group.id, group=group.id, asks=asks)


def load_of(problem: CompositionProblem, one: Candidate) -> Demanded:
    """Return the demand that the load of *one* is."""
    low, high = problem.load_of(one)
    asks = reason(f"asks-load{_kind(low, high)}", code=one.code, low=low, high=high)
    return Demanded(name=LOAD_OF + one.code, group="", asks=asks)


def floor_of(floor: Floor) -> Demanded:
    """Return the demand that *floor* is."""
    code = "asks-floor" if floor.goal.sense is Sense.MOST else "asks-floor-least"
    asks = reason(code, goal=floor.goal.label, least=float(floor.least))
    return Demanded(name=FLOOR_OF + floor.goal.key, group="", asks=asks)


def asked_of(group: GroupSpec, requirement: Requirement) -> Demanded:
    """Return the demand that *requirement* is of *group*."""
    return Demanded(name=requirement.name, group=group.id, asks=requirement.asks())


def _kind(low: int, high: int) -> str:
    """Return how bounds are said: one number, at most one, or from one to the other."""
    if low == high:
        return {0: "-none", 1: "-one"}.get(low, "-exactly")
    if low == 0:
        return "-at-most-one" if high == 1 else "-at-most"
    return ""


def demands_of(problem: CompositionProblem) -> tuple[Demanded, ...]:
    """Return all that *problem* demands; what has one name and group is one demand."""
    found: dict[tuple[str, str], list[Text]] = {}
    for one in _each(problem):
        found.setdefault((one.name, one.group), []).append(one.asks)
    return tuple(
        Demanded(name=name, group=group, asks=_joined(dict.fromkeys(asks)))
        for (name, group), asks in found.items()
    )


def _each(problem: CompositionProblem) -> Iterator[Demanded]:
    for group in problem.groups:
        for requirement in problem.requirements_of(group.id):
            if requirement.hard:
                yield asked_of(group, requirement)
    yield from map(size_of, problem.groups)
    yield from (load_of(problem, one) for one in problem.candidates)
    yield from map(floor_of, problem.floors)


def unmet_by(
    problem: CompositionProblem, members: Mapping[str, Sequence[str]]
) -> Iterator[Demanded]:
    """Yield the demands that a seating of *members* does not meet."""
    people = {one.code: one for one in problem.candidates}
    seated = {
        group.id: [people[code] for code in members.get(group.id, ()) if code in people]
        for group in problem.groups
    }
    for group in problem.groups:
        for requirement in problem.requirements_of(group.id):
            if requirement.hard and requirement.shortfall(seated[group.id]):
                yield asked_of(group, requirement)
        if not group.size[0] <= len(seated[group.id]) <= group.size[1]:
            yield size_of(group)
    yield from _loads_and_floors(problem, seated)


def _loads_and_floors(
    problem: CompositionProblem, seated: Mapping[str, Sequence[Candidate]]
) -> Iterator[Demanded]:
    everywhere = [one.code for many in seated.values() for one in many]
    for one in problem.candidates:
        low, high = problem.load_of(one)
        if not low <= everywhere.count(one.code) <= high:
            yield load_of(problem, one)
    for floor in problem.floors:
        sign = 1 if floor.goal.sense is Sense.MOST else -1
        if sign * (floor.goal.measure(problem, seated) - floor.least) < -TOLERANCE:
            yield floor_of(floor)


# -- alike ones once ---------------------------------------------------------------------------------


def told(demands: Iterable[Demanded]) -> list[Text]:
    """Return what *demands* ask, what is asked of several groups or people alike said once."""
    return [_told(alike) for alike in _alike(demands)]


def ways_out(relaxations: Iterable[Relaxation]) -> list[tuple[Text, int]]:
    """Return what to give up and what that costs, of what is asked alike said once."""
    by_demand = {(one.demanded.name, one.demanded.group): one for one in relaxations}
    ways = []
    for alike in _alike(one.demanded for one in by_demand.values()):
        given = [by_demand[one.name, one.group] for one in alike]
        code = "give-up" if len(given) == 1 else "give-up-together"
        seats = sum(one.seats for one in given)
        says = reason(code, demand=_told(alike), seats=seats)
        ways.append((says, sum(one.cost for one in given)))
    return ways


def in_a_row(texts: Iterable[Text]) -> Text:
    """Return *texts* as one, with semicolons between them."""
    return _joined(texts)


def _joined(texts: Iterable[Text]) -> Text:
    all_of_them = list(texts)
    return Text(*("; ".join(one.in_(lang) for one in all_of_them) for lang in LANGUAGES))


def _alike(demands: Iterable[Demanded]) -> list[list[Demanded]]:
    """Return *demands* in lists of those that ask the same, each where the first of them stood."""
    lists: dict[object, list[Demanded]] = {}
    for one in demands:
        lists.setdefault(_asked(one), []).append(one)
    return list(lists.values())


def _asked(one: Demanded) -> object:
    """Return what *one* asks, whoever it asks it of."""
    if one.group:
        return one.asks
    code = _person(one)
    return tuple(one.asks.in_(lang).removeprefix(code) for lang in LANGUAGES) if code else one


def _person(one: Demanded) -> str:
    """Return the role code whose load *one* is; nothing where it is another demand."""
    return "" if one.group or not one.name.startswith(LOAD_OF) else one.name.removeprefix(LOAD_OF)


def _told(alike: list[Demanded]) -> Text:
    first = alike[0]
    if len(alike) == 1:
        return Text(*(first.in_(lang) for lang in LANGUAGES))
    if first.group:
        groups = _names([one.group for one in alike])
        return reason("asks-each-group", count=len(alike), asks=first.asks, groups=groups)
    # How many people they are is not said here either: it may be a small count.
    everyone = reason("each-of", names=_names([_person(one) for one in alike]))
    return Text(
        *(everyone.in_(x) + first.asks.in_(x).removeprefix(_person(first)) for x in LANGUAGES)
    )


# -- many names --------------------------------------------------------------------------------------


def _names(names: Iterable[str]) -> list[str | Text]:
    """Return *names* in order, numbers in a row as the first and the last, and no more than some."""
    entries = list(_entries(names))
    shown = [said for said, _ in entries]
    if len(shown) <= MOST_NAMES:
        return shown
    more = sum(count for _, count in entries[MOST_NAMES - 1 :])
    return [*shown[: MOST_NAMES - 1], reason("and-more", count=more)]


def _entries(names: Iterable[str]) -> Iterator[tuple[str | Text, int]]:
    """Yield what to write for *names*, and for how many of them each stands."""
    for row in _rows(names):
        if len(row) < SHORTEST_ROW:
            yield from ((name, 1) for name in row)
        else:
            yield reason("first-to-last", first=row[0], last=row[-1]), len(row)


def _rows(names: Iterable[str]) -> Iterator[list[str]]:
    """Yield *names* in rows: what differs in the number at the end only, and counts up."""
    row: list[str] = []
    for name in sorted(names, key=_place):
        if row and not _follows(name, row[-1]):
            yield row
            row = []
        row.append(name)
    if row:
        yield row


def _follows(name: str, before: str) -> bool:
    (stem, number, _), (own, last, _) = _place(name), _place(before)
    return last != NO_NUMBER and (stem, number) == (own, last + 1)


def _place(name: str) -> tuple[str, int, str]:
    """Return where *name* stands among others: by what is before its number, then by its number."""
    stem = name.rstrip("0123456789")
    number = name[len(stem) :][:LONGEST_NUMBER]
    return stem, int(number) if number else NO_NUMBER, name
