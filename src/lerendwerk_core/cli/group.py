"""The command itself: its options, its exit codes, and how it ends on a user's mistake."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from lerendwerk_core._version import __version__
from lerendwerk_core.errors import LerendwerkError
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.wire import plain
from lerendwerk_core.text import Lang
from lerendwerk_core.trajectory import write_whole
from lerendwerk_core.vocabulary import Severity
from lerendwerk_core.wording import page_text

FINE, BLOCKED, BAD = 0, 1, 2

dossier_argument = click.argument("dossier", metavar="DOSSIER", type=click.Path())
json_option = click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
lang_option = click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True
)
always_json = click.option("--json", is_flag=True, expose_value=False, help="It always is JSON.")
no_words = click.option(
    "--lang", type=click.Choice(["nl", "en"]), expose_value=False, help="Makes no difference here."
)


def day(written: str) -> dt.date:
    """Return the day that an option names."""
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        message = f"{written!r} is not a date such as 2025-12-31."
        raise click.BadParameter(message) from None


block_option = click.option("--block", multiple=True, metavar="PLUGIN", help="Leave a plugin out.")


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
        say(page_text("interrupted").in_(lang))
        sys.exit(BAD)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        sys.exit(BAD)
    except click.ClickException as error:
        error.show()
        sys.exit(BAD)
    except LerendwerkError as error:
        say(error.in_(lang))
        sys.exit(BAD)
    sys.exit(code if isinstance(code, int) else FINE)


def _asked_for(lang: str, given: Sequence[str]) -> bool:
    pairs = zip(given, [*given[1:], ""], strict=False)
    return any(one == f"--lang={lang}" or (one, after) == ("--lang", lang) for one, after in pairs)


def say(message: str) -> None:
    click.echo(message, err=True)


def show(data: Any) -> None:
    click.echo(json.dumps(plain(data), ensure_ascii=False, indent=2))


def exit_code(findings: Sequence[Finding]) -> int:
    blocked = any(finding.severity is Severity.BLOCKER for finding in findings)
    return BLOCKED if blocked else FINE


def write(path: Path, written: str | bytes, lang: Lang) -> None:
    try:
        write_whole(path, written)
    except OSError as error:
        message = page_text("no-write", path=str(path), reason=error.strerror or "")
        raise click.UsageError(message.in_(lang)) from error
