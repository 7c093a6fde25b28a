"""The decision rights, who holds them, and the municipal share."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class DecisionRight(Word):
    """The twelve decision rights over which steering is measured."""

    GOALS = "doelen", "doelen en uitkomsten stellen", "set goals and outcomes", "goals"
    PRINCIPLES = (
        "principes",
        "leidende principes en kaders stellen",
        "set leading principles and frames",
        "principles",
    )
    BUDGET = "budget", "budget verdelen", "allocate the budget"
    CONTRACTING = (
        "contracteren",
        "aanbieders kiezen en contracteren",
        "choose and contract providers",
        "contracting",
    )
    PROCESS_DESIGN = (
        "procesontwerp",
        "het werkproces ontwerpen",
        "design the work process",
        "process_design",
    )
    WORK_ALLOCATION = (
        "werktoedeling",
        "werk en casussen toedelen",
        "allocate work and cases",
        "work_allocation",
    )
    INDIVIDUAL_DECISION = (
        "besluit",
        "over een individuele voorziening besluiten",
        "decide on an individual provision",
        "individual_decision",
    )
    EMPLOYMENT = (
        "werkgeverschap",
        "professionals aanstellen",
        "employ professionals",
        "employment",
    )
    BEHAVIOUR = (
        "gedragsafspraken",
        "samenwerking en gedrag afspreken",
        "agree on collaboration and behaviour",
        "behaviour_agreements",
    )
    MONITORING = "toezicht", "volgen en toezien", "monitor and supervise", "monitoring"
    ESCALATION = (
        "opschalen",
        "conflicten beslechten, doorzettingsmacht",
        "settle conflicts, impose",
        "escalation",
    )
    ARRANGEMENT = (
        "arrangement",
        "het regie-arrangement veranderen",
        "change the regie arrangement",
    )


class Holder(Word):
    """Who may hold a decision right; :attr:`share` is the municipality's part of it."""

    MUNICIPALITY = "gemeente", "gemeente", "municipality"
    WITH_PARTICIPANTS = (
        "gemeente_met_deelnemers",
        "gemeente na voorstel van deelnemers",
        "municipality after participants' proposal",
        "municipality_with_participants",
    )
    WITH_PARTNER = (
        "gemeente_met_partner",
        "gemeente met partner",
        "municipality with partner",
    )
    JOINT = "gezamenlijk", "gezamenlijk", "jointly", "joint"
    NETWORK_ORGANISATION = (
        "netwerkorganisatie",
        "netwerkorganisatie",
        "network organisation",
    )
    CONTRACT_PARTNER = "contractpartner", "contractpartner", "contract partner"
    PROVIDER = "aanbieder", "aanbieder", "provider"
    PROFESSIONALS = "professionals", "professionals", "professionals"
    OTHER_GOVERNMENT = "derde_overheid", "andere overheid", "other government"

    @property
    def share(self) -> float:
        """The municipal share of a right with this holder, 0 to 1 (domain reading, section 3.2)."""
        return MUNICIPAL_SHARE.get(self, 0.0)


MUNICIPAL_SHARE = {
    Holder.MUNICIPALITY: 1.0,
    Holder.WITH_PARTICIPANTS: 0.5,
    Holder.WITH_PARTNER: 0.5,
    Holder.JOINT: 0.33,
    Holder.NETWORK_ORGANISATION: 0.15,
}
