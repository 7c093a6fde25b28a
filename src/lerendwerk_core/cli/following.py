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

_DAY = click.DateTime(["%Y-%m-%d"])


@main.command("follow")
@dossier_argument
@click.option("--since", type=_DAY, help="The day to look back to (default: the first).")
@click.option("--until", type=_DAY, help="The day to look at (default: the last).")
@json_option
@lang_option
@block_option
def follow_command(
    *,
    dossier: str,
    since: dt.datetime | None,
    until: dt.datetime | None,
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
        return one_stage(bench, dossier, "outcomes", stages, as_json=as_json, lang=lang)
    found = bench.follow(
        bench.read_states(dossier),
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    if as_json:
        show(found)
        return FINE
    for line in followed_lines(found, lang, shutil.get_terminal_size().columns):
        click.echo(line)
    return FINE
