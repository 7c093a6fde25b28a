"""New positions as people write them: states, defaults, directed expectations, added types."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.errors import DossierError, PluginError
from lerendwerk_core.model.goals import PARTS, Expectation, Placed, Repositioning, Stakeholder
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import RepositioningState, StakeholderType
from make import read

UNKNOWN, NAMED, DISCUSSED, ACCEPTED = RepositioningState

ROWS = """
repositioning:
  - stakeholder: eerste_lijn
    state: besproken
    position: {nl: "Vast gezicht", en: "Constant face", state: aanvaard}
    roles: "Meedenken"
    expectations:
      - {of: directies, nl: "Tijd", en: "Time", answer: "Een dagdeel"}
      - {of: raadsleden, nl: "Rust", en: "Calm", state: benoemd}
      - {of: clienten, nl: "Meedoen", en: "Take part", state: aanvaard}
  - stakeholder: second-line
    tasks: {nl: "Consult", en: "Advice"}
    expectations: "Op tijd gebeld worden"
"""


def test_every_part_has_its_own_state(bench: lw.Workbench, tmp_path: Path) -> None:
    first, second = read(bench, tmp_path, ROWS).repositioning

    assert first.stakeholder == "first-line"
    assert first.position == Placed(text=Text("Vast gezicht", "Constant face"), state=ACCEPTED)
    assert first.roles.state is DISCUSSED
    assert first.tasks == Placed()
    assert first.state_of("tasks") is UNKNOWN
    assert first.state_of("expectations") is NAMED
    assert second.tasks.state is NAMED
    assert second.open_fields == ("position", "roles", "knowledge", "behaviour")
    assert [Repositioning.from_dict(one.to_dict()) for one in (first, second)] == [first, second]


def test_the_matrix_and_the_expectations_without_answer(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = read(bench, tmp_path, ROWS)

    found = bench.align(dossier)

    assert list(found.positions) == [one.value for one in StakeholderType]
    assert all(tuple(row) == PARTS for row in found.positions.values())
    assert found.positions["first-line"]["position"] is ACCEPTED
    assert [(one.by, one.of) for one in found.unanswered] == [("first-line", "councillors")]
    findings = list(lw.alignment.findings(dossier, found))
    unanswered = [one for one in findings if one.code == "expectation-unanswered"]
    assert [one.where for one in unanswered] == ["repositioning.first-line"]
    assert "raadsleden" in unanswered[0].message.nl
    assert "councillors" in unanswered[0].message.en
    (missing,) = [one for one in findings if one.code == "repositioning-missing"]
    assert "bestuurders" in missing.message.nl
    assert "eerste lijn" not in missing.message.nl
    assert len(found.to_frame()) == 36
    assert lw.alignment.Alignment.from_dict(found.to_dict()) == found


texts = st.none() | st.just("tekst")
states = st.none() | st.sampled_from(list(RepositioningState))


@given(texts, states, states)
def test_the_state_of_a_part(
    bench: lw.Workbench,
    tmp_path_factory: pytest.TempPathFactory,
    text: str | None,
    own: RepositioningState | None,
    row: RepositioningState | None,
) -> None:
    part = ", ".join(
        [*([f"nl: {text}"] if text else []), *([f"state: {own.value}"] if own else [])]
    )
    state = f"    state: {row.value}\n" if row else ""
    more = f"repositioning:\n  - stakeholder: clienten\n{state}    knowledge: {{{part}}}\n"

    (found,) = read(bench, tmp_path_factory.mktemp("x"), more).repositioning

    assert found.knowledge.state is ((own or row or NAMED) if text else UNKNOWN)
    assert ("knowledge" in found.open_fields) == (text is None)


def codes(bench: lw.Workbench, folder: Path, more: str) -> list[str]:
    with pytest.raises(DossierError) as raised:
        read(bench, folder, more)
    return [one.code for one in raised.value.problems]


def test_an_expectation_is_of_another(bench: lw.Workbench, tmp_path: Path) -> None:
    more = ROWS.replace("of: directies", "of: first-line")

    assert codes(bench, tmp_path, more) == ["expectation-of-self"]


def test_an_unknown_type_gets_a_near_miss(bench: lw.Workbench, tmp_path: Path) -> None:
    bench = with_carers()
    more = ROWS.replace("of: raadsleden", "of: mantelzorger")

    with pytest.raises(DossierError) as raised:
        read(bench, tmp_path, more)

    (problem,) = raised.value.problems
    assert problem.code == "unknown-reference"
    assert problem.hint is not None
    assert "mantelzorgers" in problem.hint.nl
    assert problem.mark.line > 0


class Carers:
    """A plugin that adds types of stakeholder."""

    def __init__(self, *ids: str) -> None:
        self.ids = ids

    @lw.hookimpl
    def lerendwerk_provide_stakeholders(self) -> Iterable[Stakeholder]:
        return [Stakeholder(id=one, label=Text(one, f"{one} (en)")) for one in self.ids]


def with_carers(*ids: str) -> lw.Workbench:
    bench = lw.Workbench(discover=False, on_error="raise")
    bench.add_plugin(Carers(*(ids or ("mantelzorgers",))), "mantelzorg")
    return bench


def test_a_plugin_adds_a_type_to_the_matrix(tmp_path: Path) -> None:
    bench = with_carers()
    more = "repositioning: [{stakeholder: mantelzorgers, position: Meedoen}]\n"

    found = bench.align(read(bench, tmp_path, more))

    assert list(found.positions)[-1] == "mantelzorgers"
    assert len(found.positions) == 7
    assert found.positions["mantelzorgers"]["position"] is NAMED
    assert found.stakeholders["mantelzorgers"].en == "mantelzorgers (en)"


def test_a_plugin_of_data_adds_a_type(tmp_path: Path) -> None:
    (tmp_path / "lerendwerk.yaml").write_text("plugin: p\napi: 1\nfiles: [s.yaml]\n")
    (tmp_path / "s.yaml").write_text(
        'stakeholders: [{id: scholen, nl: "scholen", en: "schools"}]\n'
    )
    bench = lw.Workbench(discover=False, on_error="raise")

    bench._host.add_folder(tmp_path, "p")

    assert bench.catalogue.stakeholders["scholen"].label == Text("scholen", "schools")


@pytest.mark.parametrize("taken", ["clients", "raadsleden", "bestuurders"])
def test_the_six_of_the_source_stay_the_sources(taken: str) -> None:
    with pytest.raises(PluginError, match="basis"):
        with_carers(taken)


def test_without_any_expectation_that_is_written_none_is_unanswered(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = bench.align(read(bench, tmp_path))

    assert found.unanswered == ()
    assert {state for row in found.positions.values() for state in row.values()} == {UNKNOWN}


@given(states, texts)
def test_an_expectation_is_answered_by_words_or_by_being_accepted(
    state: RepositioningState | None, answer: str | None
) -> None:
    one = Expectation(
        by="a",
        of="b",
        label=Text.of("x"),
        state=state or NAMED,
        answer=Text.of(answer) if answer else None,
    )

    assert one.is_answered == (answer is not None or state is ACCEPTED)


def test_a_type_has_one_row(bench: lw.Workbench, tmp_path: Path) -> None:
    more = """
    repositioning:
      - {stakeholder: clienten, position: "Eigenaar"}
      - {stakeholder: clients, roles: "Meebeslissen"}
    """

    assert codes(bench, tmp_path, more) == ["duplicate-id"]


@pytest.mark.parametrize("empty", ['""', '"  "', '{nl: "", state: aanvaard}', "{state: aanvaard}"])
def test_a_part_without_words_is_a_gap(bench: lw.Workbench, tmp_path: Path, empty: str) -> None:
    more = f"repositioning: [{{stakeholder: clienten, state: besproken, position: {empty}}}]\n"

    (found,) = read(bench, tmp_path, more).repositioning

    assert found.position == Placed()
    assert len(found.open_fields) == len(PARTS)


@pytest.mark.parametrize("said", ["{of: raadsleden}", '{of: raadsleden, nl: " "}'])
def test_an_expectation_says_what(bench: lw.Workbench, tmp_path: Path, said: str) -> None:
    more = f"repositioning: [{{stakeholder: clienten, expectations: [{said}]}}]\n"

    assert codes(bench, tmp_path, more) == ["expectation-wordless"]


@pytest.mark.parametrize("nothing", ['""', '"  "', "[]"])
def test_no_words_are_no_expectation(bench: lw.Workbench, tmp_path: Path, nothing: str) -> None:
    more = f"repositioning: [{{stakeholder: clienten, expectations: {nothing}}}]\n"

    (found,) = read(bench, tmp_path, more).repositioning

    assert found.expectations == ()


@pytest.mark.parametrize("answer", ['""', '"  "', '{nl: ""}'])
def test_an_answer_without_words_is_none(bench: lw.Workbench, tmp_path: Path, answer: str) -> None:
    said = f"{{of: raadsleden, nl: x, answer: {answer}}}"
    more = f"repositioning: [{{stakeholder: clienten, expectations: [{said}]}}]\n"

    (found,) = read(bench, tmp_path, more).repositioning

    assert [one.is_answered for one in found.expectations] == [False]


def test_what_is_wrong_with_an_expectation_is_said_at_its_line(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = """
    repositioning:
      - stakeholder: clienten
        expectations:
          - {of: raadsleden, nl: "Rust"}
          - {of: clients, nl: "Rust"}
          - {of: raadsleden}
    """

    with pytest.raises(DossierError) as raised:
        read(bench, tmp_path, more)

    lines = (tmp_path / "dossier.yaml").read_text(encoding="utf-8").splitlines()
    assert [(one.code, lines[one.mark.line - 1].strip()) for one in raised.value.problems] == [
        ("expectation-of-self", '- {of: clients, nl: "Rust"}'),
        ("expectation-wordless", "- {of: raadsleden}"),
    ]


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [("raadslede", "raadsleden"), ("councilors", "councillors"), ("eerstelijn", "eerste_lijn")],
)
def test_a_misspelt_type_is_recognised_in_both_languages(
    bench: lw.Workbench, tmp_path: Path, misspelt: str, meant: str
) -> None:
    more = f"repositioning: [{{stakeholder: {misspelt}, position: x}}]\n"

    with pytest.raises(DossierError) as raised:
        read(bench, tmp_path, more)

    (problem,) = raised.value.problems
    assert problem.hint is not None
    assert meant in problem.hint.nl


def test_two_plugins_with_one_type_are_both_named(tmp_path: Path) -> None:
    bench = with_carers("mantelzorgers")

    with pytest.raises(PluginError) as raised:
        bench.add_plugin(Carers("mantelzorgers"), "tweede")

    assert "mantelzorg" in str(raised.value)
    assert "tweede" in str(raised.value)


def test_a_plugin_of_data_cannot_take_one_of_the_six(tmp_path: Path) -> None:
    (tmp_path / "lerendwerk.yaml").write_text("plugin: p\napi: 1\nfiles: [s.yaml]\n")
    (tmp_path / "s.yaml").write_text("stakeholders: [{id: raadsleden, nl: raad}]\n")

    with pytest.raises(PluginError, match="basis"):
        lw.Workbench(discover=False, on_error="raise")._host.add_folder(tmp_path, "p")
