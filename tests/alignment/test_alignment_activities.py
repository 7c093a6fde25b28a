"""Who does what per activity of regie, as the dossier writes it, against the model."""

from __future__ import annotations

from pathlib import Path

import pytest

import lerendwerk_core as lw
from lerendwerk_core.errors import DossierError
from make import read

REGIE = """
regie:
  arrangements: [{{model: {model}, partner: zorg}}]
  raci:
    contracteren: {{A: [gem, zorg], R: [zorg]}}
    proces_vernieuwen: {{A: gem, R: [leergroep]}}
    rollen_afstemmen: {{R: [leergroep]}}
    uitkomsten_volgen: {{A: gemeente.directie, R: [zorg], I: [zorg]}}
"""


def test_conflicts_repair_and_what_the_model_says(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = read(bench, tmp_path, REGIE.format(model="arrangeur"))

    found = bench.align(dossier)

    figures = found.activities
    assert [(one.row, one.code) for one in figures.conflicts] == [
        ("contracteren", "row-several-accountable"),
        ("rollen_afstemmen", "row-no-accountable"),
        ("uitkomsten_volgen", "row-told-twice"),
    ]
    changes = [(one.row, one.cell, one.party, one.put) for one in figures.repair.changes]
    assert changes[1:] == [
        ("rollen_afstemmen", "accountable", "zorg", True),  # the contract partner, by the model
        ("uitkomsten_volgen", "informed", "zorg", False),
    ]
    assert changes[0][:2] == ("contracteren", "accountable")
    # the arranger makes the contract partner accountable for the process
    assert dict(figures.elsewhere) == {"proces_vernieuwen": "zorg"}
    findings = list(lw.alignment.findings(dossier, found))
    told = {(one.code, one.where) for one in findings}
    assert ("row-several-accountable", "regie.raci.contracteren") in told
    assert ("accountable-elsewhere", "regie.raci.proces_vernieuwen") in told
    assert lw.alignment.Alignment.from_dict(found.to_dict()) == found


def test_an_actor_and_the_organisation_that_it_is_are_the_same(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = read(bench, tmp_path, REGIE.format(model="volledige_regie"))

    assert "proces_vernieuwen" not in bench.align(dossier).activities.elsewhere
    assert "uitkomsten_volgen" not in bench.align(dossier).activities.elsewhere


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("besluit_nemen: {A: zorg, R: [zorg]}", "decision-given-away"),
        ("besluit_nemen: {A: [college, contractpartner], R: [zorg]}", "decision-given-away"),
        ("persoonlijke_route: {A: gem, R: [medewerker]}", "route-given-away"),
        ("persoonlijke_route: {A: medewerker, R: [medewerker], I: [gem]}", "route-given-away"),
        ("contracteeren: {A: gem, R: [gem]}", "unknown-reference"),
    ],
)
def test_what_no_document_can_write(
    bench: lw.Workbench, tmp_path: Path, row: str, code: str
) -> None:
    more = f"regie:\n  arrangements: [{{model: arrangeur, partner: zorg}}]\n  raci:\n    {row}\n"

    with pytest.raises(DossierError) as raised:
        read(bench, tmp_path, more)

    assert [one.code for one in raised.value.problems] == [code]
    assert raised.value.problems[0].mark.line > 0


@pytest.mark.parametrize("party", ["gem", "college", "gemeente.directie", "gemeenteraad"])
def test_the_municipality_can_be_accountable_for_the_decision(
    bench: lw.Workbench, tmp_path: Path, party: str
) -> None:
    more = (
        "regie:\n  arrangements: [{model: arrangeur, partner: zorg}]\n"
        f"  raci:\n    besluit_nemen: {{A: {party}, R: [zorg]}}\n"
        "    persoonlijke_route: {A: medewerker, R: [medewerker], C: [gem]}\n"
    )

    assert read(bench, tmp_path, more).activity_raci["besluit_nemen"].accountable == (party,)


def test_the_matrix_is_shown(bench: lw.Workbench, tmp_path: Path) -> None:
    result = bench.run(read(bench, tmp_path, REGIE.format(model="arrangeur")))

    assert "as the municipality wrote it" in result.to_html(lang="en")
