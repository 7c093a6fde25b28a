"""Hostile and broken YAML: one clear error, within bounds, and never anything but a DossierError."""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from plain_values import parsed, problems

import lerendwerk_core as lw
from lerendwerk_core.errors import Problem
from lerendwerk_core.sources import nodes
from lerendwerk_core.sources.nodes import parse_yaml, read_yaml

DEEP = 10**5
YAML_LIKE = st.text(
    alphabet=st.sampled_from("ab01:-[]{}&*!|>'\"#%@`,?~ \t\n\r\\é\ufeff\x00\x85\ud800")
)


def refused(text: str) -> lw.DossierError:
    with pytest.raises(lw.DossierError) as caught:
        parse_yaml(text, "dossier.yaml")
    return caught.value


def written(folder: Path, data: bytes) -> Path:
    file = folder / "dossier.yaml"
    file.write_bytes(data)
    return file


def test_every_duplicate_key_is_named_with_both_its_places() -> None:
    error = refused("a: 1\nb: {c: 1, c: 2}\n'a': 3\na: 4\n")

    assert problems(error) == [
        ("duplicate-key", 2, 11),
        ("duplicate-key", 3, 1),
        ("duplicate-key", 4, 1),
    ]
    assert "first at dossier.yaml:2:5" in str(error.problems[0])
    assert "first at dossier.yaml:1:1" in str(error.problems[2])


def test_a_key_and_its_quoted_twin_are_the_same_key() -> None:
    assert problems(refused("1: a\n'1': b\n")) == [("duplicate-key", 2, 1)]


@pytest.mark.parametrize(
    "tag", ["!!int", "!!python/object/apply:os.system", "!include", "!<x>", "!!binary", "!!set"]
)
def test_a_tag_is_refused_where_it_stands(tag: str) -> None:
    assert problems(refused(f"a: 1\nb: {tag} x\n")) == [("yaml-tag", 2, 4)]


def test_tags_of_plain_collections_and_texts_are_harmless() -> None:
    assert parsed("!!map {a: !!str 5, b: !!seq [1]}") == {"a": "5", "b": [1]}


def test_duplicate_keys_and_tags_can_be_left_to_the_caller() -> None:
    found: list[Problem] = []

    root = parse_yaml("a: 1\na: !x 2\n", "dossier.yaml", found)

    assert root.value["a"].node.value == 1
    assert {one.code for one in found} == {"duplicate-key", "yaml-tag"}


@pytest.mark.parametrize("line", ["k: 1\n", "- !x 1\n"])
def test_a_file_that_is_nothing_but_mistakes_names_the_first_of_them(line: str) -> None:
    error = refused(line * 1000)

    assert len(error.problems) == nodes.MAX_PROBLEMS


def test_an_alias_bomb_does_not_go_off() -> None:
    names = "abcdefghijklmnop"
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise(names)
    )

    assert [one.code for one in refused(bomb).problems] == ["yaml-too-many"]


def test_an_anchor_cannot_hold_itself() -> None:
    assert problems(refused("a: &a [*a]\n")) == [("yaml-alias", 1, 8)]


def test_an_alias_of_nothing_is_named() -> None:
    error = refused("a: *b\n")

    assert problems(error) == [("yaml-alias", 1, 4)]
    assert "*b" in str(error)


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "? "])
def test_deep_nesting_is_refused_where_it_gets_too_deep(nest: str) -> None:
    (problem,) = refused(nest * DEEP).problems

    assert problem.code == "yaml-too-deep"
    assert problem.mark.column == nodes.MAX_DEPTH * len(nest) + 1


def test_closed_deep_nesting_is_refused_too() -> None:
    assert refused("[" * DEEP + "]" * DEEP).problems[0].code == "yaml-too-deep"


def test_nesting_up_to_the_bound_is_read() -> None:
    value = parsed("[" * nodes.MAX_DEPTH + "]" * nodes.MAX_DEPTH)

    assert str(value) == "[" * nodes.MAX_DEPTH + "]" * nodes.MAX_DEPTH


def test_too_many_parts_are_refused() -> None:
    assert refused("[" + "a," * nodes.MAX_NODES + "]").problems[0].code == "yaml-too-many"


def test_a_huge_scalar_is_read_as_the_text_it_is() -> None:
    digits = "9" * 1_000_000

    assert parsed(f"a: {digits}") == {"a": digits}


def test_a_file_that_is_too_large_is_not_read_to_its_end(tmp_path: Path) -> None:
    file = written(tmp_path, b"a" * (nodes.MAX_BYTES + 1))

    with pytest.raises(lw.DossierError) as caught:
        read_yaml(file, "dossier.yaml")

    assert problems(caught.value) == [("file-too-large", 0, 0)]


@pytest.mark.parametrize(
    ("text", "line"), [("a: 1\n---\nb: 2\n", 3), ("a: 1\n...\n---\nb\n", 4), ("a: 1\n---\n", 3)]
)
def test_a_second_document_is_refused(text: str, line: int) -> None:
    assert refused(text).problems[0].code == "yaml-documents"
    assert refused(text).problems[0].mark.line >= line


def test_one_document_may_have_its_marks() -> None:
    assert parsed("---\na: 1\n...\n") == {"a": 1}


@pytest.mark.parametrize("text", ["", "   \n\n", "# only a comment\n", "---\n"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    node = parse_yaml(text, "dossier.yaml")

    assert node.is_nothing


@pytest.mark.parametrize("bad", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_characters_are_refused(bad: str) -> None:
    (problem,) = refused(f"a: x{bad}y").problems

    assert problem.code == "yaml-syntax"
    assert "characters are not allowed" in str(problem)


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U00110000", r"\xZZ", r"\q"])
@pytest.mark.parametrize("loader", [nodes._LOADER, yaml.SafeLoader])
def test_an_escape_for_no_character_is_refused(
    escape: str, loader: type, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nodes, "_LOADER", loader)

    assert [one.code for one in refused(f'a: "{escape}"').problems] == ["yaml-syntax"]


@pytest.mark.parametrize("data", [b"a: 1\nb: \xff\n", "a: 1\nb: \u00e9\n".encode("cp1252")])
def test_what_is_not_utf_8_is_refused_on_its_line(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(lw.DossierError) as caught:
        read_yaml(written(tmp_path, data), "dossier.yaml")

    assert problems(caught.value) == [("not-utf8", 2, 1)]


@pytest.mark.parametrize("text", ["a: [", "a: ]", "a: 'x", "\ta: 1", "- a\nb: 1", "a: b: c", "@x"])
def test_broken_syntax_is_refused_with_its_place_and_reason(text: str) -> None:
    (problem,) = refused(text).problems

    assert problem.code == "yaml-syntax"
    assert problem.mark.line >= 1
    assert "()" not in str(problem)


@pytest.mark.parametrize("key", ["[a]", "{a: 1}", "[]"])
def test_a_key_that_is_no_text_is_refused(key: str) -> None:
    assert problems(refused(f"x: 1\n? {key}\n: 1\n")) == [("yaml-key", 2, 3)]


@given(st.text() | YAML_LIKE)
@example("a: \ud800")
def test_any_text_is_read_or_refused_and_nothing_else(text: str) -> None:
    with suppress(lw.DossierError):
        parse_yaml(text, "dossier.yaml")


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_and_nothing_else(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = written(tmp_path_factory.getbasetemp(), data)

    with suppress(lw.DossierError):
        read_yaml(file, "dossier.yaml")
