"""A first dossier that runs: small, explained, ready to be made one's own."""

from __future__ import annotations

from pathlib import Path

from lerendwerk_core.text import Lang

SCHEMA_FILE = "dossier.schema.json"
EXPLAINED = {
    "nl": {
        "top": "Een eerste dossier. Alles hieronder is verzonnen; vervang het door uw eigen gegevens.",
        "check": "Controleer met: lerendwerk check .   Draai met: lerendwerk run . --html rapport.html",
        "people": "Mensen staan hier als rolcodes (WC-01, WC-02, ...), nooit met naam.",
        "answers": "op_orde, gedeeltelijk, niet of nvt; leeg is nog niet ingevuld.",
        "steps": "De eerste uitvoerder leidt; touch is minuten werk, wait dagen wachten vooraf.",
        "compose": "Vraag leergroepen; met groups: kunt u bestaande laten nakijken.",
    },
    "en": {
        "top": "A first dossier. Everything below is invented; replace it by your own data.",
        "check": "Check with: lerendwerk check .   Run with: lerendwerk run . --html report.html",
        "people": "People are role codes here (WC-01, WC-02, ...), never names.",
        "answers": "in_order, partly, not_in_order or not_applicable; empty is not answered yet.",
        "steps": "The first performer leads; touch is minutes of work, wait days of waiting before.",
        "compose": "Ask for learning groups; with groups: existing ones are reviewed.",
    },
}
DOSSIER = """\
# yaml-language-server: $schema=dossier.schema.json
# {top}
# {check}
format: 1
id: eerste-dossier
municipality: {{code: GM0363, name: Amsterdam}}
decentralisation: wmo
period: {{start: 2025-01-01, go_live: 2025-07-01, measurements: [T0, T1]}}
regie:
  arrangements:
    - {{model: volledige_regie}}
checklist:
  use: wmo
  # {answers}
  answers: {{A1: op_orde, A2: gedeeltelijk, A3: op_orde, B1: gedeeltelijk, B2: op_orde, B3: niet,
            C1: niet, C2: gedeeltelijk, C3: niet, C4: niet, D1: gedeeltelijk, D2: niet,
            D3: gedeeltelijk, E1: niet, E2: niet, E3: gedeeltelijk, F1: gedeeltelijk}}
goals:
  - {{id: g1, nl: "Inwoners redden zich, met hun netwerk", en: "People manage, with their network",
     pillars: [zelfredzaamheid], endorsed_by: [gem, zorg]}}
principles:
  - {{id: p1, nl: "Eerst vragen wat iemand zelf kan", en: "First ask what someone can do",
     pillars: [zelfredzaamheid], transition: true, system: true}}
organisations:
  - {{id: gem, nl: "Gemeente", en: "Municipality", kind: gemeente, line: 1}}
  - {{id: zorg, nl: "Zorgaanbieder", en: "Care provider", kind: aanbieder, line: 2}}
# {people}
staffing:
  - {{org: gem, discipline: wmo_consulent, prefix: WC, count: 8}}
  - {{org: gem, discipline: procesregisseur, prefix: PR, count: 2}}
  - {{org: zorg, discipline: ondersteuner, prefix: OS, count: 9}}
process:
  id: wmo
  # {steps}
  steps:
    - {{id: s1, nl: "Melding ontvangen", en: "Receive the notification",
       performers: [wmo_consulent], touch: 20, wait: 0, goals: [g1], stance: dat,
       raci: {{A: [gem], R: [gem], I: [client]}}}}
    - {{id: s2, nl: "Gesprek voeren", en: "Have the conversation",
       performers: [wmo_consulent, ondersteuner], touch: 90, wait: 12, goals: [g1], stance: dat,
       raci: {{A: [gem], R: [gem, zorg], C: [client]}}}}
    - {{id: s3, nl: "Hulp uitvoeren", en: "Give support",
       performers: [ondersteuner], touch: 600, wait: 14, goals: [g1], stance: voor,
       raci: {{A: [zorg], R: [zorg], C: [client]}}}}
  edges: [[s1, s2], [s2, s3]]
# {compose}
compose: {{groups: 2, size: [4, 8]}}
"""


CHECKLIST_FILE = "checklist.yaml"
CHECKLIST_SCHEMA_FILE = "checklist.schema.json"
CHECKLIST_EXPLAINED = {
    "nl": {
        "top": "Uw variant van de checklist. Pas aan wat u wilt; wat er niet staat blijft als het is.",
        "check": "Controleer met: lerendwerk check .   Bekijk het advies met: lerendwerk assess .",
        "reason": "Waarom deze variant er is, en wie haar maakte (een rol, geen naam).",
        "meaning": "zelfde: alleen de woorden veranderen. anders: het wordt een ander item ('becomes').",
        "add": "Een nieuw item, na of vóór een ander. Het laatste item (F1) blijft het laatste.",
        "more": "Ook mogelijk: weights: {C1: 2}, drop: [B3], not_applicable: [D3], translate: [...]",
    },
    "en": {
        "top": "Your variant of the checklist. Change what you like; what is not here stays as it is.",
        "check": "Check with: lerendwerk check .   See the advice with: lerendwerk assess .",
        "reason": "Why this variant is there, and who made it (a role, no name).",
        "meaning": "same: only the words change. changed: then it is another item, with 'becomes'.",
        "add": "A new item, after or before another. The last item (F1) stays the last.",
        "more": "Also possible: weights: {C1: 2}, drop: [B3], not_applicable: [D3], translate: [...]",
    },
}
CHECKLIST = """\
# yaml-language-server: $schema=checklist.schema.json
# {top}
# {check}
tailorings:
  - id: eigen
    base: wmo
    nl: "Onze eigen variant (reconstructie)"
    en: "Our own variant (reconstruction)"
    # {reason}
    reason: {{nl: "Zo sluit de checklist aan bij ons werk.", en: "So that the checklist fits our work."}}
    author: beleidsadviseur
    replace:
      # {meaning}
      - id: C2
        meaning: {same}
        nl: "De nieuwe werkwijze is in onze wijken zichtbaar in cijfers en in casussen."
        en: "In our neighbourhoods the new way of working shows in figures and in cases."
    add:
      # {add}
      - id: X1
        section: C
        after: C2
        nl: "Vrijwilligers weten bij wie zij terechtkunnen."
        en: "Volunteers know whom they can turn to."
    # {more}
"""
SAME = {"nl": "zelfde", "en": "same"}


def write_starter(
    folder: Path, schema: str, lang: Lang, checklist_schema: str | None = None
) -> Path:
    """
    Make *folder*, write a dossier and its JSON Schema into it, and return the dossier's path.

    With *checklist_schema* the dossier has a checklist of its own beside it, with that schema.
    """
    folder.mkdir(parents=True)
    (folder / SCHEMA_FILE).write_text(schema + "\n", encoding="utf-8")
    text = DOSSIER.format(**EXPLAINED[lang])
    if checklist_schema is not None:
        (folder / CHECKLIST_SCHEMA_FILE).write_text(checklist_schema + "\n", encoding="utf-8")
        words = CHECKLIST.format(same=SAME[lang], **CHECKLIST_EXPLAINED[lang])
        (folder / CHECKLIST_FILE).write_text(words, encoding="utf-8")
        text = text.replace(
            "  use: wmo\n", f"  use: eigen\n  tailorings: {CHECKLIST_FILE}\n"
        ).replace("C2: gedeeltelijk,", "C2: gedeeltelijk, X1: niet,")
    dossier = folder / "dossier.yaml"
    dossier.write_text(text, encoding="utf-8")
    return dossier
