"""Who takes part, and where they stand."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class StakeholderType(Word):
    """Those who are repositioned (C#27)."""

    EXECUTIVES = "executives", "bestuurders", "executives", "bestuurders"
    MANAGEMENT = "management", "directies", "management", "directies"
    FIRST_LINE = (
        "first-line",
        "professionals eerste lijn",
        "first-line professionals",
        "eerste_lijn",
    )
    SECOND_LINE = (
        "second-line",
        "professionals tweede lijn",
        "second-line professionals",
        "tweede_lijn",
    )
    COUNCILLORS = "councillors", "raadsleden", "councillors", "raadsleden"
    CLIENTS = "clients", "cliënten", "clients", "clienten"


class RepositioningState(Word):
    """How far a new position has landed (C#28), least first."""

    UNKNOWN = "unknown", "onbekend", "unknown", "onbekend"
    NAMED = "named", "benoemd", "named", "benoemd"
    DISCUSSED = "discussed", "besproken", "discussed", "besproken"
    ACCEPTED = "accepted", "aanvaard", "accepted", "aanvaard"


class Client(Word):
    """How dossiers name the client, who is a stakeholder and never a record (C#27)."""

    CLIENT = (
        "client",
        "cliënt",
        "client",
        "klant",
        "inwoner",
        "burger",
        "gezin",
        "jeugdige",
        "ouder",
    )


class Outsider(Word):
    """Who can have a part in a step without being an organisation of the dossier or the client."""

    INFORMAL_CARER = "informal-carer", "mantelzorger", "informal carer", "mantelzorgers"
    VOLUNTEER = "volunteer", "vrijwilliger", "volunteer", "vrijwilligers"
    NETWORK = "own-network", "netwerk", "own network", "eigen_netwerk"
    EMPLOYER = "employer", "werkgever", "employer", "werkgevers"


class MunicipalPart(Word):
    """A part that a regie model gives to someone of the municipality, known by the discipline."""

    CONTRACT_MANAGER = "contract-manager", "contractmanager", "contract manager"
    PROCESS_DIRECTOR = "process-director", "procesregisseur", "process director"

    @classmethod
    def named(cls, discipline: str) -> str:
        """Return the part that *discipline* stands for, or *discipline* itself."""
        part = cls.read(discipline)
        return part.value if part else discipline
