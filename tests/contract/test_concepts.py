"""Every concept of the domain has its place in the library, or a reason why it has none."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import lerendwerk_core as lw
from lerendwerk_core.wording import FINDINGS, PROBLEMS

ROOT = Path(__file__).parent.parent.parent
PAGE = ROOT / "docs" / "reference" / "concepts.md"
CONCEPTS = range(1, 67)
ROW = re.compile(r"^\| (\d+) \|(.*)\|$", re.MULTILINE)
NOTHING = "–"

KINDS: dict[str, Callable[[lw.Workbench], Collection[str]]] = {
    "model": lambda bench: bench.catalogue.models,
    "checklist": lambda bench: bench.catalogue.checklists,
    "measure": lambda bench: bench.catalogue.measures,
    "actor": lambda bench: bench.catalogue.actors,
    "problem": lambda _: PROBLEMS,
}


@attrs.frozen
class Row:
    """One row of the table: number, term, places, tests, remark."""

    number: int
    term: str
    places: tuple[str, ...]
    tests: tuple[str, ...]
    remark: str


def rows() -> Iterator[Row]:
    """Yield the rows of the table."""
    for number, rest in ROW.findall(PAGE.read_text(encoding="utf-8")):
        term, places, tests, remark = (cell.strip() for cell in rest.split("|"))
        yield Row(int(number), term, in_code(places), in_code(tests), remark)


def in_code(cell: str) -> tuple[str, ...]:
    """Return what *cell* holds, all of it code, or nothing when it holds a dash."""
    found = tuple(re.findall(r"`([^`]+)`", cell))
    assert " ".join(f"`{one}`" for one in found) == cell.replace(NOTHING, "").strip()
    return found


def existing(name: str) -> Any:
    """Return what the dotted *name* means: a module, or something in one."""
    parts = name.split(".")
    for place in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:place]))
        except ModuleNotFoundError:
            continue
        for part in parts[place:]:
            found = getattr(found, part)
        return found
    raise ModuleNotFoundError(name)


ROWS = tuple(rows())
ids = [f"C{row.number}" for row in ROWS]


def test_every_concept_has_exactly_one_row() -> None:
    assert [row.number for row in ROWS] == list(CONCEPTS)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_the_places_of_a_concept_exist(row: Row, bench: lw.Workbench) -> None:
    for place in row.places:
        kind, _, key = place.rpartition(":")
        if kind:
            assert key in KINDS[kind](bench)
        elif "." in place:
            assert existing(place) is not None
        else:
            assert place in FINDINGS


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_the_tests_of_a_concept_exist(row: Row) -> None:
    assert all(one.startswith("tests/") and (ROOT / one).exists() for one in row.tests)


@pytest.mark.parametrize("row", ROWS, ids=ids)
def test_a_concept_is_shown_by_a_test_or_says_why_it_has_no_place(row: Row) -> None:
    assert row.term
    assert bool(row.places) == bool(row.tests)
    assert row.places or row.remark
