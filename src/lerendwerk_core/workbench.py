"""The facade: one object with its own plugin host, one verb a stage, ``run`` for all of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from lerendwerk_core import (
    alignment,
    builtin,
    composition,
    following,
    learning,
    outcomes,
    privacy,
    process,
    readiness,
    regie,
    review,
    setup,
)
from lerendwerk_core._version import __version__
from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.hooks import TrajectoryContext
from lerendwerk_core.model.answers import ChecklistUse
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import Finding, Progress
from lerendwerk_core.model.dossier import DatedDossier, Dossier
from lerendwerk_core.model.learning import LearningGroup
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.questionnaire import Questionnaire
from lerendwerk_core.model.regie import Arrangement, Demand, RegieModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.plugins import Catalogue, PluginHost, PluginRecord, PluginState
from lerendwerk_core.plugins.blame import (
    BlamedAggregation,
    BlamedAnswers,
    BlamedModel,
    BlamedReader,
    Blaming,
)
from lerendwerk_core.plugins.catalogue import BASIS
from lerendwerk_core.plugins.host import OnError
from lerendwerk_core.sources import (
    Known,
    checklist_schema,
    dossier_schema,
    read_dossier,
    read_states,
)
from lerendwerk_core.text import Lang
from lerendwerk_core.trajectory import Provenance, Trajectory
from lerendwerk_core.vocabulary import Route

BUILTIN = "builtin"


class Workbench:
    """
    Everything one needs for trajectories: what the plugins offer, and a verb for every stage.

    Each workbench has its own plugin host; nothing is shared between two of them.
    """

    def __init__(
        self,
        *,
        discover: bool = True,
        block: Collection[str] = (),
        folders: Iterable[str | Path] = (),
        on_error: OnError = "report",
    ) -> None:
        """
        Load the built-in plugins, those that are installed, and the data in *folders*.

        With ``discover=False`` nothing installed is looked for; *block* names plugins to leave out,
        which are then not even imported. *on_error* says whether a failing plugin is reported
        (``"report"``) or raised (``"raise"``).

        Raises:
            PluginError: A plugin fails and *on_error* is ``"raise"``.
        """
        self._host = PluginHost(block=frozenset(block), on_error=on_error)
        self._host.add(
            lambda: builtin, BUILTIN, distribution="lerendwerk_core", version=__version__
        )
        origin = {"distribution": "lerendwerk_core", "version": __version__}
        self._host.add_folder(builtin.DATA, BASIS, **origin)
        if discover:
            self._host.discover()
        for folder in map(Path, folders):
            self._host.add_folder(folder, folder.name)
        self._host.settle()

    @property
    def plugins(self) -> tuple[PluginRecord, ...]:
        """Every plugin that was met: loaded, blocked or failed."""
        return self._host.records

    @property
    def catalogue(self) -> Catalogue:
        """What the loaded plugins offer."""
        return self._host.catalogue

    def add_plugin(self, plugin: object, name: str) -> None:
        """
        Load *plugin*, a module or object with hook implementations, under *name*.

        Raises:
            PluginError: It fails and the workbench was told to raise.
        """
        self._host.add(lambda: plugin, name)
        self._host.settle()

    # -- reading -------------------------------------------------------------------------------

    def read(
        self,
        path: str | Path,
        *,
        columns: Mapping[str, str] | None = None,
        log: str | Path | None = None,
    ) -> Dossier:
        """
        Return the dossier in the YAML file or folder at *path*; or of a drawing or a log, its process.

        *columns* names the columns of a log: ``case``, ``activity``, ``time``, ``resource``,
        ``group`` and ``organisation``. A *log* is laid on the drawing at *path*.

        Raises:
            DossierError: With every problem, each with its file, line and column.
            PluginError: The process reader comes from a plugin and fails.
        """
        return read_dossier(path, self._known(), columns, log)

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema (draft-07) of a dossier, with the process readers there are."""
        return dossier_schema(tuple(self.catalogue.readers))

    def checklist_schema(self) -> dict[str, object]:
        """Return the JSON Schema (draft-07) of a file with checklists and tailorings."""
        return checklist_schema()

    def _known(self) -> Known:
        catalogue = self.catalogue
        return Known(
            checklists=catalogue.checklists,
            models=frozenset(catalogue.models),
            activities=frozenset(catalogue.activities),
            actors=frozenset(catalogue.actors),
            readers={
                key: BlamedReader(catalogue.owner_of("reader", key), reader)
                for key, reader in catalogue.readers.items()
            },
            aggregations=frozenset(catalogue.aggregations),
            collective_rules=frozenset(catalogue.collective_rules),
            stakeholders=frozenset(catalogue.stakeholders),
            raci_activities=frozenset(catalogue.raci_activities),
            answer_readers={
                key: BlamedAnswers(catalogue.owner_of("answer-reader", key), reader)
                for key, reader in catalogue.answer_readers.items()
            },
        )

    # -- writing -------------------------------------------------------------------------------

    def questionnaire(
        self,
        checklist: str | Checklist = "default",
        *,
        form: str = "csv",
        lang: Lang = "nl",
        moment: str = "",
        respondents: Sequence[str] = (),
        organisations: Sequence[str] = (),
    ) -> bytes:
        """
        Return *checklist* as a file to be filled in, which :meth:`read` takes back as answers.

        It is the id of one, or one itself, such as :meth:`checklist_of` a dossier. *respondents* are
        role codes to set out beforehand, *organisations* ids to choose from.

        Raises:
            UnknownKeyError: There is no such checklist or form.
            PluginError: The form comes from a plugin and fails.
        """
        writer = self.catalogue.pick("questionnaire", form)
        whole = checklist
        if isinstance(whole, str):
            whole = self.catalogue.checklist(whole)
        applying = tuple(item for item in whole.items if item.applies)
        asked = Questionnaire(
            checklist=attrs.evolve(whole, items=applying),
            lang=lang,
            moment=moment,
            respondents=tuple(respondents),
            organisations=tuple(organisations),
        )
        with Blaming(self.catalogue.owner_of("questionnaire", form)):
            return bytes(writer(asked))

    # -- one verb a stage ----------------------------------------------------------------------

    def set_up(self, dossier: Dossier) -> setup.Scope:
        """Return who and what the dossier is about (stage 0)."""
        return setup.set_up(dossier, self.catalogue.register)

    def assess(self, dossier: Dossier, *, rule: str = "source") -> readiness.Readiness | None:
        """
        Return whether lerend werken is the road (stage 1); ``None`` without answers.

        Raises:
            ReadinessError: Fewer than three items count.
            UnknownKeyError: There is no such rule.
            PluginError: The rule comes from a plugin and fails.
        """
        if dossier.checklist is None:
            return None
        checklist = self.checklist_of(dossier)
        chosen = self.catalogue.pick("rule", rule)
        models = [
            BlamedModel(self.catalogue.owner_of("scoring", key), model)
            for key, model in self.catalogue.scoring_models.items()
        ]
        ways = [
            BlamedAggregation(self.catalogue.owner_of("aggregation", key), way)
            for key, way in self.catalogue.aggregations.items()
        ]
        with Blaming(self.catalogue.owner_of("rule", rule)):
            return readiness.assess(
                checklist,
                dossier.checklist,
                chosen,
                models,
                ways,
                minimum=dossier.minimum_cell,
                base=self._checklists(dossier.checklist).get(checklist.origin.layer),
            )

    def checklist_of(self, dossier: Dossier) -> Checklist:
        """
        Return the checklist that *dossier* uses, its own tailorings laid on it.

        Raises:
            UnknownKeyError: It uses none, or one that no plugin offers.
        """
        used = dossier.checklist or ChecklistUse(use="", rounds=())
        known = self._checklists(used)
        if used.use not in known:
            raise UnknownKeyError.of("checklist", used.use, sorted(known))
        return known[used.use]

    def _checklists(self, used: ChecklistUse) -> dict[str, Checklist]:
        """Return the checklists that there are for a dossier: those of plugins, and its own."""
        return {**self.catalogue.checklists, **{one.id: one for one in used.own}}

    def govern(self, dossier: Dossier) -> regie.Regie:
        """Return who steers and who answers to the council (stage 2)."""
        catalogue = self.catalogue
        return regie.govern(dossier, catalogue.models, catalogue.actors, catalogue.raci_activities)

    def compare_regie(
        self, dossier: Dossier, model: str, *, area: str = ""
    ) -> tuple[regie.RegieComparison, ...]:
        """
        Return what *model* would change, for every arrangement of *dossier*, or those of *area*.

        Raises:
            UnknownKeyError: There is no such model, or no arrangement for such an area.
        """
        after = self.catalogue.pick("model", model)
        areas = [one.area for one in dossier.arrangements]
        if area and area not in areas:
            raise UnknownKeyError.of("area", area, sorted({*areas} - {""}))
        return tuple(
            self._compared(dossier, one, after)
            for one in dossier.arrangements
            if not area or one.area == area
        )

    def _compared(
        self, dossier: Dossier, one: Arrangement, after: RegieModel
    ) -> regie.RegieComparison:
        found = regie.compare(dossier, one, self.catalogue.models[one.model], after)
        lacking = regie.unmet_by(dossier, one, after, f"regie.{one.scope_name}")
        return attrs.evolve(found, missing=tuple(finding.message for finding in lacking))

    def map(self, dossier: Dossier) -> process.ProcessMap | None:
        """Return how the work runs and where it sticks (stage 3); ``None`` without a process."""
        return process.map_process(dossier)

    def compose(
        self,
        dossier: Dossier,
        *,
        solver: str = "standard",
        time_limit: float | None = None,
        cancel: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> composition.Composition:
        """
        Return the groups that exist, reviewed, and those that the dossier asks for (stage 4).

        Raises:
            UnknownKeyError: There is no such solver.
            PluginError: The solver comes from a plugin and fails.
        """
        demands = self._demands(dossier)
        reviewed = Table(
            (group.id, composition.review(dossier, group, demands)) for group in dossier.groups
        )
        request = dossier.compose
        if request is None:
            return composition.Composition(groups=reviewed)
        problem = composition.brief(dossier, request, demands)
        chosen = self.catalogue.pick("solver", solver)
        with Blaming(self.catalogue.owner_of("solver", solver)):
            composed = composition.solve(
                problem,
                seed=request.seed,
                effort=request.effort,
                time_limit=time_limit,
                cancel=cancel,
                progress=progress,
                solver=chosen,
            )
        groups = (
            LearningGroup(
                id=spec.id,
                purpose=spec.purpose,
                area=spec.area,
                members=composed.members.get(spec.id, ()),
            )
            for spec in problem.groups
            if spec.id in composed.members
        )
        proposed = Table((one.id, composition.review(dossier, one, demands)) for one in groups)
        return attrs.evolve(composed, groups=reviewed, proposed=proposed)

    def align(self, dossier: Dossier) -> alignment.Alignment:
        """Return who does what, and from which principles (stages 5 and 6)."""
        expected = regie.expected_accountable(dossier, self.catalogue.models)
        stakeholders = self.catalogue.stakeholders.values()
        activities = regie.expected_for_activities(dossier, self.catalogue.models)
        return alignment.align(dossier, _versions(dossier), expected, stakeholders, activities)

    def plan(self, dossier: Dossier) -> learning.Learning:
        """
        Return what is learned together and alone, and unlearned (stage 7).

        Raises:
            PluginError: The rule for what is learned together comes from a plugin and fails.
        """
        return self._planned(dossier, None)

    def _planned(self, dossier: Dossier, route: Route | None) -> learning.Learning:
        key = dossier.routes.rule
        chosen = self.catalogue.pick("collective-rule", key)
        with Blaming(self.catalogue.owner_of("collective-rule", key)):
            return learning.plan(
                dossier,
                self.catalogue.activities,
                _versions(dossier),
                chosen,
                route=route,
                conflicting=tuple(alignment.frame_conflicts(dossier)),
            )

    def measure(self, dossier: Dossier) -> outcomes.Outcomes | None:
        """Return whether it works (stage 8); ``None`` when nothing was measured."""
        catalogue, drawn = self.catalogue, process.map_process(dossier)
        instruments = catalogue.instruments.values()
        return outcomes.follow(dossier, catalogue.measures.values(), drawn, instruments)

    def look_back(self, dossier: Dossier, *, as_of: dt.date | None = None) -> review.Review:
        """
        Return what changed since the previous round (stage 9), seen from the day *as_of*.

        Raises:
            ReadinessError: As :meth:`assess`.
        """
        return _looked_back(dossier, self.assess(dossier), as_of)

    def _demands(self, dossier: Dossier) -> tuple[Demand, ...]:
        models = self.catalogue.models
        return tuple(
            demand
            for one in dossier.arrangements
            for demand in regie.demands_of(dossier, one, models[one.model])
        )

    # -- all of them ---------------------------------------------------------------------------

    def run(
        self,
        dossier: Dossier,
        *,
        as_of: dt.date | None = None,
        time_limit: float | None = None,
        cancel: Callable[[], bool] | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> Trajectory:
        """
        Return the whole trajectory of *dossier*.

        *as_of* is the day on which reviews are overdue (the library has no clock); *time_limit*
        (seconds) and *cancel* bound the composing, which keeps its best answer so far; *progress*
        hears how far it is.

        Raises:
            ReadinessError: Fewer than three items of the checklist count.
            PluginError: A plugin fails and the workbench was told to raise.
        """
        composed = self.compose(dossier, time_limit=time_limit, cancel=cancel, progress=progress)
        context = self._context(dossier, composed, as_of)
        names = (field.name for field in attrs.fields(TrajectoryContext))
        return Trajectory(
            id=dossier.id,
            findings=tuple(self._findings(dossier, context)),
            provenance=self._provenance(),
            **{name: getattr(context, name) for name in names},
        )

    def _context(
        self, dossier: Dossier, composed: composition.Composition, as_of: dt.date | None
    ) -> TrajectoryContext:
        assessed = self.assess(dossier)
        return TrajectoryContext(
            scope=self.set_up(dossier),
            readiness=assessed,
            regie=self.govern(dossier),
            process=self.map(dossier),
            composition=composed,
            alignment=self.align(dossier),
            learning=self._planned(dossier, assessed.route if assessed else None),
            outcomes=self.measure(dossier),
            review=_looked_back(dossier, assessed, as_of),
        )

    # -- over time -----------------------------------------------------------------------------

    def read_states(self, folder: str | Path) -> tuple[DatedDossier, ...]:
        """
        Return the dossiers in *folder* whose names begin with a day, oldest first.

        Raises:
            DossierError: With every problem of every one of them; or there are none.
        """
        return read_states(folder, self.read)

    def follow(
        self,
        states: Sequence[DatedDossier],
        *,
        since: dt.date | None = None,
        until: dt.date | None = None,
    ) -> following.Following:
        """
        Return what changed in every stage between two of *states*, and what to discuss next.

        Without *since* it is from the first, without *until* to the last. Groups that a dossier asks
        for are not composed again: what is followed is what there was. Reviews are overdue on the
        day of the later state.

        Raises:
            UnknownKeyError: There is no state of such a day.
            ReadinessError: As :meth:`assess`.
        """
        by_day = {one.date: one for one in sorted(states, key=lambda one: one.date)}
        days = tuple(by_day)
        chosen = [since or days[0], until or days[-1]] if days else [since, until]
        for day in chosen:
            if day not in by_day:
                raise UnknownKeyError.of("state", str(day), sorted(map(str, days)))
        before, after = (self._state(by_day[day]) for day in chosen if day)
        return following.follow(before, after, days)

    def _state(self, state: DatedDossier) -> following.State:
        dossier = attrs.evolve(state.dossier, compose=None)
        found = self._context(dossier, self.compose(dossier), state.date)
        return following.State(
            date=state.date,
            minimum_cell=dossier.minimum_cell,
            found=found,
            findings=tuple(self._findings(dossier, found)),
        )

    def _findings(self, dossier: Dossier, found: TrajectoryContext) -> Iterator[Finding]:
        catalogue = self.catalogue
        yield from self._host.findings()
        yield from dossier.findings
        yield from setup.findings(dossier, catalogue.register, found.scope)
        if found.readiness:
            yield from readiness.findings(found.readiness)
        yield from regie.findings(dossier, catalogue.models, found.regie)
        if found.process:
            yield from process.findings(found.process)
        yield from composition.findings(found.composition)
        yield from alignment.findings(dossier, found.alignment)
        yield from learning.findings(dossier, catalogue.activities, found.learning)
        if found.outcomes:
            yield from outcomes.findings(found.outcomes)
        yield from review.findings(found.review)
        yield from self._host.review(found)

    def _provenance(self) -> Provenance:
        loaded = (one for one in self.plugins if one.state is PluginState.LOADED)
        return Provenance(
            library=__version__, plugins=Table((one.name, one.version) for one in loaded)
        )

    # -- privacy -------------------------------------------------------------------------------

    def forget(self, dossier: Dossier, code: str) -> privacy.Forgotten:
        """
        Return *dossier* without the role code *code*, and where it stood.

        Raises:
            UnknownKeyError: It stands nowhere.
        """
        return privacy.forget(dossier, code)

    def purge(self, dossier: Dossier, now: dt.date) -> privacy.Purged:
        """Return *dossier* without what is past its term on the day *now*, and what stays until when."""
        return privacy.purge(dossier, now)


def _looked_back(
    dossier: Dossier, found: readiness.Readiness | None, as_of: dt.date | None
) -> review.Review:
    if found is None:
        return review.look_back(dossier, Table(), (), as_of)
    rounds = found.rounds or {"": found}
    routes = Table((moment, one.route) for moment, one in rounds.items())
    return review.look_back(dossier, routes, found.changes, as_of)


def _versions(dossier: Dossier) -> tuple[WorkProcess, ...]:
    """Return the process and its renewal, as far as they are there."""
    if dossier.process is None:
        return ()
    after = process.renewed(dossier.process)
    return (dossier.process, after) if after else (dossier.process,)
