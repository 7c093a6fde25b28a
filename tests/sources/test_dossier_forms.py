"""The variations that format 1 has: languages, lists of one, ways to write the same thing."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import problems

import lerendwerk_core as lw
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Decentralisation,
    Pillar,
    Purpose,
    Stance,
    Word,
)
from make import SMALL, read


@pytest.mark.parametrize(
    ("kind", "written", "meant"),
    [
        (AgreementKind, "rol", AgreementKind.ROLE),
        (AgreementKind, "role", AgreementKind.ROLE),
        (AgreementKind, "Gedrag", AgreementKind.BEHAVIOUR),
        (AgreementKind, "TASK", AgreementKind.TASK),
    ],
)
def test_a_word_is_read_in_dutch_and_in_english(
    bench: lw.Workbench, tmp_path: Path, kind: type[Word], written: str, meant: Word
) -> None:
    dossier = read(bench, tmp_path, f"agreements: [{{id: a, kind: {written}}}]\n")

    assert dossier.agreements[0].kind is meant


@pytest.mark.parametrize(
    "written", ["organisatieleren", "organisation-learning", "Organisational learning"]
)
def test_a_purpose_is_read_however_it_is_spelled(
    bench: lw.Workbench, tmp_path: Path, written: str
) -> None:
    dossier = read(bench, tmp_path, f"groups: [{{id: g, purpose: {written}, members: []}}]\n")

    assert dossier.groups[0].purpose is Purpose.ORGANISATION


@pytest.mark.parametrize(
    "written", ["individueel_leren", "individueel leren", "individual-learning"]
)
def test_underscores_spaces_and_hyphens_are_the_same(
    bench: lw.Workbench, tmp_path: Path, written: str
) -> None:
    dossier = read(bench, tmp_path, f"groups: [{{id: g, purpose: {written}, members: []}}]\n")

    assert dossier.groups[0].purpose is Purpose.INDIVIDUAL


@pytest.mark.parametrize("written", ["zorgen voor", "zorgen_voor", "voor", "caring for"])
def test_a_stance_is_read_in_every_spelling(
    bench: lw.Workbench, tmp_path: Path, written: str
) -> None:
    dossier = read(bench, tmp_path, base=SMALL.replace("stance: voor", f"stance: {written}"))

    assert dossier.process is not None
    assert dossier.process.step("s3").stance is Stance.VOOR


@pytest.mark.parametrize("written", ["wmo", "[wmo]", "Wmo 2015", "Social Support Act"])
def test_one_act_needs_no_list(bench: lw.Workbench, tmp_path: Path, written: str) -> None:
    text = SMALL.replace("decentralisation: wmo", f"decentralisation: {written}")

    assert read(bench, tmp_path, base=text).acts == (Decentralisation.WMO,)


def test_several_acts_stand_in_a_list(bench: lw.Workbench, tmp_path: Path) -> None:
    text = SMALL.replace("decentralisation: wmo", "decentralisation: [jeugd, pwet]")

    acts = read(bench, tmp_path, base=text).acts

    assert acts == (Decentralisation.JEUGDWET, Decentralisation.PARTICIPATIEWET)


def test_one_pillar_or_organisation_needs_no_list(bench: lw.Workbench, tmp_path: Path) -> None:
    (goal,) = read(
        bench, tmp_path, "goals: [{id: g, pillars: prevention, endorsed_by: gem}]\n"
    ).goals

    assert goal.pillars == (Pillar.PREVENTION,)
    assert goal.endorsed_by == ("gem",)


@pytest.mark.parametrize(
    ("written", "partners"),
    [
        ("partner: zorg", ("zorg",)),
        ("partner: [zorg, gem]", ("zorg", "gem")),
        ("partners: [zorg, gem]", ("zorg", "gem")),
        ("partners: zorg", ("zorg",)),
        ("partner: zorg, partners: [gem, zorg]", ("zorg", "gem")),
        ("partners: ", ()),
    ],
)
def test_partners_may_be_one_or_several(
    bench: lw.Workbench, tmp_path: Path, written: str, partners: tuple[str, ...]
) -> None:
    more = f"regie: {{arrangements: [{{model: arrangeur, {written}}}]}}\n"

    assert read(bench, tmp_path, more).arrangements[0].partners == partners


def test_services_left_out_differ_from_no_services(bench: lw.Workbench, tmp_path: Path) -> None:
    more = """
        regie:
          arrangements:
            - {model: arrangeur}
            - {model: arrangeur, services: []}
            - {model: arrangeur, services: [s1, s3]}
            - {model: arrangeur, services: s2}
        """

    arrangements = read(bench, tmp_path, more).arrangements

    assert [one.services for one in arrangements] == [None, (), ("s1", "s3"), ("s2",)]


@pytest.mark.parametrize("written", ["GM0363", "gm0363", "gm363", "GM363", "'0363'", "0363", "363"])
def test_a_municipality_code_is_read_however_it_is_written(
    bench: lw.Workbench, tmp_path: Path, written: str
) -> None:
    dossier = read(bench, tmp_path, base=SMALL.replace("GM0363", written))

    assert dossier.municipality is not None
    assert dossier.municipality.code == "GM0363"


def test_codes_of_predecessors_are_read_alike(bench: lw.Workbench, tmp_path: Path) -> None:
    text = SMALL.replace("name: Amsterdam", "predecessors: [398, '0416', gm457]")

    dossier = read(bench, tmp_path, base=text)

    assert dossier.municipality is not None
    assert dossier.municipality.predecessors == ("GM0398", "GM0416", "GM0457")


@pytest.mark.parametrize("written", ["GM12345", "0", "Amsterdam"])
def test_what_is_no_code_stays_as_it_is_for_the_register_to_judge(
    bench: lw.Workbench, tmp_path: Path, written: str
) -> None:
    dossier = read(bench, tmp_path, base=SMALL.replace("GM0363", written))

    assert dossier.municipality is not None
    assert dossier.municipality.code == {"0": "GM0000"}.get(written, written)


def test_an_id_may_look_like_a_number_or_a_flag(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = read(
        bench,
        tmp_path,
        "areas: [{id: 010}, {id: no}, {id: 1e3}]\ngroups: [{id: 1, area: 010, members: []}]\n",
    )

    assert [area.id for area in dossier.areas] == ["010", "no", "1e3"]
    assert dossier.groups[0].area == "010"


def test_a_label_in_one_language_serves_for_both(bench: lw.Workbench, tmp_path: Path) -> None:
    goals = read(bench, tmp_path, "goals: [{id: a, nl: doel}, {id: b, en: goal}, {id: c}]\n").goals

    assert [(goal.label.nl, goal.label.en) for goal in goals] == [
        ("doel", "doel"),
        ("goal", "goal"),
        ("c", "c"),
    ]


def test_a_text_may_be_in_two_languages_where_one_is_enough(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = """
        unlearning:
          - {id: a, kind: patroon, replaced_by: samen}
          - {id: b, kind: patroon, replaced_by: {nl: samen, en: together}}
        """

    one, both = read(bench, tmp_path, more).unlearning

    assert one.replaced_by == Text("samen", "samen")
    assert both.replaced_by == Text("samen", "together")


def test_staffing_becomes_role_codes(bench: lw.Workbench, tmp_path: Path) -> None:
    text = SMALL.replace(
        "prefix: WC, count: 8", "prefix: WC, count: 2, registered: SKJ, department: A"
    )
    text = text.replace("prefix: OS, count: 9", "prefix: OS, count: 101, registered: true")

    people = read(bench, tmp_path, base=text).people

    assert len(people) == 103
    assert [person.code for person in people[:3]] == ["WC-01", "WC-02", "OS-01"]
    assert people[-1].code == "OS-101"
    assert (people[0].registered, people[0].department) == ("SKJ", "A")
    assert people[-1].registered


def test_a_key_without_a_value_is_as_if_left_out(bench: lw.Workbench, tmp_path: Path) -> None:
    empty = read(bench, tmp_path, "goals:\nminimum_cell: ~\nplan: null\ncompose:\n")

    assert empty == read(bench, tmp_path)


def test_the_minimum_cell_may_go_up_and_never_below_five(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    assert read(bench, tmp_path).minimum_cell == 5
    assert read(bench, tmp_path, "minimum_cell: 10\n").minimum_cell == 10
    for cell in (4, 1, 0, -5):
        with pytest.raises(lw.DossierError) as caught:
            read(bench, tmp_path, f"minimum_cell: {cell}\n")
        assert [code for code, *_ in problems(caught.value)] == ["number-out-of-range"]


@pytest.mark.parametrize("form", ["format: 1\n", ""])
def test_format_1_is_read_and_understood_without_saying_so(
    bench: lw.Workbench, tmp_path: Path, form: str
) -> None:
    assert read(bench, tmp_path, form).id == "klein"
