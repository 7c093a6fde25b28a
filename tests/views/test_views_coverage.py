"""The coverage matrix says who performs which step, and nothing else."""

from __future__ import annotations

import pytest

import lerendwerk_core as lw
from lerendwerk_core.views.coverage import coverages, matrix_lines, seat_lines, wish_lines


@pytest.fixture(scope="module")
def result() -> lw.Trajectory:
    bench = lw.Workbench(discover=False)
    return bench.run(bench.read("examples/jeugd"))


def test_a_mark_stands_where_the_member_performs_the_step(result: lw.Trajectory) -> None:
    for one in coverages(result):
        seats = [seat for seat in result.composition.seats if seat.group == one.group]
        assert one.codes == tuple(seat.code for seat in seats)
        for step, marks, count in one.rows:
            assert [bool(mark) for mark in marks] == [step in seat.steps for seat in seats]
            assert count == sum(map(bool, marks))


def test_who_alone_performs_a_step_has_a_mark_of_their_own(result: lw.Trajectory) -> None:
    alone = {
        (one.group, one.codes[marks.index("X")], step)
        for one in coverages(result)
        for step, marks, _ in one.rows
        if "X" in marks
    }

    assert alone == {
        (seat.group, seat.code, step)
        for seat in result.composition.seats
        for step in seat.only_steps
    }


def test_steps_stand_in_the_order_of_the_process(result: lw.Trajectory) -> None:
    assert result.process is not None
    order = [step.id for step in result.process.now.step_list]
    for one in coverages(result):
        places = [order.index(step) for step, *_ in one.rows]
        assert places == sorted(places)


@pytest.mark.parametrize("width", [30, 50, 80, 200])
def test_no_row_is_wider_than_the_page(result: lw.Trajectory, width: int) -> None:
    for one in coverages(result):
        lines = list(matrix_lines(one, "nl", width))[1:]
        assert max(map(len, lines)) <= width
        assert sum(line.count(code) for line in lines for code in one.codes) == len(one.codes)


def test_every_seat_says_what_is_lost_and_who_could_take_it(result: lw.Trajectory) -> None:
    lines = list(seat_lines(result.composition, "en"))

    assert len(lines) == 2 * len(result.composition.seats)
    for seat, first, second in zip(result.composition.seats, lines[::2], lines[1::2], strict=True):
        assert first.startswith(f"{seat.group} {seat.code}: ")
        assert all(one.code in second for one in seat.substitutes)


def test_every_wish_that_is_not_met_is_named_with_its_price(result: lw.Trajectory) -> None:
    said = [one.en for one in wish_lines(result.composition)]

    for one in result.composition.unmet:
        assert any(one.group in line and one.because.en in line for line in said)
