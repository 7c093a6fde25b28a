"""
Which activity on which occasion: earliest due date first.

One group does one thing at a time, an activity may be spread over several occasions, and some must be
done before others or before a day. For that, working on what is due first is exact: where it is late,
every timetable is (Horn 1974), once what comes before something is due early enough to leave room
for it.
"""

from __future__ import annotations

from collections.abc import Mapping

from lerendwerk_core.learning.routes.case import Case, bits

Timetable = dict[int, tuple[int, ...]]


def timetable(case: Case, chosen: int, due: Mapping[int, int]) -> Timetable | None:
    """
    Return on which occasions each of the *chosen* options takes place; ``None`` if that cannot be.

    *due* says before which occasion some of them must be done. Without days the occasions are as many
    as there are parts.
    """
    todo = [place for place in bits(chosen) if case.parts[place]]
    slots = case.slots
    if sum(case.parts[place] for place in todo) > slots:
        return None
    dues = _due_early_enough(case, todo, due, slots)
    if any(dues[place] < case.parts[place] for place in todo):
        return None
    return _filled(case, todo, dues, slots)


def _due_early_enough(
    case: Case, todo: list[int], due: Mapping[int, int], slots: int
) -> dict[int, int]:
    """Return the dues, each early enough to leave room for what must come after."""
    dues = {place: due.get(place, slots) for place in todo}
    # What needs most others comes last, so it is met before those that it needs.
    for place in sorted(todo, key=lambda one: -case.needs[one].bit_count()):
        for before in bits(case.needs[place]):
            if before in dues:
                dues[before] = min(dues[before], dues[place] - case.parts[place])
    return dues


def _filled(case: Case, todo: list[int], dues: Mapping[int, int], slots: int) -> Timetable | None:
    left = {place: case.parts[place] for place in todo}
    filled: dict[int, list[int]] = {place: [] for place in todo}
    for slot in range(slots):
        if not left:
            break
        ready = [
            place
            for place in left
            if case.release[place] <= slot
            and not any(other in left for other in bits(case.needs[place]))
        ]
        if not ready:
            continue
        now = min(ready, key=lambda one: (dues[one], not filled[one], one))
        filled[now].append(slot)
        left[now] -= 1
        if not left[now]:
            if slot >= dues[now]:
                return None
            del left[now]
    return None if left else {place: tuple(at) for place, at in filled.items()}
