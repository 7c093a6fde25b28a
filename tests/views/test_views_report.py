"""The report: one page that stands by itself, whatever stands in the dossier."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_dossiers import HOSTILE, Page, hostile, named

import lerendwerk_core as lw
from conftest import ROOT
from lerendwerk_core.errors import MissingExtraError
from lerendwerk_core.text import LANGUAGES, Lang
from lerendwerk_core.views import answers, card, report
from lerendwerk_core.vocabulary import Stage
from make import read

EXAMPLE = ROOT / "examples" / "jeugd"


@pytest.fixture(scope="module")
def result(bench: lw.Workbench) -> lw.Trajectory:
    return bench.run(bench.read(EXAMPLE))


@pytest.fixture(scope="module")
def attacked(bench: lw.Workbench, tmp_path_factory: pytest.TempPathFactory) -> lw.Trajectory:
    return bench.run(bench.read(hostile(EXAMPLE, tmp_path_factory.mktemp("hostile") / "dossier")))


@pytest.fixture
def without_jinja(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "jinja2", None)
    report._template.cache_clear()
    yield
    report._template.cache_clear()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_its_language_and_holds_all_ten_sections(
    result: lw.Trajectory, lang: Lang
) -> None:
    html = result.to_html(lang=lang)

    page = Page(html)
    sections = [attributes["id"] for tag, attributes in page.elements if tag == "section"]
    assert html.startswith("<!doctype html>")
    assert page.elements[0] == ("html", {"lang": lang})
    assert sections == [stage.value for stage in Stage]
    assert page.wrong == page.open == []


def test_every_answer_and_finding_stands_in_the_page(result: lw.Trajectory) -> None:
    text = " ".join(Page(result.to_html(lang="en")).text.split())

    for one in answers(result):
        for words in (one.question, one.answer, *one.points):
            assert " ".join(words.en.split()) in text
    assert all(" ".join(one.message.en.split()) in text for one in result.findings)


def test_the_two_languages_share_no_sentence_of_ours(result: lw.Trajectory) -> None:
    dutch, english = (Page(result.to_html(lang=lang)).text for lang in LANGUAGES)

    for one in answers(result):
        assert one.question.nl in dutch
        assert one.question.nl not in english
        assert one.question.en not in dutch


def test_nothing_in_the_page_points_outside_it(attacked: lw.Trajectory) -> None:
    html = attacked.to_html()

    page = Page(html)
    styles = " ".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    pointing = page.values("href", "src", "action", "xlink:href", "srcset", "data", "poster")
    assert {value[:1] for value in pointing} == {"#"}
    assert not re.search(r"url\(|@import|https?:", styles + " ".join(page.values("style")))
    assert all(one.startswith("url(#map-") for one in page.values("marker-end"))
    assert not {"script", "iframe", "object", "embed", "link", "base", "form"} & {
        tag for tag, _ in page.elements
    }


def test_hostile_texts_add_no_element_and_no_attribute(
    result: lw.Trajectory, attacked: lw.Trajectory
) -> None:
    for lang in LANGUAGES:
        plain, broken = Page(result.to_html(lang=lang)), Page(attacked.to_html(lang=lang))

        assert broken.shapes <= plain.shapes | {("path", "class", "d", "marker-end")}
        assert broken.wrong == broken.open == []
        assert "<script" not in attacked.to_html(lang=lang).lower()


def test_hostile_texts_can_be_read_as_they_were_written(attacked: lw.Trajectory) -> None:
    text = Page(attacked.to_html()).text

    assert text.count("<script>alert(1)</script>") > 50
    assert HOSTILE in text
    for name in ("lg_stad", "s09", "crisis", "jongerenwerker", "T1", "stad", "jgz"):
        assert named(name) in text


def test_the_card_is_as_safe_and_holds_ten_answers(attacked: lw.Trajectory) -> None:
    html = attacked._repr_html_()

    page = Page(html)
    assert {tag for tag, _ in page.elements} == {"div", "b", "table", "tr", "th", "td"}
    assert Counter(tag for tag, _ in page.elements)["tr"] == 10
    assert set(page.values("style")) == {"text-align:left;vertical-align:top;padding:2px 8px"}
    assert HOSTILE[:80] in page.text


@pytest.mark.parametrize("part", ["scope", "regie", "process", "composition", "learning"])
def test_the_card_of_a_stage_is_as_safe(
    result: lw.Trajectory, attacked: lw.Trajectory, part: str
) -> None:
    plain, broken = (Page(getattr(one, part)._repr_html_()) for one in (result, attacked))

    assert broken.shapes <= plain.shapes
    assert broken.wrong == broken.open == []
    assert "<script" not in getattr(attacked, part)._repr_html_()


def test_every_id_is_there_once_and_every_reference_leads_somewhere(result: lw.Trajectory) -> None:
    page = Page(result.to_html())

    ids = page.values("id")
    labels = [one for value in page.values("aria-labelledby") for one in value.split()]
    links = [one.removeprefix("#") for one in page.values("href")]
    tips = [one[5:-1] for one in page.values("marker-end")]
    assert len(ids) == len(set(ids))
    assert {*labels, *links, *tips} <= set(ids)
    assert len(links) == 10


def test_every_moment_of_every_series_stands_in_the_table(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    series = "draagvlak_1_5: {T1: 3.25}, betrokkenheid_1_5: {T0: 4.125, T1: 2.5}"
    more = f"outcomes: {{response: {{T0: 15, T1: 15}}, {series}}}\n"

    html = bench.run(read(bench, tmp_path, more)).to_html(lang="en")

    outcomes = html.partition('<section id="outcomes"')[2].partition("</section>")[0]
    table = outcomes.partition("<table>")[2].partition("</table>")[0]
    assert re.findall(r'<th scope="col">(.*?)</th>', table)[1:] == ["T0", "T1"]
    assert re.findall(r"<td.*?>(.*?)</td>", table) == ["", "3.25", "4.125", "2.5 (-1.625)"]


@pytest.mark.parametrize("outcomes", ["{}", "{response: {T0: 15}}", "{draagvlak_1_5: {}}"])
def test_a_dossier_with_nothing_measured_has_a_report(
    bench: lw.Workbench, tmp_path: Path, outcomes: str
) -> None:
    result = bench.run(read(bench, tmp_path, f"outcomes: {outcomes}\n"))

    assert Page(result.to_html()).wrong == []
    assert result.to_text()


def test_without_the_extra_the_report_says_what_to_install(
    result: lw.Trajectory, without_jinja: None
) -> None:
    with pytest.raises(MissingExtraError, match=r"lerendwerk_core\[report\]") as raised:
        result.to_html()

    assert raised.value.extra == "report"
    assert card(result, "nl") == result._repr_html_()
