"""
Plugins of data alone: a folder with ``lerendwerk.yaml`` and definition files, and no Python at all.

The manifest names the plugin, the API that it was written for and its files::

    plugin: wijkteam
    api: 1
    nl: "Checklistvariant voor wijkteams"
    en: "Checklist variant for neighbourhood teams"
    files: [checklists.yaml]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from lerendwerk_core.errors import DefinitionError, DossierError, Mark, Problem
from lerendwerk_core.hooks import hookimpl
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.definitions import Definitions
from lerendwerk_core.model.goals import Stakeholder
from lerendwerk_core.model.instruments import Instrument
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.outcomes import Measure
from lerendwerk_core.model.regie import RegieActivity, RegieActor, RegieModel
from lerendwerk_core.model.tailoring import Tailoring
from lerendwerk_core.sources import read_definitions
from lerendwerk_core.sources.format.fields import EN, IDS, NL, labelled, may, needed
from lerendwerk_core.sources.nodes import read_yaml
from lerendwerk_core.sources.shapes import Number, Reading, Record, Words
from lerendwerk_core.text import Text
from lerendwerk_core.wording import problem_text

MANIFEST = "lerendwerk.yaml"
API = 1


@attrs.frozen(kw_only=True)
class Manifest:
    """What a plugin of data says of itself."""

    plugin: str
    api: int
    label: Text
    files: tuple[str, ...]


_SHAPE = Record(
    [
        needed("plugin", Words(), "naam van de plugin", "name of the plugin"),
        needed("api", Number(whole=True), "versie van de plugin-api", "version of the plugin api"),
        NL,
        EN,
        may("files", IDS, "bestanden met definities", "files with definitions", ()),
    ],
    labelled(Manifest, "plugin"),
)


def read_manifest(folder: Path) -> Manifest:
    """
    Return the manifest in *folder*.

    Raises:
        DefinitionError: There is none, it is wrong, or it asks for another API.
    """
    path = folder / MANIFEST
    reading = Reading()
    try:
        root = read_yaml(path, str(path))
        manifest = _SHAPE.read(root, reading)
        reading.finish()
    except DossierError as error:
        raise DefinitionError(error.problems) from error
    if manifest.api != API:
        message = problem_text("api-unknown", value=manifest.api, known=API)
        raise DefinitionError((Problem(root.mark, "api-unknown", message),))
    return manifest  # type: ignore[no-any-return]


class DataPlugin:
    """A folder of definitions, offered through the same hooks as a plugin in Python."""

    def __init__(
        self, folder: Path, actors: Iterable[str] = (), raci_activities: Iterable[str] = ()
    ) -> None:
        """
        Read the definitions in *folder*; *actors* and *raci_activities* are known already.

        Raises:
            DefinitionError: With everything that is wrong with them.
        """
        self.manifest = read_manifest(folder)
        paths = list(_inside(folder, self.manifest.files))
        self.definitions: Definitions = read_definitions(paths, actors, raci_activities)

    @hookimpl
    def lerendwerk_provide_checklists(self) -> Iterable[Checklist]:
        return self.definitions.checklists

    @hookimpl
    def lerendwerk_provide_tailorings(self) -> Iterable[Tailoring]:
        return self.definitions.tailorings

    @hookimpl
    def lerendwerk_provide_regie_actors(self) -> Iterable[RegieActor]:
        return self.definitions.actors

    @hookimpl
    def lerendwerk_provide_regie_activities(self) -> Iterable[RegieActivity]:
        return self.definitions.raci_activities

    @hookimpl
    def lerendwerk_provide_regie_models(self) -> Iterable[RegieModel]:
        return self.definitions.models

    @hookimpl
    def lerendwerk_provide_stakeholders(self) -> Iterable[Stakeholder]:
        return self.definitions.stakeholders

    @hookimpl
    def lerendwerk_provide_activities(self) -> Iterable[LearningActivity]:
        return self.definitions.activities

    @hookimpl
    def lerendwerk_provide_measures(self) -> Iterable[Measure]:
        return self.definitions.measures

    @hookimpl
    def lerendwerk_provide_instruments(self) -> Iterable[Instrument]:
        return self.definitions.instruments


def _inside(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the files *names* of *folder*; one outside it is refused."""
    for name in names:
        path = folder / name
        if not path.resolve().is_relative_to(folder.resolve()):
            message = problem_text("file-outside", path=name)
            raise DefinitionError((Problem(Mark(str(folder / MANIFEST)), "file-outside", message),))
        yield path
