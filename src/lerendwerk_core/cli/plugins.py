"""``plugins``: which there are, and why one is not active."""

from __future__ import annotations

from collections.abc import Sequence

import click

from lerendwerk_core.cli.group import (
    BLOCKED,
    FINE,
    block_option,
    json_option,
    lang_option,
    main,
    no_words,
    show,
)
from lerendwerk_core.plugins import PluginRecord, PluginState
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.wording import page_text
from lerendwerk_core.workbench import Workbench


@main.group("plugins")
def plugins() -> None:
    """See which plugins there are, and why one is not active."""


@plugins.command("list")
@json_option
@no_words
@block_option
def plugins_list(*, as_json: bool, block: Sequence[str]) -> int:
    """List every plugin: loaded, blocked or failed."""
    records = Workbench(block=block).plugins
    if as_json:
        show(records)
        return FINE
    for one in records:
        origin = f"{one.distribution} {one.version}".strip()
        click.echo(f"{one.state.value:8} {one.name:24} {origin}".rstrip())
    return FINE


@plugins.command("show")
@click.argument("name")
@json_option
@lang_option
@block_option
def plugins_show(*, name: str, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
    """Show one plugin with its hooks."""
    record = next((one for one in Workbench(block=block).plugins if one.name == name), None)
    if record is None:
        raise click.UsageError(page_text("plugin-unknown", name=name).in_(lang))
    if as_json:
        show(record)
        return FINE
    click.echo(f"{record.name} {record.version} ({record.distribution}): {record.state.value}")
    for hook in record.hooks:
        click.echo(f"  {hook}")
    if record.error:
        click.echo(record.error.in_(lang))
    return FINE


@plugins.command("doctor")
@json_option
@lang_option
@block_option
def plugins_doctor(*, as_json: bool, lang: Lang, block: Sequence[str]) -> int:
    """Say of every plugin that is not active why not."""
    records = Workbench(block=block).plugins
    ill = [one for one in records if one.state is not PluginState.LOADED]
    if as_json:
        show(ill)
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
