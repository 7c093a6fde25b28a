"""What plain YAML means: the core schema of YAML 1.2, with the place of every key and value."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from plain_values import parsed

from lerendwerk_core.errors import Mark
from lerendwerk_core.sources import nodes
from lerendwerk_core.sources.nodes import parse_yaml

# What JSON may hold raw in a quoted text but YAML may not: controls, line separators, byte order marks.
LETTERS = st.characters(
    exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff"
)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**18), 10**18)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(LETTERS, max_size=30)
)
JSON = st.recursive(
    SCALARS,
    lambda part: (
        st.lists(part, max_size=4)
        | st.dictionaries(st.text(LETTERS, max_size=10), part, max_size=4)
    ),
    max_leaves=25,
)
NOT_DEEPER_THAN_A_READER_GOES = 40


def depth(data: Any) -> int:
    """Return how many collections lie in each other."""
    parts = data.values() if isinstance(data, dict) else data if isinstance(data, list) else None
    return 0 if parts is None else 1 + max(map(depth, parts), default=0)


@pytest.fixture(params=["libyaml", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both scanners of PyYAML: the one in C is not there on every machine."""
    if request.param == "pure":
        monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    return str(request.param)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("no", "no"),
        ("yes", "yes"),
        ("on", "on"),
        ("NO", "NO"),
        ("12:30", "12:30"),
        ("010", 10),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1e3", 1000.0),
        ("-1.5E-2", -0.015),
        (".5", 0.5),
        ("+7", 7),
        ("-0", 0),
        ("~", None),
        ("null", None),
        ("", None),
        ("nil", "nil"),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("2025-07-01", "2025-07-01"),
        ("=", "="),
        ("٣", "٣"),  # a digit, but not of YAML
    ],
)
@pytest.mark.usefixtures("loader")
def test_a_plain_scalar_means_what_it_means_in_yaml_1_2(written: str, meant: object) -> None:
    value = parsed(f"key: {written}")["key"]

    assert value == meant
    assert type(value) is type(meant)


@pytest.mark.parametrize("written", ["'12'", '"12"', "'true'", '"null"', "'~'", "''", "|-\n  12"])
@pytest.mark.usefixtures("loader")
def test_a_quoted_scalar_stays_a_text(written: str) -> None:
    value = parsed(f"key: {written}")["key"]

    assert isinstance(value, str)
    assert value == written.strip("'\"|-\n ")


def test_a_directive_for_yaml_1_1_does_not_bring_its_values_back() -> None:
    assert parsed("%YAML 1.1\n---\nkey: no\n") == {"key": "no"}


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert parsed("<<: {a: 1}\nb: 2\n") == {"<<": {"a": 1}, "b": 2}


def test_keys_are_the_text_that_was_written() -> None:
    assert parsed("{010: a, no: b, ~: c, 1e3: d}") == {"010": "a", "no": "b", "~": "c", "1e3": "d"}


def test_an_alias_stands_for_what_its_anchor_named_last() -> None:
    assert parsed("[&a 1, *a, &a 2, *a]") == [1, 1, 2, 2]


@pytest.mark.parametrize("written", ["1e400", "-1e400", ".inf", ".nan", "9" * 100, "1" * 5000])
def test_a_number_that_no_machine_holds_stays_a_text(written: str) -> None:
    assert parsed(f"key: {written}") == {"key": written}


@pytest.mark.usefixtures("loader")
def test_keys_and_values_know_their_line_and_column() -> None:
    text = "# comment\ngoals:\n  - {id: g1, nl: 'één doel'}\n  -   id: g2\n"

    root = parse_yaml(text, "map/dossier.yaml")

    assert isinstance(root.value, dict)
    goals = root.value["goals"]
    first, second = goals.node.value
    assert goals.mark == Mark("map/dossier.yaml", 2, 1)
    assert goals.node.mark == Mark("map/dossier.yaml", 3, 3)
    assert first.mark == Mark("map/dossier.yaml", 3, 5)
    assert first.value["nl"].mark == Mark("map/dossier.yaml", 3, 14)
    assert first.value["nl"].node.mark == Mark("map/dossier.yaml", 3, 18)
    assert second.value["id"].mark == Mark("map/dossier.yaml", 4, 7)
    assert second.value["id"].node.mark == Mark("map/dossier.yaml", 4, 11)


def test_columns_count_characters_and_not_bytes() -> None:
    (entry,) = parse_yaml("{'éé😀': x}", "dossier.yaml").value.values()

    assert entry.node.mark == Mark("dossier.yaml", 1, 9)


def test_a_byte_order_mark_does_not_shift_the_first_key(tmp_path: Path) -> None:
    file = tmp_path / "dossier.yaml"
    file.write_bytes(b"\xef\xbb\xbfid: x\n")

    root = nodes.read_yaml(file, "dossier.yaml")

    assert root.value["id"].mark == Mark("dossier.yaml", 1, 1)


@given(JSON)
def test_json_data_reads_back_as_it_was_written(data: Any) -> None:
    assert depth(data) <= NOT_DEEPER_THAN_A_READER_GOES

    assert parsed(json.dumps(data, ensure_ascii=False)) == data


@given(st.dictionaries(st.text("abcxyz", min_size=1, max_size=5), st.text(LETTERS), max_size=5))
def test_texts_read_back_from_quoted_block_yaml(data: dict[str, str]) -> None:
    text = yaml.safe_dump(data, default_style='"', allow_unicode=True, width=10**6)

    assert parsed(text) == data
