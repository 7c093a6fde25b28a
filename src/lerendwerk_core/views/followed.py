"""What changed between two moments, in words: stage by stage, then what to discuss."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lerendwerk_core.following import Change, Following
from lerendwerk_core.following.changes import of_stage
from lerendwerk_core.text import Lang, Text
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import page_text


def followed_lines(found: Following, lang: Lang, width: int) -> Iterator[str]:
    """Yield what *found* holds, in at most *width* columns."""
    title = page_text(
        "follow-title",
        since=found.since,
        until=found.until,
        better=found.better,
        worse=found.worse,
        other=found.other,
    )
    yield from textwrap.wrap(title.in_(lang), width)
    if not found.changes:
        yield page_text("follow-nothing").in_(lang)
    for stage in Stage:
        changed = list(of_stage(found.changes, stage))
        if changed:
            yield from ("", stage.label.in_(lang))
            for change in changed:
                yield from _item(change_text(change).in_(lang), width)
    yield from _listed("follow-resolved", [one.message for one in found.gone], lang, width)
    topics = [
        Text(_kind(one.kind, "nl") + one.text.nl, _kind(one.kind, "en") + one.text.en)
        for one in found.discuss
    ]
    yield from _listed("follow-discuss", topics, lang, width)


def _kind(kind: str, lang: Lang) -> str:
    return f"[{page_text(f'topic-{kind}').in_(lang)}] "


def _listed(title: str, texts: list[Text], lang: Lang, width: int) -> Iterator[str]:
    if texts:
        yield from ("", page_text(title).in_(lang))
        for text in texts:
            yield from _item(text.in_(lang), width)


def _item(line: str, width: int) -> list[str]:
    return textwrap.wrap(line, width, initial_indent=" - ", subsequent_indent="   ")


def change_text(change: Change) -> Text:
    """Return *change* in one line."""
    if change.before is None:
        return page_text("follow-came", what=change.label, after=change.after)
    if change.after is None:
        return page_text("follow-gone", what=change.label, before=change.before)
    way = Text("", "")
    if change.worse is not None:
        way = page_text("follow-worse" if change.worse else "follow-better")
    return page_text(
        "follow-changed", what=change.label, before=change.before, after=change.after, way=way
    )
