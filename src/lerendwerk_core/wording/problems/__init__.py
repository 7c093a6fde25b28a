"""
What is wrong with a document or a definition: the message of every problem, a module a kind.

``docs/reference/problems.md`` is made from this table.
"""

from lerendwerk_core.text import Text
from lerendwerk_core.wording.problems import (
    answers,
    checklists,
    dossier,
    drawings,
    event_logs,
    files,
    outcomes,
    people,
    plugins,
    privacy,
    regie,
    shapes,
    tables,
)

PROBLEMS: dict[str, Text] = {
    **files.PROBLEMS,
    **shapes.PROBLEMS,
    **dossier.PROBLEMS,
    **people.PROBLEMS,
    **answers.PROBLEMS,
    **outcomes.PROBLEMS,
    **event_logs.PROBLEMS,
    **drawings.PROBLEMS,
    **tables.PROBLEMS,
    **checklists.PROBLEMS,
    **regie.PROBLEMS,
    **plugins.PROBLEMS,
    **privacy.PROBLEMS,
}
