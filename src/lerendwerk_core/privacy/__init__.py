"""What protects the people in a dossier: pseudonyms, forgetting one of them, and terms to keep things."""

from lerendwerk_core.privacy.forget import Forgotten, forget
from lerendwerk_core.privacy.pseudonyms import pseudonym, pseudonymised
from lerendwerk_core.privacy.purge import YEARS, Expiry, Purged, purge

__all__ = [
    "YEARS",
    "Expiry",
    "Forgotten",
    "Purged",
    "forget",
    "pseudonym",
    "pseudonymised",
    "purge",
]
