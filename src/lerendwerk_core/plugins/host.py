"""
The plugin host: one per workbench, nothing global.

What pluggy leaves to its users is done here: discovery in a fixed order, blocking before import,
misspelt hooks refused with a near miss, a plugin that fails removed whole, every plugin asked apart
so that one that raises costs the others nothing.
"""

from __future__ import annotations

import enum
import importlib.metadata
import importlib.util
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Literal

import attrs
import pluggy

from lerendwerk_core.errors import LerendwerkError, PluginError
from lerendwerk_core.hooks import PROJECT, TrajectoryContext, specs
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.plugins.catalogue import KINDS, Catalogue
from lerendwerk_core.plugins.data import MANIFEST, DataPlugin
from lerendwerk_core.sources.shapes import near_miss
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity, Stage
from lerendwerk_core.wording import problem_text

GROUP = "lerendwerk"
PREFIX = "lerendwerk_"
OnError = Literal["report", "raise"]
# A plugin may do anything, also leave by sys.exit(); only the user's own interrupt goes through.
ANYTHING = (Exception, SystemExit)


class PluginState(enum.Enum):
    """Where a plugin stands."""

    LOADED = "loaded"
    BLOCKED = "blocked"
    FAILED = "failed"


@attrs.frozen(kw_only=True)
class PluginRecord(Wired):
    """What is known of a plugin: where it comes from, which hooks it has, why it is not active."""

    name: str
    state: PluginState
    distribution: str = ""
    version: str = ""
    hooks: tuple[str, ...] = ()
    error: Text | None = None


@attrs.define
class PluginHost:
    """Finds, blocks, loads, asks and reports plugins."""

    block: Collection[str] = ()
    on_error: OnError = "report"
    catalogue: Catalogue = attrs.field(factory=Catalogue)
    _records: dict[str, PluginRecord] = attrs.field(factory=dict)
    _manager: pluggy.PluginManager = attrs.field(
        factory=lambda: pluggy.PluginManager(PROJECT), init=False
    )

    def __attrs_post_init__(self) -> None:
        self._manager.add_hookspecs(specs)

    @property
    def records(self) -> tuple[PluginRecord, ...]:
        """Every plugin that was met, in the order of loading."""
        return tuple(self._records.values())

    # -- finding and loading -------------------------------------------------------------------

    def discover(self) -> None:
        """Load the installed plugins of the entry-point group, in the order of their names."""
        found = importlib.metadata.entry_points(group=GROUP)
        for entry in sorted(found, key=lambda entry: (entry.name, entry.value)):
            dist = entry.dist
            self.add(
                partial(self._loaded, entry),
                entry.name,
                distribution=dist.name if dist else "",
                version=dist.version if dist else "",
            )

    def add_folder(self, folder: Path, name: str, **origin: str) -> None:
        """Load the plugin of data in *folder*."""
        self.add(lambda: self._data(folder), name, **origin)

    def add(
        self, load: Callable[[], object], name: str, *, distribution: str = "", version: str = ""
    ) -> None:
        """
        Load the plugin that *load* returns, unless it is blocked.

        Raises:
            PluginError: It fails, and the host was told to raise.
        """
        record = PluginRecord(
            name=name, state=PluginState.BLOCKED, distribution=distribution, version=version
        )
        if name in self.block:
            self._records[name] = record
            return
        if name in self._records:
            owner = self._records[name].distribution or "builtin"
            message = problem_text("plugin-name-taken", name=name, owner=owner)
            name = f"{name} ({distribution})"
            self._fail(attrs.evolve(record, name=name), PluginError(name, message))
            return
        try:
            self._register(name, load())
        except ANYTHING as error:
            self._remove(name)
            self._fail(record, error)
            return
        hooks = tuple(sorted(_implemented(self._manager, name)))
        self._records[name] = attrs.evolve(record, state=PluginState.LOADED, hooks=hooks)

    def settle(self) -> None:
        """Remove the plugins whose tailorings rest on nothing, now that all plugins are in."""
        while broken := self.catalogue.broken_tailorings():
            for name, error in broken.items():
                self._remove(name)
                self._fail(self._records[name], error)

    def _loaded(self, entry: importlib.metadata.EntryPoint) -> object:
        folder = _data_folder(entry)
        return self._data(folder) if folder else entry.load()

    def _data(self, folder: Path) -> DataPlugin:
        known = self.catalogue
        return DataPlugin(folder, known.actors, known.raci_activities)

    def _register(self, name: str, plugin: object) -> None:
        _refuse_misspelt(plugin)
        self._manager.register(plugin, name=name)
        for hook in KINDS:
            self.catalogue.take(name, hook, self._ask(name, hook))
        register: dict[str, Any] = {}
        for found in self._answers(name, "lerendwerk_provide_municipalities"):
            register.update(found)
        self.catalogue.take_register(name, register)

    def _remove(self, name: str) -> None:
        self.catalogue.drop(name)
        if self._manager.has_plugin(name):
            self._manager.unregister(name=name)

    def _fail(self, record: PluginRecord, error: BaseException) -> None:
        said = explained(error)
        failed = attrs.evolve(record, state=PluginState.FAILED, hooks=(), error=said)
        self._records[record.name] = failed
        if self.on_error == "raise":
            raise PluginError(record.name, said) from error

    # -- asking --------------------------------------------------------------------------------

    def _answers(self, name: str, hook: str, **arguments: object) -> list[Any]:
        """Return what the plugin *name* alone answers to *hook*."""
        others = [plugin for other, plugin in self._manager.list_name_plugin() if other != name]
        caller = self._manager.subset_hook_caller(hook, [one for one in others if one is not None])
        return [answer for answer in caller(**arguments) if answer is not None]

    def _ask(self, name: str, hook: str, **arguments: object) -> list[Any]:
        # Drain here: a hook that is written as a generator fails while it is being read.
        return [value for answer in self._answers(name, hook, **arguments) for value in answer]

    def review(self, context: TrajectoryContext) -> Iterator[Finding]:
        """
        Yield the findings of every plugin, in the order of their names.

        Raises:
            PluginError: A plugin fails, and the host was told to raise.
        """
        hook = "lerendwerk_review_trajectory"
        for name in sorted(one.name for one in self.records if hook in one.hooks):
            try:
                yield from _checked(self._ask(name, hook, context=context))
            except ANYTHING as error:
                if self.on_error == "raise":
                    raise PluginError(name, explained(error)) from error
                values = {"plugin": name, "hook": hook, "reason": explained(error)}
                yield Finding.of("plugin-failed", f"plugins.{name}", stage=Stage.REVIEW, **values)

    def findings(self) -> Iterator[Finding]:
        """Yield the plugins that could not be loaded."""
        for one in self.records:
            if one.state is PluginState.FAILED:
                values = {"plugin": one.name, "reason": one.error}
                where = f"plugins.{one.name}"
                yield Finding.of("plugin-not-loaded", where, stage=Stage.SETUP, **values)


def explained(error: BaseException) -> Text:
    """Return in both languages what *error* says: our own words, or its type and message."""
    name = type(error).__name__
    try:
        if isinstance(error, LerendwerkError):
            return Text(error.in_("nl"), error.in_("en"))
        return Text.of(f"{name}: {error}")
    except ANYTHING:  # not every error that a plugin raises can say what it is
        return Text.of(name)


def _checked(values: Iterable[Any]) -> list[Finding]:
    for value in values:
        whole = isinstance(value, Finding) and isinstance(value.message, Text)
        if not whole or not isinstance(value.severity, Severity):
            message = f"{value!r} is not a Finding"
            raise TypeError(message)
    return list(values)


def _data_folder(entry: importlib.metadata.EntryPoint) -> Path | None:
    """Return the folder of a plugin of data, found without importing anything of it."""
    spec = importlib.util.find_spec(entry.module.partition(".")[0])
    places = (spec.submodule_search_locations or ()) if spec else ()
    folders = (Path(place) for place in places)
    return next((folder for folder in folders if (folder / MANIFEST).is_file()), None)


def _refuse_misspelt(plugin: object) -> None:
    """Refuse a plugin with something that looks like a hook and is none."""
    known = {name for name in dir(specs) if name.startswith(PREFIX)}
    for name in dir(plugin):
        if name.startswith(PREFIX) and name not in known and callable(getattr(plugin, name)):
            near = near_miss(name, known)
            message = problem_text("hook-unknown", name=name)
            hint = Text(f" {near.nl}", f" {near.en}") if near else Text("", "")
            raise PluginError(name, Text(message.nl + hint.nl, message.en + hint.en))


def _implemented(manager: pluggy.PluginManager, name: str) -> Iterator[str]:
    plugin = manager.get_plugin(name)
    for caller in manager.get_hookcallers(plugin) or ():
        yield caller.name
