"""A trajectory over time: what changed between two of its days, and what to discuss."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
import make
from commands import Command, runner
from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.following import Fact, Following, changes
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, Stage, Stance
from lerendwerk_core.wording import page_text

EXAMPLE = Path(__file__).parents[2] / "examples" / "traject"
FIRST, MIDDLE, LAST = (dt.date(2025, 1, 6), dt.date(2025, 6, 10), dt.date(2025, 11, 17))


@pytest.fixture(scope="module")
def found() -> Following:
    bench = lw.Workbench(discover=False)
    return bench.follow(bench.read_states(EXAMPLE))


def test_every_stage_says_what_changed(found: Following) -> None:
    stages = {one.stage for one in found.changes}

    assert (found.dates, found.since, found.until) == ((FIRST, MIDDLE, LAST), FIRST, LAST)
    assert stages >= {
        Stage.REGIE,
        Stage.PROCESS,
        Stage.COMPOSITION,
        Stage.ALIGNMENT,
        Stage.PRINCIPLES,
        Stage.LEARNING,
        Stage.OUTCOMES,
        Stage.REVIEW,
    }
    assert found.better + found.worse + found.other == len(found.changes)


def test_worse_is_told_as_plainly_as_better(found: Following) -> None:
    by_key = {(one.stage, one.key): one for one in found.changes}

    assert by_key[Stage.PROCESS, "wait-days"].worse is False
    assert by_key[Stage.PROCESS, "handovers"].worse is True
    assert by_key[Stage.LEARNING, "unlearn:u1"].worse is True
    assert [one.kind for one in found.discuss][:2] == ["worse", "worse"]
    assert "due" in [one.kind for one in found.discuss]


def test_which_way_agreements_turn_is_followed_too() -> None:
    bench = lw.Workbench(discover=False)
    *_, before, after = bench.read_states(EXAMPLE)
    turned = tuple(
        attrs.evolve(one, stance=Stance.VOOR if one.id == "a1" else one.stance)
        for one in after.dossier.agreements
    )
    dossier = attrs.evolve(after.dossier, agreements=turned)

    found = bench.follow((before, attrs.evolve(after, dossier=dossier)))

    (one,) = [one for one in found.changes if one.key == "stance:behaviour"]
    assert (one.before, one.after, one.worse) == (Text("1", "1"), Text("0", "0"), True)


def test_findings_that_came_went_and_stayed_are_told_apart() -> None:
    bench = lw.Workbench(discover=False)
    states = bench.read_states(EXAMPLE)
    there = bench.follow(states, since=FIRST, until=LAST)
    back = bench.follow(states, since=LAST, until=FIRST)

    def keys(findings: tuple[lw.Finding, ...]) -> set[tuple[str, str]]:
        return {(one.code, one.where) for one in findings}

    assert keys(there.came) == keys(back.gone)
    assert keys(there.gone) == keys(back.came)
    assert keys(there.still) == keys(back.still)
    assert (there.better, there.worse) == (back.worse, back.better)


def test_nothing_changes_between_a_day_and_itself() -> None:
    bench = lw.Workbench(discover=False)

    found = bench.follow(bench.read_states(EXAMPLE), since=MIDDLE, until=MIDDLE)

    assert (found.changes, found.came, found.gone) == ((), (), ())


def test_any_two_days_can_be_followed_and_others_are_refused() -> None:
    bench = lw.Workbench(discover=False)
    states = bench.read_states(EXAMPLE)

    assert bench.follow(states, until=MIDDLE).until == MIDDLE
    assert bench.follow(tuple(reversed(states))) == bench.follow(states)
    with pytest.raises(UnknownKeyError, match="2025-06-11"):
        bench.follow(states, since=dt.date(2025, 6, 11))
    with pytest.raises(UnknownKeyError):
        bench.follow(())


def test_what_was_followed_goes_out_and_comes_back(found: Following) -> None:
    assert Following.from_dict(json.loads(json.dumps(found.to_dict()))) == found


def people(amount: int) -> Fact:
    return Fact.counted(Stage.LEARNING, "n", Text.of("n"), amount, of_people=True)


@given(st.integers(5, 60), st.integers(5, 60), st.integers(5, 10))
def test_numbers_of_people_that_differ_by_few_are_not_shown(
    before: int, after: int, minimum: int
) -> None:
    found = changes([people(before)], [people(after)], minimum)

    if before == after:
        assert found == ()
    else:
        (one,) = found
        assert one.suppressed == (abs(before - after) < minimum)
        if one.suppressed:
            few = page_text("fact-few-people", minimum=minimum)
            assert (one.before, one.after) == (few, few)
            other = changes([people(before + 1)], [people(after + 1)], minimum)
            assert other == found


@given(st.integers(0, 9), st.integers(0, 9), st.sampled_from(list(Better)))
def test_the_way_back_is_the_mirror(before: int, after: int, better: Better) -> None:
    one, other = (
        Fact.counted(Stage.PROCESS, "x", Text.of("x"), amount, better) for amount in (before, after)
    )
    there, back = changes([one], [other], 5), changes([other], [one], 5)

    assert len(there) == len(back) == (before != after)
    for first, second in zip(there, back, strict=True):
        assert (first.before, first.after) == (second.after, second.before)
        expected = None if first.worse is None else not first.worse
        assert second.worse is expected


def test_small_counts_of_the_needs_are_nowhere_in_what_is_followed() -> None:
    bench = lw.Workbench(discover=False)
    states = bench.read_states(EXAMPLE)[:2]

    def followed(small: int, more: int) -> str:
        changed = []
        for state in states:
            (first, *_) = state.dossier.needs
            named = Table({"consulent": 7 + more, "ondersteuner": 8, "opbouwwerker": small})
            needs = (attrs.evolve(first, named=named),)
            changed.append(attrs.evolve(state, dossier=attrs.evolve(state.dossier, needs=needs)))
        return repr(bench.follow(changed))

    assert followed(1, 0) == followed(2, 0) == followed(4, 1)


def test_who_takes_part_and_what_is_aimed_at_are_followed_too() -> None:
    bench = lw.Workbench(discover=False)
    first, *_, last = bench.read_states(EXAMPLE)
    dossier = attrs.evolve(last.dossier, people=last.dossier.people[:-1], goals=())

    found = bench.follow((first, attrs.evolve(last, dossier=dossier)))

    setup = {one.key: one for one in found.changes if one.stage is Stage.SETUP}
    assert set(setup) == {"people", "goal:g1", "goal:g2"}
    assert setup["people"].suppressed
    assert setup["goal:g1"].after is None


# -- reading -----------------------------------------------------------------------------------


def test_a_state_is_a_file_or_a_folder_that_begins_with_its_day(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    (tmp_path / "2025-03-01-start").mkdir()
    make.dossier_file(tmp_path / "2025-03-01-start")
    shutil.copy(make.dossier_file(tmp_path), tmp_path / "2025-05-01.yaml")
    (tmp_path / "dossier.yaml").unlink()
    (tmp_path / "notities.txt").write_text("niets")

    dates = [one.date for one in bench.read_states(tmp_path)]

    assert dates == [dt.date(2025, 3, 1), dt.date(2025, 5, 1)]


@pytest.mark.parametrize(
    ("names", "code"),
    [
        ((), "no-states"),
        (("dagboek.yaml",), "no-states"),
        (("2025-02-30.yaml",), "state-without-day"),
        (("2025-03-01.yaml", "2025-03-01-b.yaml"), "two-states-of-a-day"),
    ],
)
def test_a_folder_without_proper_days_is_refused(
    bench: lw.Workbench, tmp_path: Path, names: tuple[str, ...], code: str
) -> None:
    for name in names:
        (tmp_path / name).write_text("id: x\n")

    with pytest.raises(lw.DossierError) as error:
        bench.read_states(tmp_path)

    assert [one.code for one in error.value.problems] == [code]


def test_a_folder_that_is_not_there_has_no_states(bench: lw.Workbench, tmp_path: Path) -> None:
    with pytest.raises(lw.DossierError, match="2025-03-01"):
        bench.read_states(tmp_path / "absent")


def test_what_is_wrong_with_the_names_of_states_is_told_at_once(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    for name in ("2025-02-30.yaml", "2025-13-01.yaml", "2025-03-01.yaml", "2025-03-01-b.yaml"):
        (tmp_path / name).write_text("id: x\n")

    with pytest.raises(lw.DossierError) as error:
        bench.read_states(tmp_path)

    assert len(error.value.problems) == 3


def test_the_problems_of_all_states_are_told_at_once(bench: lw.Workbench, tmp_path: Path) -> None:
    for name in ("2025-03-01.yaml", "2025-04-01.yaml"):
        (tmp_path / name).write_text("id: x\nunknown: 1\n")

    with pytest.raises(lw.DossierError) as error:
        bench.read_states(tmp_path)

    assert len(error.value.problems) == 2


# -- the command -------------------------------------------------------------------------------


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_command_shows_what_changed_and_what_to_discuss(command: Command, lang: str) -> None:
    shown = command("follow", EXAMPLE, "--lang", lang)

    title = page_text("follow-discuss")
    assert shown.code == 0
    assert (title.nl if lang == "nl" else title.en) in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80


def test_the_command_follows_between_two_days_and_in_json(command: Command) -> None:
    shown = command("follow", EXAMPLE, "--since", "2025-06-10", "--json")

    assert json.loads(shown.out)["since"] == "2025-06-10"


def test_days_are_for_a_folder_of_states(command: Command, tmp_path: Path) -> None:
    one = make.dossier_file(tmp_path)

    refused = command("follow", one, "--since", "2025-06-10")

    assert refused.code == 2
    assert "Traceback" not in refused.err
    assert command("follow", one, "--as-of", "2026-01-01").code == 0
    assert command("follow", EXAMPLE, "--as-of", "2026-01-01").code == 2
