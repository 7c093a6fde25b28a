"""How far respondents agree, in the advice."""

from __future__ import annotations

from pathlib import Path

import lerendwerk_core as lw
from make import read

ITEMS = ("A1", "A2", "A3", "B1", "B2", "B3")


def answered(bench: lw.Workbench, folder: Path, respondents: int) -> lw.readiness.Readiness:
    sheets = "".join(
        f"    r{number}: {{A1: op_orde, A2: {'niet' if number % 2 else 'op_orde'}, A3: niet}}\n"
        for number in range(respondents)
    )
    more = f"checklist:\n  use: wmo\n  respondents:\n{sheets}"
    found = bench.assess(read(bench, folder, more))
    assert found is not None
    return found


def test_consensus_is_told_from_five_respondents_on(bench: lw.Workbench, tmp_path: Path) -> None:
    few, enough = (answered(bench, tmp_path, number).disagreement for number in (4, 5))

    assert few is not None
    assert enough is not None
    assert (len(few.consensus), len(enough.consensus)) == (0, 3)
    assert few.differing == enough.differing == ("A2",)


def test_items_that_all_see_alike_have_full_consensus(bench: lw.Workbench, tmp_path: Path) -> None:
    differ = answered(bench, tmp_path, 6).disagreement

    assert differ is not None
    assert differ.consensus == {"A1": 1.0, "A2": 0.0, "A3": 1.0}
    assert differ.alpha is not None
    assert 0 < differ.alpha < 1
