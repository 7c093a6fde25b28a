"""
The four conditions under which each form works, after Provan and Kenis (2008).

That trust, size and goal consensus predict it is verified in public sources; the need for
network-level skills and every value below are from memory.
"""

from __future__ import annotations

from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text

FORMS = ("pk_shared", "pk_lead_org", "pk_nao")

NAMES: Table[str, Text] = Table(
    {
        "pk_shared": Text("gedeelde netwerksturing", "participant-governed"),
        "pk_lead_org": Text("leidende organisatie", "lead organisation"),
        "pk_nao": Text("netwerkorganisatie", "network administrative organisation"),
    }
)

TRUST = ("sparse", "moderate", "dense")
SIZE = ("few", "moderate", "many")
CONSENSUS = ("low", "moderately-low", "moderately-high", "high")
SKILLS = ("low", "moderate", "high")

FITTING: Table[str, Table[str, tuple[str, ...]]] = Table(
    {
        "trust": Table(
            {
                "pk_shared": ("dense",),
                "pk_lead_org": ("sparse",),
                "pk_nao": ("moderate",),
            }
        ),
        "size": Table(
            {
                "pk_shared": ("few",),
                "pk_lead_org": ("moderate",),
                "pk_nao": ("moderate", "many"),
            }
        ),
        "consensus": Table(
            {
                "pk_shared": ("high",),
                "pk_lead_org": ("moderately-low", "low"),
                "pk_nao": ("moderately-high",),
            }
        ),
        "skills": Table(
            {
                "pk_shared": ("low",),
                "pk_lead_org": ("moderate",),
                "pk_nao": ("high",),
            }
        ),
    }
)

CONDITIONS: Table[str, Text] = Table(
    {
        "trust": Text("vertrouwen", "trust"),
        "size": Text("aantal partijen", "number of parties"),
        "consensus": Text("eensgezindheid over doelen", "goal consensus"),
        "skills": Text("behoefte aan netwerkvaardigheden", "need for network-level skills"),
    }
)

WORDS: Table[str, Text] = Table(
    {
        "sparse": Text("schaars", "sparse"),
        "moderate": Text("middelmatig", "moderate"),
        "dense": Text("dicht", "dense"),
        "few": Text("weinig", "few"),
        "many": Text("veel", "many"),
        "low": Text("laag", "low"),
        "moderately-low": Text("vrij laag", "moderately low"),
        "moderately-high": Text("vrij hoog", "moderately high"),
        "high": Text("hoog", "high"),
    }
)
