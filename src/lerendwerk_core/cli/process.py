"""``process``: of a dossier, a drawing or an event log."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
import click

from lerendwerk_core.cli.group import (
    block_option,
    exit_code,
    json_option,
    lang_option,
    main,
    show,
    write,
)
from lerendwerk_core.cli.progress import Reading
from lerendwerk_core.cli.stages import print_stages
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.process import Road, mermaid_of, road, sketched
from lerendwerk_core.sources import bpmn_of
from lerendwerk_core.text import Lang
from lerendwerk_core.views.processed import road_lines
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.workbench import Workbench


def _column(name: str, what: str) -> Callable[..., Any]:
    """Return the option that names a column of a log."""
    return click.option(f"--{name}", metavar="COLUMN", help=f"The column of a log with {what}.")


@main.command("process")
@click.argument("source", metavar="DOSSIER|FILE", type=click.Path())
@_column("case", "the case")
@_column("activity", "the step")
@_column("time", "the time")
@_column("resource", "who did it")
@_column("group", "the team")
@_column("organisation", "the organisation")
@click.option("--hours", metavar="9:00-17:00", help="Count working hours only; Dutch holidays.")
@click.option("--shared", is_flag=True, help="Organisations share case numbers.")
@click.option("--log", type=click.Path(), help="An event log, to lay on a drawing.")
@click.option("--before", multiple=True, metavar="FILE", help="An earlier version, oldest first.")
@click.option("--bpmn", type=click.Path(dir_okay=False), help="Write it as BPMN 2.0 to this file.")
@click.option(
    "--mermaid", type=click.Path(dir_okay=False), help="Write it as Mermaid to this file."
)
@json_option
@lang_option
@block_option
def process_command(
    *,
    source: str,
    log: str | None,
    shared: bool,
    before: Sequence[str],
    bpmn: str | None,
    mermaid: str | None,
    as_json: bool,
    lang: Lang,
    block: Sequence[str],
    **columns: str | None,
) -> int:
    """
    How does the work run? (stage 3)

    FILE is a BPMN drawing (.bpmn) or an event log (.xes, .csv, .parquet, the first two perhaps .gz).
    """
    named = {name: column for name, column in columns.items() if column}
    named |= {"shared": "yes"} if shared else {}
    bench = Workbench(block=block)
    with Reading(source, lang):
        dossier = bench.read(source, columns=named, log=log)
        earlier = [bench.read(one, columns=named) for one in before]
    result = bench.run(attrs.evolve(dossier, compose=None))
    _write_process(dossier, bpmn, mermaid, lang)
    travelled = _road([*before, source], [*earlier, dossier])
    mine = [finding for finding in result.findings if finding.stage is Stage.PROCESS]
    if as_json:
        beside: dict[str, object] = {
            "drawing": dossier.origin.drawing,
            "proposal": result.alignment.proposal,
            "road": travelled,
        }
        whole = {**(result.process.to_dict() if result.process else {}), **beside}
        show(whole)
        return exit_code(mine)
    print_stages(result, (Stage.PROCESS,), mine, lang)
    for line in road_lines(travelled, lang, shutil.get_terminal_size().columns):
        click.echo(line)
    return exit_code(mine)


def _road(names: Sequence[str], dossiers: Sequence[Dossier]) -> Road:
    """Return the road over *dossiers*: every node where all are drawings, else their steps."""
    drawings = [one.origin.drawing for one in dossiers]
    found = drawings if all(drawings) else [one.process for one in dossiers]
    named = [(name, one) for name, one in zip(names, found, strict=True) if one is not None]
    return road([one for _, one in named], [name for name, _ in named])


def _write_process(dossier: Dossier, bpmn: str | None, mermaid: str | None, lang: Lang) -> None:
    if dossier.process is None:
        return
    if bpmn:
        drawing = dossier.origin.drawing or sketched(dossier.process, lang)
        write(Path(bpmn), bpmn_of(drawing), lang)
    if mermaid:
        write(Path(mermaid), mermaid_of(dossier.process, lang), lang)
