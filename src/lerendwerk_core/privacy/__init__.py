"""What protects the people in a dossier: pseudonyms, forgetting, terms, routes that are one's own."""

from lerendwerk_core.privacy.forget import Forgotten, forget
from lerendwerk_core.privacy.personal import (
    PersonalRoute,
    new_key,
    open_sealed,
    own_route,
    seal,
)
from lerendwerk_core.privacy.pseudonyms import pseudonym, pseudonymised
from lerendwerk_core.privacy.purge import YEARS, Expiry, Purged, purge

__all__ = [
    "YEARS",
    "Expiry",
    "Forgotten",
    "PersonalRoute",
    "Purged",
    "forget",
    "new_key",
    "open_sealed",
    "own_route",
    "pseudonym",
    "pseudonymised",
    "purge",
    "seal",
]
