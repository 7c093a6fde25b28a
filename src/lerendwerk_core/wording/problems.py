"""What can be wrong with a document or a definition."""

from lerendwerk_core.text import Text

PROBLEMS = {
    # files and YAML
    "file-unreadable": Text(
        "het bestand kan niet worden gelezen ({reason}).", "the file cannot be read ({reason})."
    ),
    "file-too-large": Text(
        "het bestand is groter dan {limit} MB.", "the file is larger than {limit} MB."
    ),
    "file-outside": Text(
        "'{path}' ligt buiten de map van het dossier; daar wordt niets gelezen.",
        "'{path}' is outside the dossier's folder; nothing is read there.",
    ),
    "file-missing": Text("het bestand '{path}' is er niet.", "the file '{path}' is not there."),
    "no-dossier": Text(
        "er is geen dossier: verwacht een YAML-bestand of een map met dossier.yaml.",
        "there is no dossier: expected a YAML file or a folder with dossier.yaml.",
    ),
    "not-utf8": Text("het bestand is geen UTF-8.", "the file is not UTF-8."),
    "yaml-syntax": Text(
        "dit is geen geldige YAML ({reason}).", "this is not valid YAML ({reason})."
    ),
    "yaml-too-deep": Text(
        "dieper genest dan {limit} niveaus.", "nested more than {limit} levels deep."
    ),
    "yaml-too-many": Text(
        "meer dan {limit} onderdelen, verwijzingen uitgeschreven.",
        "more than {limit} parts, aliases written out.",
    ),
    "yaml-alias": Text("onbekende verwijzing *{name}.", "unknown alias *{name}."),
    "yaml-documents": Text(
        "er staat meer dan één document in het bestand.",
        "there is more than one document in the file.",
    ),
    "yaml-key": Text("een sleutel moet een tekst zijn.", "a key must be a text."),
    "yaml-tag": Text("het label {tag} wordt niet gelezen.", "the tag {tag} is not read."),
    "duplicate-key": Text(
        "de sleutel '{key}' staat er twee keer; eerst op {first}.",
        "the key '{key}' is there twice; first at {first}.",
    ),
    # shapes
    "unknown-key": Text("onbekende sleutel '{key}'.", "unknown key '{key}'."),
    "missing-key": Text("de sleutel '{key}' ontbreekt.", "the key '{key}' is missing."),
    "not-a-text": Text("hier hoort een tekst.", "a text belongs here."),
    "control-character": Text(
        "er staat een onzichtbaar stuurteken in deze tekst.",
        "there is an invisible control character in this text.",
    ),
    "text-too-long": Text("langer dan {limit} tekens.", "longer than {limit} characters."),
    "not-a-number": Text(
        "'{value}' is geen getal; gebruik een punt voor decimalen.",
        "'{value}' is not a number; use a point for decimals.",
    ),
    "not-a-whole-number": Text(
        "'{value}' is geen geheel getal.", "'{value}' is not a whole number."
    ),
    "number-out-of-range": Text(
        "{value} ligt niet tussen {least} en {most}.", "{value} is not between {least} and {most}."
    ),
    "not-a-flag": Text("'{value}' is geen true of false.", "'{value}' is not true or false."),
    "not-a-date": Text(
        "'{value}' is geen bestaande datum van de vorm 2025-07-01.",
        "'{value}' is not an existing date of the form 2025-07-01.",
    ),
    "unknown-word": Text("'{value}' is hier onbekend.", "'{value}' is not known here."),
    "empty-id": Text("een id mag niet leeg zijn.", "an id must not be empty."),
    "not-a-list": Text("hier hoort een lijst.", "a list belongs here."),
    "not-a-mapping": Text("hier horen sleutels met waarden.", "keys with values belong here."),
    "wrong-form": Text("deze vorm past hier niet.", "this form does not fit here."),
    "row-length": Text(
        "hier horen {least} tot {most} waarden op een rij.", "{least} to {most} values belong here."
    ),
    "duplicate-id": Text(
        "{kind} '{key}' bestaat al; eerst op {first}.",
        "{kind} '{key}' already exists; first at {first}.",
    ),
    "unknown-reference": Text("{kind} '{key}' bestaat niet.", "{kind} '{key}' does not exist."),
    # tables
    "table-unreadable": Text("een {kind} is geen tabel.", "a {kind} is no table."),
    "table-uneven": Text(
        "kolom '{name}' heeft {rows} rijen, een andere {most}.",
        "column '{name}' has {rows} rows, another one {most}.",
    ),
    "table-no-column": Text("de kolom '{name}' ontbreekt.", "the column '{name}' is missing."),
    "unknown-column": Text("onbekende kolom '{name}'.", "unknown column '{name}'."),
    "table-empty": Text("de cel van '{name}' is leeg.", "the cell of '{name}' is empty."),
    "table-twice": Text(
        "{name} '{value}' staat er al; eerst in rij {first}.",
        "{name} '{value}' is there already; first in row {first}.",
    ),
    "table-several": Text(
        "in '{name}' staan meer waarden.", "there are several values in '{name}'."
    ),
    "table-number": Text(
        "{name} '{value}' is geen geheel getal vanaf 0.",
        "{name} '{value}' is not a whole number from 0.",
    ),
    "table-flag": Text("{name} '{value}' is geen ja of nee.", "{name} '{value}' is not yes or no."),
    "table-reversed": Text(
        "{name} ({low}) is meer dan het hoogste ({high}).",
        "{name} ({low}) is more than the highest ({high}).",
    ),
    "table-no-size": Text("de groep heeft geen grootte.", "the group has no size."),
    "table-handover": Text(
        "{name} '{value}' is geen overdracht.", "{name} '{value}' is no handover."
    ),
    # dossier
    "format-unknown": Text(
        "formaat {value} is niet bekend; deze versie leest formaat 1.",
        "format {value} is not known; this version reads format 1.",
    ),
    "process-two-sources": Text(
        "een werkproces is óf uitgeschreven (steps) óf een bestand ({readers}), niet beide.",
        "a work process is either written out (steps) or a file ({readers}), not both.",
    ),
    "process-no-source": Text(
        "een werkproces heeft steps nodig, of een bestand: {readers}.",
        "a work process needs steps, or a file: {readers}.",
    ),
    # outcomes
    "outcome-twice": Text(
        "'{series}' staat hier, en is ook een kolom van {file}.",
        "'{series}' is here, and is also a column of {file}.",
    ),
    "outcome-not-a-number": Text(
        "'{value}' is geen getal; een lege cel is niet beantwoord.",
        "'{value}' is not a number; an empty cell was not answered.",
    ),
    "outcome-column-twice": Text(
        "de kolom '{column}' staat er twee keer.", "the column '{column}' is there twice."
    ),
    "outcome-no-measures": Text(
        "er is geen kolom met een maat.", "there is no column with a measure."
    ),
    "outcome-code-twice": Text(
        "'{unit}' is op {moment} al gemeten, in regel {first}.",
        "'{unit}' was already measured at {moment}, in line {first}.",
    ),
    "scale-reversed": Text(
        "de schaal loopt van {least} tot {most}; het laagste hoort eerst.",
        "the scale runs from {least} to {most}; the lowest comes first.",
    ),
    "instrument-item-twice": Text(
        "het item '{item}' staat twee keer in {instrument}.",
        "the item '{item}' is twice in {instrument}.",
    ),
    "instrument-dimension-unknown": Text(
        "de dimensie '{dimension}' van item '{item}' is er niet.",
        "the dimension '{dimension}' of item '{item}' is not there.",
    ),
    "answers-twice": Text(
        "geef de antwoorden één keer: per ronde of zonder rondes, en elke respondent apart.",
        "give the answers once: per round or without rounds, and each respondent apart.",
    ),
    "answers-no-organisation": Text(
        "respondent '{respondent}' heeft geen organisatie; met organisations heeft ieder er een.",
        "respondent '{respondent}' has no organisation; with organisations everybody has one.",
    ),
    "answers-form": Text(
        "'{name}' kan niet worden gelezen; een bestand met antwoorden eindigt op {endings}.",
        "'{name}' cannot be read; a file with answers ends in {endings}.",
    ),
    "answers-moment": Text(
        "'{name}' hoort bij {moment}, maar bevat ook {given}; noem het bestand als answers, zonder rounds.",
        "'{name}' is for {moment}, but holds {given} too; name the file as answers, without rounds.",
    ),
    "answers-no-items": Text(
        "er is geen kolom met een item van de checklist; neem een kolom per item, of item en antwoord.",
        "there is no column with an item of the checklist; take a column per item, or item and answer.",
    ),
    "answers-item-unknown": Text(
        "'{item}' is geen item van de checklist.", "'{item}' is no item of the checklist."
    ),
    "answers-item-twice": Text(
        "het item '{item}' heeft twee kolommen.", "the item '{item}' has two columns."
    ),
    "answers-respondent-twice": Text(
        "respondent '{respondent}' antwoordde al, op regel {first}.",
        "respondent '{respondent}' has answered already, on line {first}.",
    ),
    "answers-answer-twice": Text(
        "respondent '{respondent}' (eerst op regel {first}) beantwoordde dit item al.",
        "respondent '{respondent}' (first on line {first}) has answered this item already.",
    ),
    "answers-two-organisations": Text(
        "respondent '{respondent}' hoort op regel {first} bij een andere organisatie.",
        "respondent '{respondent}' is of another organisation on line {first}.",
    ),
    "answers-id": Text(
        "'{value}' is te lang of bevat stuurtekens.",
        "'{value}' is too long or holds control characters.",
    ),
    "answers-too-many-columns": Text("meer dan {limit} kolommen.", "more than {limit} columns."),
    "answers-too-many-items": Text("meer dan {limit} items.", "more than {limit} items."),
    "answers-row-too-long": Text(
        "deze rij is langer dan {limit} tekens; staat er een aanhalingsteken open?",
        "this row is longer than {limit} characters; is a quote left open?",
    ),
    "too-many-people": Text("meer dan {limit} mensen.", "more than {limit} people."),
    "not-a-role-code": Text(
        "'{value}' is geen rolcode zoals JC-01; namen horen niet in een dossier.",
        "'{value}' is not a role code such as JC-01; names do not belong in a dossier.",
    ),
    "staffing-and-people": Text(
        "geef staffing óf people, niet beide.", "give staffing or people, not both."
    ),
    "prefix-collision": Text(
        "de rolcode '{key}' ontstaat twee keer; kies een ander voorvoegsel.",
        "the role code '{key}' would exist twice; choose another prefix.",
    ),
    "size-reversed": Text(
        "de kleinste groep ({least}) is groter dan de grootste ({most}).",
        "the smallest group ({least}) is larger than the largest ({most}).",
    ),
    "named-exceeds-staff": Text(
        "'{discipline}' heeft {staff} mensen, dus geen {named} die dit noemen.",
        "'{discipline}' has {staff} people, so not {named} who name this.",
    ),
    "move-cycle": Text(
        "stap '{step}' kan niet na zichzelf komen.", "step '{step}' cannot come after itself."
    ),
    # people.csv
    "csv-no-header": Text(
        "de eerste regel moet kolomnamen bevatten, met ten minste {needed}.",
        "the first line must hold column names, with at least {needed}.",
    ),
    "csv-row-length": Text(
        "{given} waarden in plaats van {expected}.", "{given} values instead of {expected}."
    ),
    "csv-empty": Text("'{column}' mag niet leeg zijn.", "'{column}' must not be empty."),
    "csv-syntax": Text(
        "dit is geen leesbare CSV ({reason}).", "this is not readable CSV ({reason})."
    ),
    "csv-too-many-rows": Text("meer dan {limit} regels.", "more than {limit} rows."),
    # event logs
    "log-column-unnamed": Text(
        "welke kolom is de {role}? Zeg het met {option}.",
        "which column is the {role}? Say so with {option}.",
    ),
    "log-column-missing": Text(
        "er is geen kolom '{column}' (voor {role}).", "there is no column '{column}' (for {role})."
    ),
    "log-form": Text(
        "dit is geen logboek dat gelezen kan worden; dat eindigt op {forms}.",
        "this is no log that can be read; those end in {forms}.",
    ),
    "log-no-frame": Text(
        "een {kind} is geen bestand en geen tabel.", "a {kind} is no file and no table."
    ),
    "log-hours": Text(
        "'{written}' zijn geen werktijden zoals 9:00-17:00.",
        "'{written}' are no working hours such as 9:00-17:00.",
    ),
    "log-not-in-order": Text(
        "de gebeurtenissen van een zaak staan niet bij elkaar op volgorde van tijd; sorteer het bestand eerst.",
        "the events of a case do not stand together in order of time; sort the file first.",
    ),
    "log-too-many": Text("meer dan {limit} gebeurtenissen.", "more than {limit} events."),
    "gzip-damaged": Text("het ingepakte bestand is beschadigd.", "the gzipped file is damaged."),
    "gzip-bomb": Text(
        "dit bestand pakt uit tot meer dan {ratio} keer zijn grootte.",
        "this file unpacks to more than {ratio} times its size.",
    ),
    "parquet-unreadable": Text(
        "dit is geen leesbare Parquet ({reason}).", "this is not readable Parquet ({reason})."
    ),
    "xes-not": Text(
        "dit is geen XES: het begint met '{root}'.", "this is no XES: it begins with '{root}'."
    ),
    # XML and BPMN
    "xml-syntax": Text("dit is geen geldige XML ({reason}).", "this is not valid XML ({reason})."),
    "xml-doctype": Text(
        "een DOCTYPE wordt geweigerd: een BPMN-bestand heeft er geen nodig.",
        "a DOCTYPE is refused: a BPMN file needs none.",
    ),
    "xml-too-deep": Text(
        "dieper genest dan {limit} niveaus.", "nested more than {limit} levels deep."
    ),
    "xml-too-many": Text("meer dan {limit} elementen.", "more than {limit} elements."),
    "bpmn-not": Text(
        "dit is geen BPMN 2.0: het buitenste element is '{root}'.",
        "this is not BPMN 2.0: the outermost element is '{root}'.",
    ),
    # definitions
    "checklist-known": Text(
        "er is al een checklist '{key}'; geef de eigen een andere id.",
        "there is a checklist '{key}' already; give one's own another id.",
    ),
    "tailoring-base": Text(
        "aanpassing '{layer}' rust op '{base}', dat niet bestaat.",
        "tailoring '{layer}' rests on '{base}', which does not exist.",
    ),
    "tailoring-circle": Text(
        "aanpassingen rusten in een kring op elkaar: {layers}.",
        "tailorings rest on each other in a circle: {layers}.",
    ),
    "tailoring-item": Text(
        "aanpassing '{layer}' noemt item '{item}', dat '{base}' niet heeft.",
        "tailoring '{layer}' names item '{item}', which '{base}' does not have.",
    ),
    "tailoring-duplicate": Text(
        "aanpassing '{layer}' voegt item '{item}' toe, dat '{base}' al heeft.",
        "tailoring '{layer}' adds item '{item}', which '{base}' already has.",
    ),
    "tailoring-dropped": Text(
        "aanpassing '{layer}' noemt item '{item}', dat '{base}' liet vervallen.",
        "tailoring '{layer}' names item '{item}', which '{base}' dropped.",
    ),
    "tailoring-protected": Text(
        "aanpassing '{layer}' wijzigt item '{item}', dat '{base}' beschermt.",
        "tailoring '{layer}' changes item '{item}', which '{base}' protects.",
    ),
    "tailoring-twice": Text(
        "aanpassing '{layer}' wijzigt item '{item}' van '{base}' twee keer op dezelfde manier.",
        "tailoring '{layer}' changes item '{item}' of '{base}' twice in the same way.",
    ),
    "tailoring-weight": Text(
        "aanpassing '{layer}' geeft item '{item}' van '{base}' het gewicht {weight}; nul of meer kan wel.",
        "tailoring '{layer}' gives item '{item}' of '{base}' the weight {weight}; nothing or more will do.",
    ),
    "tailoring-section": Text(
        "aanpassing '{layer}' noemt onderdeel '{item}', dat '{base}' niet heeft.",
        "tailoring '{layer}' names section '{item}', which '{base}' does not have.",
    ),
    "tailoring-section-there": Text(
        "aanpassing '{layer}' voegt onderdeel '{item}' toe, dat '{base}' al heeft.",
        "tailoring '{layer}' adds section '{item}', which '{base}' already has.",
    ),
    "tailoring-two-places": Text(
        "aanpassing '{layer}' zet item '{item}' op twee plaatsen in '{base}': kies 'before' of 'after'.",
        "tailoring '{layer}' puts item '{item}' in two places of '{base}': choose 'before' or 'after'.",
    ),
    "tailoring-after-last": Text(
        "aanpassing '{layer}' zet item '{item}' na '{last}', het laatste item van '{base}'.",
        "tailoring '{layer}' puts item '{item}' after '{last}', the last item of '{base}'.",
    ),
    "tailoring-depends": Text(
        "aanpassing '{layer}' laat item '{needs}' weg, waar item '{item}' van '{base}' op rust.",
        "tailoring '{layer}' leaves out item '{needs}', on which item '{item}' of '{base}' rests.",
    ),
    "tailoring-meaning": Text(
        "item '{item}' met een andere betekenis is een ander item: geef met 'becomes' een nieuwe id.",
        "item '{item}' with another meaning is another item: give a new id with 'becomes'.",
    ),
    "tailoring-same": Text(
        "item '{item}' dat hetzelfde blijft betekenen houdt zijn id: 'becomes' hoort hier niet.",
        "item '{item}' that means the same keeps its id: 'becomes' does not belong here.",
    ),
    "tailoring-last": Text(
        "aanpassing '{layer}' mag het laatste item '{item}' van '{base}' niet weglaten.",
        "tailoring '{layer}' may not drop the last item '{item}' of '{base}'.",
    ),
    "checklist-last": Text(
        "het laatste item '{item}' van '{checklist}' moet ook als laatste staan.",
        "the last item '{item}' of '{checklist}' must also stand last.",
    ),
    "not-a-key": Text(
        "dit is geen sleutel, zoals 'lerendwerk personal new-key' er een maakt.",
        "this is no key of the kind that 'lerendwerk personal new-key' makes.",
    ),
    "key-does-not-fit": Text(
        "de sleutel past niet, of de tekst is veranderd.",
        "the key does not fit, or the text was changed.",
    ),
    "key-opens-none": Text(
        "de sleutel opent geen van de {count} persoonlijke routes.",
        "the key opens none of the {count} personal routes.",
    ),
    "no-states": Text(
        "hier staan geen dossiers waarvan de naam met een dag begint, zoals 2025-03-01.yaml.",
        "there are no dossiers here whose name begins with a day, such as 2025-03-01.yaml.",
    ),
    "too-many-states": Text(
        "hier staan meer dan {most} dossiers.", "there are more than {most} dossiers here."
    ),
    "two-states-of-a-day": Text(
        "er is al een dossier van {date}.", "there is a dossier of {date} already."
    ),
    "state-without-day": Text(
        "'{name}' begint niet met een bestaande dag.",
        "'{name}' does not begin with a day that exists.",
    ),
    "end-before-start": Text(
        "het einde ({end}) ligt voor het begin ({start}).",
        "the end ({end}) lies before the start ({start}).",
    ),
    "only-patterns-have-steps": Text(
        "'{goal}': alleen een patroon hoort bij een stap van het werk.",
        "'{goal}': only a pattern belongs to a step of the work.",
    ),
    "only-beliefs-have-principles": Text(
        "'{goal}': alleen een overtuiging botst met een principe.",
        "'{goal}': only a belief is at odds with a principle.",
    ),
    "two-states-on-a-day": Text(
        "'{goal}': op één dag staan twee gebeurtenissen.",
        "'{goal}': there are two events on one day.",
    ),
    "until-before-since": Text(
        "het arrangement hield op ({until}) voordat het begon ({since}).",
        "the arrangement ended ({until}) before it began ({since}).",
    ),
    "decision-given-away": Text(
        "I4: voor het individuele besluit kan '{party}' niet eindverantwoordelijk zijn; "
        "de gemeente kan het mandateren (R), niet weggeven.",
        "I4: '{party}' cannot be accountable for the individual decision; "
        "the municipality may mandate it (R), not give it away.",
    ),
    "route-given-away": Text(
        "I6: de persoonlijke leerroute is van de medewerker zelf: A en R zijn 'medewerker', en I is leeg.",
        "I6: the personal learning route is the employee's own: A and R are 'medewerker', and I is empty.",
    ),
    "expectation-of-self": Text(
        "'{stakeholder}' verwacht hier iets van zichzelf; een verwachting is er van een ander.",
        "'{stakeholder}' expects something of itself here; an expectation is of another.",
    ),
    "expectation-wordless": Text(
        "'{stakeholder}' verwacht hier iets, maar er staat niet wat (nl of en).",
        "'{stakeholder}' expects something here, but does not say what (nl or en).",
    ),
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
    "result-unreadable": Text(
        "Hieruit is geen {kind} te lezen: {reasons}.", "No {kind} can be read from this: {reasons}."
    ),
    "unknown-choice": Text(
        "{kind} '{key}' bestaat niet; bekend: {known}.",
        "{kind} '{key}' does not exist; known: {known}.",
    ),
    "api-unknown": Text(
        "de plugin vraagt api {value}; deze versie kent api {known}.",
        "the plugin asks for api {value}; this version knows api {known}.",
    ),
    "duplicate-contribution": Text(
        "{kind} '{key}' komt al van plugin '{owner}'.",
        "{kind} '{key}' already comes from plugin '{owner}'.",
    ),
    "contribution-kind": Text(
        "{hook} gaf iets anders dan een {kind}: {value}.",
        "{hook} returned something other than a {kind}: {value}.",
    ),
    "hook-unknown": Text("er is geen hook '{name}'.", "there is no hook '{name}'."),
    "plugin-name-taken": Text(
        "de naam '{name}' is al van {owner}.", "the name '{name}' is already taken by {owner}."
    ),
    # privacy
    "key-too-short": Text(
        "de sleutel heeft {given} bytes; {needed} is het minste.",
        "the key has {given} bytes; {needed} is the least.",
    ),
    "codes-coincide": Text(
        "twee mensen krijgen dezelfde code; neem een langere code of een andere sleutel.",
        "two people come to the same code; take a longer code or another key.",
    ),
}
