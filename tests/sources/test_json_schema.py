"""The JSON Schema of a dossier says the same as the reader."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from plain_values import parsed

import lerendwerk_core as lw
from conftest import KNOWN_ANSWERS, ROOT, known_answers
from lerendwerk_core.sources.format import dossier_shape
from make import SMALL


def scenarios() -> list[Any]:
    files = sorted((KNOWN_ANSWERS / "scenarios").glob("*.yaml"))
    return [pytest.param(file, id=file.stem) for file in files] or [pytest.param(None, id="absent")]


@pytest.fixture(scope="module")
def validator(bench: lw.Workbench) -> Draft7Validator:
    return Draft7Validator(bench.schema())


def wrong(validator: Draft7Validator, text: str) -> list[str]:
    return [error.message for error in validator.iter_errors(parsed(text))]


def test_the_schema_is_a_schema_of_draft_07(bench: lw.Workbench) -> None:
    schema = bench.schema()

    Draft7Validator.check_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("file", sorted((ROOT / "examples").glob("*/dossier.yaml")), ids=str)
def test_the_examples_validate(validator: Draft7Validator, file: Path) -> None:
    assert wrong(validator, file.read_text("utf-8")) == []


@pytest.mark.known_answers
@pytest.mark.parametrize("file", scenarios())
def test_the_scenarios_validate(validator: Draft7Validator, file: Path | None) -> None:
    known_answers("scenarios")
    assert file is not None

    assert wrong(validator, file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "more",
    [
        "",
        "decentralisation: [wmo, jeugdwet]",
        "goals:",
        "goals: [{id: 1, pillars: preventie}]",
        "regie: {arrangements: [{model: arrangeur, partner: zorg}]}",
        "regie: {arrangements: [{model: arrangeur, partners: [zorg]}]}",
        "checklist: {answers: {A1: niet, A2: }}",
        "checklist: {respondents: {x: {A1: partly}}}",
        "checklist: {rounds: {T0: {A1: niet}, T1: {x: {A1: niet}}, T2: {answers: {A1: niet}}}}",
        "compose: {groups: 2, size: [4, 8], load: [0, 1], apart: [[WC-01, WC-02]]}",
        "outcomes: {response: {T0: 41}, draagvlak: {T0: 3.1}}",
        "unlearning: [{id: u, kind: patroon, replaced_by: {nl: a, en: b}, stage: {T0: benoemd}}]",
        "minimum_cell: 10",
    ],
)
def test_what_the_reader_reads_validates(
    bench: lw.Workbench, validator: Draft7Validator, tmp_path: Path, more: str
) -> None:
    text = f"{SMALL.replace('decentralisation: wmo', '')}{more}\n"
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")

    assert bench.read(tmp_path).id == "klein"
    assert wrong(validator, text) == []


@pytest.mark.parametrize(
    "more",
    [
        "golas: []",
        "goals: [{id: g, nll: x}]",
        "goals: g",
        "goals: [{nl: zonder id}]",
        "period: {start: 1-2-2025}",
        "minimum_cell: 4",
        "minimum_cell: veel",
        "agreements: [{id: a, kind: gedrg}]",
        "checklist: {answers: {A1: misschien}}",
        "checklist: {rounds: {T0: [A1]}}",
        "compose: {groups: 2, size: [4]}",
        "compose: {groups: 2, size: [4, 8, 9]}",
        "principles: [{id: p, system: ja}]",
        "resources: {learning_hours: -1}",
        "process: {logboek: x.csv}",
    ],
)
def test_what_the_reader_refuses_does_not_validate(
    bench: lw.Workbench, validator: Draft7Validator, tmp_path: Path, more: str
) -> None:
    text = f"id: x\n{more}\n"
    (tmp_path / "dossier.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(lw.DossierError):
        bench.read(tmp_path)
    assert len(wrong(validator, text)) == 1


def test_an_id_is_all_that_is_needed(validator: Draft7Validator) -> None:
    assert wrong(validator, "id: x") == []
    assert wrong(validator, "format: 1") == ["'id' is a required property"]


def test_every_key_says_in_both_languages_what_it_is_for(bench: lw.Workbench) -> None:
    undescribed = [
        key for key, one in keys(bench.schema()) if " / " not in one.get("description", "")
    ]

    assert set(undescribed) == {"response"}


def keys(schema: Any) -> list[tuple[str, Mapping[str, Any]]]:
    """Return every property of *schema*, at any depth, with its own schema."""
    parts = (
        schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    )
    own = schema.get("properties", {}) if isinstance(schema, dict) else {}
    return [*own.items(), *(found for part in parts for found in keys(part))]


def test_every_process_reader_is_a_key_of_the_process() -> None:
    shape = dossier_shape(("bpmn", "zeepkist")).schema()

    process = shape["properties"]["process"]["anyOf"][0]["properties"]
    assert {"bpmn", "zeepkist"} <= set(process)
