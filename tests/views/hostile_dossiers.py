"""Dossiers whose every text tries to break out of the page, and a reader of the pages they make."""

from __future__ import annotations

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

HOSTILE = '<script>alert(1)</script> " onload="x \' ]]> & &lt; </style></svg> {{ 7*7 }} \\ url(x)'
VOID = {"meta", "link", "br", "img", "input", "hr"}
# Identifiers of the example that stand in the report, and that a user may write as they like.
NAMES = ("lg_stad", "lg_dorpen", "s09", "crisis", "jongerenwerker", "stad", "jgz", "T1", "n3")


def hostile(example: Path, folder: Path) -> Path:
    """Copy *example* to *folder* with a hostile piece in every text and in many identifiers."""
    shutil.copytree(example, folder)
    path = folder / "dossier.yaml"
    data = _broken(yaml.safe_load(path.read_text("utf-8")))
    data["id"] = data["municipality"]["name"] = HOSTILE
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    people = folder / "people.csv"
    rows = people.read_text("utf-8")
    for name in NAMES:
        rows = re.sub(rf"\b{name}\b", named(name), rows)
    people.write_text(rows, encoding="utf-8")
    return folder


def named(name: str) -> str:
    """Return the hostile identifier that stands for *name*."""
    return f"<b>{name}&'"


def _broken(value: Any) -> Any:
    if isinstance(value, dict):
        texts = {key: f"{HOSTILE} {part}" for key, part in value.items() if key in ("nl", "en")}
        return {_broken(key): texts.get(key) or _broken(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_broken(part) for part in value]
    return named(value) if value in NAMES else value


class Page(HTMLParser):
    """What a browser would make of a page: elements, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.text = ""
        self.wrong: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data

    @property
    def shapes(self) -> set[tuple[str, ...]]:
        """Every element there is, as its name and the names of its attributes."""
        return {(tag, *sorted(attributes)) for tag, attributes in self.elements}

    def values(self, *attributes: str) -> list[str]:
        """Return every value of *attributes*."""
        return [given[name] for _, given in self.elements for name in attributes if name in given]
