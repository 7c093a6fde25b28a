"""
XML to plain elements that know their line, within bounds.

The parser of the standard library, wrapped: a DOCTYPE is refused (and with it every entity bomb),
as are documents that are too deep or too large.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NoReturn
from xml.parsers import expat

import attrs

from lerendwerk_core.errors import DossierError, Mark
from lerendwerk_core.sources.nodes import refused

MAX_DEPTH = 200
MAX_ELEMENTS = 500_000
_SEPARATOR = "}"
_BUFFER = 1024**2


@attrs.define(eq=False)
class Element:
    """An element: namespace, local name, attributes by local name, text and children."""

    namespace: str
    name: str
    attributes: dict[str, str]
    mark: Mark
    text: str = ""
    children: list[Element] = attrs.field(factory=list)

    def get(self, name: str) -> str:
        """Return the attribute *name*, or an empty text."""
        return self.attributes.get(name, "")

    def named(self, *names: str) -> Iterator[Element]:
        """Yield the children with one of *names*."""
        return (child for child in self.children if child.name in names)

    def below(self) -> Iterator[Element]:
        """Yield every element below this one, in document order."""
        waiting = list(reversed(self.children))
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.children))


def parse_xml(data: bytes, shown_as: str) -> Element:
    """
    Return the outermost element of *data*.

    Raises:
        DossierError: No XML, a DOCTYPE, too deep or too large.
    """
    builder = _Builder(shown_as)
    try:
        builder.parser.Parse(data, True)  # noqa: FBT003 - expat takes it by position only
    except expat.ExpatError as error:
        mark = Mark(shown_as, error.lineno, error.offset + 1)
        raise refused(mark, "xml-syntax", reason=expat.ErrorString(error.code)) from error
    except DossierError:
        raise
    except (ValueError, LookupError) as error:
        raise refused(Mark(shown_as), "xml-syntax", reason=str(error)) from error
    if builder.root is None:  # expat has refused an empty document already
        raise refused(Mark(shown_as), "xml-syntax", reason="no element")
    return builder.root


class _Builder:
    """Collects elements as expat meets them."""

    def __init__(self, shown_as: str) -> None:
        self.file = shown_as
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._count = 0
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.buffer_text = True
        self.parser.buffer_size = _BUFFER
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartDoctypeDeclHandler = self._doctype

    @property
    def _mark(self) -> Mark:
        place = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        return Mark(self.file, *place)

    def _doctype(self, *_: object) -> NoReturn:
        raise refused(self._mark, "xml-doctype")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MAX_ELEMENTS:
            raise refused(self._mark, "xml-too-many", limit=MAX_ELEMENTS)
        if len(self._open) >= MAX_DEPTH:
            raise refused(self._mark, "xml-too-deep", limit=MAX_DEPTH)
        namespace, _, local = name.rpartition(_SEPARATOR)
        element = Element(namespace, local, _by_local_name(attributes), self._mark)
        if self._open:
            self._open[-1].children.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])

    def _end(self, _: str) -> None:
        self._open.pop().text = "".join(self._texts.pop())

    def _text(self, text: str) -> None:
        self._texts[-1].append(text)


def _by_local_name(attributes: dict[str, str]) -> dict[str, str]:
    """Return the attributes by local name; one without a namespace goes before its namesakes."""
    foreign = {name.rpartition(_SEPARATOR)[2]: value for name, value in attributes.items()}
    return foreign | {name: value for name, value in attributes.items() if _SEPARATOR not in name}
