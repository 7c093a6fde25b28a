"""Plugins for tests: folders of data, objects with hooks, installed packages with an entry point."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

import lerendwerk_core as lw
from lerendwerk_core.hooks import TrajectoryContext
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.plugins import PluginRecord
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Formality, LearningLevel, LearningMode, Severity, Stage

MANIFEST = "plugin: {name}\napi: {api}\nnl: Proef\nen: Trial\nfiles: [{files}]\n"
LAYER = "tailorings:\n  - {{id: {id}, base: {base}, nl: Laag, en: Layer, drop: [{drop}]}}\n"


def data_folder(
    folder: Path, *, api: int = 1, files: Mapping[str, str] | None = None, name: str = ""
) -> Path:
    """Write a plugin of data into *folder* and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    written = files or {}
    manifest = MANIFEST.format(name=name or folder.name, api=api, files=", ".join(written))
    (folder / "lerendwerk.yaml").write_text(manifest, encoding="utf-8")
    for file, text in written.items():
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def layer(id_: str, base: str = "default", drop: str = "A1") -> dict[str, str]:
    """Return the files of a plugin with one tailoring."""
    return {"layers.yaml": LAYER.format(id=id_, base=base, drop=drop)}


def activity(id_: str) -> LearningActivity:
    """Return a learning activity."""
    return LearningActivity(
        id=id_,
        label=Text.of(id_),
        level=LearningLevel.ORGANISATION,
        formality=Formality.INFORMAL,
        mode=LearningMode.LEARN,
        size=(2, 12),
        hours=1.0,
    )


def finding(code: str) -> Finding:
    """Return a finding as a plugin would make it."""
    return Finding(
        severity=Severity.NOTE,
        code=code,
        message=Text("Bespreek dit.", "Discuss this."),
        where="process",
        stage=Stage.PROCESS,
    )


class Activities:
    """A plugin that offers learning activities."""

    def __init__(self, *ids: str) -> None:
        self.ids = ids

    @lw.hookimpl
    def lerendwerk_provide_activities(self) -> Iterable[LearningActivity]:
        return [activity(one) for one in self.ids]


class Reviews:
    """A plugin that yields findings, and then raises if it was given an error; keeps what it saw."""

    def __init__(self, *findings: Any, error: BaseException | None = None) -> None:
        self.findings, self.error = findings, error
        self.seen: list[TrajectoryContext] = []

    @lw.hookimpl
    def lerendwerk_review_trajectory(self, context: TrajectoryContext) -> Iterable[Finding]:
        self.seen.append(context)
        yield from self.findings
        if self.error is not None:
            raise self.error


def record(bench: lw.Workbench, name: str) -> PluginRecord:
    """Return what *bench* knows of the plugin *name*."""
    return next(one for one in bench.plugins if one.name == name)


class Site:
    """A folder on the path of imports, in which distributions are installed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(
        self, dist: str, entries: Mapping[str, str], files: Mapping[str, str], version: str = "1.5"
    ) -> None:
        """Install the distribution *dist* with its entry points (name to module) and *files*."""
        info = self.folder / f"{dist.replace('-', '_')}-{version}.dist-info"
        info.mkdir()
        metadata = f"Metadata-Version: 2.1\nName: {dist}\nVersion: {version}\n"
        (info / "METADATA").write_text(metadata, encoding="utf-8")
        lines = "".join(f"{name} = {module}\n" for name, module in entries.items())
        (info / "entry_points.txt").write_text(f"[lerendwerk]\n{lines}", encoding="utf-8")
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


def new_site(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """Return a site in *folder* that Python looks in until the test ends."""
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    monkeypatch.setattr(sys, "modules", sys.modules.copy())
    return Site(folder)
