"""The words of the report and the command, a module a stage."""

from lerendwerk_core.wording.pages import (
    command,
    composition,
    following,
    labels,
    learning,
    outcomes,
    principles,
    privacy,
    process,
    readiness,
    regie,
    roles,
    setup,
    stages,
)

PAGES = {
    **stages.PAGES,
    **setup.PAGES,
    **readiness.PAGES,
    **regie.PAGES,
    **process.PAGES,
    **composition.PAGES,
    **roles.PAGES,
    **principles.PAGES,
    **learning.PAGES,
    **outcomes.PAGES,
    **following.PAGES,
    **privacy.PAGES,
    **labels.PAGES,
    **command.PAGES,
}
