"""What must go on a day, role codes for identities, and routes that only their owner reads."""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from lerendwerk_core import privacy
from lerendwerk_core.cli.group import (
    BLOCKED,
    FINE,
    always_json,
    block_option,
    day,
    dossier_argument,
    json_option,
    lang_option,
    main,
    say,
    show,
    write,
)
from lerendwerk_core.privacy import Expiry
from lerendwerk_core.sources import read_personal, read_rows, sealed_lines
from lerendwerk_core.text import Lang
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


@main.command("purge")
@dossier_argument
@click.option(
    "--as-of",
    required=True,
    type=day,
    metavar="DATE",
    help="The day on which terms have passed: 2027-01-01.",
)
@json_option
@lang_option
@block_option
def purge_command(
    *, dossier: str, as_of: dt.date, as_json: bool, lang: Lang, block: Sequence[str]
) -> int:
    """Say what in a dossier is past its term, and until when the rest may stay; change nothing."""
    bench = Workbench(block=block)
    found = bench.purge(bench.read(dossier), as_of)
    parts = {"remove": found.removed, "keep": found.kept_until, "undated": found.undated}
    if as_json:
        show({"as_of": as_of, **parts})
    else:
        for line in _lines(parts["remove"], "purge-remove", lang):
            click.echo(line)
        for line in _lines(parts["keep"], "purge-keep", lang):
            click.echo(line)
        for line in _lines(parts["undated"], "purge-undated", lang):
            click.echo(line)
    return BLOCKED if found.removed else FINE


def _lines(things: Sequence[Expiry], code: str, lang: Lang) -> list[str]:
    return [
        page_text(code, kind=one.kind.label, where=one.where, until=str(one.until)).in_(lang)
        for one in things
    ]


_FILE = click.Path(dir_okay=False, exists=True)
_NEW = click.Path(dir_okay=False)
CODE = "code"


@main.command("pseudonyms")
@click.argument("people", type=_FILE)
@click.option("--column", required=True, multiple=True, metavar="NAME", help="Who someone is.")
@click.option("--key-file", required=True, type=_FILE, help="At least 32 bytes, kept elsewhere.")
@click.option("--prefix-by", default="", metavar="NAME", help="Begin codes with this column.")
@click.option("--out", required=True, type=_NEW, help="Write to this file.")
@json_option
@lang_option
def pseudonyms_command(
    *,
    people: str,
    column: tuple[str, ...],
    key_file: str,
    prefix_by: str,
    out: str,
    as_json: bool,
    lang: Lang,
) -> int:
    """Put role codes in the place of identities, with a key that lies elsewhere."""
    if Path(out).resolve() == Path(people).resolve():
        raise click.UsageError(page_text("no-overwriting").in_(lang))
    rows = read_rows(Path(people))
    _refuse_absent((*column, *([prefix_by] if prefix_by else [])), rows, lang)
    coded = privacy.pseudonymised(rows, column, Path(key_file).read_bytes().strip())
    if prefix_by:
        coded = list(_prefixed(coded, rows, prefix_by))
    write(Path(out), _csv(coded), lang)
    if as_json:
        show({"rows": len(coded), "out": out})
    else:
        click.echo(page_text("pseudonyms-written", count=len(coded), path=out).in_(lang))
    return FINE


def _refuse_absent(names: Sequence[str], rows: Sequence[Mapping[str, str]], lang: Lang) -> None:
    known = list(rows[0]) if rows else []
    for name in names:
        if name not in known:
            message = page_text("no-column", column=name, known=known)
            raise click.UsageError(message.in_(lang))


def _prefixed(
    coded: Sequence[dict[str, str]], rows: Sequence[Mapping[str, str]], by: str
) -> Iterator[dict[str, str]]:
    for code, row in zip(coded, rows, strict=True):
        letters = "".join(letter for letter in row[by].upper() if "A" <= letter <= "Z")[:3]
        yield {**code, CODE: f"{letters}-{code[CODE]}" if letters else code[CODE]}


def _csv(rows: Sequence[Mapping[str, str]]) -> str:
    lines = io.StringIO()
    writer = csv.DictWriter(lines, list(rows[0]) if rows else [CODE])
    writer.writeheader()
    writer.writerows(rows)
    return lines.getvalue()


@main.group("personal")
def personal() -> None:
    """Personal routes: sealed by the employee, read by nobody else."""


@personal.command("new-key")
@click.option("--out", required=True, type=_NEW, help="Write to this file, for its owner only.")
@lang_option
@always_json
def new_key_command(*, out: str, lang: Lang) -> int:
    """Make a key. Whoever loses it can never read their route again."""
    try:
        handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        message = page_text("no-write", path=out, reason=error.strerror or "")
        raise click.UsageError(message.in_(lang)) from error
    with os.fdopen(handle, "w", encoding="ascii") as stream:
        stream.write(privacy.new_key() + "\n")
    say(page_text("key-written", path=out).in_(lang))
    return FINE


@personal.command("seal")
@click.argument("route", type=_FILE)
@click.option("--key-file", required=True, type=_FILE, help="The key of the owner.")
@click.option("--out", required=True, type=_NEW, help="Add a line to this file.")
@lang_option
@always_json
def seal_command(*, route: str, key_file: str, out: str, lang: Lang) -> int:
    """Seal a route (YAML), for a dossier to carry."""
    closed = privacy.seal(read_personal(Path(route)), _key(key_file))
    there = sealed_lines(Path(out)) if Path(out).exists() else ()
    write(Path(out), "".join(f"{line}\n" for line in (*there, closed)), lang)
    say(page_text("route-sealed", path=out).in_(lang))
    return FINE


@personal.command("open")
@dossier_argument
@click.option("--key-file", required=True, type=_FILE, help="The key of the owner.")
@json_option
@lang_option
@block_option
def open_command(
    *, dossier: str, key_file: str, as_json: bool, lang: Lang, block: Sequence[str]
) -> int:
    """Read, or export with --json, the route that the key opens."""
    bench = Workbench(block=block)
    route = privacy.own_route(bench.read(dossier).personal_routes, _key(key_file))
    if as_json:
        show(route)
        return FINE
    for title, texts in (
        ("own-needs", [one.words for one in route.needs]),
        ("own-activities", [one.what for one in route.activities]),
        ("own-patterns", list(route.patterns)),
        ("own-notes", [route.notes] if route.notes else []),
    ):
        if texts:
            click.echo(page_text(title).in_(lang))
            for text in texts:
                click.echo(f" - {text}")
    return FINE


def _key(path: str) -> str:
    return Path(path).read_text(encoding="ascii", errors="replace").strip()
