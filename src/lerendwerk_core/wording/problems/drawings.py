"""XML and BPMN."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "xml-syntax": Text("dit is geen geldige XML ({reason}).", "this is not valid XML ({reason})."),
    "xml-doctype": Text(
        "een DOCTYPE wordt geweigerd: een BPMN-bestand heeft er geen nodig.",
        "a DOCTYPE is refused: a BPMN file needs none.",
    ),
    "xml-too-deep": Text(
        "dieper genest dan {limit} niveaus.", "nested more than {limit} levels deep."
    ),
    "xml-too-many": Text("meer dan {limit} elementen.", "more than {limit} elements."),
    "bpmn-not": Text(
        "dit is geen BPMN 2.0: het buitenste element is '{root}'.",
        "this is not BPMN 2.0: the outermost element is '{root}'.",
    ),
}
