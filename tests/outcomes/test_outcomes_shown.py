"""What is said of results: worse as plain as better, with the interval; the work process beside them."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import lerendwerk_core as lw
from lerendwerk_core.model.observed import Duration, Observed
from lerendwerk_core.model.origin import ProcessOrigin
from lerendwerk_core.outcomes.findings import findings
from lerendwerk_core.views.answers.learning import outcomes_points
from lerendwerk_core.vocabulary import OutcomePair
from make import read


def said(bench: lw.Workbench, folder: Path, more: str) -> list[str]:
    result = bench.run(read(bench, folder, more))
    return [one.nl for one in outcomes_points(result)]


def observed(bench: lw.Workbench, folder: Path, values: dict[str, list[int]]) -> list[str]:
    rows = [f"{moment};{value}" for moment, found in values.items() for value in found]
    (folder / "m.csv").write_text("\n".join(["moment;draagvlak", *rows]), encoding="utf-8")
    return said(bench, folder, "outcomes: {data: m.csv}\n")


LOW, HIGH = [1, 2, 2, 3, 3, 2], [3, 4, 4, 5, 4, 4]


def test_worse_is_said_in_the_same_words_as_better(bench: lw.Workbench, tmp_path: Path) -> None:
    better = observed(bench, tmp_path, {"T0": LOW, "T1": HIGH})
    worse = observed(bench, tmp_path, {"T0": HIGH, "T1": LOW})

    (rose,) = [one for one in better if "verbeterde" in one]
    (fell,) = [one for one in worse if "verslechterde" in one]
    assert "95 %-interval" in rose
    assert rose.partition(":")[0].replace("verbeterde", "verslechterde") == fell.partition(":")[0]
    assert [word for word in rose.split() if word.isalpha() and word != "verbeterde"] == [
        word for word in fell.split() if word.isalpha() and word != "verslechterde"
    ]


@pytest.mark.parametrize(
    ("series", "word"),
    [
        ("draagvlak: {T0: 3, T1: 3}", "bleef gelijk"),
        ("doorlooptijd: {T0: 3, T1: 4}", "verslechterde"),
        ("doorlooptijd: {T0: 3, T1: 2}", "verbeterde"),
        ("zomaar: {T0: 3, T1: 2}", "veranderde"),
    ],
)
def test_means_alone_are_said_without_an_interval(
    series: str, word: str, bench: lw.Workbench, tmp_path: Path
) -> None:
    lines = said(bench, tmp_path, f"outcomes: {{{series}}}\n")

    assert any(word in one and "zonder interval" in one for one in lines)


def test_few_observations_and_one_moment_are_findings(bench: lw.Workbench, tmp_path: Path) -> None:
    more = "outcomes: {response: {T0: 9}, draagvlak: {T0: 3}}\n"
    found = bench.measure(read(bench, tmp_path, more))

    assert found is not None
    assert [one.code for one in findings(found)] == ["outcome-few", "outcome-one-moment"]


RENEWED = """
outcomes: {draagvlak: {T0: 3, T1: 4}}
"""


def test_the_drawn_process_is_structure_and_a_log_observation(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = read(bench, tmp_path, RENEWED)
    day = 86_400.0
    took = Duration(count=40, mean=3 * day, median=2 * day, p90=9 * day, most=20 * day)
    log = Observed(cases=40, events=90, took=took)

    found = bench.measure(attrs.evolve(dossier, origin=ProcessOrigin(observed=log)))
    assert found is not None
    drawn = bench.map(dossier)
    assert drawn is not None
    handovers = found.structure["handovers"]
    assert handovers.moments[drawn.current].value == drawn.now.handovers
    assert (handovers.pair, handovers.part) == (OutcomePair.EFFICIENT_PROCESS, "structure")
    lead = found.observation["lead_time_median"].moments["log"]
    assert (lead.value, lead.n) == (2, 40)
    assert not {"structure", "observation"} & set(found.unmeasured)
    assert set(found.series) == {"draagvlak"}


def test_a_log_of_few_cases_is_hidden(bench: lw.Workbench, tmp_path: Path) -> None:
    took = Duration(count=3, mean=1.0, median=1.0, p90=1.0, most=1.0)
    origin = ProcessOrigin(observed=Observed(cases=3, events=9, took=took))

    found = bench.measure(attrs.evolve(read(bench, tmp_path, RENEWED), origin=origin))
    assert found is not None
    assert found.observation["lead_time_median"].moments["log"].suppressed


def test_for_whom_is_said_and_who_is_not_shown(bench: lw.Workbench, tmp_path: Path) -> None:
    sizes = {"gem": 6, "zorg": 8}
    rows = [f"{m};{org};{3 + m}" for m in (0, 1) for org, n in sizes.items() for _ in range(n)]
    table = "\n".join(["moment;organisatie;draagvlak", *rows])
    (tmp_path / "m.csv").write_text(table, encoding="utf-8")

    lines = said(bench, tmp_path, "outcomes: {data: m.csv}\n")
    (line,) = [one for one in lines if "per organisatie" in one]
    assert "gem 0 3" in line
    assert "zorg 0 3" in line
    assert line.endswith("Niet getoond: -.")


def test_relapses_and_the_means_stand_with_the_results(bench: lw.Workbench, tmp_path: Path) -> None:
    points = said(
        bench,
        tmp_path,
        """
        unlearning: [{id: u1, kind: patroon, nl: Alles zelf doen, stage: {T0: vervangen, T1: benoemd}}]
        activities: [{id: l1, activity: retrospective, hours: 6}]
        resources: {learning_hours: 10, work_hours: 600}
        """,
    )

    assert "Terugval: Alles zelf doen (T1)." in points
    assert "Leren: 6 uur gepland, binnen een kader van 10 uur." in points
    assert "Leren is 1 % van de uren voor werk." in points
