"""
HiGHS as prover and improver (extra ``exact``).

One thread always: the library's thread pool belongs to the process, a second number of threads is
refused without a word, and one thread gives the same answer every time (measured on 1.16).
"""

from __future__ import annotations

import importlib.util
import math
from collections.abc import Callable
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.exact.linear import INFINITE, Linear
from lerendwerk_core.composition.tally import Floats, Ints

LARGE = 3_000
"""From how many variables on the relaxed model is solved through the middle."""


def is_there() -> bool:
    """Whether the extra ``exact`` is installed."""
    return importlib.util.find_spec("highspy") is not None


@attrs.frozen(eq=False)
class Answer:
    """What HiGHS says: ``optimal``, ``infeasible`` or ``limit``; values, bound, row prices if any."""

    status: str
    solution: Floats | None
    objective: float | None
    bound: float | None
    prices: Floats | None = None


def solved(
    model: Linear,
    worth: dict[int, float],
    *,
    stop: Callable[[], bool],
    nodes: int,
    start: tuple[Ints, Floats] | None = None,
    relaxed: bool = False,
    extra: tuple[tuple[dict[int, float], float], ...] = (),
    tell: Callable[[float, float], None] = lambda *_: None,
) -> Answer:
    """
    Return the best that HiGHS finds for the most of *worth*.

    *nodes* bounds the search tree; *extra* are sums that must reach a number; *start* gives seats to
    begin from; *relaxed* solves without whole numbers, for prices. *tell* hears objective and bound.
    What *stop* or *tell* raises ends the work and is raised again.
    """
    if not model.low:
        return _without_variables(model, extra)
    import highspy  # noqa: PLC0415 - an extra, and 20 ms

    solver = _quiet(highspy)
    for option, value in (_options(nodes) | _paced(model, stop)).items():
        solver.setOptionValue(option, value)
    _require(solver.passModel(_model(highspy, model, worth, extra, relaxed=relaxed)), highspy)
    if start is not None and not relaxed:
        solver.setSolution(len(start[0]), start[0], start[1])
    return _run(highspy, solver, _Listener(highspy, stop, tell), relaxed=relaxed)


def nearest(center: Floats, rows: list[Floats], most: list[float]) -> Floats | None:
    """Return the point nearest to *center* for which no row times the point exceeds its *most*."""
    import highspy  # noqa: PLC0415 - as above

    size = len(center)
    lp, hessian = highspy.HighsLp(), highspy.HighsHessian()
    lp.num_col_, lp.num_row_, lp.col_cost_ = size, len(rows), -center
    lp.col_lower_ = _bounded(highspy, [-INFINITE] * size)
    lp.col_upper_ = _bounded(highspy, [INFINITE] * size)
    lp.row_lower_, lp.row_upper_ = _bounded(highspy, [-INFINITE] * len(rows)), np.array(most)
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = size * np.arange(len(rows) + 1, dtype=np.int32)
    lp.a_matrix_.index_ = np.tile(np.arange(size, dtype=np.int32), len(rows))
    lp.a_matrix_.value_ = np.concatenate(rows)
    hessian.dim_, hessian.format_ = size, highspy.HessianFormat.kTriangular
    hessian.start_ = np.arange(size + 1, dtype=np.int32)
    hessian.index_, hessian.value_ = np.arange(size, dtype=np.int32), np.ones(size)
    model = highspy.HighsModel()
    model.lp_, model.hessian_ = lp, hessian
    solver = _quiet(highspy)
    for option, value in _options(0).items():
        solver.setOptionValue(option, value)
    _require(solver.passModel(model), highspy)
    solver.run()
    found = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return np.array(solver.getSolution().col_value) if found else None


def _run(highspy: Any, solver: Any, listener: _Listener, *, relaxed: bool) -> Answer:
    listener.listen(solver)
    status = solver.run()
    listener.pass_on()
    if listener.stopped and status == highspy.HighsStatus.kError:
        # Stopped on its way through the middle of a large model, HiGHS calls that an error.
        return Answer("limit", None, None, None)
    _require(status, highspy)
    return _answer(highspy, solver, relaxed=relaxed)


def _without_variables(model: Linear, extra: tuple[tuple[dict[int, float], float], ...]) -> Answer:
    """Return the answer where nobody may sit anywhere: HiGHS has none without a variable."""
    fine = all(low <= 0 <= high for _, low, high in model.rows)
    if not fine or any(low > 0 for _, low in extra):
        return Answer("infeasible", None, None, None)
    return Answer("optimal", np.zeros(0), 0.0, 0.0)


def version() -> str:
    """Return the name and version of the solver."""
    import highspy  # noqa: PLC0415 - as above

    return f"HiGHS {_quiet(highspy).version()}"


def _quiet(highspy: Any) -> Any:
    """Return a solver that says nothing; the class above it prints two lines before it can be told."""
    return highspy._core._Highs()  # noqa: SLF001 - see the docstring


def _options(nodes: int) -> dict[str, Any]:
    return {
        "output_flag": False,
        "threads": 1,
        "random_seed": 0,
        # The gap that HiGHS calls closed by default hides better seatings (1e-4).
        "mip_rel_gap": 0.0,
        "mip_abs_gap": 1e-6,
        "mip_max_nodes": nodes,
        # A search within the search asks nobody whether to stop, for tens of seconds. Without them
        # what could be proven was proven as fast (measured on 1.16).
        "mip_heuristic_run_rins": False,
        "mip_heuristic_run_rens": False,
        "mip_heuristic_run_root_reduced_cost": False,
    }


def _paced(model: Linear, stop: Callable[[], bool]) -> dict[str, Any]:
    """
    Return what keeps HiGHS from going on where nobody is asked whether to stop.

    Within a search it solves linear models without asking, but it does look at its own clock. A large
    one takes it a minute from corner to corner and two seconds through the middle.
    """
    options: dict[str, Any] = {}
    left = getattr(stop, "left", None)
    if left is not None and math.isfinite(seconds := left()):
        options["time_limit"] = max(0.0, seconds)
    if len(model.low) > LARGE:
        options |= {"solver": "ipm", "mip_lp_solver": "ipm"}
    return options


def _require(status: Any, highspy: Any) -> None:
    if status == highspy.HighsStatus.kError:
        message = "HiGHS refused the model"
        raise RuntimeError(message)


def _model(
    highspy: Any,
    model: Linear,
    worth: dict[int, float],
    extra: tuple[tuple[dict[int, float], float], ...],
    *,
    relaxed: bool,
) -> Any:
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(model.low), len(model.rows) + len(extra)
    cost = np.zeros(len(model.low))
    cost[list(worth)] = list(worth.values())
    lp.col_cost_, lp.sense_ = cost, highspy.ObjSense.kMaximize
    lp.col_lower_, lp.col_upper_ = np.array(model.low, float), _bounded(highspy, model.high)
    lows = [low for _, low, _ in model.rows] + [low for _, low in extra]
    highs = [high for *_, high in model.rows] + [INFINITE] * len(extra)
    lp.row_lower_, lp.row_upper_ = _bounded(highspy, lows), _bounded(highspy, highs)
    starts, indices, values = list(model.starts), list(model.indices), list(model.values)
    for parts, _ in extra:
        starts.append(len(indices))
        indices += list(parts)
        values += list(parts.values())
    matrix = lp.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.array([*starts, len(indices)], np.int32)
    matrix.index_, matrix.value_ = np.array(indices, np.int32), np.array(values, float)
    if not relaxed:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[whole] for whole in model.whole]
    return lp


def _bounded(highspy: Any, values: list[float]) -> Floats:
    array = np.array(values, float)
    array[array == INFINITE] = highspy.kHighsInf
    array[array == -INFINITE] = -highspy.kHighsInf
    return array


@attrs.define(eq=False)
class _Listener:
    """Hears HiGHS while it runs: tells on how far it is, and asks whether to stop."""

    highspy: Any
    stop: Callable[[], bool]
    tell: Callable[[float, float], None]
    stopped: bool = False
    raised: BaseException | None = None

    def listen(self, solver: Any) -> None:
        kinds = self.highspy.cb.HighsCallbackType
        solver.setCallback(self._heard, None)
        for kind in ("Mip", "Simplex", "Ipm"):
            solver.startCallback(getattr(kinds, f"kCallback{kind}Interrupt"))

    def _heard(self, kind: Any, _text: str, out: Any, into: Any, _data: Any) -> None:
        # What is raised through HiGHS comes out as a refused model.
        try:
            searching = kind == self.highspy.cb.HighsCallbackType.kCallbackMipInterrupt
            if searching and math.isfinite(out.mip_dual_bound):
                self.tell(out.mip_primal_bound, out.mip_dual_bound)
            self.stopped = self.stopped or self.stop()
        except BaseException as raised:  # noqa: BLE001 - it is passed on when HiGHS has ended
            self.stopped, self.raised = True, self.raised or raised
        into.user_interrupt = self.stopped

    def pass_on(self) -> None:
        """Raise what was raised while HiGHS ran."""
        if self.raised is not None:
            raise self.raised


def _answer(highspy: Any, solver: Any, *, relaxed: bool) -> Answer:
    status, info = solver.getModelStatus(), solver.getInfo()
    known = highspy.HighsModelStatus
    if status in (known.kInfeasible, known.kUnboundedOrInfeasible):
        return Answer("infeasible", None, None, None)
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    solution = solver.getSolution()
    values = np.array(solution.col_value) if found else None
    objective = float(info.objective_function_value) if found else None
    said = "optimal" if status == known.kOptimal else "limit"
    prices = np.array(solution.row_dual) if relaxed and solution.dual_valid else None
    # What the relaxed model is worth halfway bounds nothing.
    reached = objective if said == "optimal" else None
    bound = reached if relaxed else float(info.mip_dual_bound)
    finite = bound is not None and math.isfinite(bound)
    return Answer(said, values, objective, bound if finite else None, prices)
