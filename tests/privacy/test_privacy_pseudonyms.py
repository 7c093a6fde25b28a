"""Pseudonyms: the same person the same code, and nothing to try names on without the key."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.errors import PrivacyError
from lerendwerk_core.privacy import pseudonym, pseudonymised, pseudonyms

KEY, OTHER = bytes(range(32)), bytes(range(1, 33))


def test_one_person_has_one_code_however_the_name_is_typed() -> None:
    spelt = ("Zoë Één", "ZOË ÉÉN ", "Zoe\u0308 E\u0301e\u0301n")

    assert len({pseudonym(one, KEY, prefix="JC") for one in spelt}) == 1
    assert pseudonym("Zoë Één", KEY) != pseudonym("Zoë Één", OTHER)


@given(st.text())
def test_a_code_begins_with_a_digit_and_has_no_letters_that_are_mistaken(identity: str) -> None:
    code = pseudonym(identity, KEY, prefix="JC")

    assert code.startswith("JC-")
    assert code[3].isdigit()
    assert len(code) == 13
    assert not set(code[3:]) & set("ilou")


@pytest.mark.parametrize("size", [0, 31])
def test_a_short_key_is_refused(size: int) -> None:
    with pytest.raises(PrivacyError, match=f"has {size} bytes"):
        pseudonym("iemand", bytes(size))


def test_rows_lose_who_it_is_and_keep_the_rest() -> None:
    rows = [
        {"voor": "A", "na": "B", "discipline": "x"},
        {"voor": "AB", "na": "", "discipline": "x"},
    ]

    first, second = pseudonymised(rows, ["voor", "na"], KEY)

    assert first.keys() == {"code", "discipline"}
    assert first["code"] != second["code"]


def test_two_people_with_one_code_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pseudonyms, "_written", lambda *_: "7")

    with pytest.raises(PrivacyError, match="same code"):
        pseudonymised([{"naam": "een"}, {"naam": "twee"}], ["naam"], KEY)
