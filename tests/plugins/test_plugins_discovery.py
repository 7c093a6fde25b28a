"""Plugins that are installed: found in a fixed order, blocked before import, each kept apart."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from plugin_parts import MANIFEST, Site, layer, new_site, record

import lerendwerk_core as lw
from lerendwerk_core.errors import PluginError
from lerendwerk_core.plugins import PluginState

OFFERS = """
import lerendwerk_core as lw
from plugin_parts import activity

@lw.hookimpl
def lerendwerk_provide_activities():
    return [activity({id!r})]
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    return new_site(tmp_path / "site", monkeypatch)


def test_an_installed_module_is_found_with_its_distribution(site: Site) -> None:
    site.install("lw-trial", {"trial": "lw_trial"}, {"lw_trial.py": OFFERS.format(id="wandelen")})

    bench = lw.Workbench()

    found = record(bench, "trial")
    assert (found.state, found.distribution, found.version) == (
        PluginState.LOADED,
        "lw-trial",
        "1.5",
    )
    assert found.hooks == ("lerendwerk_provide_activities",)
    assert bench.catalogue.owner_of("catalogue", "wandelen") == "trial"


def test_installed_plugins_load_after_ours_in_the_order_of_their_names(site: Site) -> None:
    for number, name in enumerate(["zon", "aap", "mus"]):
        module = f"lw_order_{number}"
        site.install(f"lw-{number}", {name: module}, {f"{module}.py": OFFERS.format(id=name)})

    names = [one.name for one in lw.Workbench().plugins]

    assert names[:2] == ["builtin", "basis"]
    assert [one for one in names if one in ("zon", "aap", "mus")] == ["aap", "mus", "zon"]


def test_a_blocked_plugin_is_listed_and_never_imported(site: Site) -> None:
    site.install("lw-loud", {"loud": "lw_loud"}, {"lw_loud.py": "raise SystemExit('imported')"})

    bench = lw.Workbench(block=["loud"], on_error="raise")

    assert record(bench, "loud").state is PluginState.BLOCKED
    assert "lw_loud" not in sys.modules


def test_without_discovery_nothing_installed_is_looked_for(site: Site) -> None:
    site.install("lw-quiet", {"quiet": "lw_quiet"}, {"lw_quiet.py": OFFERS.format(id="x")})

    names = [one.name for one in lw.Workbench(discover=False).plugins]

    assert names == ["builtin", "basis"]
    assert "lw_quiet" not in sys.modules


@pytest.mark.parametrize("package", ["lw_plain/", "lw_init/"])
def test_a_package_of_data_is_found_without_importing_it(site: Site, package: str) -> None:
    files = {
        f"{package}lerendwerk.yaml": MANIFEST.format(name="laag", api=1, files="layers.yaml"),
        f"{package}layers.yaml": layer("laag")["layers.yaml"],
    }
    if package == "lw_init/":
        files[f"{package}__init__.py"] = "raise RuntimeError('imported')"
    site.install("lw-data", {"laag": package.rstrip("/")}, files)

    bench = lw.Workbench(on_error="raise")

    assert record(bench, "laag").state is PluginState.LOADED
    assert "A1" not in bench.catalogue.checklists["laag"].item_ids
    assert package.rstrip("/") not in sys.modules


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("import nowhere_to_be_found", "ModuleNotFoundError"),
        ("def broken(:", "SyntaxError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("1 / 0", "ZeroDivisionError: division by zero"),
    ],
)
def test_a_module_that_cannot_be_imported_fails_alone(site: Site, source: str, said: str) -> None:
    site.install("lw-bad", {"bad": "lw_bad"}, {"lw_bad.py": source})
    site.install("lw-good", {"good": "lw_good"}, {"lw_good.py": OFFERS.format(id="goed")})

    bench = lw.Workbench()

    failed = record(bench, "bad")
    assert failed.state is PluginState.FAILED
    assert failed.error is not None
    assert said in failed.error.nl
    assert failed.distribution == "lw-bad"
    assert "goed" in bench.catalogue.activities


def test_an_entry_point_that_leads_nowhere_fails_alone(site: Site) -> None:
    site.install("lw-gone", {"gone": "lw_gone_module"}, {})
    site.install("lw-part", {"part": "plugin_parts:nothing"}, {})

    bench = lw.Workbench()

    assert record(bench, "gone").state is PluginState.FAILED
    assert record(bench, "part").state is PluginState.FAILED


def test_told_to_raise_the_first_failure_names_its_plugin(site: Site) -> None:
    site.install("lw-bad", {"bad": "lw_bad"}, {"lw_bad.py": "1 / 0"})

    with pytest.raises(PluginError, match="division by zero") as raised:
        lw.Workbench(on_error="raise")

    assert raised.value.plugin == "bad"
    assert isinstance(raised.value.__cause__, ZeroDivisionError)


def test_two_distributions_with_one_plugin_name_are_told_apart(site: Site) -> None:
    site.install("lw-first", {"same": "lw_first"}, {"lw_first.py": OFFERS.format(id="eerste")})
    site.install("lw-second", {"same": "lw_second"}, {"lw_second.py": OFFERS.format(id="tweede")})

    bench = lw.Workbench()

    failed = record(bench, "same (lw-second)")
    assert record(bench, "same").distribution == "lw-first"
    assert failed.error is not None
    assert "lw-first" in failed.error.en
    assert "tweede" not in bench.catalogue.activities


def test_the_mark_of_a_failed_plugin_stands_among_the_findings(site: Site, tmp_path: Path) -> None:
    site.install("lw-bad", {"bad": "lw_bad"}, {"lw_bad.py": "1 / 0"})
    path = tmp_path / "dossier.yaml"
    path.write_text("id: x\n", encoding="utf-8")
    bench = lw.Workbench()

    result = bench.run(bench.read(path))

    (found,) = [one for one in result.findings if one.code == "plugin-not-loaded"]
    assert found.where == "plugins.bad"
    assert "division by zero" in found.message.nl
    assert "bad" not in result.provenance.plugins
