"""Why a number is what it is, a seat where it is, an answer as it is; a module a stage."""

from lerendwerk_core.wording.reasons import (
    composition,
    learning,
    outcomes,
    readiness,
    regie,
    roles,
)

REASONS = {
    **readiness.REASONS,
    **regie.REASONS,
    **composition.REASONS,
    **learning.REASONS,
    **roles.REASONS,
    **outcomes.REASONS,
}
