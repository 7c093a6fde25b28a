"""Words of stage 7: learning and unlearning."""

from lerendwerk_core.text import Text

PAGES = {
    "learning": Text(
        "Gezamenlijke behoeften: {collective}, persoonlijke: {personal}; aangetoonde kenmerken: {met} van 8.",
        "Collective needs: {collective}, personal: {personal}; characteristics shown: {met} of 8.",
    ),
    "learning-need": Text("{need}: {total} mensen{route}.", "{need}: {total} people{route}."),
    "learning-hidden": Text(
        "{need}: te weinig mensen om te tonen.", "{need}: too few people to show."
    ),
    "learning-collective": Text(", gezamenlijk", ", collective"),
    "learning-route": Text(
        "Route van {group}: {activities} ({hours} uur per deelnemer, waarvan {new} nieuw; {status}).",
        "Route of {group}: {activities} ({hours} hours per participant, {new} of them new; {status}).",
    ),
    "learning-conflict": Text(
        "{group}: dit kan niet samen: {wishes}.", "{group}: this cannot be together: {wishes}."
    ),
    "learning-way-out": Text("{group}: of {way}.", "{group}: or {way}."),
    "learning-everybody": Text("allen samen", "everybody"),
    "learning-hours": Text(
        "Gepland: {planned} uur leren; de routes vragen nog {proposed} uur.",
        "Planned: {planned} hours of learning; the routes ask {proposed} hours more.",
    ),
    "limit-hours": Text("de uren per deelnemer", "the hours per participant"),
    "limit-end": Text("de bijeenkomsten tot het einde", "the occasions until the end"),
    "learning-unlearn": Text("Afleren: {goal}: {state}.", "Unlearning: {goal}: {state}."),
    "roadstage-checklist": Text("de checklist", "the checklist"),
    "roadstage-regie": Text("de regie gekozen", "regie chosen"),
    "roadstage-process": Text("het werkproces in kaart", "the work process mapped"),
    "roadstage-groups": Text("leergroepen", "learning groups"),
    "roadstage-roles": Text("rollen en taken", "roles and tasks"),
    "roadstage-agreements": Text("eigen afspraken", "agreements of their own"),
    "roadstage-unlearning": Text("wat afgeleerd wordt", "what is unlearned"),
    "roadstage-routes": Text("leerroutes", "learning routes"),
    "roadstage-results": Text("resultaten", "results"),
    "roadstage-review": Text("teruggekeken", "looked back"),
    "roadstage-lacking": Text("wat mensen missen", "what people lack"),
    "roadstage-courses": Text("cursussen gekozen", "courses chosen"),
    "roadstage-applied": Text("toegepast in het eigen werk", "applied in one's own work"),
    "learning-road": Text(
        "Op deze weg gezien: {seen}; nog niet: {open}.",
        "Seen on this road: {seen}; not yet: {open}.",
    ),
    "learning-joint": Text(
        "Alleen samen te bereiken: {because}.", "Only to be reached together: {because}."
    ),
}
