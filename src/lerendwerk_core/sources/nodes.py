"""
YAML to nodes: plain values that know their place, in the meaning of YAML 1.2.

PyYAML reads YAML 1.1, in which ``no`` is false, ``12:30`` is 750 and ``010`` is 8; and its composer
recurses, keeps the last of two equal keys and unfolds alias bombs. So only its event stream is used:
nodes are built from it here, without recursion, within bounds.
"""

from __future__ import annotations

import math
import re
from pathlib import Path
from typing import Any

import attrs
import yaml

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.wording import problem_text

MAX_BYTES = 8 * 1024 * 1024
MAX_DEPTH = 40
MAX_NODES = 400_000
MAX_DIGITS = 32  # more than any number needs; more digits are a text
MAX_PROBLEMS = 200

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Newer libyaml looks ahead to its own limit before it tells of the first bracket; the parser in
# Python tells of each in turn, so that ours is met where it is passed.
_TOO_DEEP = "maximum nesting depth"
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_CORE_TAGS = frozenset(
    {None, "!", *(f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))}
)

Scalar = str | int | float | bool | None


@attrs.frozen
class Entry:
    """A key of a mapping with its own place, and the node it stands for."""

    mark: Mark
    node: Node


@attrs.frozen
class Node:
    """A scalar, a list of nodes, or a mapping of entries; ``raw`` is the scalar as it was written."""

    value: Scalar | list[Node] | dict[str, Entry]
    mark: Mark
    raw: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether the node is empty or ``null``."""
        return self.value is None


@attrs.define
class _Open:
    """A collection whose end has not been met yet."""

    node: Node
    key: tuple[str, Mark] | None = None
    anchor: str | None = None
    size: int = 1


def read_yaml(path: Path, shown_as: str, problems: list[Problem] | None = None) -> Node:
    """
    Return the one document in the file at *path*, which messages call *shown_as*.

    Duplicate keys and tags are added to *problems*, if that is given, so that the caller can raise
    them with what else is wrong.

    Raises:
        DossierError: The file is too large, no UTF-8, no YAML, or breaks a bound; without
            *problems* also for duplicate keys and tags.
    """
    return parse_yaml(read_text(path, shown_as), shown_as, problems)


def read_text(path: Path, shown_as: str) -> str:
    """
    Return the text of a UTF-8 file of bounded size.

    Raises:
        DossierError: The file cannot be read, is too large, or is not UTF-8.
    """
    data = read_bytes(path, shown_as)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise refused(Mark(shown_as, line, 1), "not-utf8") from error


def read_bytes(path: Path, shown_as: str, limit: int = MAX_BYTES) -> bytes:
    """
    Return what is in the file, if that is no more than *limit* bytes.

    Raises:
        DossierError: The file cannot be read or is too large.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise refused(Mark(shown_as), "file-unreadable", reason=error.strerror or "") from error
    if len(data) > limit:
        raise refused(Mark(shown_as), "file-too-large", limit=limit // 1024**2)
    return data


def refused(mark: Mark, code: str, **values: object) -> DossierError:
    """Return the error with the one problem *code* at *mark*."""
    return DossierError((Problem(mark, code, problem_text(code, **values)),))


def parse_yaml(text: str, shown_as: str, problems: list[Problem] | None = None) -> Node:
    """
    Return the one document in *text*.

    Raises:
        DossierError: As :func:`read_yaml`.
    """
    try:
        builder = _built(text, shown_as, _LOADER)
    except DossierError:
        raise
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # surrogates, \UFFFFFFFF
        if _TOO_DEEP in _reason(error):
            _built(text, shown_as, yaml.SafeLoader)
        raise refused(_place(error, shown_as), "yaml-syntax", reason=_reason(error)) from error
    if builder.problems and problems is None:
        raise DossierError(tuple(builder.problems))
    if problems is not None:
        problems += builder.problems
    return builder.root or Node(None, Mark(shown_as, 1, 1))


def _built(text: str, shown_as: str, loader: Any) -> _Builder:
    builder = _Builder(shown_as)
    for event in yaml.parse(text, Loader=loader):
        builder.take(event)
    return builder


def _place(error: Exception, file: str) -> Mark:
    mark = getattr(error, "problem_mark", None)
    return Mark(file, mark.line + 1, mark.column + 1) if mark else Mark(file)


def _reason(error: Exception) -> str:
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or "")


@attrs.define
class _Builder:
    """Builds nodes from events, one at a time."""

    file: str
    root: Node | None = None
    problems: list[Problem] = attrs.field(factory=list)
    _stack: list[_Open] = attrs.field(factory=list)
    _anchors: dict[str, tuple[Node, int]] = attrs.field(factory=dict)

    def take(self, event: yaml.Event) -> None:
        start: Any = event.start_mark
        mark = Mark(self.file, start.line + 1, start.column + 1)
        match event:
            case yaml.ScalarEvent():
                self._scalar(event, mark)
            case yaml.MappingStartEvent():
                self._open(Node({}, mark), event)
            case yaml.SequenceStartEvent():
                self._open(Node([], mark), event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close()
            case yaml.AliasEvent():
                self._alias(event, mark)
            case _:
                pass

    def _scalar(self, event: yaml.ScalarEvent, mark: Mark) -> None:
        self._check_tag(event.tag, mark)
        # libyaml says '' where the pure parser says None: a plain scalar, whose meaning must be found.
        quoted = bool(event.style) or event.tag is not None
        node = Node(event.value if quoted else _meaning(event.value), mark, event.value)
        if event.anchor:
            self._anchors[event.anchor] = (node, 1)
        self._place(node, 1)

    def _open(self, node: Node, event: yaml.CollectionStartEvent) -> None:
        self._check_tag(event.tag, node.mark)
        if len(self._stack) >= MAX_DEPTH:
            raise refused(node.mark, "yaml-too-deep", limit=MAX_DEPTH)
        self._stack.append(_Open(node, anchor=event.anchor))

    def _close(self) -> None:
        done = self._stack.pop()
        if done.anchor:
            self._anchors[done.anchor] = (done.node, done.size)
        self._place(done.node, done.size)

    def _alias(self, event: yaml.AliasEvent, mark: Mark) -> None:
        if event.anchor not in self._anchors:
            raise refused(mark, "yaml-alias", name=event.anchor)
        self._place(*self._anchors[event.anchor])

    def _place(self, node: Node, size: int) -> None:
        # An alias counts for all that it stands for, so that no bomb unfolds later on.
        if not self._stack:
            if self.root is not None:
                raise refused(node.mark, "yaml-documents")
            self.root = node
            return
        parent = self._stack[-1]
        parent.size += size
        if parent.size > MAX_NODES:
            raise refused(node.mark, "yaml-too-many", limit=MAX_NODES)
        if isinstance(parent.node.value, list):
            parent.node.value.append(node)
        elif parent.key is None:
            parent.key = (self._key(node), node.mark)
        else:
            self._enter(parent, *parent.key, node)

    def _key(self, node: Node) -> str:
        if isinstance(node.value, list | dict):
            raise refused(node.mark, "yaml-key")
        return node.raw

    def _enter(self, parent: _Open, key: str, mark: Mark, node: Node) -> None:
        parent.key = None
        entries = parent.node.value
        assert isinstance(entries, dict)  # noqa: S101 - only mappings have a pending key
        if key in entries:
            self._wrong(mark, "duplicate-key", key=key, first=entries[key].mark)
            return
        entries[key] = Entry(mark, node)

    def _check_tag(self, tag: str | None, mark: Mark) -> None:
        if tag not in _CORE_TAGS:
            self._wrong(mark, "yaml-tag", tag=tag)

    def _wrong(self, mark: Mark, code: str, **values: object) -> None:
        self.problems.append(Problem(mark, code, problem_text(code, **values)))
        if len(self.problems) >= MAX_PROBLEMS:
            raise DossierError(tuple(self.problems))


def _meaning(raw: str) -> Scalar:
    """Return what a plain scalar means in the core schema of YAML 1.2."""
    if raw in ("", "~", "null", "Null", "NULL"):
        return None
    if raw in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return raw.lower() == "true"
    if len(raw) > MAX_DIGITS:
        return raw
    if _INTEGER.fullmatch(raw):
        return int(raw)
    if _FLOAT.fullmatch(raw) and math.isfinite(float(raw)):
        return float(raw)
    return raw
