"""
Every check of the project; CI runs nothing else.

``nox`` runs them all on the Pythons that are here and says what it left out. Tests run on the built
wheel, in an environment without the source tree.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import nox

ROOT = Path(__file__).parent
PYTHONS = ["3.11", "3.12", "3.13"]
GROUPS = nox.project.load_toml("pyproject.toml")["dependency-groups"]
PLUGINS = sorted(path.parent for path in ROOT.glob("plugins/*/pyproject.toml"))

nox.needs_version = ">=2024.10.9"
nox.options.sessions = ["lint", "types", "layers", "build", "tests", "plugins", "examples"]
nox.options.error_on_missing_interpreters = False
nox.options.default_venv_backend = "venv"


def _pyenv_on_path() -> None:
    """Put pyenv's Pythons on the path: its shims answer only for the version that is set."""
    versions = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [str(version / "bin") for version in sorted(versions.glob("3.1[1-9]*"), reverse=True)]
    os.environ["PATH"] = os.pathsep.join(
        [str(Path(sys.executable).parent), *found, os.environ["PATH"]]
    )


_pyenv_on_path()


def _wheel(session: nox.Session) -> str:
    """Return the wheel of the library, built now."""
    out = Path(session.create_tmp()).resolve() / "wheel"
    shutil.rmtree(out, ignore_errors=True)
    session.run("python", "-m", "pip", "wheel", "--no-deps", "-q", "-w", str(out), str(ROOT))
    return str(next(out.glob("*.whl")))


def _install_wheel(session: nox.Session, *extras: str) -> None:
    wheel = _wheel(session)
    session.install(f"{wheel}[{','.join(extras)}]" if extras else wheel)


@nox.session
def lint(session: nox.Session) -> None:
    """Style and format."""
    session.install(*GROUPS["lint"])
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Static types, strict."""
    session.install(*GROUPS["types"], "-e", ".[all]")
    session.run("mypy")


@nox.session
def layers(session: nox.Session) -> None:
    """Who may import whom: the floors of the house."""
    session.install(*GROUPS["layers"], "-e", ".[all]")
    session.run("lint-imports")


@nox.session
def build(session: nox.Session) -> None:
    """Build the sdist and the wheel, and install the wheel without any extra."""
    session.install(*GROUPS["build"])
    out = Path(session.create_tmp()).resolve() / "dist"
    shutil.rmtree(out, ignore_errors=True)
    session.run("python", "-m", "build", "--outdir", str(out), str(ROOT))
    session.install(str(next(out.glob("*.whl"))))
    code = (
        "import lerendwerk_core as lw; bench = lw.Workbench(on_error='raise'); "
        "result = bench.run(bench.read('examples/jeugd')); print(repr(result))"
    )
    session.run("python", "-c", code)


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """The tests, on the built wheel."""
    _install_wheel(session, "all")
    session.install(*GROUPS["test"])
    session.run("pytest", "-q", "-n", "2", *session.posargs)


def _needed_by(plugin: Path) -> list[str]:
    """Return what *plugin* and its tests need beside the library."""
    told = nox.project.load_toml(plugin / "pyproject.toml")
    wanted = [*told["project"]["dependencies"], *told.get("dependency-groups", {}).get("test", [])]
    return [one for one in wanted if not one.startswith("lerendwerk_core")]


@nox.session
def plugins(session: nox.Session) -> None:
    """Every distribution in plugins/, installed and tested like a stranger's."""
    _install_wheel(session, "all")
    session.install(*GROUPS["test"])
    for plugin in PLUGINS:
        # The library is there already, as the wheel that is tested.
        needed = _needed_by(plugin)
        if needed:
            session.install(*needed)
        session.install("--no-deps", str(plugin))
    for plugin in PLUGINS:
        session.run(
            "pytest", "-q", "--rootdir", str(plugin), "-c", os.devnull, str(plugin / "tests")
        )


@nox.session
def examples(session: nox.Session) -> None:
    """Every example runs."""
    _install_wheel(session, "all")
    out = session.create_tmp()
    for folder in sorted(path.parent for path in ROOT.glob("examples/*/dossier.yaml")):
        for lang in ("nl", "en"):
            report = str(Path(out) / f"{folder.name}-{lang}.html")
            session.run(
                "lerendwerk", "run", str(folder), "--lang", lang, "--html", report, silent=True
            )
    session.run("lerendwerk", "follow", str(ROOT / "examples" / "traject"), silent=True)
    for script in sorted(ROOT.glob("examples/*.py")):
        session.run("python", str(script), out, silent=True)
