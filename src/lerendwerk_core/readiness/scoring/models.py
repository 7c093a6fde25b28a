"""
Scoring models: one number for a checklist, for who must have one, in seven ways that are not the same.

The advice does not come from these numbers; it comes from the rule (see ``rule.py``). A model works on a
tree of sections and items. What does not apply is in neither sum. What is not answered is in neither sum
either, so that silence is never held for *not in order*; a model that does otherwise says so. A weight of
nothing stays nothing.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist, ChecklistItem
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.scoring import Node, Scored
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.rule import answer_to
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer
from lerendwerk_core.wording import reason

LEVELS = {Answer.IN_ORDER: 2.0, Answer.PARTLY: 1.0, Answer.NOT_IN_ORDER: 0.0}
"""How an answer counts on the scale from 0 to 2."""

LEFT_OUT = reason("score-left-out")
NOTHING_DONE = reason("score-nothing-done")
ANCHORED = reason("score-anchored")


def _scored(
    model: str,
    root: Node,
    value: float | None,
    most: float,
    parts: Table[str, float] | None = None,
    *,
    missing: Text = LEFT_OUT,
    not_applicable: Text = LEFT_OUT,
) -> Scored:
    items = list(root.items())
    answered = sum(item.value is not None for item in items)
    return Scored(
        model=model,
        value=value,
        most=most,
        counted=answered,
        unanswered=len(items) - answered,
        parts=parts or Table(),
        missing=missing,
        not_applicable=not_applicable,
    )


def _answered(root: Node) -> list[Node]:
    return [item for item in root.items() if item.value is not None]


@attrs.frozen
class WeightedTree:
    """
    Every section is the weighted mean of what is in it, up to the top, out of 100.

    A section in which nothing counts is left out; one that counts with no weight in it scores 0.
    """

    key: str = "weighted-tree"

    def __call__(self, root: Node) -> Scored:
        """Return the mean of means."""
        parts = ((child.id, self._value(child)) for child in root.children)
        known = Table((key, 100 * value) for key, value in parts if value is not None)
        value = self._value(root)
        return _scored(self.key, root, None if value is None else 100 * value, 100.0, known)

    def _value(self, node: Node) -> float | None:
        if not node.applies:
            return None
        if not node.children:
            return None if node.value is None else node.share
        found = [(child.weight, self._value(child)) for child in node.children]
        counting = [(weight, value) for weight, value in found if value is not None]
        total = math.fsum(weight for weight, _ in counting)
        if not counting:
            return None
        return math.fsum(weight * value for weight, value in counting) / total if total else 0.0


@attrs.frozen
class Flat:
    """The weights of what is in order, of the weights of all that counts; sections do not matter."""

    weighted: bool = True

    @property
    def key(self) -> str:
        """``flat`` or ``flat-unweighted``."""
        return "flat" if self.weighted else "flat-unweighted"

    def __call__(self, root: Node) -> Scored:
        """Return the sum, and the most it could be."""
        items = _answered(root)
        weights = [item.weight if self.weighted else 1.0 for item in items]
        pairs = zip(weights, items, strict=True)
        value = math.fsum(weight * item.share for weight, item in pairs)
        return _scored(self.key, root, value, math.fsum(weights))


@attrs.frozen
class AllOrNothing:
    """1 when everything that has weight is wholly in order, else 0."""

    key: str = "all-or-nothing"

    def __call__(self, root: Node) -> Scored:
        """Return 1 or 0; nothing that counts leaves nothing to fail."""
        whole = all(item.share == 1.0 for item in _answered(root) if item.weight)
        return _scored(self.key, root, float(whole), 1.0)


@attrs.frozen
class Average:
    """
    The weighted mean of all items on the scale of the checklist, each on its own scale first.

    With a *target*, what does not apply counts as if it had reached that (``anchored``).
    """

    target: float | None = None

    @property
    def key(self) -> str:
        """``average`` or ``average-anchored``."""
        return "average" if self.target is None else "average-anchored"

    def __call__(self, root: Node) -> Scored:
        """Return the mean on the scale of *root*."""
        tree = root if self.target is None else anchored(root, self.target)
        value = _mean(_answered(tree), root)
        told = LEFT_OUT if self.target is None else ANCHORED
        return _scored(self.key, tree, value, root.high, not_applicable=told)


def _mean(items: list[Node], scale: Node) -> float | None:
    total = math.fsum(item.weight for item in items)
    if not total:
        return None
    mean = math.fsum(item.weight * item.share for item in items) / total
    return scale.low + mean * (scale.high - scale.low)


@attrs.frozen
class Sum:
    """The answers added up, each as it is and with its weight."""

    key: str = "sum"

    def __call__(self, root: Node) -> Scored:
        """Return the sum, and the most it could be."""
        items = _answered(root)
        value = math.fsum(item.weight * (item.value or 0.0) for item in items)
        most = math.fsum(item.weight * item.high for item in items)
        return _scored(self.key, root, value if items else None, most)


@attrs.frozen
class AverageOfAverages:
    """
    The plain mean of the sections at *depth*: items by weight, sections all alike.

    A section without answers is left out. With a *target*, as in :class:`Average`.
    """

    depth: int = 1
    target: float | None = None

    @property
    def key(self) -> str:
        """``average-of-averages``, perhaps anchored."""
        name = "average-of-averages"
        return name if self.target is None else f"{name}-anchored"

    def __call__(self, root: Node) -> Scored:
        """Return the mean of the sections, on the scale of *root*."""
        tree = root if self.target is None else anchored(root, self.target)
        sections = [tree]
        for _ in range(self.depth):
            sections = [child for one in sections for child in one.children or (one,)]
        found = ((one.id, self._value(one, root)) for one in sections if one.applies)
        means = Table((key, value) for key, value in found if value is not None)
        value = math.fsum(means.values()) / len(means) if means else None
        told = LEFT_OUT if self.target is None else ANCHORED
        return _scored(self.key, tree, value, root.high, means, not_applicable=told)

    def _value(self, node: Node, scale: Node) -> float | None:
        inner = [child for child in node.children if child.children and child.applies]
        means = [self._value(child, scale) for child in inner]
        own = [c for c in node.children if not c.children and c.applies and c.value is not None]
        if not node.children and node.value is not None:
            own = [node]
        if own:
            means.append(_mean(own, scale))
        known = [one for one in means if one is not None]
        return math.fsum(known) / len(known) if known else None


@attrs.frozen(kw_only=True)
class Maturity:
    """
    Levels of maturity: a level is the mean of its items, a practice the *sum* of its levels.

    What lies above a practice is a mean again; *depth* is how deep practices lie. Here what is not
    answered counts as nothing done, because a level that nobody vouches for is not reached; a level in
    which nothing applies is none. There are no weights.
    """

    depth: int = 2
    key: str = "maturity"

    def __call__(self, root: Node) -> Scored:
        """Return the mean over everything above the practices."""
        value = self._value(root, self.depth)
        parts = ((child.id, self._value(child, self.depth - 1)) for child in root.children)
        known = Table((key, part) for key, part in parts if part is not None)
        most = float(self._levels(root))
        return _scored(self.key, root, value, most, known, missing=NOTHING_DONE)

    def _levels(self, root: Node) -> int:
        """Return how many levels the largest practice has: the most it could reach."""
        practices = [root]
        for _ in range(self.depth):
            practices = [child for one in practices if one.applies for child in one.children]
        return max((len(_applying(one)) for one in practices if one.applies), default=0)

    def _value(self, node: Node, above: int) -> float | None:
        if not node.applies:
            return None
        if not node.children:
            return node.share if node.value is not None else 0.0
        found = (self._value(child, above - 1) for child in node.children)
        values = [value for value in found if value is not None]
        total = math.fsum(values)
        return None if not values else total if above == 0 else total / len(values)


def _applying(node: Node) -> list[Node]:
    """Return the children of *node* in which something applies."""
    return [child for child in node.children if any(True for _ in child.items())]


def anchored(root: Node, target: float) -> Node:
    """Return the tree in which what does not apply has reached *target*, on the scale of *root*."""
    share = (target - root.low) / (root.high - root.low)
    return _anchored(root, share)


def _anchored(node: Node, share: float) -> Node:
    if node.children:
        inside = tuple(_anchored(child, share) for child in node.children)
        return attrs.evolve(node, children=inside)
    if node.applies:
        return node
    return attrs.evolve(node, applies=True, value=node.low + share * (node.high - node.low))


MODELS: tuple[ScoringModel, ...] = (
    WeightedTree(),
    Flat(),
    Flat(weighted=False),
    AllOrNothing(),
    Average(),
    Sum(),
    AverageOfAverages(),
)
"""The models that ship; each of them looks at the same answers."""


def tree_of(checklist: Checklist, sheet: AnswerSheet) -> Node:
    """Return the answers of *sheet* as a tree: a node per section, an item from 0 to 2."""
    sections = (
        Node(
            id=section.id,
            children=tuple(
                _item(item, answer_to(item, sheet))
                for item in checklist.items
                if item.section == section.id
            ),
        )
        for section in checklist.sections
    )
    return Node(
        id=checklist.id, low=0.0, high=2.0, children=tuple(s for s in sections if s.children)
    )


def _item(item: ChecklistItem, answer: Answer) -> Node:
    return Node(
        id=item.id,
        weight=item.weight,
        value=LEVELS.get(answer),
        low=0.0,
        high=2.0,
        applies=answer is not Answer.NOT_APPLICABLE,
    )


def scores(
    checklist: Checklist, sheet: AnswerSheet, models: Iterable[ScoringModel] = MODELS
) -> Table[str, Scored]:
    """Return what each of *models* says of *sheet*: look whether the choice matters."""
    tree = tree_of(checklist, sheet)
    return Table((model.key, _something(model(tree))) for model in models)


def _something(found: Scored) -> Scored:
    """Return *found*, without a value where nothing was answered: then there is nothing to score."""
    return found if found.counted else attrs.evolve(found, value=None)
