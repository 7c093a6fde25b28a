"""The whole trajectory: ``run`` and ``check``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

import click

from lerendwerk_core.cli.group import (
    BAD,
    block_option,
    day,
    dossier_argument,
    exit_code,
    json_option,
    lang_option,
    main,
    show,
    write,
)
from lerendwerk_core.cli.progress import composed
from lerendwerk_core.errors import LerendwerkError
from lerendwerk_core.text import Lang
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


@main.command("run")
@dossier_argument
@click.option("--html", type=click.Path(dir_okay=False), help="Write the report to this file.")
@click.option(
    "--as-of", type=day, metavar="DATE", help="The day on which reviews are overdue: 2025-12-31."
)
@json_option
@lang_option
@block_option
def run_command(
    *,
    dossier: str,
    html: str | None,
    as_of: dt.date | None,
    as_json: bool,
    lang: Lang,
    block: Sequence[str],
) -> int:
    """Run all stages; print a summary and, with --html, write the report."""
    result = composed(Workbench(block=block), dossier, lang, as_of=as_of, quiet=as_json)
    if html:
        write(Path(html), result.to_html(lang=lang), lang)
    if as_json:
        click.echo(result.to_json())
    else:
        click.echo(result.to_text(lang), nl=False)
        if html:
            click.echo("\n" + page_text("written", path=html).in_(lang))
    return exit_code(result.findings)


@main.command("check")
@dossier_argument
@json_option
@lang_option
@block_option
def check_command(*, dossier: str, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
    """Read a dossier and say everything that is wrong with it."""
    bench = Workbench(block=block)
    try:
        found = bench.read(dossier)
    except LerendwerkError as error:
        if not as_json:
            raise
        show({"problems": getattr(error, "problems", ())})
        return BAD
    if as_json:
        show({"problems": [], "findings": found.findings})
        return exit_code(found.findings)
    for finding in found.findings:
        click.echo(finding.in_(lang))
    click.echo(page_text("check-fine", path=dossier).in_(lang))
    return exit_code(found.findings)
