"""Files in: dossiers, definitions, tables of people, drawings; and the JSON Schema out."""

from lerendwerk_core.sources.answers import CsvAnswers, CsvQuestionnaire, answers_from_table
from lerendwerk_core.sources.bpmn import BpmnReader, bpmn_of
from lerendwerk_core.sources.definitions import checklist_schema, read_definitions
from lerendwerk_core.sources.dossier import Known, dossier_schema, read_dossier
from lerendwerk_core.sources.logs import LogReader, read_log
from lerendwerk_core.sources.people import read_rows
from lerendwerk_core.sources.personal import read_personal, sealed_lines
from lerendwerk_core.sources.register import read_register
from lerendwerk_core.sources.states import holds_states, read_states

__all__ = [
    "BpmnReader",
    "CsvAnswers",
    "CsvQuestionnaire",
    "Known",
    "LogReader",
    "answers_from_table",
    "bpmn_of",
    "checklist_schema",
    "dossier_schema",
    "holds_states",
    "read_definitions",
    "read_dossier",
    "read_log",
    "read_personal",
    "read_register",
    "read_rows",
    "read_states",
    "sealed_lines",
]
