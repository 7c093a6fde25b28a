"""The workbench itself: it holds the plugin host, and has a verb for everything one does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
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
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import Progress
from lerendwerk_core.model.dossier import DatedDossier, Dossier
from lerendwerk_core.model.questionnaire import Questionnaire
from lerendwerk_core.plugins import Catalogue, PluginHost, PluginRecord
from lerendwerk_core.plugins.blame import (
    Blaming,
)
from lerendwerk_core.plugins.catalogue import BASIS
from lerendwerk_core.plugins.host import OnError
from lerendwerk_core.sources import (
    checklist_schema,
    dossier_schema,
    read_dossier,
    read_states,
)
from lerendwerk_core.text import Lang
from lerendwerk_core.trajectory import Trajectory
from lerendwerk_core.vocabulary import Route
from lerendwerk_core.workbench import stages
from lerendwerk_core.workbench.known import known_of
from lerendwerk_core.workbench.whole import (
    context_of,
    findings_of,
    looked_back,
    provenance_of,
    state_of,
)

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
        return read_dossier(path, known_of(self.catalogue), columns, log)

    def schema(self) -> dict[str, object]:
        """Return the JSON Schema (draft-07) of a dossier, with the process readers there are."""
        return dossier_schema(tuple(self.catalogue.readers))

    def checklist_schema(self) -> dict[str, object]:
        """Return the JSON Schema (draft-07) of a file with checklists and tailorings."""
        return checklist_schema()

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
        return stages.assessed(self.catalogue, dossier, rule)

    def checklist_of(self, dossier: Dossier) -> Checklist:
        """
        Return the checklist that *dossier* uses, its own tailorings laid on it.

        Raises:
            UnknownKeyError: It uses none, or one that no plugin offers.
        """
        return stages.checklist_of(self.catalogue, dossier)

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
        return stages.compared(self.catalogue, dossier, model, area)

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
        return stages.composed(
            self.catalogue,
            dossier,
            solver,
            time_limit=time_limit,
            cancel=cancel,
            progress=progress,
        )

    def align(self, dossier: Dossier) -> alignment.Alignment:
        """Return who does what, and from which principles (stages 5 and 6)."""
        return stages.aligned(self.catalogue, dossier)

    def plan(self, dossier: Dossier, *, advice: Route | None = None) -> learning.Learning:
        """
        Return what is learned together and alone, and unlearned (stage 7).

        *advice* is the road that is taken; without it, the one that the checklist of *dossier* advises.

        Raises:
            ReadinessError: As :meth:`assess`, without *advice*.
            PluginError: The rule for what is learned together comes from a plugin and fails.
        """
        found = self.assess(dossier) if advice is None else None
        return stages.planned(self.catalogue, dossier, found.route if found else advice)

    def measure(self, dossier: Dossier) -> outcomes.Outcomes | None:
        """Return whether it works (stage 8); ``None`` when nothing was measured."""
        return stages.measured(self.catalogue, dossier, self.map(dossier))

    def look_back(self, dossier: Dossier, *, as_of: dt.date | None = None) -> review.Review:
        """
        Return what changed since the previous round (stage 9), seen from the day *as_of*.

        Raises:
            ReadinessError: As :meth:`assess`.
        """
        return looked_back(dossier, self.assess(dossier), as_of)

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
        context = context_of(self.catalogue, dossier, composed, as_of)
        names = (field.name for field in attrs.fields(TrajectoryContext))
        return Trajectory(
            id=dossier.id,
            findings=tuple(findings_of(self._host, dossier, context)),
            provenance=provenance_of(self._host),
            **{name: getattr(context, name) for name in names},
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
        chosen = (since or min(days, default=dt.date.min), until or max(days, default=dt.date.min))
        for day in chosen:
            if day not in by_day:
                raise UnknownKeyError.of("state", str(day), list(map(str, days)))
        before, after = (state_of(self._host, by_day[day]) for day in chosen)
        return following.follow(before, after, days)

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
