"""The acts, their spirit, and the municipal tasks."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class Decentralisation(Word):
    """The policy acts that came to the municipalities (C#2-5)."""

    JEUGDWET = "jeugdwet", "Jeugdwet", "Youth Act", "jeugd", "jeugdzorg"
    PARTICIPATIEWET = (
        "participatiewet",
        "Participatiewet",
        "Participation Act",
        "pwet",
        "werk_en_inkomen",
    )
    WMO = "wmo", "Wmo", "Social Support Act", "wmo_2015", "wmo2015"


class Stance(Word):
    """From caring for people to making sure that they manage (C#8)."""

    VOOR = "voor", "zorgen voor", "caring for", "zorgen_voor"
    DAT = "dat", "zorgen dat", "making sure that", "zorgen_dat"


class Pillar(Word):
    """The three pillars of the spirit of the law (C#9)."""

    ACTIVATION = "activering", "activering", "activation", "activeren"
    PREVENTION = "preventie", "preventie", "prevention"
    SELF_RELIANCE = "zelfredzaamheid", "zelfredzaamheid", "self-reliance"


class Verb(Word):
    """The three verbs of the first municipal task (C#13)."""

    SHAPE = "shape", "vormgeven", "shape", "vormgeven"
    STEER = "steer", "sturen", "steer", "sturen"
    GUIDE = "guide", "begeleiden", "guide", "begeleiden"
