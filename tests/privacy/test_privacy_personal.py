"""Personal routes: their owner reads them, and nobody else."""

from __future__ import annotations

import datetime as dt
import json
import pickle
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import lerendwerk_core as lw
import make
from commands import Command, runner
from lerendwerk_core.errors import PrivacyError
from lerendwerk_core.privacy import PersonalRoute, new_key, open_sealed, own_route, purge, seal
from lerendwerk_core.privacy.personal import OwnActivity, OwnNeed

pytest.importorskip("cryptography")

MINE, OTHER = new_key(), new_key()
PRIVATE = "leren grenzen te stellen"
ROUTE = PersonalRoute(
    needs=(OwnNeed(words=PRIVATE),),
    activities=(OwnActivity(what="maatje", hours=10.0, date=dt.date(2025, 4, 1)),),
    patterns=("alles zelf doen",),
    notes="alleen voor mij",
)


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=200), st.lists(st.text(max_size=40), max_size=4))
def test_what_is_sealed_is_opened_with_the_same_key(notes: str, patterns: list[str]) -> None:
    route = attrs.evolve(ROUTE, notes=notes, patterns=tuple(patterns))

    assert open_sealed(seal(route, MINE), MINE) == route


@pytest.mark.parametrize("at", [0, 1, 20, 500, -2])
def test_another_key_and_a_changed_text_open_nothing_and_say_the_same(at: int) -> None:
    closed = seal(ROUTE, MINE)
    letters = list(closed)
    letters[at] = "A" if letters[at] != "A" else "B"

    said = set()
    for text, key in ((closed, OTHER), ("".join(letters), MINE), (closed[:-8], MINE), ("", MINE)):
        with pytest.raises(PrivacyError) as error:
            open_sealed(text, key)
        said.add(str(error.value))
    assert len(said) == 1


@pytest.mark.parametrize("key", ["", "kort", "x" * 44, "A" * 40, "é" * 44])
def test_what_is_no_key_is_refused(key: str) -> None:
    with pytest.raises(PrivacyError):
        seal(ROUTE, key)


def test_a_long_route_is_as_long_as_a_short_one_and_no_two_are_alike() -> None:
    short = seal(PersonalRoute(), MINE)

    assert len(short) == len(seal(ROUTE, MINE))
    assert short != seal(PersonalRoute(), MINE)


def test_the_owner_finds_their_own_among_others() -> None:
    sealed = [seal(PersonalRoute(notes="eerder"), MINE), seal(PersonalRoute(), OTHER)]

    assert own_route([*sealed, seal(ROUTE, MINE)], MINE) == ROUTE
    assert own_route(sealed, MINE).notes == "eerder"
    with pytest.raises(PrivacyError, match="2"):
        own_route(sealed, new_key())


def with_routes(bench: lw.Workbench, folder: Path, count: int) -> lw.Dossier:
    lines = "\n".join(seal(ROUTE, MINE if at == 0 else new_key()) for at in range(count))
    (folder / "routes.txt").write_text(lines + "\n", encoding="ascii")
    return make.read(bench, folder, "personal_routes: routes.txt\n")


@pytest.mark.parametrize(("count", "shown"), [(1, None), (4, None), (5, 5), (9, 9)])
def test_others_know_how_many_there_are_when_they_are_not_few(
    bench: lw.Workbench, tmp_path: Path, count: int, shown: int | None
) -> None:
    dossier = with_routes(bench, tmp_path, count)

    assert bench.plan(dossier).personal_routes == shown
    assert own_route(dossier.personal_routes, MINE) == ROUTE


def test_no_word_of_a_route_is_in_anything_that_leaves(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = with_routes(bench, tmp_path, 5)
    result = bench.run(dossier)

    out = [
        repr(dossier),
        repr(ROUTE),
        ROUTE._repr_html_(),
        result.to_json(),
        result.to_text(),
        str(pickle.dumps(dossier)),
        str(pickle.dumps(result)),
    ]
    assert not [one for one in out if PRIVATE in one or "alleen voor mij" in one]
    assert not [
        one for one in (result.to_json(), result.to_text()) if dossier.personal_routes[0] in one
    ]


def test_routes_go_after_their_term(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = with_routes(bench, tmp_path, 5)

    assert purge(dossier, dt.date(2030, 6, 30)).dossier.personal_routes
    gone = purge(dossier, dt.date(2030, 7, 1))
    assert gone.dossier.personal_routes == ()
    assert "personal_routes" in [one.where for one in gone.removed]


# -- the command -------------------------------------------------------------------------------


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    return runner(capsys)


def test_an_employee_seals_and_opens_with_the_command(command: Command, tmp_path: Path) -> None:
    key, route, sealed = (tmp_path / name for name in ("key.txt", "route.yaml", "routes.txt"))
    route.write_text(
        "needs: [grenzen stellen, {words: meten, competences: {scheme: esco, code: T1}}]\n"
        "activities: [{what: maatje, hours: 10}]\npatterns: [haast]\nnotes: stil\n"
    )
    make.dossier_file(tmp_path, "personal_routes: routes.txt\n")

    assert command("personal", "new-key", "--out", key).code == 0
    assert key.stat().st_mode & 0o077 == 0
    assert command("personal", "new-key", "--out", key).code == 2
    assert command("personal", "seal", route, "--key-file", key, "--out", sealed).code == 0
    assert "grenzen" not in sealed.read_text()

    shown = command("personal", "open", tmp_path, "--key-file", key, "--json")
    assert json.loads(shown.out)["needs"][0]["words"] == "grenzen stellen"
    words = command("personal", "open", tmp_path, "--key-file", key)
    assert "haast" in words.out

    other = tmp_path / "other.txt"
    command("personal", "new-key", "--out", other)
    refused = command("personal", "open", tmp_path, "--key-file", other)
    assert (refused.code, refused.out) == (2, "")
    assert "Traceback" not in refused.err


@pytest.mark.parametrize("kind", ["beliefs", "loyalties"])
def test_beliefs_and_loyalties_have_no_place_in_a_personal_route(
    command: Command, tmp_path: Path, kind: str
) -> None:
    key, route = tmp_path / "key.txt", tmp_path / "route.yaml"
    route.write_text(f"{kind}: [iets]\n")
    command("personal", "new-key", "--out", key)

    refused = command("personal", "seal", route, "--key-file", key, "--out", tmp_path / "r.txt")

    assert refused.code == 2
    assert not (tmp_path / "r.txt").exists()


def test_names_become_codes_that_a_dossier_reads(command: Command, tmp_path: Path) -> None:
    people, key, out = (tmp_path / name for name in ("namen.csv", "key.txt", "people.csv"))
    people.write_text(
        "Naam;discipline;organisatie\nA de Ruiter;consulent;gem\nB Vos;ondersteuner;zorg\n"
    )
    command("personal", "new-key", "--out", key)
    asked = (
        "pseudonyms",
        people,
        "--column",
        "Naam",
        "--key-file",
        key,
        "--prefix-by",
        "discipline",
    )

    assert command(*asked, "--out", out).code == 0
    first = out.read_text()
    assert command(*asked, "--out", out, "--json").code == 0
    assert out.read_text() == first
    assert "Ruiter" not in first
    assert command(*asked, "--out", people).code == 2
    assert command(*asked[:3], "naam", *asked[4:], "--out", out).code == 2

    base = make.SMALL.replace(
        make.SMALL[make.SMALL.index("staffing:") : make.SMALL.index("process:")],
        "people: people.csv\n",
    )
    dossier = make.read(lw.Workbench(discover=False), tmp_path, base=base)
    assert [one.code[:4] for one in dossier.people] == ["CON-", "OND-"]
