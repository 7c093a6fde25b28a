"""The heading of a table of answers, read: which form it has, where everything stands, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.sources.answers.headings import BESIDE, COLUMNS, Items, bare, place_of
from lerendwerk_core.sources.shapes import Reading, near_miss
from lerendwerk_core.vocabulary import plain

MAX_COLUMNS = 2000
MAX_ITEMS = 1000


@attrs.frozen(kw_only=True)
class Asked:
    """
    What a table is called, and what it is held against.

    Without ``items`` every column is one; without ``organisations`` they are free; ``first`` is the
    number of the first row.
    """

    shown_as: str
    items: Items | None = None
    organisations: tuple[str, ...] = ()
    first: int = 1


@attrs.frozen(kw_only=True)
class Heading:
    """Where in a row everything stands; ``items`` names the items of a wide table by their place."""

    names: tuple[str, ...]
    respondent: int
    organisation: int
    moment: int
    item: int
    answer: int
    items: Mapping[int, str]
    ignored: tuple[str, ...]

    @property
    def is_long(self) -> bool:
        """Whether there is a row per answer."""
        return self.item >= 0

    @property
    def voice(self) -> tuple[int, ...]:
        """Where it is said who speaks."""
        return tuple(at for at in (self.respondent, self.organisation, self.moment) if at >= 0)


def read_heading(cells: Sequence[str], line: int, asked: Asked, reading: Reading) -> Heading | None:
    """Return what *cells* mean; ``None`` when that is wrong, which is noted in *reading*."""
    if len(cells) > MAX_COLUMNS:
        mark = Mark(asked.shown_as, line, MAX_COLUMNS + 1)
        reading.wrong(mark, "answers-too-many-columns", limit=MAX_COLUMNS)
        return None
    names = tuple(map(bare, cells))
    places = {column: place_of(names, column) for column in COLUMNS}
    if places["item"] < 0 or places["answer"] < 0:
        places |= {"item": -1, "answer": -1}
    items, ignored = _items(names, {at for at in places.values() if at >= 0}, line, asked, reading)
    if places["item"] >= 0:  # beside an item and its answer nothing else is asked
        items, ignored = {}, (*items.values(), *ignored)
    heading = Heading(names=names, items=items, ignored=ignored, **places)
    return heading if _is_whole(heading, line, asked, reading) else None


def _items(
    names: Sequence[str], taken: set[int], line: int, asked: Asked, reading: Reading
) -> tuple[dict[int, str], tuple[str, ...]]:
    """Return the item of every column that has one, and the headings of those that are left unread."""
    items: dict[int, str] = {}
    ignored: list[str] = []
    for at, name in enumerate(names):
        if at in taken or not name:
            continue
        mark = Mark(asked.shown_as, line, at + 1)
        item = _item_of(name, asked.items)
        if item is not None and item in items.values():
            reading.wrong(mark, "answers-item-twice", item=item)
        elif item is not None:
            items[at] = item
        elif asked.items and asked.items.is_near(name):
            unknown_item(name, mark, asked.items, reading)
        else:
            ignored.append(name)
    return items, tuple(ignored)


def _item_of(name: str, items: Items | None) -> str | None:
    if items is not None:
        return items.find(name)
    return None if plain(name) in BESIDE or name.startswith("_") else name


def unknown_item(name: str, mark: Mark, items: Items, reading: Reading) -> None:
    """Note that *name* is no item, and which was probably meant."""
    near = near_miss(name.rpartition("/")[2], items.ids)
    reading.wrong(mark, "answers-item-unknown", near, item=name)


def _is_whole(heading: Heading, line: int, asked: Asked, reading: Reading) -> bool:
    mark = Mark(asked.shown_as, line, 1)
    if heading.respondent < 0:
        near = near_miss("respondent", [one for one in heading.names if one])
        reading.wrong(mark, "csv-no-header", near, needed=("respondent",))
        return False
    if not heading.is_long and not heading.items:
        reading.wrong(mark, "answers-no-items")
        return False
    if len(heading.items) > MAX_ITEMS:
        reading.wrong(mark, "answers-too-many-items", limit=MAX_ITEMS)
        return False
    return True
