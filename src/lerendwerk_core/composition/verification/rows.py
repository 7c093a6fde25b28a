"""
What every seating keeps to, in rows of the linear form: a sum of variables that has a most.

Each row has a key, its parts joined by " / ", by which a certificate gives it a price. Rules of a
requirement, and the parts of a rule, are numbered from 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import attrs

from lerendwerk_core.composition.verification.form import (
    LARGEST,
    SMALLEST,
    TOP,
    Ends,
    Form,
    Variable,
    covering,
)
from lerendwerk_core.model.composition import AllOrNone, Count, End, Kinds, Rule

Part = tuple[Variable, int]


@attrs.frozen(eq=False)
class Row:
    """The sum of ``parts``, variables with how often they count, is at most ``most``."""

    key: str
    parts: Iterable[Part]
    most: int


def rows(form: Form) -> Iterator[Row]:
    """Yield every row of *form*, each under a key of its own."""
    seen: Counter[str] = Counter()
    for row in chain(_sizes(form), _loads(form), _ends(form), _requirements(form), _shares(form)):
        # Nothing forbids that two requirements have one name: the second then has "... #2".
        seen[row.key] += 1
        again = seen[row.key]
        yield row if again == 1 else attrs.evolve(row, key=f"{row.key} #{again}")


def _key(*parts: object) -> str:
    return " / ".join(map(str, parts))


def _less(parts: Iterable[Part]) -> Iterator[Part]:
    return ((variable, -times) for variable, times in parts)


# -- sizes and loads ---------------------------------------------------------------------------------


def _sizes(form: Form) -> Iterator[Row]:
    for place, group in enumerate(form.given.problem.groups):
        low, high = group.size
        yield Row(_key("size-high", group.id), _members(form, place), high)
        yield Row(_key("size-low", group.id), _less(_members(form, place)), -low)


def _loads(form: Form) -> Iterator[Row]:
    for person, one in enumerate(form.given.problem.candidates):
        low, high = form.given.problem.load_of(one)
        yield Row(_key("load-high", one.code), _seats(form, person), high)
        yield Row(_key("load-low", one.code), _less(_seats(form, person)), -low)


def _members(form: Form, group: int, people: Iterable[int] | None = None) -> Iterator[Part]:
    """Yield who can sit in *group*; of *people* only, if they are given."""
    admitted = form.given.admitted[group]
    for person in admitted if people is None else admitted.intersection(people):
        yield ("x", person, group), 1


def _seats(form: Form, person: int) -> Iterator[Part]:
    """Yield where *person* can sit."""
    for group, admitted in enumerate(form.given.admitted):
        if person in admitted:
            yield ("x", person, group), 1


# -- what is covered ---------------------------------------------------------------------------------


def _ends(form: Form) -> Iterator[Row]:
    for group, many in form.covered.items():
        for end in dict.fromkeys(end for ends in many for end in ends):
            yield _end(form, group, end)
        for ends in many:
            if len(ends) > 1:
                yield from _joint(form, group, ends)


def _end(form: Form, group: int, end: End) -> Row:
    """Return the row by which an end is there only when enough members carry it."""
    carriers = _members(form, group, form.given.carry(end))
    there = covering(group, frozenset([end]))
    name = _key("end", form.given.problem.groups[group].id, _said(end))
    return Row(name, chain([(there, end.at_least)], _less(carriers)), 0)


def _joint(form: Form, group: int, ends: Ends) -> Iterator[Row]:
    """Yield the rows by which ends are there together only when each of them is."""
    name = _key("joint", form.given.problem.groups[group].id, "|".join(sorted(map(_said, ends))))
    for end in ends:
        each = ((covering(group, ends), 1), (covering(group, frozenset([end])), -1))
        yield Row(_key(name, _said(end)), each, 0)


def _said(end: End) -> str:
    return f"{end.dimension}={end.value}>={end.at_least}"


# -- hard requirements -------------------------------------------------------------------------------


def _requirements(form: Form) -> Iterator[Row]:
    problem = form.given.problem
    for number, one in enumerate(problem.requirements):
        for at, rule in enumerate(one.rules(problem.candidates)) if one.hard else ():
            for place, group in enumerate(problem.groups):
                if not one.groups or group.id in one.groups:
                    name = _key(one.name, group.id, at)
                    yield from _rule(form, rule, name, place, (number, place, at))


def _rule(form: Form, rule: Rule, name: str, group: int, own: Variable) -> Iterator[Row]:
    match rule:
        case Count():
            return _count(form, rule, name, group)
        case Kinds():
            return _kinds(form, rule, name, group, own)
        case AllOrNone():
            return _whole(form, rule, name, group, own)


def _count(form: Form, rule: Count, name: str, group: int) -> Iterator[Row]:
    if rule.low is not None:
        yield Row(_key("low", name), _less(_weighed(form, rule, group)), -rule.low)
    if rule.high is not None:
        yield Row(_key("high", name), _weighed(form, rule, group), rule.high)


def _weighed(form: Form, rule: Count, group: int) -> Iterator[Part]:
    """Yield who can sit in *group* and weighs something in *rule*."""
    for person in form.given.admitted[group]:
        if rule.weights[person]:
            yield ("x", person, group), rule.weights[person]


def _kinds(form: Form, rule: Kinds, name: str, group: int, own: Variable) -> Iterator[Row]:
    there: list[Part] = [(("kind", *own, number), 1) for number in range(len(rule.parts))]
    yield Row(_key("kinds", name), _less(there), -rule.low)
    for number, (one, people) in enumerate(zip(there, rule.parts, strict=True)):
        parts = chain([one], _less(_members(form, group, people)))
        yield Row(_key("part", name, number), parts, 0)


def _whole(form: Form, rule: AllOrNone, name: str, group: int, own: Variable) -> Iterator[Row]:
    whole: Variable = ("whole", *own)
    number = len(rule.people) + rule.strangers
    here = tuple(_members(form, group, rule.people))
    yield Row(_key("whole-high", name), (*here, (whole, -number)), 0)
    yield Row(_key("whole-low", name), ((whole, number), *_less(here)), 0)


# -- how seats are shared ----------------------------------------------------------------------------


def _shares(form: Form) -> Iterator[Row]:
    if TOP in form.worth:
        yield from _top(form)
    if LARGEST in form.worth:
        yield from _spread(form)
    for least in sorted(form.heavy):
        yield from _heavy(form, least)


def _top(form: Form) -> Iterator[Row]:
    for person, one in enumerate(form.given.problem.candidates):
        yield Row(_key("top", one.code), chain(_seats(form, person), [(TOP, -1)]), 0)


def _spread(form: Form) -> Iterator[Row]:
    for place, group in enumerate(form.given.problem.groups):
        high = chain(_members(form, place), [(LARGEST, -1)])
        yield Row(_key("spread-high", group.id), high, 0)
        low = chain([(SMALLEST, 1)], _less(_members(form, place)))
        yield Row(_key("spread-low", group.id), low, 0)


def _heavy(form: Form, least: int) -> Iterator[Row]:
    groups = len(form.given.admitted)
    for person, one in enumerate(form.given.problem.candidates):
        parts = chain(_seats(form, person), [(("heavy", least, person), -groups)])
        # Who sits nowhere is not heavy, however little is asked.
        yield Row(_key("loaded", least, one.code), parts, max(1, least) - 1)
