"""
Learning routes side by side with HiGHS: the same wishes, the same hours, in one run.

HiGHS gets the covering problem with what must precede what, in whole numbers; it has no days. Ours also
makes the timetable. Prints per number of needs the hours that both found, the time of each (best of
three) and the ratio. Needs the extra ``exact``::

    python benchmarks/routes.py
"""

from __future__ import annotations

import time
from collections.abc import Callable

import attrs
import highspy
import numpy as np

import lerendwerk_core as lw
from lerendwerk_core.learning import brief, solve
from lerendwerk_core.model.learning import Need
from lerendwerk_core.model.routes import RouteProblem
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text

ROUNDS = 3


def problem_with(needs: int) -> RouteProblem:
    """The town group of the youth example with nothing planned and so many needs, half of them named."""
    bench = lw.Workbench(discover=False)
    dossier = bench.read("examples/jeugd")
    named = Table({"jeugd_gezinswerker": 9})
    fresh = attrs.evolve(
        dossier,
        activities=(),
        plan=attrs.evolve(dossier.plan, change_steps=()),
        needs=tuple(
            Need(
                id=f"n{at}",
                label=Text.of(f"n{at}"),
                named=named,
                activities=("training", "intervisie") if at % 2 else (),
            )
            for at in range(needs)
        ),
    )
    keys = tuple(one.id for one in fresh.needs)
    return brief(fresh, fresh.groups[0], bench.catalogue.activities, keys)


def by_highs(problem: RouteProblem) -> float:
    """The fewest hours by mixed-integer programming."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)  # noqa: FBT003 - the form of HiGHS
    solver.setOptionValue("threads", 1)
    place = {one.id: at for at, one in enumerate(problem.options)}
    first = {one.activity: at for at, one in reversed(list(enumerate(problem.options)))}
    for one in problem.options:
        solver.addVar(0, 1)
        solver.changeColCost(place[one.id], one.hours)
        solver.changeColIntegrality(place[one.id], highspy.HighsVarType.kInteger)
    for wish in problem.wishes:
        columns = np.array([place[one] for one in wish.served_by], dtype=np.int32)
        if len(columns):
            solver.addRow(1, highspy.kHighsInf, len(columns), columns, np.ones(len(columns)))
    for one in problem.options:
        for before in one.after:
            columns = np.array([first[before], place[one.id]], dtype=np.int32)
            solver.addRow(0, highspy.kHighsInf, 2, columns, np.array([1.0, -1.0]))
    solver.run()
    return round(solver.getInfo().objective_function_value, 2)


def best_of(run: Callable[[], float]) -> tuple[float, float]:
    """What *run* returns and the least seconds it took."""
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        found = run()
        taken.append(time.perf_counter() - start)
    return found, min(taken)


def main() -> None:
    print(
        f"{'needs':>5} {'wishes':>6} {'hours':>6} {'HiGHS':>6} {'ours s':>8} {'HiGHS s':>8} ratio"
    )
    for needs in (2, 5, 10, 20, 30):
        problem = problem_with(needs)
        hours, ours = best_of(lambda p=problem: solve(p).new_hours)
        theirs, peer = best_of(lambda p=problem: by_highs(p))
        row = f"{needs:>5} {len(problem.wishes):>6} {hours:>6} {theirs:>6}"
        print(f"{row} {ours:>8.4f} {peer:>8.4f} {peer / ours:.2f}")


if __name__ == "__main__":
    main()
