"""Regie models, and the invariants that none may break."""

from lerendwerk_core.text import Text

PROBLEMS = {
    "actor-without-position": Text(
        "model '{model}' geeft '{actor}' een rol in lijn of RACI, maar geen positie (position).",
        "model '{model}' gives '{actor}' a part in chain or RACI, but no position.",
    ),
    "rights-missing": Text(
        "model '{model}' zegt niet wie deze rechten houdt: {rights}.",
        "model '{model}' does not say who holds these rights: {rights}.",
    ),
    "invariant-I2": Text(
        "I2: in model '{model}' loopt de verantwoording niet door tot de gemeenteraad: {chain}.",
        "I2: in model '{model}' accountability does not reach the council: {chain}.",
    ),
    "invariant-I2-chain": Text(
        "I2: in model '{model}' staat '{actor}' in de lijn (chain) en ook bij accountable_to; "
        "aan wie hij verantwoording aflegt, zegt de lijn al.",
        "I2: in model '{model}' '{actor}' is in the chain and in accountable_to too; "
        "the chain already says whom it answers to.",
    ),
    "invariant-I3": Text(
        "I3: in model '{model}' heeft '{activity}' {count} eindverantwoordelijken (A) en {doers} uitvoerders (R); "
        "het moeten er precies één en ten minste één zijn.",
        "I3: in model '{model}' '{activity}' has {count} accountable (A) and {doers} responsible (R) parties; "
        "exactly one and at least one are needed.",
    ),
    "invariant-I4": Text(
        "I4: in model '{model}' ligt het individuele besluit bij '{holder}'; "
        "de gemeente kan het mandateren, niet weggeven.",
        "I4: in model '{model}' the individual decision is held by '{holder}'; "
        "the municipality may mandate it, not give it away.",
    ),
    "invariant-I5": Text(
        "I5: in familie '{family}' daalt de sturingsgraad niet met de rang: {models}.",
        "I5: in family '{family}' the steering degree does not fall with rank: {models}.",
    ),
    "invariant-I6": Text(
        "I6: in model '{model}' is de persoonlijke leerroute niet van de medewerker zelf.",
        "I6: in model '{model}' the personal learning route is not the employee's own.",
    ),
}
