"""New positions of stakeholders: parts with a state, expectations with a direction (C#27-30)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.goals import Expectation, Placed, Repositioning
from lerendwerk_core.sources.format.fields import EN, NL, TEXT, may, needed
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import (
    FAILED,
    ByForm,
    Checked,
    Many,
    OneOf,
    Reading,
    Record,
    Refers,
    Words,
)
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import RepositioningState, StakeholderType, Stance

UNKNOWN, NAMED = RepositioningState.UNKNOWN, RepositioningState.NAMED


@attrs.frozen
class _Stakeholder:
    """One of the source's six in Dutch or English, or the id of one that a plugin adds."""

    def read(self, node: Node, reading: Reading) -> Any:
        value = Words().read(node, reading)
        known = StakeholderType.read(value) if isinstance(value, str) else None
        return known.value if known else Refers("stakeholder").read(node, reading)

    def schema(self) -> dict[str, Any]:
        return {"anyOf": [{"enum": list(StakeholderType.accepted())}, Words().schema()]}


STATE = may("state", OneOf(RepositioningState), "hoe ver", "how far")

Default = Callable[[RepositioningState | None], Any]
"""What is written, once the state of its row is known."""


def _worded(nl: str | None, en: str | None) -> Text | None:
    """Return the words in both languages, or ``None`` where there is nothing but blanks."""
    words = [one for one in (nl, en) if one and one.strip()]
    return Text.of(words[0], words[-1]) if words else None


def _placed(
    nl: str | None,
    en: str | None,
    state: RepositioningState | None = None,
    stance: Stance | None = None,
) -> Default:
    return _with_default(_worded(nl, en), state, stance)


def _with_default(
    text: Text | None, own: RepositioningState | None, stance: Stance | None
) -> Default:
    def finish(row: RepositioningState | None) -> Placed:
        state = (own or row or NAMED) if text else UNKNOWN
        return Placed(text=text, state=state, stance=stance)

    return finish


@attrs.frozen
class _BareText:
    """A text whose state is that of its row."""

    def read(self, node: Node, reading: Reading) -> Any:
        text = TEXT.read(node, reading)
        return text if text is FAILED else _placed(text.nl, text.en)

    def schema(self) -> dict[str, Any]:
        return Words().schema()


PLACED = ByForm(mapping=Record([NL, EN, STATE], _placed), scalar=_BareText())


TURNING = ByForm(
    mapping=Record(
        [
            NL,
            EN,
            STATE,
            may("stance", OneOf(Stance), "zorgen voor of zorgen dat", "caring or making sure"),
        ],
        _placed,
    ),
    scalar=_BareText(),
)
"""A task or behaviour, and which way it turns."""


def _expectation(
    of: str,
    nl: str | None,
    en: str | None,
    state: RepositioningState | None = None,
    answer: Text | None = None,
) -> Any:
    label = _worded(nl, en) or Text("", "")
    said = _worded(answer.nl, answer.en) if answer else None

    def finish(by: str, row: RepositioningState | None) -> Expectation:
        return Expectation(by=by, of=of, label=label, state=state or row or NAMED, answer=said)

    return finish


EXPECTATION = Record(
    [
        needed("of", _Stakeholder(), "van wie", "of whom"),
        NL,
        EN,
        STATE,
        may("answer", TEXT, "wat de ander antwoordt", "what the other answers"),
    ],
    _expectation,
)


@attrs.frozen
class _Undirected:
    """An expectation in one text, of nobody in particular."""

    def read(self, node: Node, reading: Reading) -> Any:
        text = TEXT.read(node, reading)
        if text is FAILED:
            return FAILED
        return (_expectation("", text.nl, text.en),) if _worded(text.nl, text.en) else ()

    def schema(self) -> dict[str, Any]:
        return TEXT.schema()


EXPECTATIONS = ByForm(mapping=_Undirected(), scalar=_Undirected(), items=Many(EXPECTATION))


def _repositioning(
    stakeholder: str, state: RepositioningState | None, expectations: Any, **parts: Any
) -> Repositioning:
    return Repositioning(
        stakeholder=stakeholder,
        expectations=tuple(finish(stakeholder, state) for finish in expectations),
        **{name: finish(state) if finish else Placed() for name, finish in parts.items()},
    )


def _whole(row: Repositioning, node: Node, reading: Reading) -> None:
    """Note a second row of one type, and expectations of itself or without words."""
    reading.define("repositioning", row.stakeholder, node.mark)
    for one, mark in zip(row.expectations, _marks(node), strict=False):
        if one.of == row.stakeholder:
            reading.wrong(mark, "expectation-of-self", stakeholder=row.stakeholder)
        if not one.label.nl:
            reading.wrong(mark, "expectation-wordless", stakeholder=row.stakeholder)


def _marks(node: Node) -> list[Mark]:
    """Return where every expectation of a row is written."""
    assert isinstance(node.value, dict)  # noqa: S101 - the record has been read
    written = node.value.get("expectations")
    found = written.node.value if written else None
    return [one.mark for one in found] if isinstance(found, list) else []


REPOSITIONING = Checked(
    Record(
        [
            needed("stakeholder", _Stakeholder(), "betrokken groep", "stakeholder type"),
            may(
                "state",
                OneOf(RepositioningState),
                "hoe ver, voor de hele rij",
                "how far, for the row",
            ),
            may("position", PLACED, "nieuwe positie", "new position"),
            may("roles", PLACED, "rollen", "roles"),
            may("tasks", TURNING, "taken", "tasks"),
            may(
                "expectations",
                EXPECTATIONS,
                "verwachtingen van anderen",
                "expectations of others",
                (),
            ),
            may("knowledge", PLACED, "kennis", "knowledge"),
            may("behaviour", TURNING, "gedrag", "behaviour"),
        ],
        _repositioning,
    ),
    _whole,
)
