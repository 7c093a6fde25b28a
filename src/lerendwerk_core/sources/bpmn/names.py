"""What BPMN calls things, which of them are read, and how one thing refers to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lerendwerk_core.model.drawing import SUBPROCESSES

NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"
TASKS = frozenset(
    f"{kind}ask"
    for kind in (
        "t",
        "userT",
        "manualT",
        "serviceT",
        "scriptT",
        "sendT",
        "receiveT",
        "businessRuleT",
    )
) | {"callActivity"}
GATEWAYS = frozenset(
    f"{kind}Gateway" for kind in ("exclusive", "inclusive", "parallel", "complex", "eventBased")
)
EVENTS = frozenset(
    f"{kind}Event"
    for kind in ("start", "end", "boundary", "intermediateCatch", "intermediateThrow")
)
NODES = TASKS | SUBPROCESSES | GATEWAYS | EVENTS
HOMES = SUBPROCESSES | {"process", "choreography", "globalChoreographyTask", "subChoreography"}
"""What nodes may stand in."""

DATA_REFERENCES = {"dataObjectReference": "dataObjectRef", "dataStoreReference": "dataStoreRef"}
DATA = frozenset(DATA_REFERENCES) | {"dataObject", "dataStore", "dataInput", "dataOutput"}
ASSOCIATIONS = frozenset({"dataInputAssociation", "dataOutputAssociation"})
FLOWS = ASSOCIATIONS | {"sequenceFlow", "messageFlow", "association"}
LISTINGS = frozenset({"flowNodeRef", "flowElementRef"})
"""How a lane lists a node, now and before BPMN 2.0 was final."""

EVENT_DEFINITION = "EventDefinition"
NOT_READ = frozenset(
    {
        "callChoreography",
        "callConversation",
        "conversation",
        "conversationLink",
        "group",
        "subChoreography",
        "subConversation",
        "textAnnotation",
    }
)


def clean(name: str) -> str:
    """Return *name* on one line, without double or non-breaking spaces."""
    return " ".join(re.split(r"\s+", name)).strip()


def spellings(reference: str) -> Iterator[str]:
    """Yield the ids that *reference* may mean: as written, then without a prefix."""
    written = reference.strip()
    yield written
    if ":" in written:
        yield written.partition(":")[2]
        yield written.rpartition(":")[2]
