"""
Somebody who has all that the library tells, of two rounds, cannot tell what a hidden count is.

For every hidden count another world is looked for: one in which that count is another, and everything
that is told, to the last figure, is the same. As long as there is one, no reasoning can pin it down.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from readiness_sheets import checklist

from lerendwerk_core.disclosure import open_table
from lerendwerk_core.model.answers import ANSWERS, LEVELS, AnswerRound, ChecklistUse
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness import Readiness, SourceRule, assess
from lerendwerk_core.readiness.aggregation import MEDIAN
from lerendwerk_core.readiness.agreement import consensus, is_polarised
from lerendwerk_core.readiness.assess import told_rounds
from lerendwerk_core.readiness.disagreement import Disagreement, alpha_in
from lerendwerk_core.readiness.scoring.models import MODELS
from lerendwerk_core.readiness.stability import Stability, stability

World = tuple[tuple[int, ...], ...]
"""Per item the answer of each respondent, of all rounds one after another."""


@attrs.frozen
class Asked:
    """Who was asked what, in how many rounds."""

    items: int
    organisations: tuple[str, ...]
    rounds: int

    def answered(self, world: World) -> tuple[AnswerRound, ...]:
        people = len(self.organisations)
        return tuple(
            AnswerRound(
                moment=f"T{number}",
                respondents=tuple(f"R-{n:02d}" for n in range(people)),
                organisations=self.organisations,
                columns=Table(
                    (f"i{item}", bytes(answers[number * people : (number + 1) * people]))
                    for item, answers in enumerate(world)
                ),
                of_people=True,
            )
            for number in range(self.rounds)
        )

    def told(self, world: World) -> Readiness:
        used = ChecklistUse(use="proef", rounds=self.answered(world))
        return assess(checklist(self.items), used, None, MODELS)


def figures(asked: Asked, world: World, truth: Readiness) -> dict[str, Any]:
    """
    All that is told of *world* but its counts.

    What was not told of *truth* is not told here, what was told is: the adversary knows what every
    figure means, and does not draw conclusions from figures that are missing.
    """
    told: dict[str, Any] = asked.told(world).to_dict()["rounds"]
    for one in told_rounds(asked.answered(world), 5):
        said, true = told[one.moment], truth.rounds[one.moment]
        assert true.disagreement is not None
        assert true.stability is not None
        said["disagreement"] |= _agreement(asked, one, true.disagreement)
        said["stability"] = _stability(asked, one, true.stability)
        for key in ("answers", "agenda"):
            del said[key]
    return told


def _agreement(asked: Asked, one: AnswerRound, true: Disagreement) -> dict[str, Any]:
    """What is told of agreement, where it was told of the truth."""
    graded = {item: one.counts(item)[:LEVELS] for item in checklist(asked.items).item_ids}
    ends = [item for item in graded if item not in true.silent and is_polarised(graded[item])]
    whole = alpha_in(checklist(asked.items), one, (0, len(one)))
    within = {name: alpha_in(checklist(asked.items), one, one.spans[name]) for name in true.within}
    return {
        "polarised": ends,
        "silent": [],
        "consensus": {item: consensus(graded[item]) for item in true.consensus},
        "alpha": _as_told(true.alpha, whole),
        "within": {name: _as_told(true.within[name], alpha) for name, alpha in within.items()},
    }


def _as_told(true: float | None, alpha: float | None) -> float | None:
    """*alpha* in as many decimals as the true one was told in."""
    if true is None or alpha is None:
        return None if true is None else alpha
    return alpha if round(true, 1) != true else round(alpha, 1)


def _stability(asked: Asked, one: AnswerRound, true: Stability) -> dict[str, Any]:
    """Whether the advice holds, where it was told of the truth."""
    found = stability(checklist(asked.items), one, SourceRule(), MEDIAN).to_dict()
    told = {key: value for key, value in true.to_dict().items() if value is not None}
    routes = {way: route for way, route in found["routes"].items() if way in true.routes}
    return {key: found[key] for key in told} | {"routes": routes}


def counts(asked: Asked, world: World, shown: set[str]) -> Counter[tuple[int, int, str, int]]:
    """The truth: how often each answer was given, by round, item, organisation that is shown, answer."""
    people = len(asked.organisations)
    names = [name if name in shown else "" for name in asked.organisations]
    found: Counter[tuple[int, int, str, int]] = Counter()
    for number, item in itertools.product(range(asked.rounds), range(asked.items)):
        column = world[item][number * people : (number + 1) * people]
        found.update((number, item, name, said) for name, said in zip(names, column, strict=True))
        found.update((number, item, "Total", said) for said in column)
    return found


def hidden(asked: Asked, found: Readiness) -> set[tuple[int, int, str, int]]:
    return {
        (number, item, name, code)
        for number in range(asked.rounds)
        for item in range(asked.items)
        for name, row in found.rounds[f"T{number}"].answers[f"i{item}"].items()
        for code, answer in enumerate(ANSWERS)
        if row[answer.value] is None
    }


Answered = tuple[int, int, int]
"""An item, the place of a respondent in a round, and what that one answers instead."""


def others(asked: Asked, world: World, rng: random.Random) -> Iterator[tuple[Answered, ...]]:
    """
    What up to four people could have answered otherwise, the nearest first.

    Who of an organisation gave the same answer to an item is alike, so one of them will do; of up to
    three who answer one item otherwise all are tried, of more and of several items some.
    """
    people = len(asked.organisations)
    alike: dict[tuple[int, int], list[Answered]] = {}
    for item, answers in enumerate(world):
        seen: Counter[tuple[int, str, int]] = Counter()
        for at, said in enumerate(answers):
            kind = at // people, asked.organisations[at % people], said
            seen[kind] += 1
            if seen[kind] <= 2:  # two of a kind may both change
                moves = alike.setdefault((at // people, item), [])
                moves += [(item, at, other) for other in range(len(ANSWERS)) if other != said]
    for number in (1, 2, 3):
        for moves in alike.values():
            yield from itertools.combinations(moves, number)
    every = [move for moves in alike.values() for move in moves]
    for number in (2, 3, 4):
        for _ in range(4000):
            yield tuple(rng.sample(every, number))


def _with(world: World, changes: tuple[Answered, ...]) -> World:
    rows = [list(answers) for answers in world]
    for item, at, answer in changes:
        rows[item][at] = answer
    return tuple(map(tuple, rows))


def differing(
    asked: Asked, world: World, changes: tuple[Answered, ...], shown: set[str]
) -> set[tuple[int, int, str, int]]:
    """The counts that are others after *changes*."""
    people, found = len(asked.organisations), Counter[tuple[int, int, str, int]]()
    for item, at, answer in changes:
        name = asked.organisations[at % people]
        for of in (name if name in shown else "", "Total"):
            found[at // people, item, of, world[item][at]] -= 1
            found[at // people, item, of, answer] += 1
    return {cell for cell, change in found.items() if change}


def pinned(asked: Asked, world: World, seed: int) -> set[tuple[int, int, str, int]]:
    """The hidden counts for which no other world was found that looks the same."""
    found = asked.told(world)
    told, secret = figures(asked, world, found), hidden(asked, found)
    shown = {name for row in found.rounds["T0"].answers.values() for name in row}
    truth = counts(asked, world, shown)
    left = {cell for cell in secret if truth[cell]}
    for changes in others(asked, world, random.Random(seed)):  # noqa: S311 - as below
        if not left:
            break
        differs = differing(asked, world, changes, shown)
        if not differs & left or not differs <= secret:
            continue
        if figures(asked, _with(world, changes), found) == told:
            left -= differs
    return left


def world_of(seed: int) -> tuple[Asked, World]:
    """A few organisations, some of them too small, that answer a few items, once or twice."""
    rng = random.Random(seed)  # noqa: S311 - a world, no secret
    sizes = [rng.randint(3, 9) for _ in range(rng.randint(1, 3))]
    names = tuple(f"o{at}" for at, size in enumerate(sizes) for _ in range(size + 2 * (at == 0)))
    asked = Asked(items=rng.randint(3, 5), organisations=names, rounds=rng.randint(1, 2))
    weights = [[40, 30, 25, 3, 2], [2, 2, 6, 0, 0], [5, 0, 5, 0, 0], [3, 3, 3, 1, 1]]
    people = range(len(names) * asked.rounds)
    return asked, tuple(
        tuple(rng.choices(range(len(ANSWERS)), rng.choice(weights), k=len(people)))
        for _ in range(asked.items)
    )


@pytest.mark.parametrize("seed", range(8))
def test_nobody_can_tell_what_a_hidden_count_is(seed: int) -> None:
    asked, world = world_of(seed)

    found = asked.told(world)
    assert hidden(asked, found)  # or there would be nothing to find out
    assert not pinned(asked, world, seed)


def test_the_attack_finds_what_is_not_hidden_well_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """With nothing hidden but what is small, the rest of the row tells what it is."""
    monkeypatch.setattr(
        "lerendwerk_core.readiness.people.opened.open_table",
        lambda *given, **how: attrs.evolve(found := open_table(*given, **how), hidden=found.small),
    )
    monkeypatch.setattr(
        "lerendwerk_core.readiness.people.opened.ItemTable.gives_away", lambda *_: []
    )
    asked = Asked(items=3, organisations=("o0",) * 12, rounds=1)
    world = ((0,) * 6 + (1,) * 5 + (2,), (0,) * 12, (2,) * 12)

    assert pinned(asked, world, 1) == {(0, 0, "o0", 2), (0, 0, "Total", 2)}
