"""Where people look: the text summary, the HTML report, the card in a notebook."""

from lerendwerk_core.views.answers import StageAnswer, answers
from lerendwerk_core.views.card import card
from lerendwerk_core.views.report import page
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.views.summary import summary

__all__ = ["Shown", "StageAnswer", "answers", "card", "page", "summary"]
