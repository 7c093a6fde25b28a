"""Why figures of stage 8 are as they are."""

from lerendwerk_core.text import Text

REASONS = {
    "difference-of-means": Text(
        "Alleen gemiddelden zijn bekend; zonder waarnemingen is er geen marge.",
        "Only means are known; without observations there is no interval.",
    ),
    "difference-paired": Text(
        "Wie op beide momenten is gemeten, is met zichzelf vergeleken.",
        "Those measured at both moments were compared with themselves.",
    ),
    "difference-unpaired": Text(
        "De twee momenten zijn als twee groepen vergeleken.",
        "The two moments were compared as two groups.",
    ),
    "interval-no-spread": Text(
        "Er is geen marge: binnen elk moment is geen verschil tussen waarnemingen.",
        "There is no interval: observations do not differ within a moment.",
    ),
    "interval-too-much-work": Text(
        "Er is geen marge: zoveel verschillende uitkomsten worden niet uitgerekend.",
        "There is no interval: so many different outcomes are not worked out.",
    ),
    "p-too-much-work": Text(
        "Er is geen p: zoveel verdelingen worden niet geteld.",
        "There is no p: so many ways to divide are not counted.",
    ),
}
