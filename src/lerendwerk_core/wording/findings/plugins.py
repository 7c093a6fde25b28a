"""Findings about plugins."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_WARNING, _BLOCKER = Severity.WARNING, Severity.BLOCKER


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "plugin-failed": (
        _BLOCKER,
        Text(
            "Plugin {plugin} faalde bij {hook}: {reason}",
            "Plugin {plugin} failed at {hook}: {reason}",
        ),
    ),
    "plugin-not-loaded": (
        _WARNING,
        Text(
            "Plugin {plugin} is niet geladen: {reason}", "Plugin {plugin} is not loaded: {reason}"
        ),
    ),
}
