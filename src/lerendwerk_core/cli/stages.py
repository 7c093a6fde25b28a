"""One command a stage, and what another regie model would change."""

from __future__ import annotations

import datetime as dt
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence

import click

from lerendwerk_core.cli.group import (
    FINE,
    block_option,
    dossier_argument,
    exit_code,
    json_option,
    lang_option,
    main,
    show,
)
from lerendwerk_core.cli.progress import composed
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.trajectory import Trajectory
from lerendwerk_core.views import answers
from lerendwerk_core.views.aligned import aligned_lines
from lerendwerk_core.views.composed import composed_lines
from lerendwerk_core.views.governed import governed_lines
from lerendwerk_core.views.processed import processed_lines
from lerendwerk_core.views.regie_change import comparison_lines
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


def _stage_command(name: str, part: str, stages: tuple[Stage, ...], what: str) -> None:
    """Add the command *name*, which prints the answers of *stages*, or *part* of the trajectory."""

    @main.command(name, help=what)
    @dossier_argument
    @json_option
    @lang_option
    @block_option
    def command(*, dossier: str, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
        bench = Workbench(block=block)
        return one_stage(bench, dossier, part, stages, as_json=as_json, lang=lang)


def one_stage(
    bench: Workbench,
    dossier: str,
    part: str,
    stages: tuple[Stage, ...],
    *,
    as_json: bool,
    lang: Lang,
    as_of: dt.date | None = None,
) -> int:
    result = composed(bench, dossier, lang, as_of=as_of, quiet=as_json)
    mine = [finding for finding in result.findings if finding.stage in stages]
    if as_json:
        show(getattr(result, part))
    else:
        print_stages(result, stages, mine, lang)
    return exit_code(mine)


_BESIDE: Mapping[Stage, Callable[[Trajectory, Lang, int], Iterable[str]]] = {
    Stage.REGIE: governed_lines,
    Stage.PROCESS: processed_lines,
    Stage.COMPOSITION: composed_lines,
    Stage.ALIGNMENT: aligned_lines,
}
"""What stands below the points of a stage."""


def print_stages(
    result: Trajectory, stages: tuple[Stage, ...], mine: Sequence[Finding], lang: Lang
) -> None:
    for answer in answers(result):
        if answer.stage in stages:
            click.echo(answer.question.in_(lang))
            click.echo(f"=> {answer.answer.in_(lang)}")
            for point in answer.points:
                click.echo(f"   - {point.in_(lang)}")
    width = shutil.get_terminal_size().columns
    for stage, lines_of in _BESIDE.items():
        if stage in stages:
            for line in (*lines_of(result, lang, width), ""):
                click.echo(line)
    for finding in mine:
        click.echo(f"   {finding.severity.label.in_(lang)}: {finding.in_(lang)}")


_COMMANDS: tuple[tuple[str, str, tuple[Stage, ...], str], ...] = (
    ("assess", "readiness", (Stage.READINESS,), "Is lerend werken our road? (stage 1)"),
    ("compose", "composition", (Stage.COMPOSITION,), "Who learns together? (stage 4)"),
    ("align", "alignment", (Stage.ALIGNMENT, Stage.PRINCIPLES), "Who does what? (stages 5, 6)"),
    ("learn", "learning", (Stage.LEARNING,), "What do we learn and unlearn? (stage 7)"),
)
for _one in _COMMANDS:
    _stage_command(*_one)


@main.command("regie")
@dossier_argument
@click.option("--model", metavar="MODEL", help="Show what another regie model would change.")
@click.option("--area", metavar="AREA", default="", help="For the arrangement of this area only.")
@json_option
@lang_option
@block_option
def regie_command(
    *,
    dossier: str,
    model: str | None,
    area: str,
    as_json: bool,
    lang: Lang,
    block: Sequence[str],
) -> int:
    """Who steers, who answers to the council? (stage 2)"""
    bench = Workbench(block=block)
    if model is None:
        if area:
            raise click.UsageError(page_text("area-without-model").in_(lang))
        return one_stage(bench, dossier, "regie", (Stage.REGIE,), as_json=as_json, lang=lang)
    read = bench.read(dossier)
    found = bench.compare_regie(read, model, area=area)
    if as_json:
        show(found)
        return FINE
    words = _regie_words(bench, read)
    width = shutil.get_terminal_size().columns
    for one in found:
        for line in (*comparison_lines(one, words, lang, width), ""):
            click.echo(line)
    return FINE


def _regie_words(bench: Workbench, dossier: Dossier) -> dict[str, Text]:
    """Return the words for every party, actor and activity that regie can name."""
    catalogue = bench.catalogue
    named = {key: one.label for key, one in catalogue.actors.items()}
    named |= {key: one.label for key, one in catalogue.raci_activities.items()}
    return named | {one.id: one.label for one in dossier.organisations}
