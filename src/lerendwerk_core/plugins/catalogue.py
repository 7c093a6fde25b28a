"""What the loaded plugins offer, by kind and key, each with its owner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from lerendwerk_core.errors import DefinitionError, Mark, Problem, ResultError, UnknownKeyError
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import (
    Aggregation,
    AnswerReader,
    CollectiveRule,
    ProcessReader,
    QuestionnaireWriter,
    RouteRule,
    ScoringModel,
    Solver,
)
from lerendwerk_core.model.goals import SOURCE_STAKEHOLDERS, Stakeholder
from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.municipality import Registration
from lerendwerk_core.model.outcomes import Measure
from lerendwerk_core.model.regie import RegieActivity, RegieActor, RegieModel
from lerendwerk_core.model.tailoring import Tailoring
from lerendwerk_core.model.wire import plain, read_back
from lerendwerk_core.readiness import tailored
from lerendwerk_core.regie import Breach, breaches, family_breaches
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import StakeholderType
from lerendwerk_core.wording import hint_text, problem_text

KINDS: Mapping[str, tuple[str, type, str]] = {
    # hook: (kind, what it must be, attribute that is its key)
    "lerendwerk_provide_checklists": ("checklist", Checklist, "id"),
    "lerendwerk_provide_tailorings": ("tailoring", Tailoring, "id"),
    "lerendwerk_provide_regie_actors": ("actor", RegieActor, "id"),
    "lerendwerk_provide_regie_activities": ("raci-activity", RegieActivity, "id"),
    "lerendwerk_provide_regie_models": ("model", RegieModel, "id"),
    "lerendwerk_provide_stakeholders": ("stakeholder", Stakeholder, "id"),
    "lerendwerk_provide_activities": ("catalogue", LearningActivity, "id"),
    "lerendwerk_provide_measures": ("measure", Measure, "id"),
    "lerendwerk_provide_instruments": ("instrument", Instrument, "id"),
    "lerendwerk_provide_route_rules": ("rule", object, "key"),
    "lerendwerk_provide_collective_rules": ("collective-rule", object, "key"),
    "lerendwerk_provide_scoring_models": ("scoring", object, "key"),
    "lerendwerk_provide_aggregations": ("aggregation", object, "key"),
    "lerendwerk_provide_answer_readers": ("answer-reader", object, "key"),
    "lerendwerk_provide_questionnaire_writers": ("questionnaire", object, "key"),
    "lerendwerk_provide_process_readers": ("reader", object, "key"),
    "lerendwerk_provide_solvers": ("solver", object, "key"),
}


BASIS = "basis"
"""The owner of the definitions that ship with the library."""


@attrs.frozen
class Offer:
    """One contribution and the plugin that made it."""

    owner: str
    value: Any


@attrs.define
class Catalogue:
    """Contributions by kind and key."""

    _offers: dict[str, dict[str, Offer]] = attrs.field(factory=dict)
    _register: dict[str, tuple[str, tuple[Registration, ...]]] = attrs.field(factory=dict)

    def take(self, owner: str, hook: str, values: Iterable[Any]) -> None:
        """
        Add what *owner* returns for *hook*.

        Raises:
            DefinitionError: A value is not what the hook asks for, has a key that is taken, or is a
                regie model that breaks an invariant.
        """
        kind, wanted, attribute = KINDS[hook]
        for value in values:
            if not isinstance(value, wanted) or not isinstance(
                getattr(value, attribute, None), str
            ):
                name = hint_text(f"kind-{kind}")
                raise _wrong(
                    owner, "contribution-kind", hook=hook, kind=name, value=repr(value)[:60]
                )
            self._add(owner, kind, getattr(value, attribute), value)

    def take_register(self, owner: str, periods: Mapping[str, Iterable[Registration]]) -> None:
        """
        Add municipality codes; a code that another plugin has is left to that plugin.

        Raises:
            TypeError: Something else than a registration stands under a code.
        """
        for code, found in periods.items():
            registrations = tuple(found)
            if not all(isinstance(one, Registration) for one in registrations):
                message = f"{code}: {found!r} are not registrations"
                raise TypeError(message)
            self._register.setdefault(code, (owner, registrations))

    def _add(self, owner: str, kind: str, key: str, value: Any) -> None:
        known = self._offers.setdefault(kind, {})
        # A tailoring is used like a checklist, so the two share their keys.
        taken = known.get(key) or self._offers.get(_TWIN.get(kind, ""), {}).get(key)
        if kind == "stakeholder" and StakeholderType.read(key):
            taken = Offer(BASIS, value)
        if taken is not None:
            name = hint_text(f"kind-{kind}")
            raise _wrong(owner, "duplicate-contribution", kind=name, key=key, owner=taken.owner)
        if isinstance(value, RegieModel):
            value = self._lawful(owner, value)
        if isinstance(value, Checklist) and value.item_ids[-1:] != (value.last_item,):
            raise _wrong(owner, "checklist-last", item=value.last_item, checklist=value.id)
        known[key] = Offer(owner, value)

    def _lawful(self, owner: str, model: RegieModel) -> RegieModel:
        """
        Return *model* as the core keeps it: a copy, that nobody can change or has put a method on.

        Raises:
            DefinitionError: It breaks an invariant.
        """
        # What a plugin keeps in its hands it could change after the check; so could a subclass.
        kept = model if owner == BASIS else _copied(owner, model)
        family = [*self.models.values(), kept]
        if found := tuple(breaches(kept)) or tuple(family_breaches(family)):
            raise DefinitionError(tuple(_broken(owner, kept, one) for one in found))
        return kept

    def drop(self, owner: str) -> None:
        """Forget everything that *owner* offered."""
        for offers in self._offers.values():
            for key in [key for key, offer in offers.items() if offer.owner == owner]:
                del offers[key]
        for code in [code for code, (by, _) in self._register.items() if by == owner]:
            del self._register[code]

    def owner_of(self, kind: str, key: str) -> str:
        """Return the plugin that offered *key* of *kind*."""
        return self._offers[kind][key].owner

    def pick(self, kind: str, key: str) -> Any:
        """
        Return the contribution *key* of *kind*.

        Raises:
            UnknownKeyError: There is none.
        """
        known = self._offers.get(kind, {})
        if key not in known:
            raise UnknownKeyError.of(kind, key, sorted(known))
        return known[key].value

    def checklist(self, key: str) -> Checklist:
        """
        Return the checklist *key*, or what the tailoring *key* makes of another.

        Raises:
            UnknownKeyError: There is none.
        """
        known = self.checklists
        if key not in known:
            raise UnknownKeyError.of("checklist", key, sorted(known))
        return known[key]

    def _values(self, kind: str) -> dict[str, Any]:
        return {key: offer.value for key, offer in sorted(self._offers.get(kind, {}).items())}

    @property
    def models(self) -> dict[str, RegieModel]:
        """The regie models, by key."""
        return self._values("model")

    @property
    def actors(self) -> dict[str, RegieActor]:
        """The actors that regie models name, by key."""
        return self._values("actor")

    @property
    def raci_activities(self) -> dict[str, RegieActivity]:
        """The activities on which regie models divide the parts, by key."""
        return self._values("raci-activity")

    @property
    def stakeholders(self) -> dict[str, Stakeholder]:
        """The types of stakeholder: the source's six, then those that plugins add, by key."""
        six = {one.id: one for one in SOURCE_STAKEHOLDERS}
        return {**six, **self._values("stakeholder")}

    @property
    def activities(self) -> dict[str, LearningActivity]:
        """The learning activities, by key."""
        return self._values("catalogue")

    @property
    def measures(self) -> dict[str, Measure]:
        """The measures, by key."""
        return self._values("measure")

    @property
    def instruments(self) -> dict[str, Instrument]:
        """The instruments as they were offered, by key; see what they extend."""
        return self._values("instrument")

    @property
    def rules(self) -> dict[str, RouteRule]:
        """The route rules, by key."""
        return self._values("rule")

    @property
    def collective_rules(self) -> dict[str, CollectiveRule]:
        """The rules that say which needs are learned together, by key."""
        return self._values("collective-rule")

    @property
    def scoring_models(self) -> dict[str, ScoringModel]:
        """The scoring models, by key."""
        return self._values("scoring")

    @property
    def aggregations(self) -> dict[str, Aggregation]:
        """The ways to make one answer of many, by key."""
        return self._values("aggregation")

    @property
    def answer_readers(self) -> dict[str, AnswerReader]:
        """The readers of answers, by key."""
        return self._values("answer-reader")

    @property
    def questionnaire_writers(self) -> dict[str, QuestionnaireWriter]:
        """The writers of questionnaires, by key."""
        return self._values("questionnaire")

    @property
    def readers(self) -> dict[str, ProcessReader]:
        """The process readers, by key."""
        return self._values("reader")

    @property
    def solvers(self) -> dict[str, Solver]:
        """The solvers, by key."""
        return self._values("solver")

    @property
    def register(self) -> dict[str, tuple[Registration, ...]]:
        """The periods of validity per municipality code."""
        return {code: found for code, (_, found) in self._register.items()}

    @property
    def checklists(self) -> dict[str, Checklist]:
        """Every checklist, those that a tailoring makes of another included, by key."""
        bases, layers = self._values("checklist"), self._values("tailoring")
        return {key: tailored(bases, layers, key) for key in (*bases, *layers)}

    def broken_tailorings(self) -> dict[str, DefinitionError]:
        """Return per plugin what is wrong with its tailorings, now that all plugins are in."""
        bases, layers = self._values("checklist"), self._values("tailoring")
        broken: dict[str, dict[Problem, None]] = {}
        for key in layers:
            try:
                tailored(bases, layers, key)
            except DefinitionError as error:
                owner = self.owner_of("tailoring", key)
                broken.setdefault(owner, {}).update(dict.fromkeys(error.problems))
        return {owner: DefinitionError(tuple(problems)) for owner, problems in broken.items()}


_TWIN = {"checklist": "tailoring", "tailoring": "checklist"}


def _copied(owner: str, model: RegieModel) -> RegieModel:
    try:
        return read_back(RegieModel, plain(model))
    except ResultError as error:
        values = {"hook": "lerendwerk_provide_regie_models", "kind": hint_text("kind-model")}
        raise _wrong(owner, "contribution-kind", value=str(error)[:200], **values) from error


def _broken(owner: str, model: RegieModel, breach: Breach) -> Problem:
    place = ".".join(("models", model.id, *breach.at))
    return Problem(Mark(f"{owner}: {place}"), breach.code, breach.message)


def _wrong(owner: str, code: str, /, **values: object) -> DefinitionError:
    message: Text = problem_text(code, **values)
    return DefinitionError((Problem(Mark(owner), code, message),))
