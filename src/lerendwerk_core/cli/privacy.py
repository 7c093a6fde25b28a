"""``purge``: what must go, and what may stay until when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

import click

from lerendwerk_core.cli.group import (
    BLOCKED,
    FINE,
    block_option,
    dossier_argument,
    json_option,
    lang_option,
    main,
    show,
)
from lerendwerk_core.privacy import Expiry
from lerendwerk_core.text import Lang
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


@main.command("purge")
@dossier_argument
@click.option(
    "--as-of",
    required=True,
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day on which terms have passed: 2027-01-01.",
)
@json_option
@lang_option
@block_option
def purge_command(
    *, dossier: str, as_of: dt.datetime, as_json: bool, lang: Lang, block: Sequence[str]
) -> int:
    """Say what in a dossier is past its term, and until when the rest may stay; change nothing."""
    bench = Workbench(block=block)
    found = bench.purge(bench.read(dossier), as_of.date())
    parts = {"remove": found.removed, "keep": found.kept_until, "undated": found.undated}
    if as_json:
        show({"as_of": as_of.date(), **parts})
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
