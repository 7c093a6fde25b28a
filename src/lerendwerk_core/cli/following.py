"""Does it work? One dossier over its moments, or a folder of dated ones side by side."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path

import click

from lerendwerk_core.cli.group import (
    FINE,
    block_option,
    day,
    dossier_argument,
    json_option,
    lang_option,
    main,
    show,
)
from lerendwerk_core.cli.stages import one_stage
from lerendwerk_core.sources import holds_states
from lerendwerk_core.text import Lang
from lerendwerk_core.views.followed import followed_lines
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


@main.command("follow")
@dossier_argument
@click.option(
    "--as-of",
    type=day,
    metavar="DATE",
    help="Of one dossier: the day on which reviews are overdue.",
)
@click.option(
    "--since", type=day, metavar="DATE", help="Of a folder: the day to look back to (the first)."
)
@click.option(
    "--until", type=day, metavar="DATE", help="Of a folder: the day to look at (the last)."
)
@json_option
@lang_option
@block_option
def follow_command(
    *,
    dossier: str,
    as_of: dt.date | None,
    since: dt.date | None,
    until: dt.date | None,
    as_json: bool,
    lang: Lang,
    block: Sequence[str],
) -> int:
    """Does it work? (stages 8, 9); of a folder of dated dossiers: what changed in every stage"""
    bench = Workbench(block=block)
    if not holds_states(Path(dossier)):
        if since or until:
            raise click.UsageError(page_text("days-of-one-dossier").in_(lang))
        stages = (Stage.OUTCOMES, Stage.REVIEW)
        return one_stage(
            bench, dossier, "outcomes", stages, as_json=as_json, lang=lang, as_of=as_of
        )
    if as_of:
        raise click.UsageError(page_text("as-of-one-dossier").in_(lang))
    found = bench.follow(bench.read_states(dossier), since=since, until=until)
    if as_json:
        show(found)
        return FINE
    for line in followed_lines(found, lang, shutil.get_terminal_size().columns):
        click.echo(line)
    return FINE
