"""A checklist to be filled in, and what its columns are called when it comes back."""

from __future__ import annotations

import re
import unicodedata

import attrs

from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.text import Lang


@attrs.frozen(kw_only=True)
class Questionnaire:
    """
    What is asked: a checklist, in a language, perhaps for one moment.

    ``respondents`` are the role codes of those who are to answer, ``organisations`` the ids from which
    they choose theirs; without, they are not asked or free.
    """

    checklist: Checklist
    lang: Lang = "nl"
    moment: str = ""
    respondents: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


def column_name(item: str) -> str:
    """Return *item* as a name that XML and every form tool accept; answers are read back by it."""
    bare = unicodedata.normalize("NFKD", item).encode("ascii", "ignore").decode()
    name = re.sub(r"[^A-Za-z0-9_-]", "_", bare)
    return name if re.match(r"[A-Za-z_]", name) else f"_{name}"
