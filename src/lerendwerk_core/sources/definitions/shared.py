"""What several kinds of definition share."""

from __future__ import annotations

from typing import Any

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.format.fields import may
from lerendwerk_core.sources.nodes import Node
from lerendwerk_core.sources.shapes import FAILED, Many, Number, Reading, Shape, near_miss
from lerendwerk_core.vocabulary import Word


@attrs.frozen
class KeyedByWord:
    """A mapping whose keys are words of a closed list."""

    words: type[Word]
    of: Shape

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, dict):
            return reading.wrong(node.mark, "not-a-mapping")
        values: dict[Any, Any] = {}
        for key, entry in node.value.items():
            word = self.words.read(key)
            if word is None:
                near = near_miss(key, self.words.accepted())
                values[key] = reading.wrong(entry.mark, "unknown-word", near, value=key)
            else:
                values[word] = self.of.read(entry.node, reading)
        return FAILED if FAILED in values.values() else Table(values)

    def schema(self) -> dict[str, Any]:
        of = self.of.schema()
        return {"type": "object", "properties": dict.fromkeys(self.words.accepted(), of)}


CONCEPT = Number(whole=True, least=1, most=66)


CONCEPTS = may("concepts", Many(CONCEPT), "begrippen", "concepts", ())
