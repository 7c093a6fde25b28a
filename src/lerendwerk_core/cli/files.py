"""What is written to begin with: ``schema``, ``questionnaire`` and ``new``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from lerendwerk_core.cli.group import (
    FINE,
    always_json,
    block_option,
    json_option,
    lang_option,
    main,
    no_words,
    show,
    write,
)
from lerendwerk_core.starter import write_starter
from lerendwerk_core.text import Lang
from lerendwerk_core.vocabulary import Answer
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


@main.command("schema")
@click.option("--checklist", is_flag=True, help="Of a file with checklists and tailorings.")
@always_json
@no_words
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
@json_option
@lang_option
@block_option
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
        write(Path(out), written, lang)
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
        show({"written": out} if out else {"questionnaire": written.decode("utf-8-sig")})
    elif out is None:
        click.echo(written, nl=False)
    else:
        click.echo(page_text("written", path=out).in_(lang))
        scale = [one.label for one in Answer if one is not Answer.UNANSWERED]
        click.echo(page_text("questionnaire-next", scale=scale).in_(lang))


@main.command("new")
@click.option("--checklist", is_flag=True, help="With a variant of the checklist to change.")
@click.argument("folder", type=click.Path())
@json_option
@lang_option
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
        show({"written": str(written)})
    else:
        click.echo(page_text("written", path=str(written)).in_(lang))
    return FINE
