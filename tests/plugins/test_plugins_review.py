"""Plugins that are asked about a trajectory: each apart, in a fixed order, none fatal."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import attrs
import pytest
from plugin_parts import Reviews, finding, record

import lerendwerk_core as lw
from lerendwerk_core.errors import PluginError
from lerendwerk_core.hooks import TrajectoryContext
from lerendwerk_core.plugins import PluginState
from lerendwerk_core.trajectory import Trajectory
from lerendwerk_core.vocabulary import Severity
from make import read


def reviewed(folder: Path, plugins: dict[str, Any], **options: Any) -> Trajectory:
    """Return the trajectory of the small dossier on a workbench with *plugins*."""
    bench = lw.Workbench(discover=False, **options)
    for name, plugin in plugins.items():
        bench.add_plugin(plugin, name)
    return bench.run(read(bench, folder))


def test_what_a_plugin_finds_stands_behind_what_we_find(tmp_path: Path) -> None:
    result = reviewed(tmp_path, {"een": Reviews(finding("eigen-1"), finding("eigen-2"))})

    assert [one.code for one in result.findings][-2:] == ["eigen-1", "eigen-2"]
    assert Trajectory.from_dict(result.to_dict()) == result


@pytest.mark.parametrize("order", list(itertools.permutations("abc")))
def test_findings_come_in_the_order_of_the_plugins_names(
    tmp_path: Path, order: tuple[str, ...]
) -> None:
    plugins = {name: Reviews(finding(f"van-{name}")) for name in order}

    codes = [one.code for one in reviewed(tmp_path, plugins).findings]

    assert codes[-3:] == ["van-a", "van-b", "van-c"]


@pytest.mark.parametrize(
    ("plugin", "why"),
    [
        (Reviews(error=ValueError("kapot")), "ValueError: kapot"),
        (Reviews(finding("half"), error=KeyError("weg")), "KeyError: 'weg'"),
        (Reviews(error=SystemExit(2)), "SystemExit: 2"),
        (Reviews("te laat"), "TypeError: 'te laat' is not a Finding"),
        (Reviews(attrs.evolve(finding("x"), message="los")), "is not a Finding"),  # type: ignore[arg-type]
        (Reviews(attrs.evolve(finding("x"), severity="erg")), "is not a Finding"),  # type: ignore[arg-type]
    ],
    ids=["raises", "half-way", "leaves", "words", "bare-message", "bare-severity"],
)
def test_a_plugin_that_fails_when_asked_becomes_a_finding_that_names_it(
    tmp_path: Path, plugin: Reviews, why: str
) -> None:
    result = reviewed(tmp_path, {"kapot": plugin, "heel": Reviews(finding("heel"))})

    (failed,) = [one for one in result.findings if one.code == "plugin-failed"]
    codes = [one.code for one in result.findings]
    assert failed.where == "plugins.kapot"
    assert failed.severity is Severity.BLOCKER
    assert why in failed.message.nl
    assert "lerendwerk_review_trajectory" in failed.message.en
    assert "heel" in codes
    assert "half" not in codes
    assert result.has_blocker
    assert "kapot" in result.to_text("en")


def test_a_hook_that_raises_before_it_yields_is_isolated_too(tmp_path: Path) -> None:
    class Eager:
        @lw.hookimpl
        def lerendwerk_review_trajectory(self, context: TrajectoryContext) -> None:
            raise RuntimeError(context.scope)

    result = reviewed(tmp_path, {"gretig": Eager()})

    assert [one.where for one in result.findings if one.code == "plugin-failed"] == [
        "plugins.gretig"
    ]


def test_told_to_raise_a_plugin_that_fails_when_asked_is_an_error(tmp_path: Path) -> None:
    plugins = {"kapot": Reviews(error=ValueError("nu"))}

    with pytest.raises(PluginError, match="ValueError: nu") as raised:
        reviewed(tmp_path, plugins, on_error="raise")

    assert raised.value.plugin == "kapot"


def test_a_plugin_sees_results_and_never_the_dossier(tmp_path: Path) -> None:
    looks = Reviews()

    result = reviewed(tmp_path, {"kijker": looks})

    (context,) = looks.seen
    names = [field.name for field in attrs.fields(TrajectoryContext)]
    assert {name: getattr(context, name) for name in names} == {
        name: getattr(result, name) for name in names
    }
    assert "dossier" not in names


def test_a_blocked_plugin_is_not_asked(tmp_path: Path) -> None:
    result = reviewed(tmp_path, {"stil": Reviews(finding("van-stil"))}, block=["stil"])

    assert "van-stil" not in [one.code for one in result.findings]
    assert "stil" not in result.provenance.plugins


def test_what_a_result_was_made_with_names_the_loaded_plugins(tmp_path: Path) -> None:
    result = reviewed(tmp_path, {"een": Reviews()})

    assert list(result.provenance.plugins) == ["builtin", "basis", "een"]
    assert result.provenance.library == lw.__version__


def test_a_plugin_without_hooks_is_loaded_and_never_asked() -> None:
    bench = lw.Workbench(discover=False)

    bench.add_plugin(object(), "leeg")

    assert record(bench, "leeg").state is PluginState.LOADED
    assert record(bench, "leeg").hooks == ()
