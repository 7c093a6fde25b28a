"""Texts in two languages, and the closed lists with all their spellings."""

from __future__ import annotations

import datetime as dt
import inspect
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core import vocabulary
from lerendwerk_core.text import LANGUAGES, Text, number, shown
from lerendwerk_core.vocabulary import Word, plain

LISTS = [
    kind
    for _, kind in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(kind, Word) and kind is not Word
]
WORDS = [word for kind in LISTS for word in kind]

lists = pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
words = st.text(min_size=1, max_size=9)


def test_all_closed_lists_are_tried() -> None:
    assert len(LISTS) > 20
    assert all(len(list(kind)) >= 1 for kind in LISTS)


@lists
def test_a_word_reads_its_value_its_labels_and_its_other_spellings(kind: type[Word]) -> None:
    for word in kind:
        for spelling in (word.value, word.nl, word.en, *word.also, *word.spellings()):
            assert kind.read(spelling) is word


@given(st.sampled_from(WORDS), st.data())
def test_capitals_spaces_hyphens_and_points_make_no_difference(
    word: Word, data: st.DataObject
) -> None:
    spelling = data.draw(st.sampled_from([word.value, word.nl, word.en, *word.also]))
    gap = data.draw(st.sampled_from([" ", "-", "_", "  ", " - "]))
    case = data.draw(st.sampled_from([str.upper, str.lower, str.title]))

    written = f" {case(gap.join(plain(spelling).split('_')))}. "

    assert type(word).read(written) is word


@lists
def test_no_two_words_of_a_list_share_a_spelling(kind: type[Word]) -> None:
    for one, other in itertools.combinations(kind, 2):
        assert not one.spellings() & other.spellings()


@lists
def test_every_word_has_a_label_in_both_languages(kind: type[Word]) -> None:
    for word in kind:
        for lang in LANGUAGES:
            label = word.label.in_(lang)
            assert label
            assert label == label.strip()
            assert "_" not in label


@lists
def test_the_labels_of_a_list_differ(kind: type[Word]) -> None:
    for lang in LANGUAGES:
        labels = [word.label.in_(lang) for word in kind]
        assert len(set(labels)) == len(labels)


@lists
def test_every_accepted_spelling_is_read_and_every_word_is_accepted(kind: type[Word]) -> None:
    read = [kind.read(spelling) for spelling in kind.accepted()]

    assert set(read) == set(kind)
    assert len(set(kind.accepted())) == len(kind.accepted())


@lists
@pytest.mark.parametrize("spelling", ["", "   ", "...", "geen woord", "0", "nl"])
def test_what_means_nothing_reads_as_nothing(kind: type[Word], spelling: str) -> None:
    assert kind.read(spelling) is None


@given(st.text(max_size=20))
def test_a_plain_spelling_is_plain_already(spelling: str) -> None:
    found = plain(spelling)

    assert plain(found) == found
    assert found.isascii()
    assert not set(found) & set(" .-ABCDEFGHIJKLMNOPQRSTUVWXYZ")


@pytest.mark.parametrize(
    ("spelling", "expected"),
    [("N.v.t.", "nvt"), ("Cliënt", "client"), ("op  orde", "op_orde"), ("T-0_x", "t_0_x")],
)
def test_plain_drops_capitals_accents_and_points(spelling: str, expected: str) -> None:
    assert plain(spelling) == expected


@given(words, words)
def test_each_language_stands_in_for_the_other(nl: str, en: str) -> None:
    assert Text.of(nl, en) == Text(nl, en)
    assert Text.of(nl) == Text.of(nl, "") == Text(nl, nl)
    assert Text.of(None, en) == Text.of("", en) == Text(en, en)
    assert (Text(nl, en).in_("nl"), Text(nl, en).in_("en"), str(Text(nl, en))) == (nl, en, en)


def test_no_words_at_all_are_an_empty_text() -> None:
    assert Text.of(None) == Text("", "")


@given(st.text(max_size=9))
def test_a_filled_text_takes_values_as_they_are(value: str) -> None:
    found = Text("[{x}] nl", "en [{x}]").filled({"x": value})

    assert found == Text(f"[{value}] nl", f"en [{value}]")


def test_a_filled_text_speaks_each_language_in_its_own_way() -> None:
    values = {
        "waar": True,
        "getal": 1234.5,
        "lijst": [Text("een", "one"), 2, (0.25,)],
        "dag": dt.date(2025, 3, 1),
        "leeg": [],
    }

    found = Text(*2 * ["{waar} {getal} {lijst} {dag} {leeg}"]).filled(values)

    assert found.nl == "ja 1234,5 een, 2, 0,25 2025-03-01 -"
    assert found.en == "yes 1234.5 one, 2, 0.25 2025-03-01 -"


def test_a_placeholder_without_a_value_is_an_error() -> None:
    with pytest.raises(KeyError):
        Text("{x}", "").filled({})


@given(st.floats(-1e6, 1e6))
def test_a_number_has_at_most_three_decimals_and_no_loose_zeros(value: float) -> None:
    written = number(value, "en")

    assert float(written) == pytest.approx(value, abs=0.00051)
    assert len(written.partition(".")[2]) <= 3
    assert not (("." in written) and written[-1] in "0.")
    assert written != "-0"
    assert number(value, "nl") == written.replace(".", ",")


@pytest.mark.parametrize(
    ("value", "nl"),
    [(100.0, "100"), (0.5, "0,5"), (0.0, "0"), (-0.0001, "0"), (2.9996, "3"), (-1.25, "-1,25")],
)
def test_numbers_as_a_dutch_reader_expects_them(value: float, nl: str) -> None:
    assert number(value, "nl") == shown(value, "nl") == nl
