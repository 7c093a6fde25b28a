"""
BPMN 2.0 drawings: who does what after what, without loss.

A file becomes a drawing (pools, lanes, nodes, flows, data) in which every node knows whose it is, and
from that a work process whose steps are the tasks. What is damaged or not understood becomes a
finding; a file is refused only when it is no BPMN at all.
"""

from lerendwerk_core.model.drawing import SUBPROCESSES
from lerendwerk_core.sources.bpmn.names import NAMESPACE, NODES, TASKS, clean
from lerendwerk_core.sources.bpmn.read import BpmnReader
from lerendwerk_core.sources.bpmn.write import bpmn_of

__all__ = ["NAMESPACE", "NODES", "SUBPROCESSES", "TASKS", "BpmnReader", "bpmn_of", "clean"]
