"""From a file or folder to a dossier, or to everything that is wrong with it at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from lerendwerk_core.composition import group_names
from lerendwerk_core.errors import DossierError, Mark
from lerendwerk_core.model.answers import ChecklistUse
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import AnswerReader, Finding, ProcessReader
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.outcomes import OutcomeRecord
from lerendwerk_core.model.people import Area, Person
from lerendwerk_core.model.regie import DECISION, EMPLOYEE, PERSONAL_ROUTE
from lerendwerk_core.regie.answering import is_municipal
from lerendwerk_core.sources.answers import AnswersJoiner, CsvAnswers
from lerendwerk_core.sources.beside import Beside
from lerendwerk_core.sources.format import dossier_shape
from lerendwerk_core.sources.measured import OutcomesJoiner
from lerendwerk_core.sources.nodes import Entry, Node, read_yaml, refused
from lerendwerk_core.sources.own_checklists import own_checklists
from lerendwerk_core.sources.parts import DossierPart
from lerendwerk_core.sources.personal import sealed_lines
from lerendwerk_core.sources.shapes import FAILED, Reading
from lerendwerk_core.sources.staff import StaffJoiner
from lerendwerk_core.sources.work import Work, WorkJoiner, work_in
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Client, Outsider, StakeholderType, plain

FORMAT = 1
DOSSIER_FILE = "dossier.yaml"
AGGREGATIONS = frozenset(
    {"median", "mean", "majority", "worst", "one-organisation-one-vote"},
)


@attrs.frozen(kw_only=True)
class Known:
    """What a dossier may refer to that is not in it: what the workbench's plugins offer."""

    checklists: Mapping[str, Checklist]
    models: frozenset[str]
    activities: frozenset[str]
    actors: frozenset[str]
    readers: Mapping[str, ProcessReader]
    raci_activities: frozenset[str] = frozenset()
    stakeholders: frozenset[str] = frozenset(one.value for one in StakeholderType)
    aggregations: frozenset[str] = AGGREGATIONS
    collective_rules: frozenset[str] = frozenset({"standard"})
    answer_readers: Mapping[str, AnswerReader] = attrs.field(factory=lambda: {"csv": CsvAnswers()})


def read_dossier(
    path: str | Path,
    known: Known,
    columns: Mapping[str, str] | None = None,
    log: str | Path | None = None,
) -> Dossier:
    """
    Return the dossier in the YAML file or folder at *path*.

    A folder holds ``dossier.yaml``, which may point to files beside it; nothing outside the folder
    is read. A drawing or a log by itself (whatever the known readers read) is a dossier of a process
    and nothing else; *columns* says what the columns of a log are called, and a *log* is laid on a
    drawing. Beside a dossier both are left alone: it says so itself.

    Raises:
        DossierError: With every problem, each with its file, line and column.
    """
    file = _file(Path(path))
    reader = _reader_of(file, known)
    if reader is not None:
        beside = _file(Path(log)) if log else None
        log_reader = _reader_of(beside, known) if beside else None
        if beside and log_reader is None:
            raise refused(Mark(str(beside)), "log-form", forms=sorted(known.readers))
        laid = (beside, log_reader) if beside and log_reader else None
        work = work_in(file, reader, columns, laid)
        name = file.name.partition(".")[0]
        return Dossier(id=name, process=work.process, origin=work.origin, findings=work.findings)
    reading = Reading()
    root = read_yaml(file, str(file), reading.problems)
    return _Joiner(file, root, known, reading).dossier()


def _reader_of(file: Path, known: Known) -> ProcessReader | None:
    return next((one for one in known.readers.values() if _reads(one, file)), None)


def _reads(reader: ProcessReader, file: Path) -> bool:
    """Whether *reader* reads files called like *file*: by its endings, or else by its key."""
    endings = getattr(reader, "endings", (f".{reader.key}",))
    return file.name.lower().endswith(tuple(endings))


def dossier_schema(readers: tuple[str, ...]) -> dict[str, Any]:
    """Return the JSON Schema (draft-07) of format 1."""
    schema = dossier_shape(readers).schema()
    title = "lerendwerk_core: dossier, format 1"
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": title}
    return json.loads(json.dumps({**head, **schema}))  # type: ignore[no-any-return]


def _file(path: Path) -> Path:
    try:
        file = path / DOSSIER_FILE if path.is_dir() else path
        there = file.is_file()
    except (OSError, ValueError):  # a name that no file can have
        there = False
    if not there:
        raise refused(Mark(str(path)), "no-dossier")
    return file


class _Joiner:
    """Joins the parts of one dossier: people, process, references."""

    def __init__(self, file: Path, root: Node, known: Known, reading: Reading) -> None:
        self.file, self.root, self.known, self.reading = file, root, known, reading
        self.beside = Beside(file, reading)
        self.findings: list[Finding] = []
        self.own: dict[str, Checklist] = {}

    def dossier(self) -> Dossier:
        part = dossier_shape(tuple(self.known.readers)).read(self.root, self.reading)
        if part is FAILED:  # not even keys with values
            raise DossierError(tuple(self.reading.problems))
        self.own = self._own_checklists(part)
        self.known = attrs.evolve(self.known, checklists={**self.known.checklists, **self.own})
        self._define_known(part)
        people = self._people(part)
        work = self._work(part, people)
        checklist = self._checklist(part)
        outcomes = self._outcomes(part)
        self.reading.finish()
        return self._joined(part, people, work, checklist, outcomes)

    def _joined(
        self,
        part: DossierPart,
        people: tuple[Person, ...],
        work: Work,
        checklist: ChecklistUse | None,
        outcomes: OutcomeRecord | None,
    ) -> Dossier:
        left_out = {
            "format",
            "decentralisation",
            "regie",
            "staffing",
            "people",
            "process",
            "checklist",
            "outcomes",
            "personal_routes",
            "areas",
        }
        same = {
            field.name: getattr(part, field.name)
            for field in attrs.fields(DossierPart)
            if field.name not in left_out
        }
        return Dossier(
            **same,
            acts=part.decentralisation,
            areas=part.areas or self._implied_areas(part),
            arrangements=part.regie.arrangements,
            former_arrangements=part.regie.history,
            territory=part.regie.territory,
            activity_raci=part.regie.raci,
            people=people,
            process=work.process,
            origin=work.origin,
            checklist=checklist,
            personal_routes=self._sealed(part),
            outcomes=outcomes,
            findings=(*self.findings, *work.findings),
        )

    # -- what may be referred to ---------------------------------------------------------------

    def _own_checklists(self, part: DossierPart) -> dict[str, Checklist]:
        """Return the checklists that the dossier brings itself."""
        named = part.checklist.tailorings if part.checklist else ()
        found = [self.beside.find(one.name, one.mark) for one in named]
        return own_checklists([one for one in found if one], self.known.checklists, self.reading)

    def _define_known(self, part: DossierPart) -> None:
        reading, known = self.reading, self.known
        for key in known.checklists:
            reading.define("checklist", key)
        for kind, keys in (
            ("model", known.models),
            ("catalogue", known.activities),
            ("aggregation", known.aggregations),
            ("collective-rule", known.collective_rules),
            # The six are read by their own words; those are here for the near misses.
            ("stakeholder", {*known.stakeholders, *StakeholderType.accepted()}),
            ("raci-activity", known.raci_activities),
        ):
            reading.expect(kind)
            for key in keys:
                reading.define(kind, key)
        for kind in ("organisation", "goal", "principle", "group", "need", "unlearn", "activity"):
            reading.expect(kind)
        self._define_parties()
        for area in self._implied_areas(part) if not part.areas else ():
            reading.define("area", area.id)
        checklist = known.checklists.get(part.checklist.use) if part.checklist else None
        for item in checklist.item_ids if checklist else ():
            reading.define("item", item)
        areas = reading.defined("area")
        for name in group_names(part.compose, areas) if part.compose else ():
            reading.define("proposed", name)
        if part.checklist and part.checklist.is_said_twice:
            reading.wrong(self._mark("checklist"), "answers-twice")
        self._refuse_given_away(part)
        if part.format != FORMAT:
            reading.wrong(self._mark("format"), "format-unknown", value=part.format)

    def _refuse_given_away(self, part: DossierPart) -> None:
        """Refuse rows that break what no document may: the decision (I4), the own route (I6)."""
        rows = part.regie.raci
        decision, own = rows.get(DECISION), rows.get(PERSONAL_ROUTE)
        municipal = {one.id for one in part.organisations if one.is_municipality}
        for party in decision.accountable if decision else ():
            if party not in municipal and not is_municipal(party):
                self.reading.wrong(self._mark("regie"), "decision-given-away", party=party)
        if own and ({*own.accountable, *own.responsible} != {EMPLOYEE} or own.informed):
            self.reading.wrong(self._mark("regie"), "route-given-away")

    def _define_parties(self) -> None:
        people = (
            word
            for one in (*Client, *Outsider)
            for word in (one.value, one.nl, plain(one.nl), *one.also)
        )
        organisations = self.reading.defined("organisation")
        for party in (*organisations, *self.known.actors, *people):
            self.reading.define("party", party)

    def _implied_areas(self, part: DossierPart) -> tuple[Area, ...]:
        """Return the areas that arrangements name, where the dossier lists no areas itself."""
        named = dict.fromkeys(one.area for one in part.regie.arrangements if one.area)
        return tuple(Area(id=area, label=Text.of(area)) for area in named)

    @property
    def _keys(self) -> Mapping[str, Entry]:
        """The keys of the dossier, as they are written."""
        return self.root.value if isinstance(self.root.value, dict) else {}

    def _mark(self, key: str) -> Mark:
        return self._keys[key].mark if key in self._keys else self.root.mark

    # -- the parts -----------------------------------------------------------------------------

    def _sealed(self, part: DossierPart) -> tuple[str, ...]:
        """Return the sealed routes: those that stand here, or in the file beside."""
        named = part.personal_routes
        if not named or isinstance(named[-1], str):
            return named
        found = self.beside.find(*named)
        return sealed_lines(found[0]) if found else ()

    def _people(self, part: DossierPart) -> tuple[Person, ...]:
        joiner = StaffJoiner(part, self._keys, self._mark, self.beside, self.reading)
        people = joiner.people()
        self.findings += joiner.findings
        return people

    def _outcomes(self, part: DossierPart) -> OutcomeRecord | None:
        if part.outcomes is None:
            return None
        joiner = OutcomesJoiner(part.outcomes, self.beside, self.reading)
        record = joiner.record()
        self.findings += joiner.findings
        return record

    def _checklist(self, part: DossierPart) -> ChecklistUse | None:
        if part.checklist is None or part.checklist.is_said_twice:
            return None
        joiner = AnswersJoiner(
            written=part.checklist,
            mark=self._mark("checklist"),
            checklist=self.known.checklists.get(part.checklist.use),
            organisations=tuple(one.id for one in part.organisations),
            readers=self.known.answer_readers,
            beside=self.beside.find,
            reading=self.reading,
        )
        use = joiner.use(part.period.measurements)
        self.findings += joiner.findings
        return attrs.evolve(use, own=tuple(self.own.values()))

    def _work(self, part: DossierPart, people: tuple[Person, ...]) -> Work:
        if "process" not in self._keys:
            self.reading.expect("step")
        if part.process is None:
            return Work()
        mark = self._mark("process")
        named = ((one, self.beside.find(name, mark)) for one, name in part.process.files.items())
        files = {reader: found for reader, found in named if found}
        if len(files) < len(part.process.files):
            return Work()
        joiner = WorkJoiner(part.process, mark, people, self.known.readers, self.reading)
        return joiner.work(files)
