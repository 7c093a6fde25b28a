"""Checklists in layers: a tailoring replaces, adds and drops items of a base; the last item stays."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from lerendwerk_core.errors import DefinitionError, Mark, Problem
from lerendwerk_core.model.checklist import Checklist, ChecklistItem, Tailoring
from lerendwerk_core.wording import problem_text


def tailored(
    checklists: Mapping[str, Checklist], tailorings: Mapping[str, Tailoring], key: str
) -> Checklist:
    """
    Return the checklist *key* with its layers applied, base first.

    Raises:
        DefinitionError: A layer rests on nothing or on itself, names an item that its base lacks,
            adds one that it has, or drops the last item.
    """
    layers: list[Tailoring] = []
    while key not in checklists:
        if key not in tailorings:
            raise _wrong("tailoring-base", layer=layers[-1].id if layers else key, base=key)
        if tailorings[key] in layers:
            raise _wrong("tailoring-circle", layers=[layer.id for layer in layers])
        layers.append(tailorings[key])
        key = tailorings[key].base
    result = checklists[key]
    for layer in reversed(layers):
        result = apply(result, layer)
    return result


def apply(base: Checklist, layer: Tailoring) -> Checklist:
    """
    Return *base* as *layer* words it.

    Raises:
        DefinitionError: As :func:`tailored`.
    """
    _refuse(base, layer)
    replaced = {item.id: item for item in layer.replace}
    items = [
        _reworded(item, replaced.get(item.id), layer.id)
        for item in base.items
        if item.id not in layer.drop
    ]
    for added in layer.add:
        place = [item.id for item in items].index(added.before)
        items.insert(place, attrs.evolve(added.item, layer=layer.id))
    return attrs.evolve(
        base,
        id=layer.id,
        label=layer.label,
        items=tuple(items),
        layers=(*(base.layers or (base.id,)), layer.id),
    )


def _reworded(item: ChecklistItem, words: ChecklistItem | None, layer: str) -> ChecklistItem:
    if words is None:
        return item
    concepts = words.concepts or item.concepts
    return attrs.evolve(
        item, label=words.label, concepts=concepts, basis=words.basis or item.basis, layer=layer
    )


def _refuse(base: Checklist, layer: Tailoring) -> None:
    kept = {item.id for item in base.items} - set(layer.drop)
    named = [item.id for item in layer.replace]
    for item in (*named, *layer.drop):
        if item not in base.item_ids or (item in named and item not in kept):
            raise _wrong("tailoring-item", layer=layer.id, item=item, base=base.id)
    if base.last_item in layer.drop:
        raise _wrong("tailoring-last", layer=layer.id, item=base.last_item, base=base.id)
    for added in layer.add:
        if added.item.id in kept:
            raise _wrong("tailoring-duplicate", layer=layer.id, item=added.item.id, base=base.id)
        if added.before not in kept:
            raise _wrong("tailoring-item", layer=layer.id, item=added.before, base=base.id)
        kept.add(added.item.id)


def _wrong(code: str, **values: object) -> DefinitionError:
    layer = str(values.get("layer", values.get("layers", "")))
    return DefinitionError((Problem(Mark(layer), code, problem_text(code, **values)),))
