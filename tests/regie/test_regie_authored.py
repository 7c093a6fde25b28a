"""Regie models as people write them: every mistake at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import lerendwerk_core as lw
from lerendwerk_core.builtin import DATA
from lerendwerk_core.errors import DefinitionError, PluginError, Problem
from lerendwerk_core.model.regie import RegieModel, SeatRule, ShareRule

MODEL = """\
models:
  - id: eigen
    family: proef
    nl: "Eigen model"
    en: "Model of one's own"
    position: [gemeenteraad, college, gemeente.directie, uitvoerder, leergroep, medewerker, gemeente]
    boundary:
      learning_group:
        must:
          - {who: gemeente.procesregisseur, min: 1, max: 2, hard: true}
        chair: rotating
        max_seat_share: {any: {share: 0.5, hard: true}, gemeente: 0.6}
    choice:
      doelen: gemeente
      principes: gemeente
      budget: gemeente
      contracteren: gemeente
      procesontwerp: gemeente_met_deelnemers
      werktoedeling: gemeente
      individual_decision: gemeente
      werkgeverschap: aanbieder
      gedragsafspraken: gemeente_met_deelnemers
      toezicht: gemeente
      opschalen: gemeente
      arrangement: gemeente
    aggregation: {rule: consent, quorum: 0.75, escalation: gemeente.directie}
    information:
      chain: [uitvoerder, gemeente.directie, college, gemeenteraad]
      accountable_to: {leergroep: gemeente.directie}
      reports:
        - {nl: "de directie meldt elk kwartaal aan het college", en: "management reports every quarter"}
      raci:
        contracteren: {A: college, R: [gemeente.directie]}
        besluit_nemen: {A: college, R: [gemeente.directie]}
        persoonlijke_route: {A: medewerker, R: [medewerker]}
    payoff: {pattern: star, from: gemeente, to: each_provider, funding: task}
"""

Loaded = Callable[[str], RegieModel]


def plugin(folder: Path, models: str) -> Path:
    (folder / "lerendwerk.yaml").write_text("plugin: proef\napi: 1\nfiles: [models.yaml]\n")
    (folder / "models.yaml").write_text(models, encoding="utf-8")
    return folder


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    """Return the model of a definition file, loaded as a plugin of data."""

    def load(models: str) -> RegieModel:
        bench = lw.Workbench(discover=False, on_error="raise")
        bench._host.add_folder(plugin(tmp_path, models), "proef")
        return bench.catalogue.models["eigen"]

    return load


def refused(loaded: Loaded, models: str) -> tuple[Problem, ...]:
    with pytest.raises(PluginError) as raised:
        loaded(models)
    cause = raised.value.__cause__
    assert isinstance(cause, DefinitionError)
    return cause.problems


def line_of(models: str, words: str) -> int:
    return next(at for at, line in enumerate(models.splitlines(), 1) if words in line)


def test_all_seven_rule_types_are_kept(loaded: Loaded) -> None:
    model = loaded(MODEL)

    assert model.learning_group.must == (
        SeatRule(who="gemeente.procesregisseur", minimum=1, maximum=2, hard=True),
    )
    assert model.learning_group.max_seat_share["any"] == ShareRule(share=0.5, hard=True)
    assert model.learning_group.max_seat_share["gemeente"] == ShareRule(share=0.6)
    assert (model.aggregation, model.quorum, model.escalation) == (
        "consent",
        0.75,
        "gemeente.directie",
    )
    assert model.accountable_to["leergroep"] == "gemeente.directie"
    assert model.reports[0].en == "management reports every quarter"
    payoff = model.payoff
    assert (payoff.giver, payoff.taker, payoff.funding) == ("gemeente", "each_provider", "task")
    assert RegieModel.from_dict(model.to_dict()) == model


@pytest.mark.parametrize(
    ("before", "after", "code", "at"),
    [
        ("college, gemeenteraad]\n      acc", "college]\n      acc", "invariant-I2", "chain: ["),
        (
            "{leergroep: gemeente.directie}",
            "{medewerker: leergroep, leergroep: medewerker}",
            "invariant-I2",
            "accountable_to",
        ),
        (
            "contracteren: {A: college,",
            "contracteren: {A: [college, gemeente],",
            "invariant-I3",
            "contracteren: {A",
        ),
        (
            "individual_decision: gemeente",
            "individual_decision: aanbieder",
            "invariant-I4",
            "individual_decision",
        ),
        (
            "besluit_nemen: {A: college",
            "besluit_nemen: {A: leergroep",
            "invariant-I4",
            "besluit_nemen",
        ),
        (
            "persoonlijke_route: {A: medewerker, R: [medewerker]}",
            "persoonlijke_route: {A: medewerker, R: [medewerker], I: [college]}",
            "invariant-I6",
            "persoonlijke_route",
        ),
    ],
)
def test_a_breach_is_told_with_invariant_line_and_reason(
    loaded: Loaded, before: str, after: str, code: str, at: str
) -> None:
    assert before in MODEL
    models = MODEL.replace(before, after)

    (problem,) = refused(loaded, models)

    assert problem.code == code
    assert problem.mark.line == line_of(models, at)
    assert problem.mark.column > 0
    assert problem.message.nl.startswith(code.removeprefix("invariant-"))
    assert problem.message.nl != problem.message.en


@pytest.mark.parametrize(
    ("before", "after", "at"),
    [
        ("who: gemeente.procesregisseur", "who: gemeente.procesregiseur", "who:"),
        ("chair: rotating", "chair: rotatng", "chair"),
        ("gemeente: 0.6", "gemente: 0.6", "max_seat_share"),
        ("escalation: gemeente.directie", "escalation: gemeente.directe", "escalation"),
        ("to: each_provider", "to: each_provder", "payoff"),
        ("{leergroep: gemeente.directie}", "{leergroep: gemeente.directi}", "accountable_to"),
        ("chain: [uitvoerder", "chain: [uitvoeder", "chain: ["),
    ],
)
def test_an_actor_that_nobody_defined_is_told_at_its_place(
    loaded: Loaded, before: str, after: str, at: str
) -> None:
    assert before in MODEL
    models = MODEL.replace(before, after)

    problems = refused(loaded, models)

    told = [one for one in problems if one.code == "unknown-reference"]
    assert [one.mark.line for one in told] == [line_of(models, at)]


def test_who_has_a_part_has_a_position(loaded: Loaded) -> None:
    models = MODEL.replace("uitvoerder, leergroep, medewerker, gemeente]", "leergroep, medewerker]")

    (problem,) = refused(loaded, models)

    assert problem.code == "actor-without-position"
    assert "uitvoerder" in problem.message.nl
    assert problem.mark.line == line_of(models, "position")


def test_more_seats_at_least_than_at_most_is_wrong(loaded: Loaded) -> None:
    (problem,) = refused(loaded, MODEL.replace("min: 1, max: 2", "min: 3, max: 2"))

    assert problem.code == "size-reversed"


def test_every_mistake_is_told_at_once(loaded: Loaded) -> None:
    models = MODEL.replace("individual_decision: gemeente", "individual_decision: aanbieder")
    models = models.replace("contracteren: {A: college,", "contracteren: {A: [college, gemeente],")
    models = models.replace("chair: rotating", "chair: rotatng")

    problems = refused(loaded, models)

    assert {one.code for one in problems} == {"invariant-I3", "invariant-I4", "unknown-reference"}


def test_a_degree_cannot_be_typed_in(loaded: Loaded) -> None:
    problems = refused(
        loaded, MODEL.replace("    family: proef", "    steering_degree: 1\n    family: proef")
    )

    assert [one.code for one in problems] == ["unknown-key"]


def test_a_model_in_a_family_of_the_source_that_steers_out_of_turn_is_refused(
    loaded: Loaded,
) -> None:
    problems = refused(loaded, MODEL.replace("family: proef", "family: bron\n    rank: 4"))

    assert [one.code for one in problems] == ["invariant-I5"]
    assert "eigen" in str(problems[0].mark)


def test_what_ships_is_written_in_the_same_form() -> None:
    assert (DATA / "regie_models.yaml").is_file()


def test_the_model_of_the_guide_is_offered(tmp_path: Path) -> None:
    guide = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-regie-model.md"
    models, manifest = re.findall(
        r"```yaml\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL
    )
    (tmp_path / "lerendwerk.yaml").write_text(manifest, encoding="utf-8")
    (tmp_path / "models.yaml").write_text(models, encoding="utf-8")
    bench = lw.Workbench(discover=False, on_error="raise")

    bench._host.add_folder(tmp_path, "wijkraad")

    model = bench.catalogue.models["wijkraad"]
    assert lw.regie.steering_degree(model) == 0.666
    assert [rule.hard for rule in model.learning_group.must] == [True, False]

    broken = models.replace("besluit: gemeente\n", "besluit: aanbieder\n")
    (tmp_path / "models.yaml").write_text(broken, encoding="utf-8")
    with pytest.raises(PluginError) as raised:
        lw.Workbench(discover=False, on_error="raise")._host.add_folder(tmp_path, "wijkraad")
    shown = re.search(r"```text\n(.*?)\n```", guide.read_text(encoding="utf-8"))
    assert shown is not None
    (problem,) = raised.value.__cause__.problems  # type: ignore[union-attr]
    assert problem.in_("nl").endswith(shown[1])
