"""The card of a trajectory in a notebook: ten answers, escaped, without script."""

from __future__ import annotations

from html import escape

from lerendwerk_core.text import Lang
from lerendwerk_core.views.answers import answers
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.wording import page_text


def card(shown: Shown, lang: Lang) -> str:
    """Return the answers of all stages as an HTML table; it needs no extra."""
    title = page_text("report-title", id=shown.id).in_(lang)
    cell = "text-align:left;vertical-align:top;padding:2px 8px"
    rows = "".join(
        f'<tr><th style="{cell}">{escape(one.question.in_(lang))}</th>'
        f'<td style="{cell}">{escape(one.answer.in_(lang))}</td></tr>'
        for one in answers(shown)
    )
    return f"<div><b>{escape(title)}</b><table>{rows}</table></div>"
