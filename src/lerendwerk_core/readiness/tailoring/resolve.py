"""A checklist by its id, with all layers that lead to it."""

from __future__ import annotations

from collections.abc import Mapping

from lerendwerk_core.errors import DefinitionError, Mark, Problem
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.tailoring import Tailoring
from lerendwerk_core.readiness.tailoring.lay import laid
from lerendwerk_core.wording import problem_text


def tailored(
    checklists: Mapping[str, Checklist], tailorings: Mapping[str, Tailoring], key: str
) -> Checklist:
    """
    Return the checklist *key* with its layers laid on it, base first.

    Raises:
        DefinitionError: A layer rests on nothing or on itself, or layers change what they cannot: all
            that is wrong with any of them.
    """
    layers: list[Tailoring] = []
    while key not in checklists:
        if key not in tailorings:
            raise _wrong("tailoring-base", layers[-1:], key)
        if tailorings[key] in layers:
            raise _wrong("tailoring-circle", layers, key)
        layers.append(tailorings[key])
        key = tailorings[key].base
    result, problems = checklists[key], list[Problem]()
    for layer in reversed(layers):
        result, wrong = laid(result, layer)
        problems += wrong
    if problems:
        raise DefinitionError(tuple(problems))
    return result


def _wrong(code: str, layers: list[Tailoring], base: str) -> DefinitionError:
    names = [layer.id for layer in layers] or [base]
    mark = layers[-1].mark if layers and layers[-1].mark.file else Mark(names[-1])
    message = problem_text(code, layer=names[-1], layers=names, base=base)
    return DefinitionError((Problem(mark, code, message),))
