"""Checks for a regie model: complete, lawful, in both languages, and usable in a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.people import Organisation, Person
from lerendwerk_core.model.process import Edge, Step, WorkProcess
from lerendwerk_core.model.raci import COUNCIL
from lerendwerk_core.model.regie import Arrangement, RegieModel
from lerendwerk_core.plugins.catalogue import BASIS
from lerendwerk_core.regie import breaches
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import DecisionRight
from lerendwerk_core.workbench import Workbench

Check = Callable[[Workbench, str], None]

NAMES = ("gem", "zorg", "buurt")


def breaks_no_invariant(bench: Workbench, key: str) -> None:
    """The model names a holder for each of the twelve rights and breaks none of I2-I6."""
    model = bench.catalogue.models[key]
    told = [one.message.en for one in breaches(model)]
    assert set(model.choice) == set(DecisionRight), f"{key}: not all rights have a holder"
    assert not told, f"{key}: {told}"


def divides_every_activity(bench: Workbench, key: str) -> None:
    """The RACI has a row for every activity of the library itself, each without a flaw."""
    catalogue, model = bench.catalogue, bench.catalogue.models[key]
    ours = (one for one in catalogue.raci_activities if _is_ours(bench, one))
    missing = sorted(set(ours) - set(model.raci))
    flawed = [activity for activity, row in model.raci.items() if row.flaws]
    assert not missing, f"{key}: no row for {missing}"
    assert not flawed, f"{key}: something conflicts in {flawed}"


def _is_ours(bench: Workbench, activity: str) -> bool:
    """Whether *activity* ships; nobody has to know those of other plugins."""
    return bench.catalogue.owner_of("raci-activity", activity) == BASIS


def fills_all_rule_types(bench: Workbench, key: str) -> None:
    """None of the seven rule types is left empty."""
    empty = list(_empty(bench.catalogue.models[key]))
    assert not empty, f"{key}: nothing said about {empty}"


def _empty(model: RegieModel) -> Iterator[str]:
    said = {
        "position": model.position,
        "boundary": model.learning_group.must and model.steering_group.must,
        "choice": model.choice,
        "aggregation": model.aggregation,
        "information": model.chain and model.raci,
        "payoff": model.payoff.pattern,
        "unlearn": model.unlearn,
    }
    return (rule for rule, value in said.items() if not value)


def speaks_both_languages(bench: Workbench, key: str) -> None:
    """Label and everything to unlearn are in Dutch and in English."""
    model = bench.catalogue.models[key]
    same = [text.nl for text in (model.label, *model.unlearn) if text.nl == text.en]
    assert not same, f"{key}: the same in both languages: {same}"


def leads_everyone_to_the_council(bench: Workbench, key: str) -> None:
    """In a small dossier everyone answers to the council, and the whole trajectory runs."""
    result = bench.run(_dossier(key))
    (one,) = result.regie.arrangements
    assert set(one.accountability) == set(NAMES), f"{key}: not everyone has a path"
    for path in (*one.accountability.values(), *one.actor_paths.values()):
        assert path[-1] == COUNCIL, f"{key}: {' > '.join(path)} does not end at the council"
    assert not result.has_blocker, f"{key}: something blocks"


def _dossier(key: str) -> Dossier:
    """Return a municipality, two partners, and a process of two steps under the model."""
    organisations = tuple(
        Organisation(id=name, label=Text.of(name), kind="gemeente" if name == "gem" else "")
        for name in NAMES
    )
    steps = tuple(
        Step(id=f"s-{name}", label=Text.of(name), performers=(name,)) for name in NAMES[:2]
    )
    return Dossier(
        id=key,
        organisations=organisations,
        people=tuple(
            Person(code=f"{name.upper()}-{number}", discipline=name, organisation=name)
            for name in NAMES
            for number in range(1, 6)
        ),
        process=WorkProcess(
            id="p", steps=steps, edges=(Edge(source=steps[0].id, target=steps[1].id),)
        ),
        arrangements=(Arrangement(model=key, partners=NAMES[1:]),),
    )


REGIE_MODEL_CHECKS: tuple[Check, ...] = (
    breaks_no_invariant,
    divides_every_activity,
    fills_all_rule_types,
    speaks_both_languages,
    leads_everyone_to_the_council,
)
