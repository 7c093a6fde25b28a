"""Why a characteristic is met, or not."""

from lerendwerk_core.text import Text

REASONS = {
    "no-activities": Text(
        "er zijn geen leeractiviteiten vastgelegd", "no learning activities are recorded"
    ),
    "activities-without-step": Text(
        "zonder processtap: {activities}", "without a process step: {activities}"
    ),
    "activities-on-steps": Text(
        "alle {count} activiteiten horen bij een processtap",
        "all {count} activities belong to a process step",
    ),
    "no-principles": Text("er zijn geen leidende principes", "there are no leading principles"),
    "without-principle": Text(
        "verwijst naar geen principe: {what}", "refers to no principle: {what}"
    ),
    "principles-unused": Text(
        "{count} principes, maar geen afspraak of activiteit die ernaar verwijst",
        "{count} principles, but no agreement or activity that refers to them",
    ),
    "principles-used": Text(
        "elke afspraak en activiteit verwijst naar een van de {count} principes",
        "every agreement and activity refers to one of the {count} principles",
    ),
    "no-organisation-groups": Text(
        "er is geen leergroep voor organisatieleren",
        "there is no group for organisational learning",
    ),
    "groups-by-involvement": Text(
        "op betrokkenheid, over disciplines en organisaties heen: {groups}",
        "by involvement, across disciplines and organisations: {groups}",
    ),
    "members-without-step": Text(
        "{group}: zonder stap in het proces: {members}",
        "{group}: without a step in the process: {members}",
    ),
    "one-discipline": Text("{group}: één discipline", "{group}: one discipline"),
    "one-department": Text("{group}: één afdeling", "{group}: one department"),
    "no-process": Text("er is geen werkproces vastgelegd", "no work process is recorded"),
    "process-not-renewed": Text(
        "er is één versie van het werkproces, nog geen vernieuwde",
        "there is one version of the work process, none renewed yet",
    ),
}
