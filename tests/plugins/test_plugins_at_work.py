"""Solvers, readers and route rules of plugins: used when asked for, named when they fail."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
from plugin_parts import Activities, data_folder

import lerendwerk_core as lw
from lerendwerk_core.composition import Search
from lerendwerk_core.errors import DossierError, Mark, PluginError, Problem
from lerendwerk_core.model.composition import CompositionProblem, Seating
from lerendwerk_core.model.contracts import Tally
from lerendwerk_core.model.process import ProcessReading, SourceFinding, Step, WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Route
from make import SMALL, read

COMPOSE = "compose: {groups: 1, size: [2, 3]}\n"
ANSWERS = "checklist: {answers: {A1: niet, A2: op_orde}}\n"
DRAWN = SMALL.partition("process:")[0] + "process: {schets: werk.txt}\n"
ONE_STEP = WorkProcess(
    id="schets",
    steps=(Step(id="een", label=Text.of("Een"), performers=("Consulent",)),),
)


def raising(*_: object, **__: object) -> Any:
    raise ValueError("kapot")


def leaving(*_: object, **__: object) -> Any:
    raise SystemExit(4)


def nothing(*_: object, **__: object) -> Any:
    return None


@attrs.frozen(kw_only=True)
class Works:
    """Something with a key that does what it is told when it is called."""

    key: str
    do: Callable[..., Any]

    def __call__(self, *given: Any, **more: Any) -> Any:
        return self.do(*given, **more)


@attrs.frozen(eq=False)
class Offers:
    """A plugin with one solver, reader or rule."""

    solver: Any = None
    reader: Any = None
    rule: Any = None

    @lw.hookimpl
    def lerendwerk_provide_solvers(self) -> Iterable[Any]:
        return [self.solver] if self.solver else []

    @lw.hookimpl
    def lerendwerk_provide_process_readers(self) -> Iterable[Any]:
        return [self.reader] if self.reader else []

    @lw.hookimpl
    def lerendwerk_provide_route_rules(self) -> Iterable[Any]:
        return [self.rule] if self.rule else []


def bench_with(name: str, **offered: Callable[..., Any]) -> lw.Workbench:
    """Return a workbench on which the plugin *name* offers things under the key ``schets``."""
    bench = lw.Workbench(discover=False, on_error="raise")
    works = {kind: Works(key="schets", do=do) for kind, do in offered.items()}
    bench.add_plugin(Offers(**works), name)
    return bench


def read_drawn(bench: lw.Workbench, folder: Path) -> lw.Dossier:
    """Return the small dossier with its process in a file beside it."""
    (folder / "werk.txt").write_text("Een\n", encoding="utf-8")
    return read(bench, folder, base=DRAWN)


# -- solvers ---------------------------------------------------------------------------------------


def test_a_solver_of_a_plugin_is_asked_and_checked(tmp_path: Path) -> None:
    asked: list[tuple[int, str]] = []

    def backwards(problem: CompositionProblem, *, seed: int, effort: str, **more: Any) -> Seating:
        asked.append((seed, effort))
        turned = attrs.evolve(problem, candidates=problem.candidates[::-1])
        return attrs.evolve(Search()(turned, seed=9, effort="quick", **more), seed=9)

    bench = bench_with("omgekeerd", solver=backwards)
    dossier = read(bench, tmp_path, "compose: {groups: 1, size: [2, 3], seed: 4, effort: quick}\n")

    found = bench.compose(dossier, solver="schets")

    assert asked == [(4, "quick")]
    assert (found.status, found.seed) == ("optimal", 9)


@pytest.mark.parametrize("do", [raising, leaving, nothing])
def test_a_solver_that_fails_is_an_error_with_its_plugins_name(
    tmp_path: Path, do: Callable[..., Any]
) -> None:
    bench = bench_with("snel", solver=do)

    with pytest.raises(PluginError) as raised:
        bench.compose(read(bench, tmp_path, COMPOSE), solver="schets")

    assert raised.value.plugin == "snel"


def test_without_asking_for_it_a_plugins_solver_is_not_used(tmp_path: Path) -> None:
    bench = bench_with("snel", solver=raising)

    assert bench.compose(read(bench, tmp_path, COMPOSE)).status == "optimal"


# -- readers ---------------------------------------------------------------------------------------


def test_a_reader_of_a_plugin_is_asked_for_by_its_word(tmp_path: Path) -> None:
    seen: list[tuple[str, Mapping[str, str]]] = []

    def draws(path: Path, options: Mapping[str, str]) -> ProcessReading:
        seen.append((path.read_text(encoding="utf-8"), options))
        odd = SourceFinding(code="role-without-staff", where="een", values=Table({"role": "Bode"}))
        return ProcessReading(process=ONE_STEP, roles=("Consulent",), findings=(odd,))

    bench = bench_with("schetser", reader=draws)
    dossier = read_drawn(bench, tmp_path)

    assert dossier.process is not None
    assert dossier.process.steps[0].performers == ("consulent",)
    assert [one.where for one in dossier.findings] == ["process.een"]
    assert seen == [("Een\n", {"shown_as": str(tmp_path / "werk.txt")})]
    assert "schets" in str(bench.schema())


def unknown_finding(*_: object) -> ProcessReading:
    return ProcessReading(
        process=ONE_STEP, findings=(SourceFinding(code="eigen-woord", where="een"),)
    )


@pytest.mark.parametrize("do", [raising, leaving, nothing, unknown_finding])
def test_a_reader_that_fails_is_an_error_with_its_plugins_name(
    tmp_path: Path, do: Callable[..., Any]
) -> None:
    bench = bench_with("schetser", reader=do)

    with pytest.raises(PluginError) as raised:
        read_drawn(bench, tmp_path)

    assert raised.value.plugin == "schetser"


def test_a_reader_that_refuses_a_file_adds_its_problems_to_the_others(tmp_path: Path) -> None:
    def refuses(path: Path, options: Mapping[str, str]) -> ProcessReading:
        message = Text("Dit is geen schets.", "This is no sketch.")
        raise DossierError((Problem(Mark(options["shown_as"], 1, 1), "geen-schets", message),))

    bench = bench_with("schetser", reader=refuses)

    with pytest.raises(DossierError) as raised:
        read_drawn(bench, tmp_path)

    assert [one.code for one in raised.value.problems] == ["geen-schets"]


# -- rules -----------------------------------------------------------------------------------------


def test_a_rule_of_a_plugin_decides_when_asked(bench: lw.Workbench, example: Path) -> None:
    def never(tally: Tally) -> tuple[Route, bool]:
        return Route.SECURE, False

    own = bench_with("mild", rule=never)
    dossier = own.read(example)

    asked, ours = own.assess(dossier, rule="schets"), own.assess(dossier)

    assert asked is not None
    assert (asked.route, asked.margin) == (Route.SECURE, None)
    assert ours == bench.assess(dossier)
    assert ours is not None
    assert ours.route is not Route.SECURE


@pytest.mark.parametrize("do", [raising, leaving, nothing])
def test_a_rule_that_fails_is_an_error_with_its_plugins_name(
    example: Path, do: Callable[..., Any]
) -> None:
    bench = bench_with("mild", rule=do)

    with pytest.raises(PluginError) as raised:
        bench.assess(bench.read(example), rule="schets")

    assert raised.value.plugin == "mild"


# -- data ------------------------------------------------------------------------------------------


def test_a_dossier_can_use_the_checklist_of_a_folder(tmp_path: Path) -> None:
    layers = "tailorings:\n  - {id: kort, base: default, nl: Kort, en: Short, drop: [A1, A2, A3]}\n"
    folder = data_folder(tmp_path / "kort", files={"layers.yaml": layers})
    bench = lw.Workbench(discover=False, folders=[folder])
    whole, short = (
        bench.assess(read(bench, tmp_path, f"checklist: {{use: {use}, answers: {{B1: niet}}}}\n"))
        for use in ("default", "kort")
    )

    assert whole is not None
    assert short is not None
    assert short.items == whole.items - 3


def test_an_activity_of_a_plugin_can_be_planned(tmp_path: Path) -> None:
    bench = lw.Workbench(discover=False)
    bench.add_plugin(Activities("wandelen"), "buiten")

    planned = bench.plan(read(bench, tmp_path, "activities: [{id: w1, activity: wandelen}]\n"))

    assert [one.activity for one in planned.planned] == ["wandelen"]
