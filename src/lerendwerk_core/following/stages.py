"""The facts of every stage, in the order of a trajectory."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lerendwerk_core.following.facts import Fact
from lerendwerk_core.hooks import TrajectoryContext
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Better, RepositioningState, Stage, UnlearnState
from lerendwerk_core.wording import page_text

HIGHER, LOWER = Better.HIGHER, Better.LOWER
Facts = Iterator[Fact]


def facts_of(found: TrajectoryContext) -> tuple[Fact, ...]:
    """Return everything that the stages of *found* say, one fact for each thing."""
    return tuple(fact for stage in STAGES for fact in stage(found))


def _setup(found: TrajectoryContext) -> Facts:
    stage, scope = Stage.SETUP, found.scope
    taking_part, aimed_at = page_text("fact-taking-part"), page_text("fact-aimed-at")
    for key, label in scope.organisations.items():
        yield Fact(stage=stage, key=f"organisation:{key}", label=label, value=taking_part)
    for key, label in scope.goals.items():
        yield Fact(stage=stage, key=f"goal:{key}", label=label, value=aimed_at)
    if scope.counts.people is not None:
        people = page_text("fact-people")
        yield Fact.counted(stage, "people", people, scope.counts.people, of_people=True)


def _readiness(found: TrajectoryContext) -> Facts:
    stage, result = Stage.READINESS, found.readiness
    if result is None:
        return
    label = page_text("fact-route")
    yield Fact(stage=stage, key="route", label=label, value=result.route.label)
    deficient = page_text("fact-deficient")
    yield Fact.counted(stage, "deficient", deficient, result.deficient, LOWER)


def _regie(found: TrajectoryContext) -> Facts:
    stage = Stage.REGIE
    for one in found.regie.arrangements:
        place = "-".join(part for part in (one.area, one.act.value if one.act else "") if part)
        name = place or page_text("fact-everywhere")
        label = page_text("fact-model", place=name)
        yield Fact(stage=stage, key=f"model:{place}", label=label, value=one.label)
        degree = page_text("fact-degree", place=name)
        yield Fact.counted(stage, f"degree:{place}", degree, one.steering_degree)
    for party, path in found.regie.accountability.items():
        who = found.regie.words.get(party, Text.of(party))
        words = [found.regie.words.get(part, Text.of(part)) for part in path[1:]]
        label = page_text("fact-path", party=who)
        value = page_text("fact-list", parts=words)
        yield Fact(stage=stage, key=f"path:{party}", label=label, value=value)


def _process(found: TrajectoryContext) -> Facts:
    stage, result = Stage.PROCESS, found.process
    if result is None:
        return
    now = result.now
    numbers: tuple[tuple[str, float | None, Better], ...] = (
        ("steps", now.steps, Better.UNKNOWN),
        ("handovers", now.handovers, LOWER),
        ("wait-days", now.wait_days, LOWER),
        ("touch-minutes", now.touch_minutes, LOWER),
        ("flow-efficiency", now.flow_efficiency, HIGHER),
        ("without-goal", len(now.without_goal), LOWER),
        ("without-client", len(now.without_client), LOWER),
    )
    for key, amount, better in numbers:
        if amount is not None:
            yield Fact.counted(stage, key, page_text(f"fact-{key}"), amount, better)
    for step in now.step_list:
        if step.stance:
            label = page_text("fact-stance", step=step.label)
            yield Fact(stage=stage, key=f"stance:{step.id}", label=label, value=step.stance.label)


def _groups(found: TrajectoryContext) -> Facts:
    stage = Stage.COMPOSITION
    for key, group in found.composition.groups.items():
        covered = page_text("fact-steps-covered", group=key)
        yield Fact.counted(stage, f"covered:{key}", covered, group.steps_covered, HIGHER)
        parties = page_text("fact-organisations", group=key)
        yield Fact.counted(stage, f"organisations:{key}", parties, group.organisations, HIGHER)
        unmet = page_text("fact-unmet", group=key)
        yield Fact.counted(stage, f"unmet:{key}", unmet, len(group.unmet), LOWER)


def _roles(found: TrajectoryContext) -> Facts:
    stage, result = Stage.ALIGNMENT, found.alignment
    for roles in list(result.roles.values())[:1]:
        conflicts = page_text("fact-role-conflicts")
        yield Fact.counted(stage, "conflicts", conflicts, len(roles.conflicts), LOWER)
        apart = page_text("fact-pairs-apart")
        yield Fact.counted(stage, "apart", apart, len(roles.pairs_without_agreement), LOWER)
    ladder = list(RepositioningState)
    for who, row in result.positions.items():
        for part, state in row.items():
            if state is not RepositioningState.UNKNOWN:
                label = page_text("fact-position", who=result.stakeholders[who], part=_part(part))
                yield Fact(
                    stage=stage,
                    key=f"position:{who}:{part}",
                    label=label,
                    value=state.label,
                    amount=float(ladder.index(state)),
                    better=HIGHER,
                )


def _part(part: str) -> Text:
    return page_text(f"part-{part}")


def _principles(found: TrajectoryContext) -> Facts:
    stage, result = Stage.PRINCIPLES, found.alignment
    for key, label in result.principles.labels.items():
        scope = "both" if key in result.principles.both else "partly"
        value = page_text(f"fact-scope-{scope}")
        yield Fact(stage=stage, key=f"principle:{key}", label=label, value=value)
    for one in result.agreements:
        conflicts = result.frame_conflicts.get(one.id, ())
        value = page_text("fact-against-frame" if conflicts else "fact-agreed")
        yield Fact(stage=stage, key=f"agreement:{one.id}", label=one.label, value=value)
    turns = {"tasks": result.stance.tasks, "behaviour": result.stance.behaviour}
    for key, turn in turns.items():
        if turn.share_dat is not None:
            label = page_text("fact-turn", part=_part(key))
            yield Fact.counted(stage, f"stance:{key}", label, turn.share_dat, HIGHER)
    share = result.plan.by_participants
    if share is not None:
        label = page_text("fact-by-participants")
        yield Fact.counted(stage, "by-participants", label, share, HIGHER)


def _learning(found: TrajectoryContext) -> Facts:
    stage, result = Stage.LEARNING, found.learning
    for need in result.needs:
        value = page_text("fact-together" if need.collective else "fact-alone")
        label = page_text("fact-need", need=need.label)
        yield Fact(stage=stage, key=f"need:{need.id}", label=label, value=value)
        if need.total is not None:
            named = page_text("fact-named", need=need.label)
            yield Fact.counted(stage, f"named:{need.id}", named, need.total, of_people=True)
    for name, figures in result.characteristics.items():
        yield Fact(
            stage=stage,
            key=f"characteristic:{name.value}",
            label=figures.label,
            value=page_text(f"fact-{figures.state.replace(' ', '-')}"),
            amount=float(figures.state == "met"),
            better=HIGHER,
        )
    if result.hours.planned is not None:
        label = page_text("fact-learning-hours")
        yield Fact.counted(stage, "hours", label, result.hours.planned)
    yield from _unlearning(found)


def _unlearning(found: TrajectoryContext) -> Facts:
    ladder = list(UnlearnState)
    for goal in found.learning.unlearning:
        if goal.now:
            yield Fact(
                stage=Stage.LEARNING,
                key=f"unlearn:{goal.id}",
                label=page_text("fact-unlearn", goal=goal.label),
                value=goal.now.label,
                amount=float(ladder.index(goal.now)),
                better=HIGHER,
            )


def _outcomes(found: TrajectoryContext) -> Facts:
    if found.outcomes is None:
        return
    for key, series in found.outcomes.series.items():
        seen = [one.value for one in series.moments.values() if one.value is not None]
        if seen:
            label = series.label
            yield Fact.counted(Stage.OUTCOMES, f"series:{key}", label, seen[-1], series.better)


def _review(found: TrajectoryContext) -> Facts:
    for moment in found.review.overdue:
        label = page_text("fact-review", moment=moment)
        value = page_text("fact-overdue")
        yield Fact(stage=Stage.REVIEW, key=f"review:{moment}", label=label, value=value)


STAGES: tuple[Callable[[TrajectoryContext], Facts], ...] = (
    _setup,
    _readiness,
    _regie,
    _process,
    _groups,
    _roles,
    _principles,
    _learning,
    _outcomes,
    _review,
)
