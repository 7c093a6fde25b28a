"""What most records of a dossier share: labels, lists of ids, sizes."""

from __future__ import annotations

from typing import Any

from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    ByForm,
    Checked,
    Field,
    Many,
    Number,
    OneOf,
    Reading,
    Record,
    Refers,
    Row,
    Shape,
    Words,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Pillar


def needed(key: str, shape: Shape, nl: str, en: str) -> Field:
    """Return a key that must be there."""
    return Field(key, shape, Text(nl, en), required=True)


def may(key: str, shape: Shape, nl: str, en: str, default: Any = None) -> Field:
    """Return a key that may be there."""
    return Field(key, shape, Text(nl, en), default=default)


NL = may("nl", Words(), "tekst in het Nederlands", "text in Dutch")


EN = may("en", Words(), "tekst in het Engels", "text in English")


def labelled(noun: Any, fallback: str = "id") -> Any:
    """Return a builder of *noun* that makes its label of ``nl`` and ``en``, else of its id."""

    def build(*, nl: str | None, en: str | None, **values: Any) -> Any:
        return noun(label=Text.of(nl or en or str(values.get(fallback, "")), en or nl), **values)

    return build


class _PlainText:
    """A text in one language, read as a text for both."""

    def read(self, node: Node, reading: Any) -> Any:
        value = Words().read(node, reading)
        return Text.of(value) if isinstance(value, str) else value

    def schema(self) -> dict[str, Any]:
        return Words().schema()


TEXT = ByForm(mapping=Record([NL, EN], Text.of), scalar=_PlainText())


IDS = Many(Words(), or_one=True)


STEPS = Many(Refers("step"), or_one=True)


ORGANISATIONS = Many(Refers("organisation"), or_one=True)


PARTIES = Many(Refers("party"), or_one=True)


GOALS = Many(Refers("goal"), or_one=True)


GROUPS = Many(Refers("group"), or_one=True)


PRINCIPLES = Many(Refers("principle"), or_one=True)


DISCIPLINES = Many(Refers("discipline"), or_one=True)


PILLARS = Many(OneOf(Pillar), or_one=True)


CODES = Many(Refers("person"), or_one=True)


DAYS = Number()


def raci_of(parties: Shape) -> Record:
    """Return the shape of a RACI row over *parties*."""
    return Record(
        [
            may("A", parties, "eindverantwoordelijk", "accountable", ()),
            may("R", parties, "voert uit", "responsible", ()),
            may("C", parties, "wordt geraadpleegd", "consulted", ()),
            may("I", parties, "wordt geïnformeerd", "informed", ()),
        ],
        _raci,
    )


def _raci(**cells: Any) -> RaciRow:
    return RaciRow(
        accountable=cells["A"], responsible=cells["R"], consulted=cells["C"], informed=cells["I"]
    )


def least_first(pair: tuple[int, int], node: Node, reading: Reading) -> None:
    if pair[0] > pair[1]:
        reading.wrong(node.mark, "size-reversed", least=pair[0], most=pair[1])


SIZE = Checked(
    Row((Number(whole=True, least=1, most=1000), Number(whole=True, least=1, most=1000))),
    least_first,
)
