"""Findings of drawings: what a reader of BPMN noticed."""

from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

_NOTE, _WARNING = Severity.NOTE, Severity.WARNING


FINDINGS: dict[str, tuple[Severity, Text]] = {
    "drawing-by-place": (
        _NOTE,
        Text(
            "{count} elementen staan in geen baan genoemd; hun baan volgt uit hun plaats in de tekening.",
            "{count} elements are listed in no lane; their lane follows from their place in the drawing.",
        ),
    ),
    "drawing-dangling-flow": (
        _WARNING,
        Text(
            "Pijl {flow} gaat van of naar iets wat er niet is.",
            "Flow {flow} runs from or to something that is not there.",
        ),
    ),
    "drawing-dangling-message": (
        _WARNING,
        Text(
            "Bericht {flow} gaat van of naar iets wat er niet is.",
            "Message {flow} runs from or to something that is not there.",
        ),
    ),
    "drawing-duplicate-id": (
        _WARNING,
        Text(
            "Id {id} komt meer dan eens voor; wie ernaar verwijst, bedoelt het eerste element.",
            "Id {id} occurs more than once; what refers to it means the first element.",
        ),
    ),
    "drawing-flow-end": (
        _WARNING,
        Text(
            "Pijl {flow} gaat van of naar iets waar zo'n pijl niet kan komen.",
            "Flow {flow} runs from or to something that no such flow can touch.",
        ),
    ),
    "drawing-listed-nothing": (
        _NOTE,
        Text(
            "Baan {lane} noemt {id}, en dat is er niet.",
            "Lane {lane} lists {id}, which is not there.",
        ),
    ),
    "drawing-misplaced": (
        _WARNING,
        Text(
            "Element {id} staat op een plaats waar het niet hoort; het is toch gelezen.",
            "Element {id} stands where it does not belong; it was read all the same.",
        ),
    ),
    "drawing-namespace": (
        _WARNING,
        Text(
            "De naamruimte is niet die van BPMN 2.0 ({namespace}); gelezen alsof.",
            "The namespace is not that of BPMN 2.0 ({namespace}); read as if it were.",
        ),
    ),
    "drawing-no-host": (
        _WARNING,
        Text(
            "Gebeurtenis {id} hangt aan iets wat er niet is.",
            "Event {id} is attached to something that is not there.",
        ),
    ),
    "drawing-no-lane": (
        _WARNING,
        Text(
            "Geen rol gevonden voor '{name}': geen baan, pool of groep zegt van wie het is.",
            "No role found for '{name}': no lane, pool or group says whose it is.",
        ),
    ),
    "drawing-no-place": (
        _NOTE,
        Text(
            "De plaats van {id} in de tekening is onleesbaar.",
            "The place of {id} in the drawing cannot be read.",
        ),
    ),
    "drawing-no-steps": (
        _WARNING,
        Text("De tekening bevat geen taken.", "The drawing holds no tasks."),
    ),
    "drawing-not-read": (
        _NOTE,
        Text("Niet gelezen: {what} ({count} keer).", "Not read: {what} ({count} times)."),
    ),
    "drawing-pool-empty": (
        _WARNING,
        Text(
            "Pool {pool} verwijst naar proces {process}, en dat is er niet.",
            "Pool {pool} refers to process {process}, which is not there.",
        ),
    ),
    "drawing-two-lanes": (
        _NOTE,
        Text(
            "'{name}' staat in meer dan één baan genoemd; {lane} telt.",
            "'{name}' is listed in more than one lane; {lane} counts.",
        ),
    ),
    "drawing-unnamed": (
        _NOTE,
        Text("Element {id} heeft geen naam.", "Element {id} has no name."),
    ),
}
