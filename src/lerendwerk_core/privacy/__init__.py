"""What protects the people in a dossier: pseudonyms for who they are, and forgetting one of them."""

from lerendwerk_core.privacy.forget import Forgotten, forget
from lerendwerk_core.privacy.pseudonyms import pseudonym, pseudonymised

__all__ = ["Forgotten", "forget", "pseudonym", "pseudonymised"]
