"""The whole trajectory: the result of every stage, and what to discuss."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Self

import attrs

from lerendwerk_core.alignment import Alignment
from lerendwerk_core.composition import Composition
from lerendwerk_core.learning import Learning
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import JSON, Wired
from lerendwerk_core.outcomes import Outcomes
from lerendwerk_core.process import ProcessMap
from lerendwerk_core.readiness import Readiness
from lerendwerk_core.regie import Regie
from lerendwerk_core.review import Review
from lerendwerk_core.setup import Scope
from lerendwerk_core.text import Lang
from lerendwerk_core.views import card, page, summary
from lerendwerk_core.vocabulary import MunicipalPart, Severity

FORMAT = 1


@attrs.frozen(kw_only=True)
class Provenance(Wired):
    """What the results were made with: versions of the library and of every loaded plugin."""

    library: str
    plugins: Table[str, str]


@attrs.frozen(kw_only=True, repr=False)
class Trajectory(Wired):
    """
    The results of all stages of one dossier.

    A stage that the dossier has nothing for is ``None`` or empty. Nothing in here is a count under
    the minimum cell, so everything may be shown to whoever may see the trajectory.
    """

    id: str
    scope: Scope
    readiness: Readiness | None
    regie: Regie
    process: ProcessMap | None
    composition: Composition
    alignment: Alignment
    learning: Learning
    outcomes: Outcomes | None
    review: Review
    findings: tuple[Finding, ...]
    provenance: Provenance

    @property
    def has_blocker(self) -> bool:
        """Whether there is a finding that stands in the way."""
        return any(finding.severity is Severity.BLOCKER for finding in self.findings)

    def to_dict(self) -> JSON:
        """
        Return everything in plain JSON types, ``format: 1``.

        The versions of the process stand directly under ``process`` by their number. Beside the
        stages stand the figures that are asked for most, under their own names: ``counts``,
        ``groups``, ``needs``, ``goals``, ``principles`` and ``unregistered``.
        """
        stages = super().to_dict()
        process = stages["process"]
        if process is not None:
            stages["process"] = {**process.pop("versions"), **process}
        stages["regie"] |= self._missing_parts()
        return {"format": FORMAT, **stages, **self._asked_most(stages)}

    def _asked_most(self, stages: JSON) -> JSON:
        current = stages["process"][self.process.current] if self.process else {}
        return {
            "counts": stages["scope"]["counts"],
            "groups": stages["composition"]["groups"],
            "needs": stages["learning"]["needs"],
            "goals": stages["regie"]["goals"],
            "principles": stages["alignment"]["principles"],
            "unregistered": current.get("unregistered", {}),
        }

    def _missing_parts(self) -> JSON:
        """Return per part that a regie model demands the groups in which nobody has it."""
        demanded = {demand.id for one in self.regie.arrangements for demand in one.demands}
        return {
            f"{part.value.replace('-', '_')}_missing_in": [
                name
                for name, group in self.composition.groups.items()
                if any(unmet.id == part.value for unmet in group.unmet)
            ]
            for part in MunicipalPart
            if part.value in demanded
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the trajectory that :meth:`to_dict` wrote."""
        names = [field.name for field in attrs.fields(cls)]
        stages = {name: data[name] for name in names if name in data}
        process, regie = stages.get("process"), stages.get("regie")
        if isinstance(process, Mapping):
            versions = {key: part for key, part in process.items() if key.isdigit()}
            others = {key: part for key, part in process.items() if key not in versions}
            stages["process"] = {**others, "versions": versions}
        if isinstance(regie, Mapping):
            kept = (key for key in regie if not key.endswith("_missing_in"))
            stages["regie"] = {key: regie[key] for key in kept}
        return super().from_dict(stages)

    def to_json(self) -> str:
        """Return :meth:`to_dict` as one JSON document."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    def to_text(self, lang: Lang = "nl") -> str:
        """Return a readable summary, stage by stage, at most 80 columns wide."""
        return summary(self, lang)

    def to_html(self, path: str | Path | None = None, lang: Lang = "nl") -> str:
        """
        Return the report as one self-contained HTML page, and write it to *path* if given.

        The file appears whole or not at all.

        Raises:
            MissingExtraError: The extra ``report`` is not installed.
        """
        html = page(self, lang)
        if path is not None:
            write_whole(Path(path), html)
        return html

    def _repr_html_(self) -> str:
        return card(self, "nl")

    def __repr__(self) -> str:
        route = self.readiness.route.value if self.readiness else "-"
        return f"Trajectory(id={self.id!r}, route={route!r}, findings={len(self.findings)})"


def write_whole(path: Path, written: str | bytes) -> None:
    """Write *written* to *path* so that it is there whole or not at all."""
    # Not tempfile: its files are for their owner's eyes only, a report is for others too.
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as stream:
            stream.write(written.encode("utf-8") if isinstance(written, str) else written)
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
