"""The questionnaire as XLSForm: form tools take it, and what they export comes back."""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import attrs
import openpyxl
import pytest
from pyxform.xls2xform import convert

import lerendwerk_core as lw
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.questionnaire import Questionnaire
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer
from lerendwerk_xlsx import XlsForm

XF = "{http://www.w3.org/2002/xforms}"
H = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def bench() -> lw.Workbench:
    return lw.Workbench(on_error="raise")


def made(asked: Questionnaire) -> ET.Element:
    """Return the XForm that pyxform makes of the workbook; it refuses what is no XLSForm."""
    done = convert(io.BytesIO(XlsForm()(asked)), file_type=".xlsx", validate=False)
    return ET.fromstring(done.xform)  # noqa: S314 - made by pyxform, just now


def fields(form: ET.Element) -> list[list[str]]:
    """Return the path of every field of the form, as its exports name them."""
    (data,) = [one for one in form.iter(f"{XF}instance") if not one.get("id")]

    def walk(node: ET.Element, path: list[str]) -> Any:
        name = [*path, node.tag.rpartition("}")[2]]
        children = list(node)
        return [name] if not children else [one for child in children for one in walk(child, name)]

    return [path[1:] for path in walk(data[0], []) if "instanceID" not in path]


@pytest.mark.parametrize("key", ["default", "jeugd", "wmo", "participatiewet"])
@pytest.mark.parametrize("organisations", [(), ("gem", "zorg")])
def test_pyxform_takes_it(bench: lw.Workbench, key: str, organisations: tuple[str, ...]) -> None:
    checklist = bench.catalogue.checklists[key]

    form = made(Questionnaire(checklist=checklist, organisations=organisations))

    names = [path[-1] for path in fields(form)]
    assert names[:2] == ["respondent", "organisatie"]
    assert sorted(names[2:]) == sorted(checklist.item_ids)
    assert names[-1] == checklist.last_item
    labels = "".join(form.itertext())
    for item in checklist.items:
        assert item.label.nl in labels
        assert item.label.en in labels


def test_the_scale_is_offered_with_not_applicable_and_no_more(bench: lw.Workbench) -> None:
    checklist = bench.catalogue.checklists["default"]

    form = made(Questionnaire(checklist=checklist, organisations=("gem",)))

    lists = {
        one.get("id"): [name.text for name in one.iter(f"{XF}name")]
        for one in form.iter(f"{XF}instance")
        if one.get("id")
    }
    assert lists == {
        "antwoord": [one.value for one in Answer if one is not Answer.UNANSWERED],
        "organisatie": ["gem"],
    }


def test_a_name_is_refused_and_the_moment_is_filled_in(bench: lw.Workbench) -> None:
    form = made(Questionnaire(checklist=bench.catalogue.checklists["default"], moment="T0"))

    binds = {one.get("nodeset", "").rpartition("/")[2]: one for one in form.iter(f"{XF}bind")}
    constraint = binds["respondent"].get("constraint", "")
    (pattern,) = re.findall(r"regex\(\., '(.*)'\)", constraint)
    assert binds["respondent"].get("required") == "true()"
    assert [bool(re.search(pattern, one)) for one in ("R-01", "Jan", "Jan 1 Jansen", "")] == [
        True,
        False,
        False,
        False,
    ]
    assert binds["moment"].get("calculate") == '"T0"'


@pytest.mark.parametrize("between", ["/", "-"])
@pytest.mark.parametrize("delimiter", [",", ";"])
def test_what_form_tools_export_comes_back(
    bench: lw.Workbench, tmp_path: Path, between: str, delimiter: str
) -> None:
    checklist = bench.catalogue.checklists["default"]
    asked = Questionnaire(checklist=checklist, moment="T0", organisations=("gem", "zorg"))
    columns = fields(made(asked))
    given = [one.value for one in Answer if one is not Answer.UNANSWERED] * 5
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(
        ["start", *map(between.join, columns), "meta/instanceID", "_uuid", "__version__"]
    )
    for code, place in (("R-01", "zorg"), ("R-02", "gem")):
        voice = {"respondent": code, "organisatie": place, "moment": "T0"}
        answers = iter(given)
        cells = [voice.get(path[-1]) or next(answers) for path in columns]
        writer.writerow(["2025-01-01", *cells, "uuid:1", "2", "vX"])
    (tmp_path / "kobo.csv").write_text(text.getvalue(), encoding="utf-8")
    (tmp_path / "dossier.yaml").write_text("id: x\nchecklist: {answers: kobo.csv}\n", "utf-8")

    checklist_use = bench.read(tmp_path).checklist
    assert checklist_use is not None
    (found,) = checklist_use.rounds

    assert (found.moment, found.respondents) == ("T0", ("R-01", "R-02"))
    for item, word in zip(checklist.item_ids, given, strict=False):
        assert [sheet[item].value for _, sheet in found.sheets()] == [word, word]


def strange(checklist: Checklist) -> Checklist:
    """Return *checklist* with ids and words that no form takes as they are."""
    words = ["=1+1", "${x}", "<b>&amp;", "\x07 bel", "@x", ""]
    items = tuple(
        attrs.evolve(item, id=name, label=Text(label, label))
        for item, name, label in zip(
            checklist.items, ["1", "a b", "é.f", "x/y", "=z", "-q"], words, strict=False
        )
    )
    return attrs.evolve(checklist, items=items)


def test_strange_ids_and_words_do_no_harm(bench: lw.Workbench) -> None:
    checklist = strange(bench.catalogue.checklists["default"])
    asked = Questionnaire(checklist=checklist, moment="T\"0'", organisations=("gem",))

    data = XlsForm()(asked)

    assert len(fields(made(asked))) == len(checklist.items) + 3
    for sheet in openpyxl.load_workbook(io.BytesIO(data)).worksheets:
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_the_same_checklist_gives_the_same_bytes(bench: lw.Workbench) -> None:
    one, other = (
        bench.questionnaire("jeugd", form="xlsx", moment=moment) for moment in ("T0", "T0")
    )

    assert one == other
    assert one != bench.questionnaire("jeugd", form="xlsx", moment="T1")


def test_it_is_found_and_loaded(bench: lw.Workbench) -> None:
    record = next(one for one in bench.plugins if one.name == "xlsx")

    assert (record.state.value, record.distribution) == ("loaded", "lerendwerk-xlsx")
