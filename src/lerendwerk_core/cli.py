"""
The command ``lerendwerk``.

Exit code 0: fine. 1: there are findings that block. 2: bad input or usage; the message says what,
where and what next, and no traceback is shown.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from types import FrameType
from typing import Any, Self

import attrs

from lerendwerk_core._version import __version__
from lerendwerk_core.errors import LerendwerkError, MissingExtraError
from lerendwerk_core.model.contracts import Finding, Progress
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.wire import plain
from lerendwerk_core.plugins import PluginRecord, PluginState
from lerendwerk_core.process import Road, mermaid_of, road, sketched
from lerendwerk_core.sources import bpmn_of
from lerendwerk_core.starter import write_starter
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.trajectory import Trajectory, write_whole
from lerendwerk_core.views import answers
from lerendwerk_core.views.aligned import aligned_lines
from lerendwerk_core.views.answers import percentage, stopped
from lerendwerk_core.views.composed import composed_lines
from lerendwerk_core.views.governed import governed_lines
from lerendwerk_core.views.processed import processed_lines, road_lines
from lerendwerk_core.views.regie_change import comparison_lines
from lerendwerk_core.views.summary import WIDTH
from lerendwerk_core.vocabulary import Answer, Severity, Stage
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench

try:
    import click
except ImportError:  # pragma: no cover - the test of the wheel without extras runs this line
    sys.stderr.write(str(MissingExtraError("cli")) + "\n")
    raise SystemExit(2) from None

FINE, BLOCKED, BAD = 0, 1, 2

_dossier = click.argument("dossier", metavar="DOSSIER", type=click.Path())
_json = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
_lang = click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True)
_always_json = click.option("--json", is_flag=True, expose_value=False, help="It always is JSON.")
_no_words = click.option(
    "--lang", type=click.Choice(["nl", "en"]), expose_value=False, help="Makes no difference here."
)


def _column(name: str, what: str) -> Callable[..., Any]:
    """Return the option that names a column of a log."""
    return click.option(f"--{name}", metavar="COLUMN", help=f"The column of a log with {what}.")


_block = click.option("--block", multiple=True, metavar="PLUGIN", help="Leave a plugin out.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="lerendwerk")
def main() -> None:
    """
    Lerend werken: from a dossier to advice, groups, routes and a report.

    DOSSIER is a YAML file, or a folder with dossier.yaml.
    """


def run(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code; a user's mistake shows no traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang: Lang = "en" if _asked_for("en", given) else "nl"
    try:
        code = main.main(args=given, prog_name="lerendwerk", standalone_mode=False)
    except click.exceptions.Abort:
        _say(page_text("interrupted").in_(lang))
        sys.exit(BAD)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(BAD)
    except click.ClickException as error:
        error.show()
        sys.exit(BAD)
    except LerendwerkError as error:
        _say(error.in_(lang))
        sys.exit(BAD)
    sys.exit(code if isinstance(code, int) else FINE)


def _asked_for(lang: str, given: Sequence[str]) -> bool:
    pairs = zip(given, [*given[1:], ""], strict=False)
    return any(one == f"--lang={lang}" or (one, after) == ("--lang", lang) for one, after in pairs)


def _say(message: str) -> None:
    click.echo(message, err=True)


def _show(data: Any) -> None:
    click.echo(json.dumps(plain(data), ensure_ascii=False, indent=2))


def _code(findings: Sequence[Finding]) -> int:
    blocked = any(finding.severity is Severity.BLOCKER for finding in findings)
    return BLOCKED if blocked else FINE


class _Composing:
    """
    While groups are composed: a line on a terminal that says how far it is, and Ctrl-C keeps the best.

    A second Ctrl-C stops at once, and so does the first while nothing is composed yet.
    """

    SECONDS = 0.1

    def __init__(self, lang: Lang) -> None:
        self.lang, self.begun, self.cancelled, self.said, self.width = lang, False, False, 0.0, 0
        self.before: Any = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            self.before = signal.signal(signal.SIGINT, self._interrupt)
        return self

    def __exit__(self, *_: object) -> None:
        if self.before is not None:
            signal.signal(signal.SIGINT, self.before)
        if self.width:
            self._write("")

    def _interrupt(self, number: int, frame: FrameType | None) -> None:
        if self.cancelled or not self.begun:
            signal.default_int_handler(number, frame)
        self.cancelled = True

    def is_cancelled(self) -> bool:
        self.begun = True
        return self.cancelled

    def hear(self, progress: Progress) -> None:
        now = time.monotonic()
        if sys.stderr.isatty() and now - self.said >= self.SECONDS:
            self.said = now
            self._write(_progress(progress).in_(self.lang)[: _columns() - 1])

    def _write(self, line: str) -> None:
        sys.stderr.write("\r" + line.ljust(self.width) + ("\r" if not line else ""))
        sys.stderr.flush()
        self.width = len(line)


def _progress(progress: Progress) -> Text:
    value = "-" if progress.objective is None else float(progress.objective)
    bound = "-" if progress.bound is None else float(progress.bound)
    return page_text("progress", value=value, bound=bound, gap=percentage(progress.gap))


def _columns() -> int:
    """Return how wide the terminal is that standard error goes to."""
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or WIDTH
    except OSError:
        return WIDTH


class _Reading:
    """While a long file is read: a line on a terminal that says for how long."""

    SECONDS = 0.5

    def __init__(self, file: str, lang: Lang) -> None:
        self.file, self.lang, self.width = Path(file).name, lang, 0
        self.done = threading.Event()
        self.clock = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self.clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.done.set()
        if self.clock.is_alive():
            self.clock.join()
        if self.width:
            sys.stderr.write("\r" + " " * self.width + "\r")

    def _tick(self) -> None:
        began = time.monotonic()
        while not self.done.wait(self.SECONDS):
            seconds = int(time.monotonic() - began)
            line = page_text("reading", file=self.file, seconds=seconds).in_(self.lang)
            sys.stderr.write("\r" + line[: _columns() - 1])
            sys.stderr.flush()
            self.width = len(line)


def _composed(
    bench: Workbench,
    dossier: str,
    lang: Lang,
    *,
    as_of: dt.date | None = None,
    columns: Mapping[str, str] | None = None,
    quiet: bool,
) -> Trajectory:
    """Return the trajectory; when *quiet*, that composing was stopped is said beside the output."""
    with _Reading(dossier, lang):
        read = bench.read(dossier, columns=columns)
    with _Composing(lang) as composing:
        result = bench.run(
            read,
            as_of=as_of,
            cancel=composing.is_cancelled,
            progress=composing.hear,
        )
    for one in stopped(result.composition) if quiet else ():
        _say(one.in_(lang))
    return result


# -- the whole trajectory --------------------------------------------------------------------------


@main.command("run")
@_dossier
@click.option("--html", type=click.Path(dir_okay=False), help="Write the report to this file.")
@click.option("--as-of", metavar="DATE", help="The day on which reviews are overdue: 2025-12-31.")
@_json
@_lang
@_block
def run_command(
    *,
    dossier: str,
    html: str | None,
    as_of: str | None,
    as_json: bool,
    lang: Lang,
    block: Sequence[str],
) -> int:
    """Run all stages; print a summary and, with --html, write the report."""
    day = _day(as_of)
    result = _composed(Workbench(block=block), dossier, lang, as_of=day, quiet=as_json)
    if html:
        _write(Path(html), result.to_html(lang=lang), lang)
    if as_json:
        click.echo(result.to_json())
    else:
        click.echo(result.to_text(lang), nl=False)
        if html:
            click.echo("\n" + page_text("written", path=html).in_(lang))
    return _code(result.findings)


def _day(written: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(written) if written else None
    except ValueError as error:
        message = f"{written!r} is not a date such as 2025-12-31."
        raise click.BadParameter(message, param_hint="--as-of") from error


def _write(path: Path, written: str | bytes, lang: Lang) -> None:
    try:
        write_whole(path, written)
    except OSError as error:
        message = page_text("no-write", path=str(path), reason=error.strerror or "")
        raise click.UsageError(message.in_(lang)) from error


@main.command("check")
@_dossier
@_json
@_lang
@_block
def check_command(*, dossier: str, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
    """Read a dossier and say everything that is wrong with it."""
    bench = Workbench(block=block)
    try:
        found = bench.read(dossier)
    except LerendwerkError as error:
        if not as_json:
            raise
        _show({"problems": getattr(error, "problems", ())})
        return BAD
    if as_json:
        _show({"problems": [], "findings": found.findings})
        return _code(found.findings)
    for finding in found.findings:
        click.echo(finding.in_(lang))
    click.echo(page_text("check-fine", path=dossier).in_(lang))
    return _code(found.findings)


# -- one command a stage ---------------------------------------------------------------------------


def _stage_command(name: str, part: str, stages: tuple[Stage, ...], what: str) -> None:
    """Add the command *name*, which prints the answers of *stages*, or *part* of the trajectory."""

    @main.command(name, help=what)
    @_dossier
    @_json
    @_lang
    @_block
    def command(*, dossier: str, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
        bench = Workbench(block=block)
        return _one_stage(bench, dossier, part, stages, as_json=as_json, lang=lang)


def _one_stage(
    bench: Workbench,
    dossier: str,
    part: str,
    stages: tuple[Stage, ...],
    *,
    as_json: bool,
    lang: Lang,
) -> int:
    result = _composed(bench, dossier, lang, quiet=as_json)
    mine = [finding for finding in result.findings if finding.stage in stages]
    if as_json:
        _show(getattr(result, part))
    else:
        _print_stages(result, stages, mine, lang)
    return _code(mine)


_BESIDE: Mapping[Stage, Callable[[Trajectory, Lang, int], Iterable[str]]] = {
    Stage.REGIE: governed_lines,
    Stage.PROCESS: processed_lines,
    Stage.COMPOSITION: composed_lines,
    Stage.ALIGNMENT: aligned_lines,
}
"""What stands below the points of a stage."""


def _print_stages(
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
    ("follow", "outcomes", (Stage.OUTCOMES, Stage.REVIEW), "Does it work? (stages 8, 9)"),
)
for _one in _COMMANDS:
    _stage_command(*_one)


@main.command("regie")
@_dossier
@click.option("--model", metavar="MODEL", help="Show what another regie model would change.")
@click.option("--area", metavar="AREA", default="", help="For the arrangement of this area only.")
@_json
@_lang
@_block
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
        return _one_stage(bench, dossier, "regie", (Stage.REGIE,), as_json=as_json, lang=lang)
    read = bench.read(dossier)
    found = bench.compare_regie(read, model, area=area)
    if as_json:
        _show(found)
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
@_json
@_lang
@_block
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
    with _Reading(source, lang):
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
        _show(whole)
        return _code(mine)
    _print_stages(result, (Stage.PROCESS,), mine, lang)
    for line in road_lines(travelled, lang, shutil.get_terminal_size().columns):
        click.echo(line)
    return _code(mine)


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
        _write(Path(bpmn), bpmn_of(drawing), lang)
    if mermaid:
        _write(Path(mermaid), mermaid_of(dossier.process, lang), lang)


# -- plugins, schema, a first dossier --------------------------------------------------------------


@main.group("plugins")
def plugins() -> None:
    """See which plugins there are, and why one is not active."""


@plugins.command("list")
@_json
@_no_words
@_block
def plugins_list(*, as_json: bool, block: Sequence[str]) -> int:
    """List every plugin: loaded, blocked or failed."""
    records = Workbench(block=block).plugins
    if as_json:
        _show(records)
        return FINE
    for one in records:
        origin = f"{one.distribution} {one.version}".strip()
        click.echo(f"{one.state.value:8} {one.name:24} {origin}".rstrip())
    return FINE


@plugins.command("show")
@click.argument("name")
@_json
@_lang
@_block
def plugins_show(*, name: str, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
    """Show one plugin with its hooks."""
    record = next((one for one in Workbench(block=block).plugins if one.name == name), None)
    if record is None:
        raise click.UsageError(page_text("plugin-unknown", name=name).in_(lang))
    if as_json:
        _show(record)
        return FINE
    click.echo(f"{record.name} {record.version} ({record.distribution}): {record.state.value}")
    for hook in record.hooks:
        click.echo(f"  {hook}")
    if record.error:
        click.echo(record.error.in_(lang))
    return FINE


@plugins.command("doctor")
@_json
@_lang
@_block
def plugins_doctor(*, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
    """Say of every plugin that is not active why not."""
    records = Workbench(block=block).plugins
    ill = [one for one in records if one.state is not PluginState.LOADED]
    if as_json:
        _show(ill)
    else:
        for one in ill:
            click.echo(_diagnosis(one).in_(lang))
        if not ill:
            click.echo(page_text("doctor-fine").in_(lang))
    return BLOCKED if any(one.state is PluginState.FAILED for one in ill) else FINE


def _diagnosis(one: PluginRecord) -> Text:
    if one.state is PluginState.BLOCKED:
        return page_text("doctor-blocked", name=one.name)
    return page_text("doctor-failed", name=one.name, error=one.error)


@main.command("schema")
@click.option("--checklist", is_flag=True, help="Of a file with checklists and tailorings.")
@_always_json
@_no_words
def schema_command(*, checklist: bool) -> int:
    """Print the JSON Schema (draft-07) of a dossier."""
    click.echo(_schema(Workbench(), checklist=checklist))
    return FINE


def _schema(bench: Workbench, *, checklist: bool) -> str:
    schema = bench.checklist_schema() if checklist else bench.schema()
    return json.dumps(schema, ensure_ascii=False, indent=2)


@main.command("questionnaire")
@click.argument("checklist", metavar="CHECKLIST")
@click.option("--out", type=click.Path(dir_okay=False), help="Write to this file: .csv, .xlsx.")
@click.option("--moment", default="", metavar="T0", help="The moment at which it is filled in.")
@click.option("--respondents", default=10, show_default=True, type=click.IntRange(0, 50_000))
@click.option("--organisation", multiple=True, metavar="ID", help="An organisation to choose.")
@_json
@_lang
@_block
def questionnaire_command(
    *,
    checklist: str,
    out: str | None,
    moment: str,
    respondents: int,
    organisation: Sequence[str],
    as_json: bool,
    lang: Lang,
    block: Sequence[str],
) -> int:
    """Write CHECKLIST, an id or the dossier that uses it, as a file to be filled in by many."""
    bench = Workbench(block=block)
    offered = checklist in bench.catalogue.checklists or not Path(checklist).exists()
    written = bench.questionnaire(
        checklist if offered else bench.checklist_of(bench.read(checklist)),
        form=_form(bench, out, lang),
        lang=lang,
        moment=moment,
        respondents=[f"R-{number:02d}" for number in range(1, respondents + 1)],
        organisations=organisation,
    )
    if out:
        _write(Path(out), written, lang)
    _say_questionnaire(written, out, lang, as_json=as_json)
    return FINE


def _form(bench: Workbench, out: str | None, lang: Lang) -> str:
    """Return the form that the ending of *out* asks for."""
    writers = bench.catalogue.questionnaire_writers
    for key, writer in writers.items():
        if out is not None and out.lower().endswith(writer.ending):
            return key
    if out is None:
        return "csv"
    endings = [writer.ending for writer in writers.values()]
    message = page_text("questionnaire-ending", path=out, endings=endings)
    raise click.UsageError(message.in_(lang))


def _say_questionnaire(written: bytes, out: str | None, lang: Lang, *, as_json: bool) -> None:
    if as_json:
        _show({"written": out} if out else {"questionnaire": written.decode("utf-8-sig")})
    elif out is None:
        click.echo(written, nl=False)
    else:
        click.echo(page_text("written", path=out).in_(lang))
        scale = [one.label for one in Answer if one is not Answer.UNANSWERED]
        click.echo(page_text("questionnaire-next", scale=scale).in_(lang))


@main.command("new")
@click.option("--checklist", is_flag=True, help="With a variant of the checklist to change.")
@click.argument("folder", type=click.Path())
@_json
@_lang
def new_command(*, folder: str, checklist: bool, as_json: bool, lang: Lang) -> int:
    """Write a first dossier that runs into a new folder, perhaps with a checklist of its own."""
    path = Path(folder)
    if path.exists():
        raise click.UsageError(page_text("folder-there", path=folder).in_(lang))
    bench = Workbench()
    own = _schema(bench, checklist=True) if checklist else None
    try:
        written = write_starter(path, _schema(bench, checklist=False), lang, own)
    except OSError as error:
        message = page_text("no-write", path=folder, reason=error.strerror or "")
        raise click.UsageError(message.in_(lang)) from error
    if as_json:
        _show({"written": str(written)})
    else:
        click.echo(page_text("written", path=str(written)).in_(lang))
    return FINE
