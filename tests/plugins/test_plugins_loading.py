"""What loads, what is refused and why, and what is left of a plugin that failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import attrs
import pytest
from plugin_parts import Activities, activity, data_folder, layer, record

import lerendwerk_core as lw
from lerendwerk_core.errors import DefinitionError, PluginError
from lerendwerk_core.hooks import specs
from lerendwerk_core.plugins import PluginRecord, PluginState

BUILTIN_HOOKS = (
    "lerendwerk_provide_aggregations",
    "lerendwerk_provide_answer_readers",
    "lerendwerk_provide_collective_rules",
    "lerendwerk_provide_municipalities",
    "lerendwerk_provide_process_readers",
    "lerendwerk_provide_questionnaire_writers",
    "lerendwerk_provide_route_rules",
    "lerendwerk_provide_scoring_models",
    "lerendwerk_provide_solvers",
)


@pytest.fixture
def mine() -> lw.Workbench:
    """A workbench of the test's own, to add plugins to."""
    return lw.Workbench(discover=False)


def said(found: PluginRecord) -> str:
    assert found.state is PluginState.FAILED
    assert found.error is not None
    assert found.error.nl
    return found.error.en


def test_what_ships_arrives_first_and_through_the_same_hooks(bench: lw.Workbench) -> None:
    names = [(one.name, one.state, one.distribution) for one in bench.plugins]

    assert names == [
        ("builtin", PluginState.LOADED, "lerendwerk_core"),
        ("basis", PluginState.LOADED, "lerendwerk_core"),
    ]
    assert record(bench, "builtin").hooks == BUILTIN_HOOKS
    assert "lerendwerk_provide_checklists" in record(bench, "basis").hooks
    assert bench.catalogue.owner_of("checklist", "default") == "basis"
    assert bench.catalogue.owner_of("solver", "search") == "builtin"


def test_every_provide_hook_there_is_is_used_by_what_ships(bench: lw.Workbench) -> None:
    used = {hook for one in bench.plugins for hook in one.hooks}

    assert {name for name in dir(specs) if name.startswith("lerendwerk_provide_")} == used


def test_a_folder_of_data_adds_a_tailoring(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "eigen", files=layer("eigen", drop="A1, B1"))

    bench = lw.Workbench(discover=False, folders=[folder], on_error="raise")

    checklist = bench.catalogue.checklists["eigen"]
    assert len(checklist.items) == len(bench.catalogue.checklists["default"].items) - 2
    assert checklist.layers == ("default", "eigen")
    assert record(bench, "eigen").state is PluginState.LOADED


def test_a_layer_can_rest_on_the_layer_of_a_plugin_that_loads_later(tmp_path: Path) -> None:
    above = data_folder(tmp_path / "above", files=layer("above", base="below", drop="A2"))
    below = data_folder(tmp_path / "below", files=layer("below"))

    bench = lw.Workbench(discover=False, folders=[above, below], on_error="raise")

    assert bench.catalogue.checklists["above"].layers == ("default", "below", "above")


@pytest.mark.parametrize(
    ("folder", "why"),
    [
        ({"files": layer("eigen", base="nergens")}, "rests on 'nergens'"),
        ({"files": layer("eigen", base="eigen")}, "circle"),
        ({"files": layer("eigen", drop="Z9")}, "names item 'Z9'"),
        ({"files": layer("eigen", drop="F1")}, "may not drop the last item 'F1'"),
        ({"files": layer("default")}, "'default' already comes from plugin 'basis'"),
        ({"files": {"layers.yaml": "tailoring: []\n"}}, "unknown key 'tailoring'"),
        ({"files": {"../elsewhere.yaml": "tailorings: []\n"}}, "outside the dossier's folder"),
        ({"api": 2}, "asks for api 2"),
    ],
)
def test_a_folder_with_something_wrong_fails_alone_and_says_what(
    tmp_path: Path, folder: dict[str, Any], why: str
) -> None:
    good = data_folder(tmp_path / "good", files=layer("goed"))
    bad = data_folder(tmp_path / "bad", **folder)

    bench = lw.Workbench(discover=False, folders=[bad, good])

    assert why in said(record(bench, "bad"))
    assert "goed" in bench.catalogue.checklists
    assert "eigen" not in bench.catalogue.checklists


def test_a_folder_without_a_manifest_fails_alone(tmp_path: Path) -> None:
    bench = lw.Workbench(discover=False, folders=[tmp_path])

    assert "lerendwerk.yaml" in said(record(bench, tmp_path.name))


def test_a_blocked_folder_is_not_read(tmp_path: Path) -> None:
    bench = lw.Workbench(discover=False, folders=[tmp_path / "absent"], block={"absent"})

    assert record(bench, "absent").state is PluginState.BLOCKED


def test_a_layer_falls_with_the_plugin_that_it_rests_on(tmp_path: Path) -> None:
    files = {**layer("below"), "more.yaml": "measures: [{id: x}]\n"}
    below = data_folder(tmp_path / "below", files=files)
    above = data_folder(tmp_path / "above", files=layer("above", base="below"))

    bench = lw.Workbench(discover=False, folders=[below, above])

    assert "missing" in said(record(bench, "below"))
    assert "rests on 'below'" in said(record(bench, "above"))
    assert {"below", "above"}.isdisjoint(bench.catalogue.checklists)


def test_a_key_that_is_taken_names_both_owners(mine: lw.Workbench) -> None:
    mine.add_plugin(Activities("wandelen"), "eerste")
    mine.add_plugin(Activities("lezen", "wandelen"), "tweede")

    message = said(record(mine, "tweede"))

    assert "tweede" in message
    assert "'wandelen' already comes from plugin 'eerste'" in message
    assert mine.catalogue.owner_of("catalogue", "wandelen") == "eerste"


def test_of_a_plugin_that_failed_nothing_is_left(mine: lw.Workbench) -> None:
    before = set(mine.catalogue.activities)

    mine.add_plugin(Activities("lezen", "schrijven", "lezen"), "dubbel")

    assert record(mine, "dubbel").state is PluginState.FAILED
    assert record(mine, "dubbel").hooks == ()
    assert set(mine.catalogue.activities) == before


def test_the_name_of_a_failed_plugin_stays_taken(mine: lw.Workbench) -> None:
    mine.add_plugin(Activities("a", "a"), "een")
    mine.add_plugin(Activities("b"), "een")

    assert record(mine, "een").state is PluginState.FAILED
    assert "b" not in mine.catalogue.activities


def test_a_misspelt_hook_is_refused_with_a_near_miss(mine: lw.Workbench) -> None:
    class Misspelt(Activities):
        def lerendwerk_provide_activites(self) -> list[Any]:
            return []

    mine.add_plugin(Misspelt("wandelen"), "typfout")

    message = said(record(mine, "typfout"))
    assert "there is no hook 'lerendwerk_provide_activites'" in message
    assert "Did you mean 'lerendwerk_provide_activities'?" in message
    assert "wandelen" not in mine.catalogue.activities


def test_an_argument_that_the_hook_does_not_have_is_refused(mine: lw.Workbench) -> None:
    class TooMuch(Activities):
        @lw.hookimpl
        def lerendwerk_review_trajectory(self, context: object, dossier: object) -> list[Any]:
            return [context, dossier]

    mine.add_plugin(TooMuch("wandelen"), "nieuwsgierig")

    assert "dossier" in said(record(mine, "nieuwsgierig"))
    assert "wandelen" not in mine.catalogue.activities


class Provides:
    """A plugin whose one hook does what it is told."""

    def __init__(self, provide: Callable[[], Any]) -> None:
        self.provide = provide

    @lw.hookimpl
    def lerendwerk_provide_activities(self) -> Iterable[Any]:
        return self.provide()  # type: ignore[no-any-return]


def raising(error: BaseException) -> Any:
    raise error


def half_way(error: BaseException) -> Iterable[Any]:
    yield activity("half")
    raise error


class MuteError(Exception):
    """An error that cannot say what it is."""

    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("provide", "why"),
    [
        (lambda: raising(ValueError("kapot")), "ValueError: kapot"),
        (lambda: half_way(KeyError("weg")), "KeyError: 'weg'"),
        (lambda: raising(SystemExit("ik ga")), "SystemExit: ik ga"),
        (lambda: raising(MuteError()), "MuteError"),
        (lambda: raising(lw.LerendwerkError("los")), "LerendwerkError"),  # type: ignore[arg-type]
        (lambda: 7, "TypeError"),
        (lambda: ["wandelen"], "something other than a catalogue activity: 'wandelen'"),
        (lambda: [attrs.evolve(activity("x"), id=3)], "something other than"),
    ],
    ids=["raises", "generator", "leaves", "mute", "half-error", "number", "words", "key"],
)
def test_a_plugin_that_fails_at_a_hook_fails_alone(
    mine: lw.Workbench, provide: Callable[[], Any], why: str
) -> None:
    mine.add_plugin(Provides(provide), "kapot")
    mine.add_plugin(Activities("wandelen"), "heel")

    assert why in said(record(mine, "kapot"))
    assert "half" not in mine.catalogue.activities
    assert "wandelen" in mine.catalogue.activities


def test_the_users_own_interrupt_goes_through(mine: lw.Workbench) -> None:
    with pytest.raises(KeyboardInterrupt):
        mine.add_plugin(Provides(lambda: raising(KeyboardInterrupt())), "x")


def test_told_to_raise_a_failing_plugin_is_an_error_with_its_name(tmp_path: Path) -> None:
    folder = data_folder(tmp_path / "bad", files=layer("eigen", base="nergens"))

    with pytest.raises(PluginError) as raised:
        lw.Workbench(discover=False, folders=[folder], on_error="raise")

    assert raised.value.plugin == "bad"
    assert "nergens" in raised.value.in_("nl")
    assert isinstance(raised.value.__cause__, DefinitionError)


def test_municipalities_that_are_none_fail_their_plugin(mine: lw.Workbench) -> None:
    class Codes:
        @lw.hookimpl
        def lerendwerk_provide_municipalities(self) -> Any:
            return {"GM9999": ["Verzonnen"]}

    mine.add_plugin(Codes(), "codes")

    assert "GM9999" in said(record(mine, "codes"))
    assert "GM9999" not in mine.catalogue.register


def test_two_workbenches_share_nothing(mine: lw.Workbench) -> None:
    other = lw.Workbench(discover=False)

    mine.add_plugin(Activities("wandelen"), "een")

    assert "wandelen" in mine.catalogue.activities
    assert "wandelen" not in other.catalogue.activities
    assert [one.name for one in other.plugins] == ["builtin", "basis"]


def test_one_plugin_can_be_in_two_workbenches(mine: lw.Workbench) -> None:
    plugin, other = Activities("wandelen"), lw.Workbench(discover=False)

    mine.add_plugin(plugin, "een")
    other.add_plugin(plugin, "ander")

    assert record(mine, "een").state is record(other, "ander").state is PluginState.LOADED
