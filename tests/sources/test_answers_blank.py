"""A questionnaire that is filled in comes back as what was filled in, and no cell of it is a formula."""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import attrs
import pytest
from answer_files import read_rounds, seen
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.errors import PluginError, UnknownKeyError
from lerendwerk_core.model.questionnaire import Questionnaire, column_name
from lerendwerk_core.sources import CsvQuestionnaire
from lerendwerk_core.sources.answers.headings import Items
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.vocabulary import Answer

CODES = ("R-01", "R-02", "R-03")


def filled(data: bytes, lang: Lang, answers: list[str], moment: str) -> bytes:
    """Return the questionnaire with *answers* in its first row, as a spreadsheet saves it."""
    lines = data.decode("utf-8-sig").splitlines()
    between = ";" if lang == "nl" else ","
    row = ["R-01", "gem", *([moment] if moment else []), *answers]
    return "\r\n".join([lines[0], between.join(row), *lines[2:]]).encode("cp1252", "replace")


@given(
    answers=st.lists(st.sampled_from(list(Answer)), min_size=17, max_size=17).filter(
        lambda given: set(given) != {Answer.UNANSWERED}
    ),
    lang=st.sampled_from(["nl", "en"]),
    moment=st.sampled_from(["", "T0"]),
)
def test_what_is_filled_in_comes_back(
    bench: lw.Workbench, answers: list[Answer], lang: Lang, moment: str
) -> None:
    blank = bench.questionnaire(lang=lang, moment=moment, respondents=CODES)
    cells = ["" if one is Answer.UNANSWERED else one.label.in_(lang) for one in answers]
    with tempfile.TemporaryDirectory() as folder:
        (found,) = read_rounds(bench, Path(folder), filled(blank, lang, cells, moment))

    items = bench.catalogue.checklists["default"].item_ids
    given = {
        item: one for item, one in zip(items, answers, strict=True) if one is not Answer.UNANSWERED
    }
    assert seen(found) == {"R-01": ("gem", given)}
    assert found.moment == moment


@pytest.mark.parametrize("key", ["default", "jeugd", "wmo", "participatiewet"])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_heading_is_that_of_its_item(bench: lw.Workbench, key: str, lang: Lang) -> None:
    checklist = bench.catalogue.checklists[key]
    (head,) = csv.reader(
        bench.questionnaire(key, lang=lang).decode("utf-8-sig").splitlines(),
        delimiter=";" if lang == "nl" else ",",
    )

    items = Items.of_checklist(checklist)
    assert tuple(items.find(one) for one in head[2:]) == checklist.item_ids


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(bench: lw.Workbench, start: str) -> None:
    checklist = bench.catalogue.checklists["default"]
    first = attrs.evolve(checklist.items[0], id=f"{start}cmd|x", label=Text.of("y"))
    asked = Questionnaire(
        checklist=attrs.evolve(checklist, items=(first,)),
        moment=f"{start}1+1",
        respondents=(f"{start}1+1",),
    )

    cells = [
        cell
        for row in csv.reader(
            CsvQuestionnaire()(asked).decode("utf-8-sig").split("\r\n"), delimiter=";"
        )
        for cell in row
    ]

    assert cells[3].startswith(("'", "cmd"))
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(name=st.text(min_size=1, max_size=30))
def test_a_column_name_is_one_that_xml_takes_and_that_is_read_back(name: str) -> None:
    column = column_name(name)

    assert column.isascii()
    assert column[0].isalpha() or column[0] == "_"
    assert Items.of([name]).find(column) == name


def test_what_is_not_there_is_an_error_that_lists_what_is(bench: lw.Workbench) -> None:
    with pytest.raises(UnknownKeyError, match="default, jeugd"):
        bench.questionnaire("defalt")
    with pytest.raises(UnknownKeyError, match="csv"):
        bench.questionnaire(form="word")


class Broken:
    """A reader that fails halfway, and a writer that fails."""

    key = "broken"
    endings = (".broken",)
    ending = ".broken"

    def __call__(self, one: object) -> object:
        if isinstance(one, Questionnaire):
            message = "no paper"
            raise TypeError(message)
        return self.rows()

    def rows(self) -> object:
        yield ["respondent", "A1"]
        message = "no more"
        raise ValueError(message)

    @lw.hookimpl
    def lerendwerk_provide_answer_readers(self) -> object:
        return [self]

    @lw.hookimpl
    def lerendwerk_provide_questionnaire_writers(self) -> object:
        return [self]


def test_a_plugin_that_fails_is_named(tmp_path: Path) -> None:
    bench = lw.Workbench(discover=False)
    bench.add_plugin(Broken(), "stuk")
    (tmp_path / "a.broken").touch()
    (tmp_path / "dossier.yaml").write_text("id: x\nchecklist: {answers: a.broken}\n")

    with pytest.raises(PluginError, match="no more") as reading:
        bench.read(tmp_path)
    with pytest.raises(PluginError, match="no paper") as writing:
        bench.questionnaire(form="broken")

    assert (reading.value.plugin, writing.value.plugin) == ("stuk", "stuk")
